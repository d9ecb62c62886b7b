"""The history: found again, sorted into folders, thrown away and taken out again."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image
from starlette.testclient import TestClient

from tests.app.test_renders import make

RENDERS = "/api/v1/renders"


def ids_of(web: TestClient, **query: Any) -> list[str]:
    found = web.get(RENDERS, params={"limit": 100, **query}).json()["items"]
    return [each["id"] for each in found]


def mark(web: TestClient, id: str, **marks: Any) -> dict[str, Any]:
    said = web.patch(f"{RENDERS}/{id}", json=marks)
    assert said.status_code == 200, said.text
    marked: dict[str, Any] = said.json()
    return marked


def test_folders_are_names_that_renders_were_given(ready: TestClient) -> None:
    ids = [make(ready, seed, prompt="paper boat")["id"] for seed in range(60, 63)]
    assert mark(ready, ids[0], folder="  boats   of 紙 ")["folder"] == "boats of 紙"
    mark(ready, ids[1], folder="boats of 紙")
    listed = ready.get("/api/v1/folders").json()["items"]
    assert {"name": "boats of 紙", "count": 2} in listed
    assert ids_of(ready, folder="boats of 紙") == [ids[1], ids[0]]
    # Marking one thing leaves the others as they are.
    assert mark(ready, ids[0], starred=True)["folder"] == "boats of 紙"
    assert mark(ready, ids[0], folder=None) | {"starred": True} == mark(ready, ids[0])
    mark(ready, ids[1], folder="")
    assert "boats of 紙" not in str(ready.get("/api/v1/folders").json())
    assert ready.patch(f"{RENDERS}/{ids[0]}", json={"folder": "x" * 121}).status_code == 422
    assert ready.patch(f"{RENDERS}/{ids[0]}", json={"folder": "a\x00b"}).status_code == 422
    assert ready.patch(f"{RENDERS}/nobody", json={"folder": "a"}).status_code == 404


def test_deletion_can_be_undone_until_the_trash_is_emptied(ready: TestClient) -> None:
    ready.delete("/api/v1/trash")  # what others left there
    kept, gone = (make(ready, seed, prompt="glass bird") for seed in (70, 71))
    mark(ready, gone["id"], starred=True, folder="birds")
    assert mark(ready, gone["id"], deleted=True)["deleted"] is True
    assert ids_of(ready, q="glass bird") == [kept["id"]]
    assert ids_of(ready, q="glass bird", deleted=True) == [gone["id"]]
    assert "birds" not in str(ready.get("/api/v1/folders").json())
    undone = mark(ready, gone["id"], deleted=False)
    assert (undone["starred"], undone["folder"], undone["deleted"]) == (True, "birds", False)
    assert ids_of(ready, q="glass bird") == [gone["id"], kept["id"]]
    mark(ready, gone["id"], deleted=True)
    assert ready.get(gone["image"]["url"]).status_code == 200
    assert ready.delete("/api/v1/trash").json()["removed"] == 1
    assert ready.get(f"{RENDERS}/{gone['id']}").status_code == 404
    assert ready.get(gone["image"]["url"]).status_code == 404
    assert ready.get(kept["image"]["url"]).status_code == 200
    assert ready.delete("/api/v1/trash").json() == {"removed": 0}
    # What is asked for again is made again: equal recipes, equal bytes.
    assert make(ready, 71, prompt="glass bird")["image"] == gone["image"]


def test_the_trash_is_emptied_of_what_was_finished_a_moment_ago(ready: TestClient) -> None:
    ready.delete("/api/v1/trash")
    for seed in range(72, 76):
        mark(ready, make(ready, seed, prompt="tin bird")["id"], deleted=True)
        assert ready.delete("/api/v1/trash").json() == {"removed": 1}


def test_asking_for_a_picture_in_the_trash_takes_it_out(ready: TestClient) -> None:
    id = make(ready, 80, prompt="wooden moon")["id"]
    mark(ready, id, deleted=True)
    assert make(ready, 80, prompt="wooden moon")["deleted"] is False
    assert ids_of(ready, q="wooden moon") == [id]


def test_a_render_says_what_made_it(ready: TestClient) -> None:
    made = make(ready, 81)["environment"]
    assert {"torch", "python", "device", "threads"} <= set(made)


def test_many_are_marked_at_once_or_none(ready: TestClient) -> None:
    ids = [make(ready, seed, prompt="tin robot")["id"] for seed in range(90, 93)]
    said = ready.patch(RENDERS, json={"ids": ids, "marks": {"folder": "robots", "starred": True}})
    assert said.json() == {"marked": 3}
    assert ids_of(ready, folder="robots", starred=True) == ids[::-1]
    # What was just made is remembered in memory, and has to know too.
    assert all(ready.get(f"{RENDERS}/{id}").json()["folder"] == "robots" for id in ids)
    wrong = ready.patch(RENDERS, json={"ids": [*ids, "nobody"], "marks": {"deleted": True}})
    assert wrong.status_code == 404
    assert "nobody" in wrong.json()["detail"]
    assert ids_of(ready, folder="robots") == ids[::-1]


def test_a_folder_is_renamed_joined_with_another_and_removed(ready: TestClient) -> None:
    ids = [make(ready, seed, prompt="clay vase")["id"] for seed in (94, 95, 96)]
    for id, folder in zip(ids, ("vases", "vases", "pots"), strict=True):
        mark(ready, id, folder=folder)
    mark(ready, ids[0], deleted=True)
    said = ready.patch("/api/v1/folders", json={"name": "vases", "to": "  pots "})
    assert {"name": "pots", "count": 2} in said.json()["items"]
    assert mark(ready, ids[0], deleted=False)["folder"] == "pots"
    gone = ready.patch("/api/v1/folders", json={"name": "pots", "to": None})
    assert "pots" not in str(gone.json())
    assert ids_of(ready, q="clay vase") == ids[::-1]
    again = ready.patch("/api/v1/folders", json={"name": "pots", "to": "x"})
    assert again.status_code == 404


def test_a_thumbnail_is_as_small_as_it_is_asked_to_be(ready: TestClient) -> None:
    made = make(ready, 97)["image"]
    said = ready.get(f"/api/v1/thumbnails/{made['sha256']}.webp", params={"side": 32})
    assert said.headers["content-type"] == "image/webp"
    assert "immutable" in said.headers["cache-control"]
    with Image.open(io.BytesIO(said.content)) as small:
        assert max(small.size) == 32
    assert ready.get(f"/api/v1/thumbnails/{'0' * 64}.webp").status_code == 404
