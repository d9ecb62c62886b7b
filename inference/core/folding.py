"""Very long vectors made shorter so that they stay as alike as they were.

A count sketch (Charikar, Chen, Farach-Colton 2002; Weinberger et al., arXiv 0902.2206): numbers are
dealt into as many heaps as wanted, with random signs, and every heap is added up. Inner products
stay what they were on average; the cosine of two vectors is off by about 1/√heaps.
"""

from __future__ import annotations

from functools import lru_cache

import torch
from torch import Tensor

from inference.core.noise import noise, shuffled

HEAPS = 16_384
SEED = 20_250_301


def folded(vectors: Tensor) -> Tensor:
    """Return vectors (n, dim) as (n, 16,384) where they are longer than that, the same every time."""
    dim = vectors.shape[1]
    if dim <= HEAPS:
        return vectors
    order, signs = _deal(dim)
    dealt = vectors[:, order] * signs
    whole = -(-dim // HEAPS) * HEAPS
    padded = torch.nn.functional.pad(dealt, (0, whole - dim))
    return padded.view(len(vectors), -1, HEAPS).sum(1)


@lru_cache(maxsize=2)
def _deal(dim: int) -> tuple[Tensor, Tensor]:
    """Return the order in which numbers are dealt, and the sign of each."""
    return shuffled(dim, seed=SEED), noise(SEED, (dim,)).sign()
