"""Questions that are no renders: about maps, and about the worker itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor

from inference.core.vectors import Embedding
from inference.engine.carry import Leaves, tensor_of
from inference.engine.embeddings import Embeddings
from inference.engine.models import Models
from inference.errors import InvalidInput, UnknownId
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.expressions.types import check
from inference.maps.layout import map_place, map_recipe, map_search, open_layout

Arguments = dict[str, Any]


def answer(name: str, arguments: Arguments, models: Models, embeddings: Embeddings) -> Arguments:
    """Answer a question by name. Raises `UnknownId` for one that nobody knows."""
    if name not in CALLS:
        raise UnknownId(f"the worker knows no call {name!r}", expected=", ".join(CALLS))
    return CALLS[name](models, embeddings, **arguments)


def _counters(models: Models, embeddings: Embeddings) -> Arguments:
    """Say how often prompts went through a text encoder, and how often they did not have to."""
    return {"encoder_calls": embeddings.encoder_calls, "embedding_hits": embeddings.hits}


def _map_recipe(
    models: Models, embeddings: Embeddings, map: str, x: float, y: float, seed: int | None = None
) -> Arguments:
    """Say what to render for a place on a map (a folder)."""
    return map_recipe(map, x, y, seed)


def _map_place(models: Models, embeddings: Embeddings, map: str, image: bytes) -> Arguments:
    """Say where a picture (PNG) lands on a map."""
    return map_place(map, _seen(models, map, image))


def _map_search(
    models: Models,
    embeddings: Embeddings,
    map: str,
    words: str | None = None,
    image: bytes | None = None,
    expression: str | None = None,
    limit: int = 20,
) -> Arguments:
    """Find the points of a map that are most like words, an expression over words, or a picture."""
    if image is not None:
        return map_search(map, _seen(models, map, image), limit)
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
    return map_search(map, space.embed_words(found), limit)


def _space_of(models: Models, map: str) -> tuple[Any, dict[str, Any]]:
    model = open_layout(map).files.info["model"]
    return models[model], models.cards[model]


def _seen(models: Models, map: str, image: bytes) -> Tensor:
    space, card = _space_of(models, map)
    vector: Tensor = space.embed(tensor_of(image, card["image"]["width"])[None])[0]
    return vector


CALLS: dict[str, Callable[..., Arguments]] = {
    "counters": _counters,
    "map_recipe": _map_recipe,
    "map_place": _map_place,
    "map_search": _map_search,
}
