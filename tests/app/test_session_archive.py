"""A session leaves as a zip, and comes into another installation as a stranger's word."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator

import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.app.test_renders import make
from tests.app.test_sessions import SESSIONS, begin, grow

IMPORT = f"{SESSIONS}/import"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Another installation."""
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("elsewhere"), toy=True))
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        wait_until_ready(client)
        yield client


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(found: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in found.items():
            archive.writestr(name, body)
    return out.getvalue()


@pytest.fixture(scope="module")
def exported(ready: TestClient) -> bytes:
    """A session of two pictures, one of them in the trash, as it leaves."""
    kept, gone = (make(ready, seed, prompt="a clay fox")["id"] for seed in (601, 602))
    ready.patch(f"/api/v1/renders/{kept}", json={"starred": True, "folder": "foxes"})
    session = begin(ready, "狐")
    grow(ready, session, "one", None, kind="render", renders=[kept, gone])
    ready.patch(f"/api/v1/renders/{gone}", json={"deleted": True})
    effect = {"render": gone, "before": {"deleted": False}, "after": {"deleted": True}}
    grow(ready, session, "two", "one", kind="delete", effects=[effect])
    said = ready.get(f"{SESSIONS}/{session}/export.zip")
    assert said.status_code == 200
    assert said.headers["content-type"] == "application/zip"
    return said.content


def test_a_session_comes_back_whole_in_another_installation(
    exported: bytes, elsewhere: TestClient
) -> None:
    said = elsewhere.post(IMPORT, files={"file": ("walk.zip", exported, "application/zip")})
    assert said.status_code == 201, said.text
    taken = said.json()
    assert (taken["session"]["title"], taken["session"]["head"]) == ("狐", "two")
    assert (taken["renders"], taken["left_out"]) == (2, [])
    card = json.loads(members(exported)["session.json"])
    for render in card["renders"]:
        id = render["id"]
        made = elsewhere.post(
            "/api/v1/renders", json={"recipe": render["recipe"]}, headers={"Prefer": "wait=20"}
        ).json()
        # Equal recipes, equal bytes: the picture was made anew and is the one that was packed.
        picture = elsewhere.get(made["image"]["url"]).content
        assert picture == members(exported)[f"pictures/{id}.png"]
    first = elsewhere.get(f"/api/v1/renders/{card['renders'][0]['id']}").json()
    assert (first["starred"], first["folder"]) == (True, "foxes")
    session = taken["session"]["id"]
    elsewhere.post(f"{SESSIONS}/{session}/go", json={"node": "one"})
    gone = elsewhere.get(f"/api/v1/renders/{card['renders'][1]['id']}").json()
    assert gone["deleted"] is False


def test_what_is_here_already_is_not_changed(exported: bytes, ready: TestClient) -> None:
    card = json.loads(members(exported)["session.json"])
    id = card["renders"][0]["id"]
    ready.patch(f"/api/v1/renders/{id}", json={"starred": False, "folder": "mine"})
    assert ready.post(IMPORT, content=exported, headers=ZIP).status_code == 201
    now = ready.get(f"/api/v1/renders/{id}").json()
    assert (now["starred"], now["folder"]) == (False, "mine")


def test_a_picture_that_lies_about_its_recipe_is_not_believed(
    exported: bytes, elsewhere: TestClient
) -> None:
    found = members(exported)
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(out, "PNG")
    name = next(each for each in found if each.startswith("pictures/"))
    lying = packed(found | {name: out.getvalue()})
    assert elsewhere.post(IMPORT, content=lying, headers=ZIP).status_code == 201
    render = elsewhere.get(f"/api/v1/renders/{name[9:-4]}").json()
    assert elsewhere.get(render["image"]["url"]).content == found[name]


def test_uploads_travel_with_the_recipes_that_look_at_them(
    ready: TestClient, elsewhere: TestClient, png: bytes
) -> None:
    sha = ready.post("/api/v1/images", content=png, headers={"Content-Type": "image/png"}).json()
    recipe = {"model": "emoji-vae", "noise": f'img("{sha["sha256"]}")'}
    made = ready.post("/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=20"})
    assert made.status_code == 200, made.text
    session = begin(ready)
    grow(ready, session, "a", None, renders=[made.json()["id"]])
    data = ready.get(f"{SESSIONS}/{session}/export.zip").content
    assert f"uploads/{sha['sha256']}.png" in members(data)
    taken = elsewhere.post(IMPORT, content=data, headers=ZIP).json()
    assert taken["left_out"] == []
    node = elsewhere.get(f"{SESSIONS}/{taken['session']['id']}/nodes").json()["items"][0]
    again = elsewhere.get(f"/api/v1/renders/{node['renders'][0]}")
    assert again.status_code == 200


