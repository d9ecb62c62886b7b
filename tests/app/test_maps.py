"""Maps over HTTP: the shipped one as files, places decoded, new ones built."""

from __future__ import annotations

import csv
import io
import json
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import load
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ADDRESS, wait_until_ready

MAP = "/api/v1/maps/emoji-vector"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application with the shipped models."""
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        wait_until_ready(client)
        yield client


def test_the_shipped_map_is_listed_with_its_quality(web: TestClient) -> None:
    maps = web.get("/api/v1/maps").json()["items"]
    shipped = maps[0]
    assert shipped["id"] == "emoji-vector"
    assert shipped["count"] >= 8_000
    assert {"trustworthiness", "recall_15"} <= set(shipped["quality"])
    assert web.get(MAP).json() == shipped


def test_points_are_five_bytes_each_after_a_header(web: TestClient) -> None:
    card = web.get(MAP).json()
    said = web.get(f"{MAP}/points")
    magic, count, x_min, y_min, x_max, y_max, zero = struct.unpack_from("<8sI4fI", said.content)
    assert (magic, count, zero) == (b"RSHNMAP1", card["count"], 0)
    assert len(said.content) == 32 + 5 * count
    assert len(said.content) <= 5.2 * count
    found = [card["bounds"][name] for name in ("x_min", "y_min", "x_max", "y_max")]
    assert [x_min, y_min, x_max, y_max] == pytest.approx(found, rel=1e-6)
    again = web.get(f"{MAP}/points", headers={"if-none-match": said.headers["etag"]})
    assert again.status_code == 304
    for column in card["columns"]:
        assert len(web.get(f"{MAP}/columns/{column['id']}").content) == count


def test_a_card_knows_recipe_names_neighbours_and_thumbnail(ready: TestClient) -> None:
    # Reading what was prepared does not need the models that prepared it.
    card = ready.get(f"{MAP}/points/17").json()
    assert card["n"] == 17
    assert card["recipe"]["model"] == "emoji-vector"
    assert len(card["neighbours"]) == 15
    assert 0 <= card["distortion"] <= 1
    sprite = ready.get(card["thumb"]["url"])
    assert sprite.headers["content-type"] == "image/webp"
    with Image.open(io.BytesIO(sprite.content)) as picture:
        assert card["thumb"]["x"] + card["thumb"]["size"] <= picture.width
        assert card["thumb"]["y"] + card["thumb"]["size"] <= picture.height
    assert ready.get("/api/v1/catalogue").status_code == 200
    assert ready.post("/api/v1/recipes/normalise", json={"recipe": {}}).status_code == 422
    assert ready.get(f"{MAP}/points/17").json()["recipe"]["noise"].startswith("noise(")


def test_labels_come_in_layers_by_zoom(web: TestClient) -> None:
    layers = web.get(f"{MAP}/labels").json()["layers"]
    assert len(layers) > 1
    assert all(label["title"]["en"] for layer in layers for label in layer["labels"])


@pytest.mark.slow
@pytest.mark.weights
def test_a_place_becomes_a_picture_that_joins_the_map_once(real: TestClient) -> None:
    card = real.get(MAP).json()
    place = {"x": 1.0, "y": 2.0}
    first = real.post(f"{MAP}/decode", json=place).json()
    assert first["render"]["state"] == "done"
    assert first["point"] == card["count"]
    assert first["landing"]["error"] >= 0
    assert 0 <= first["landing"]["confidence"] <= 1
    assert real.get(first["render"]["image"]["url"]).status_code == 200
    assert real.post(f"{MAP}/decode", json=place).json() == first
    second = real.post(f"{MAP}/decode", json={**place, "seed": 5}).json()
    assert second["point"] == card["count"] + 1
    added = real.get(f"{MAP}/additions").json()["items"]
    assert [each["n"] for each in added] == [first["point"], second["point"]]
    assert added[0]["image"] == first["render"]["image"]
    newcomer = real.get(f"{MAP}/points/{first['point']}").json()
    assert (newcomer["x"], newcomer["y"]) == (first["landing"]["x"], first["landing"]["y"])
    # Published points never move.
    assert real.get(MAP).json() == card
    far = real.post(f"{MAP}/decode", json={"x": 1e6, "y": -1e6}).json()
    assert far["clamped"] is True


@pytest.mark.slow
@pytest.mark.weights
def test_what_joined_a_map_is_taken_away_with_it(real: TestClient) -> None:
    real.post(f"{MAP}/decode", json={"x": 3.0, "y": -2.0, "seed": 8})
    count = real.get(MAP).json()["count"]
    added = real.get(f"{MAP}/additions").json()["items"]
    numbers = [each["n"] for each in added]

    def taken(format: str) -> Any:
        return real.get(f"{MAP}/export", params={"format": format})

    lines = list(csv.DictReader(io.StringIO(taken("csv").text)))
    assert [int(line["n"]) for line in lines[count:]] == numbers
    assert json.loads(lines[-1]["recipe"]) == added[-1]["recipe"]
    tensors = load(taken("safetensors").content)
    assert tensors["n"][count:].tolist() == numbers
    assert tensors["xy"][-1].tolist() == pytest.approx([added[-1]["x"], added[-1]["y"]], abs=1e-4)
    # The vector is the one by which the newcomer was placed.
    unit = tensors["vectors"].astype(np.float32)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    nearest = int((unit[:count] @ unit[-1]).argmax())
    newcomer = real.get(f"{MAP}/points/{numbers[-1]}").json()
    assert nearest == newcomer["neighbours"][0]["n"]
    table = pytest.importorskip("arro3.io").read_parquet(io.BytesIO(taken("parquet").content))
    rows = table.read_all()
    assert rows.column("n").to_numpy().tolist() == [*range(count), *numbers]
    assert len(rows.column("vector")) == count + len(numbers)
    page = taken("html").text
    assert all(f'"n":{n},' in page for n in numbers)
    assert page.count("data:image/webp;base64,") >= len(numbers) + 1


@pytest.mark.slow
@pytest.mark.weights
def test_a_map_is_searched_by_words_expression_and_picture(real: TestClient) -> None:
    def search(**question: Any) -> list[dict[str, Any]]:
        said = real.post(f"{MAP}/search", json={**question, "limit": 5})
        assert said.status_code == 200, said.text
        items: list[dict[str, Any]] = said.json()["items"]
        assert len(items) == 5
        assert [each["score"] for each in items] == sorted(
            (e["score"] for e in items), reverse=True
        )
        return items

    found = search(words="red apple")
    assert all({"n", "x", "y", "score"} == set(each) for each in found)
    search(expression='mix("cat", "dog")')
    recipe = real.get(f"{MAP}/points/{found[0]['n']}").json()["recipe"]
    made = real.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=30"})
    image = made.json()["image"]
    end = time.monotonic() + 5
    while not real.app.state.parts.files.has(image["sha256"]):  # type: ignore[attr-defined]
        assert time.monotonic() < end
        time.sleep(0.05)
    assert found[0]["n"] in [each["n"] for each in search(image=image["sha256"])]
    both = {"words": "a", "expression": '"a"'}
    assert real.post(f"{MAP}/search", json=both).status_code == 422
    assert real.post(f"{MAP}/search", json={}).status_code == 422
    assert real.post(f"{MAP}/search", json={"image": "0" * 64}).status_code == 404
    wrong = real.post(f"{MAP}/search", json={"expression": '"a" +'})
    assert wrong.json()["code"] == "invalid_expression"


def built(id: str, prompts: int) -> dict[str, Any]:
    words = [f"{colour} {thing}" for colour in ("red", "green", "blue", "small", "happy")
             for thing in ("cat", "house", "apple", "car", "tree")]  # fmt: skip
    source = {"kind": "prompts", "prompts": words[:prompts]}
    return {"id": id, "title": "Mine", "source": source, "projector": "pca"}


def finished(web: TestClient, id: str, timeout_s: float = 100) -> dict[str, Any]:
    end = time.monotonic() + timeout_s
    while (job := web.get(f"/api/v1/jobs/{id}").json())["state"] in {"queued", "running"}:
        assert time.monotonic() < end
        time.sleep(0.1)
    return dict(job)


@pytest.mark.slow
@pytest.mark.weights
def test_a_map_is_built_by_a_job_that_can_be_followed(real: TestClient) -> None:
    said = real.post("/api/v1/maps", json=built("mine", 25))
    assert said.status_code == 202
    with real.stream("GET", f"/api/v1/jobs/{said.json()['id']}/events") as stream:
        heard = stream.read().decode()
    assert "event: state" in heard
    assert heard.count("event: done") == 1
    job = finished(real, said.json()["id"])
    assert (job["state"], job["result"]["map"], job["progress"]) == ("done", "mine", 1.0)
    assert [each["id"] for each in real.get("/api/v1/maps").json()["items"]][1:] == ["mine"]
    assert real.get("/api/v1/maps/mine/points/3").json()["title"]["en"]
    assert real.post("/api/v1/maps", json=built("mine", 25)).status_code == 409


@pytest.mark.slow
def test_a_job_is_cancelled_refused_listed_and_resumed(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, toy=True)
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        wait_until_ready(web)
        first = web.post("/api/v1/maps", json=built("first", 25)).json()["id"]
        second = web.post("/api/v1/maps", json=built("second", 25)).json()["id"]
        # Waiting behind the first one, and then in the middle of its work.
        assert web.delete(f"/api/v1/jobs/{second}").json()["state"] == "cancelled"
        assert web.delete(f"/api/v1/jobs/{first}").json()["state"] == "cancelled"
        assert web.delete(f"/api/v1/jobs/{first}").json()["state"] == "cancelled"
        assert web.post("/api/v1/maps", json=built("few", 2)).status_code == 422
        wrong_column = built("wrong", 25) | {"supervise": "colour"}
        wrong = web.post("/api/v1/maps", json=wrong_column).json()["id"]
        listed = web.get("/api/v1/jobs?limit=2").json()
        assert [each["id"] for each in listed["items"]] == [wrong, second]
        rest = web.get(f"/api/v1/jobs?cursor={listed['next']}").json()
        assert [each["id"] for each in rest["items"]] == [first]
        for name in ("../x", "A", "", "x" * 65):
            assert web.post("/api/v1/maps", json=built(name, 2)).status_code == 422
        history = {**built("h", 2), "source": {"kind": "history"}}
        assert web.post("/api/v1/maps", json=history).status_code == 422
        other = {**built("m", 2), "model": "none"}
        assert web.post("/api/v1/maps", json=other).status_code == 404
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        job = finished(web, wrong)
        assert job["state"] == "failed"
        assert "no column called" in job["error"]["detail"]
