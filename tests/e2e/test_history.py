"""What was kept is found again, sorted, compared, thrown away and taken back, by mouse, keyboard and address."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.running import Server

pytestmark = pytest.mark.e2e
API = "/api/v1"
MANY = 7


class Kept:
    """The history page with pictures that no other test has."""

    def __init__(self, page: Page, address: str, words: str) -> None:
        self.page, self.address, self.words = page, address, words
        self.ids: list[str] = []
        for seed in range(MANY):
            recipe = {"model": "emoji-vector", "prompt": words, "seed": seed}
            made = page.request.post(
                f"{address}{API}/renders", data={"recipe": recipe}, headers={"Prefer": "wait=20"}
            ).json()
            assert made["state"] == "done"
            self.ids.insert(0, made["id"])

    def open(self, more: str = "") -> None:
        self.page.goto(f"{self.address}/history?q={self.words.replace(' ', '+')}{more}")

    @property
    def tiles(self) -> Locator:
        return self.page.get_by_test_id("kept")

    def tile(self, at: int) -> Locator:
        return self.page.locator(f'[data-testid="kept"][data-n="{at}"] .take')

    def marks(self, at: int) -> dict[str, object]:
        found = self.page.request.get(f"{self.address}{API}/renders/{self.ids[at]}").json()
        return {name: found[name] for name in ("starred", "folder", "deleted")}

    def press(self, name: str) -> None:
        self.page.get_by_test_id(f"act-{name}").click()


@pytest.fixture
def kept(server: Server, page: Page, request: pytest.FixtureRequest) -> Iterator[Kept]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.set_viewport_size({"width": 1440, "height": 900})
    here = Kept(page, server.address, re.sub(r"\W|_", " ", request.node.originalname)[5:45].strip())
    here.open()
    expect(here.tiles).to_have_count(MANY)
    yield here
    assert errors == []


def test_search_folders_and_stars_are_in_the_address_and_can_be_walked_back(kept: Kept) -> None:
    page = kept.page
    page.get_by_test_id("history-search").fill("no picture has these words")
    expect(page.get_by_test_id("none")).to_be_visible()
    page.get_by_test_id("history-search").fill(kept.words)
    expect(kept.tiles).to_have_count(MANY)
    kept.tile(0).focus()
    page.keyboard.press("s")
    expect(kept.tiles.nth(0).locator(".star")).to_have_attribute("aria-pressed", "true")
    page.get_by_test_id("part-star").click()
    expect(page).to_have_url(re.compile("starred=1"))
    expect(kept.tiles).to_have_count(1)
    page.go_back()
    expect(kept.tiles).to_have_count(MANY)
    page.go_forward()
    expect(kept.tiles).to_have_count(1)
    assert kept.marks(0)["starred"] is True


def test_chosen_pictures_move_to_a_new_folder_that_is_renamed_and_removed(kept: Kept) -> None:
    page = kept.page
    kept.tile(1).click(modifiers=["Control"])
    kept.tile(4).click(modifiers=["Shift"])
    expect(page.get_by_test_id("acting")).to_contain_text("4")
    kept.press("move")
    page.get_by_test_id("folder-name").fill("Small 猫")
    page.get_by_test_id("folder-take").click()
    folder = page.locator('[data-testid="folder"][data-name="Small 猫"]')
    expect(folder).to_contain_text("4")
    folder.click()
    expect(kept.tiles).to_have_count(4)
    kept.press("rename")
    page.get_by_test_id("folder-name").fill("Large 猫")
    page.get_by_test_id("folder-take").click()
    expect(page).to_have_url(re.compile("folder=Large"))
    assert kept.marks(2)["folder"] == "Large 猫"
    kept.press("remove")
    page.get_by_test_id("confirm-yes").click()
    expect(kept.tiles).to_have_count(MANY)
    assert kept.marks(2) == {"starred": False, "folder": None, "deleted": False}


def test_deletion_is_undone_by_the_toast_and_by_the_trash(kept: Kept) -> None:
    page = kept.page
    order = [kept.tiles.nth(n).get_attribute("data-id") for n in range(MANY)]
    kept.tile(2).focus()
    page.keyboard.press("Delete")
    expect(kept.tiles).to_have_count(MANY - 1)
    expect(page.get_by_test_id("toast")).to_be_visible()
    page.wait_for_function(
        "([url]) => fetch(url).then((a) => a.json()).then((r) => r.deleted)",
        arg=[f"{API}/renders/{kept.ids[2]}"],
    )
    page.get_by_test_id("undo").click()
    expect(kept.tiles).to_have_count(MANY)
    by_place = [page.locator(f'[data-n="{n}"]').get_attribute("data-id") for n in range(MANY)]
    assert by_place == order
    kept.tile(3).focus()
    page.keyboard.press("Delete")
    page.get_by_test_id("part-trash").click()
    expect(kept.tiles).to_have_count(1)
    kept.tile(0).click()
    page.get_by_test_id("kept-restore").click()
    expect(page.get_by_test_id("none")).to_be_visible()
    page.get_by_test_id("part-clock").click()
    expect(kept.tiles).to_have_count(MANY)
    assert kept.marks(3)["deleted"] is False


def test_two_pictures_are_compared_with_a_slider_and_in_words(kept: Kept) -> None:
    page = kept.page
    kept.tile(0).click(modifiers=["Control"])
    expect(page.get_by_test_id("act-compare")).to_be_disabled()
    kept.tile(5).click(modifiers=["Control"])
    kept.press("compare")
    handle = page.get_by_test_id("compare-handle")
    expect(handle).to_be_focused()
    page.keyboard.press("End")
    expect(handle).to_have_attribute("aria-valuenow", "100")
    box = page.get_by_test_id("compare-frame").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 10, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + 90)
    page.mouse.up()
    expect(handle).to_have_attribute("aria-valuenow", "25")
    differ = page.get_by_test_id("differences").locator("tbody tr")
    expect(differ).to_have_count(1)
    expect(differ).to_have_text(re.compile(r"Seed\s*6\s*1"))
    page.get_by_test_id("compare-swap").click()
    expect(differ).to_have_text(re.compile(r"Seed\s*1\s*6"))
    page.reload()
    expect(page.get_by_test_id("compare")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("compare")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("compare="))


def test_the_large_picture_is_walked_verified_and_opened_in_the_studio(kept: Kept) -> None:
    page = kept.page
    kept.tile(0).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    large = page.get_by_test_id("kept-picture")
    expect(large).to_contain_text(kept.words)
    expect(page).to_have_url(re.compile(f"open={kept.ids[1]}"))
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(f"open={kept.ids[2]}"))
    page.go_back()
    expect(large).to_be_hidden()
    kept.open(f"&open={kept.ids[2]}")
    page.get_by_test_id("kept-verify").click()
    expect(page.get_by_test_id("verdict")).to_have_attribute(
        "data-verdict", "identical", timeout=30_000
    )
    page.get_by_test_id("kept-discard").click()
    expect(page).to_have_url(re.compile(f"open={kept.ids[3]}"))
    page.get_by_test_id("undo").click()
    page.get_by_test_id("kept-studio").click()
    expect(page).to_have_url(re.compile(r"/studio\?.*seed=3"))
    page.go_back()
    page.keyboard.press("Escape")
    expect(kept.tiles).to_have_count(MANY)


def test_a_finger_chooses_by_holding_and_goes_on_by_tapping(kept: Kept) -> None:
    page = kept.page
    page.set_viewport_size({"width": 390, "height": 844})
    kept.open()
    expect(kept.tiles).to_have_count(MANY)
    touch = page.context.new_cdp_session(page)

    def press(at: int, for_ms: int) -> None:
        box = kept.tile(at).bounding_box()
        assert box is not None
        point = {"x": box["x"] + 40, "y": box["y"] + 60}
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
        page.wait_for_timeout(for_ms)
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    press(0, 700)
    expect(page.get_by_test_id("acting")).to_contain_text("1")
    press(2, 60)
    expect(page.get_by_test_id("acting")).to_contain_text("2")
    kept.press("none")
    expect(page.get_by_test_id("acting")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