def test_a_recipe_of_a_model_that_is_not_here_is_named_and_the_rest_comes_in(
    exported: bytes, elsewhere: TestClient
) -> None:
    found = members(exported)
    card = json.loads(found["session.json"])
    card["renders"][1]["recipe"]["model"] = "nobody"
    taken = elsewhere.post(
        IMPORT, content=packed({"session.json": json.dumps(card).encode()}), headers=ZIP
    ).json()
    assert [each["what"] for each in taken["left_out"]] == [f"render {card['renders'][1]['id']}"]
    assert "nobody" in taken["left_out"][0]["reason"]


ZIP = {"Content-Type": "application/zip"}


NODE = '"parent": null'
SPOILED = {
    "no tree": (NODE, '"parent": "two"'),
    "an orphan": ('"parent": "one"', '"parent": "nobody"'),
    "twice the same": ('"id": "two"', '"id": "one"'),
    "a head of nothing": ('"head": "two"', '"head": "nobody"'),
    "an address elsewhere": ('"/studio?seed=one"', '"https://evil.test/"'),
    "a script": ('"/studio?seed=one"', '"javascript:alert(1)"'),
    "more than there is": ('"rashin_session"', '"surprise": 1, "rashin_session"'),
    "another version": ('"rashin_session": 1', '"rashin_session": 2'),
    "a number for words": ('"title": "狐"', '"title": 7'),
    "an id that climbs": ('"renders": [{"id": "', '"renders": [{"id": "../'),
    "half a character": ("狐", "\\ud800"),
    "nested": ('"recipe": {', '"recipe": {"x": ' + "[" * 5_000),
    "no JSON": ("{", "PK"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_archive_is_refused_and_nothing_is_taken(
    name: str, exported: bytes, elsewhere: TestClient
) -> None:
    before = elsewhere.get(SESSIONS).json()["items"]
    card = json.loads(members(exported)["session.json"])
    card["renders"] = [{"id": each.pop("id"), **each} for each in card["renders"]]
    text, (old, new) = json.dumps(card, ensure_ascii=False), SPOILED[name]
    assert old in text
    said = elsewhere.post(
        IMPORT, content=packed({"session.json": text.replace(old, new, 1).encode()}), headers=ZIP
    )
    assert said.status_code == 422, said.text
    assert said.json()["detail"]
    assert elsewhere.get(SESSIONS).json()["items"] == before


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04", b"hello", bytes(100_000)])
def test_what_is_no_zip_is_refused(body: bytes, elsewhere: TestClient) -> None:
    assert elsewhere.post(IMPORT, content=body, headers=ZIP).status_code == 422


def test_an_upload_that_is_no_picture_is_refused(exported: bytes, elsewhere: TestClient) -> None:
    spoiled = members(exported) | {f"uploads/{'0' * 64}.png": b"<svg onload=alert(1)>"}
    assert elsewhere.post(IMPORT, content=packed(spoiled), headers=ZIP).status_code == 422


def test_the_same_session_gives_the_same_bytes(ready: TestClient) -> None:
    session = begin(ready)
    grow(ready, session, "a", None, renders=[make(ready, 603, prompt="a clay hen")["id"]])
    one, two = (ready.get(f"{SESSIONS}/{session}/export.zip").content for _ in range(2))
    assert members(one) == members(two)
