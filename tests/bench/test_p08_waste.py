"""P8: while a slider is dragged, how much of the device's time went into pictures nobody saw."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.bench.dragging import dragged
from tests.bench.protocol import Report
from tests.running import Server

pytestmark = [pytest.mark.bench, pytest.mark.timeout(180)]
SECONDS, GOAL = 20, 0.10
ENDS = ("done", "superseded", "failed", "cancelled")
PAGES = {
    "emoji-vector": ("/studio?prompt=woman%2C+noto+style&seed=3", "slider-smile"),
    "emoji-diffusion": (
        "/studio?model=emoji-diffusion&prompt=red+apple%2C+noto+style&seed=3",
        "guidance",
    ),
}


@pytest.mark.parametrize("model", list(PAGES))
def test_waste(server: Server, page: Page, report: Report, model: str) -> None:
    seen = dragged(server, page, *PAGES[model], SECONDS)
    shown = {(frame["view"], frame["seq"]) for frame in seen["shown"]}
    useful_ms = wasted_ms = 0.0
    for said in seen["told"]:
        if said["state"] == "superseded":
            wasted_ms += said["spent_ms"]
        elif said["state"] == "done":
            worked_ms = said["timings"]["worked_ms"]
            if (said["view"], said["seq"]) in shown:
                useful_ms += worked_ms
            else:
                wasted_ms += worked_ms
    assert useful_ms, "no picture was seen"
    part = wasted_ms / (useful_ms + wasted_ms)
    report.tell(
        "P8",
        f"{model}: {100 * part:.1f} % of {useful_ms + wasted_ms:.0f} ms of work in {SECONDS} s of"
        f" dragging went into pictures nobody saw (goal ≤ 10 %); at most {at_once(seen)} of a view"
        " under way (goal 1)",
        reached=part <= GOAL and at_once(seen) <= 1,
        wasted=part,
    )


def at_once(seen: dict[str, Any]) -> int:
    """The most pictures of one view that were sent for and had neither been shown nor given up."""
    happened = [(one["at"], one["view"], 1) for one in seen["sent"]]
    happened += [(said["at"], said["view"], -1) for said in seen["told"] if said["state"] in ENDS]
    most, open_ = 0, dict.fromkeys({view for _, view, _ in happened}, 0)
    for _, view, change in sorted(happened):
        open_[view] = max(
            0, open_[view] + change
        )  # what was under way before the drag began ends too
        most = max(most, open_[view])
    return most
