"""Thumbnails in sheets, near points in the same sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[Any]
TILE = 2048
LEVELS = ((0, 32, 70), (1, 64, 60))  # level, pixels of a thumbnail, WebP quality
ORDER = 10  # the Hilbert curve visits 1024 × 1024 cells


def hilbert_order(xy: Array) -> Array:
    """Return the order in which a Hilbert curve passes points (n, 2)."""
    low, high = xy.min(0), xy.max(0)
    side = 1 << ORDER
    cells = ((xy - low) / max(float((high - low).max()), 1e-9) * (side - 1)).astype(np.int64)
    x, y = cells[:, 0].copy(), cells[:, 1].copy()
    along = np.zeros(len(xy), np.int64)
    step = side >> 1
    while step:
        right, upper = (x & step) > 0, (y & step) > 0
        along += step * step * ((3 * right) ^ upper)
        # Turn the quadrant so that the curve inside it starts where the last one ended.
        flip = ~upper & right
        x[flip], y[flip] = side - 1 - x[flip], side - 1 - y[flip]
        swap = ~upper
        x[swap], y[swap] = y[swap], x[swap].copy()
        step >>= 1
    return np.argsort(along, kind="stable")


def write_atlas(pictures: Array, folder: Path) -> list[dict[str, int]]:
    """Write sheets of pictures (n, 64, 64, 3) in point order; returns what map.json says of them."""
    levels = []
    for level, thumb, quality in LEVELS:
        across = TILE // thumb
        target = folder / str(level)
        target.mkdir(parents=True, exist_ok=True)
        tiles = range(0, len(pictures), across * across)
        for tile, start in enumerate(tiles):
            sheet = _sheet(pictures[start : start + across * across], thumb, across)
            sheet.save(target / f"{tile}.webp", quality=quality, method=6)
        levels.append(
            {"level": level, "thumb": thumb, "columns": across, "rows": across, "tiles": len(tiles)}
        )
    return levels


def _sheet(pictures: Array, thumb: int, across: int) -> Image.Image:
    """Return one square sheet, row by row; the last one ends in white, so that all scale alike."""
    sheet = Image.new("RGB", (across * thumb, across * thumb), "white")
    for place, pixels in enumerate(pictures):
        small = Image.fromarray(pixels)
        if small.size != (thumb, thumb):
            small = small.resize((thumb, thumb), Image.Resampling.BOX)
        sheet.paste(small, (place % across * thumb, place // across * thumb))
    return sheet
