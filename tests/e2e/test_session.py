"""Everything that is done can be gone back to, forked, compared, shared, and carried elsewhere."""

import json
import re
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.running import Server

pytestmark = pytest.mark.e2e
STUDIO = "/studio?model=emoji-vector&prompt=red+apple&seed=7"


@pytest.fixture
def studio(server: Server, page: Page) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address + STUDIO)
    expect(page.get_by_test_id("picture")).not_to_have_attribute("data-sequence", "0")
    page.get_by_test_id("session").click()
    yield page
    assert errors == []


def acts(page: Page) -> list[str]:
    return [words.strip() for words in page.get_by_test_id("act").all_inner_texts()]


def roll(page: Page) -> str:
    """Roll the seed, wait until the act is in the tree, and return the address."""
    before = page.get_by_test_id("act").count()
    page.get_by_test_id("roll").click()
    # The first act brings the page it began on.
    expect(page.get_by_test_id("act")).to_have_count(before + (1 if before else 2))
    return page.url


def test_undo_redo_and_a_second_way_from_the_same_place(studio: Page) -> None:
    first = roll(studio)
    second = roll(studio)
    assert first != second
    studio.locator("main").focus()
    studio.keyboard.press("Control+z")
    expect(studio).to_have_url(first)
    studio.keyboard.press("Control+Shift+z")
    expect(studio).to_have_url(second)
    studio.get_by_test_id("session-undo").click()
    expect(studio).to_have_url(first)
    roll(studio)
    # The way that was left is still there, and can be compared with this one.
    assert len(acts(studio)) == 4
    studio.get_by_test_id("compare-with").first.click()
    expect(studio.get_by_test_id("branches")).to_be_visible()
    expect(studio.get_by_test_id("branches")).to_contain_text("seed")


def test_a_reload_loses_nothing(studio: Page) -> None:
    roll(studio)
    roll(studio)
    before = acts(studio)
    studio.reload()
    expect(studio.get_by_test_id("act")).to_have_count(len(before))
    assert acts(studio) == before


def test_a_deletion_is_taken_back(server: Server, studio: Page) -> None:
    roll(studio)
    studio.get_by_role("link", name="History").first.click()
    tile = studio.get_by_test_id("kept").first
    expect(tile).to_be_visible()
    with urllib.request.urlopen(f"{server.address}/api/v1/renders?limit=1") as answer:
        newest = json.load(answer)["items"][0]["id"]
    tile.click(modifiers=["Control"])
    studio.keyboard.press("Delete")
    expect(studio.get_by_test_id("act").filter(has_text="deleted")).to_have_count(1)

    def deleted() -> bool:
        with urllib.request.urlopen(f"{server.address}/api/v1/renders/{newest}") as said:
            return bool(json.load(said)["deleted"])

    assert deleted()
    studio.get_by_test_id("session-undo").click()
    expect(studio.get_by_test_id("session-redo")).to_be_enabled()
    assert not deleted()


def test_a_link_opens_this_very_view_and_can_be_gone_on_from(
    server: Server, studio: Page, browser: Browser
) -> None:
    view = roll(studio)
    studio.get_by_test_id("session-share").click()
    studio.get_by_test_id("share-fork").check()
    studio.get_by_test_id("share-make").click()
    link = studio.get_by_test_id("share-link").first.inner_text()
    friend = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    friend.goto(link)
    expect(friend).to_have_url(view)
    expect(friend.get_by_test_id("shared-bar")).to_be_visible()
    friend.get_by_test_id("shared-fork").click()
    expect(friend.get_by_test_id("shared-bar")).to_have_count(0)
    friend.get_by_test_id("session").click()
    expect(friend.get_by_test_id("act")).to_have_count(2)
    friend.context.close()


def test_a_session_is_exported_and_taken_in_again(studio: Page, tmp_path: Path) -> None:
    view = roll(studio)
    studio.get_by_test_id("session-name").fill("An apple")
    studio.get_by_test_id("session-name").press("Tab")
    studio.get_by_test_id("session-more").click()
    with studio.expect_download() as download:
        studio.get_by_test_id("session-export").click()
    path = tmp_path / "session.zip"
    download.value.save_as(path)
    assert json.loads(zipfile.ZipFile(path).read("session.json"))["title"] == "An apple"
    names = zipfile.ZipFile(path).namelist()
    assert "session.json" in names
    assert any(name.startswith("pictures/") for name in names)
    studio.get_by_test_id("session-new").click()
    expect(studio.get_by_test_id("act")).to_have_count(0)
    studio.get_by_test_id("session-more").click()
    studio.get_by_test_id("session-file").set_input_files(path)
    expect(studio.get_by_test_id("session-name")).to_have_value("An apple")
    expect(studio.get_by_test_id("act")).to_have_count(2)
    expect(studio).to_have_url(re.compile(re.escape(view.partition("?")[2])))


def test_a_picture_made_on_the_map_is_taken_back_and_comes_again(
    server: Server, page: Page
) -> None:
    def joined() -> int:
        with urllib.request.urlopen(
            f"{server.address}/api/v1/maps/emoji-vector/additions"
        ) as answer:
            return len(json.load(answer)["items"])

    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address)
    expect(page.get_by_test_id("quality")).to_contain_text("8,8")
    page.get_by_test_id("session").click()
    before = joined()
    box = page.get_by_test_id("map").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 0.1 * box["width"], box["y"] + 0.93 * box["height"])
    expect(page.get_by_test_id("landing")).to_be_visible(timeout=20_000)
    expect(page.get_by_test_id("act")).to_have_count(2)
    assert joined() == before + 1
    page.get_by_test_id("session-undo").click()
    expect(page.get_by_test_id("landing")).to_have_count(0)
    assert joined() == before
    page.get_by_test_id("session-redo").click()
    expect(page.get_by_test_id("session-redo")).to_be_disabled()
    assert joined() == before + 1


def test_a_group_is_taken_back_and_a_link_keeps_where_the_map_is(
    server: Server, page: Page, browser: Browser
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address)
    expect(page.get_by_test_id("quality")).to_contain_text("8,8")
    page.get_by_test_id("session").click()
    page.get_by_test_id("tool-box").click()
    page.mouse.move(550, 550)
    page.mouse.down()
    page.mouse.move(650, 650, steps=5)
    page.mouse.up()
    expect(page.get_by_test_id("choice")).to_contain_text("chosen")
    page.get_by_test_id("choice-name").click()
    page.get_by_test_id("group-name").fill("undone")
    page.get_by_test_id("group-keep").click()
    expect(page.get_by_test_id("act").first).to_contain_text("Group undone kept")
    group = f"{server.address}/api/v1/groups/undone"
    page.get_by_test_id("session-undo").click()
    expect(page).not_to_have_url(re.compile("group="))
    assert page.request.get(group).status == 404
    page.get_by_test_id("session-redo").click()
    expect(page).to_have_url(re.compile("group=undone"))
    assert page.request.get(group).status == 200
    page.mouse.move(450, 450)
    page.mouse.wheel(0, -600)
    expect(page).not_to_have_url(re.compile(r"z=0\.08"))
    page.get_by_test_id("session-share").click()
    page.get_by_test_id("share-make").click()
    link = page.get_by_test_id("share-link").first.inner_text()
    friend = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    friend.goto(link)
    expect(friend).to_have_url(page.url)
    friend.context.close()
    page.keyboard.press("Escape")
    page.get_by_test_id("act").first.focus()
    page.keyboard.press("F2")
    page.keyboard.type("the good one")
    page.keyboard.press("Enter")
    page.reload()
    expect(page.get_by_test_id("act").first).to_contain_text("the good one")
