"""Groups: names for points, which expressions call @name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

MAP = "emoji-vector"


@pytest.fixture
def group(ready: TestClient) -> Iterator[dict[str, object]]:
    """A group of three points of the shipped map, which is gone afterwards."""
    body = {"name": "three-points", "map": MAP, "points": [7, 3, 3, 5]}
    said = ready.post("/api/v1/groups", json=body)
    assert said.status_code == 201, said.text
    yield said.json()
    ready.delete("/api/v1/groups/three-points")


def test_a_group_holds_each_point_once_and_in_order(
    ready: TestClient, group: dict[str, object]
) -> None:
    shown = ready.get("/api/v1/groups/three-points").json()
    assert shown == group
    assert shown["points"] == [3, 5, 7]
    assert shown["count"] == 3
    listed = ready.get("/api/v1/groups").json()["items"]
    assert [one["count"] for one in listed if one["name"] == "three-points"] == [3]


@pytest.mark.usefixtures("group")
def test_a_taken_name_is_a_conflict(ready: TestClient) -> None:
    again = ready.post("/api/v1/groups", json={"name": "three-points", "map": MAP, "points": [1]})
    assert again.status_code == 409
    other = {"name": "other", "map": MAP, "points": [1]}
    assert ready.post("/api/v1/groups", json=other).status_code == 201
    renamed = ready.patch("/api/v1/groups/other", json={"name": "three-points"})
    assert renamed.status_code == 409
    assert ready.delete("/api/v1/groups/other").status_code == 204


@pytest.mark.usefixtures("group")
def test_members_and_name_can_change(ready: TestClient) -> None:
    changed = ready.patch("/api/v1/groups/three-points", json={"points": [11], "name": "one"})
    assert changed.status_code == 200
    assert (changed.json()["name"], changed.json()["points"]) == ("one", [11])
    assert ready.get("/api/v1/groups/three-points").status_code == 404
    assert ready.delete("/api/v1/groups/one").status_code == 204
    assert ready.delete("/api/v1/groups/one").status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"name": "empty"}, 422),
        ({"name": "Upper", "map": MAP, "points": [1]}, 422),
        ({"name": "ends-", "map": MAP, "points": [1]}, 422),
        ({"name": "nowhere", "points": [1]}, 422),
        ({"name": "nowhere", "map": "no-such-map", "points": [1]}, 404),
        ({"name": "outside", "map": MAP, "points": [10**6]}, 404),
        ({"name": "nobody", "renders": ["0" * 32]}, 404),
    ],
)
def test_what_is_not_there_cannot_be_grouped(
    ready: TestClient, body: dict[str, object], status: int
) -> None:
    said = ready.post("/api/v1/groups", json=body)
    assert said.status_code == status
    assert said.json()["detail"]


def test_members_are_recipes_page_by_page(web: TestClient) -> None:
    made = web.post(
        "/api/v1/groups", json={"name": "paged", "map": MAP, "points": list(range(5))}
    ).json()
    assert made["version"] == str(web.get(f"/api/v1/maps/{MAP}").json()["version"])
    where = "/api/v1/groups/paged/members"
    first = web.get(where, params={"limit": 3}).json()
    rest = web.get(where, params={"cursor": first["next"], "limit": 3}).json()
    found = first["items"] + rest["items"]
    assert ([each["n"] for each in found], rest["next"]) == ([0, 1, 2, 3, 4], None)
    card = web.get(f"/api/v1/maps/{MAP}/points/4").json()
    assert found[4]["recipe"]["prompt"] == card["prompt"]
    listed = web.get("/api/v1/groups", params={"map": "another"}).json()["items"]
    assert listed == []
    assert web.delete("/api/v1/groups/paged").status_code == 204
