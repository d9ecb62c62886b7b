"""Journeys are kept, looked at, re-timed, and made of recipes that anybody can render again."""

from __future__ import annotations

import time
from typing import Any

import pytest
from starlette.testclient import TestClient

JOURNEYS = "/api/v1/journeys"


def station(prompt: str, seed: int = 1, **more: Any) -> dict[str, Any]:
    return {"recipe": {"model": "emoji-vector", "prompt": prompt, "seed": seed, **more}}


CAT_TO_DOG = [station("smiling cat", 3), station("blue house", 4)]


def begin(web: TestClient, **wish: Any) -> dict[str, Any]:
    said = web.post(JOURNEYS, json={"stations": CAT_TO_DOG} | wish)
    assert said.status_code == 201, said.text
    assert said.headers["location"] == f"{JOURNEYS}/{said.json()['id']}"
    return dict(said.json())


def ended(web: TestClient, job: dict[str, Any], within_s: float = 60) -> dict[str, Any]:
    end = time.monotonic() + within_s
    while (found := web.get(f"/api/v1/jobs/{job['id']}").json())["state"] in ("queued", "running"):
        assert time.monotonic() < end
        time.sleep(0.05)
    return dict(found)


def look(web: TestClient, id: str) -> dict[str, Any]:
    said = web.post(f"{JOURNEYS}/{id}/outlook")
    assert said.status_code == 202, said.text
    assert ended(web, said.json())["state"] == "done"
    return dict(web.get(f"{JOURNEYS}/{id}").json())


def test_a_journey_is_kept_and_changed_and_forgotten(ready: TestClient) -> None:
    made = begin(ready, title="To the house", legs=[{"seconds": 3}])
    assert (made["ready"], made["total_s"], made["outlook"]) == (True, 3.0, None)
    assert made["stations"][0]["recipe"]["conditioning"] == '"smiling cat"'
    changed = ready.patch(f"{JOURNEYS}/{made['id']}", json={"loop": True, "ease": "in_out"}).json()
    assert (changed["loop"], changed["ease"], len(changed["legs"])) == (True, "in_out", 2)
    assert changed["title"] == "To the house"
    assert made["id"] in [each["id"] for each in ready.get(JOURNEYS).json()["items"]]
    assert ready.delete(f"{JOURNEYS}/{made['id']}").status_code == 204
    assert ready.get(f"{JOURNEYS}/{made['id']}").status_code == 404


def test_an_outlook_finds_an_even_pace(ready: TestClient) -> None:
    made = look(ready, begin(ready)["id"])
    seen = made["outlook"]
    assert seen["judge"] == "emoji-vector"
    assert len(seen["steps"]) == len(seen["samples"]) - 1 >= 16
    assert [each["place"] for each in seen["samples"]] == sorted(
        each["place"] for each in seen["samples"]
    )
    assert 0 <= seen["smoothness"]["before"] <= 1
    assert seen["samples"][0]["image"] == made["stations"][0]["image"]
    # Timing needs no new look, another curve does.
    again = ready.patch(f"{JOURNEYS}/{made['id']}", json={"ease": "out", "fps": 12}).json()
    assert again["outlook"] == seen
    other = ready.patch(f"{JOURNEYS}/{made['id']}", json={"legs": [{"curve": "mix"}]}).json()
    assert other["outlook"] is None


def test_frames_are_recipes_and_stay_out_of_the_history(ready: TestClient) -> None:
    before = {each["id"] for each in ready.get("/api/v1/renders?limit=100").json()["items"]}
    made = look(ready, begin(ready, stations=[station("moon", 11), station("sun", 12)])["id"])
    after = {each["id"] for each in ready.get("/api/v1/renders?limit=100").json()["items"]}
    assert after == before
    sample = made["outlook"]["samples"][3]
    listed = ready.get(f"{JOURNEYS}/{made['id']}/frames?fps=8").json()["items"]
    assert listed[0]["recipe"] == made["stations"][0]["recipe"]
    assert listed[-1]["recipe"] == made["stations"][1]["recipe"]
    # Rendered on its own, a frame is the same picture to the last bit.
    at = listed[5]["recipe"]
    alone = ready.post("/api/v1/renders", json={"recipe": at}, headers={"Prefer": "wait=20"})
    assert alone.json()["state"] == "done"
    known = {each["recipe_id"]: each["image"] for each in made["outlook"]["samples"]}
    assert sample["image"]["sha256"] == known[sample["recipe_id"]]["sha256"]
    # A frame has no row in the history, but its picture is in the same store.
    assert ready.get(sample["image"]["url"]).headers["content-type"] == "image/png"


def test_a_grid_shows_its_square_and_is_walked(ready: TestClient) -> None:
    corners = [station(word, 5) for word in ("cat", "dog", "moon", "house")]
    made = look(ready, begin(ready, shape="grid", stations=corners)["id"])
    sheet = made["outlook"]["sheet"]
    assert (sheet["side"], len(sheet["images"])) == (9, 81)
    found = [sheet["images"][n]["sha256"] for n in (0, 8, 72, 80)]
    assert found == [each["image"]["sha256"] for each in made["stations"]]


