"""How far a map can be trusted.

Trustworthiness T(k) = 1 − 2/(nk(2n − 3k − 1)) Σ_i Σ_{j ∈ U_k(i)} (r(i, j) − k), where U_k(i) are the
neighbours on the map that are none in the vectors, and r their rank there (Venna and Kaski 2001);
continuity is the same with both sides swapped. Recall is the share of true neighbours kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from inference.core.noise import shuffled


@dataclass(frozen=True)
class Quality:
    """Three shares in [0, 1], over `sample` points with k neighbours."""

    trustworthiness: float
    continuity: float
    recall: float
    sample: int


def quality(vectors: Tensor, xy: Tensor, *, k: int = 15, most: int = 5000) -> Quality:
    """Compare vectors (n, dim) by cosine with points (n, 2); at most `most` of them, seeded."""
    if len(vectors) > most:
        chosen = shuffled(len(vectors), seed=0)[:most]
        vectors, xy = vectors[chosen], xy[chosen]
    n = len(vectors)
    k = min(k, (n - 1) // 2)
    unit = vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-12)
    high, low = _ranks(1 - unit @ unit.T), _ranks(torch.cdist(xy, xy))
    worst = n * k * (2 * n - 3 * k - 1) / 2
    intruders = torch.where(low <= k, (high - k).clamp(min=0), 0).sum()
    missing = torch.where(high <= k, (low - k).clamp(min=0), 0).sum()
    kept = ((low <= k) & (high <= k)).sum()
    return Quality(
        1 - float(intruders) / worst, 1 - float(missing) / worst, float(kept) / (n * k), n
    )


def _ranks(distances: Tensor) -> Tensor:
    """Return for each row the rank of every column: 1 for the nearest other, large for itself."""
    distances.fill_diagonal_(torch.inf)
    order = distances.argsort(dim=1, stable=True).to(torch.int32)
    ranks = torch.empty_like(order)
    places = torch.arange(1, len(order) + 1, dtype=torch.int32).expand_as(order)
    ranks.scatter_(1, order.long(), places)
    # The distance to itself is infinite, so that a point comes last and never within k.
    return ranks


def local_recall(high: Tensor, low: Tensor) -> Tensor:
    """Return for each point the share of true neighbours `high` (n, k) that are among `low` (n, k)."""
    same = high[:, :, None] == low[:, None, :]
    return same.any(2).float().mean(1)
