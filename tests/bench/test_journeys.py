"""How even journeys become: Gini of the changes before and after re-timing, on the real models."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import ADDRESS, wait_until_ready
from tests.app.test_journeys import ended

pytestmark = pytest.mark.bench
PAIRS = [
    ("smiling cat", "blue house"), ("red apple", "green frog"), ("sad face", "laughing face"),
    ("moon", "sun"), ("fire truck", "rocket"), ("man with beard", "woman with hair"),
    ("雪だるま", "ひまわり"), ("flag of japan", "pizza"),
]  # fmt: skip
LOOKS: dict[str, Any] = {
    "blend": None,
    **{way: {"way": way} for way in ("fused_outer", "outer", "inner")},
}


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))
    with TestClient(app, base_url=ADDRESS) as client:
        wait_until_ready(client)
        yield client


def station(model: str, prompt: str, seed: int) -> dict[str, Any]:
    return {"recipe": {"model": model, "prompt": prompt, "seed": seed}}


def outlook(web: TestClient, stations: list[Any], attention: Any = None) -> dict[str, Any]:
    wish = {"stations": stations, "attention": attention}
    id = web.post("/api/v1/journeys", json=wish).json()["id"]
    job = ended(web, web.post(f"/api/v1/journeys/{id}/outlook").json(), within_s=300)
    assert job["state"] == "done"
    found: dict[str, Any] = web.get(f"/api/v1/journeys/{id}").json()["outlook"]
    return found


def test_re_timing_evens_journeys_out(web: TestClient) -> None:
    print("\nemoji-vector, Gini of the angle between neighbours")
    for kind in ("prompt and noise", "prompt", "noise"):
        rows = []
        for n, (a, b) in enumerate(PAIRS):
            end = station(
                "emoji-vector", a if kind == "noise" else b, n if kind == "prompt" else n + 50
            )
            found = outlook(web, [station("emoji-vector", a, n), end])["smoothness"]
            rows.append((1 - found["before"], 1 - found["after"]))
        before, after = (statistics.mean(column) for column in zip(*rows, strict=True))
        halved = sum(y <= 0.5 * x for x, y in rows)
        print(f"{kind:17} {before:.3f} → {after:.3f}, at least halved {halved} of {len(rows)}")


def test_attention_beside_a_plain_blend(web: TestClient) -> None:
    print("\nemoji-diffusion, smoothness before re-timing, length of the way (radians), seconds")
    for name, attention in LOOKS.items():
        rows = []
        for n, (a, b) in enumerate(PAIRS[:6]):
            begun_s = time.perf_counter()
            ends = [station("emoji-diffusion", word, n) for word in (a, b)]
            found = outlook(web, ends, attention)
            spent_s = time.perf_counter() - begun_s
            rows.append((found["smoothness"]["before"], sum(found["change"]["before"]), spent_s))
        smooth, length, spent_s = (statistics.mean(column) for column in zip(*rows, strict=True))
        print(f"{name:12} {smooth:.3f} {length:.2f} {spent_s:.1f}")
