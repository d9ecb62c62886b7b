"""Laying a map out so that it looks like another one with the same points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import InvalidInput
from inference.maps.fields import sign_of
from inference.maps.files import MapFolder, unit_rows
from inference.maps.stock import FEWEST_POINTS, Item

Array = NDArray[Any]
NEAREST = 5


def kin_of(items: Sequence[Item], other: MapFolder) -> tuple[Array, Array]:
    """Return the points (m,) that another map has too, and their numbers there (m,).

    The same one has the same words and noise, or is the same uploaded picture, or where there is
    neither has the same title. Raises `InvalidInput` where hardly any are shared.
    """
    stock = other.stock
    pictures = stock.get("pictures", {})
    there: dict[Any, int] = {}
    for n in range(other.count):
        sha256 = pictures.get(str(n), {}).get("sha256")
        there.setdefault(_sign(other.recipe(n), sha256, stock["names_en"][n]), n)
    signs = [_sign(item.recipe, item.picture, item.title_en) for item in items]
    pairs = [(here, there[sign]) for here, sign in enumerate(signs) if sign in there]
    if len(pairs) < FEWEST_POINTS:
        raise InvalidInput(
            f"{len(pairs)} of the points are also on the map {other.id}",
            expected=f"at least {FEWEST_POINTS}: the same prompts with the same seeds",
        )
    found = np.array(pairs, np.int64)
    return found[:, 0], found[:, 1]


def begun_like(vectors: Array, here: Array, places: Array) -> Array:
    """Return places (n, 2) to begin at: the known ones (m, 2), and for the rest those of their like."""
    units = unit_rows(vectors)
    known = units[here]
    start = np.zeros((len(vectors), 2), np.float32)
    for at in range(0, len(vectors), 1024):
        near = (units[at : at + 1024] @ known.T).argsort(axis=1)[:, -NEAREST:]
        start[at : at + 1024] = places[near].mean(axis=1)
    start[here] = places
    return start


def _sign(recipe: Any, sha256: str | None, title: str) -> Any:
    if recipe:
        return sign_of(recipe, whole=False)
    return sha256 or title
