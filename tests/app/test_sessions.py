"""A session remembers every act, walks back and forth, forks, and is shared by link."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.app.test_renders import make

SESSIONS = "/api/v1/sessions"


def begin(web: TestClient, title: str = "A walk") -> str:
    said = web.post(SESSIONS, json={"title": title})
    assert said.status_code == 201, said.text
    return str(said.json()["id"])


def grow(web: TestClient, session: str, id: str, parent: str | None, **more: Any) -> dict[str, Any]:
    node = {"id": id, "parent": parent, "kind": "slider", "address": f"/studio?seed={id}", **more}
    said = web.post(f"{SESSIONS}/{session}/nodes", json=node)
    assert said.status_code == 201, said.text
    grown: dict[str, Any] = said.json()
    return grown


def go(web: TestClient, session: str, node: str | None) -> dict[str, Any]:
    said = web.post(f"{SESSIONS}/{session}/go", json={"node": node})
    assert said.status_code == 200, said.text
    stood: dict[str, Any] = said.json()
    return stood


def deleted(web: TestClient, render: str) -> bool:
    return bool(web.get(f"/api/v1/renders/{render}").json()["deleted"])


def test_a_session_grows_and_knows_where_one_stands(ready: TestClient) -> None:
    session = begin(ready, "森の散歩")
    for id, parent in (("a", None), ("b", "a"), ("c", "b")):
        grow(ready, session, id, parent, label=f"to {id}")
    shown = ready.get(f"{SESSIONS}/{session}").json()
    assert (shown["title"], shown["head"]) == ("森の散歩", "c")
    listed = ready.get(f"{SESSIONS}/{session}/nodes", params={"limit": 2}).json()
    assert [node["id"] for node in listed["items"]] == ["a", "b"]
    rest = ready.get(f"{SESSIONS}/{session}/nodes", params={"after": listed["next"]}).json()
    assert [node["id"] for node in rest["items"]] == ["c"]
    assert session in [each["id"] for each in ready.get(SESSIONS).json()["items"]]


def test_the_same_node_twice_is_one_node_and_another_one_is_a_conflict(ready: TestClient) -> None:
    session = begin(ready)
    assert grow(ready, session, "a", None) == grow(ready, session, "a", None)
    other = {"id": "a", "parent": None, "kind": "slider", "address": "/sweeps"}
    assert ready.post(f"{SESSIONS}/{session}/nodes", json=other).status_code == 409
    orphan = other | {"id": "b", "parent": "nobody"}
    assert ready.post(f"{SESSIONS}/{session}/nodes", json=orphan).status_code == 404
    assert len(ready.get(f"{SESSIONS}/{session}/nodes").json()["items"]) == 1


def test_a_node_may_name_a_picture_that_came_later_and_forgets_none(ready: TestClient) -> None:
    session = begin(ready)
    grow(ready, session, "a", None, renders=["x"])
    assert grow(ready, session, "a", None, renders=["x", "y"])["renders"] == ["x", "y"]
    less: dict[str, Any] = {
        "id": "a",
        "parent": None,
        "kind": "slider",
        "address": "/studio?seed=a",
        "renders": [],
    }
    assert ready.post(f"{SESSIONS}/{session}/nodes", json=less).status_code == 409


def test_undo_takes_a_deletion_back_and_redo_does_it_again(ready: TestClient) -> None:
    render = make(ready, 501, prompt="a tin drum")["id"]
    session = begin(ready)
    grow(ready, session, "made", None, kind="render", renders=[render])
    ready.patch(f"/api/v1/renders/{render}", json={"deleted": True})
    effect = {"render": render, "before": {"deleted": False}, "after": {"deleted": True}}
    grow(ready, session, "gone", "made", kind="delete", effects=[effect])
    undone = go(ready, session, "made")
    assert (undone["undone"], undone["address"]) == (["gone"], "/studio?seed=made")
    assert not deleted(ready, render)
    assert go(ready, session, "gone")["redone"] == ["gone"]
    assert deleted(ready, render)
    assert go(ready, session, None)["undone"] == ["gone", "made"]
    assert not deleted(ready, render)


def test_marks_that_were_not_given_stay_as_they_are(ready: TestClient) -> None:
    render = make(ready, 502, prompt="a tin whistle")["id"]
    ready.patch(f"/api/v1/renders/{render}", json={"starred": True, "folder": "tin"})
    session = begin(ready)
    grow(ready, session, "a", None)
    effect = {"render": render, "before": {"folder": None}, "after": {"folder": "tin"}}
    grow(ready, session, "b", "a", effects=[effect])
    go(ready, session, "a")
    now = ready.get(f"/api/v1/renders/{render}").json()
    assert (now["starred"], now["folder"]) == (True, None)


def test_undo_brings_a_group_back_as_it_was(ready: TestClient) -> None:
    render = make(ready, 503, prompt="a tin can")["id"]
    group = ready.post("/api/v1/groups", json={"name": "tins", "renders": [render]}).json()
    session = begin(ready)
    grow(ready, session, "a", None)
    before = {"renders": [render], "points": [], "map": None, "version": None}
    effect = {"kind": "group", "group": "tins", "before": before, "after": None}
    ready.delete("/api/v1/groups/tins")
    grow(ready, session, "b", "a", kind="group", effects=[effect])
    go(ready, session, "a")
    assert ready.get("/api/v1/groups/tins").json()["renders"] == group["renders"]
    go(ready, session, "b")
    assert ready.get("/api/v1/groups/tins").status_code == 404


def test_what_is_gone_for_good_is_named_and_the_rest_is_done(ready: TestClient) -> None:
    session = begin(ready)
    grow(ready, session, "a", None)
    effect = {"render": "0" * 32, "before": {"starred": False}, "after": {"starred": True}}
    grow(ready, session, "b", "a", effects=[effect])
    stood = go(ready, session, "a")
    assert (stood["lost"], stood["head"]) == (["0" * 32], "a")


def test_branches_are_compared_from_where_they_part(ready: TestClient) -> None:
    session = begin(ready)
    grow(ready, session, "a", None)
    grow(ready, session, "left", "a", renders=["x", "y"])
    go(ready, session, "a")
    grow(ready, session, "right", "a", renders=["y", "z"])
    asked = {"one": "left", "two": "right"}
    found = ready.get(f"{SESSIONS}/{session}/compare", params=asked).json()
    assert found["meeting"] == "a"
    assert [node["id"] for node in found["one"]["nodes"]] == ["left"]
    assert (found["two"]["renders"], found["shared_renders"]) == (["y", "z"], ["y"])


def test_a_link_opens_one_view_and_forks_only_where_that_is_allowed(ready: TestClient) -> None:
    session = begin(ready, "Shared")
    for id, parent in (("a", None), ("b", "a"), ("aside", "a")):
        grow(ready, session, id, parent)
    made = {
        forkable: ready.post(
            f"{SESSIONS}/{session}/links", json={"node": "b", "forkable": forkable}
        ).json()
        for forkable in (False, True)
    }
    seen = ready.get(f"/api/v1/links/{made[False]['id']}").json()
    assert [node["id"] for node in seen["trail"]] == ["a", "b"]
    assert ready.post(f"/api/v1/links/{made[False]['id']}/fork").status_code == 403
    own = ready.post(f"/api/v1/links/{made[True]['id']}/fork").json()
    assert (own["head"], own["title"]) == ("b", "Shared")
    grow(ready, own["id"], "c", "b")
    assert ready.get(f"{SESSIONS}/{session}").json()["head"] == "aside"
    assert ready.delete(f"/api/v1/links/{made[True]['id']}").status_code == 204
    assert ready.get(f"/api/v1/links/{made[True]['id']}").status_code == 404
    assert len(ready.get(f"{SESSIONS}/{session}/links").json()["items"]) == 1


def test_a_session_that_was_removed_is_gone_with_its_links(ready: TestClient) -> None:
    session = begin(ready)
    grow(ready, session, "a", None)
    link = ready.post(f"{SESSIONS}/{session}/links", json={"node": "a"}).json()["id"]
    assert ready.delete(f"{SESSIONS}/{session}").status_code == 204
    for path in (f"{SESSIONS}/{session}", f"{SESSIONS}/{session}/nodes", f"/api/v1/links/{link}"):
        assert ready.get(path).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:1", "/api/v1/trash"],
)
def test_an_address_that_leads_elsewhere_is_refused(ready: TestClient, address: str) -> None:
    session = begin(ready)
    node = {"id": "a", "parent": None, "kind": "slider", "address": address}
    assert ready.post(f"{SESSIONS}/{session}/nodes", json=node).status_code == 422


def test_undo_takes_a_change_of_a_journey_back(ready: TestClient) -> None:
    stations = [
        {"recipe": {"model": "emoji-vector", "prompt": words, "seed": 1}} for words in ("a", "b")
    ]
    wish = {"title": "A walk", "stations": stations}
    journey = ready.post("/api/v1/journeys", json=wish).json()
    ready.patch(f"/api/v1/journeys/{journey['id']}", json={"loop": True, "stations": stations[:1]})
    session = begin(ready)
    grow(ready, session, "a", None)
    effect = {
        "kind": "journey", "journey": journey["id"],
        "before": {"loop": False, "stations": stations, "legs": journey["legs"]},
        "after": {"loop": True, "stations": stations[:1]},
    }  # fmt: skip
    grow(ready, session, "b", "a", kind="journey", effects=[effect])
    assert go(ready, session, "a")["lost"] == []
    now = ready.get(f"/api/v1/journeys/{journey['id']}").json()
    assert (now["loop"], len(now["stations"]), now["title"]) == (False, 2, "A walk")
    go(ready, session, "b")
    assert ready.get(f"/api/v1/journeys/{journey['id']}").json()["loop"] is True
    ready.delete(f"/api/v1/journeys/{journey['id']}")
    assert go(ready, session, "a")["lost"] == [journey["id"]]


def test_a_journey_that_cannot_be_written_down_is_refused(ready: TestClient) -> None:
    session = begin(ready)
    half = {"kind": "journey", "journey": "x", "before": {"title": "\ud800"}, "after": {}}
    node = {"id": "a", "parent": None, "kind": "journey", "address": "/journeys", "effects": [half]}
    said = ready.post(
        f"{SESSIONS}/{session}/nodes", content=json.dumps(node), headers={"Content-Type": "application/json"}
    )  # fmt: skip
    assert said.status_code == 422


def test_a_node_is_given_a_name_and_loses_it_again(ready: TestClient) -> None:
    session = begin(ready)
    grow(ready, session, "a", None)
    at = f"{SESSIONS}/{session}/nodes/a"
    assert ready.patch(at, json={"label": "ここから"}).json()["label"] == "ここから"
    assert ready.get(f"{SESSIONS}/{session}/nodes").json()["items"][0]["label"] == "ここから"
    assert ready.patch(at, json={"label": ""}).json()["label"] == ""
    assert ready.patch(f"{SESSIONS}/{session}/nodes/b", json={"label": "x"}).status_code == 404
