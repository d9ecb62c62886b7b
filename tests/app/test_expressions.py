"""Expressions through the API: taken apart, completed, measured, compared."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.expression_dice import check_all, expressions

API = "/api/v1/expressions"
LAWS = 12
EXACT = 2e-5  # of single precision, at lengths of 1


@pytest.fixture(scope="module", autouse=True)
def cats(ready: TestClient) -> Iterator[None]:
    """A group that the random expressions talk about."""
    body = {"name": "cats", "map": "emoji-vector", "points": [1, 2, 3]}
    ready.post("/api/v1/groups", json=body)
    yield
    ready.delete("/api/v1/groups/cats")


def ask(web: TestClient, call: str, **body: Any) -> dict[str, Any]:
    said = web.post(f"{API}/{call}", json=body)
    assert said.status_code == 200, said.text
    found: dict[str, Any] = said.json()
    return found


def apart(web: TestClient, source: str, **more: Any) -> dict[str, Any]:
    return ask(web, "parts", expression=source, **more)


def offered(web: TestClient, source: str, cursor: int | None = None) -> list[str]:
    at = len(source) if cursor is None else cursor
    return [one["text"] for one in ask(web, "complete", source=source, cursor=at)["candidates"]]


def distance(web: TestClient, left: str, right: str) -> float:
    found = ask(web, "measure", expressions=[left, right])["distances"][0][1]
    assert found is not None
    return float(found)


# Parts


def test_every_part_has_its_place_and_its_pictures(ready: TestClient) -> None:
    source = "king - man + woman"
    found = apart(ready, source, recipe={"model": "emoji-vector", "seed": 5, "steps": 1})
    assert found["recipe"]["noise"] == "noise(5)"
    shown = {source[p["start"] : p["end"]]: p for p in found["parts"]}
    assert list(shown) == [source, "king - man", "king", "man", "woman"]
    assert [shown[part]["kind"] for part in shown] == ["point", "direction", *["point"] * 3]
    before, after = shown["king - man"]["shows"]
    assert before["conditioning"] == '"woman"'
    assert after["conditioning"] == '"woman" + ("king" - "man")'
    assert shown["king"]["shows"] == [
        {"model": "emoji-vector", "steps": 1, "seed": 5, "conditioning": '"king"'}
    ]


def test_parts_of_noise_hold_the_words(ready: TestClient) -> None:
    found = apart(ready, "slerp(noise(1), noise(2), 0.25)", recipe={"prompt": "cat", "seed": 9})
    assert (found["place"], found["recipe"]["conditioning"]) == ("noise", '"cat"')
    assert [part["shows"][0]["noise"] for part in found["parts"][1:]] == ["noise(1)", "noise(2)"]


def test_a_direction_alone_is_shown_by_what_it_does(ready: TestClient) -> None:
    found = apart(ready, 'norm(dir("old", "young"))')
    assert (found["kind"], found["recipe"]) == ("direction", None)
    before, after = found["parts"][1]["shows"]
    assert before["conditioning"] == '"old"'
    assert after["conditioning"] == '"old" + dir("old", "young")'


def test_a_group_is_one_part(ready: TestClient) -> None:
    found = apart(ready, '0.5 * (mean(@cats) - "dog") + "cow"')
    texts = [(part["start"], part["kind"]) for part in found["parts"]]
    assert texts == [(0, "point"), (0, "direction"), (7, "direction"), (7, "point"), (21, "point"),
                     (30, "point")]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "position", "hint"),
    [
        ("king + woman", 7, 'did you mean mix("king", "woman")?'),
        ('"a" + noise(1)', 6, None),
        ("@cats + dir(smile)", 0, "did you mean mean(@cats)?"),
        ("remove(cat, dog)", 7, "a direction leads from one point to another: a - b, or dir(…)"),
        ('mix(dir("smile"), "a")', 4, 'add it to a point: point + dir("smile")'),
        ("2 * king", 0, "points cannot be scaled; take a direction, such as a - b, or dir(…)"),
    ],
)
def test_an_illegal_mix_is_explained_at_its_place(
    ready: TestClient, source: str, position: int, hint: str | None
) -> None:
    said = ready.post(f"{API}/parts", json={"expression": source})
    assert said.status_code == 422
    assert said.json()["position"] == position
    if hint is not None:
        assert said.json()["hint"] == hint


# Completion


def test_what_is_offered_fits_the_place(ready: TestClient) -> None:
    assert "mix(" in offered(ready, "")
    assert offered(ready, '"a" ')[:3] == [" + ", " - ", " * "]
    assert '"smile"' in offered(ready, 'dir("sm')
    assert offered(ready, "remo") == ["remove("]
    assert '"kitten"' in offered(ready, '"kit')
    assert "t=" in offered(ready, 'slerp("a", "b", ')
    assert "along=" not in offered(ready, 'slerp("a", "b", ')
    assert "@cats" in offered(ready, "mean(@c")
    assert offered(ready, '"a") ') == []


def test_a_candidate_takes_the_place_of_what_is_written(ready: TestClient) -> None:
    found = ask(ready, "complete", source='"a" - "kit" + "b"', cursor=10)
    assert (found["start"], found["end"]) == (6, 11)


def test_a_picture_that_was_made_is_offered_by_its_id(ready: TestClient) -> None:
    recipe = {"model": "emoji-vector", "prompt": "offered cat", "seed": 3, "steps": 1}
    made = ready.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=30"})
    id = made.json()["id"]
    assert f"@{id[:10]}" in offered(ready, f"slerp(@{id[:5]}")


# Near


def test_the_nearest_words_come_with_what_each_word_alone_would_give(ready: TestClient) -> None:
    found = ask(ready, "nearest", expression="king - man + woman", k=5)
    assert len(found["items"]) == 5
    scores = [item["score"] for item in found["items"]]
    assert scores == sorted(scores, reverse=True)
    assert [(b["name"], b["expression"]) for b in found["baselines"]] == [
        ("only_b", '"king"'),
        ("only_c", '"woman"'),
    ]
    every = [found["items"], *(b["items"] for b in found["baselines"])]
    said = {item["text"] for items in every for item in items}
    assert not said & {"king", "man", "woman"}


def test_words_of_one_language_can_be_asked_for(ready: TestClient) -> None:
    found = ask(ready, "nearest", expression="cat", k=8, language="ja")
    assert {item["language"] for item in found["items"]} == {"ja"}
    assert found["baselines"] == []


def test_the_nearest_pictures_are_points_of_a_map(ready: TestClient) -> None:
    found = ask(ready, "nearest", expression="sun - day + night", among="pictures", k=4)
    assert found["among"] == "emoji-vector"
    assert all(item["title"]["ja"] and item["thumb"]["url"] for item in found["items"])
    assert len(found["baselines"]) == 2


def test_noise_is_compared_by_the_picture_that_it_makes(ready: TestClient) -> None:
    found = ask(
        ready, "nearest", expression="slerp(noise(1), noise(2), 0.5)", among="emoji-vector", k=2,
        recipe={"prompt": "cat", "steps": 1},
    )  # fmt: skip
    assert len(found["items"]) == 2
    said = ready.post(f"{API}/nearest", json={"expression": "noise(1)"})
    assert said.status_code == 422


# Laws, each at random points


def points(dice: random.Random) -> list[str]:
    words = [f'"{dice.choice(["cat", "dog", "king", "sun"])} {dice.randrange(99)}"' for _ in "ab"]
    noises = [f"noise({dice.randrange(2**40)})" for _ in "ab"]
    return dice.choice([words, noises])


@pytest.mark.parametrize("round", range(LAWS))
def test_algebra_holds_at_random_points(ready: TestClient, round: int) -> None:
    dice = random.Random(round)
    a, b = points(dice)
    size = ask(ready, "measure", expressions=[a])["items"][0]["length"]
    t = round / LAWS
    equal = [
        (f"{a} - {a} + {b}", b),
        (f"lerp({a}, {b}, 0)", a),
        (f"slerp({a}, {b}, 1)", b),
        (f"{a} + 0 * ({b} - {a})", a),
        (f"mix({a}, {b}; 1, 3)", f"mix({a}, {b}; 0.5, 1.5)"),
        (f"mix({a}, {b}; 0, 1)", b),
        (f"mean({a}, {b})", f"mix({a}, {b})"),
        (f"mean({a}, {b})", f"mean({b}, {a})"),
        (f"norm(norm({a}))", f"norm({a})"),
        (f"slerp({a}, {b}, {t:.3f})", f"slerp({b}, {a}, {1 - t:.6f})"),
    ]
    for left, right in equal:
        assert distance(ready, left, right) < EXACT * size * (50 if "slerp" in left else 1), left
    removed = f"remove({b} - {a}, {a})"
    measured = ask(
        ready, "measure",
        expressions=[removed, f"project({removed}, {b} - {a})", f"slerp({a}, {b}, {t:.3f})", b],
    )["items"]  # fmt: skip
    kept, rest, walked, other = (item["length"] for item in measured)
    assert math.isclose(kept, size, rel_tol=1e-4)
    assert rest < EXACT * size
    assert min(size, other) * 0.999 <= walked <= max(size, other) * 1.001


def test_what_cancels_out_is_refused_and_nothing_breaks(ready: TestClient) -> None:
    for source in ("mix(noise(1), noise(1); 1, -1)", "norm(cat - cat)", "remove(cat - cat, dog)"):
        said = ready.post(f"{API}/measure", json={"expressions": [source]})
        assert said.status_code == 422, said.text
        assert said.json()["position"] == 0


# Anything at all


def test_random_strings_give_an_answer_or_an_error_with_a_position(ready: TestClient) -> None:
    read = check_all(ready, expressions(1, 1200))
    assert read > 60


def test_random_strings_can_be_completed_at_any_place(ready: TestClient) -> None:
    dice = random.Random(2)
    for source in expressions(3, 250):
        body = json.dumps({"source": source, "cursor": dice.randint(0, len(source))})
        said = ready.post(
            f"{API}/complete", content=body, headers={"Content-Type": "application/json"}
        )
        assert said.status_code in (200, 422), said.text
