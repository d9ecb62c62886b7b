"""Two maps of the same pictures: who is who, and where their neighbourhoods disagree."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import UnknownId
from inference.maps.files import STOCK, MapFolder

Array = NDArray[Any]
NOWHERE = 2**32 - 1
NOTHING = 255
LEAST = 20  # fewer shared pictures than this are a coincidence


def has_recipes(map: MapFolder) -> bool:
    """Whether the points of a map know their recipes; those of bare vectors do not."""
    return (map.folder / STOCK).is_file()


def _signs(map: MapFolder) -> list[tuple[str, int]]:
    """Return what makes a recipe the same one in another model: its words and its seed."""
    if not has_recipes(map):
        raise UnknownId(f"the map {map.id} does not say how its pictures were made")
    stock = map.stock
    if "recipes" in stock:
        return [
            (str(each.get("prompt") or each.get("conditioning") or ""), int(each.get("seed") or 0))
            for each in stock["recipes"]
        ]
    return list(zip(stock["prompts"], stock["seeds"], strict=True))


def partners(here: MapFolder, there: MapFolder) -> Array:
    """Return for every point here the number of the same words and seed there, (count,) of int64; −1."""
    at = {sign: n for n, sign in reversed(list(enumerate(_signs(there))))}
    return np.array([at.get(sign, -1) for sign in _signs(here)], np.int64)


def disagreement(here: MapFolder, there: MapFolder, to: Array) -> Array:
    """Return how few of the true neighbours agree, (count,) of float64 in [0, 1]; −1 where unknown.

    For a point with a partner: one minus the share of its neighbours here (those that have a
    partner) that are among the nearest of its partner there (those that come from here).
    """
    back = np.full(there.count, -1, np.int64)
    back[to[to >= 0]] = np.flatnonzero(to >= 0)
    with_partner = np.flatnonzero(to >= 0)
    mine = np.asarray(here.neighbours, np.int64)[with_partner]
    theirs = back[np.asarray(there.neighbours, np.int64)[to[with_partner]]]
    shared = to[mine] >= 0
    among = (mine[:, :, None] == theirs[:, None, :]).any(2) & shared
    # No more can agree than either side has to offer.
    possible = np.minimum(shared.sum(1), (theirs >= 0).sum(1))
    found = np.full(here.count, -1.0)
    agreed = among.sum(1) / np.maximum(possible, 1)
    found[with_partner] = np.where(possible > 0, 1 - agreed, -1)
    return found


def link(here: MapFolder, there: MapFolder) -> bytes:
    """Return the link as bytes: b"RSHNLNK1", u32 count, u32 partner[count], u8 disagreement[count].

    A partner of 2³² − 1 is nobody; a disagreement of 255 is unknown, else it is 0 to 254 over [0, 1].
    """
    to = partners(here, there)
    differ = disagreement(here, there, to)
    cells = np.where(differ < 0, NOTHING, np.round(differ * (NOTHING - 1))).astype(np.uint8)
    numbers = np.where(to < 0, NOWHERE, to).astype("<u4")
    head = struct.pack("<8sI", b"RSHNLNK1", here.count)
    return head + bytes(numbers.tobytes()) + bytes(cells.tobytes())


def shared(here: MapFolder, there: MapFolder) -> int:
    """Return how many pictures both maps have."""
    return len(set(_signs(here)) & set(_signs(there)))
