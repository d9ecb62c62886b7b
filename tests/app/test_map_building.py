"""Maps of anything over HTTP: what is brought, what is refused, versions, removing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.app.test_maps import finished

SOURCES = "/api/v1/map-sources"


def a_table(n: int = 60) -> bytes:
    dice = np.random.default_rng(1)
    lines = ["title,x0,x1,x2,kind,age"]
    for row in range(n):
        group = row % 3
        numbers = dice.normal(0, 0.1, 3) + np.eye(3)[group]
        lines.append(f"point {row}," + ",".join(f"{v:.4f}" for v in numbers) + f",k{group},{row}")
    return "\n".join(lines).encode()


def a_zip(count: int, name: str = "folder/{}.png") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for n in range(count):
            picture = io.BytesIO()
            colour = (n * 9 % 256, 255 - n * 7 % 256, n * 40 % 256)
            Image.new("RGB", (40, 30), colour).save(picture, "PNG")
            archive.writestr(name.format(n), picture.getvalue())
    return file.getvalue()


def brought(web: TestClient, *files: tuple[str, bytes]) -> Any:
    return web.post(SOURCES, files=[("file", (name, data)) for name, data in files])


def test_what_cannot_be_a_source_is_refused_in_the_readers_words(web: TestClient) -> None:
    assert brought(web, ("a.csv", b"a,b\n1\n")).status_code == 422
    assert "at least 20" in brought(web, ("a.zip", a_zip(3))).json()["expected"]
    assert brought(web, ("a.zip", b"PK nothing")).status_code == 422
    assert brought(web, ("a.zip", a_zip(25, "../../{}.png"))).status_code == 422
    assert brought(web, ("a.exe", b"MZ")).json()["hint"].startswith("a.exe")
    assert web.post(SOURCES, data={"file": "x"}).status_code == 422
    objects = io.BytesIO()
    np.save(objects, np.array([{}], dtype=object), allow_pickle=True)
    assert brought(web, ("a.npy", objects.getvalue())).status_code == 422


def test_pictures_come_one_by_one_or_zipped_and_broken_ones_are_named(web: TestClient) -> None:
    card = brought(web, ("a.zip", a_zip(22)), ("broken.png", b"no picture")).json()
    assert (card["kind"], card["rows"]) == ("pictures", 22)
    assert [one["name"] for one in card["left_out"]] == ["broken.png"]


def test_wrong_wishes_are_refused_before_anything_begins(ready: TestClient) -> None:
    prompts = {"kind": "prompts", "prompts": ["a"] * 30}

    def said(**changes: Any) -> Any:
        wanted = {"id": "x", "source": prompts, **changes}
        answer = ready.post("/api/v1/maps/estimate", json=wanted)
        return answer.status_code, answer.json()

    assert said()[1] == {"points": 30, "renders": 30, "seconds": None}
    assert said(projector="pancake")[0] == 404
    assert said(knobs={"n_neighbors": 1000})[0] == 422
    assert said(knobs={"height": 1})[0] == 422
    assert said(projector="axes")[0] == 422
    arrow = {"from": "cat", "to": "dog"}
    assert said(projector="axes", axes={"right": arrow, "up": arrow})[0] == 200
    assert said(axes={"right": arrow, "up": arrow})[0] == 422
    assert said(source={"kind": "upload", "upload": "0" * 16})[0] == 404
    assert said(source={"kind": "sweep", "sweep": "none"})[0] == 404
    assert said(source={"kind": "training"}, model="emoji-vae")[0] in (404, 422)
    template = {"kind": "template", "template": "{a|b} {c|d}", "seeds": [1, 2]}
    assert said(source=template)[1]["points"] == 8
    words = {"kind": "words", "words": ["a", "b"]}
    assert said(source=words, space="sentence")[1] == {"points": 2, "renders": 0, "seconds": None}
    assert ready.delete("/api/v1/maps/emoji-vector").status_code == 409
    assert ready.delete("/api/v1/maps/none").status_code == 404


@pytest.mark.slow
def test_a_table_becomes_a_map_that_is_laid_out_again_and_removed(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, toy=True)
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        wait_until_ready(web)
        source = {"kind": "upload", "upload": brought(web, ("a.csv", a_table())).json()["id"]}
        wanted = {"id": "mine", "source": source, "knobs": {"n_neighbors": 8}}
        job = finished(web, web.post("/api/v1/maps", json=wanted).json()["id"])
        assert job["state"] == "done", job
        card = web.get("/api/v1/maps/mine").json()
        assert (card["count"], card["view"], card["decodes"]) == (60, "given", False)
        assert card["quality"]["trustworthiness"] > 0.8
        assert 0 <= card["quality"]["stability"] <= 1
        assert [each["id"] for each in card["columns"]] == ["kind", "age"]
        point = web.get("/api/v1/maps/mine/points/5").json()
        assert point["title"]["en"].startswith("point ")
        assert (point["thumb"], point["recipe"]) == (None, {})
        own = point["attributes"]["kind"]["en"]
        near = [each["n"] for each in point["neighbours"][:5]]
        kinds = [web.get(f"/api/v1/maps/mine/points/{n}").json() for n in near]
        assert all(each["attributes"]["kind"]["en"] == own for each in kinds)
        found = web.post("/api/v1/maps/mine/search", json={"words": "point 7"}).json()["items"]
        assert found[0]["score"] == 1.0
        asked = web.post("/api/v1/maps/mine/search", json={"query": "kind:k1 age:0..30"}).json()
        assert 5 < len(asked["items"]) < 15
        assert web.post("/api/v1/maps/mine/decode", json={"x": 0, "y": 0}).status_code == 422
        again = web.post("/api/v1/maps/mine/versions", json={"knobs": {"n_neighbors": 20}})
        assert finished(web, again.json()["id"])["state"] == "done"
        versions = web.get("/api/v1/maps/mine/versions").json()["items"]
        assert [each["key"] for each in versions] == ["mine", "mine@1"]
        assert versions[0]["knobs"]["n_neighbors"] == 20
        # Published points of a version never move, and a point keeps its number.
        assert web.get("/api/v1/maps/mine@1").json() == card
        old, new = (web.get(f"/api/v1/maps/{key}/points/5").json() for key in ("mine@1", "mine"))
        assert old["title"] == new["title"]
        assert old["title"] == point["title"]
        assert [each["id"] for each in web.get("/api/v1/maps").json()["items"]][1:] == ["mine"]
        assert web.delete("/api/v1/maps/mine").status_code == 204
        assert web.get("/api/v1/maps/mine").status_code == 404
        assert web.get("/api/v1/maps/mine@1").status_code == 404
