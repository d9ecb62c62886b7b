"""The queue shows what is true, and obeys: order, cancelling, pausing, by mouse and keyboard."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.running import Server

pytestmark = pytest.mark.e2e
API = "/api/v1"
MANY = 5


class Line:
    """The queue page while the queue is paused, with renders that no other test has."""

    def __init__(self, page: Page, address: str, words: str) -> None:
        self.page, self.address = page, address
        self.pause(True)
        self.ids: list[str] = []
        for seed in range(MANY):
            recipe = {"model": "emoji-vector", "prompt": words, "seed": seed}
            said = page.request.post(f"{address}{API}/renders", data={"recipe": recipe}).json()
            self.ids.append(said["id"])

    def pause(self, paused: bool) -> None:
        assert self.page.request.patch(f"{self.address}{API}/queue", data={"paused": paused}).ok

    @property
    def rows(self) -> Locator:
        return self.page.get_by_test_id("waits")

    def shown(self) -> list[str]:
        return [str(row.get_attribute("data-id")) for row in self.rows.all()]

    def told(self) -> list[str]:
        said = self.page.request.get(f"{self.address}{API}/queue").json()
        return [item["id"] for item in said["items"] if item["position"] is not None]

    def becomes(self, order: list[int]) -> None:
        """Wait until the page shows this order, and require that the server has it too."""
        ids = [self.ids[n] for n in order]
        expect(self.rows.first).to_have_attribute("data-id", ids[0])
        self.page.wait_for_timeout(900)
        assert self.told() == ids
        assert self.shown() == ids


@pytest.fixture
def line(server: Server, page: Page, request: pytest.FixtureRequest) -> Iterator[Line]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.set_viewport_size({"width": 1440, "height": 900})
    here = Line(page, server.address, request.node.originalname)
    page.goto(f"{server.address}/queue")
    expect(here.rows).to_have_count(MANY)
    yield here
    page.request.delete(f"{server.address}{API}/queue")
    here.pause(False)
    assert errors == []


def test_the_order_is_changed_by_dragging_by_keys_and_by_a_button(line: Line) -> None:
    page = line.page
    grip = line.rows.nth(3).get_by_test_id("grip").bounding_box()
    top = line.rows.nth(0).get_by_test_id("grip").bounding_box()
    assert grip is not None
    assert top is not None
    page.mouse.move(grip["x"] + 10, grip["y"] + 20)
    page.mouse.down()
    page.mouse.move(grip["x"] + 10, grip["y"] - 30, steps=4)
    page.mouse.move(top["x"] + 10, top["y"] + 22, steps=4)
    # The hand is still on it: the page may look again, but nothing moves under the hand.
    page.wait_for_timeout(1500)
    page.mouse.up()
    line.becomes([3, 0, 1, 2, 4])
    held = page.locator(f'[data-testid="waits"][data-id="{line.ids[0]}"]').get_by_test_id("grip")
    held.focus()
    page.keyboard.press("ArrowDown")
    line.becomes([3, 1, 0, 2, 4])
    expect(held).to_be_focused()
    page.keyboard.press("End")
    line.becomes([3, 1, 2, 4, 0])
    line.rows.nth(3).get_by_test_id("make-next").click()
    line.becomes([4, 3, 1, 2, 0])


def test_one_is_cancelled_and_put_back_where_it_stood(line: Line) -> None:
    line.rows.nth(1).get_by_test_id("stop").click()
    line.becomes([0, 2, 3, 4])
    line.page.get_by_test_id("undo").click()
    expect(line.rows).to_have_count(MANY)
    line.becomes([0, 1, 2, 3, 4])


def test_going_on_makes_everything_and_the_page_says_so(line: Line) -> None:
    page = line.page
    expect(page.get_by_test_id("queue-state")).to_contain_text("Paused")
    page.get_by_test_id("pause").click()
    expect(page.get_by_test_id("nothing")).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("made")).to_have_count(0, timeout=30_000)
    for id in line.ids:
        assert page.request.get(f"{line.address}{API}/renders/{id}").json()["state"] == "done"


def test_a_sweep_is_seen_and_cancelled_and_all_that_wait_are_cleared(line: Line) -> None:
    page = line.page
    recipe = {"model": "emoji-vector", "prompt": "a sweep that waits"}
    axes = [{"knob": "seed", "values": [1, 2, 3]}]
    page.request.post(f"{line.address}{API}/sweeps", data={"recipe": recipe, "axes": axes})
    act = page.get_by_test_id("act")
    expect(act).to_contain_text("0 of 3")
    expect(line.rows).to_have_count(MANY + 3)
    act.get_by_test_id("cancel").click()
    expect(line.rows).to_have_count(MANY)
    expect(page.get_by_test_id("acts-past")).to_contain_text("cancelled")
    page.get_by_test_id("clear").click()
    page.get_by_test_id("confirm-yes").click()
    expect(page.get_by_test_id("nothing")).to_be_visible()
    assert line.told() == []


def test_a_finger_moves_a_row_on_a_telephone(line: Line) -> None:
    page = line.page
    page.set_viewport_size({"width": 390, "height": 844})
    grip = line.rows.nth(0).get_by_test_id("grip").bounding_box()
    assert grip is not None
    touch = page.context.new_cdp_session(page)
    x, y = grip["x"] + 15, grip["y"] + 20

    def finger(kind: str, down: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y + down}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    finger("touchStart", 0)
    for down in (20, 60, 112):
        finger("touchMove", down)
    finger("touchEnd", 112)
    line.becomes([1, 2, 0, 3, 4])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page).to_have_url(re.compile("/queue"))
