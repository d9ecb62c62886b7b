"""Steer: lean along a direction."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from inference.core.vectors import Direction, P, same_space
from inference.registry import operations


@operations.add
def steer(
    a: P,
    direction: Direction,
    *,
    scale: Annotated[float, Field(ge=-8, le=8, title="How far along")] = 1.0,
) -> P:
    """Move a point along a direction.

    On curved spaces the point keeps its length, so that it stays where pictures are.
    """
    from inference.core.geometry import match_norm

    same_space(a, direction)
    if scale == 0:
        return a
    moved = a.values + scale * direction.values
    return a.at(moved if a.geometry == "flat" else match_norm(moved, a.values))
