import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from inference.core.geometry import angle
from inference.core.noise import noise
from inference.core.vectors import Embedding, Geometry, Latent, Point
from inference.errors import InvalidInput, WrongSpace
from inference.operations.arithmetic import arithmetic
from inference.operations.interpolate import interpolate
from inference.operations.mix import mix
from inference.operations.steer import steer
from inference.operations.vary import vary

GEOMETRIES: list[Geometry] = ["gaussian", "sphere", "flat"]


def point(seed: int, geometry: Geometry = "gaussian", dim: int = 512) -> Point:
    values = noise(seed, (dim,))
    return (
        Embedding(values / values.norm(), "p", geometry)
        if geometry == "sphere"
        else Latent(values, "n", geometry)
    )


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_interpolating_by_nothing_or_all_the_way_returns_the_ends_exactly(
    geometry: Geometry,
) -> None:
    a, b = point(1, geometry), point(2, geometry)
    assert torch.equal(interpolate(a, b, t=0).values, a.values)
    assert torch.equal(interpolate(a, b, t=1).values, b.values)


def test_the_arc_keeps_the_length_and_the_line_does_not() -> None:
    a, b = point(1), point(2)
    size = float(a.values.norm())
    assert float(interpolate(a, b).values.norm()) == pytest.approx(size, rel=0.05)
    assert float(interpolate(a, b, along="line").values.norm()) < 0.8 * size


def test_a_flat_space_knows_lines_only() -> None:
    a, b = point(1, "flat"), point(2, "flat")
    assert torch.allclose(interpolate(a, b, t=0.25).values, 0.75 * a.values + 0.25 * b.values)


@given(st.lists(st.floats(0.05, 1), min_size=3, max_size=3))
def test_a_mix_does_not_care_about_order_or_about_the_sum_of_weights(weights: list[float]) -> None:
    for geometry in GEOMETRIES:
        a, b, c = (point(seed, geometry) for seed in (1, 2, 3))
        x, y, z = weights
        one = mix(a, b, c, weights=[x, y, z]).values
        assert torch.allclose(one, mix(c, a, b, weights=[z, x, y]).values, atol=1e-4)
        assert torch.allclose(one, mix(a, b, c, weights=[2 * x, 2 * y, 2 * z]).values, atol=1e-4)


def test_a_mix_without_weights_counts_everything_the_same() -> None:
    a, b = point(1), point(2)
    assert torch.equal(mix(a, b).values, mix(a, b, weights=[1, 1]).values)
    both = mix(a, b).values
    assert angle(a.values, both) == pytest.approx(angle(b.values, both), rel=0.1)


def test_a_mix_needs_points_and_one_weight_for_each() -> None:
    with pytest.raises(InvalidInput):
        mix()
    with pytest.raises(InvalidInput, match="1 weights"):
        mix(point(1), point(2), weights=[1])


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_a_minus_a_plus_b_is_b(geometry: Geometry) -> None:
    a, b = point(1, geometry), point(2, geometry)
    found = arithmetic(a, a, b).values
    assert float(torch.cosine_similarity(found, b.values, dim=0)) > 0.9999
    assert float(found.norm()) == pytest.approx(float(b.values.norm()), rel=0.05)


def test_arithmetic_over_noise_is_noise() -> None:
    a, b, c = (point(seed, dim=16_384) for seed in (1, 2, 3))
    assert float((a.values - b.values + c.values).std()) > 1.7
    assert float(arithmetic(a, b, c).values.std()) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_steering_by_nothing_changes_nothing_at_all(geometry: Geometry) -> None:
    a = point(1, geometry)
    assert torch.equal(steer(a, point(2, geometry) - a, scale=0).values, a.values)
    assert torch.equal(vary(a, amount=0).values, a.values)


@given(st.floats(-4, 4))
def test_steering_on_curved_spaces_keeps_the_length(scale: float) -> None:
    a = point(1, "sphere")
    moved = steer(a, point(2, "sphere") - point(3, "sphere"), scale=scale)
    assert float(moved.values.norm()) == pytest.approx(1, abs=1e-4)


def test_steering_a_flat_space_is_addition() -> None:
    a, d = point(1, "flat"), point(2, "flat") - point(3, "flat")
    assert torch.allclose(steer(a, d, scale=1.5).values, a.values + 1.5 * d.values)


@given(st.floats(0.05, 1), st.integers(0, 50))
def test_more_variation_is_further_away_and_a_seed_repeats_it(amount: float, seed: int) -> None:
    for geometry in GEOMETRIES:
        a = point(1, geometry)
        once, again = vary(a, amount=amount, seed=seed), vary(a, amount=amount, seed=seed)
        assert torch.equal(once.values, again.values)
        less = vary(a, amount=amount / 2, seed=seed)
        assert angle(a.values, less.values) < angle(a.values, once.values) + 1e-5


def test_no_operation_mixes_spaces() -> None:
    a, b = point(1), point(2, "sphere")
    for act in (lambda: interpolate(a, b), lambda: mix(a, b), lambda: arithmetic(a, a, b)):
        with pytest.raises(WrongSpace):
            act()
    with pytest.raises(WrongSpace):
        steer(a, b - b)
