"""UMAP: neighbours stay neighbours, far distances mean little."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from inference.contracts import Layout
from inference.registry import projectors

if TYPE_CHECKING:
    from torch import Tensor


@projectors.add
def umap(
    vectors: Tensor,
    *,
    n_neighbors: Annotated[int, Field(ge=2, le=100, title="Neighbours")] = 15,
    min_dist: Annotated[float, Field(ge=0, le=1, title="Least distance")] = 0.1,
    seed: Annotated[int, Field(ge=0, le=2**32 - 1, title="Seed")] = 42,
) -> Layout:
    """Lay out vectors so that neighbours stay together (McInnes et al., arXiv 1802.03426).

    Exact cosine neighbours are computed here and handed over, and newcomers are placed by their
    neighbours: the library's own index, transform and inverse are slow and, outside the hull, wrong.
    """
    import numpy as np
    import torch

    from inference.core.layouts import NeighbourLayout
    from inference.core.neighbours import by_cosine

    with warnings.catch_warnings():
        # umap-learn 0.5.12: tensorflow is missing, a seed means one thread, the index is not ours.
        warnings.simplefilter("ignore")
        from umap import UMAP

        count = min(n_neighbors, len(vectors) - 1)
        indices, distances = by_cosine(vectors, count - 1)
        own = torch.arange(len(vectors))[:, None]
        known = (
            torch.cat([own, indices], 1).numpy(),
            torch.cat([torch.zeros_like(own, dtype=distances.dtype), distances], 1).numpy(),
        )
        xy = UMAP(
            n_neighbors=count,
            min_dist=min_dist,
            metric="cosine",
            random_state=seed,
            precomputed_knn=known,
            # Spectral starts can hang on many islands; a PCA start also keeps rough directions.
            init=_start(vectors),
        ).fit_transform(vectors.numpy())
    return NeighbourLayout(torch.from_numpy(np.ascontiguousarray(xy, np.float32)), vectors)


def _start(vectors: Tensor) -> object:
    from inference.core.layouts import principal_axes

    mean, axes = principal_axes(vectors, 2)
    xy = (vectors - mean) @ axes.T
    return (10 * xy / xy.abs().max()).numpy()
