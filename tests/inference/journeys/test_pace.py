"""Pace: equal changes, easing, pauses, loops."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.errors import InvalidInput
from inference.journeys.pace import Timing, Walk, eased, even_times, gini, refined, smoothness

STEPS = st.lists(st.floats(0, 5), min_size=8, max_size=8)
EASES = st.sampled_from(["linear", "in", "out", "in_out"])
PACES = st.sampled_from(["even", "legs", "given"])


def walk_of(steps: list[float]) -> Walk:
    """Two legs, looked at every quarter."""
    return Walk(tuple(n / 4 for n in range(9)), tuple(steps))


def test_even_timing_makes_an_uneven_walk_even() -> None:
    def change(t: float) -> float:
        return t**4  # nearly nothing happens at first

    times = [i / 16 for i in range(17)]
    steps = [change(b) - change(a) for a, b in itertools.pairwise(times)]
    even = even_times(times, steps, 9)
    before = [change((i + 1) / 8) - change(i / 8) for i in range(8)]
    after = [change(b) - change(a) for a, b in itertools.pairwise(even)]
    assert gini(after) < 0.5 * gini(before)
    assert smoothness(after) == 1 - gini(after)
    assert (even[0], even[-1]) == (0, 1)
    assert even == sorted(even)


def test_a_walk_that_never_changes_is_timed_evenly() -> None:
    assert even_times([0, 1], [0.0], 3) == [0, 0.5, 1]
    with pytest.raises(InvalidInput):
        even_times([0, 1], [], 3)
    with pytest.raises(InvalidInput):
        even_times([0, 1], [1.0], 1)


def test_a_jump_is_looked_at_again() -> None:
    assert refined([0, 1, 2, 3, 4], [1, 1, 5, 1]) == [2.5]
    assert refined([0, 1, 2], [1, 1]) == refined([0], []) == []


@given(STEPS, EASES, PACES, st.sampled_from([0.0, 0.5]), st.booleans())
def test_a_film_never_goes_back_and_shows_both_ends(
    steps: list[float], ease: str, pace: str, pause_s: float, loop: bool
) -> None:
    timing = Timing((1.0, 3.0), pace, ease, pause_s, loop)  # type: ignore[arg-type]
    places = timing.places(walk_of(steps), 12)
    assert len(places) == round(timing.total_s() * 12)
    assert places == sorted(places)
    assert places[0] == 0
    if not loop:
        assert places[-1] == pytest.approx(2)
    else:
        assert places[-1] < 2 or pause_s > 0


@given(STEPS)
def test_the_pace_of_all_is_even_across_stations(steps: list[float]) -> None:
    walk = walk_of([step + 0.1 for step in steps])
    timing = Timing((1.0, 3.0), "even")
    total = walk.length
    for n in range(5):
        place = timing.place(walk, 4.0 * n / 4)
        done = sum(
            step * min(max((place - start) * 4, 0), 1)
            for start, step in zip(walk.places, walk.steps, strict=False)
        )
        assert done == pytest.approx(total * n / 4, abs=0.05 * total)


def test_the_pace_of_legs_keeps_what_each_takes() -> None:
    timing = Timing((1.0, 3.0), "legs")
    assert timing.place(walk_of([1, 1, 1, 1, 9, 1, 1, 1]), 1.0) == pytest.approx(1)


def test_pauses_stand_still_at_every_station() -> None:
    timing = Timing((1.0, 1.0), "given", "in_out", pause_s=1.0)
    assert timing.total_s() == 5
    assert [timing.place(None, second) for second in (0.5, 1.5, 2.5, 3.5, 4.5)] == [
        0, 0.5, 1, 1.5, 2,
    ]  # fmt: skip


@given(EASES, st.floats(0, 1), st.floats(0, 1))
def test_easing_rises_from_0_to_1(ease: str, x: float, y: float) -> None:
    assert eased(ease, 0) == 0  # type: ignore[arg-type]
    assert eased(ease, 1) == 1  # type: ignore[arg-type]
    low, high = sorted((x, y))
    assert eased(ease, low) <= eased(ease, high) + 1e-12  # type: ignore[arg-type]


def test_gini_of_equals_is_zero_and_of_one_rich_is_near_one() -> None:
    assert gini([1, 1, 1, 1]) == pytest.approx(0)
    assert gini([0] * 99 + [1]) == pytest.approx(0.99)
    assert gini([]) == gini([0, 0]) == 0
