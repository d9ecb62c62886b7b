"""Two numbers for how alike pictures are."""

from __future__ import annotations

import numpy as np
import pytest

from app.likeness import MOST_DB, mean_difference, psnr_db, ssim

DRAWN = np.random.default_rng(0).integers(0, 256, (24, 32, 3), dtype=np.uint8)
GREY = np.full((24, 32, 3), 100, np.uint8)


def test_a_picture_is_like_itself() -> None:
    assert (psnr_db(DRAWN, DRAWN), ssim(DRAWN, DRAWN), mean_difference(DRAWN, DRAWN)) == (
        MOST_DB, pytest.approx(1), 0,
    )  # fmt: skip


def test_a_constant_error_has_the_decibels_of_the_textbook() -> None:
    assert psnr_db(GREY, GREY + 10) == pytest.approx(20 * np.log10(255 / 10))
    assert mean_difference(GREY, GREY + 10) == pytest.approx(10 / 255)


def test_the_similarity_of_flat_pictures_is_that_of_their_brightness() -> None:
    c1 = (0.01 * 255) ** 2
    assert ssim(GREY, GREY + 50) == pytest.approx((2 * 100 * 150 + c1) / (100**2 + 150**2 + c1))


def test_more_noise_is_less_alike() -> None:
    scores = []
    for spread in (1, 10, 60):
        noise = np.random.default_rng(1).normal(0, spread, DRAWN.shape)
        scores.append(ssim(DRAWN, np.clip(DRAWN + noise, 0, 255).astype(np.uint8)))
    assert scores == sorted(scores, reverse=True)
    assert ssim(DRAWN, 255 - DRAWN) < 0


def test_it_does_not_matter_which_of_two_pictures_is_named_first() -> None:
    soft = (DRAWN // 4 + 96).astype(np.uint8)
    assert ssim(DRAWN, soft) == pytest.approx(ssim(soft, DRAWN))
    assert psnr_db(DRAWN, soft) == pytest.approx(psnr_db(soft, DRAWN))


def test_pictures_smaller_than_a_window_are_compared_too() -> None:
    assert ssim(DRAWN[:3, :5], DRAWN[:3, :5]) == pytest.approx(1)
