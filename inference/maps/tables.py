"""Vectors from files that strangers bring: CSV, Parquet and NPY, with columns to colour by.

Read without running anything: NPY without objects, CSV by the standard library, Parquet by arro3
(an optional extra).
"""

from __future__ import annotations

import csv
import io
import json
import math
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import InvalidInput, RashinError, TooLarge, from_json

MOST_NUMBERS = 300_000_000  # in all vectors together: 1.2 GB
MOST_DIMENSIONS = 20_000
MOST_FIELD = 1_000_000  # characters of one CSV field
APART_S = 120.0
MOST_VALUES = 50
ROWS_AT_ONCE = 4096
ROOT = Path(__file__).parents[2]
TITLES = ("title", "name", "label", "prompt", "text", "word")
Array = NDArray[Any]


@dataclass(frozen=True)
class Table:
    """Vectors (n, dim) as float32, a title for each, and further columns of texts or numbers."""

    vectors: NDArray[np.float32]
    titles: list[str]
    columns: dict[str, list[Any]]


def read_table(path: Path, format: str) -> Table:
    """Read a file of vectors. Raises `InvalidInput` and `TooLarge` in the reader's words.

    CSV: a header line; every column of numbers belongs to the vector unless there are columns
    called `0`, `1`, … or `x0`, `x1`, …, `v_0`, `v_1`, … which then are the vector alone. Parquet: one
    column of lists is the vector, or else as with CSV. The first of `title`, `name`, `label`,
    `prompt`, `text`, `word` that is there names the points.
    """
    match format:
        case "npy":
            vectors = _npy(path)
            return _checked(vectors, {})
        case "csv":
            columns = _csv(path)
        case "parquet":
            columns = _parquet(path)
        case _:
            raise InvalidInput(f"no format called {format[:20]!r}", expected="csv, parquet or npy")
    names = _vector_columns(columns)
    if len(names) == 1 and isinstance(columns[names[0]], np.ndarray):
        vectors = columns[names[0]]
    else:
        vectors = np.array([columns[name] for name in names], np.float32).T
    return _checked(vectors, {k: v for k, v in columns.items() if k not in names})


def _checked(vectors: Array, columns: dict[str, Any]) -> Table:
    if vectors.ndim != 2 or not vectors.shape[1]:
        raise InvalidInput(
            f"the vectors have the shape {vectors.shape}", expected="(points, dimensions)"
        )
    if vectors.size > MOST_NUMBERS or vectors.shape[1] > MOST_DIMENSIONS:
        raise TooLarge(
            f"{vectors.shape[0]:,} vectors of {vectors.shape[1]:,} numbers are too much",
            expected=f"at most {MOST_DIMENSIONS:,} dimensions and {MOST_NUMBERS:,} numbers",
        )
    found = np.ascontiguousarray(vectors, np.float32)
    _check_finite(found)
    title = next((name for name in columns if name.lower() in TITLES), None)
    titles = [str(value) for value in columns[title]] if title else []
    titles = titles or [str(n + 1) for n in range(len(found))]
    rest = {name: values for name, values in columns.items() if name != title}
    return Table(found, titles, rest)


def _check_finite(vectors: Array, first: int = 0) -> None:
    """Raise `InvalidInput` that names the first row (the first of all is 1) which is not finite."""
    bad = ~np.isfinite(vectors).all(1)
    if bad.any():
        raise InvalidInput(
            f"row {first + int(bad.argmax()) + 1} holds something that is no finite number",
            hint="leave out or fill such rows",
        )


def _npy(path: Path) -> Array:
    try:
        # Mapped, so that a header that promises too much does not take memory.
        found: Array = np.load(path, allow_pickle=False, mmap_mode="r")
    except (ValueError, OSError, EOFError) as error:
        raise InvalidInput(f"that is no NPY file of numbers: {error}") from error
    if found.dtype.kind not in "fiu" or not isinstance(found, np.ndarray):
        raise InvalidInput(f"the array holds {found.dtype}", expected="numbers")
    return found


def _csv(path: Path) -> dict[str, Any]:
    try:
        return _columns(path)
    except (csv.Error, UnicodeDecodeError) as error:
        raise InvalidInput(f"that is no CSV file: {error}", expected="UTF-8, a header") from error


def _columns(path: Path) -> dict[str, Any]:
    limit = csv.field_size_limit(MOST_FIELD)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            header = next(rows, [])
            if not header:
                raise InvalidInput("the file is empty", expected="a header and at least 20 rows")
            if len(set(header)) != len(header):
                raise InvalidInput("the columns of the header need different names")
            lines = list(_lines(rows, len(header)))
    finally:
        csv.field_size_limit(limit)
    if not lines:
        raise InvalidInput("the file has a header and no rows")
    columns: dict[str, Any] = {}
    for name, values in zip(header, zip(*lines, strict=True), strict=True):
        columns[name] = _numbers(values) or list(values)
    return columns


