"""The two directions of a map along axes: from what each end says to an arrow in the map's space."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from inference.errors import InvalidInput, UnknownId
from inference.maps.fields import ends_of
from inference.maps.legends import columns_of
from inference.maps.painter import Painter
from inference.maps.stock import Item
from inference.maps.views import UNPAINTED

Array = NDArray[Any]
SEEDS = 4  # what pictures of words look like is a mean over so many


def arrows_of(
    asked: Mapping[str, Any], items: Sequence[Item], vectors: Array, painter: Painter, view: str
) -> dict[str, Array]:
    """Return the arrows `right` and `up` (dim,), from one end to the other.

    An end is the number of a point, {"column", "value"} for the middle of all points that have it,
    or an expression: over noise on a map by noise, over words elsewhere. Raises `InvalidInput` and
    `UnknownId` for an end that has no place here.
    """
    found = {}
    for name in ("right", "up"):
        start, end = (_end(asked[name][side], items, vectors, painter, view) for side in _SIDES)
        found[name] = end - start
    return found


def written(asked: Mapping[str, Any], items: Sequence[Item]) -> dict[str, dict[str, Any]]:
    """Return the same wish with points written as the expressions that they are made of."""
    said: dict[str, dict[str, Any]] = {}
    for name in ("right", "up"):
        said[name] = {}
        for side in _SIDES:
            value = asked[name][side]
            if isinstance(value, int) and items[value].recipe:
                words, noise = ends_of(items[value].recipe)
                value = {"conditioning": words, "noise": noise}
            said[name][side] = value
    return said


_SIDES = ("from", "to")


def _end(value: Any, items: Sequence[Item], vectors: Array, painter: Painter, view: str) -> Array:
    if isinstance(value, int):
        if not 0 <= value < len(items):
            raise InvalidInput(f"no point {value}", expected=f"0 to {len(items) - 1}")
        point: Array = vectors[value]
        return point
    if isinstance(value, Mapping):
        return _middle(str(value["column"]), str(value["value"]), items, vectors)
    if view == "given":
        raise InvalidInput(
            "words have no place in a table of numbers", expected="rows, or a value of a column"
        )
    return _meant(str(value), painter, view)


def _middle(column: str, value: str, items: Sequence[Item], vectors: Array) -> Array:
    rows = [n for n, item in enumerate(items) if item.attributes.get(column) == value]
    middle: Array = vectors[rows or _called(column, value, items)].mean(0)
    return middle


def _called(column: str, value: str, items: Sequence[Item]) -> list[int]:
    """Return the points that have a value in a column, both as the map's legend calls them."""
    cards, cells = columns_of(items)
    found = next((c for c in cards if column in (c["id"], *c["title"].values())), None)
    if found is None:
        known = ", ".join(card["title"]["en"] for card in cards if card["id"] != "all")
        raise UnknownId(f"no column called {column[:60]!r}", expected=known or "none")
    names = [each["title"] for each in found["legend"]]
    place = next((n for n, title in enumerate(names) if value in title.values()), None)
    if place is None:
        raise UnknownId(
            f"nothing has {value[:60]!r} in the column {column}",
            expected=", ".join(title["en"] for title in names) or "a column of few values",
        )
    return list(np.flatnonzero(cells[found["id"]] == place))


def _meant(expression: str, painter: Painter, view: str) -> Array:
    if view == "sentence":
        return _meant(expression, painter.reader, "prompt")
    if view != "noise" and not painter.card["uses_words"]:
        raise InvalidInput(f"{painter.card['id']} takes no words", expected="numbers of points")
    side = "noise" if view == "noise" else "conditioning"
    if view in UNPAINTED:
        with torch.inference_mode():
            row = painter.before([painter.begun({side: expression})], view)[0]
        return np.asarray(row.float().numpy())
    recipes = [{side: expression, "seed": seed} for seed in range(SEEDS)]
    seen = [painter.carry([painter.begun(recipe)], view)[1][0] for recipe in recipes]
    return np.asarray(torch.stack(seen).float().mean(0).numpy())
