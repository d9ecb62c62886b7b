"""Maps of anything over HTTP: what is brought, what is refused, versions, removing."""

from __future__ import annotations

import hashlib
import io
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from inference.pictures import decode_upload
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.app.test_maps import finished
from tests.app.test_renders import WAIT
from tests.app.test_sweeps import over

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

    told = {"columns": [], "least": 20, "most": 200_000}
    assert said()[1] == {"points": 30, "renders": 30, "seconds": None, **told}
    assert said(projector="pancake")[0] == 404
    assert said(knobs={"n_neighbors": 1000})[0] == 422
    assert said(knobs={"height": 1})[0] == 422
    assert said(projector="axes")[0] == 422
    arrow = {"from": '"cat"', "to": '"dog"'}
    assert said(projector="axes", axes={"right": arrow, "up": arrow})[0] == 200
    wrong = said(projector="axes", axes={"right": arrow, "up": {"from": '"cat"', "to": "king +"}})
    assert (wrong[0], "position" in wrong[1]) == (422, True)
    strange = {"right": arrow, "up": {"from": '"cat"', "to": "noise(3)"}}
    assert "noise" in said(projector="axes", axes=strange)[1]["detail"]
    assert "judge" in said(space="bottleneck")[1]["expected"]
    assert said(aligned="nowhere")[0] == 404
    assert said(axes={"right": arrow, "up": arrow})[0] == 422
    assert said(source={"kind": "upload", "upload": "0" * 16})[0] == 404
    assert said(source={"kind": "sweep", "sweep": "none"})[0] == 404
    assert said(source={"kind": "training"}, model="emoji-vae")[0] in (404, 422)
    template = {"kind": "template", "template": "{a|b} {c|d}", "seeds": [1, 2]}
    assert said(source=template)[1]["points"] == 8
    columns = {each["id"]: each["values"] for each in said(source=template)[1]["columns"]}
    del columns["prompt"]
    assert columns == {"a_b": ["a", "b"], "c_d": ["c", "d"], "seed": ["1", "2"]}
    elsewhere = {"kind": "map", "map": "emoji-vector", "most": 40}
    assert said(source=elsewhere)[1]["points"] == 40
    words = {"kind": "words", "words": ["a", "b"]}
    few = {"points": 2, "renders": 0, "seconds": None, **told}
    assert said(source=words, space="sentence")[1] == few
    refused = ready.post("/api/v1/maps", json={"id": "x", "source": words, "space": "sentence"})
    assert (refused.status_code, refused.json()["expected"]) == (422, "20 to 200000")
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


PLAIN: dict[str, Any] = {"projector": "pca"}


def mapped(web: TestClient, id: str, source: dict[str, Any], **changes: Any) -> Any:
    """Build a map over HTTP and return its card."""
    said = web.post("/api/v1/maps", json={"id": id, "source": source, **PLAIN, **changes})
    assert said.status_code == 202, said.text
    job = finished(web, said.json()["id"])
    assert job["state"] == "done", job
    return web.get(f"/api/v1/maps/{id}").json()


@pytest.mark.slow
def test_renders_and_a_sweep_become_maps_and_a_refit_keeps_what_joined(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, toy=True)
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        wait_until_ready(web)
        recipe = {"model": "emoji-vector", "prompt": "cat", "seed": 3}
        axes = [{"knob": "seed", "values": list(range(11))}, {"knob": "steps", "values": [1, 2]}]
        sweep = web.post("/api/v1/sweeps", json={"recipe": recipe, "axes": axes}).json()["id"]
        over(web, sweep)
        dog = {"recipe": {**recipe, "prompt": "dog"}}
        assert web.post("/api/v1/renders", json=dog, headers=WAIT).status_code == 200
        # A picture is shown before it is on disk, and counts from then on.
        wanted = {"id": "x", "source": {"kind": "history"}, **PLAIN}
        assert web.post("/api/v1/maps/estimate", json=wanted).json()["points"] == 23
        done = web.get("/api/v1/renders").json()["items"]
        swept = mapped(web, "swept", {"kind": "sweep", "sweep": sweep})
        assert (swept["count"], swept["source"], swept["decodes"]) == (22, "sweep", True)
        past = mapped(web, "past", {"kind": "history"})
        assert (past["count"], past["source"]) == (23, "history")
        cards = [web.get(f"/api/v1/maps/past/points/{n}").json() for n in range(23)]
        urls = {card["image"]["url"] for card in cards}
        assert urls == {each["image"]["url"] for each in done}

        place = {"x": 0.0, "y": 0.0, "seed": 5}
        joined = web.post("/api/v1/maps/past/decode", json=place).json()
        assert joined["point"] == 23
        again = web.post("/api/v1/maps/past/versions", json={})
        job = finished(web, again.json()["id"])
        assert job["state"] == "done", job
        card = web.get("/api/v1/maps/past").json()
        assert (card["count"], card["version"], card["joined"]) == (24, 2, 1)
        point = web.get("/api/v1/maps/past/points/23").json()
        assert point["recipe"] == joined["render"]["recipe"]
        assert point["image"] == joined["render"]["image"]
        assert point["thumb"]
        assert web.get("/api/v1/maps/past/points/4").json()["recipe"] == cards[4]["recipe"]
        assert web.get("/api/v1/maps/past/additions").json()["items"] == []