def _lines(rows: Iterator[list[str]], width: int) -> Iterator[list[str]]:
    numbers = 0
    for at, line in enumerate(rows, start=2):
        if not line:
            continue
        if len(line) != width:
            raise InvalidInput(f"line {at} has {len(line)} fields", expected=f"{width} fields")
        numbers += width
        if numbers > MOST_NUMBERS // 8:
            raise TooLarge("that is too much for CSV", hint="bring it as NPY or Parquet")
        yield line


def _numbers(values: Sequence[str]) -> list[float] | None:
    try:
        found = [float(value) for value in values]
    except ValueError:
        return None
    return found


def _parquet(path: Path) -> dict[str, Any]:
    try:
        from arro3 import core
        from arro3 import io as arrow
    except ImportError:
        raise InvalidInput(
            "Parquet cannot be read here", hint="pip install 'rashin[tables]', or bring CSV or NPY"
        ) from None
    columns: dict[str, list[Any]] = {}
    try:
        for batch in arrow.read_parquet(io.BytesIO(path.read_bytes())):
            for name, kind in zip(batch.schema.names, batch.schema.types, strict=True):
                column = batch.column(name)
                if "List" in str(kind):
                    found: Any = _lists(name, core.list_flatten(column).to_numpy(), len(column))
                else:
                    found = column.to_pylist()
                columns.setdefault(name, []).append(found)
    except (ValueError, TypeError, OSError, RuntimeError) as error:
        raise InvalidInput(f"that is no Parquet file that can be read: {error}") from error
    joined: dict[str, Any] = {}
    for name, parts in columns.items():
        if isinstance(parts[0], np.ndarray):
            widths = {part.shape[1] for part in parts}
            if len(widths) != 1:
                raise InvalidInput(f"{name}: the vectors are not of one length")
            joined[name] = np.concatenate(parts)
        else:
            joined[name] = [value for part in parts for value in part]
    return joined


def _lists(name: str, flat: Array, rows: int) -> Array:
    """Return a column of lists as (rows, dim)."""
    if flat.size > MOST_NUMBERS:
        raise TooLarge("the vectors are too large", expected=f"at most {MOST_NUMBERS:,} numbers")
    if not rows or flat.size % rows:
        raise InvalidInput(f"{name}: the vectors are not of one length")
    return flat.reshape(rows, -1)


def _vector_columns(columns: dict[str, Any]) -> list[str]:
    """Return which columns make the vector."""
    whole = [name for name, values in columns.items() if isinstance(values, np.ndarray)]
    if whole:
        return whole[:1]
    numbers = [
        name
        for name, values in columns.items()
        if values and all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
    ]
    numbered = [name for name in numbers if name.lstrip("xXvV_d").isdecimal()]
    chosen = numbered or numbers
    if len(chosen) < 2:
        raise InvalidInput(
            "the file has no vectors",
            expected="two or more columns of numbers, or in Parquet one of lists",
        )
    return chosen


def describe(path: Path, format: str) -> dict[str, Any]:
    """Return {rows, dim, columns} of a file, reading no more than is needed; raises like `read_table`."""
    if format == "npy":
        found = _npy(path)
        if found.ndim != 2:
            raise InvalidInput(f"the array has the shape {found.shape}", expected="(points, dim)")
        rows, dim = int(found.shape[0]), int(found.shape[1])
        for start in range(0, rows, ROWS_AT_ONCE):
            _check_finite(found[start : start + ROWS_AT_ONCE], start)
        return {"rows": rows, "dim": dim, "columns": [], "values": {}}
    table = read_table(path, format)
    rows, dim = table.vectors.shape
    values = {name: _values(column) for name, column in table.columns.items()}
    return {
        "rows": int(rows), "dim": int(dim), "columns": list(table.columns), "values": values,
    }  # fmt: skip


def _values(column: Sequence[Any]) -> list[str]:
    """Return the values of a column where they are few; none where hardly two rows agree."""
    found = list(dict.fromkeys(as_column(column)[1]))
    return found[:MOST_VALUES] if len(found) <= len(column) / 2 else []


def describe_apart(path: Path, format: str) -> dict[str, Any]:
    """Return what `describe` does, read in a process of its own that a hostile file may kill."""
    command = [sys.executable, "-m", "inference.maps.tables", str(path), format]
    try:
        done = subprocess.run(command, capture_output=True, timeout=APART_S, cwd=ROOT, check=False)
        said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (subprocess.TimeoutExpired, ValueError, IndexError) as error:
        raise InvalidInput(
            f"that is no {format} file that can be read", expected="a file of vectors"
        ) from error
    if "error" in said:
        raise from_json(said["error"])
    return said


def as_column(values: Sequence[Any]) -> tuple[list[float] | None, list[str]]:
    """Return a column as numbers, where it is one of numbers, and as texts."""
    texts = ["" if value is None else str(value) for value in values]
    numbers = [
        float(v) if isinstance(v, int | float) and not isinstance(v, bool) else math.nan
        for v in values
    ]
    whole = all(math.isfinite(number) for number in numbers)
    return (numbers if whole else None), texts


def main() -> None:
    """Describe one file, for `describe_apart`."""
    try:
        said = describe(Path(sys.argv[1]), sys.argv[2])
    except RashinError as error:
        said = {"error": error.to_json()}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
