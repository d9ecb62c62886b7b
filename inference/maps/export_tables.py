"""Points as rows of a table: CSV, and Parquet with their vectors.

Both are written piece by piece, so that a million points need no more memory than a few.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import InvalidInput
from inference.maps.files import NOTHING, MapFolder
from inference.maps.joined import Joined

PIECE = 4096  # rows written at once; in Parquet a group of rows
BYTES = 1 << 18
FIXED = ("n", "x", "y", "title", "prompt", "recipe", "distortion")
Array = NDArray[Any]
Row = dict[str, Any]


def as_csv(map: MapFolder, numbers: Array, joined: Sequence[Joined]) -> Iterator[bytes]:
    """Yield a header and a line for every point, those that joined last."""
    names = [*FIXED, *(card["id"] for card in map.info["columns"])]
    head = io.StringIO()
    csv.DictWriter(head, names, lineterminator="\n").writeheader()
    yield head.getvalue().encode()
    for rows, _ in _pieces(map, numbers, joined, vectors=False):
        text = io.StringIO()
        csv.DictWriter(text, names, lineterminator="\n").writerows(rows)
        yield text.getvalue().encode()


def as_parquet(map: MapFolder, numbers: Array, joined: Sequence[Joined]) -> Iterator[bytes]:
    """Yield a Parquet file in groups of rows, with the vectors; raises `InvalidInput` at once."""
    try:
        from arro3 import core
        from arro3 import io as arrow
    except ImportError:
        raise InvalidInput(
            "Parquet cannot be written here", hint="pip install 'rashin[tables]', or take CSV"
        ) from None
    names = [*FIXED, *(card["id"] for card in map.info["columns"])]
    dim = map.stored_vectors.shape[1]

    def batch(rows: Sequence[Row], vectors: Array) -> Any:
        columns: Row = {name: _column(core, name, [row[name] for row in rows]) for name in names}
        flat = core.Array.from_numpy(np.ascontiguousarray(vectors, np.float32).ravel())
        columns["vector"] = core.fixed_size_list_array(flat, dim)
        return core.RecordBatch.from_arrays(list(columns.values()), names=list(columns))

    batches = (batch(*piece) for piece in _pieces(map, numbers, joined, vectors=True))
    first = next(batches, None) or batch([], np.zeros((0, dim), np.float32))
    reader = core.RecordBatchReader.from_batches(first.schema, chain([first], batches))
    return _written(lambda file: arrow.write_parquet(reader, file, max_row_group_size=PIECE))


def _written(write: Any) -> Iterator[bytes]:
    """Yield what `write` writes; it lies in a file without a name meanwhile."""
    with tempfile.TemporaryFile() as file:
        write(file)
        file.seek(0)
        while part := file.read(BYTES):
            yield part


def _column(core: Any, name: str, values: list[Any]) -> Any:
    if name == "n":
        return core.Array.from_numpy(np.array(values, np.int64))
    if name in ("x", "y", "distortion"):
        return core.Array(values, type=core.DataType.float32())
    return core.Array(values, type=core.DataType.utf8())


def _pieces(
    map: MapFolder, numbers: Array, joined: Sequence[Joined], *, vectors: bool
) -> Iterator[tuple[list[Row], Array]]:
    """Yield some rows at once and, if they are wanted, their vectors (rows, dim)."""
    nothing = np.zeros((0, 0), np.float32)
    for start in range(0, len(numbers), PIECE):
        part = numbers[start : start + PIECE]
        yield list(_rows(map, part.tolist())), map.stored_vectors[part] if vectors else nothing
    for start in range(0, len(joined), PIECE):
        some = joined[start : start + PIECE]
        yield (
            [_late(map, one) for one in some],
            (np.stack([one.seen for one in some]) if vectors else nothing),
        )


def _rows(map: MapFolder, numbers: Sequence[int]) -> Iterator[Row]:
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
        for card in map.info["columns"]:
            row[card["id"]] = _value(card, int(map.columns[card["id"]][n]))
        yield row


def _late(map: MapFolder, one: Joined) -> Row:
    """Return the row of a point that joined: nobody measured it, and no column speaks of it."""
    row: Row = {
        "n": one.n,
        "x": one.x,
        "y": one.y,
        "title": one.title,
        "prompt": one.words,
        "recipe": json.dumps(one.recipe, ensure_ascii=False),
        "distortion": None,
    }
    return row | {card["id"]: "" for card in map.info["columns"]}


def _value(card: Mapping[str, Any], cell: int) -> str:
    if cell == NOTHING:
        return ""
    if card.get("kind") == "number":
        return f"{card['min'] + cell / (NOTHING - 1) * (card['max'] - card['min']):.6g}"
    return str(card["legend"][cell]["title"]["en"]) if cell < len(card["legend"]) else ""
