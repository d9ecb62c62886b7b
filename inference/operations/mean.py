"""Mean: the middle of many points."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from inference.core.vectors import P, same_space
from inference.errors import InvalidInput
from inference.registry import operations


@operations.add
def mean(
    *points: P,
    weights: Annotated[
        list[Annotated[float, Field(ge=0, le=1e6)]] | None,
        Field(max_length=1_000, title="How often each point counts"),
    ] = None,
) -> P:
    """Stand in the middle of points.

    As `mix` with equal weights, for any number of points: a group is written out as one of these.
    """
    from inference.core.geometry import blend

    if not points:
        raise InvalidInput("the middle of nothing", expected="at least one point")
    same_space(*points)
    chosen = weights if weights is not None else [1.0] * len(points)
    if len(chosen) != len(points):
        raise InvalidInput(
            f"{len(points)} points but {len(chosen)} weights", expected="one weight for each point"
        )
    first = points[0]
    return first.at(blend([point.values for point in points], chosen, first.geometry))
