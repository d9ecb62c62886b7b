"""The lie of the land over HTTP, labels of one's own, and every way to ask a map."""

from __future__ import annotations

import struct
from typing import Any

from starlette.testclient import TestClient

MAP = "/api/v1/maps/emoji-vector"


def asked(web: TestClient, **question: Any) -> list[dict[str, Any]]:
    said = web.post(f"{MAP}/search", json=question)
    assert said.status_code == 200, said.text
    items: list[dict[str, Any]] = said.json()["items"]
    return items


def test_coverage_gaps_and_surprises_of_the_shipped_map(web: TestClient) -> None:
    bounds = web.get(MAP).json()["bounds"]
    body = web.get(f"{MAP}/coverage").content
    magic, columns, rows = struct.unpack_from("<8sII", body)
    assert magic == b"RSHNCOV1"
    assert len(body) == 32 + columns * rows
    gaps = web.post(f"{MAP}/gaps", json={"limit": 5}).json()["items"]
    assert len(gaps) == 5
    assert [gap["radius"] for gap in gaps] == sorted((g["radius"] for g in gaps), reverse=True)
    for gap in gaps:
        assert bounds["x_min"] < gap["x"] < bounds["x_max"]
        assert {"en", "ja"} == set(gap["between"][0])
    place = web.post(f"{MAP}/surprise", json={"seed": 3}).json()
    assert place == web.post(f"{MAP}/surprise", json={"seed": 3}).json()
    assert web.post(f"{MAP}/gaps", json={"near": [1.0]}).status_code == 422
    assert web.get("/api/v1/maps/none/coverage").status_code == 404


def test_suggestions_fill_gaps_go_far_and_find_where_prompts_meet(web: TestClient) -> None:
    def suggested(**wanted: Any) -> list[dict[str, Any]]:
        said = web.post(f"{MAP}/suggest", json={"limit": 4, **wanted})
        assert said.status_code == 200, said.text
        items: list[dict[str, Any]] = said.json()["items"]
        assert len(items) == 4
        return items

    assert suggested(kind="gap") == web.post(f"{MAP}/gaps", json={"limit": 4}).json()["items"]
    assert all(gap["radius"] > 0 for gap in suggested(kind="far", seed=2))
    far = suggested(kind="far", points=[1, 2, 3])
    assert all(item["score"] < 0.3 for item in far)
    pairs = suggested(kind="collapse")
    assert all(pair["score"] > 0.9 for pair in pairs)
    for pair in pairs:
        one, other = (set(title["en"].lower().split()) for title in pair["titles"])
        assert not one & other
    assert web.post(f"{MAP}/suggest", json={"kind": "far", "points": [10**6]}).status_code == 404


def test_regions_hold_their_points_and_contours_are_rings(ready: TestClient) -> None:
    card = ready.get(MAP).json()
    regions = ready.get(f"{MAP}/regions").json()["items"]
    labels = ready.get(f"{MAP}/labels").json()["layers"]
    assert len(regions) == sum(len(layer["labels"]) for layer in labels)
    coarse = [region for region in regions if region["level"] == 0]
    numbers = [n for region in coarse for n in region["points"]]
    assert len(numbers) == len(set(numbers)) > 0.9 * card["count"]
    assert ready.get(f"{MAP}/regions?level=0").json()["items"] == coarse
    for level in ready.get(f"{MAP}/contours").json()["items"]:
        assert level["min_zoom"] < level["max_zoom"]
        assert all(len(corner) == 2 for ring in level["rings"] for corner in ring)


def test_points_like_some_and_unlike_others(ready: TestClient) -> None:
    found = asked(ready, like=[10, 11], limit=5)
    assert len(found) == 5
    assert not {10, 11} & {each["n"] for each in found}
    near = ready.get(f"{MAP}/points/10").json()["neighbours"][0]["n"]
    assert asked(ready, like=[10], limit=1)[0]["n"] == near
    other = found[0]["n"]
    away = asked(ready, like=[10, 11], unlike=[other], limit=5)
    assert other not in [each["n"] for each in away]
    assert asked(ready, unlike=[10], limit=1)[0]["score"] > -1
    assert ready.post(f"{MAP}/search", json={"like": []}).status_code == 422
    assert ready.post(f"{MAP}/search", json={"like": [10**6]}).status_code == 404
    assert ready.post(f"{MAP}/search", json={"like": [1], "words": "a"}).status_code == 422


def test_a_query_of_fields_gives_points_and_says_where_it_is_wrong(web: TestClient) -> None:
    found = asked(web, query="style:noto seed:0..500", limit=1000)
    assert found
    assert {each["score"] for each in found} == {1.0}
    card = web.get(f"{MAP}/points/{found[0]['n']}").json()
    assert card["attributes"]["style"]["en"] == "Noto"
    wrong = web.post(f"{MAP}/search", json={"query": "cat height:3"}).json()
    assert (wrong["code"], wrong["position"]) == ("invalid_input", 4)


def test_a_label_is_renamed_and_gets_its_computed_name_back(web: TestClient) -> None:
    before = web.get(f"{MAP}/labels").json()
    place = {"layer": 1, "label": 2}
    said = web.patch(f"{MAP}/labels", json={**place, "title": {"en": "My corner"}}).json()
    label = said["layers"][1]["labels"][2]
    computed = before["layers"][1]["labels"][2]["title"]
    assert label["title"] == {"en": "My corner", "ja": computed["ja"]}
    assert label["computed"] == computed
    assert web.get(f"{MAP}/labels").json() == said
    again = web.patch(f"{MAP}/labels", json={**place, "title": None}).json()
    assert again == before
    assert web.patch(f"{MAP}/labels", json={**place, "layer": 99, "title": None}).status_code == 404
    blank = web.patch(f"{MAP}/labels", json={**place, "title": {"en": "  "}})
    assert blank.status_code == 422
