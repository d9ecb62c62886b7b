"""Walks with several stops, grids between four corners, and an even pace."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence

from inference.core.geometry import blend, lerp, slerp
from inference.core.vectors import P, same_space
from inference.errors import InvalidInput


def path(points: Sequence[P], times: Sequence[float]) -> list[P]:
    """Return the points at times in [0, 1] of a walk that passes all given ones at equal intervals."""
    if len(points) < 2:
        raise InvalidInput("a path needs two points", expected="at least two points")
    same_space(*points)
    walk = lerp if points[0].geometry == "flat" else slerp
    found = []
    for time in times:
        along = min(max(time, 0.0), 1.0) * (len(points) - 1)
        leg = min(int(along), len(points) - 2)
        start, end = points[leg], points[leg + 1]
        found.append(start.at(walk(start.values, end.values, along - leg)))
    return found


def corner_weights(u: float, v: float) -> tuple[float, float, float, float]:
    """Return bilinear weights of the corners (0,0), (1,0), (0,1), (1,1) at (u, v) in [0, 1]²."""
    return (1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v


def grid(corners: Sequence[P], columns: int, rows: int) -> list[list[P]]:
    """Return rows of points between four corners: upper left, upper right, lower left, lower right."""
    if len(corners) != 4 or columns < 2 or rows < 2:
        raise InvalidInput("a grid needs four corners and at least two rows and columns")
    same_space(*corners)
    first = corners[0]
    values = [corner.values for corner in corners]

    def at(column: int, row: int) -> P:
        weights = corner_weights(column / (columns - 1), row / (rows - 1))
        return first.at(blend(values, weights, first.geometry))

    return [[at(column, row) for column in range(columns)] for row in range(rows)]


def even_times(times: Sequence[float], steps: Sequence[float], n: int) -> list[float]:
    """Return n times at which a walk changes by equal amounts.

    `times` (m) are those of probe frames, `steps` (m − 1) how much each differs from the one before
    (1 − cosine, or any distance). Inverts the cumulative sum piecewise linearly, as perceptually
    uniform sampling does (IMPUS, DiffMorpher).
    """
    if len(times) != len(steps) + 1 or len(times) < 2 or n < 2:
        raise InvalidInput(
            "one step between each two times is needed", expected="m times, m − 1 steps"
        )
    total = list(itertools.accumulate([0.0, *(max(step, 0.0) for step in steps)]))
    if total[-1] <= 0:
        return [times[0] + (times[-1] - times[0]) * i / (n - 1) for i in range(n)]
    found = []
    for i in range(n):
        goal = total[-1] * i / (n - 1)
        j = min(max(bisect.bisect_left(total, goal), 1), len(total) - 1)
        width = total[j] - total[j - 1]
        part = (goal - total[j - 1]) / width if width > 0 else 0.0
        found.append(times[j - 1] + part * (times[j] - times[j - 1]))
    return found
