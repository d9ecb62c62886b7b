"""The folder of a map: what its files are, reading them without torch, and writing them.

points.bin is b"RSHNMAP1", u32 count, f32 x_min y_min x_max y_max, u32 0, then u16 x[count],
u16 y[count] (0..65535 over the bounds) and u8 colour[count], all little-endian: 5 bytes a point.
"""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import DamagedWeights, UnknownId
from inference.maps.moments import moment_of

MAGIC = b"RSHNMAP1"
HEADER = struct.Struct("<8sI4fI")
FINEST = 65535
NEIGHBOURS = 15
NOTHING = 255  # a column's value where it does not apply
CARD, POINTS, LABELS = "map.json", "points.bin", "labels.json"
NEAR_WIDE = "neighbours.u32"  # instead, where a number does not fit into two bytes
STOCK, NEAR, DISTORTION, VECTORS = (
    "points.json.gz",
    "neighbours.u16",
    "distortion.u8",
    "vectors.safetensors",
)

Array = NDArray[Any]


class MapFolder:
    """A finished map on disk. Opening checks it; the larger files are read when first needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.info = _read_info(folder)
        self.id = str(self.info["id"])
        # What addresses exactly these files: an older version says which one it is.
        self.key = folder.name if "@" in folder.name else self.id
        self.count = int(self.info["count"])
        self._expect(POINTS, HEADER.size + 5 * self.count)
        wide = (folder / NEAR_WIDE).exists()
        self._near, size = (NEAR_WIDE, 4) if wide else (NEAR, 2)
        self._expect(self._near, size * NEIGHBOURS * self.count)
        self._expect(DISTORTION, self.count)
        magic, count, *_ = HEADER.unpack_from((folder / POINTS).read_bytes())
        if magic != MAGIC or count != self.count:
            raise DamagedWeights(f"{folder / POINTS} is not the points of this map")

    @cached_property
    def stock(self) -> dict[str, Any]:
        """Return points.json.gz: recipe defaults, prompts, seeds, names."""
        with gzip.open(self.folder / STOCK) as file:
            stock: dict[str, Any] = json.load(file)
        return stock

    @cached_property
    def xy(self) -> Array:
        """Return the coordinates (count, 2) as float32, exactly as the browser sees them."""
        return read_points((self.folder / POINTS).read_bytes())[0]

    @cached_property
    def neighbours(self) -> Array:
        """Return the indices (count, 15) of the nearest vectors, nearest first."""
        raw = np.fromfile(self.folder / self._near, "<u4" if self._near == NEAR_WIDE else "<u2")
        return raw.reshape(self.count, NEIGHBOURS)

    @cached_property
    def distortion(self) -> Array:
        """Return how much two dimensions lie at each point, (count,) in [0, 1]."""
        return np.fromfile(self.folder / DISTORTION, dtype=np.uint8) / np.float32(255)

    @cached_property
    def stored_vectors(self) -> Array:
        """Return the vectors (count, dim) as float16, mapped from the file and not read at once."""
        return map_vectors(self.folder / VECTORS)

    @cached_property
    def vectors(self) -> Array:
        """Return unit vectors (count, dim) as float32, in memory."""
        return unit_rows(self.stored_vectors)

    @cached_property
    def labels(self) -> dict[str, Any]:
        """Return labels.json."""
        labels: dict[str, Any] = json.loads((self.folder / LABELS).read_text("utf-8"))
        return labels

    @property
    def view(self) -> str:
        """Return in which space the map lies (`inference.maps.views`)."""
        return str(self.info.get("view", "judge"))

    @property
    def judge(self) -> str:
        """Return the id of the model that says where words and pictures lie here."""
        return str(self.info.get("judge", self.info["model"]))

    @property
    def spacing(self) -> float:
        """Return the usual distance to a 4th neighbour; 0 where nobody measured it."""
        return float(self.info.get("spacing", {}).get("fourth", 0.0))

    @property
    def reads_words(self) -> bool:
        """Whether words have a place in the space of this map."""
        reads = self.info.get("reads", ["words", "pictures"])
        return "words" in reads

    def points_bytes(self) -> bytes:
        """Return points.bin as it goes over the wire."""
        return (self.folder / POINTS).read_bytes()

    def column_bytes(self, column: str) -> bytes:
        """Return one byte a point; raises `UnknownId` for a column that the map does not have."""
        known = [item["id"] for item in self.info["columns"]]
        if column not in known:
            raise UnknownId(f"no column called {column[:60]!r}", expected=", ".join(known))
        if column == known[0]:
            return self.points_bytes()[-self.count :]
        return (self.folder / "columns" / f"{column}.u8").read_bytes()

    @cached_property
    def columns(self) -> dict[str, Array]:
        """Return every column as (count,) of uint8."""
        return {
            item["id"]: np.frombuffer(self.column_bytes(item["id"]), np.uint8)
            for item in self.info["columns"]
        }

    def tile_path(self, level: int, tile: int) -> Path:
        """Return the path of one sprite; raises `UnknownId`."""
        for item in self.info["atlas"]:
            if item["level"] == level and 0 <= tile < item["tiles"]:
                return self.folder / "atlas" / str(level) / f"{tile}.webp"
        raise UnknownId(f"no tile {tile} at level {level}")

    def recipe(self, n: int) -> dict[str, Any]:
        """Return the (short) recipe of a point, ready for `normalise`."""
        self._check(n)
        if "recipes" in self.stock:
            recipe: dict[str, Any] = self.stock["recipes"][n]
            return recipe
        return {
            **self.stock["recipe"],
            "prompt": self.stock["prompts"][n],
            "seed": self.stock["seeds"][n],
        }

    def card(self, n: int) -> dict[str, Any]:
        """Return what is known about a point: where, how made, names, attributes, neighbours.

        `thumb` says where its picture lies in the largest atlas level, in pixels of the tile.
        Raises `UnknownId`.
        """
        self._check(n)
        near = self.neighbours[n]
        similar = unit_rows(self.stored_vectors[near]) @ unit_rows(self.stored_vectors[[n]])[0]
        return {
            "n": n,
            "x": float(self.xy[n, 0]),
            "y": float(self.xy[n, 1]),
            "prompt": self.stock["prompts"][n],
            "recipe": self.recipe(n),
            "title": {"en": self.stock["names_en"][n], "ja": self.stock["names_ja"][n]},
            "attributes": self._attributes(n),
            "thumb": self.thumb(n),
            "picture": self.stock.get("pictures", {}).get(str(n)),
            "neighbours": [
                {"n": int(m), "similarity": round(float(s), 4)}
                for m, s in zip(near, similar, strict=True)
            ],
            "distortion": round(float(self.distortion[n]), 3),
        }

    def thumb(self, n: int) -> dict[str, int] | None:
        """Return level, tile, x, y and size in pixels of a point's picture; None without pictures."""
        if not self.info["atlas"]:
            return None
        level = self.info["atlas"][-1]
        cells = level["columns"] * level["rows"]
        row, column = divmod(n % cells, level["columns"])
        size = level["thumb"]
        place = {"x": column * size, "y": row * size, "size": size}
        return {"level": level["level"], "tile": n // cells, **place}

    def _attributes(self, n: int) -> dict[str, Any]:
        found = {}
        for item in self.info["columns"]:
            index = int(self.columns[item["id"]][n])
            if item.get("kind") == "number" and index != NOTHING:
                span = item["max"] - item["min"]
                number = item["min"] + index / (NOTHING - 1) * span
                timed = item.get("unit") == "time"
                said = moment_of(number, span) if timed else f"{number:.4g}"
                found[item["id"]] = {"column": item["title"], "value": {"en": said, "ja": said}}
                continue
            if index != NOTHING and index < len(item["legend"]):
                entry = {"column": item["title"], "value": item["legend"][index]["title"]}
                found[item["id"]] = entry
        return found

    def _check(self, n: int) -> None:
        if not 0 <= n < self.count:
            raise UnknownId(f"no point {n} on map {self.id}", expected=f"0 to {self.count - 1}")

    def _expect(self, name: str, size: int) -> None:
        path = self.folder / name
        if not path.is_file() or path.stat().st_size != size:
            raise DamagedWeights(
                f"{path} is missing or has the wrong size", hint="build the map again: `make map`"
            )


def _read_info(folder: Path) -> dict[str, Any]:
    path = folder / CARD
    if not path.is_file():
        raise UnknownId(f"no map in {folder.name}", hint="build one: `make map`")
    try:
        info: dict[str, Any] = json.loads(path.read_text("utf-8"))
        missing = {"id", "count", "bounds", "columns", "atlas", "quality"} - set(info)
    except (json.JSONDecodeError, UnicodeDecodeError, TypeError) as error:
        raise DamagedWeights(f"{path} is not readable: {error}") from error
    if missing:
        raise DamagedWeights(f"{path} lacks {', '.join(sorted(missing))}")
    return info


def unit_rows(vectors: Array) -> Array:
    """Return rows (n, dim) as float32 of length one."""
    rows = np.asarray(vectors, np.float32)
    unit: Array = rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-6)
    return unit


