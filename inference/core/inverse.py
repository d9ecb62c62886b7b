"""Where on the map → which points to mix.

Kernel-weighted neighbours with guards (methods §8B). UMAP's own inverse averages hundreds of points
and answers with an arbitrary triangle outside the hull; this one clamps and says so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

NEAREST, BANDWIDTH_FROM = 8, 4
ALIKE = 0.3  # neighbours less alike than this are two worlds with a border between them


@dataclass(frozen=True)
class Mixture:
    """Which points to mix, and how far to believe the result.

    `indices` (k,) and `weights` (k,) that add up to 1, heaviest first; `xy` (2,) is the clicked
    place after clamping; `confidence` in [0, 1]; `boundary` says that only one of two unlike
    groups around the place was taken.
    """

    indices: Tensor
    weights: Tensor
    xy: Tensor
    confidence: float
    clamped: bool
    boundary: bool


def mixture_at(
    place: Tensor,
    xy: Tensor,
    vectors: Tensor,
    *,
    hull: Tensor,
    spacing: float,
    trust: Tensor | None = None,
    bandwidth: float | None = None,
    k: int = NEAREST,
    alike: float = ALIKE,
) -> Mixture:
    """Weigh the k neighbours of a place (2,) among points (n, 2) with unit vectors (n, dim).

    w ~ exp(−d²/2h²), h the distance to the 4th neighbour unless given. `spacing` is the usual
    distance to a 4th neighbour on this map; the confidence is exp(−d₁/spacing) times the mean trust
    (n,) of the neighbours. Neighbours that are less alike than `alike` are not mixed; −1 mixes all.
    """
    inside, clamped = clamp_to_hull(place, hull)
    apart = (xy - inside).norm(dim=1)
    near = apart.topk(min(k, len(xy)), largest=False)
    distances, indices = near.values, near.indices
    h = bandwidth or float(distances[min(BANDWIDTH_FROM, len(distances)) - 1])
    h = max(h, 1e-9)
    # Relative to the nearest, so that a tiny bandwidth leaves one point and not nothing.
    logits = -(distances.square() - distances[0] ** 2) / (2 * h * h)
    weights = logits.softmax(0)
    keep = dominant(vectors[indices], weights, alike)
    boundary = not bool(keep.all())
    indices, weights = indices[keep], weights[keep]
    weights = weights / weights.sum()
    sure = 1.0 if trust is None else float(trust[indices] @ weights)
    # From where the click was, not from where it was clamped to.
    away = float((xy[near.indices[0]] - place).norm())
    confidence = math.exp(-away / spacing) * sure
    order = weights.argsort(descending=True)
    return Mixture(indices[order], weights[order], inside, confidence, clamped, boundary)


def dominant(vectors: Tensor, weights: Tensor, alike: float = ALIKE) -> Tensor:
    """Return which of k unit vectors (k, dim) belong to the heavier of two unlike groups, as bools.

    All of them where the least alike pair has a cosine of at least `alike`. Otherwise weighted
    2-means on the sphere, begun at the least alike pair.
    """
    similar = vectors @ vectors.T
    if len(vectors) < 3 or float(similar.min()) >= alike:
        return torch.ones(len(vectors), dtype=torch.bool)
    first, second = divmod(int(similar.argmin()), len(vectors))
    centres = vectors[[first, second]]
    side = torch.zeros(len(vectors), dtype=torch.long)
    for _ in range(8):
        side = (vectors @ centres.T).argmax(1)
        groups = [(weights * (side == g))[:, None].mul(vectors).sum(0) for g in (0, 1)]
        centres = torch.stack([group / group.norm().clamp(min=1e-9) for group in groups])
    masses = [float(weights[side == group].sum()) for group in (0, 1)]
    return side == (0 if masses[0] >= masses[1] else 1)


def convex_hull(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the corners of the convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered

    def half(path: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        chain: list[tuple[float, float]] = []
        for point in path:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        return chain[:-1]

    return half(ordered) + half(ordered[::-1])


def _turn(o: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def clamp_to_hull(place: Tensor, hull: Tensor) -> tuple[Tensor, bool]:
    """Return the nearest place inside a convex hull (corners, 2), and whether it had to move."""
    start, end = hull, hull.roll(-1, 0)
    edge, rest = end - start, place - start
    cross = edge[:, 0] * rest[:, 1] - edge[:, 1] * rest[:, 0]
    if len(hull) > 2 and bool((cross >= 0).all()):
        return place, False
    along = (rest * edge).sum(1) / edge.square().sum(1).clamp(min=1e-12)
    feet = start + along.clamp(0, 1)[:, None] * edge
    nearest = (feet - place).norm(dim=1).argmin()
    return feet[nearest], True
