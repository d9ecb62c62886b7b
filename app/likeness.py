"""How alike two pictures are, in numbers that people know: PSNR and SSIM."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
# Past this, no eye and no screen tells them apart; also what equal pictures are given.
MOST_DB = 100.0
WINDOW = 7
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def psnr_db(a: Pixels, b: Pixels) -> float:
    """Return the peak signal-to-noise ratio of two pictures `h w 3` in decibels, at most 100."""
    error = float(np.mean((a.astype(np.float64) - b.astype(np.float64)) ** 2))
    return MOST_DB if error == 0 else min(MOST_DB, 10 * math.log10(255**2 / error))


def ssim(a: Pixels, b: Pixels) -> float:
    """Return the structural similarity of two pictures `h w 3`, from -1 to 1 (equal).

    Means, variances and the covariance of brightness over windows of 7×7 pixels, averaged:
    (2 μa μb + C1)(2 σab + C2) / ((μa² + μb² + C1)(σa² + σb² + C2)).
    """
    x, y = _brightness(a), _brightness(b)
    size = min(WINDOW, *x.shape)
    mean_x, mean_y = _means(x, size), _means(y, size)
    var_x = _means(x * x, size) - mean_x**2
    var_y = _means(y * y, size) - mean_y**2
    both = _means(x * y, size) - mean_x * mean_y
    alike = (2 * mean_x * mean_y + C1) * (2 * both + C2)
    return float(np.mean(alike / ((mean_x**2 + mean_y**2 + C1) * (var_x + var_y + C2))))


def mean_difference(a: Pixels, b: Pixels) -> float:
    """Return the mean absolute difference of two pictures, from 0 to 1."""
    return float(np.mean(np.abs(a.astype(np.float64) - b.astype(np.float64)))) / 255


def _brightness(picture: Pixels) -> NDArray[np.float64]:
    red, green, blue = (picture[..., channel].astype(np.float64) for channel in range(3))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _means(values: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """Return the means over all windows of `size` × `size`, by sums of sums."""
    sums = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
    sums[1:, 1:] = values.cumsum(0).cumsum(1)
    windows = sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]
    means: NDArray[np.float64] = windows / size**2
    return means
