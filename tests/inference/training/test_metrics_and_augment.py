"""Measures answer what is plain to see, and small changes stay small."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from inference.training.augment import cut_out, flip, move_and_scale, recolour, soften
from inference.training.metrics import copying, kernel_distance, psnr, spread, ssim
from inference.training.progress import Running, cosine_rate


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def pictures(n: int = 4) -> Tensor:
    return torch.rand(n, 3, 64, 64, generator=generator()) * 2 - 1


def test_an_error_of_a_tenth_of_the_range_is_twenty_decibels() -> None:
    x = torch.zeros(2, 3, 64, 64)
    assert math.isclose(psnr(x, x + 0.2), 20.0, abs_tol=1e-3)


def test_a_picture_is_most_like_itself() -> None:
    x = pictures()
    assert math.isclose(ssim(x, x), 1.0, abs_tol=1e-5)
    assert ssim(x, x.flip(-1)) < 0.5


def test_kernel_distance_grows_with_the_difference() -> None:
    base = functional.normalize(torch.randn(400, 16, generator=generator()), dim=1)
    same = functional.normalize(torch.randn(400, 16, generator=generator(1)), dim=1)
    other = functional.normalize(torch.randn(400, 16, generator=generator(2)) + 1, dim=1)
    assert abs(kernel_distance(base, same)) < 0.05 < kernel_distance(base, other)


def test_spread_is_nothing_for_copies_and_one_for_unrelated_vectors() -> None:
    assert abs(spread(torch.eye(8)[:1].expand(5, -1))) < 1e-6
    assert math.isclose(spread(torch.eye(8)), 1.0, abs_tol=1e-6)


def test_a_copy_is_recognised_and_something_new_is_not() -> None:
    real = torch.randn(50, 8, generator=generator())
    ratios = copying(torch.cat([real[:1], real[:1] + 100]), real)
    assert float(ratios[0]) < 1e-3
    assert float(ratios[1]) > 1


def test_what_comes_in_at_the_border_is_white() -> None:
    black = -torch.ones(8, 3, 64, 64)
    moved = move_and_scale(black, generator(), share=1.0, shift_pixels=8, scale=(0.5, 0.6))
    assert moved.min() >= -1 - 1e-5
    assert torch.allclose(moved[:, :, 0, 0], torch.ones(8, 3), atol=1e-5)


def test_nothing_moves_when_the_share_is_zero() -> None:
    x = pictures()
    still = move_and_scale(x, generator(), share=0.0, shift_pixels=8, scale=(0.5, 0.6))
    assert torch.allclose(still, x, atol=1e-4)
    assert torch.equal(flip(x, generator(), 0.0), x)
    assert torch.equal(soften(x, generator(), 0.0), x)


def test_the_same_seed_changes_pictures_in_the_same_way() -> None:
    x = pictures()

    def change(seed: int) -> Tensor:
        random = generator(seed)
        return cut_out(recolour(flip(x, random), random, 0.1), random, 1.0, 16)

    assert torch.equal(change(1), change(1))
    assert not torch.equal(change(1), change(2))


def test_the_rate_rises_then_falls_to_its_floor() -> None:
    rates = [cosine_rate(step, step / 100, peak=1.0, floor=0.1, warm_up=10) for step in range(101)]
    assert rates[0] < rates[9]
    assert rates[20] > rates[60] > rates[100]
    assert math.isclose(rates[100], 0.1)


def test_a_running_mean_starts_at_the_first_number() -> None:
    running = Running(0.5)
    assert running.add(4.0) == 4.0
    assert running.add(0.0) == 2.0
