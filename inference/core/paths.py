"""How far apart the stops of a walk are, in the geometry of their space."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from inference.core.geometry import angle
from inference.core.vectors import Point, same_space


def span(a: Point, b: Point) -> float:
    """Return the length of the way from a to b: of the arc on curved spaces, of the line on flat.

    The arc is that of the mean radius: θ (|a| + |b|) / 2.
    """
    same_space(a, b)
    if a.geometry == "flat":
        return float((b.values - a.values).norm())
    return angle(a.values, b.values) * float(a.values.norm() + b.values.norm()) / 2


def spans(points: Sequence[Point]) -> list[float]:
    """Return the lengths of the ways from each point to the next."""
    return [span(a, b) for a, b in itertools.pairwise(points)]
