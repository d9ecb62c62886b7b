"""A render, from asking for it to finding it again."""

from __future__ import annotations

import io
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ADDRESS, wait_until_ready

WAIT = {"Prefer": "wait=30"}


def order(seed: int, prompt: str = "smiling cat", **rest: Any) -> dict[str, Any]:
    return {"recipe": {"model": "emoji-vector", "prompt": prompt, "seed": seed}, **rest}


def make(web: TestClient, seed: int, **rest: Any) -> dict[str, Any]:
    said = web.post("/api/v1/renders", json=order(seed, **rest), headers=WAIT)
    assert said.status_code == 200, said.text
    made: dict[str, Any] = said.json()
    return made


def settled(web: TestClient, id: str) -> dict[str, Any]:
    end = time.monotonic() + 30
    while (found := web.get(f"/api/v1/renders/{id}").json())["state"] in {"queued", "running"}:
        assert time.monotonic() < end
        time.sleep(0.02)
    return dict(found)


def test_a_small_recipe_becomes_a_picture_that_carries_it_in_full(ready: TestClient) -> None:
    made = make(ready, 1)
    assert made["state"] == "done"
    assert made["id"] == made["recipe_id"]
    assert made["progress"]["step"] == made["progress"]["steps"] > 0
    assert made["recipe"]["noise"] == "noise(1)"
    for kind in ("png", "webp"):
        picture = ready.get(made["image"]["url"].replace("png", kind))
        assert picture.headers["content-type"] == f"image/{kind}"
        assert Image.open(io.BytesIO(picture.content)).size == (64, 64)
        stored = ready.post("/api/v1/images", content=picture.content).json()
        assert stored["recipe"] == made["recipe"]


def test_asking_twice_makes_it_once_and_gives_the_same_bytes(ready: TestClient) -> None:
    first = make(ready, 2)
    assert make(ready, 2) == first
    full = ready.post("/api/v1/renders", json={"recipe": first["recipe"]})
    assert full.status_code == 200
    assert full.json()["id"] == first["id"]


def test_many_who_ask_at_once_share_one_render(ready: TestClient) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: make(ready, 3), range(8)))
    assert len({json.dumps(each["image"]) for each in made}) == 1
    listed = ready.get("/api/v1/renders?limit=100").json()["items"]
    assert [each["id"] for each in listed].count(made[0]["id"]) == 1


def test_without_waiting_a_render_is_accepted_and_can_be_followed(ready: TestClient) -> None:
    for n in range(3):  # even a slow disk answers before all of these are made
        ready.post("/api/v1/renders", json=order(4, prompt=f"slow train, wagon {n}"))
    said = ready.post("/api/v1/renders", json=order(4, prompt="slow train"))
    assert said.status_code == 202
    assert said.headers["location"] == f"/api/v1/renders/{said.json()['id']}"
    assert said.json()["state"] in {"queued", "running"}
    assert settled(ready, said.json()["id"])["state"] == "done"


@pytest.mark.parametrize(
    ("recipe", "status", "code"),
    [
        ({}, 422, "invalid_input"),
        ({"model": "nobody"}, 404, "unknown_id"),
        ({"model": "emoji-vector", "prompt": "x" * 2_001}, 422, "invalid_input"),
        ({"model": "emoji-vector", "steps": 3}, 422, "invalid_input"),
        ({"model": "emoji-vector", "steps": True}, 422, "invalid_input"),
        ({"model": "emoji-vector", "guidance_scale": 1e9}, 422, "invalid_input"),
        ({"model": "emoji-vector", "seed": -1}, 422, "invalid_input"),
        ({"model": "emoji-vector", "seed": 1.5}, 422, "invalid_input"),
        ({"model": "emoji-vector", "colour": "red"}, 422, "invalid_input"),
        ({"model": "emoji-vector", "weights": "0" * 16}, 409, "conflict"),
        ({"model": "emoji-vector", "conditioning": '"a" +'}, 422, "invalid_expression"),
        ({"model": "emoji-vector", "conditioning": '"king" + "woman"'}, 422, "invalid_expression"),
        ({"model": "emoji-vector", "noise": '"king"'}, 422, "wrong_space"),
        ({"model": "emoji-vector", "steering": [{"direction": "no", "scale": 1}]}, 404, "unknown_id"),
    ],
)  # fmt: skip
def test_a_wrong_recipe_is_refused_in_the_readers_words(
    ready: TestClient, recipe: dict[str, Any], status: int, code: str
) -> None:
    for path in ("/api/v1/renders", "/api/v1/recipes/normalise"):
        said = ready.post(path, json={"recipe": recipe})
        assert (said.status_code, said.json()["code"]) == (status, code)
        assert said.json().get("expected") or said.json().get("hint")


