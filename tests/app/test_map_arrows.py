"""Points of a map measured along expressions: by the shipped model, and by points alone."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from inference.maps.files import MapFolder
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.twin_map import SHIPPED, write_twin

MAP = "/api/v1/maps/emoji-vector"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application with the shipped models, and a second map that reads nothing."""
    data: Path = tmp_path_factory.mktemp("data")
    twin = write_twin(data / "maps")
    info = json.loads((twin.folder / "map.json").read_text("utf-8"))
    bare = info | {"view": "given", "space": "given", "reads": []}
    (twin.folder / "map.json").write_text(json.dumps(bare), "utf-8")
    app = create_app(Settings(data_dir=data))
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        wait_until_ready(client)
        yield client


def along(web: TestClient, map: str = "emoji-vector", **wanted: Any) -> tuple[Any, NDArray[Any]]:
    """Return what is said about a projection, and the value of every point."""
    answer = web.post(f"/api/v1/maps/{map}/project", json=wanted)
    assert answer.status_code == 200, answer.text
    magic, count, length = struct.unpack_from("<8sII", answer.content)
    assert magic == b"RSHNPRJ1"
    said = json.loads(answer.content[16 : 16 + length])
    cells = np.frombuffer(answer.content, "<u2", count, 16 + length)
    return said, said["low"] + cells / 65535 * (said["high"] - said["low"])


def test_words_at_both_ends_pull_their_own_pictures_apart(real: TestClient) -> None:
    names = np.array(MapFolder(SHIPPED).stock["names_en"])
    said, values = along(real, expression='dir("cat", "dog")')
    assert (said["kind"], said["space"]) == ("direction", "emoji-vector.judge")
    assert said["low"] == -said["high"]
    assert abs(values.mean()) < 1e-3
    assert values[names == "dog face"].mean() > 0.1
    assert values[names == "cat face"].mean() < -0.1
    ends = said["ends"]
    assert [ends[side]["title"]["en"] for side in ("low", "high")] == ["cat", "dog"]
    assert any("dog" in names[n] for n in ends["high"]["points"])
    assert any("cat" in names[n] for n in ends["low"]["points"])
    assert values[ends["high"]["points"][0]] == pytest.approx(values.max(), abs=1e-4)
    # Turned round, it is the same column the other way.
    _, back = along(real, expression='"cat" - "dog"')
    assert np.allclose(back, -values, atol=1e-3)


def test_a_shipped_direction_is_called_by_its_title(real: TestClient) -> None:
    names = MapFolder(SHIPPED).stock["names_en"]
    said, values = along(real, expression='dir("older")')
    assert said["ends"]["high"]["title"]["ja"]
    old, young = names.index("old man"), names.index("girl")
    assert values[old] > 0.1 > -0.1 > values[young]


def test_groups_of_the_map_are_its_points_and_renders_their_pictures(real: TestClient) -> None:
    shipped = MapFolder(SHIPPED)
    hearts = [n for n, name in enumerate(shipped.stock["names_en"]) if "heart" in name][:40]
    faces = [n for n, name in enumerate(shipped.stock["names_en"]) if "grinning" in name][:40]
    for name, points in (("hearts", hearts), ("faces", faces)):
        wanted = {"name": name, "map": "emoji-vector", "points": points}
        assert real.post("/api/v1/groups", json=wanted).status_code == 201
    said, values = along(real, expression="dir(@hearts, @faces)")
    units = shipped.vectors
    arrow = units[faces].mean(0) - units[hearts].mean(0)
    expected = (units - units.mean(0)) @ (arrow / np.linalg.norm(arrow))
    assert np.allclose(values, expected, atol=1e-3)
    assert said["ends"]["low"]["title"]["en"] == "@hearts"
    # A map of bare numbers has groups too, and no words.
    twins = {"name": "twins", "map": "twin", "points": hearts}
    assert real.post("/api/v1/groups", json=twins).status_code == 201
    assert along(real, "twin", expression="mean(@twins)")[0]["kind"] == "point"
    recipe = shipped.recipe(faces[0])
    made = real.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=20"})
    said, values = along(real, expression=f"@{made.json()['id'][:10]}")
    assert (said["kind"], int(values.argmax())) in [("point", n) for n in faces]


def test_likeness_to_points_is_their_cosine(real: TestClient) -> None:
    units = MapFolder(SHIPPED).vectors
    said, values = along(real, like=[7])
    assert said["kind"] == "point"
    assert np.allclose(values, units @ units[7], atol=1e-3)
    assert said["ends"]["high"]["points"][0] == 7
    assert real.post(f"{MAP}/project", json={"like": [10**6]}).status_code == 422
    assert real.post(f"{MAP}/project", json={"like": [1], "expression": "cat"}).status_code == 422


@pytest.mark.parametrize(
    ("map", "expression", "position", "code"),
    [
        ("emoji-vector", '"happy" - noise(4)', 10, "wrong_space"),
        ("emoji-vector", '"cat" + "dog"', 8, "invalid_expression"),
        ("emoji-vector", 'dir("nobody ships this")', 0, "unknown_id"),
        ("emoji-vector", '"cat" - @nobody-at-all', 8, "invalid_expression"),
        ("emoji-vector", "7", 0, "invalid_expression"),
        ("twin", 'dir("cat", "dog")', 0, "invalid_expression"),
        ("twin", f'img("{64 * "a"}")', 0, "wrong_space"),
    ],
)
def test_what_has_no_place_on_the_map_is_refused_where_it_stands(
    real: TestClient, map: str, expression: str, position: int, code: str
) -> None:
    answer = real.post(f"/api/v1/maps/{map}/project", json={"expression": expression})
    assert 400 <= answer.status_code < 500, answer.text
    assert (answer.json()["code"], answer.json()["position"]) == (code, position)


def test_an_arrow_without_length_is_told(real: TestClient) -> None:
    answer = real.post(f"{MAP}/project", json={"expression": 'dir("cat", "cat")'})
    assert answer.status_code == 422
    assert "same" in answer.json()["detail"]
