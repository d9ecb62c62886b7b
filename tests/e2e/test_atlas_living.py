"""The Atlas as something that changes: versions, names of regions, pictures that arrive, and what is taken back."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from inference.maps.files import HEADER
from tests.running import Server
from tests.twin_map import SHIPPED

pytestmark = pytest.mark.e2e


def write_versions(maps: Path) -> None:
    """Write the map "turned" in two versions; in the second one every point lies elsewhere."""
    for folder, version in (("turned@1", 1), ("turned", 2)):
        shutil.copytree(SHIPPED, maps / folder)
        card = maps / folder / "map.json"
        info = json.loads(card.read_text("utf-8"))
        card.write_text(json.dumps({**info, "id": "turned", "version": version}), "utf-8")
    points = maps / "turned" / "points.bin"
    raw = bytearray(points.read_bytes())
    count = HEADER.unpack_from(raw)[1]
    places = np.frombuffer(raw, "<u2", 2 * count, HEADER.size)
    places[:] = 65535 - places
    points.write_bytes(raw)


@pytest.fixture
def atlas(server: Server, page: Page) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address)
    expect(page.get_by_test_id("legend")).to_contain_text("Objects")
    expect(page.locator(".region").first).to_be_visible()
    yield page
    assert errors == []


def test_points_walk_from_one_version_to_the_other_and_back(server: Server, page: Page) -> None:
    write_versions(server.data / "maps")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{server.address}/?map=turned@1&n=40")
    title = page.get_by_test_id("card").locator("h1").first.inner_text()
    page.get_by_test_id("quality").click()
    expect(page.get_by_test_id("about")).to_contain_text("Trustworthiness")
    page.get_by_test_id("version-2").click()
    expect(page).to_have_url(re.compile("map=turned%402"))
    expect(page.locator(".sheet")).to_have_count(1)
    view = {"x": 620, "y": 200, "width": 420, "height": 500}
    page.wait_for_timeout(1500)
    after = page.screenshot(clip=view)
    # The picture that one stands on is the same one, elsewhere.
    expect(page.get_by_test_id("card")).to_contain_text(title)
    page.wait_for_timeout(900)
    page.locator("main").focus()
    page.keyboard.press("Control+z")
    expect(page).to_have_url(re.compile("map=turned%401"))
    expect(page.get_by_test_id("version-1")).to_have_attribute("aria-pressed", "true")
    on_the_way = page.screenshot(clip=view)
    page.wait_for_timeout(1500)
    before = page.screenshot(clip=view)
    assert after not in (on_the_way, before)
    assert on_the_way != before
    expect(page.get_by_test_id("card")).to_contain_text(title)


def test_a_region_is_named_and_the_computed_name_comes_back(atlas: Page) -> None:
    name = atlas.locator(".region").last
    computed = name.inner_text()
    name.click()
    expect(atlas.get_by_test_id("region")).to_be_visible()
    atlas.get_by_test_id("region-name").fill("Kitchen")
    atlas.get_by_test_id("region-name").press("Enter")
    mine = atlas.locator(".region", has_text="Kitchen")
    expect(mine).to_be_visible()
    # Without a mouse: N names the region in the middle, the list has a pen for each.
    atlas.get_by_test_id("map").focus()
    atlas.keyboard.press("n")
    expect(atlas.get_by_test_id("region-name")).to_be_focused()
    atlas.keyboard.press("Escape")
    expect(atlas.get_by_test_id("region")).to_have_count(0)
    mine.click()
    expect(atlas.get_by_test_id("region-back")).to_contain_text(computed)
    atlas.get_by_test_id("region-back").click()
    expect(mine).to_have_count(0)
    atlas.wait_for_timeout(900)
    atlas.locator("main").focus()
    atlas.keyboard.press("Control+z")
    expect(mine).to_be_visible()
    atlas.keyboard.press("Control+z")
    expect(mine).to_have_count(0)


def test_a_picture_that_is_made_elsewhere_appears_at_once(server: Server, atlas: Page) -> None:
    asked: list[str] = []
    atlas.on("request", lambda request: asked.append(request.url))
    before = atlas.get_by_test_id("quality").inner_text()
    atlas.wait_for_timeout(1500)
    assert asked == []
    made = atlas.request.post(
        f"{server.address}/api/v1/maps/emoji-vector/decode", data={"x": 1.7, "y": 0.4, "seed": 5}
    )
    assert made.ok
    began = time.monotonic()
    expect(atlas.get_by_test_id("joined")).to_contain_text("has joined")
    assert time.monotonic() - began < 3
    expect(atlas.get_by_test_id("quality")).not_to_have_text(before)


def test_a_large_choice_without_a_name_is_taken_back_and_survives_a_reload(atlas: Page) -> None:
    atlas.get_by_test_id("tool-box").click()
    box = atlas.get_by_test_id("map").bounding_box()
    assert box is not None
    atlas.mouse.move(box["x"] + 450, box["y"] + 300)
    atlas.mouse.down()
    atlas.mouse.move(box["x"] + 1000, box["y"] + 700, steps=4)
    atlas.mouse.up()
    expect(atlas).to_have_url(re.compile("set=[0-9a-f]{32}"))
    bar = atlas.get_by_test_id("choice").get_by_role("status")
    words = bar.inner_text()
    assert int(re.sub(r"\D", "", words)) > 300
    atlas.wait_for_timeout(900)
    atlas.get_by_test_id("choice-clear").click()
    expect(atlas).not_to_have_url(re.compile("set="))
    atlas.wait_for_timeout(900)
    atlas.locator("main").focus()
    atlas.keyboard.press("Control+z")
    expect(bar).to_have_text(words)
    atlas.reload()
    expect(bar).to_have_text(words)
