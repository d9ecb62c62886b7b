"""Mean difference: from what these have in common to what those have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from inference.core.vectors import Direction, Point, same_space
from inference.errors import InvalidInput
from inference.registry import directions


@directions.add
def mean_difference(
    from_points: Sequence[Point],
    to_points: Sequence[Point],
    *,
    length: Annotated[float | None, Field(gt=0, le=8, title="Length, or as found")] = None,
) -> Direction:
    """Point from the middle of one group to the middle of another.

    mean(to) − mean(from); scale 1 goes the whole way. Average over several contexts, or the
    direction also says what the two examples happen to differ in.
    """
    import torch

    if not from_points or not to_points:
        raise InvalidInput("one side has no examples", expected="at least one point on each side")
    same_space(*from_points, *to_points)
    start = torch.stack([point.values for point in from_points]).mean(0)
    end = torch.stack([point.values for point in to_points]).mean(0)
    values = end - start
    if length is not None:
        if float(values.norm()) < 1e-9:
            raise InvalidInput("both sides are the same", expected="two groups that differ")
        values = values * (length / values.norm())
    return Direction(values, from_points[0].space, from_points[0].geometry)
