"""Lines of equal density around the land, coarse from afar and finer near by.

Marching squares (Lorensen and Cline 1987, in the plane) on a blurred count; only numpy.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.maps.survey import counts

Array = NDArray[Any]
SIDE = 192
# (min_zoom, max_zoom, blur in cells, shares of the top)
LEVELS = ((0.0, 1.5, 4.0, (0.04, 0.2, 0.5)), (1.5, 99.0, 1.6, (0.03, 0.12, 0.35)))
SHORTEST = 6  # corners of a ring that is told
# Which sides of a cell (bottom 0, right 1, top 2, left 3) a line joins, by the corners above it.
LINES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 2), (1, 0)), 6: ((0, 2),),
    7: ((3, 2),), 8: ((2, 3),), 9: ((2, 0),), 10: ((0, 3), (2, 1)), 11: ((2, 1),), 12: ((1, 3),),
    13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip


def contours(xy: Array, bounds: Mapping[str, float]) -> list[dict[str, Any]]:
    """Return {min_zoom, max_zoom, share, rings} for each level and share of the highest density.

    A ring is a closed line [[x, y], …] in map coordinates; land lies on its left.
    """
    low = np.array([bounds["x_min"], bounds["y_min"]])
    size = np.array([bounds["x_max"] - bounds["x_min"], bounds["y_max"] - bounds["y_min"]]) / SIDE
    mass = np.pad(counts(xy, bounds, SIDE).astype(np.float64), 1)
    found = []
    for near, far, blur, shares in LEVELS:
        density = blurred(mass, blur)
        density[[0, -1]] = density[:, [0, -1]] = 0
        for share in shares:
            rings = [
                (low + (ring - 0.5) * size).round(4).tolist()
                for ring in rings_of(density, share * float(density.max()))
            ]
            found.append({"min_zoom": near, "max_zoom": far, "share": share, "rings": rings})
    return found


def blurred(grid: Array, blur: float) -> Array:
    """Return a grid after a Gaussian of so many cells, nothing beyond the border."""
    reach = int(3 * blur) + 1
    kernel = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * blur**2))
    kernel /= kernel.sum()
    for _ in range(2):
        grid = np.stack([np.convolve(line, kernel, "same") for line in grid]).T
    return grid


def rings_of(grid: Array, height: float) -> list[Array]:
    """Return the closed lines (corners, 2) as (column, row) at which a grid has a height."""
    above = grid > height
    kinds = (
        above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8
    ).astype(int)
    following: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    for row, column in np.argwhere((kinds > 0) & (kinds < 15)).tolist():
        for start, end in LINES[int(kinds[row, column])]:
            following[_side(row, column, start)] = _side(row, column, end)
    rings = []
    while following:
        first, here = following.popitem()
        path = [first]
        while here != first and here in following:
            path.append(here)
            here = following.pop(here)
        if len(path) >= SHORTEST:
            rings.append(np.array([_crossing(grid, height, side) for side in path]))
    return rings


def _side(row: int, column: int, side: int) -> tuple[int, int, int]:
    """Name a side of a cell by its lower or left corner and whether it goes up."""
    return (
        (row, column, 0),
        (row, column + 1, 1),
        (row + 1, column, 0),
        (row, column, 1),
    )[side]


def _crossing(grid: Array, height: float, side: tuple[int, int, int]) -> tuple[float, float]:
    row, column, upwards = side
    here = float(grid[row, column])
    there = float(grid[row + upwards, column + 1 - upwards])
    t = (height - here) / (there - here) if there != here else 0.5
    return (column + t * (1 - upwards), row + t * upwards)
