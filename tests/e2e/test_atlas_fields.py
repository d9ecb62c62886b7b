"""Fields that somebody makes up on the Atlas, and a second map of the same recipes by another model."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.e2e
# Forty points all over the map, packed as the address packs them: every 220th.
FORTY = ".".join(["0", *["64"] * 39])
BUILT_WITHIN_MS = 120_000


def aim(page: Page, expression: str) -> None:
    page.get_by_test_id("along").fill(expression)
    page.get_by_test_id("along").press("Enter")


def test_a_typed_direction_colours_filters_and_orders(atlas: Page) -> None:
    atlas.get_by_test_id("colour").select_option("along")
    # A ready direction is shown at once; then one of our own.
    expect(atlas.get_by_test_id("end-high").get_by_role("button")).to_have_count(5)
    aim(atlas, 'dir("cat", "dog")')
    expect(atlas.get_by_test_id("end-low")).to_contain_text("cat")
    expect(atlas.get_by_test_id("end-high")).to_contain_text("dog")
    low, high = atlas.get_by_test_id("histogram-along").locator(".row span").all_inner_texts()
    assert float(low) == -float(high) < 0
    atlas.get_by_test_id("list").click()
    atlas.get_by_test_id("order").select_option("down")
    entries = atlas.get_by_test_id("map-list").locator("ul.grid button")
    expect(entries.first).to_contain_text("dog")
    atlas.get_by_test_id("order").select_option("up")
    expect(entries.first).to_contain_text("cat")
    atlas.get_by_label("Along a direction, lowest").focus()
    for _ in range(3):
        atlas.keyboard.press("PageUp")
    left = atlas.get_by_test_id("left")
    expect(left).to_contain_text("of 8,8")
    expect(atlas).to_have_url(re.compile(r"along=dir.*order=up.*f=along"))
    atlas.wait_for_timeout(400)
    address, few = atlas.url, left.inner_text()
    # An example opens its picture; a mistake is told where it stands, and nothing is lost.
    atlas.get_by_test_id("end-high").get_by_role("button").first.click()
    expect(atlas.get_by_test_id("card")).to_contain_text("dog")
    aim(atlas, '"happy" - noise(4)')
    expect(atlas.get_by_test_id("along-mistake")).to_contain_text("at character 11")
    expect(atlas.get_by_test_id("end-low")).to_contain_text("cat")
    atlas.goto(address)
    expect(atlas.get_by_test_id("left")).to_have_text(few)
    expect(atlas.get_by_test_id("end-low")).to_contain_text("cat")


def test_a_point_colours_by_likeness_to_it(atlas: Page) -> None:
    atlas.goto(f"{atlas.url.split('?')[0]}?n=40")
    title = atlas.get_by_test_id("card").get_by_role("heading").first.inner_text()
    atlas.get_by_test_id("along-here").click()
    expect(atlas.get_by_test_id("colour")).to_have_value("along")
    expect(atlas.get_by_test_id("end-high")).to_contain_text("most alike")
    atlas.get_by_test_id("end-high").get_by_role("button").first.click()
    expect(atlas.get_by_test_id("card")).to_contain_text(title)
    expect(atlas).to_have_url(re.compile("colour=along&along=%2340"))


def test_the_same_recipes_by_another_model_stand_beside_and_disagree(atlas: Page) -> None:
    atlas.goto(f"{atlas.url.split('?')[0]}?s={FORTY}")
    expect(atlas.get_by_test_id("choice")).to_contain_text("40 chosen")
    atlas.get_by_test_id("beside").get_by_role("button").first.click()
    atlas.get_by_test_id("menu-new").click()
    expect(atlas.get_by_test_id("twin-model")).to_have_value("emoji-diffusion")
    expect(atlas.get_by_test_id("twin-many")).to_have_value("chosen")
    expect(atlas.get_by_test_id("twin-cost")).to_contain_text("40 pictures")
    atlas.get_by_test_id("twin-make").click()
    expect(atlas.get_by_test_id("twin-progress")).to_be_visible()
    differ = atlas.get_by_test_id("differ")
    expect(differ).to_contain_text("40 of 8,8", timeout=BUILT_WITHIN_MS)
    expect(differ).to_contain_text(re.compile(r"neighbours \d+ % changed"))
    expect(atlas.get_by_test_id("colour")).to_have_value("disagreement")
    expect(atlas).to_have_url(re.compile("beside=emoji-vector-emoji-diffusion-judge"))
    atlas.get_by_test_id("differ-more").click()
    pairs = atlas.get_by_test_id("differ-most").get_by_role("button")
    expect(pairs.first).to_be_visible()
    pairs.first.click()
    expect(atlas.get_by_test_id("card")).to_be_visible()
    atlas.get_by_test_id("differ-more").click()
    # What is drawn around on the second map is chosen on the first.
    atlas.get_by_test_id("choice-clear").click()
    atlas.get_by_test_id("tool-box").click()
    box = atlas.get_by_test_id("second").bounding_box()
    assert box is not None
    atlas.mouse.move(box["x"] + 20, box["y"] + 160)
    atlas.mouse.down()
    atlas.mouse.move(box["x"] + 300, box["y"] + box["height"] - 180, steps=5)
    atlas.mouse.up()
    expect(atlas.get_by_test_id("choice")).to_contain_text(re.compile(r"[1-9]\d? chosen"))
