import base64
from pathlib import Path

import numpy as np
import pytest

from inference.maps.files import MapFolder
from inference.pictures import png
from tests.inference.engine.toys import Bench, shipped

MAP = Path(__file__).parents[3] / "static" / "maps" / "emoji-vector"


@pytest.fixture(scope="module")
def bench():
    return Bench(shipped())


@pytest.fixture(scope="module")
def picture(bench):
    bench.ask("a", prompt="cat")
    bench.work()
    return bench.image("a")


def ask(bench, name, **arguments):
    id = f"{name} {len(bench.said)}"
    bench.hear({"do": "call", "id": id, "name": name, "arguments": arguments})
    said = bench.said[-1]
    assert said["id"] == id
    return said["value"] if said["is"] == "answer" else said["error"]


def test_a_place_on_the_map_becomes_a_recipe_that_can_be_rendered(bench):
    x, y = (float(value) for value in MapFolder(MAP).xy[10])
    found = ask(bench, "map_recipe", map=str(MAP), x=x, y=y, seed=5)
    assert found["noise"] == "noise(5)"
    assert 10 in found["neighbours"]
    assert not found["clamped"]
    bench.ask("there", conditioning=found["conditioning"], noise=found["noise"])
    bench.work()
    assert bench.image("there")


def test_far_outside_the_map_means_its_edge(bench):
    found = ask(bench, "map_recipe", map=str(MAP), x=1e6, y=-1e6)
    assert found["clamped"]


def test_a_picture_lands_on_the_map_and_finds_its_like(bench, picture):
    landed = ask(bench, "map_place", map=str(MAP), image=picture)
    bounds = MapFolder(MAP).info["bounds"]
    assert bounds["x_min"] <= landed["x"] <= bounds["x_max"]
    assert 0 <= landed["confidence"] <= 1
    items = ask(bench, "map_search", map=str(MAP), image=picture, limit=7)["items"]
    scores = [item["score"] for item in items]
    assert len(items) == 7
    assert scores == sorted(scores, reverse=True)
    assert items[0]["n"] in landed["neighbours"]


def test_words_and_expressions_search_alike(bench):
    words = ask(bench, "map_search", map=str(MAP), words="cat", limit=5)
    assert words == ask(bench, "map_search", map=str(MAP), expression='"cat"', limit=5)
    error = ask(bench, "map_search", map=str(MAP), expression="noise(1)")
    assert error["code"] == "invalid_input"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("map_recipe", {"map": "/nowhere", "x": 0, "y": 0}),
        ("map_recipe", {"map": str(MAP), "x": float("nan"), "y": 0}),
        ("map_search", {"map": str(MAP), "words": "cat", "limit": 0}),
        ("map_search", {"map": str(MAP), "expression": '"cat" +'}),
    ],
)
def test_bad_questions_get_typed_errors(bench, name, arguments):
    assert ask(bench, name, **arguments)["code"] in {
        "unknown_id",
        "invalid_input",
        "invalid_expression",
    }


def test_pictures_of_any_size_may_be_placed(bench):
    tall = png(np.full((200, 90, 3), 255, np.uint8))
    assert "x" in ask(bench, "map_place", map=str(MAP), image=tall)
    broken = ask(bench, "map_place", map=str(MAP), image=base64.b64decode("AAAA"))
    assert broken["code"] == "invalid_input"
