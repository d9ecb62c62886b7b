"""Points chosen without a name: kept under their hash, carried with a session; names of regions taken back."""

import io
import json
import zipfile

from fastapi.testclient import TestClient

CHOICES = "/api/v1/choices"
SESSIONS = "/api/v1/sessions"
MAP = "/api/v1/maps/emoji-vector"


def test_equal_choices_have_one_id_and_come_back(ready: TestClient) -> None:
    one = ready.post(CHOICES, json={"packed": "0.1.1.12"}).json()
    assert ready.post(CHOICES, json={"packed": "0.1.1.12"}).json() == one
    assert ready.get(f"{CHOICES}/{one['id']}").json()["packed"] == "0.1.1.12"
    assert ready.post(CHOICES, json={"packed": "0.1.1.13"}).json()["id"] != one["id"]


def test_what_is_no_choice_is_refused(ready: TestClient) -> None:
    for packed in ("", ".", "0..1", "A", "0.-1", "00000000"):
        assert ready.post(CHOICES, json={"packed": packed}).status_code == 422
    assert ready.get(f"{CHOICES}/{'0' * 32}").status_code == 404


def test_a_choice_travels_with_its_session_under_its_true_hash(ready: TestClient) -> None:
    kept = ready.post(CHOICES, json={"packed": "5.1.1"}).json()["id"]
    session = ready.post(SESSIONS, json={"title": "far"}).json()["id"]
    node = {"id": "one", "parent": None, "kind": "select", "address": f"/?set={kept}"}
    assert ready.post(f"{SESSIONS}/{session}/nodes", json=node).status_code == 201
    archive = ready.get(f"{SESSIONS}/{session}/export.zip").content
    card = json.loads(zipfile.ZipFile(io.BytesIO(archive)).read("session.json"))
    assert card["choices"] == [{"id": kept, "packed": "5.1.1"}]
    # A stranger calls other points by this hash: they come in under their own.
    card["choices"][0]["packed"] = "7.1"
    lie = io.BytesIO()
    with zipfile.ZipFile(lie, "w") as out:
        out.writestr("session.json", json.dumps(card))
    came = ready.post(f"{SESSIONS}/import", files={"file": ("a.zip", lie.getvalue())}).json()
    nodes = ready.get(f"{SESSIONS}/{came['session']['id']}/nodes").json()["items"]
    other = nodes[0]["address"].partition("set=")[2]
    assert other != kept
    assert ready.get(f"{CHOICES}/{other}").json()["packed"] == "7.1"
    assert ready.get(f"{CHOICES}/{kept}").json()["packed"] == "5.1.1"


def test_the_name_of_a_region_is_taken_back_and_given_again(ready: TestClient) -> None:
    card = ready.get(MAP).json()
    place = {"layer": 0, "label": 0}

    def title() -> str:
        label = ready.get(f"{MAP}/labels").json()["layers"][0]["labels"][0]
        return str(label["title"]["en"])

    computed = title()
    ready.patch(f"{MAP}/labels", json={**place, "title": {"en": "Crowd"}})
    effect = {"kind": "label", "map": card["id"], "version": str(card["version"]), **place}
    effect |= {"before": None, "after": {"en": "Crowd"}}
    session = ready.post(SESSIONS, json={"title": ""}).json()["id"]
    for node in (
        {"id": "a", "parent": None, "kind": "page", "address": "/"},
        {"id": "b", "parent": "a", "kind": "name", "address": "/", "effects": [effect]},
    ):
        assert ready.post(f"{SESSIONS}/{session}/nodes", json=node).status_code == 201
    ready.post(f"{SESSIONS}/{session}/go", json={"node": "a"})
    assert title() == computed
    ready.post(f"{SESSIONS}/{session}/go", json={"node": "b"})
    assert title() == "Crowd"
    ready.post(f"{SESSIONS}/{session}/go", json={"node": "a"})
