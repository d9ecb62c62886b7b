"""How the points of a map lie along an expression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from torch import Tensor

from inference.core.vectors import Direction, Embedding, Vector
from inference.engine.calls import call
from inference.engine.calls.maps import seen_on
from inference.engine.embeddings import Embeddings
from inference.engine.leaves import Leaves
from inference.engine.map_leaves import MapLeaves
from inference.engine.models import Models
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.maps import layout
from inference.maps.expressing import check_on
from inference.maps.projection import projected


def _model(arguments: Mapping[str, Any]) -> str | None:
    """Return the model of the map; a map of bare numbers asks nothing of a model."""
    files = layout.open_layout(str(arguments.get("map"))).files
    return None if files.view == "given" else files.judge


@call(needs=_model)
def map_project(
    models: Models,
    embeddings: Embeddings,
    map: str,
    expression: str,
    own: dict[str, list[int]],
    images: dict[str, bytes],
) -> dict[str, Any]:
    """Say how far every point of a map (a folder) lies along an arrow, or how like a point it is.

    `own` are the points of the map that a picture's hash stands for; `images` the other pictures.
    """
    opened = layout.open_layout(map)
    model = _model({"map": map})
    card = None if model is None else models.cards[model]
    meanings = None if model is None else _Meanings(models, embeddings, map, model, images)
    checked = check_on(parse(expression), opened.files, card, own)
    value = evaluate(checked.node, MapLeaves(opened, own, meanings))
    if not isinstance(value, Vector):
        raise InvalidInput("that is a number", expected="a direction, or a point")
    return {"kind": "direction" if isinstance(value, Direction) else "point"} | projected(
        map, value
    )


class _Meanings:
    """What the model of a map says (`map_leaves.Meanings`)."""

    def __init__(
        self,
        models: Models,
        embeddings: Embeddings,
        map: str,
        model: str,
        images: Mapping[str, bytes],
    ) -> None:
        self._models, self._map, self._images = models, map, images
        self._space = models[model]
        self._leaves = Leaves(self._space, models.cards[model], embeddings, {})
        self._judged = layout.open_layout(map).files.view == "judge"

    def read(self, prompt: str) -> Embedding:
        return self._leaves.words(prompt)

    def ship(self, id: str) -> Direction:
        return self._leaves.direction((id,))

    def poles(self, id: str) -> tuple[Sequence[str], Sequence[str]]:
        return self._space.poles(id) if hasattr(self._space, "poles") else ([], [])

    def meant(self, point: Embedding) -> Tensor:
        if not self._judged:
            return point.values.flatten()
        found: Tensor = self._space.embed_words(point)
        return found

    def seen(self, sha256: str) -> Tensor:
        return seen_on(self._models, self._map, self._images[sha256])

    def noised(self, seed: int) -> Tensor:
        return self._leaves.noise(seed).values.flatten()