def map_vectors(path: Path) -> Array:
    """Map the fp16 matrix "vectors" of a safetensors file into memory; needs no library for it."""
    try:
        with path.open("rb") as file:
            size = int.from_bytes(file.read(8), "little")
            info = json.loads(file.read(min(size, 65536)))["vectors"]
        shape, start = tuple(info["shape"]), info["data_offsets"][0]
        return np.memmap(path, dtype="<f2", mode="r", offset=8 + size + start, shape=shape)
    except (OSError, ValueError, KeyError) as error:
        raise DamagedWeights(
            f"{path} is not readable: {error}", hint="build the map again: `make map`"
        ) from error


def read_points(data: bytes) -> tuple[Array, Array]:
    """Split points.bin into coordinates (count, 2) and colours (count,)."""
    _, count, x_min, y_min, x_max, y_max, _ = HEADER.unpack_from(data)
    cells = np.frombuffer(data, "<u2", 2 * count, HEADER.size).reshape(2, count)
    low = np.array([x_min, y_min], np.float32)
    high = np.array([x_max, y_max], np.float32)
    xy = low + cells.T.astype(np.float32) / np.float32(FINEST) * (high - low)
    return xy.astype(np.float32), np.frombuffer(data, np.uint8, count, HEADER.size + 4 * count)


