"""Finished layouts: where known points lie, and where newcomers go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from inference.core.nearest import Cells, cells_of, unit
from inference.core.neighbours import in_plane
from inference.core.noise import noise
from inference.core.placing import NEAREST, place_near

PARTY = 4.0  # see `party_radius`
ROWS = 1 << 14  # of a covariance at once
WIDE = 1024  # dimensions; of more, no covariance is made
FEW, SPARE, POWERS = 512, 16, 6


def principal_axes(vectors: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """Return the mean (dim,) and the k unit axes (k, dim) of largest variance.

    PCA gives either end of an axis; the largest component of each is made positive. There are never
    more axes than vectors (n, dim) or dimensions.
    """
    n, dim = vectors.shape
    mean = vectors.mean(0)
    if n <= dim or dim > WIDE:
        axes = _widest_of_many(vectors - mean, min(k, n, dim))
    else:
        # The covariance is small and summed exactly; a decomposition of all rows takes 20 times longer.
        covariance = torch.zeros(dim, dim, dtype=torch.float64)
        for part in vectors.split(ROWS):
            rows = (part - mean).double()
            covariance += rows.T @ rows
        axes = torch.linalg.eigh(covariance)[1].flip(1)[:, :k].T.float()
    signs = axes[torch.arange(len(axes)), axes.abs().argmax(1)].sign()
    return mean, (axes * signs[:, None]).contiguous()


def _widest_of_many(centred: Tensor, k: int) -> Tensor:
    """Return the k widest axes (k, dim) by powers of a random subspace (Halko, arXiv 0909.4061)."""
    if min(centred.shape) <= FEW:
        return torch.linalg.svd(centred, full_matrices=False)[2][:k]
    basis = noise(0, (centred.shape[1], min(k + SPARE, *centred.shape)))
    for _ in range(POWERS):
        basis = torch.linalg.qr(centred.T @ (centred @ torch.linalg.qr(basis)[0]))[0]
    return torch.linalg.svd(centred @ basis, full_matrices=False)[2][:k] @ basis.T


@dataclass(frozen=True)
class LinearLayout:
    """Coordinates along two axes: exact for newcomers too."""

    xy: Tensor
    mean: Tensor
    axes: Tensor

    def place(self, vectors: Tensor) -> Tensor:
        """Return coordinates (new, 2) of vectors (new, dim)."""
        return (vectors - self.mean) @ self.axes.T

    def lift(self, xy: Tensor) -> Tensor:
        """Return the vectors (m, dim) nearest to the mean that lie at places (m, 2): exactly there."""
        return self.mean + xy @ torch.linalg.pinv(self.axes).T


@dataclass(frozen=True)
class NeighbourLayout:
    """Coordinates without a formula: newcomers go where the points go that they resemble."""

    xy: Tensor
    vectors: Tensor

    @cached_property
    def _cells(self) -> Cells:
        return cells_of(unit(self.vectors), k=NEAREST)

    @cached_property
    def _radius(self) -> float:
        return party_radius(self.xy)

    def place(self, vectors: Tensor) -> Tensor:
        """Return coordinates (new, 2) of vectors (new, dim)."""
        rows, cosines = self._cells.search(unit(vectors), NEAREST)
        return place_near(rows, cosines, self.xy, radius=self._radius).xy


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
