"""P6: from the movement of a slider to the new pixels, in a real browser."""

import statistics

import pytest
from playwright.sync_api import Page

from tests.bench.dragging import dragged
from tests.bench.protocol import Report, percentile
from tests.running import Server

pytestmark = pytest.mark.bench
SECONDS = 20
ADDRESS = "/studio?prompt=woman%2C+noto+style&seed=3"


def test_drag_to_pixels(server: Server, page: Page, report: Report) -> None:
    seen = dragged(server, page, ADDRESS, "slider-smile", SECONDS)
    scale_of = {(one["view"], one["seq"]): one["scale"] for one in seen["sent"]}
    waits_ms = []
    for frame in seen["shown"]:
        scale = scale_of.get((frame["view"], frame["seq"]))
        asked = [m["at"] for m in seen["moved"] if m["scale"] == scale and m["at"] < frame["at"]]
        if asked:
            waits_ms.append(frame["at"] - asked[-1])
    assert waits_ms, "no frame answered a movement"
    p50, p95 = statistics.median(waits_ms), percentile(waits_ms, 95)
    frames = len(seen["shown"]) / SECONDS
    report.tell(
        "P6",
        f"drag → pixels: p50 {p50:.0f} ms (goal ≤ 90), p95 {p95:.0f} ms (goal ≤ 150),"
        f" {frames:.1f} frames a second (goal ≥ 8)",
        reached=p50 <= 90 and p95 <= 150 and frames >= 8,
        p50_ms=p50,
        p95_ms=p95,
        frames=frames,
    )
