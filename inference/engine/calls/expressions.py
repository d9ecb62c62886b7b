"""Questions about expressions: how long and how alike they are, and what they are near to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from inference.core.vectors import Direction, Embedding, Vector
from inference.engine.calls import call
from inference.engine.embeddings import Embeddings
from inference.engine.leaves import Leaves
from inference.engine.models import Models
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.expressions.types import check
from inference.maps import layout


def _model(arguments: Mapping[str, Any]) -> str:
    return str(arguments.get("model"))


@call(needs=_model)
def expression_measure(
    models: Models, embeddings: Embeddings, model: str, expressions: list[str]
) -> dict[str, Any]:
    """Say of vectors what they are, how long, and how alike: cosines and distances, pair by pair."""
    values = [_vector(models, embeddings, model, source) for source in expressions]
    return {
        "items": [
            {
                "kind": "direction" if isinstance(value, Direction) else "point",
                "space": value.space,
                "geometry": value.geometry,
                "dim": value.dim,
                "length": float(value.values.double().norm()),
            }
            for value in values
        ],
        "cosines": [[_cosine(a, b) for b in values] for a in values],
        "distances": [[_distance(a, b) for b in values] for a in values],
    }


@call(needs=_model)
def expression_near_points(
    models: Models,
    embeddings: Embeddings,
    model: str,
    expressions: list[str],
    map: str,
    k: int,
    without: list[str],
) -> dict[str, Any]:
    """Find the points of a map (a folder) that are nearest to the words of each expression."""
    space = models[model]
    lists = []
    for source in expressions:
        value = _vector(models, embeddings, model, source)
        if not isinstance(value, Embedding) or not hasattr(space, "embed_words"):
            raise InvalidInput(
                "pictures are near points that words can mean", expected="a point of words"
            )
        found = layout.map_search(map, space.embed_words(value), min(k + 400, 1000))["items"]
        names = layout.open_layout(map).files.stock
        lists.append(_without(found, names, {word.casefold() for word in without})[:k])
    return {"lists": lists}


def _without(
    found: Sequence[dict[str, Any]], stock: Mapping[str, Any], hidden: set[str]
) -> list[dict[str, Any]]:
    """Leave out the points that are called like a word, in either language."""
    columns = [stock.get(name) for name in ("names_en", "names_ja", "prompts")]
    return [
        item
        for item in found
        if not any(str(column[item["n"]]).casefold() in hidden for column in columns if column)
    ]


def _vector(models: Models, embeddings: Embeddings, model: str, source: str) -> Vector:
    card = models.cards[model]
    value = evaluate(check(parse(source), card).node, Leaves(models[model], card, embeddings, {}))
    if not isinstance(value, Vector):
        raise InvalidInput("that is a number", expected="a point or a direction")
    return value


def _cosine(a: Vector, b: Vector) -> float | None:
    if a.space != b.space or a.values.shape != b.values.shape:
        return None
    x, y = a.values.flatten().double(), b.values.flatten().double()
    size = float(x.norm() * y.norm())
    return None if size < 1e-12 else float(x @ y) / size


def _distance(a: Vector, b: Vector) -> float | None:
    if a.space != b.space or a.values.shape != b.values.shape:
        return None
    return float((a.values.double() - b.values.double()).norm())
