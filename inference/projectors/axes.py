"""Axes: two directions of your own; nothing is torn and the way back is exact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from inference.contracts import Layout
from inference.registry import projectors

if TYPE_CHECKING:
    from torch import Tensor


@projectors.add
def axes(
    vectors: Tensor,
    right: Tensor,
    up: Tensor,
    *,
    independent: Annotated[bool, Field(title="Measure each axis without the other")] = True,
) -> Layout:
    """Measure how far every vector lies along two directions.

    With v − mean = x · right + y · up + (what neither says), x and y are the least-squares numbers:
    one step along an arrow (dim,) is one unit on the map, also where the arrows are not at right
    angles. Not `independent`, x and y are the plain shadows on each arrow. Raises `InvalidInput`
    for arrows without length, or that point the same way.
    """
    import torch

    from inference.core.layouts import LinearLayout
    from inference.errors import InvalidInput

    arrows = torch.stack([right, up]).to(vectors)
    lengths = arrows.norm(dim=1, keepdim=True)
    alike = torch.cosine_similarity(arrows[0], arrows[1], dim=0).abs()
    if bool((lengths <= 1e-9).any()) or (independent and float(alike) > 1 - 1e-5):
        raise InvalidInput(
            "the two axes do not span a plane",
            expected="two arrows with length that point different ways",
        )
    rows = torch.linalg.pinv(arrows).T if independent else arrows / lengths.square()
    mean = vectors.mean(0)
    return LinearLayout((vectors - mean) @ rows.T, mean, rows.contiguous())
