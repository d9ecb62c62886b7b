"""Candidates for a picture, the most faithful first."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.inversions import best_first


def upload(web: TestClient, png: bytes) -> str:
    return str(web.post("/api/v1/images", content=png).json()["sha256"])


def test_a_model_that_encodes_pictures_gives_one_candidate(ready: TestClient, png: bytes) -> None:
    sha256 = upload(ready, png)
    said = ready.post("/api/v1/inversions", json={"image": sha256, "model": "emoji-vae"})
    assert said.status_code == 200, said.text
    (found,) = said.json()["candidates"]
    assert (found["method"], found["noise"]) == ("encode", f'img("{sha256}")')
    assert found["render"]["state"] == "done"
    assert found["render"]["recipe"] == found["recipe"]
    assert 0 < found["scores"]["psnr_db"] <= 100
    assert -1 <= found["scores"]["ssim"] <= 1


def test_every_inversion_of_a_model_is_tried_and_the_best_is_first(
    ready: TestClient, png: bytes
) -> None:
    sha256 = upload(ready, png)
    cards = {card["id"]: card for card in ready.get("/api/v1/catalogue").json()["models"]}
    ways = [way["id"] for way in cards["emoji-vector"]["inversions"]]
    wish = {"image": sha256, "model": "emoji-vector", "prompt": "red square"}
    found = ready.post("/api/v1/inversions", json=wish).json()["candidates"]
    assert sorted(each["method"] for each in found) == sorted(ways)
    scores = [each["scores"]["psnr_db"] for each in found]
    assert scores == sorted(scores, reverse=True)
    assert found[0]["noise"] == f'img("{sha256}", "{found[0]["method"]}")'
    one = ready.post("/api/v1/inversions", json=wish | {"methods": ways[-1:]}).json()["candidates"]
    assert [each["method"] for each in one] == ways[-1:]
    # The noise is a point like any other: it can be edited.
    edited = {
        "model": "emoji-vector",
        "prompt": "blue square",
        "noise": f"vary({found[0]['noise']})",
    }
    made = ready.post("/api/v1/renders", json={"recipe": edited}, headers={"Prefer": "wait=20"})
    assert made.json()["state"] == "done", made.text


def test_the_most_faithful_candidate_is_first() -> None:
    scores = [(20.0, 0.5), (31.5, 0.9), (20.0, 0.7), (-3.0, 0.99)]
    found = [{"scores": {"psnr_db": db, "ssim": alike}} for db, alike in scores]
    assert best_first(found) == [found[1], found[2], found[0], found[3]]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"model": "nobody"}, 404),
        ({"image": "0" * 64}, 404),
        ({"image": "x"}, 422),
        ({"methods": []}, 422),
        ({"methods": ["magic"]}, 404),
        ({"prompt": "a cat"}, 422),
    ],
)
def test_what_cannot_be_inverted_is_refused(
    ready: TestClient, png: bytes, change: dict[str, object], status: int
) -> None:
    wish = {"image": upload(ready, png), "model": "emoji-vae", **change}
    said = ready.post("/api/v1/inversions", json=wish)
    assert said.status_code == status, said.text
