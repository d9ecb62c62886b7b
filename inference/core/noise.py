"""Randomness that a seed decides, on every device the same."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

from inference.core.geometry import match_norm

LARGEST_PUSH = math.radians(60)
# Variation 1 of noise(1) must not be a walk along noise(1) itself.
OTHER_SEEDS = 0x1F2E_3D4C_5B6A


def noise(seed: int, shape: Sequence[int]) -> Tensor:
    """Return float32 numbers ~ N(0, 1) of a shape, drawn on the CPU from a seed in [0, 2⁵³)."""
    return torch.randn(tuple(shape), generator=torch.Generator().manual_seed(seed))


def shuffled(n: int, *, seed: int) -> Tensor:
    """Return the numbers 0 … n − 1 in an order that the seed decides."""
    return torch.randperm(n, generator=torch.Generator().manual_seed(seed))


def push(x: Tensor, direction: Tensor, angle_rad: float) -> Tensor:
    """Turn noise towards a direction by an angle in [−60°, 60°] without changing its length.

    cos θ x + sin θ |x| d̂, with d̂ the part of the direction at right angles to x.
    """
    theta = max(-LARGEST_PUSH, min(LARGEST_PUSH, angle_rad))
    side = aside(x, direction)
    return math.cos(theta) * x + math.sin(theta) * x.norm() * side


def aside(x: Tensor, direction: Tensor) -> Tensor:
    """Return the unit vector along the part of `direction` that is at right angles to x."""
    flat, way = x.flatten(), direction.flatten().to(x)
    side = way - (way @ flat) / (flat @ flat) * flat
    return match_norm(side, side.new_ones(1)).reshape(x.shape)


def turn(x: Tensor, amount: float, seed: int) -> Tensor:
    """Turn x by `amount` × 90° towards a random direction; its length stays."""
    theta = amount * math.pi / 2
    side = aside(x, noise(seed ^ OTHER_SEEDS, x.shape))
    return math.cos(theta) * x + math.sin(theta) * x.norm() * side


def step_aside(x: Tensor, amount: float, seed: int) -> Tensor:
    """Add random numbers whose length is `amount` times that of x (or of N(0, 1) where x is 0)."""
    step = noise(seed ^ OTHER_SEEDS, x.shape).to(x)
    size = x.norm() if float(x.norm()) > 0 else step.norm()
    return x + amount * size * step / step.norm()
