import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from inference.core.noise import noise, push, shuffled, step_aside, turn
from inference.errors import InvalidInput


def test_a_seed_is_the_same_noise_every_time_and_another_seed_another() -> None:
    assert torch.equal(noise(7, (384,)), noise(7, (384,)))
    assert not torch.equal(noise(7, (384,)), noise(8, (384,)))


def test_drawing_leaves_the_global_generator_alone() -> None:
    before = torch.get_rng_state()
    noise(7, (384,))
    shuffled(10, seed=1)
    assert torch.equal(before, torch.get_rng_state())


@given(st.floats(-1.0, 1.0))
def test_a_push_keeps_the_length_and_turns_by_the_angle(radians: float) -> None:
    x, d = noise(1, (512,)), noise(2, (512,))
    pushed = push(x, d, radians)
    assert float(pushed.norm()) == pytest.approx(float(x.norm()), rel=1e-4)
    cosine = float(torch.cosine_similarity(x, pushed, dim=0))
    assert cosine == pytest.approx(math.cos(radians), abs=1e-4)


def test_a_push_stops_at_sixty_degrees() -> None:
    x, d = noise(1, (512,)), noise(2, (512,))
    assert torch.equal(push(x, d, 3.0), push(x, d, math.radians(60)))


def test_a_push_along_itself_is_refused() -> None:
    x = noise(1, (512,))
    with pytest.raises(InvalidInput):
        push(x, x * 2, 0.5)


def test_turning_by_one_is_a_right_angle_and_keeps_the_length() -> None:
    x = noise(1, (512,))
    turned = turn(x, 1.0, seed=3)
    assert float(turned.norm()) == pytest.approx(float(x.norm()), rel=1e-4)
    assert abs(float(torch.cosine_similarity(x, turned, dim=0))) < 1e-4


def test_stepping_aside_goes_a_share_of_the_length() -> None:
    x = noise(1, (512,))
    step = step_aside(x, 0.25, seed=3) - x
    assert float(step.norm()) == pytest.approx(0.25 * float(x.norm()), rel=1e-4)
    assert bool(step_aside(torch.zeros(8), 0.5, 1).isfinite().all())


def test_a_shuffle_holds_every_number_once() -> None:
    assert sorted(shuffled(50, seed=4).tolist()) == list(range(50))


def test_a_variation_of_a_noise_by_its_own_seed_is_a_variation_too() -> None:
    assert (
        abs(float(torch.cosine_similarity(noise(1, (512,)), turn(noise(1, (512,)), 1, 1), dim=0)))
        < 1e-4
    )
