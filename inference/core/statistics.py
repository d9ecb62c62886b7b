"""Small samples, said honestly."""

from __future__ import annotations

import math

Z_95 = 1.959964


def wilson(hits: int, n: int, z: float = Z_95) -> tuple[float, float]:
    """Return the interval in which a share lies, 95 % sure, after `hits` of n (Wilson 1927)."""
    if n == 0:
        return 0.0, 1.0
    share = hits / n
    scale = 1 + z * z / n
    middle = (share + z * z / (2 * n)) / scale
    half = z / scale * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)
