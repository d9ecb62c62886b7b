"""Turning one layout onto another: the same points, seen from the same side.

Least squares over rotation, reflection, scale and shift (Umeyama 1991).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Similarity:
    """x ↦ scale · x @ turn + shift, for places (n, 2)."""

    scale: float
    turn: Tensor
    shift: Tensor

    def __call__(self, xy: Tensor) -> Tensor:
        """Return where places (n, 2) go."""
        return self.scale * xy @ self.turn + self.shift


def onto(moving: Tensor, fixed: Tensor) -> Similarity:
    """Return the similarity that brings places (n, 2) nearest to others (n, 2), row by row."""
    a, b = moving.double(), fixed.double()
    middle_a, middle_b = a.mean(0), b.mean(0)
    a, b = a - middle_a, b - middle_b
    left, strength, right = torch.linalg.svd(a.T @ b)
    turn = left @ right
    scale = float(strength.sum() / a.square().sum().clamp(min=1e-12))
    shift = middle_b - scale * middle_a @ turn
    return Similarity(scale, turn.float(), shift.float())


def disparity(one: Tensor, other: Tensor) -> float:
    """Return how unlike two layouts (n, 2) of the same points are: 0 alike, 1 not at all.

    The share of the squared distances that no similarity takes away (Procrustes).
    """
    a, b = (xy.double() - xy.double().mean(0) for xy in (one, other))
    a, b = a / a.norm().clamp(min=1e-12), b / b.norm().clamp(min=1e-12)
    return max(0.0, 1 - float(torch.linalg.svdvals(a.T @ b).sum()) ** 2)
