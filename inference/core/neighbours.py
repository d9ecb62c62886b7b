"""Exact nearest neighbours, in pieces that fit into memory."""

from __future__ import annotations

import numpy as np
import torch
from scipy.spatial import cKDTree
from torch import Tensor

ROWS = 1024


def by_cosine(vectors: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """Return indices and cosine distances, both (n, k), of the k nearest others, nearest first.

    Vectors are (n, dim) of any length; equal distances keep the smaller index first.
    """
    unit = vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-12)
    found = []
    for start in range(0, len(unit), ROWS):
        similar = unit[start : start + ROWS] @ unit.T
        rows = torch.arange(len(similar))
        similar[rows, rows + start] = -2
        found.append(similar.topk(k, dim=1))
    distances = torch.cat([1 - item.values for item in found]).clamp(min=0)
    return torch.cat([item.indices for item in found]), distances


def in_plane(xy: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """Return indices and distances, both (n, k), of the k nearest others of points (n, 2)."""
    points = xy.numpy()
    distances, rows = cKDTree(points).query(points, k + 1, workers=-1)
    others = rows != np.arange(len(points))[:, None]
    # Among more than k points in one place a point may not meet itself: then the last one goes.
    others[others.all(1), -1] = False
    shape = (len(points), k)
    return (
        torch.from_numpy(rows[others].reshape(shape)),
        torch.from_numpy(distances[others].reshape(shape).astype(np.float32)),
    )
