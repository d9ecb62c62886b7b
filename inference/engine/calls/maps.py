"""Questions about maps: what to render for a place, where a picture lands, what is like what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from torch import Tensor

from inference.contracts import Sampling
from inference.core.vectors import Embedding, Latent
from inference.core.walks import alone
from inference.engine.calls import call
from inference.engine.embeddings import Embeddings
from inference.engine.leaves import Leaves, tensor_of
from inference.engine.models import Models
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.expressions.types import check
from inference.maps import layout


def _judge(arguments: Mapping[str, Any]) -> str:
    return layout.open_layout(str(arguments.get("map"))).files.judge


@call()
def map_recipe(
    models: Models, embeddings: Embeddings, map: str, x: float, y: float, seed: int | None = None
) -> dict[str, Any]:
    """Say what to render for a place on a map (a folder)."""
    return layout.map_recipe(map, x, y, seed)


@call(needs=_judge)
def map_place(models: Models, embeddings: Embeddings, map: str, image: bytes) -> dict[str, Any]:
    """Say where a picture (PNG) lands on a map."""
    return layout.map_place(map, seen_on(models, map, image))


@call(needs=_judge)
def map_search(
    models: Models,
    embeddings: Embeddings,
    map: str,
    words: str | None = None,
    image: bytes | None = None,
    expression: str | None = None,
    within: bytes | None = None,
    limit: int = 20,
) -> dict[str, Any]:
    """Find the points of a map that are most like words, an expression over words, or a picture.

    `within` has a byte for every point: 1 where it may be found.
    """
    allowed = None if within is None else np.frombuffer(within, np.uint8) > 0
    if image is not None:
        return layout.map_search(map, seen_on(models, map, image), limit, within=allowed)
    space, card = _space_of(models, map)
    leaves = Leaves(space, card, embeddings, {})
    if expression is not None:
        found = evaluate(check(parse(expression), card).node, leaves)
    else:
        found = leaves.words(words or "")
    if not isinstance(found, Embedding):
        raise InvalidInput(
            "that is no point that words can mean", expected="words, or a mix of them"
        )
    view = layout.open_layout(map).files.view
    if view == "judge":
        vector = space.embed_words(found)
    elif view in ("prompt", "sentence"):
        vector = found.values
    else:
        raise _nowhere(map, "words")
    return layout.map_search(map, vector, limit, within=allowed)


@call()
def map_like(
    models: Models,
    embeddings: Embeddings,
    map: str,
    like: list[int],
    unlike: list[int],
    limit: int = 20,
) -> dict[str, Any]:
    """Find the points of a map that are like some of its points and unlike others."""
    return layout.map_like(map, like, unlike, limit)


@call()
def map_regions(models: Models, embeddings: Embeddings, map: str) -> dict[str, Any]:
    """Say which points lie in each labelled region: {layers: [[numbers], …]} like the labels'."""
    return {"layers": layout.map_regions(map)}


def _space_of(models: Models, map: str) -> tuple[Any, dict[str, Any]]:
    model = layout.open_layout(map).files.judge
    return models[model], models.cards[model]


def _nowhere(map: str, what: str) -> InvalidInput:
    files = layout.open_layout(map).files
    reads = ", ".join(files.info.get("reads", ())) or "numbers of points (`like`)"
    return InvalidInput(f"{what} have no place on a map of {files.info['space']}", expected=reads)


def seen_on(models: Models, map: str, image: bytes) -> Tensor:
    """Return where a picture lies in the space of a map, (dim,)."""
    space, card = _space_of(models, map)
    view = layout.open_layout(map).files.view
    image_size, whole = card["image"], "sizes" not in card["image"]
    picture = tensor_of(image, image_size["width"], image_size["height"], whole=whole)
    if view == "judge":
        seen: Tensor = space.embed(picture[None])[0]
        return seen
    if view == "noise" and "pictures" in layout.open_layout(map).files.info["reads"]:
        way = space.invert_walk(card["inversions"][0]["id"], picture, Sampling(1))
        found: Latent = alone(way, space.forward)
        return found.values.flatten()
    if view != "latent":
        raise _nowhere(map, "pictures")
    latent = space.noised(picture, 0.0, 0) if hasattr(space, "noised") else space.invert(picture)
    values: Tensor = latent.values
    return values.flatten()