@pytest.mark.slow
def test_a_zip_becomes_a_map_of_its_pictures(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, toy=True)
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        wait_until_ready(web)
        source = {"kind": "upload", "upload": brought(web, ("a.zip", a_zip(24))).json()["id"]}
        card = mapped(web, "album", source)
        assert (card["count"], card["source"], card["decodes"]) == (24, "pictures", True)
        points = [web.get(f"/api/v1/maps/album/points/{n}").json() for n in range(24)]
        assert len({point["image"]["sha256"] for point in points}) == 24
        assert all((p["image"]["width"], p["image"]["height"]) == (40, 30) for p in points)
        assert all(web.get(point["image"]["url"]).status_code == 200 for point in points)


def test_pictures_of_a_source_outlive_the_trash(ready: TestClient) -> None:
    recipe = {"model": "emoji-vector", "prompt": "brought back", "seed": 77}
    made = ready.post("/api/v1/renders", json={"recipe": recipe}, headers=WAIT).json()
    file = ready.get(made["image"]["url"]).content
    source = brought(ready, ("a.zip", a_zip(20)), ("mine.png", file)).json()
    assert source["rows"] == 21
    ready.patch(f"/api/v1/renders/{made['id']}", json={"deleted": True})
    end = time.monotonic() + 10
    while ready.delete("/api/v1/trash").json()["removed"] < 1:
        assert time.monotonic() < end
        time.sleep(0.05)
    kept = hashlib.sha256(decode_upload(file).png).hexdigest()
    # A render's file carries its recipe, a brought one nothing: the trash takes the one alone.
    assert kept != made["image"]["sha256"]
    assert ready.get(made["image"]["url"]).status_code == 404
    assert ready.get(f"/api/v1/images/{kept}.png").status_code == 200


@pytest.mark.slow
def test_a_column_draws_its_values_together(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, toy=True)
    with TestClient(create_app(settings), base_url=ADDRESS) as web:
        wait_until_ready(web)
        # The column says nothing that the numbers say: only supervision can pull it together.
        dice = np.random.default_rng(2)
        rows = ["title,x0,x1,x2,kind"]
        rows += [
            f"p{n}," + ",".join(f"{v:.4f}" for v in dice.normal(size=3)) + f",k{n % 2}"
            for n in range(60)
        ]
        table = brought(web, ("a.csv", "\n".join(rows).encode())).json()["id"]
        source = {"kind": "upload", "upload": table}
        shares = []
        for id, more in (("free", {}), ("drawn", {"supervise": "kind"})):
            mapped(web, id, source, projector="umap", knobs={"n_neighbors": 8}, **more)
            cards = [web.get(f"/api/v1/maps/{id}/points/{n}").json() for n in range(60)]
            xy = np.array([[card["x"], card["y"]] for card in cards])
            kinds = np.array([card["attributes"]["kind"]["en"] for card in cards])
            apart = np.linalg.norm(xy[:, None] - xy[None], axis=2)
            np.fill_diagonal(apart, np.inf)
            near = apart.argsort(axis=1)[:, :5]
            shares.append(float((kinds[near] == kinds[:, None]).mean()))
        assert shares[1] > shares[0] + 0.2, shares
        wanted = {"id": "wrong", "source": source, "supervise": "colour"}
        job = finished(web, web.post("/api/v1/maps", json=wanted).json()["id"])
        assert job["state"] == "failed"
        assert "no column called 'colour'" in str(job)
