"""What a map says about the land itself: where it is crowded, where it is empty, where it folds.

Only numpy, so that the web process can answer without the worker.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.maps.files import MapFolder, unit_rows

Array = NDArray[Any]
COVERAGE_MAGIC = b"RSHNCOV1"
SIDE = 256  # cells of the grid on which gaps are looked for
COARSE = 128  # … and that coverage is told on
MOST_GAPS = 64
REACH = 1.5  # a place so many usual spacings from a picture is known
WIDE = 2.0  # a gap's radius in usual spacings, at least
NEAREST = 3  # neighbours that are asked whether they look the same
ALIKE = 0.9  # pictures at least so alike (cosine) count as one
WORD = re.compile(r"\w+")


def counts(xy: Array, bounds: Mapping[str, float], side: int) -> Array:
    """Return how many points (n, 2) lie in each of side × side cells; row 0 lies at y_min."""
    low, high = _corners(bounds)
    cells = ((xy - low) / np.maximum(high - low, 1e-9) * side).astype(int).clip(0, side - 1)
    return np.bincount(cells[:, 1] * side + cells[:, 0], minlength=side * side).reshape(side, side)


def coverage(xy: Array, bounds: Mapping[str, float], spacing: float = 0.0) -> bytes:
    """Return b"RSHNCOV1", u32 columns, u32 rows, f32 x_min y_min x_max y_max, u8 cells row by row.

    0 is a cell where nothing was ever rendered, nor within `REACH` usual spacings of it: on a map of
    few points the land between neighbours is known as well. 1 to 255 grow with the logarithm of the
    number of points.
    """
    found = counts(xy, bounds, COARSE)
    low, high = _corners(bounds)
    reach = REACH * spacing * COARSE / max(float((high - low).max()), 1e-9)
    near = _to_land(found > 0) <= reach
    most = np.log1p(max(1, found.max()))
    cells = np.ceil(255 * np.log1p(found) / most).clip(0, 255).astype(np.uint8)
    cells = np.where(near, np.maximum(cells, 1), cells)
    size = np.array([COARSE, COARSE], "<u4").tobytes()
    corners = np.concatenate([low, high]).astype("<f4").tobytes()
    return COVERAGE_MAGIC + size + corners + cells.tobytes()


def gaps(
    xy: Array,
    bounds: Mapping[str, float],
    spacing: float,
    near: Sequence[float] | None = None,
) -> list[tuple[float, float, float]]:
    """Return the largest empty circles (x, y, radius) among points (n, 2), the widest first.

    Only inside the hull of the points and wider than twice the usual `spacing`; those nearest to
    `near` come first where it is given.
    """
    low, high = _corners(bounds)
    size = float((high - low).max()) / SIDE
    square = {"x_min": low[0], "y_min": low[1], "x_max": low[0] + size * SIDE}
    land = counts(xy, square | {"y_max": low[1] + size * SIDE}, SIDE) > 0
    free = np.where(_inside_hull(land), _to_land(land), 0)
    found: list[tuple[float, float, float]] = []
    rows, columns = np.indices(land.shape)
    while len(found) < MOST_GAPS:
        row, column = divmod(int(free.argmax()), SIDE)
        radius = float(free[row, column]) * size
        if radius < max(WIDE * spacing, 2 * size):
            break
        x, y = low[0] + (column + 0.5) * size, low[1] + (row + 0.5) * size
        found.append((float(x), float(y), radius))
        free[np.hypot(rows - row, columns - column) <= free[row, column]] = 0
    if near is not None:
        found.sort(key=lambda gap: float(np.hypot(gap[0] - near[0], gap[1] - near[1])))
    return found


def _to_land(land: Array) -> Array:
    """Return for every cell the distance to the nearest land, in cells."""
    side = len(land)
    up = np.full(land.shape, 2.0 * side, np.float32)
    for row in range(side):
        up[row] = np.where(land[row], 0, (up[row - 1] if row else up[row]) + 1)
    for row in range(side - 2, -1, -1):
        up[row] = np.minimum(up[row], up[row + 1] + 1)
    steps = np.arange(side, dtype=np.float32)
    across = (steps[:, None] - steps[None, :]) ** 2
    return np.sqrt(np.stack([(across + line[None, :] ** 2).min(1) for line in up]))


def _inside_hull(land: Array) -> Array:
    """Return which cells lie inside the convex hull of the land."""
    rows, columns = np.indices(land.shape)
    inside = np.ones(land.shape, bool)
    points = np.argwhere(land)[:, ::-1].astype(float)
    # Looked at from 64 sides, no cell may stick out farther than all land does.
    for angle in np.linspace(0, 2 * np.pi, 64, endpoint=False):
        way = np.array([np.cos(angle), np.sin(angle)])
        # A cell short of the edge: its middle is to lie on this side of the outermost points.
        inside &= columns * way[0] + rows * way[1] <= (points @ way).max() - 1
    return inside


def surprise(found: Sequence[tuple[float, float, float]], seed: int) -> tuple[float, float] | None:
    """Return one of the gaps' places, a wide one more likely; the same for the same seed."""
    if not found:
        return None
    areas = np.array([radius**2 for _, _, radius in found])
    place = np.random.default_rng(seed).choice(len(found), p=areas / areas.sum())
    return found[place][:2]


