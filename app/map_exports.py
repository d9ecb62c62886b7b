"""Points that joined a map, with all that goes away with them: vectors and small pictures."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from app.deps import Parts
from inference.maps.files import MapFolder
from inference.maps.joined import Joined
from inference.pictures import thumbnail

AT_ONCE = 32  # pictures shown to the worker in one question
THUMB = 64
NOTHING = np.zeros(0, np.float32)


async def taken_away(
    parts: Parts, map: MapFolder, joined: Sequence[Mapping[str, Any]], format: str
) -> list[Joined]:
    """Return points that joined (`Maps.additions`) as a file of this format needs them.

    Vectors are seen anew, because only places are kept. Raises `WorkerUnavailable`.
    """
    found: list[Joined] = []
    for start in range(0, len(joined), AT_ONCE):
        some = joined[start : start + AT_ONCE]
        seen, thumbs = [NOTHING] * len(some), [b""] * len(some)
        pictures: list[bytes] = []
        if format != "csv":
            pictures = [await asyncio.to_thread(_picture, parts, one) for one in some]
        if format in ("parquet", "safetensors"):
            said = await parts.client.call("map_vectors", map=str(map.folder), images=pictures)
            seen = list(np.frombuffer(said["vectors"], "<f4").reshape(-1, said["dim"]))
        elif format == "html":
            thumbs = [await asyncio.to_thread(thumbnail, each, THUMB) for each in pictures]
        found += [
            Joined(one["n"], one["x"], one["y"], one["recipe"], vector, thumb)
            for one, vector, thumb in zip(some, seen, thumbs, strict=True)
        ]
    return found


def _picture(parts: Parts, one: Mapping[str, Any]) -> bytes:
    sha256 = str((one["image"] or {}).get("sha256", ""))
    return parts.desk.unsaved_picture(sha256) or parts.files.get(sha256)
