"""Two maps of the same pictures: who is who, and where their neighbourhoods disagree."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import UnknownId
from inference.maps.fields import sign_of
from inference.maps.files import STOCK, MapFolder, unit_rows

Array = NDArray[Any]
NOWHERE = 2**32 - 1
NOTHING = 255
LEAST = 20  # fewer shared pictures than this are a coincidence
NEIGHBOURS = 15
CROWD = 20_000  # among so many shared pictures neighbours are looked for anew
REGIONS = 30  # about so many regions are compared
FEWEST = 5  # pictures that a region must share
SHOWN = 24
TIED = 400


def has_recipes(map: MapFolder) -> bool:
    """Whether the points of a map know how they were made; those of bare vectors do not."""
    return map.view != "given" and (map.folder / STOCK).is_file()


def _signs(map: MapFolder, *, whole: bool) -> list[Any]:
    """Return what makes a picture the same one on another map: its recipe, or its hash."""
    if not has_recipes(map):
        raise UnknownId(f"the map {map.id} does not say how its pictures were made")
    pictures = map.stock.get("pictures", {})
    if pictures:
        return [pictures.get(str(n), {}).get("sha256", n) for n in range(map.count)]
    return [sign_of(map.recipe(n), whole=whole) for n in range(map.count)]


@lru_cache(maxsize=16)
def partners(here: MapFolder, there: MapFolder) -> Array:
    """Return for every point here the number of the same one there, (count,) of int64; −1.

    Within one model the same one has the same recipe; in two models the same words and noise.
    """
    whole = here.info.get("model") == there.info.get("model")
    at = {sign: n for n, sign in reversed(list(enumerate(_signs(there, whole=whole))))}
    return np.array([at.get(sign, -1) for sign in _signs(here, whole=whole)], np.int64)


def disagreement(here: MapFolder, there: MapFolder, to: Array) -> Array:
    """Return how few of the true neighbours agree, (count,) of float64 in [0, 1]; −1 where unknown.

    For a point with a partner: one minus the share of its neighbours here that are among the
    nearest of its partner there. Where one map has only a part of the other, neighbours are looked
    for among the pictures that both have, in both spaces; among very many of those, only stored
    neighbours are compared.
    """
    back = np.full(there.count, -1, np.int64)
    back[to[to >= 0]] = np.flatnonzero(to >= 0)
    both = np.flatnonzero(to >= 0)
    found = np.full(here.count, -1.0)
    whole = len(both) == here.count and bool((partners(there, here) >= 0).all())
    if not whole and LEAST <= len(both) <= CROWD:
        k = max(3, min(NEIGHBOURS, len(both) // 10))
        mine, theirs = _nearest(here, both, k), _nearest(there, to[both], k)
        agreed = (mine[:, :, None] == theirs[:, None, :]).any(2).sum(1)
        found[both] = 1 - agreed / k
        return found
    mine = np.asarray(here.neighbours, np.int64)[both]
    theirs = back[np.asarray(there.neighbours, np.int64)[to[both]]]
    shared = to[mine] >= 0
    among = (mine[:, :, None] == theirs[:, None, :]).any(2) & shared
    # No more can agree than either side has to offer.
    possible = np.minimum(shared.sum(1), (theirs >= 0).sum(1))
    agreed = among.sum(1) / np.maximum(possible, 1)
    found[both] = np.where(possible > 0, 1 - agreed, -1)
    return found


def _nearest(map: MapFolder, points: Array, k: int) -> Array:
    """Return the places (n, k) in `points` (n,) of the k nearest others of each, by cosine."""
    units = unit_rows(map.stored_vectors[points])
    found = []
    for start in range(0, len(points), 512):
        like = units[start : start + 512] @ units.T
        rows = np.arange(len(like))
        like[rows, rows + start] = -np.inf
        found.append(np.argpartition(-like, k - 1, axis=1)[:, :k])
    return np.concatenate(found)


@lru_cache(maxsize=16)
def differences(here: MapFolder, there: MapFolder) -> Array:
    """Return the disagreement (count,) of two maps, worked out once."""
    return disagreement(here, there, partners(here, there))


def link(here: MapFolder, there: MapFolder) -> bytes:
    """Return the link as bytes: b"RSHNLNK1", u32 count, u32 partner[count], u8 disagreement[count].

    A partner of 2³² − 1 is nobody; a disagreement of 255 is unknown, else it is 0 to 254 over [0, 1].
    """
    to, differ = partners(here, there), differences(here, there)
    cells = np.where(differ < 0, NOTHING, np.round(differ * (NOTHING - 1))).astype(np.uint8)
    numbers = np.where(to < 0, NOWHERE, to).astype("<u4")
    head = struct.pack("<8sI", b"RSHNLNK1", here.count)
    return head + bytes(numbers.tobytes()) + bytes(cells.tobytes())


def shared(here: MapFolder, there: MapFolder) -> int:
    """Return how many points of this map the other one has too."""
    return int((partners(here, there) >= 0).sum())


def summary(
    here: MapFolder, there: MapFolder, layers: Sequence[Sequence[Sequence[int]]]
) -> dict[str, Any]:
    """Return {here, there, shared, mean, regions, most}: where two maps disagree, and on which pictures.

    `layers` are the members of this map's regions. Regions come with those that disagree most
    first; of pictures that share no neighbour at all, those come first whose neighbours are least
    alike there.
    """
    differ = differences(here, there)
    known = differ >= 0
    return {
        "here": here.count,
        "there": there.count,
        "shared": shared(here, there),
        "mean": round(float(differ[known].mean()), 4) if known.any() else None,
        "regions": _regions(here, differ, layers),
        "most": _most(here, there, differ),
    }


def _regions(
    here: MapFolder, differ: Array, layers: Sequence[Sequence[Sequence[int]]]
) -> list[dict[str, Any]]:
    if not layers:
        return []
    layer = min(range(len(layers)), key=lambda at: abs(len(layers[at]) - REGIONS))
    found = []
    for label, members in zip(here.labels["layers"][layer]["labels"], layers[layer], strict=False):
        own = differ[np.asarray(members, np.int64)]
        own = own[own >= 0]
        if len(own) >= FEWEST:
            mean = round(float(own.mean()), 4)
            place = {"x": label["x"], "y": label["y"]}
            found.append({"title": label["title"], "count": len(own), "mean": mean, **place})
    return sorted(found, key=lambda one: -float(one["mean"]))


def _most(here: MapFolder, there: MapFolder, differ: Array) -> list[dict[str, Any]]:
    to, names = partners(here, there), here.stock
    order = np.argsort(-differ, kind="stable")[:TIED]
    order = order[differ[order] >= 0]
    apart = {int(n): _apart(here, there, to, int(n)) for n in order}
    chosen: list[int] = []
    seen: set[str] = set()
    for n in sorted(apart, key=lambda n: (-differ[n], apart[n])):
        title = str(names["names_en"][n])
        if title not in seen:
            seen.add(title)
            chosen.append(n)
    return [
        {
            "n": n,
            "there": int(to[n]),
            "disagreement": round(float(differ[n]), 4),
            "title": {"en": names["names_en"][n], "ja": names["names_ja"][n]},
        }
        for n in chosen[:SHOWN]
    ]


def _apart(here: MapFolder, there: MapFolder, to: Array, n: int) -> float:
    """Return how alike (cosine) a point and its neighbours here are there, on the mean; 1 if unknown."""
    near = to[np.asarray(here.neighbours[n], np.int64)]
    near = near[near >= 0]
    if not len(near):
        return 1.0
    vectors = unit_rows(there.stored_vectors[[int(to[n]), *near.tolist()]])
    return float((vectors[1:] @ vectors[0]).mean())
