import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from inference.core.noise import noise
from inference.core.vectors import Activation, Direction, Embedding, Latent
from inference.errors import WrongSpace


def point(seed: int, space: str = "a.prompt") -> Embedding:
    return Embedding(noise(seed, (16,)), space, "sphere")


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_going_from_a_to_b_and_adding_that_to_a_is_b(a: int, b: int) -> None:
    assert torch.allclose((point(a) + (point(b) - point(a))).values, point(b).values, atol=1e-5)


def test_a_minus_a_plus_b_is_exactly_b() -> None:
    a, b = point(1), point(2)
    assert torch.equal((b + (a - a)).values, b.values)


def test_point_minus_point_is_a_direction_and_point_plus_direction_a_point_of_its_kind() -> None:
    for kind in (Embedding, Latent, Activation):
        a, b = kind(noise(1, (4,)), "s"), kind(noise(2, (4,)), "s")
        assert isinstance(a - b, Direction)
        assert type(a + (a - b)) is kind
        assert (a + (a - b)).space == "s"


def test_two_points_cannot_be_added() -> None:
    with pytest.raises(WrongSpace, match="two points") as caught:
        point(1) + point(2)  # type: ignore[operator]
    assert "mix" in str(caught.value.hint)


def test_spaces_do_not_mix() -> None:
    a, b = point(1), point(2, "b.prompt")
    with pytest.raises(WrongSpace, match=r"a\.prompt"):
        a - b
    with pytest.raises(WrongSpace):
        a + (b - b)
    with pytest.raises(WrongSpace):
        (a - a) + (b - b)


def test_shapes_do_not_mix() -> None:
    with pytest.raises(WrongSpace, match="shapes"):
        point(1) - Embedding(noise(1, (3,)), "a.prompt", "sphere")


def test_a_direction_cannot_be_subtracted_from_a_point_nor_stand_before_one() -> None:
    d = point(1) - point(2)
    with pytest.raises(WrongSpace):
        point(1) - d  # type: ignore[operator]
    with pytest.raises(WrongSpace):
        5 + d  # type: ignore[operator]


@given(st.floats(-4, 4))
def test_scaling_a_direction_commutes(scale: float) -> None:
    d = point(1) - point(2)
    assert torch.equal((scale * d).values, (d * scale).values)
    assert torch.allclose((d - scale * d).values, ((1 - scale) * d).values, atol=1e-5)
    assert torch.equal((-d).values, (-1.0 * d).values)


def test_a_direction_and_a_number_cannot_be_added() -> None:
    with pytest.raises(TypeError):
        (point(1) - point(2)) + 3  # type: ignore[operator]
