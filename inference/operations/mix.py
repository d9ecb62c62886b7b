"""Mix: any number of points at once, each with its weight."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from inference.core.vectors import P, same_space
from inference.errors import InvalidInput
from inference.registry import operations


@operations.add
def mix(
    *points: P,
    weights: Annotated[
        list[Annotated[float, Field(ge=-4, le=4)]] | None,
        Field(max_length=64, title="Weights, one for each point"),
    ] = None,
) -> P:
    """Blend points by weight.

    Noise keeps its length by the Gram rule, meanings theirs by normalising; a flat space takes the
    weighted mean. Without weights every point counts the same.
    """
    from inference.core.geometry import blend

    if not points:
        raise InvalidInput("nothing to mix", expected="at least one point")
    same_space(*points)
    chosen = weights if weights is not None else [1.0] * len(points)
    if len(chosen) != len(points):
        raise InvalidInput(
            f"{len(points)} points but {len(chosen)} weights", expected="one weight for each point"
        )
    first = points[0]
    return first.at(blend([point.values for point in points], chosen, first.geometry))
