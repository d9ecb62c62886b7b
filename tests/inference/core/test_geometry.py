import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from inference.core.geometry import angle, blend, lerp, match_norm, mix_noise, slerp
from inference.core.noise import noise
from inference.errors import InvalidInput

DIM = 16_384


@given(st.integers(2, 16), st.integers(0, 100))
def test_mixed_noise_is_noise_whatever_the_weights(n: int, seed: int) -> None:
    mixed = mix_noise(noise(seed, (n, DIM)), noise(seed + 1, (n,)))
    assert float(mixed.std()) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("weights", [[0.5, 0.5], [1.0, -1.0]])
def test_related_noises_stay_noise_where_the_plain_rule_fails(weights: list[float]) -> None:
    a, fresh = noise(1, (DIM,)), noise(2, (DIM,))
    twin = 0.98 * a + math.sqrt(1 - 0.98**2) * fresh
    w = torch.tensor(weights)
    plain = (weights[0] * a + weights[1] * twin) / w.square().sum().sqrt()
    assert abs(float(plain.std()) - 1) > 0.35
    assert float(mix_noise(torch.stack([a, twin]), w).std()) == pytest.approx(1, abs=0.02)


def test_all_zero_weights_mean_equal_weights() -> None:
    x = noise(3, (4, DIM))
    assert torch.equal(mix_noise(x, torch.zeros(4)), mix_noise(x, torch.ones(4)))


def test_all_weight_on_one_noise_returns_it_exactly() -> None:
    x = noise(3, (4, 384))
    assert torch.equal(mix_noise(x, torch.tensor([0.0, 0.0, 0.7, 0.0])), x[2])


def test_noise_minus_itself_is_refused() -> None:
    x = noise(3, (1, 384)).repeat(2, 1)
    with pytest.raises(InvalidInput, match="cancel"):
        mix_noise(x, torch.tensor([1.0, -1.0]))


def test_the_ends_of_an_arc_are_exact_and_its_length_stays() -> None:
    a, b = noise(1, (DIM,)), noise(2, (DIM,))
    assert torch.equal(slerp(a, b, 0), a)
    assert torch.equal(slerp(a, b, 1), b)
    for t in (0.1, 0.5, 0.9):
        assert float(slerp(a, b, t).norm()) == pytest.approx(float(a.norm()), rel=0.01)
    assert float(lerp(a, b, 0.5).std()) == pytest.approx(math.sqrt(0.5), abs=0.02)


@given(st.floats(0.01, 0.99))
def test_an_arc_is_walked_at_constant_speed(t: float) -> None:
    a, b = noise(1, (64,)), noise(2, (64,))
    assert angle(a, slerp(a, b, t)) == pytest.approx(t * angle(a, b), abs=1e-4)


@given(st.floats(0, 1))
def test_opposite_points_have_an_arc_of_full_length_between_them(t: float) -> None:
    a = noise(1, (64,))
    on_the_way = slerp(a, -a, t)
    assert bool(on_the_way.isfinite().all())
    assert float(on_the_way.norm()) == pytest.approx(float(a.norm()), rel=1e-3)


def test_nested_arcs_meet_where_the_mix_of_four_is() -> None:
    x = noise(5, (4, DIM))
    nested = slerp(slerp(x[0], x[1], 0.5), slerp(x[2], x[3], 0.5), 0.5)
    mixed = mix_noise(x, torch.ones(4))
    assert float(torch.cosine_similarity(nested, mixed, dim=0)) > 0.9999


def test_arcs_between_equal_points_and_from_zero_stay_finite() -> None:
    a = noise(1, (8,))
    assert torch.allclose(slerp(a, a, 0.3), a)
    assert bool(slerp(torch.zeros(8), a, 0.3).isfinite().all())


def test_matching_the_length_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidInput):
        match_norm(torch.zeros(3), torch.ones(3))


def test_a_mix_of_meanings_keeps_their_length() -> None:
    points = [p / p.norm() for p in noise(7, (3, 384))]
    assert float(blend(points, [0.2, 0.5, 0.3], "sphere").norm()) == pytest.approx(1, abs=1e-5)
    assert float(blend(points, [1, -1, 1], "sphere").norm()) == pytest.approx(1, abs=1e-5)


@given(st.floats(-2, 2).filter(lambda s: abs(s) > 0.01))
def test_a_flat_mix_is_the_weighted_mean(scale: float) -> None:
    a, b = noise(1, (8,)), noise(2, (8,))
    mean = blend([a, b], [scale, 3 * scale], "flat")
    assert torch.allclose(mean, 0.25 * a + 0.75 * b, atol=1e-5)


def test_flat_weights_that_add_up_to_nothing_are_refused() -> None:
    with pytest.raises(InvalidInput, match="zero"):
        blend([torch.ones(2), torch.zeros(2)], [1, -1], "flat")


@pytest.mark.parametrize("geometry", ["gaussian", "sphere", "flat"])
def test_every_geometry_returns_a_lone_point_exactly(geometry: str) -> None:
    a, b = noise(1, (8,)), noise(2, (8,))
    assert torch.equal(blend([a, b], [0.4, 0.0], geometry), a)  # type: ignore[arg-type]
    assert bool(blend([a, b], [0.0, 0.0], geometry).isfinite().all())  # type: ignore[arg-type]