def test_normalising_is_idempotent_and_names_the_place_of_a_mistake(ready: TestClient) -> None:
    path = "/api/v1/recipes/normalise"
    first = ready.post(path, json=order(5)).json()
    again = ready.post(path, json={"recipe": first["recipe"]}).json()
    assert again == first
    question = {"expression": 'interpolate("a", "b", t=0.3)', "model": "emoji-vector"}
    types = ready.post(path, json=question).json()["types"]
    assert types[0] | {"kind": "point", "space": "emoji-vector.prompt"} == types[0]
    wrong = {"expression": '"king" + "woman"', "model": "emoji-vector"}
    assert ready.post(path, json=wrong).json()["position"] == 9


def test_a_picture_that_is_not_there_fails_the_render_and_says_why(ready: TestClient) -> None:
    recipe = {"model": "emoji-vae", "noise": f'img("{"0" * 64}")'}
    said = ready.post("/api/v1/renders", json={"recipe": recipe}, headers=WAIT)
    assert said.json()["state"] == "failed"
    assert said.json()["error"]["code"] == "unknown_id"


def test_an_uploaded_picture_can_be_seen_by_a_model(ready: TestClient, png: bytes) -> None:
    sha256 = ready.post("/api/v1/images", content=png).json()["sha256"]
    recipe = {"model": "emoji-vae", "noise": f'img("{sha256}")'}
    said = ready.post("/api/v1/renders", json={"recipe": recipe}, headers=WAIT)
    assert said.json()["state"] == "done", said.text


def events_of(text: str) -> list[tuple[int, str, dict[str, Any]]]:
    found = []
    for block in text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "data" in fields:
            found.append((int(fields["id"]), fields["event"], json.loads(fields["data"])))
    return found


def test_events_are_numbered_and_resume_without_loss_or_repetition(ready: TestClient) -> None:
    id = ready.post("/api/v1/renders", json=order(6)).json()["id"]
    whole = events_of(ready.get(f"/api/v1/renders/{id}/events").text)
    numbers = [number for number, _, _ in whole]
    assert numbers == sorted(set(numbers))
    assert [name for _, name, _ in whole][-1] == "done"
    assert whole[-1][2]["state"] == "done"
    assert "step" in {name for _, name, _ in whole}
    for seen in numbers:
        headers = {"Last-Event-ID": str(seen)}
        rest = events_of(ready.get(f"/api/v1/renders/{id}/events", headers=headers).text)
        assert [number for number, _, _ in rest] == [n for n in numbers if n > seen]


def test_events_of_an_old_render_are_its_end(ready: TestClient) -> None:
    id = make(ready, 7)["id"]
    time.sleep(0.4)
    said = events_of(ready.get(f"/api/v1/renders/{id}/events").text)
    assert [(name, data["state"]) for _, name, data in said][-1:] == [("done", "done")]


def test_a_key_gives_the_same_answer_word_for_word(ready: TestClient) -> None:
    headers = {"Idempotency-Key": "test-key-1"}
    first = ready.post("/api/v1/renders", json=order(8), headers=headers)
    settled(ready, first.json()["id"])
    again = ready.post("/api/v1/renders", json=order(8), headers=headers)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    other = ready.post("/api/v1/renders", json=order(9), headers=headers)
    assert other.status_code == 422
    with ThreadPoolExecutor(8) as pool:
        headers = {"Idempotency-Key": "test-key-2"}
        answers = list(
            pool.map(
                lambda _: ready.post("/api/v1/renders", json=order(10), headers=headers).content,
                range(8),
            )
        )
    assert len(set(answers)) == 1


