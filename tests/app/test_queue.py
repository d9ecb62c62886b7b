"""The queue tells the truth, obeys, and remembers what it was told."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.active import Active
from app.main import create_app
from app.queue import LEAST_AHEAD, MOST_AHEAD, Queue
from app.rows import new_row
from app.settings import Settings
from app.storage import renders
from app.storage.database import Database
from app.storage.migrate import upgrade
from inference.recipe import normalise, recipe_id
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.tiny import MODELS

RENDERS, QUEUE = "/api/v1/renders", "/api/v1/queue"


@contextmanager
def running(folder: Path, **settings: Any) -> Iterator[TestClient]:
    app = create_app(Settings(data_dir=folder, toy=True, **settings))
    with TestClient(app, base_url=ADDRESS) as web:
        yield web


def ask(web: TestClient, seed: int, **more: Any) -> str:
    recipe = {"model": "emoji-vector", "prompt": f"slow cat {seed}", "seed": seed}
    said = web.post(RENDERS, json={"recipe": recipe, **more})
    assert said.status_code in {200, 202}, said.text
    return str(said.json()["id"])


def waiting(web: TestClient) -> list[str]:
    items = web.get(QUEUE).json()["items"]
    return [item["id"] for item in items if item["position"] is not None]


def all_done(web: TestClient, ids: list[str], within_s: float = 30) -> None:
    end = time.monotonic() + within_s
    while {web.get(f"{RENDERS}/{id}").json()["state"] for id in ids} != {"done"}:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_paused_queue_waits_in_the_order_that_it_is_given_also_after_a_restart(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as web:
        wait_until_ready(web)
        nothing = {"paused": True, "waiting": 0, "eta_s": 0.0, "items": []}
        assert web.patch(QUEUE, json={"paused": True}).json() == nothing
        ids = [ask(web, seed) for seed in range(6)]
        assert waiting(web) == ids
        moved = web.patch(f"{QUEUE}/{ids[4]}", json={"position": 0})
        assert moved.status_code == 200
        assert [item["position"] for item in moved.json()["items"]] == [0, 1, 2, 3, 4, 5]
        web.patch(f"{QUEUE}/{ids[0]}", json={"position": 99})
        order = [ids[4], ids[1], ids[2], ids[3], ids[5], ids[0]]
        assert waiting(web) == order
        assert web.delete(f"{RENDERS}/{ids[2]}").json()["state"] == "cancelled"
        order.remove(ids[2])
        assert waiting(web) == order
        # Somebody at the page does not wait for the queue.
        looked = web.post(
            RENDERS,
            json={"recipe": {"model": "emoji-vector", "seed": 77}, "lane": "interactive"},
            headers={"Prefer": "wait=20"},
        )
        assert looked.json()["state"] == "done"
    with running(tmp_path) as web:
        shown = web.get(QUEUE).json()
        assert shown["paused"] is True
        assert waiting(web) == order
        later = ask(web, 9)
        assert waiting(web) == [*order, later]
        assert web.patch(QUEUE, json={"paused": False}).json()["paused"] is False
        all_done(web, [*order, later])
        assert web.get(QUEUE).json()["items"] == []
        assert web.get(f"{RENDERS}/{ids[2]}").json()["state"] == "cancelled"


def test_the_page_jumps_the_queue_with_a_picture_that_waits_in_it(tmp_path: Path) -> None:
    with running(tmp_path) as web:
        wait_until_ready(web)
        web.patch(QUEUE, json={"paused": True})
        id = ask(web, 1)
        assert ask(web, 1, lane="interactive") == id
        all_done(web, [id])


def test_a_long_queue_is_listed_in_part_and_cancelled_as_a_whole(tmp_path: Path) -> None:
    with running(tmp_path) as web:
        wait_until_ready(web)
        web.patch(QUEUE, json={"paused": True})
        ids = [ask(web, seed) for seed in range(5)]
        shown = web.get(QUEUE, params={"limit": 2}).json()
        assert (shown["waiting"], [item["id"] for item in shown["items"]]) == (5, ids[:2])
        assert web.delete(QUEUE).json()["items"] == []
        assert {web.get(f"{RENDERS}/{id}").json()["state"] for id in ids} == {"cancelled"}


def test_only_what_waits_can_be_moved(ready: TestClient) -> None:
    id = ask(ready, 1)
    all_done(ready, [id])
    said = ready.patch(f"{QUEUE}/{id}", json={"position": 0})
    assert (said.status_code, said.json()["code"]) == (409, "conflict")
    assert ready.patch(f"{QUEUE}/nobody", json={"position": 0}).status_code == 404
    assert ready.patch(f"{QUEUE}/{id}", json={"position": -1}).status_code == 422


def test_an_estimate_is_given_once_something_was_finished(ready: TestClient) -> None:
    all_done(ready, [ask(ready, 500)])
    ids = [ask(ready, seed) for seed in range(501, 541)]
    items = ready.get(QUEUE).json()["items"]
    etas = [item["eta_s"] for item in items]
    assert len(etas) > 1
    assert all(eta is not None and eta >= 0 for eta in etas)
    assert etas == sorted(etas)
    all_done(ready, ids)


@pytest.mark.parametrize(
    ("one_s", "expected"),
    [(None, LEAST_AHEAD), (0.001, MOST_AHEAD), (0.2, 10), (60.0, LEAST_AHEAD)],
)
def test_few_are_handed_over_ahead_and_the_next_follow_one_by_one(
    tmp_path: Path, one_s: float | None, expected: int
) -> None:
    async def walk() -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'rashin.db'}")
        await upgrade(database)
        begun: list[Active] = []
        queue = Queue(database, begun.append)
        all_: list[Active] = []
        for seed in range(50):
            recipe = normalise({"model": "emoji-vector", "prompt": "cat", "seed": seed}, MODELS)
            active = Active(new_row(recipe_id(recipe), recipe, "batch"), recipe)
            await renders.accept(database, active.row)
            all_.append(active)
        if one_s is not None:
            queue.pace.learn(all_[0].row, time.monotonic() - one_s, time.monotonic())
        queue.paused = True
        for active in all_:
            queue.add(active)
        assert begun == []
        await queue.pause(False)
        assert begun == all_[:expected]
        await queue.move(all_[49], 0)
        queue.ended(all_[0])
        assert begun[expected:] == [all_[49]]
        order = [row.id for row in await renders.unfinished(database)]
        assert order[:2] == [all_[49].row.id, all_[expected].row.id]
        await database.close()

    asyncio.run(walk())


@pytest.mark.parametrize("looks", [True, False])
def test_steps_are_drawn_for_somebody_who_looks_at_the_queue(tmp_path: Path, looks: bool) -> None:
    app = create_app(Settings(data_dir=tmp_path, toy=True))
    with TestClient(app, base_url=ADDRESS) as web:
        wait_until_ready(web)
        desk = app.state.parts.desk
        assert web.portal is not None
        web.portal.call(desk.queue.pause, True)
        active = desk.waiting(ask(web, 1))
        if looks:
            assert web.get(QUEUE).json()["items"][0]["preview"] is None
            assert web.get(f"{QUEUE}/{active.row.id}/preview.png").status_code == 404
        web.portal.call(desk.queue.pause, False)
        all_done(web, [active.row.id])
        assert (active.preview is not None) is looks
