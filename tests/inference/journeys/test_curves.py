"""Weights of stations: they add up, they touch the stations, and noise between noises is noise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.core.vectors import Latent
from inference.errors import InvalidInput
from inference.expressions.evaluate import evaluate
from inference.expressions.grammar import parse
from inference.expressions.types import check
from inference.journeys.curves import (
    Curve,
    corner_weights,
    expression,
    leg_weights,
    spline_weights,
)
from tests.tiny import CARD, Leaves

UNIT = st.floats(0, 1)
CURVES: tuple[Curve, ...] = ("arc", "line", "mix", "spline", "hold")
GAPS = st.lists(st.floats(0.01, 50), min_size=6, max_size=6)


@given(UNIT, UNIT)
def test_corner_weights_add_up_to_one(u: float, v: float) -> None:
    assert sum(corner_weights(u, v)) == pytest.approx(1)
    assert all(weight >= 0 for weight in corner_weights(u, v))


@given(UNIT)
def test_equal_knots_make_the_uniform_spline(t: float) -> None:
    # The coefficients that every textbook prints.
    known = (
        (-t + 2 * t**2 - t**3) / 2,
        (2 - 5 * t**2 + 3 * t**3) / 2,
        (t + 4 * t**2 - 3 * t**3) / 2,
        (-(t**2) + t**3) / 2,
    )
    assert spline_weights(t, [0, 1, 2, 3]) == pytest.approx(known, abs=1e-9)


@given(st.sampled_from(CURVES), UNIT, st.integers(2, 6), st.booleans(), GAPS, st.data())
def test_the_weights_of_a_leg_add_up_to_one(
    curve: Curve, t: float, count: int, loop: bool, gaps: list[float], data: st.DataObject
) -> None:
    leg = data.draw(st.integers(0, count - 1 if loop else count - 2))
    weights = leg_weights(curve, t, leg, count, loop=loop, spans=gaps)
    assert sum(weights.values()) == pytest.approx(1, abs=1e-5)
    assert set(weights) <= set(range(count))


@given(st.sampled_from(CURVES[:4]), st.integers(2, 6), st.booleans(), GAPS, st.data())
def test_a_leg_begins_and_ends_at_its_stations(
    curve: Curve, count: int, loop: bool, gaps: list[float], data: st.DataObject
) -> None:
    leg = data.draw(st.integers(0, count - 1 if loop else count - 2))
    end = (leg + 1) % count
    assert leg_weights(curve, 0, leg, count, loop=loop, spans=gaps) == {leg: 1}
    assert leg_weights(curve, 1, leg, count, loop=loop, spans=gaps) == {end: 1}
    close = leg_weights(curve, 1 - 1e-6, leg, count, loop=loop, spans=gaps)
    assert close[end] == pytest.approx(1, abs=1e-3)


@given(st.floats(0.05, 0.95), GAPS)
def test_a_spline_bends_smoothly_through_its_stations(t: float, gaps: list[float]) -> None:
    """On a line of numbers 0, 1, 2, 3 at their own distances a spline is the line itself."""
    stations = [0.0, gaps[0], gaps[0] + gaps[1], gaps[0] + gaps[1] + gaps[2]]
    knots = stations  # the first power: chord lengths
    weights = spline_weights(t, knots)
    here = sum(w * x for w, x in zip(weights, stations, strict=True))
    assert here == pytest.approx(stations[1] + t * gaps[1], rel=1e-6)


def test_knots_have_to_rise() -> None:
    with pytest.raises(InvalidInput):
        spline_weights(0.5, [0, 1, 1, 2])


@given(st.sampled_from(CURVES[:4]), UNIT, st.integers(2, 5), st.data())
def test_noise_between_noises_is_noise(
    curve: Curve, t: float, count: int, data: st.DataObject
) -> None:
    leg = data.draw(st.integers(0, count - 2))
    points = {n: f"noise({n + 1})" for n in range(count)}
    weights = leg_weights(curve, t, leg, count, loop=False)
    said = expression(points, weights, curve)
    found = evaluate(check(parse(said), CARD).node, Leaves())
    assert isinstance(found, Latent)
    # `line` is the one that cuts through the middle, and is offered to show just that.
    low = 0.6 if curve == "line" else 0.9
    assert low < float(found.values.std()) < 1.1


def test_a_station_that_is_met_twice_counts_once() -> None:
    said = expression({0: '"a"', 1: '"b"', 2: '"a"'}, {0: 0.25, 1: 0.5, 2: 0.25}, "arc")
    assert said == 'interpolate("a", "b", along="arc", t=0.5)'
    assert expression({0: '"a"', 1: '"a"'}, {0: 0.5, 1: 0.5}, "spline") == '"a"'
