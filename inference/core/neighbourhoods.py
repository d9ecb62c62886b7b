"""How strongly neighbours belong together: the weighted graph that UMAP draws.

McInnes, Healy and Melville, arXiv 1802.03426, section 3.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import optimize, sparse
from torch import Tensor

LEAST_SPREAD = 1e-3  # of the mean distance, so that many equal vectors do not divide by nothing
HALVINGS = 48


@dataclass(frozen=True)
class Graph:
    """Edges of n points, row by row: `starts` (n + 1,), `ends` (m,) int32, `weights` (m,) in (0, 1].

    Every edge is there in both directions.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int32]
    weights: NDArray[np.float32]


def belonging(distances: Tensor) -> Tensor:
    """Return how far each of k neighbours belongs to a point, (n, k) in (0, 1].

    exp(−(d − ρ)/σ) with ρ the nearest positive distance and σ such that the k numbers and the point
    itself add up to log₂(k + 1). `distances` (n, k) rise along each row.
    """
    d = distances.double()
    positive = torch.where(d > 0, d, torch.inf).min(1, keepdim=True).values
    rho = torch.where(positive.isfinite(), positive, 0)
    beyond = (d - rho).clamp(min=0)
    wanted = math.log2(d.shape[1] + 1)
    low = torch.zeros_like(rho)
    high = torch.full_like(rho, torch.inf)
    sigma = torch.ones_like(rho)
    for _ in range(HALVINGS):
        # The point itself has distance 0, less than ρ.
        too_wide = (-beyond / sigma).exp().sum(1, keepdim=True) > wanted
        high = torch.where(too_wide, sigma, high)
        low = torch.where(too_wide, low, sigma)
        sigma = torch.where(high.isfinite(), (low + high) / 2, sigma * 2)
    least = torch.where(rho > 0, d.mean(1, keepdim=True), d.mean()) * LEAST_SPREAD
    return (-beyond / torch.maximum(sigma, least).clamp(min=1e-12)).exp().float()


def united(neighbours: Tensor, weights: Tensor) -> sparse.csr_matrix:
    """Return the union of both directions of edges (n, k): a + b − ab."""
    n, k = neighbours.shape
    starts = np.arange(0, n * k + 1, k)
    there = sparse.csr_matrix((weights.numpy().ravel(), neighbours.numpy().ravel(), starts), (n, n))
    back = there.T.tocsr()
    both = there + back - there.multiply(back)
    both.sort_indices()
    return both


def told_apart(both: sparse.csr_matrix, labels: Tensor, weight: float) -> sparse.csr_matrix:
    """Return the edges of `both` with those between unlike labels (n,) loosened.

    e^(−2.5/(1 − weight)) of an edge stays between two kinds and e^(−1) where a label is unknown
    (negative); then every point's strongest edge is made 1 again (arXiv 1802.03426, section 6).
    """
    edges = both.tocoo()
    own, other = labels.numpy()[edges.row], labels.numpy()[edges.col]
    loose = math.exp(-2.5 / max(1 - weight, 1e-3))
    factor = np.where(own == other, 1.0, loose)
    factor = np.where((own < 0) | (other < 0), math.exp(-1.0), factor)
    kept = sparse.csr_matrix((edges.data * factor, (edges.row, edges.col)), both.shape)
    strongest = np.asarray(kept.max(axis=1).todense()).ravel()
    again = sparse.diags(1 / np.maximum(strongest, 1e-12)) @ kept
    back = again.T.tocsr()
    united_: sparse.csr_matrix = again + back - again.multiply(back)
    united_.sort_indices()
    return united_


def graph_of(both: sparse.csr_matrix, epochs: int) -> Graph:
    """Return the edges that are heavy enough to be drawn at least once in so many epochs."""
    kept = both.copy()
    kept.data[kept.data < kept.data.max() / epochs] = 0
    kept.eliminate_zeros()
    return Graph(
        kept.indptr.astype(np.int64), kept.indices.astype(np.int32), kept.data.astype(np.float32)
    )


def curve(min_dist: float, spread: float = 1.0) -> tuple[float, float]:
    """Return a, b of 1/(1 + a x²ᵇ), which falls like exp(−(x − min_dist)/spread) past min_dist."""
    x = np.linspace(0, 3 * spread, 300)
    wanted = np.where(x < min_dist, 1.0, np.exp(-(x - min_dist) / spread))

    def likeness(x: NDArray[np.float64], a: float, b: float) -> NDArray[np.float64]:
        found: NDArray[np.float64] = 1 / (1 + a * x ** (2 * b))
        return found

    (a, b), _ = optimize.curve_fit(likeness, x, wanted)
    return float(a), float(b)
