"""Hubs: points that are near everything, and how to see past them.

Among many dimensions some points are a near neighbour of nearly everybody (Radovanović et al. 2010).
Cross-domain similarity local scaling (Conneau et al. 2018, eq. 4) counts against a point how near
its own neighbours are to it.
"""

from __future__ import annotations

import torch
from torch import Tensor

NEIGHBOURS = 10
BLOCK = 1024


def crowding(unit: Tensor, groups: Tensor | None = None, *, k: int = NEIGHBOURS) -> Tensor:
    """Return the mean cosine (n,) of unit vectors (n, dim) to their k nearest others.

    With `groups` (n,), to those of the own group.
    """
    found = torch.zeros(len(unit))
    labels = torch.zeros(len(unit), dtype=torch.long) if groups is None else groups
    for label in labels.unique():
        rows = (labels == label).nonzero()[:, 0]
        own = unit[rows]
        for start in range(0, len(rows), BLOCK):
            part = rows[start : start + BLOCK]
            cosines = unit[part] @ own.T
            cosines[torch.arange(len(part)), torch.arange(start, start + len(part))] = -torch.inf
            best = cosines.topk(min(k, len(rows) - 1), dim=1).values
            found[part] = best.mean(1) if best.shape[1] else 0.0
    return found


def past_hubs(cosines: Tensor, crowded: Tensor) -> Tensor:
    """Return cosines (…, n) corrected for how crowded (n,) it is around each point.

    cos − (r − r̄) / 2: the order of 2 cos − r, on the scale of a cosine.
    """
    return cosines - (crowded - crowded.mean()) / 2
