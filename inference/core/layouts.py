"""Finished layouts: where known points lie, and where newcomers go."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from inference.core.neighbours import in_plane
from inference.core.placing import place

PARTY = 4.0  # see `party_radius`


def principal_axes(vectors: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """Return the mean (dim,) and the k unit axes (k, dim) of largest variance.

    PCA gives either end of an axis; the largest component of each is made positive.
    """
    mean = vectors.mean(0)
    _, _, axes = torch.linalg.svd(vectors - mean, full_matrices=False)
    axes = axes[:k]
    signs = axes[torch.arange(len(axes)), axes.abs().argmax(1)].sign()
    return mean, axes * signs[:, None]


@dataclass(frozen=True)
class LinearLayout:
    """Coordinates along two axes: exact for newcomers too."""

    xy: Tensor
    mean: Tensor
    axes: Tensor

    def place(self, vectors: Tensor) -> Tensor:
        """Return coordinates (new, 2) of vectors (new, dim)."""
        return (vectors - self.mean) @ self.axes.T


@dataclass(frozen=True)
class NeighbourLayout:
    """Coordinates without a formula: newcomers go where the points go that they resemble."""

    xy: Tensor
    vectors: Tensor

    def place(self, vectors: Tensor) -> Tensor:
        """Return coordinates (new, 2) of vectors (new, dim)."""
        unit = torch.nn.functional.normalize
        return place(
            unit(vectors, dim=-1), unit(self.vectors, dim=-1), self.xy, radius=party_radius(self.xy)
        ).xy


def party_radius(xy: Tensor) -> float:
    """Return how near points must be to vote together: a few times the usual 4th-neighbour gap."""
    return PARTY * spacing(xy)


def spacing(xy: Tensor) -> float:
    """Return the median distance of points (n, 2) to their 4th neighbour."""
    return usual_gaps(xy)[1]


def usual_gaps(xy: Tensor) -> tuple[float, float]:
    """Return the median distances of points (n, 2) to their nearest and to their 4th neighbour."""
    distances = in_plane(xy, min(4, len(xy) - 1))[1].median(0).values.clamp(min=1e-9)
    return float(distances[0]), float(distances[-1])
