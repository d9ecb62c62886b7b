import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from inference.core.inverse import clamp_to_hull, convex_hull, dominant, mixture_at
from inference.core.noise import noise


def world(n: int = 60) -> tuple[Tensor, Tensor, Tensor]:
    """Points on a plane whose vectors change smoothly along it."""
    xy = noise(1, (n, 2))
    vectors = torch.nn.functional.normalize(torch.cat([xy * 0.1, torch.ones(n, 6)], 1), dim=1)
    hull = torch.tensor(convex_hull([(x, y) for x, y in xy.tolist()]))
    return xy, vectors, hull


@given(st.integers(0, 59))
def test_a_point_with_a_tiny_bandwidth_returns_itself(n: int) -> None:
    xy, vectors, hull = world()
    found = mixture_at(xy[n], xy, vectors, hull=hull, spacing=0.3, bandwidth=1e-6)
    assert int(found.indices[0]) == n
    assert float(found.weights[0]) == pytest.approx(1, abs=1e-6)


@given(st.floats(-2, 2), st.floats(-2, 2))
def test_weights_are_positive_sorted_and_add_up_to_one(x: float, y: float) -> None:
    xy, vectors, hull = world()
    found = mixture_at(torch.tensor([x, y]), xy, vectors, hull=hull, spacing=0.3)
    assert float(found.weights.sum()) == pytest.approx(1, abs=1e-5)
    assert bool((found.weights >= 0).all())
    assert found.weights.tolist() == sorted(found.weights.tolist(), reverse=True)
    assert 0 <= found.confidence <= 1
    assert len(found.indices) <= 8


def test_outside_the_hull_is_clamped_and_said_and_not_believed() -> None:
    xy, vectors, hull = world()
    inside = mixture_at(xy.mean(0), xy, vectors, hull=hull, spacing=0.3)
    outside = mixture_at(torch.tensor([40.0, 0.0]), xy, vectors, hull=hull, spacing=0.3)
    assert not inside.clamped
    assert outside.clamped
    assert float(outside.xy[0]) < 10
    assert outside.confidence < 1e-6 < inside.confidence


def test_between_two_worlds_only_one_is_taken_and_it_is_said() -> None:
    xy = torch.cat([noise(1, (5, 2)) * 0.1 - 1, noise(2, (5, 2)) * 0.1 + 1])
    vectors = torch.zeros(10, 4)
    vectors[:5, 0], vectors[5:, 1] = 1, 1
    hull = torch.tensor(convex_hull([(x, y) for x, y in xy.tolist()]))
    found = mixture_at(torch.tensor([-0.1, -0.1]), xy, vectors, hull=hull, spacing=0.3)
    assert found.boundary
    assert set(found.indices.tolist()) <= set(range(5))


def test_alike_neighbours_are_all_kept() -> None:
    _, vectors, _ = world()
    assert bool(dominant(vectors[:8], torch.full((8,), 1 / 8)).all())


def test_less_trusted_surroundings_give_less_confidence() -> None:
    xy, vectors, hull = world()
    middle = xy.mean(0)
    sure = mixture_at(middle, xy, vectors, hull=hull, spacing=0.3, trust=torch.ones(60))
    unsure = mixture_at(middle, xy, vectors, hull=hull, spacing=0.3, trust=torch.full((60,), 0.5))
    assert unsure.confidence == pytest.approx(sure.confidence / 2)


def test_a_hull_holds_all_points_and_turns_left() -> None:
    xy, _, hull = world()
    assert not any(clamp_to_hull(p * 0.999, hull)[1] for p in xy - xy.mean(0) + xy.mean(0) * 1)
    area = sum(
        float(a[0] * b[1] - a[1] * b[0]) for a, b in zip(hull, hull.roll(-1, 0), strict=True)
    )
    assert area > 0


def test_clamping_to_a_square_is_what_it_looks_like() -> None:
    square = torch.tensor(convex_hull([(0, 0), (1, 0), (1, 1), (0, 1), (0.5, 0.5)]))
    assert len(square) == 4
    moved, clamped = clamp_to_hull(torch.tensor([2.0, 0.5]), square)
    assert clamped
    assert moved.tolist() == [1.0, 0.5]
    corner, _ = clamp_to_hull(torch.tensor([2.0, 3.0]), square)
    assert math.dist(corner.tolist(), (1, 1)) < 1e-6


def test_two_points_have_a_line_for_a_hull() -> None:
    line = torch.tensor(convex_hull([(0, 0), (1, 0), (1, 0)]), dtype=torch.float32)
    moved, clamped = clamp_to_hull(torch.tensor([0.4, 1.0]), line)
    assert clamped
    assert torch.allclose(moved, torch.tensor([0.4, 0.0]))
