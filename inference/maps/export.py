"""Maps to take away: tables, tensors, and a page that needs no server.

Everything is written piece by piece, so that a million points need no more memory than a few.
"""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import InvalidInput
from inference.maps.files import NOTHING, MapFolder

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "safetensors": "application/octet-stream",
    "html": "text/html; charset=utf-8",
}
PIECE = 4096
MOST_IN_PAGE = 60_000
VIEWER = Path(__file__).with_name("viewer.html")
Array = NDArray[Any]


def export(
    map: MapFolder, format: str, numbers: Array, labels: Mapping[str, Any]
) -> Iterator[bytes]:
    """Yield a file of the points with these numbers (m,). Raises `InvalidInput` at once.

    CSV and Parquet: n, x, y, title, prompt, recipe, distortion, the columns, and in Parquet the
    vector as 16-bit floats made 32. Safetensors: `vectors`, `xy`, `n`, and a card as metadata. HTML: a
    viewer with points, columns, labels and the smallest pictures in one file.
    """
    match format:
        case "csv":
            return _csv(map, numbers)
        case "parquet":
            return _parquet(map, numbers)
        case "safetensors":
            return _safetensors(map, numbers)
        case "html":
            if len(numbers) > MOST_IN_PAGE:
                raise InvalidInput(
                    f"{len(numbers):,} points are too many for one page",
                    expected=f"at most {MOST_IN_PAGE:,}",
                    hint="export a group",
                )
            return _html(map, numbers, labels)
    raise InvalidInput(f"no format called {format[:20]!r}", expected=", ".join(FORMATS))


def _rows(map: MapFolder, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    columns = map.info["columns"]
    for n in numbers:
        row = {
            "n": n,
            "x": float(map.xy[n, 0]),
            "y": float(map.xy[n, 1]),
            "title": map.stock["names_en"][n],
            "prompt": map.stock["prompts"][n],
            "recipe": json.dumps(map.recipe(n), ensure_ascii=False),
            "distortion": round(float(map.distortion[n]), 4),
        }
        for card in columns:
            row[card["id"]] = _value(card, int(map.columns[card["id"]][n]))
        yield row


def _value(card: Mapping[str, Any], cell: int) -> str:
    if cell == NOTHING:
        return ""
    if card.get("kind") == "number":
        return f"{card['min'] + cell / (NOTHING - 1) * (card['max'] - card['min']):.6g}"
    return str(card["legend"][cell]["title"]["en"]) if cell < len(card["legend"]) else ""


def _csv(map: MapFolder, numbers: Array) -> Iterator[bytes]:
    names = ["n", "x", "y", "title", "prompt", "recipe", "distortion"]
    names += [card["id"] for card in map.info["columns"]]
    for start in range(0, max(1, len(numbers)), PIECE):
        text = io.StringIO()
        writer = csv.DictWriter(text, names, lineterminator="\n")
        if start == 0:
            writer.writeheader()
        writer.writerows(_rows(map, numbers[start : start + PIECE].tolist()))
        yield text.getvalue().encode()


def _parquet(map: MapFolder, numbers: Array) -> Iterator[bytes]:
    try:
        from arro3 import core
        from arro3 import io as arrow
    except ImportError:
        raise InvalidInput(
            "Parquet cannot be written here", hint="pip install 'rashin[tables]', or take CSV"
        ) from None
    whole = list(_rows(map, numbers.tolist()))
    columns: dict[str, Any] = {}
    for name in whole[0] if whole else ():
        values = [row[name] for row in whole]
        if isinstance(values[0], str):
            columns[name] = core.Array(values, type=core.DataType.utf8())
        else:
            kind = np.int64 if name == "n" else np.float32
            columns[name] = core.Array.from_numpy(np.array(values, kind))
    vectors = np.ascontiguousarray(map.stored_vectors[numbers], np.float32)
    columns["vector"] = core.fixed_size_list_array(
        core.Array.from_numpy(vectors.ravel()), vectors.shape[1]
    )
    file = io.BytesIO()
    arrow.write_parquet(core.Table.from_arrays(list(columns.values()), names=list(columns)), file)
    return _pieces(file.getvalue())


def _pieces(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), 1 << 18):
        yield data[start : start + (1 << 18)]


def _safetensors(map: MapFolder, numbers: Array) -> Iterator[bytes]:
    dim = map.stored_vectors.shape[1]
    shapes = {"vectors": ("F16", 2, [len(numbers), dim]), "xy": ("F32", 4, [len(numbers), 2])}
    shapes["n"] = ("I32", 4, [len(numbers)])
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
    yield map.xy[numbers].astype("<f4").tobytes()
    yield numbers.astype("<i4").tobytes()


def _html(map: MapFolder, numbers: Array, labels: Mapping[str, Any]) -> Iterator[bytes]:
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


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _script(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").encode()
