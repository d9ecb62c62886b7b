"""How different two pictures are where no judge knows them: a Laplacian pyramid."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.likeness import Pixels

LEVELS, SIDE = 5, 64
Floats = NDArray[np.float64]


def pyramid_distance(a: Pixels, b: Pixels) -> float:
    """Return the mean absolute difference over all scales of two pictures of one size, from 0.

    Each band counts by 2^level as in the Laplacian-pyramid loss of Ling and Okada (2006), so that
    a shape that moves counts more than its grain. A metric: 0 for equal pictures, symmetric, and
    no way round is shorter.
    """
    one, two = _bands(a), _bands(b)
    return sum(
        2.0**level * float(np.mean(np.abs(x - y)))
        for level, (x, y) in enumerate(zip(one, two, strict=True))
    ) / 2.0 ** len(one)


def _bands(picture: Pixels) -> list[Floats]:
    level = _to_side(picture.astype(np.float64) / 255)
    bands: list[Floats] = []
    while len(bands) < LEVELS and min(level.shape[:2]) >= 4:
        small = _halved(level)
        bands.append(level - _doubled(small)[: level.shape[0], : level.shape[1]])
        level = small
    return [*bands, level]


def _to_side(picture: Floats) -> Floats:
    """Return a large picture as means over blocks: finer grain is no part of a journey."""
    block = max(min(picture.shape[:2]) // SIDE, 1)
    height, width = (side // block * block for side in picture.shape[:2])
    cut = picture[:height, :width].reshape(height // block, block, width // block, block, -1)
    means: Floats = cut.mean(axis=(1, 3))
    return means


def _halved(level: Floats) -> Floats:
    height, width = (side // 2 * 2 for side in level.shape[:2])
    cut = level[:height, :width].reshape(height // 2, 2, width // 2, 2, -1)
    means: Floats = cut.mean(axis=(1, 3))
    return means


def _doubled(level: Floats) -> Floats:
    grown: Floats = np.pad(
        level.repeat(2, axis=0).repeat(2, axis=1), ((0, 1), (0, 1), (0, 0)), "edge"
    )
    return grown
