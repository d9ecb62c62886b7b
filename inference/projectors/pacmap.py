"""PaCMAP: neighbours together, and the great distances not quite forgotten."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from inference.contracts import Layout
from inference.registry import projectors

if TYPE_CHECKING:
    from torch import Tensor

SMALL = 0.01  # the principal axes at which everything starts are so much smaller


@projectors.add
def pacmap(
    vectors: Tensor,
    start: Tensor | None = None,
    *,
    n_neighbors: Annotated[int, Field(ge=2, le=100, title="Neighbours")] = 10,
    half_near: Annotated[
        float, Field(ge=0, le=4, title="Half-near pairs for each neighbour")
    ] = 0.5,
    far: Annotated[float, Field(ge=0.5, le=8, title="Far pairs for each neighbour")] = 2.0,
    seed: Annotated[int, Field(ge=0, le=2**32 - 1, title="Seed")] = 42,
) -> Layout:
    """Lay out vectors by near, half-near and far pairs (Wang et al., arXiv 2012.04456).

    Keeps the larger shape better than UMAP and the nearest neighbours a little less well. `start`
    (n, 2) are places to begin at. The same numbers for a seed on any number of threads.
    """
    import torch

    from inference.core.layouts import NeighbourLayout, principal_axes
    from inference.core.pairs import arrange, far_pairs, half_near_pairs, near_pairs

    count = min(n_neighbors, len(vectors) - 1)
    pairs = (
        near_pairs(vectors, count, seed),
        half_near_pairs(vectors, round(count * half_near), seed),
        far_pairs(len(vectors), max(1, round(count * far)), seed + 1),
    )
    if start is None:
        mean, axes = principal_axes(vectors, 2)
        start = (vectors - mean) @ axes.T
        start = start / start.std(0).max().clamp(min=1e-12)
    xy = arrange((SMALL * start).numpy(), pairs, threads=os.cpu_count() or 1)
    return NeighbourLayout(torch.from_numpy(xy), vectors)