def test_equal_ways_along_a_square_change_equally_much(ready: TestClient) -> None:
    corners = [station(word, 5) for word in ("smiling cat", "blue house", "rocket", "green frog")]
    id = begin(ready, shape="grid", stations=corners)["id"]
    made = look(ready, id)
    for side in ("u", "v"):
        smooth = made["outlook"]["square"][side]
        assert smooth["after"] > smooth["before"]
        knots = made["sides"][side]
        assert knots == sorted(knots)
        assert (knots[0], knots[-1]) == (0, 1)
    # Another route keeps the square; other corners and no evening do not.
    rerouted = ready.patch(f"{JOURNEYS}/{id}", json={"route": [[0, 0], [1, 1]]}).json()
    assert rerouted["sides"] == made["sides"]
    plain = ready.patch(f"{JOURNEYS}/{id}", json={"even_square": False}).json()
    assert (plain["sides"], plain["outlook"]) == ({}, None)
    assert look(ready, id)["outlook"]["square"] is None


def test_stations_may_be_renders_words_expressions_and_pictures(
    ready: TestClient, png: bytes
) -> None:
    recipe = {"model": "emoji-vector", "prompt": "fox", "seed": 8}
    render = ready.post("/api/v1/renders", json={"recipe": recipe}).json()
    uploaded = ready.post("/api/v1/images", content=png).json()["sha256"]
    made = begin(
        ready,
        stations=[
            {"render": render["id"]},
            {"prompt": "owl", "seed": 2},
            {"expression": 'mix("cat", "dog")'},
            {"image": uploaded, "method": "flow-24"},
        ],
    )
    found = [each["recipe"] for each in made["stations"]]
    assert found[0]["conditioning"] == '"fox"'
    assert found[1]["noise"] == "noise(2)"
    assert found[2]["conditioning"].startswith('mix("cat", "dog"')
    assert found[3]["noise"] == f'img("{uploaded}", "flow-24")'
    assert made["stations"][3]["source"]["scores"]["psnr_db"] > 0
    # What the answer says can be sent back as it is.
    kept = [{"recipe": each["recipe"], "source": each["source"]} for each in made["stations"]]
    again = ready.patch(f"{JOURNEYS}/{made['id']}", json={"stations": kept}).json()
    assert again["stations"] == made["stations"]
    assert look(ready, made["id"])["outlook"] is not None


def test_names_in_stations_are_looked_up_when_they_are_taken(ready: TestClient) -> None:
    recipe = {"model": "emoji-vector", "prompt": "penguin", "seed": 21}
    render = ready.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=20"})
    said = f'interpolate(@{render.json()["id"]}, "owl", t=0.5)'
    made = begin(ready, stations=[{"expression": said}, station("owl", 2)])
    assert "penguin" in made["stations"][0]["recipe"]["conditioning"]
    assert "@" not in made["stations"][0]["recipe"]["conditioning"]


def test_a_spline_puts_its_knots_by_distance(ready: TestClient) -> None:
    stations = [station("cat"), station("dog", 2), station("sun", 3)]
    made = begin(ready, stations=stations, legs=[{"curve": "spline"}])
    listed = ready.get(f"{JOURNEYS}/{made['id']}/frames?fps=2").json()["items"]
    assert any(each["recipe"]["noise"].startswith("mix(") for each in listed)
    uniform = "0.726562"
    assert all(uniform not in each["recipe"]["conditioning"] for each in listed)


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"stations": [{"render": "nothing"}]}, 404),
        ({"stations": [{"map": "nothing", "x": 0, "y": 0}]}, 404),
        ({"stations": [{}]}, 422),
        ({"stations": [{"prompt": "a", "render": "b"}]}, 422),
        ({"stations": [{"image": "0" * 64}]}, 404),
        ({"stations": [{"recipe": {"model": "emoji-vector", "steps": 3}}]}, 422),
        ({"stations": [station("a", 1)] * 65}, 422),
        ({"legs": [{"curve": "zigzag"}]}, 422),
        ({"beats": [1, 2, 3]}, 422),
        ({"shape": "grid", "stations": [station("a", n) for n in range(5)]}, 422),
    ],
)
def test_what_is_no_journey_is_explained(
    ready: TestClient, wish: dict[str, Any], status: int
) -> None:
    said = ready.post(JOURNEYS, json={"stations": CAT_TO_DOG} | wish)
    assert said.status_code == status, said.text
    assert said.json()["detail"]


def test_a_mistake_in_an_expression_has_its_place(ready: TestClient) -> None:
    wish = {"stations": [station("a"), {"expression": '"king" + "woman"'}]}
    said = ready.post(JOURNEYS, json=wish).json()
    assert said["detail"].startswith("station 2: ")
    assert said["position"] == 9


def test_half_a_character_is_refused(ready: TestClient) -> None:
    for body in ('{"title": "\\ud800"}', '{"stations": [{"prompt": "\\udc00"}]}'):
        said = ready.post(JOURNEYS, content=body, headers={"content-type": "application/json"})
        assert said.status_code == 422, said.text


def test_a_journey_to_nowhere_can_be_kept_but_not_filmed(ready: TestClient) -> None:
    made = begin(ready, stations=CAT_TO_DOG[:1])
    assert made["ready"] is False
    looked = look(ready, made["id"])
    assert looked["stations"][0]["image"] is not None
    said = ready.post(f"{JOURNEYS}/{made['id']}/films", json={"format": "gif"})
    assert said.status_code == 422
    assert "two stations" in said.json()["expected"]
