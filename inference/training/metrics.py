"""The numbers by which the embedded model is measured."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

SSIM_WINDOW = 7


def psnr(x: Tensor, y: Tensor) -> float:
    """Return the mean peak signal-to-noise ratio in dB of pictures `n 3 h w` in [-1, 1]."""
    error = (x - y).square().mean((1, 2, 3)).clamp(min=1e-10)
    return float((10 * (4 / error).log10()).mean())


def ssim(x: Tensor, y: Tensor) -> float:
    """Return the mean structural similarity of pictures `n 3 h w` in [-1, 1], 7×7 windows."""

    def blur(value: Tensor) -> Tensor:
        return functional.avg_pool2d(value, SSIM_WINDOW, stride=1)

    first, second = 0.01**2 * 4, 0.03**2 * 4
    mean_x, mean_y = blur(x), blur(y)
    var_x, var_y = blur(x * x) - mean_x**2, blur(y * y) - mean_y**2
    both = blur(x * y) - mean_x * mean_y
    top = (2 * mean_x * mean_y + first) * (2 * both + second)
    bottom = (mean_x**2 + mean_y**2 + first) * (var_x + var_y + second)
    return float((top / bottom).mean())


def kernel_distance(x: Tensor, y: Tensor) -> float:
    """Return the unbiased squared MMD of features (n, d), (m, d): the KID of Bińkowski et al."""

    def kernel(a: Tensor, b: Tensor) -> Tensor:
        return (a @ b.T + 1).pow(3)

    n, m = len(x), len(y)
    within_x = (kernel(x, x).sum() - kernel(x, x).diagonal().sum()) / (n * (n - 1))
    within_y = (kernel(y, y).sum() - kernel(y, y).diagonal().sum()) / (m * (m - 1))
    return float(within_x + within_y - 2 * kernel(x, y).mean())


def spread(features: Tensor) -> float:
    """Return the mean cosine distance between all pairs of unit vectors (n, d)."""
    n = len(features)
    cosine = features @ features.T
    return float(1 - (cosine.sum() - cosine.diagonal().sum()) / (n * (n - 1)))


def copying(made: Tensor, real: Tensor) -> Tensor:
    """Return (n,) d(made, nearest real) / d(that one, its nearest other); near 0 means a copy.

    Vectors (n, d) and (m, d).
    """
    distances, nearest = torch.cdist(made, real).min(1)
    neighbours = torch.cdist(real[nearest], real)
    neighbours[torch.arange(len(made)), nearest] = torch.inf
    return distances / neighbours.min(1).values.clamp(min=1e-6)
