"""A journey settles into one model, one size, and frames that are recipes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.errors import InvalidInput, RashinError, UnknownId
from inference.journeys.plan import SNAKE, Plan, cell, frame, plan_json, settle
from inference.recipe import Recipe, normalise, recipe_id
from tests.tiny import MODELS


def station(prompt: str, seed: int = 1, **more: Any) -> dict[str, Any]:
    return {"recipe": {"model": "emoji-vector", "prompt": prompt, "seed": seed, **more}}


def three(**more: Any) -> Plan:
    stations = [station("a", 1, guidance_scale=2.0), station("b", 2, guidance_scale=4.0)]
    said = {"stations": [*stations, station("c", 3, guidance_scale=3.0)], **more}
    return settle(said, MODELS)


@pytest.mark.parametrize("curve", ["arc", "line", "mix", "spline"])
def test_at_a_station_the_frame_is_the_recipe_of_the_station(curve: str) -> None:
    plan = three(legs=[{"curve": curve}], loop=True)
    for place, at in ((0, 0), (1, 1), (2, 2), (3, 0)):
        assert frame(plan, place, MODELS) == normalise(plan.stations[at].recipe, MODELS)


@given(st.floats(0, 3), st.sampled_from(["arc", "line", "mix", "spline", "hold"]), st.booleans())
def test_every_frame_is_a_recipe_that_says_the_same_again(
    place: float, curve: str, loop: bool
) -> None:
    plan = three(legs=[{"curve": curve}], loop=loop)
    made = frame(plan, place, MODELS)
    assert isinstance(made, Recipe)
    again = normalise(made.model_dump(mode="json"), MODELS)
    assert recipe_id(again) == recipe_id(made)
    assert 2.0 <= made.guidance_scale <= 4.0


def test_components_go_by_curves_of_their_own() -> None:
    plan = three(legs=[{"curve": "spline", "parts": {"noise": "hold", "guidance": "line"}}])
    made = frame(plan, 0.5, MODELS)
    assert made.noise == "noise(1)"
    assert made.guidance_scale == 3.0
    assert made.conditioning.startswith("mix(")


def test_directions_fade_in_and_out() -> None:
    smile = [{"direction": "smile", "scale": 2.0}]
    plan = settle({"stations": [station("a"), station("a", steering=smile)]}, MODELS)
    assert frame(plan, 0.25, MODELS).steering[0].scale == 0.5
    assert frame(plan, 0, MODELS).steering == ()
    assert frame(plan, 0.25, MODELS).conditioning == '"a"'


def test_the_first_station_decides_what_all_share() -> None:
    plan = settle({"stations": [station("a", steps=2), station("b", steps=4)]}, MODELS)
    assert [one.recipe["steps"] for one in plan.stations] == [2, 2]
    with pytest.raises(InvalidInput, match="station 2"):
        settle({"stations": [station("a"), {"recipe": {"model": "emoji-vae"}}]}, MODELS)
    with pytest.raises(InvalidInput, match="station 1"):
        settle({"stations": [station("a", steps=3)]}, MODELS)
    with pytest.raises(UnknownId, match="station 1"):
        settle({"stations": [{"recipe": {"model": "nothing"}}]}, MODELS)


def test_legs_follow_the_number_of_stations() -> None:
    plan = three(legs=[{"seconds": 5}])
    assert [leg.seconds for leg in plan.legs] == [5, 5]
    assert len(three(loop=True).legs) == 3
    assert (plan.walks, three(loop=True).walks) == (2, 3)


def test_beats_take_the_place_of_seconds() -> None:
    plan = three(beats=[0.5, 2.0])
    assert plan.timing.seconds == (0.5, 1.5)
    with pytest.raises(InvalidInput):
        three(beats=[1.0])
    with pytest.raises(InvalidInput):
        three(beats=[2.0, 1.0])


def corners(**more: Any) -> Plan:
    said = {"shape": "grid", "stations": [station(word) for word in "abcd"], **more}
    return settle(said, MODELS)


def test_a_grid_has_its_stations_in_its_corners() -> None:
    plan = corners()
    assert plan.route == SNAKE
    found = [cell(plan, u, v, MODELS).conditioning for v in (0, 1) for u in (0, 1)]
    assert found == ['"a"', '"b"', '"c"', '"d"']
    middle = cell(plan, 0.5, 0.5, MODELS).conditioning
    assert middle == 'mix("a", "b", "c", "d"; 0.25, 0.25, 0.25, 0.25)'


def test_a_grid_is_walked_along_its_route() -> None:
    plan = corners(route=[(0, 0), (1, 1)], legs=[{"seconds": 3}])
    assert frame(plan, 0.5, MODELS) == cell(plan, 0.5, 0.5, MODELS)
    assert plan.timing.total_s() == pytest.approx(3)
    with pytest.raises(InvalidInput):
        corners(route=[(0.5, 0.5), (0.5, 0.5)])
    with pytest.raises(InvalidInput):
        settle({"shape": "grid", "stations": [station(word) for word in "abcde"]}, MODELS)


def test_an_even_square_is_walked_by_shares_of_what_changes() -> None:
    plan = corners(even_square=True, sides={"u": [0, 0.8, 1], "v": [0, 0.5, 1]})
    plain = corners()
    assert cell(plan, 0.5, 0.5, MODELS) == cell(plain, 0.8, 0.5, MODELS)
    assert cell(plan, 0.25, 0.0, MODELS) == cell(plain, 0.4, 0.0, MODELS)
    for u, v in ((0, 0), (1, 0), (0, 1), (1, 1)):
        assert cell(plan, u, v, MODELS) == cell(plain, u, v, MODELS)
    assert corners(sides={"u": [0, 0.8, 1]}).sides == {}
    with pytest.raises(InvalidInput):
        corners(even_square=True, sides={"u": [0, 0.9, 0.8, 1]})


def test_one_station_is_a_draft_and_no_walk() -> None:
    plan = settle({"stations": [station("a")]}, MODELS)
    assert not plan.ready
    with pytest.raises(InvalidInput, match="nowhere"):
        frame(plan, 0, MODELS)


def test_settling_twice_changes_nothing() -> None:
    for plan in (three(loop=True, legs=[{"curve": "spline"}]), corners()):
        again = settle(plan.model_dump(mode="json"), MODELS)
        assert plan_json(again) == plan_json(plan)


@given(st.recursive(st.none() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(
    st.sampled_from(["stations", "legs", "recipe", "route", "shape", "spans", "beats"]), x)))  # fmt: skip
def test_whatever_a_file_says_is_a_journey_or_a_typed_error(said: Any) -> None:
    try:
        settle(said if isinstance(said, dict) else {"stations": said}, MODELS)
    except RashinError:
        return
