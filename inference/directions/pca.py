"""PCA: along what a group of points varies most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from inference.core.vectors import Direction, Point, same_space
from inference.errors import InvalidInput
from inference.registry import directions


@directions.add
def pca(
    points: Sequence[Point],
    *,
    component: Annotated[int, Field(ge=1, le=16, title="Which axis, widest first")] = 1,
) -> Direction:
    """Find an axis along which points differ, with no labels at all.

    Its length is one standard deviation of the points along it. Which end is which is arbitrary;
    the largest of its numbers is made positive.
    """
    import torch

    from inference.core.layouts import principal_axes

    if len(points) <= component:
        raise InvalidInput(
            f"{len(points)} points have no axis {component}",
            expected=f"more than {component} points",
        )
    same_space(*points)
    stacked = torch.stack([point.values.flatten() for point in points])
    mean, axes = principal_axes(stacked, component)
    axis = axes[component - 1]
    spread = ((stacked - mean) @ axis).std()
    values = (axis * spread).reshape(points[0].values.shape)
    return Direction(values, points[0].space, points[0].geometry)
