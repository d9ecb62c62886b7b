"""Questions about walks: how far apart stations are, and what a judge sees in frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from inference.contracts import Embeds
from inference.core.paths import spans
from inference.core.vectors import Point
from inference.engine.calls import call
from inference.engine.embeddings import Embeddings
from inference.engine.leaves import Leaves, inverted_in, tensor_of
from inference.engine.models import Models
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse


def _model(arguments: Mapping[str, Any]) -> str:
    return str(arguments.get("model"))


@call(needs=_model)
def journey_spans(
    models: Models,
    embeddings: Embeddings,
    model: str,
    expressions: list[str],
    width: int,
    height: int,
) -> dict[str, Any]:
    """Say how far each expression is from the next; nothing where pictures are inverted for it."""
    space, card = models[model], models.cards[model]
    trees = [parse(one) for one in expressions]
    if any(True for tree in trees for _ in inverted_in(tree)):
        return {"spans": []}
    leaves = Leaves(space, card, embeddings, {}, size=(width, height))
    return {"spans": spans(_points(evaluate(tree, leaves) for tree in trees))}


def _points(values: Any) -> Sequence[Point]:
    found = list(values)
    if not all(isinstance(value, Point) for value in found):
        raise InvalidInput("a station is no point", expected="points of one space")
    return found


@call(needs=_model)
def picture_vectors(
    models: Models, embeddings: Embeddings, model: str, images: list[bytes]
) -> dict[str, Any]:
    """Embed pictures (PNG) by a model's judge: unit vectors as float32 bytes, one after another."""
    space, card = models[model], models.cards[model]
    if not isinstance(space, Embeds):
        raise InvalidInput(f"{model} has no judge", expected="a model with the verb embed")
    seen = torch.stack([tensor_of(image, card["image"]["width"]) for image in images])
    vectors = space.embed(seen).float().cpu()
    return {"vectors": vectors.numpy().tobytes(), "dim": int(vectors.shape[1])}
