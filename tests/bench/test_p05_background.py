"""P5: somebody at the page beside a background job of thousands of pictures, and alone.

A person asks for a picture, looks at it for a while, asks again. The job is a sweep, and another one
whenever few of its cells are left. Each round takes the three in turn: the person alone, both, the
job alone.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest

from tests.bench.crowd import SEEDS, Wire
from tests.bench.protocol import ROUNDS, Report, percentile, ratio
from tests.running import Server

pytestmark = [pytest.mark.bench, pytest.mark.timeout(400)]
SECONDS, LOOKS_S, GOAL_P95, GOAL_KEEPS = 4.0, 0.5, 1.5, 0.7
CELLS = 1000


@contextmanager
def page(server: Server) -> Iterator[httpx.Client]:
    base, headers = f"{server.address}/api/v1", {"Prefer": "wait=60"}
    with httpx.Client(base_url=base, headers=headers, timeout=60) as client:
        yield client


def begin_job(client: httpx.Client, model: str) -> str:
    recipe = {"model": model, "prompt": "red apple, noto style", "steps": 4}
    seeds = [next(SEEDS) for _ in range(CELLS)]
    answer = client.post(
        "/sweeps", json={"recipe": recipe, "axes": [{"knob": "seed", "values": seeds}]}
    )
    answer.raise_for_status()
    return str(answer.json()["id"])


def done(server: Server) -> int:
    path = f"file:{server.data / 'rashin.db'}?mode=ro"
    with closing(sqlite3.connect(path, uri=True)) as connection:
        query = "select count(*) from renders where state = 'done' and lane = 'batch'"
        return int(connection.execute(query).fetchone()[0])


async def person(address: str, model: str, seconds: float) -> list[float]:
    """Milliseconds until each picture of somebody who looks at it before asking again."""
    wire, drawn, waits = Wire(address), random.Random(5), []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        recipe = {"model": model, "prompt": "smiling cat", "seed": next(SEEDS), "steps": 4}
        began = time.perf_counter()
        status, said = await wire.ask(
            "POST", "/api/v1/renders", {"recipe": recipe, "lane": "interactive"}
        )
        waits.append(1000 * (time.perf_counter() - began))
        assert (status, said["state"]) == (200, "done")
        await asyncio.sleep(LOOKS_S * drawn.uniform(0.5, 1.5))
    wire.close()
    return waits


def pause(client: httpx.Client, paused: bool) -> None:
    client.patch("/queue", json={"paused": paused}).raise_for_status()
    time.sleep(0.7 if paused else 0.3)  # what was handed over is finished; it is under way


def pace(server: Server, during: Any) -> tuple[float, Any]:
    """Pictures a second of the job while something goes on, and what that returns."""
    before, start = done(server), time.monotonic()
    found = during()
    time.sleep(0.15)  # the keeper gathers for a tenth of a second
    return (done(server) - before) / (time.monotonic() - start), found


@pytest.mark.parametrize("model", ["emoji-vector", "emoji-diffusion"])
def test_background(tmp_path: Path, report: Report, model: str) -> None:
    server = Server.start(tmp_path / "data")
    try:
        server.ready_after_s()
        with page(server) as client, asyncio.Runner() as runner:
            rounds = measured(server, client, runner, model)
    finally:
        server.stop()
    alone_by_round, both_by_round, kept, solo = zip(*rounds, strict=True)
    alone = [wait for each in alone_by_round for wait in each]
    both = [wait for each in both_by_round for wait in each]
    slower = percentile(both, 95) / percentile(alone, 95)
    by_round = ratio([max(each) for each in both_by_round], [max(each) for each in alone_by_round])
    keeps = ratio(kept, solo)
    report.tell(
        "P5",
        f"{model}: a person beside a job waits {slower:.2f} times as long (p95 of"
        f" {percentile(both, 95):.0f} ms; goal ≤ {GOAL_P95}); the job keeps {keeps} of"
        f" {max(solo):.0f} pictures/s (goal ≥ {GOAL_KEEPS})",
        reached=slower <= GOAL_P95 and keeps.low >= GOAL_KEEPS,
        slower_p95=slower,
        slowest_by_round=by_round,
        keeps=keeps,
    )


def measured(
    server: Server, client: httpx.Client, runner: asyncio.Runner, model: str
) -> list[tuple[list[float], list[float], float, float]]:
    rounds = []
    runner.run(person(server.address, model, 1))
    begin_job(client, model)
    time.sleep(SECONDS)
    for _ in range(ROUNDS):
        pause(client, True)
        alone = runner.run(person(server.address, model, SECONDS))
        if client.get("/queue?limit=1").json()["waiting"] < CELLS / 2:
            begin_job(client, model)
        pause(client, False)
        kept, both = pace(server, lambda: runner.run(person(server.address, model, SECONDS)))
        solo, _ = pace(server, lambda: time.sleep(SECONDS))
        rounds.append((alone, both, kept, solo))
    return rounds
