"""Maps to take away: tables, tensors, and a page that needs no server.

Everything is written piece by piece, so that a million points need no more memory than a few.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import InvalidInput
from inference.maps.export_tables import PIECE, as_csv, as_parquet
from inference.maps.files import MapFolder
from inference.maps.joined import Joined

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "safetensors": "application/octet-stream",
    "html": "text/html; charset=utf-8",
}
MOST_IN_PAGE = 60_000
VIEWER = Path(__file__).with_name("viewer.html")
Array = NDArray[Any]


def export(
    map: MapFolder,
    format: str,
    numbers: Array,
    labels: Mapping[str, Any],
    joined: Sequence[Joined] = (),
) -> Iterator[bytes]:
    """Yield a file of the points with these numbers (m,), and of some that joined after building.

    Raises `InvalidInput` at once.

    CSV and Parquet: n, x, y, title, prompt, recipe, distortion, the columns, and in Parquet the
    vector as 16-bit floats made 32. Safetensors: `vectors`, `xy`, `n`, and a card as metadata. HTML: a
    viewer with points, columns, labels and the smallest pictures in one file.
    """
    match format:
        case "csv":
            return as_csv(map, numbers, joined)
        case "parquet":
            return as_parquet(map, numbers, joined)
        case "safetensors":
            return _safetensors(map, numbers, joined)
        case "html":
            if len(numbers) + len(joined) > MOST_IN_PAGE:
                raise InvalidInput(
                    f"{len(numbers) + len(joined):,} points are too many for one page",
                    expected=f"at most {MOST_IN_PAGE:,}",
                    hint="export a group",
                )
            return _html(map, numbers, labels, joined)
    raise InvalidInput(f"no format called {format[:20]!r}", expected=", ".join(FORMATS))


def _safetensors(map: MapFolder, numbers: Array, joined: Sequence[Joined]) -> Iterator[bytes]:
    dim, count = map.stored_vectors.shape[1], len(numbers) + len(joined)
    shapes = {"vectors": ("F16", 2, [count, dim]), "xy": ("F32", 4, [count, 2])}
    shapes["n"] = ("I32", 4, [count])
    card = {name: map.info.get(name) for name in ("id", "version", "model", "weights", "space")}
    header: dict[str, Any] = {"__metadata__": {k: str(v) for k, v in card.items()}}
    at = 0
    for name, (kind, size, shape) in shapes.items():
        end = at + size * int(np.prod(shape))
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [at, end]}
        at = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    yield len(text).to_bytes(8, "little") + text
    for start in range(0, len(numbers), PIECE):
        yield map.stored_vectors[numbers[start : start + PIECE]].astype("<f2").tobytes()
    yield b"".join(one.seen.astype("<f2").tobytes() for one in joined)
    yield map.xy[numbers].astype("<f4").tobytes()
    yield np.array([[one.x, one.y] for one in joined], "<f4").tobytes()
    yield numbers.astype("<i4").tobytes() + np.array([one.n for one in joined], "<i4").tobytes()


def _html(
    map: MapFolder, numbers: Array, labels: Mapping[str, Any], joined: Sequence[Joined]
) -> Iterator[bytes]:
    """Fill the viewer: base64 columns, JSON that cannot end its own script, smallest sprites."""
    before, _, after = VIEWER.read_text("utf-8").partition("/*DATA*/")
    stock = map.stock
    told = {
        "title": map.info["title"],
        "space": map.info.get("space"),
        "projector": map.info.get("projector"),
        "quality": map.info["quality"],
        "bounds": map.info["bounds"],
        "columns": map.info["columns"],
        "labels": labels,
        "titles": {
            "en": [stock["names_en"][n] for n in numbers],
            "ja": [stock["names_ja"][n] for n in numbers],
        },
        "xy": _base64(map.xy[numbers].astype("<f4").tobytes()),
        "n": _base64(numbers.astype("<u4").tobytes()),
        "cells": {name: _base64(values[numbers].tobytes()) for name, values in map.columns.items()},
        "recipes": _recipes(map, numbers),
        "joined": [
            {
                "n": one.n,
                "x": one.x,
                "y": one.y,
                "title": one.title,
                "recipe": dict(one.recipe),
                "thumb": f"data:image/webp;base64,{_base64(one.thumb)}" if one.thumb else None,
            }
            for one in joined
        ],
    }
    yield before.encode()
    yield b"const DATA = " + _script(told) + b";\n"
    level = map.info["atlas"][0] if map.info["atlas"] else None
    needed: list[int] = []
    if level:
        cells = level["columns"] * level["rows"]
        needed = sorted({int(n) // cells for n in numbers})
    yield b"const LEVEL = " + _script(level) + b"; const SHEETS = {"
    for tile in needed:
        picture = map.tile_path(level["level"], tile).read_bytes()  # type: ignore[index]
        yield f'{tile}: "data:image/webp;base64,{_base64(picture)}",'.encode()
    yield b"};" + after.encode()


def _recipes(map: MapFolder, numbers: Array) -> dict[str, Any]:
    """Return what all recipes share, and for every point what is its own."""
    stock = map.stock
    if "recipes" in stock:
        return {"shared": {}, "own": [stock["recipes"][n] for n in numbers]}
    own = [{"prompt": stock["prompts"][n], "seed": stock["seeds"][n]} for n in numbers]
    return {"shared": stock["recipe"], "own": own}


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _script(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").encode()
