"""Which points of a map are taken to another one, written out as the source of a building job."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import numpy as np

from app.map_links import has_recipes
from inference.errors import InvalidInput, UnknownId
from inference.maps.files import MapFolder

SEED = 0


def same_points(there: MapFolder, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return the source of a job that makes the points of a map once more.

    Uploaded pictures are pictures again; everything else is recipes. A sample is drawn evenly and is
    the same for the same map. Raises `InvalidInput` for a map of bare numbers, and `UnknownId`.
    """
    source = wanted["source"]
    if not has_recipes(there):
        raise InvalidInput(
            f"the map {there.id} does not say how its points were made",
            expected="a map of renders, words or pictures",
        )
    chosen = source.get("points")
    if chosen is None:
        most = min(source.get("most") or there.count, there.count)
        chosen = np.random.default_rng(SEED).choice(there.count, most, replace=False).tolist()
    chosen = sorted(set(chosen))
    if chosen[-1] >= there.count:
        raise UnknownId(
            f"no point {chosen[-1]} on map {there.id}", expected=f"0 to {there.count - 1}"
        )
    pictures = there.stock.get("pictures", {})
    if pictures:
        found = [(n, pictures[str(n)]) for n in chosen if str(n) in pictures]
        names = there.stock["names_en"]
        return {
            "kind": "pictures",
            "pictures": [
                {"sha256": one["sha256"], "name": f"{PurePosixPath(str(names[n])).name}.png"}
                for n, one in found
            ],
        }
    return {"kind": "map", "folder": str(there.folder), "points": chosen}
