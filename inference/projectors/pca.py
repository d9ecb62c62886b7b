"""PCA: the two directions in which vectors differ most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from inference.contracts import Layout
from inference.registry import projectors

if TYPE_CHECKING:
    from torch import Tensor


@projectors.add
def pca(
    vectors: Tensor,
    *,
    first: Annotated[int, Field(ge=1, le=16, title="Axis to the right")] = 1,
    second: Annotated[int, Field(ge=1, le=16, title="Axis upwards")] = 2,
) -> Layout:
    """Look at the cloud from where it is widest.

    Straight axes: distances are never torn, but much lies on top of each other.
    """
    from inference.core.layouts import LinearLayout, principal_axes

    mean, axes = principal_axes(vectors, max(first, second))
    chosen = axes[[first - 1, second - 1]]
    return LinearLayout((vectors - mean) @ chosen.T, mean, chosen)