def write_points(xy: Array, colour: Array, bounds: Mapping[str, float]) -> bytes:
    """Return points.bin for coordinates (count, 2) inside the bounds and colours (count,)."""
    low = np.array([bounds["x_min"], bounds["y_min"]], np.float64)
    high = np.array([bounds["x_max"], bounds["y_max"]], np.float64)
    cells = np.round((xy.astype(np.float64) - low) / (high - low) * FINEST).clip(0, FINEST)
    header = HEADER.pack(MAGIC, len(xy), low[0], low[1], high[0], high[1], 0)
    return header + cells.T.astype("<u2").tobytes() + colour.astype(np.uint8).tobytes()


def write_neighbours(near: Array, folder: Path) -> None:
    """Write the true neighbours (n, 15) of every point, in as many bytes as a number needs."""
    if len(near) > FINEST:
        near.astype("<u4").tofile(folder / NEAR_WIDE)
    else:
        near.astype("<u2").tofile(folder / NEAR)


def find_maps(*roots: Path) -> dict[str, MapFolder]:
    """Return every map in the given folders of maps, by id; half-written folders are passed over."""
    folders = [
        path for root in roots if root.is_dir() for path in sorted(root.iterdir()) if path.is_dir()
    ]
    found = [MapFolder(path) for path in folders if (path / CARD).is_file()]
    return {item.id: item for item in found}
