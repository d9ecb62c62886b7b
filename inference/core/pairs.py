"""Layouts by three kinds of pairs: near ones, half-near ones and far ones.

PaCMAP (Wang, Huang, Rudin and Shaposhnik, arXiv 2012.04456). Every step looks at all pairs from
where everybody stood before it, so that threads cannot change the numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from inference.core.nearest import neighbours_of

CANDIDATES = 50  # near neighbours beyond the wanted ones, of which the relatively nearest are kept
SCALE_FROM, SCALE_TO = 3, 6  # the neighbours whose mean distance is a point's own scale
DRAWN, TAKEN = 6, 1  # of so many random points, the second nearest is half-near
PHASES = (100, 100, 250)
FADE_FROM, FADE_TO = 1000.0, 3.0  # weight of half-near pairs in the first phase
RATE, BETA_1, BETA_2, EPSILON = 1.0, 0.9, 0.999, 1e-7
NEAR, HALF, FAR = 10.0, 10_000.0, 1.0  # distances at which a pair stops to matter

Array = NDArray[Any]


def near_pairs(vectors: Tensor, k: int, seed: int) -> Tensor:
    """Return for each vector (n, dim) the k neighbours (n, k) that are nearest for their scales."""
    most = min(k + CANDIDATES, len(vectors) - 1)
    rows, cosines = neighbours_of(vectors, most, seed=seed)
    apart = (2 - 2 * cosines).clamp(min=0)
    own = apart[:, SCALE_FROM:SCALE_TO].sqrt().mean(1).clamp(min=1e-10)
    scaled = apart / own[:, None] / own[rows]
    return rows.gather(1, scaled.topk(min(k, most), dim=1, largest=False).indices)


def half_near_pairs(vectors: Tensor, count: int, seed: int) -> Tensor:
    """Return for each vector (n, dim) `count` others (n, count), each the 2nd nearest of six."""
    unit = vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-12)
    dice = torch.Generator().manual_seed(seed)
    found = []
    for _ in range(count):
        drawn = _others(len(unit), DRAWN, dice)
        like = torch.cat(
            [
                torch.bmm(unit[some], own[:, :, None]).squeeze(2)
                for some, own in zip(drawn.split(4096), unit.split(4096), strict=True)
            ]
        )
        place = like.topk(TAKEN + 1, dim=1).indices[:, TAKEN:]
        found.append(drawn.gather(1, place))
    return torch.cat(found, 1) if found else torch.zeros(len(unit), 0, dtype=torch.long)


def far_pairs(n: int, count: int, seed: int) -> Tensor:
    """Return for each of n points `count` random others (n, count)."""
    return _others(n, count, torch.Generator().manual_seed(seed))


def _others(n: int, count: int, dice: torch.Generator) -> Tensor:
    drawn = torch.randint(n - 1, (n, count), generator=dice)
    return drawn + (drawn >= torch.arange(n)[:, None])


def arrange(
    start: Array,
    pairs: tuple[Tensor, Tensor, Tensor],
    *,
    threads: int,
    report: Callable[[float], None] = lambda _: None,
) -> NDArray[np.float32]:
    """Return where points come to lie that start at (n, 2), under near, half-near and far pairs.

    Each kind is (n, some). Full steps of Adam on Σ w d/(c + d), with d = |y_i − y_j|² + 1, and
    w/(1 + d) for far ones. `report` hears the share of the steps that is done.
    """
    slope = _compiled()
    xy = np.ascontiguousarray(start, np.float32).copy()
    ties = [tie for kind in pairs for tie in _both_ways(kind)]
    first, second, gradient = np.zeros_like(xy), np.zeros_like(xy), np.zeros_like(xy)
    cuts = np.linspace(0, len(xy), threads + 1).astype(int)
    total = sum(PHASES)
    with ThreadPoolExecutor(threads) as pool:
        for step in range(total):
            weights = np.array(_weights(step), np.float32)
            done = [
                pool.submit(partial(slope, xy, gradient, *ties, weights, low, high))
                for low, high in pairwise(cuts)
            ]
            for part in done:
                part.result()
            first += (1 - BETA_1) * (gradient - first)
            second += (1 - BETA_2) * (gradient**2 - second)
            rate = RATE * np.sqrt(1 - BETA_2 ** (step + 1)) / (1 - BETA_1 ** (step + 1))
            xy -= np.float32(rate) * first / (np.sqrt(second) + np.float32(EPSILON))
            report((step + 1) / total)
    return xy


def _weights(step: int) -> tuple[float, float, float]:
    """Return the weights of near, half-near and far pairs in a step."""
    if step < PHASES[0]:
        done = step / PHASES[0]
        return 2.0, (1 - done) * FADE_FROM + done * FADE_TO, 1.0
    return (3.0, FADE_TO, 1.0) if step < PHASES[0] + PHASES[1] else (1.0, 0.0, 1.0)


def _both_ways(kind: Tensor) -> tuple[Array, Array]:
    """Return starts (n + 1,) and ends of all pairs that a point has part in, from either side."""
    n, count = kind.shape
    heads = torch.arange(n).repeat_interleave(count)
    ends = kind.flatten()
    own, other = torch.cat([heads, ends]), torch.cat([ends, heads])
    order = own.argsort(stable=True)
    starts = torch.cat(
        [torch.zeros(1, dtype=torch.long), torch.bincount(own, minlength=n).cumsum(0)]
    )
    return starts.numpy(), other[order].to(torch.int32).numpy()


@cache
def _compiled() -> Any:
    from numba import njit

    return njit(cache=True, nogil=True, fastmath=True)(_slope)


def _slope(
    xy: Any,
    gradient: Any,
    near_starts: Any,
    near: Any,
    half_starts: Any,
    half: Any,
    far_starts: Any,
    far: Any,
    weights: Any,
    low: int,
    high: int,
) -> None:
    """Write the gradient of the points low … high − 1."""
    for i in range(low, high):
        x, y = xy[i, 0], xy[i, 1]
        gx, gy = np.float32(0), np.float32(0)
        for e in range(near_starts[i], near_starts[i + 1]):
            dx, dy = x - xy[near[e], 0], y - xy[near[e], 1]
            d = dx * dx + dy * dy + np.float32(1)
            w = weights[0] * np.float32(2 * NEAR) / (np.float32(NEAR) + d) ** 2
            gx += w * dx
            gy += w * dy
        if weights[1] > 0:
            for e in range(half_starts[i], half_starts[i + 1]):
                dx, dy = x - xy[half[e], 0], y - xy[half[e], 1]
                d = dx * dx + dy * dy + np.float32(1)
                w = weights[1] * np.float32(2 * HALF) / (np.float32(HALF) + d) ** 2
                gx += w * dx
                gy += w * dy
        for e in range(far_starts[i], far_starts[i + 1]):
            dx, dy = x - xy[far[e], 0], y - xy[far[e], 1]
            d = dx * dx + dy * dy + np.float32(1)
            w = weights[2] * np.float32(2) / (np.float32(FAR) + d) ** 2
            gx -= w * dx
            gy -= w * dy
        gradient[i, 0], gradient[i, 1] = gx, gy
