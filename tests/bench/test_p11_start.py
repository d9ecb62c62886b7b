"""P11: process start → ready → first picture. Memory at rest and after work."""

import statistics
import time
from pathlib import Path

import httpx2 as httpx
import psutil
import pytest

from tests.running import Server

pytestmark = pytest.mark.bench
ROUNDS = 5


def wanted(seed: int) -> dict[str, object]:
    recipe = {"model": "emoji-vector", "prompt": "smiling cat, noto style", "seed": seed}
    return {"recipe": recipe, "lane": "interactive"}


@pytest.mark.timeout(300)
def test_start_to_ready_to_first_picture(tmp_path: Path) -> None:
    ready_s, first_s = [], []
    for round_ in range(ROUNDS):
        server = Server.start(tmp_path / str(round_))
        try:
            ready_s.append(server.ready_after_s())
            start = time.perf_counter()
            answer = httpx.post(
                f"{server.address}/api/v1/renders",
                json=wanted(round_),
                headers={"Prefer": "wait=20"},
                timeout=30,
            )
            first_s.append(time.perf_counter() - start)
            assert answer.json()["state"] == "done"
        finally:
            server.stop()
    print(
        f"\nP11 start → ready: median {statistics.median(ready_s):.2f} s, worst {max(ready_s):.2f} s"
        f" (goal ≤ 4 s); ready → first picture: median {1000 * statistics.median(first_s):.0f} ms,"
        f" worst {1000 * max(first_s):.0f} ms (goal ≤ 2000 ms)"
    )


def test_memory(server: Server) -> None:
    for seed in range(40):
        httpx.post(
            f"{server.address}/api/v1/renders", json=wanted(seed), headers={"Prefer": "wait=20"}
        )
    recipe = {"model": "emoji-vae", "seed": 1}
    httpx.post(
        f"{server.address}/api/v1/renders", json={"recipe": recipe}, headers={"Prefer": "wait=20"}
    )
    web = psutil.Process(server.process.pid)
    worker = max(web.children(), key=lambda child: child.memory_info().rss)
    print(
        f"\nmemory: web {web.memory_info().rss / 1e6:.0f} MB (goal ≤ 250),"
        f" worker with both models {worker.memory_info().rss / 1e6:.0f} MB (goal ≤ 1500)"
    )
