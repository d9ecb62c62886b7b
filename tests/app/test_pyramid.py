"""The pyramid is a distance, and a shape that moves counts more than its grain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.pyramid import pyramid_distance

Pixels = NDArray[np.uint8]


def picture(seed: int, height: int = 24, width: int = 32) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def blob(at: int, side: int = 64) -> Pixels:
    drawn = np.full((side, side, 3), 255, np.uint8)
    drawn[20:44, at : at + 20] = 0
    return drawn


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_it_is_a_metric(a: int, b: int, c: int) -> None:
    x, y, z = picture(a), picture(b), picture(c)
    assert pyramid_distance(x, x) == 0
    assert pyramid_distance(x, y) == pytest.approx(pyramid_distance(y, x))
    assert pyramid_distance(x, z) <= pyramid_distance(x, y) + pyramid_distance(y, z) + 1e-9


def test_farther_moves_are_farther_and_grain_is_little() -> None:
    near, far = (pyramid_distance(blob(10), blob(at)) for at in (14, 30))
    grain = blob(10).astype(np.int16)
    grain += np.random.default_rng(1).integers(-9, 10, grain.shape).astype(np.int16)
    noisy = pyramid_distance(blob(10), grain.clip(0, 255).astype(np.uint8))
    assert noisy < near < far


@pytest.mark.parametrize("size", [(4, 4), (7, 5), (130, 200), (1, 1), (512, 512)])
def test_every_size_can_be_measured(size: tuple[int, int]) -> None:
    assert pyramid_distance(picture(1, *size), picture(2, *size)) > 0
