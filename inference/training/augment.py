"""Small random changes to pictures, so that a network learns the thing and not its pixels."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def uniform(shape: tuple[int, ...], low: float, high: float, generator: torch.Generator) -> Tensor:
    """Draw numbers evenly between `low` and `high`."""
    return torch.rand(shape, generator=generator) * (high - low) + low


def move_and_scale(
    x: Tensor,
    generator: torch.Generator,
    *,
    share: float,
    shift_pixels: float,
    scale: tuple[float, float],
    turn_radians: float = 0.0,
) -> Tensor:
    """Shift, scale and turn a `share` of the pictures `n 3 h w` in [-1, 1], white coming in."""
    n, size = len(x), x.shape[-1]
    chosen = torch.rand(n, generator=generator) < share
    factor = uniform((n,), *scale, generator).reciprocal()
    angle = uniform((n,), -turn_radians, turn_radians, generator)
    shift = uniform((n, 2), -1, 1, generator) * (2 * shift_pixels / size)
    cos, sin = angle.cos() * factor, angle.sin() * factor
    matrix = torch.stack(
        [torch.stack([cos, -sin, shift[:, 0]], 1), torch.stack([sin, cos, shift[:, 1]], 1)], 1
    )
    still = torch.tensor([[1.0, 0, 0], [0, 1.0, 0]]).expand(n, 2, 3)
    matrix = torch.where(chosen[:, None, None], matrix, still)
    grid = functional.affine_grid(matrix, list(x.shape), align_corners=False).to(x.device)
    # Zero padding of `x - 1` is white padding of `x`.
    return functional.grid_sample(x - 1, grid, align_corners=False) + 1


def flip(x: Tensor, generator: torch.Generator, share: float = 0.5) -> Tensor:
    """Mirror a `share` of the pictures left to right."""
    chosen = torch.rand(len(x), generator=generator) < share
    return torch.where(chosen[:, None, None, None].to(x.device), x.flip(-1), x)


def recolour(x: Tensor, generator: torch.Generator, amount: float) -> Tensor:
    """Change brightness, contrast and colour balance of pictures `n 3 h w` a little."""
    n = len(x)
    gain = uniform((n, 3, 1, 1), 1 - amount, 1 + amount, generator).to(x.device)
    offset = uniform((n, 3, 1, 1), -amount, amount, generator).to(x.device)
    return (x * gain + offset).clamp(-1, 1)


def cut_out(x: Tensor, generator: torch.Generator, share: float, size: int) -> Tensor:
    """Paint a white square over a random place of a `share` of the pictures."""
    n, side = len(x), x.shape[-1]
    corner = torch.randint(0, side - size + 1, (n, 2), generator=generator)
    place = torch.arange(side)
    inside = (place >= corner[:, :, None]) & (place < corner[:, :, None] + size)
    hole = inside[:, 0, :, None] & inside[:, 1, None, :]
    hole &= (torch.rand(n, generator=generator) < share)[:, None, None]
    return x.masked_fill(hole[:, None].to(x.device), 1.0)


def soften(x: Tensor, generator: torch.Generator, share: float) -> Tensor:
    """Blur a `share` of the pictures, as a small decoder would."""
    chosen = torch.rand(len(x), generator=generator) < share
    small = functional.avg_pool2d(x, 2)
    blurred = functional.interpolate(small, scale_factor=2, mode="bilinear")
    return torch.where(chosen[:, None, None, None].to(x.device), blurred, x)
