"""UMAP: neighbours stay neighbours, far distances mean little."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from inference.contracts import Layout
from inference.registry import projectors

if TYPE_CHECKING:
    from torch import Tensor

FEW, EPOCHS_FEW, EPOCHS = 10_000, 500, 200
WIDTH, SHAKEN = 10.0, 1e-4  # half of the starting square


@projectors.add
def umap(
    vectors: Tensor,
    labels: Tensor | None = None,
    start: Tensor | None = None,
    *,
    n_neighbors: Annotated[int, Field(ge=2, le=100, title="Neighbours")] = 15,
    min_dist: Annotated[float, Field(ge=0, le=1, title="Least distance")] = 0.1,
    spread: Annotated[float, Field(ge=0.1, le=5, title="Spread")] = 1.0,
    supervision: Annotated[float, Field(ge=0, le=0.99, title="Weight of labels")] = 0.5,
    seed: Annotated[int, Field(ge=0, le=2**32 - 1, title="Seed")] = 42,
) -> Layout:
    """Lay out vectors so that neighbours stay together (McInnes et al., arXiv 1802.03426).

    The method of the paper on two cores, in our own code: the same numbers for a seed whatever the
    number of threads, a start along the principal axes, and newcomers placed by their neighbours.
    With `labels` (n,), −1 where unknown, points of one label draw together as far as `supervision`
    says; with `start` (n, 2) the layout begins at those places and stays like them.
    """
    import torch

    from inference.core.forces import settle
    from inference.core.layouts import NeighbourLayout
    from inference.core.nearest import neighbours_of
    from inference.core.neighbourhoods import belonging, curve, graph_of, told_apart, united

    count = min(n_neighbors, len(vectors)) - 1
    rows, cosines = neighbours_of(vectors, count, seed=seed)
    weights = belonging((1 - cosines).clamp(min=0))
    both = united(rows, weights)
    if labels is not None:
        both = told_apart(both, labels, supervision)
    epochs = EPOCHS_FEW if len(vectors) <= FEW else EPOCHS
    a, b = curve(min(min_dist, 3 * spread), spread)
    xy = settle(
        graph_of(both, epochs),
        _start(vectors, start, seed).numpy(),
        a=a,
        b=b,
        epochs=epochs,
        seed=seed,
        threads=os.cpu_count() or 1,
    )
    return NeighbourLayout(torch.from_numpy(xy), vectors)


def _start(vectors: Tensor, start: Tensor | None, seed: int) -> Tensor:
    """Return places (n, 2) along the principal axes, a little shaken so that equals come apart."""
    from inference.core.layouts import principal_axes
    from inference.core.noise import noise

    if start is None:
        mean, axes = principal_axes(vectors, 2)
        start = (vectors - mean) @ axes.T
    wide = start.abs().max().clamp(min=1e-12)
    return WIDTH * start / wide + SHAKEN * noise(seed, (len(vectors), 2))