def far_from(map: MapFolder, points: Sequence[int], limit: int) -> list[tuple[int, float]]:
    """Return points that are unlike the given ones and each other, with their largest cosine."""
    vectors = map.vectors
    like = (vectors @ vectors[list(points)].T).max(1)
    found = []
    for _ in range(min(limit, map.count - len(points))):
        n = int(like.argmin())
        found.append((n, float(like[n])))
        like = np.maximum(like, vectors @ vectors[n])
        like[n] = np.inf
    return found


def collapses(map: MapFolder, limit: int) -> list[tuple[int, int, float]]:
    """Return pairs of points that look the same although their prompts share no word.

    Each with the cosine of their pictures, most alike first.
    """
    titles = map.stock["names_en"] if len(map.stock["names_en"]) else map.stock["prompts"]
    words = [frozenset(WORD.findall(str(title).lower())) for title in titles]
    pairs: dict[tuple[int, int], float] = {}
    for start in range(0, map.count, 4096):
        own = unit_rows(map.stored_vectors[start : start + 4096])
        near = map.neighbours[start : start + 4096, :NEAREST].astype(np.int64)
        like = np.einsum("nd,nkd->nk", own, unit_rows_of(map, near))
        for row, place in np.argwhere(like >= ALIKE):
            n, m = start + int(row), int(near[row, place])
            if not words[n] & words[m]:
                pairs[min(n, m), max(n, m)] = float(like[row, place])
    best = sorted(pairs.items(), key=lambda pair: -pair[1])[:limit]
    return [(n, m, cosine) for (n, m), cosine in best]


def unit_rows_of(map: MapFolder, rows: Array) -> Array:
    """Return unit vectors (n, k, dim) of the points whose numbers are (n, k)."""
    flat = unit_rows(map.stored_vectors[rows.ravel()])
    return flat.reshape(*rows.shape, -1)


def between(labels: Mapping[str, Any], x: float, y: float, most: int = 3) -> list[dict[str, str]]:
    """Return the names of the regions around a place, each once, on different sides of it."""
    near = sorted(
        (
            (float(np.hypot(label["x"] - x, label["y"] - y)), label)
            for layer in labels["layers"][-2:]
            for label in layer["labels"]
        ),
        key=lambda one: one[0],
    )
    chosen: list[tuple[float, dict[str, str]]] = []
    for _, label in near:
        side = float(np.arctan2(label["y"] - y, label["x"] - x))
        apart = [abs((side - other + np.pi) % (2 * np.pi) - np.pi) for other, _ in chosen]
        known = [title["en"] for _, title in chosen]
        if label["title"]["en"] not in known and all(angle > np.pi / 4 for angle in apart):
            chosen.append((side, label["title"]))
        if len(chosen) == most:
            break
    return [title for _, title in chosen]


def _corners(bounds: Mapping[str, float]) -> tuple[Array, Array]:
    low = np.array([bounds["x_min"], bounds["y_min"]], np.float64)
    return low, np.array([bounds["x_max"], bounds["y_max"]], np.float64)
