"""Every step of a picture, out of noise and into it."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from starlette.testclient import TestClient

CAT = {"model": "emoji-vector", "prompt": "smiling cat", "seed": 3, "steps": 4}


def scrub(web: TestClient, **recipe: Any) -> dict[str, Any]:
    said = web.post("/api/v1/scrubs", json={"recipe": CAT | recipe})
    assert said.status_code == 200, said.text
    shown: dict[str, Any] = said.json()
    return shown


def test_the_last_step_is_the_picture_and_every_step_can_be_fetched(ready: TestClient) -> None:
    shown = scrub(ready, guidance_scale=3)
    assert [step["step"] for step in shown["steps"]] == [1, 2, 3, 4]
    assert {step["kind"] for step in shown["steps"]} == {"denoise"}
    assert len({step["image"]["sha256"] for step in shown["steps"]}) == 4
    for step in shown["steps"]:
        picture = ready.get(step["image"]["url"])
        with Image.open(io.BytesIO(picture.content)) as opened:
            assert opened.size == (64, 64) == (step["image"]["width"], step["image"]["height"])
    kept = ready.post(
        "/api/v1/renders", json={"recipe": shown["recipe"]}, headers={"Prefer": "wait=20"}
    )
    assert kept.json()["image"] == shown["steps"][-1]["image"]


def test_the_dot_walks_on_the_map(ready: TestClient) -> None:
    shown = scrub(ready)
    assert shown["map"] == "emoji-vector"
    dots = [tuple(step["xy"]) for step in shown["steps"]]
    assert len(set(dots)) > 1
    assert all(len(dot) == 2 for dot in dots)


def test_what_guidance_changed_is_said_step_by_step(ready: TestClient) -> None:
    shown = scrub(ready, guidance_scale=5)
    assert [each["step"] for each in shown["guidance_change"]] == [1, 2, 3, 4]
    assert any(each["mean_abs"] > 0 for each in shown["guidance_change"])
    assert all(0 <= each["mean_abs"] <= 1 for each in shown["guidance_change"])
    assert len(shown["without_guidance"]) == 4
    without = scrub(ready, guidance_scale=1)
    assert without["without_guidance"] is without["guidance_change"] is None
    assert shown["without_guidance"] == without["steps"]


def test_a_real_picture_is_first_noised_and_then_walked_back(ready: TestClient, png: bytes) -> None:
    sha256 = ready.post("/api/v1/images", content=png).json()["sha256"]
    shown = scrub(ready, image=sha256, strength=0.5)
    kinds = [step["kind"] for step in shown["steps"]]
    assert kinds == sorted(kinds, reverse=True)
    noised = [step for step in shown["steps"] if step["kind"] == "noise"]
    assert len(noised) >= 3
    assert (noised[0]["t"], noised[-1]["t"]) == (0, 0.5)
    assert [step["t"] for step in noised] == sorted(step["t"] for step in noised)
    assert kinds.count("denoise") >= 1


def test_a_scrub_does_not_enter_the_history(ready: TestClient) -> None:
    scrub(ready, prompt="unheard of zebra")
    assert ready.get("/api/v1/renders?q=unheard").json()["items"] == []


@pytest.mark.parametrize(
    ("recipe", "status"),
    [
        ({"steps": 3}, 422), ({"model": "nobody"}, 404), ({"noise": 'img("' + "0" * 64 + '")', "seed": None}, 422),
        ({"image": "0" * 64}, 404),
    ],
)  # fmt: skip
def test_what_cannot_be_walked_is_refused(
    ready: TestClient, recipe: dict[str, Any], status: int
) -> None:
    said = ready.post("/api/v1/scrubs", json={"recipe": CAT | recipe})
    assert said.status_code == status, said.text
