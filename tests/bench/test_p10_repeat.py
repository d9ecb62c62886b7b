"""P10: repeating costs nothing. Slider moves call the text encoder never, equal recipes are read from the store."""

import statistics
import time

import httpx2 as httpx
import pytest

from tests.bench.protocol import Report, percentile
from tests.running import Server

pytestmark = pytest.mark.bench


def test_repeats(server: Server, report: Report) -> None:
    with httpx.Client(base_url=f"{server.address}/api/v1", headers={"Prefer": "wait=20"}) as client:

        def post(scale: float) -> dict[str, object]:
            steering = [{"direction": "smile", "scale": round(scale, 3)}]
            recipe = {"model": "emoji-vector", "prompt": "woman, noto style", "seed": 3}
            answer = client.post("/renders", json={"recipe": recipe | {"steering": steering}})
            answer.raise_for_status()
            body: dict[str, object] = answer.json()
            return body

        post(-1)
        calls = sum(
            post(i / 100)["timings"]["encoder_calls"]  # type: ignore[index]
            for i in range(100)
        )
        first = post(0.5)
        took_ms, pictures = [], set()
        for _ in range(200):
            start = time.perf_counter()
            again = post(0.5)
            took_ms.append(1000 * (time.perf_counter() - start))
            pictures.add(again["image"]["sha256"])  # type: ignore[index]
        assert pictures == {first["image"]["sha256"]}  # type: ignore[index]
    p50, p99 = statistics.median(took_ms), percentile(took_ms, 99)
    report.tell(
        "P10",
        f"text-encoder calls in 100 slider moves: {calls:.0f} (goal 0); exact repeat: p50"
        f" {p50:.1f} ms, p99 {p99:.1f} ms (goal ≤ 15 ms), byte-identical",
        reached=calls == 0 and p99 <= 15,
        p50_ms=p50,
        p99_ms=p99,
    )
