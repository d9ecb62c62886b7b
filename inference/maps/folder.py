"""Writing the folder of a map: all of it beside the old one, then in its place at once."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file

from inference.core.layouts import usual_gaps
from inference.maps import files
from inference.maps.flat import Lens, write_lens
from inference.maps.labels import figures, layers, name_regions, regions
from inference.maps.stock import Item
from inference.maps.topics import BROAD

Array = NDArray[Any]
MARGIN = 0.03  # room around the points, for newcomers


@dataclass(frozen=True)
class Drawn:
    """All that a map's folder is made of; every array is in the order of the items."""

    items: Sequence[Item]
    vectors: Array
    xy: Array
    near: Array
    distortion: Array
    cards: list[dict[str, Any]]
    columns: Mapping[str, Array]
    card: dict[str, Any]
    defaults: Mapping[str, Any]
    lens: Lens | None = None
    sizes: Mapping[int, tuple[int, int]] = field(default_factory=dict)


def write_folder(folder: Path, drawn: Drawn, atlas: list[dict[str, int]]) -> None:
    """Write every file of a map into a folder that has its atlas already."""
    (folder / "columns").mkdir(parents=True, exist_ok=True)
    bounds = bounds_of(drawn.xy)
    for card in drawn.cards[1:]:
        (folder / "columns" / f"{card['id']}.u8").write_bytes(drawn.columns[card["id"]].tobytes())
    points = files.write_points(drawn.xy, drawn.columns[drawn.cards[0]["id"]], bounds)
    (folder / files.POINTS).write_bytes(points)
    files.write_neighbours(drawn.near, folder)
    drawn.distortion.tofile(folder / files.DISTORTION)
    save_file({"vectors": drawn.vectors.astype(np.float16)}, folder / files.VECTORS)
    write_lens(drawn.lens, folder)
    # As everybody will read them, so that regions can be found again from the file alone.
    read, _ = files.read_points(points)
    levels = regions(read)
    words = {
        "en": [item.keywords_en for item in drawn.items],
        "ja": [item.keywords_ja for item in drawn.items],
    }
    name_regions(levels, words, broad=BROAD)
    write_json(folder / files.LABELS, layers(levels), indent=None)
    (folder / files.STOCK).write_bytes(_stock(drawn))
    nearest, fourth = usual_gaps(torch.from_numpy(read))
    card = {
        **drawn.card,
        "count": len(drawn.items),
        "bounds": bounds,
        "spacing": {"nearest": nearest, "fourth": fourth},
        "labels": {language: figures(levels, words[language], language) for language in words},
        "columns": drawn.cards,
        "atlas": atlas,
    }
    write_json(folder / files.CARD, card, indent=1)


def bounds_of(xy: Array) -> dict[str, float]:
    """Return the corners of a map with some room around its points (n, 2)."""
    low, high = xy.min(0).astype(float), xy.max(0).astype(float)
    room = MARGIN * max(float((high - low).max()), 1e-6)
    low, high = low - room, high + room
    return {
        "x_min": round(float(low[0]), 4),
        "y_min": round(float(low[1]), 4),
        "x_max": round(float(high[0]), 4),
        "y_max": round(float(high[1]), 4),
    }


def _stock(drawn: Drawn) -> bytes:
    """Return points.json.gz; recipes that are more than a prompt and a seed are kept whole."""
    items, defaults = drawn.items, drawn.defaults
    stock: dict[str, Any] = {
        "prompts": [item.prompt for item in items],
        "names_en": [item.title_en for item in items],
        "names_ja": [item.title_ja for item in items],
        "keywords_en": [list(item.keywords_en) for item in items],
        "keywords_ja": [list(item.keywords_ja) for item in items],
    }
    short = {*defaults, "prompt", "seed"}
    if all(set(item.recipe) == short for item in items):
        stock["recipe"] = dict(defaults)
        stock["seeds"] = [item.recipe["seed"] for item in items]
    else:
        stock["recipes"] = [item.recipe for item in items]
    pictures = {
        str(n): {
            "sha256": item.picture,
            "width": drawn.sizes.get(n, (0, 0))[0],
            "height": drawn.sizes.get(n, (0, 0))[1],
        }
        for n, item in enumerate(items)
        if item.picture
    }
    if pictures:
        stock["pictures"] = pictures
    text = json.dumps(stock, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def write_json(path: Path, value: Any, *, indent: int | None) -> None:
    """Write JSON as people read it."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=indent) + "\n", encoding="utf-8")


def swap(new: Path, out: Path, keep: Path | None = None) -> None:
    """Put a finished folder in the place of another one, which goes, or goes to `keep`."""
    old = keep or out.with_name(f".{out.name}.old")
    if out.exists():
        shutil.rmtree(old, ignore_errors=True)
        out.rename(old)
    new.rename(out)
    if keep is None:
        shutil.rmtree(old, ignore_errors=True)
