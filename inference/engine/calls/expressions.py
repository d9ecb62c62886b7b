"""Questions about expressions: how long and how alike they are, and what they are near to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor

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
from inference.maps.words import WIDTH, WordList

DECIMALS = 4


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
def expression_near_words(
    models: Models,
    embeddings: Embeddings,
    model: str,
    expressions: list[str],
    k: int,
    without: list[str],
    language: str | None = None,
) -> dict[str, Any]:
    """Find the words that are nearest to the point or direction of each expression, by cosine."""
    words, vectors = _words(models, model)
    hidden = {word.casefold() for word in without}
    open_to = torch.tensor(
        [
            word.text.casefold() not in hidden and language in (None, word.language)
            for word in words.words
        ]
    )
    lists = []
    for source in expressions:
        value = _vector(models, embeddings, model, source)
        if value.dim != WIDTH or not value.space.endswith(".prompt"):
            raise InvalidInput(
                f"words cannot be compared with {value.space}",
                expected="an expression over words, for a model whose prompts are one vector",
                hint="ask emoji-vector",
            )
        scores = (vectors @ _unit(value.values)).masked_fill(~open_to, -2.0)
        best = scores.topk(min(k, int(open_to.sum())))
        lists.append(
            [
                {
                    "text": words.words[int(at)].text,
                    "language": words.words[int(at)].language,
                    "score": round(float(score), DECIMALS),
                }
                for at, score in zip(best.indices, best.values, strict=True)
            ]
        )
    return {"lists": lists}


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


@lru_cache(maxsize=4)
def _centred(mean: Tensor) -> tuple[WordList, Tensor]:
    found = WordList()
    vectors = torch.from_numpy(found.vectors) - mean
    return found, torch.nn.functional.normalize(vectors, dim=-1)


def _words(models: Models, model: str) -> tuple[WordList, Tensor]:
    """Return the word list with its vectors as the model's own encoder would give them."""
    space, card = models[model], models.cards[model]
    mean = getattr(getattr(space, "checkpoint", None), "text_mean", None)
    if mean is None or card["spaces"].get("prompt", {}).get("dim") != WIDTH:
        raise InvalidInput(
            f"{model} has no sentence vectors to compare words with",
            expected="a model whose prompts are one vector of a sentence",
            hint="ask emoji-vector",
        )
    return _centred(mean)


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


def _unit(values: Tensor) -> Tensor:
    flat = values.flatten()
    unit: Tensor = flat / flat.norm().clamp(min=1e-12)
    return unit
