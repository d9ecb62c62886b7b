"""Analogies with a known answer in a space that was made for them."""

import pytest
import torch

from inference.core.analogies import METHODS, ranks
from inference.core.noise import noise


def world(step: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Twenty things, and each of them moved along one direction: 2 i is to 2 i + 1 as any other pair."""
    things = torch.stack([noise(at, (64,)) for at in range(20)])
    moved = things + step * noise(99, (64,))
    points = torch.stack([things, moved], 1).flatten(0, 1)
    pairs = [(2 * i, 2 * i + 1, 2 * j, 2 * j + 1) for i in range(20) for j in range(20) if i != j]
    return points, torch.tensor(pairs)


@pytest.mark.parametrize("method", ["3CosAdd", "3CosMul"])
def test_a_shared_direction_is_found(method: str) -> None:
    points, quadruples = world(2.0)
    assert (ranks(points, quadruples, method) == 0).float().mean() > 0.95
    # b alone is near to everything that was moved, and c alone to itself moved: neither suffices.
    assert (ranks(points, quadruples, "only b") == 0).float().mean() < 0.2


def test_a_small_step_is_found_without_arithmetic() -> None:
    points, quadruples = world(0.3)
    assert (ranks(points, quadruples, "only c") == 0).all()


def test_noise_knows_nothing() -> None:
    points = torch.stack([noise(at, (64,)) for at in range(400)])
    quadruples = torch.arange(400).reshape(100, 4)
    for method in METHODS:
        assert (ranks(points, quadruples, method) < 5).sum() < 10


def test_equal_vectors_are_no_answer() -> None:
    points = torch.ones(10, 8)
    assert (ranks(points, torch.tensor([[0, 1, 2, 3]]), "3CosAdd") == 6).all()
