"""Norm: bring a point or a direction to the length that belongs to its space."""

from __future__ import annotations

import math

from inference.core.vectors import V
from inference.errors import InvalidInput
from inference.registry import operations


@operations.add
def norm(a: V) -> V:
    """Make a vector as long as points of its space are.

    1 on a sphere; √dim elsewhere, so that the numbers are about 1 each, as noise and latents are.
    Directions of one length can be compared: `0.5 * norm(a - b)` is a step of a known size.
    """
    length = float(a.values.norm())
    if length < 1e-9:
        raise InvalidInput("this has no length", hint="two equal points have no direction between")
    wanted = 1.0 if a.geometry == "sphere" else math.sqrt(a.dim)
    return a.at(a.values * (wanted / length))