@pytest.mark.parametrize("key", ["", "x" * 256, "a b", "é"])
def test_a_key_must_be_short_and_plain(ready: TestClient, key: str) -> None:
    headers = {"Idempotency-Key": key.encode()}
    said = ready.post("/api/v1/renders", json=order(8), headers=headers)  # type: ignore[arg-type]
    assert said.status_code == 422


def test_the_history_is_paged_filtered_and_starred(ready: TestClient) -> None:
    ids = [make(ready, seed, prompt="blue whale")["id"] for seed in range(20, 25)]
    assert ready.patch(f"/api/v1/renders/{ids[1]}", json={"starred": True}).json()["starred"]
    seen: list[str] = []
    cursor = ""
    while True:
        page = ready.get(f"/api/v1/renders?limit=2&q=WHALE{cursor}").json()
        seen += [each["id"] for each in page["items"]]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert seen == ids[::-1]
    starred = ready.get("/api/v1/renders?q=whale&starred=true").json()["items"]
    assert [each["id"] for each in starred] == [ids[1]]
    assert not ready.patch(f"/api/v1/renders/{ids[1]}", json={"starred": False}).json()["starred"]
    assert ready.get("/api/v1/renders?model=emoji-vae&q=whale").json()["items"] == []


def test_cancelling_stops_a_render_and_asking_again_makes_it(ready: TestClient) -> None:
    id = ready.post("/api/v1/renders", json=order(30, prompt="slow snail")).json()["id"]
    cancelled = ready.delete(f"/api/v1/renders/{id}").json()
    assert cancelled["state"] in {"cancelled", "done"}
    assert ready.get(f"/api/v1/renders/{id}").json()["state"] == cancelled["state"]
    assert make(ready, 30, prompt="slow snail")["state"] == "done"
    assert ready.delete(f"/api/v1/renders/{id}").json()["state"] == "done"


def test_a_damaged_render_is_made_again(ready: TestClient) -> None:
    made = make(ready, 31)
    files = ready.app.state.parts.files  # type: ignore[attr-defined]
    path: Path = files.path(made["image"]["sha256"])
    end = time.monotonic() + 5
    while not path.exists() or ready.app.state.parts.desk._active:  # type: ignore[attr-defined]
        assert time.monotonic() < end
        time.sleep(0.05)
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    said = ready.get(made["image"]["url"])
    assert said.status_code == 503
    assert said.json()["code"] == "rerendering"
    assert said.headers["retry-after"]
    while (said := ready.get(made["image"]["url"])).status_code != 200:
        assert time.monotonic() < end + 5
        time.sleep(0.05)
    assert said.content == whole


def test_past_the_bound_a_render_is_refused_at_once(tmp_path: Path) -> None:
    app = create_app(Settings(data_dir=tmp_path, toy=True, queue_bound=3))
    with TestClient(app, base_url=ADDRESS) as web:
        wait_until_ready(web)
        answers = [web.post("/api/v1/renders", json=order(n, prompt="slow")) for n in range(8)]
        refused = [said for said in answers if said.status_code == 429]
        assert refused
        assert all(said.headers["retry-after"] == "1" for said in refused)
        accepted = [said.json()["id"] for said in answers if said.status_code == 202]
        assert all(settled(web, id)["state"] == "done" for id in accepted)


def test_pictures_keep_coming_while_the_event_stream_of_another_is_open(ready: TestClient) -> None:
    id = ready.post("/api/v1/renders", json=order(40, prompt="slow boat")).json()["id"]
    heard: list[str] = []
    thread = threading.Thread(
        target=lambda: heard.append(ready.get(f"/api/v1/renders/{id}/events").text)
    )
    thread.start()
    assert make(ready, 41, lane="interactive")["state"] == "done"
    thread.join(30)
    assert events_of(heard[0])[-1][1] == "done"
