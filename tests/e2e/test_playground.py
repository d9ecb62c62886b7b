"""The playground: write an expression, see its parts, learn what is wrong, find what it is near to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.running import Server

pytestmark = pytest.mark.e2e


@pytest.fixture
def playground(server: Server, page: Page) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{server.address}/playground?lang=en")
    expect(page.get_by_test_id("picture")).not_to_have_attribute("data-sequence", "0")
    yield page
    assert errors == []


def write(page: Page, source: str) -> None:
    page.get_by_test_id("expression").fill(source)


def test_every_part_has_a_picture_and_the_result_is_kept_with_enter(playground: Page) -> None:
    parts = playground.get_by_test_id("part")
    expect(parts).to_have_count(4)
    # Three points have one picture each, the direction one before and one after.
    expect(parts.locator("img")).to_have_count(5)
    expect(playground.get_by_test_id("near-result").locator("li")).to_have_count(12)
    playground.get_by_test_id("expression").press("Enter")
    expect(playground.get_by_test_id("keep")).to_contain_text("Kept")
    expect(playground.get_by_test_id("past").locator("img").first).to_be_visible()


def test_a_mistake_is_underlined_and_mended(playground: Page) -> None:
    write(playground, "king + woman")
    wrong = playground.get_by_test_id("wrong")
    expect(wrong).to_contain_text("two points cannot be added")
    assert playground.locator(".mirror .wrong").inner_text() == "woman"
    playground.get_by_test_id("better").click()
    expect(playground.get_by_test_id("expression")).to_have_value('mix("king", "woman")')
    expect(wrong).to_be_hidden()
    expect(playground.get_by_test_id("part")).to_have_count(2)


def test_a_press_mends_the_part_and_leaves_the_rest(playground: Page) -> None:
    area = playground.get_by_test_id("expression")
    write(playground, "slerp(king + woman, cat, 0.5)")
    playground.get_by_test_id("better").click()
    expect(area).to_have_value('slerp(mix("king", "woman"), cat, 0.5)')
    expect(playground.get_by_test_id("wrong")).to_be_hidden()
    write(playground, "smiling cat - 🐱")
    for _ in range(2):
        area.press("Escape")
        playground.get_by_test_id("better").click()
    expect(area).to_have_value('"smiling cat" - "🐱"')


def test_offers_are_taken_with_the_keyboard(playground: Page) -> None:
    write(playground, "")
    area = playground.get_by_test_id("expression")
    area.press_sequentially('"kit')
    offers = playground.get_by_test_id("offers")
    expect(offers.get_by_role("option").first).to_contain_text("kitten")
    area.press("Tab")
    expect(area).to_have_value('"kitten"')
    area.press_sequentially(" + dir(")
    expect(offers).to_contain_text("smile")
    area.press("ArrowDown")
    expect(area).to_have_attribute("aria-activedescendant", "offer-0")
    area.press("Enter")
    expect(area).to_have_value('"kitten" + dir("smile"')
    area.press_sequentially(")")
    expect(playground.get_by_test_id("part")).to_have_count(2)
    area.press("Escape")
    expect(offers).to_be_hidden()


def test_words_come_with_what_each_word_alone_would_give(playground: Page) -> None:
    playground.get_by_test_id("example").filter(has_text='"king" - "man"').click()
    expect(playground.get_by_test_id("mode-words")).to_have_attribute("aria-pressed", "true")
    expect(playground.get_by_test_id("near-result").locator("li")).to_have_count(12)
    expect(playground.get_by_test_id("near-result").locator("li").first).to_contain_text("queen")
    expect(playground.get_by_test_id("only_b").locator("li").first).to_be_visible()
    expect(playground.get_by_test_id("only_c")).to_contain_text('"woman" alone')
    # Each part says what it is near to.
    expect(playground.get_by_test_id("part").first).to_contain_text("royal")


def test_the_address_says_everything(server: Server, playground: Page) -> None:
    source = 'mix("sun", "moon"; 0.4, 0.6)'
    write(playground, source)
    expect(playground).to_have_url(re.compile(r"e=mix"))
    playground.get_by_test_id("roll").click()
    address = playground.url
    playground.goto("about:blank")
    playground.goto(address)
    expect(playground.get_by_test_id("expression")).to_have_value(source)
    playground.get_by_test_id("studio").click()
    expect(playground).to_have_url(re.compile(r"/studio\?.*conditioning=mix"))


def test_a_part_can_be_looked_at_alone_and_a_direction_before_and_after(playground: Page) -> None:
    playground.get_by_test_id("part").first.hover()
    assert playground.locator(".mirror .lit").inner_text().startswith('"grinning cat')
    write(playground, 'dir("smile")')
    expect(playground.get_by_test_id("result").locator("rashin-blob-picture img")).to_have_count(2)
    expect(playground.get_by_test_id("near-result")).to_contain_text("smil")


def test_it_works_in_japanese_in_the_dark_on_a_phone(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server.address}/playground?lang=ja&as=words&e=" + quote("猫 + 犬"))
    expect(page.get_by_test_id("wrong")).to_be_visible()
    expect(page.get_by_test_id("wrong")).to_contain_text("点と点は足せません")
    page.get_by_test_id("theme").click()
    write(page, "「猫の顔」 ー 「猫」 ＋ 「犬」")
    expect(page.get_by_test_id("wrong")).to_be_hidden()
    write(page, '"猫の顔" - "猫" + "犬"')
    expect(page.get_by_test_id("near-result").locator("li")).to_have_count(12)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
