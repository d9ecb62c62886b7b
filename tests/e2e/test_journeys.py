"""A journey in the browser: two stations, an even pace, a film, and the film dropped back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.film_read import journey_in
from tests.running import Server

pytestmark = pytest.mark.e2e


@pytest.fixture
def journeys(server: Server, page: Page) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.goto(server.address + "/journeys?lang=en")
    yield page
    assert errors == []


def add_words(page: Page, words: str, seed: int) -> None:
    page.get_by_test_id("add-prompt").fill(words)
    page.locator("rashin-journey-add input[name=seed]").fill(str(seed))
    page.get_by_test_id("add-words").click()


def seen(page: Page) -> tuple[float, float]:
    """Return the smoothness before and after, once the outlook is there."""
    found = []
    for name in ("before", "after"):
        row = page.get_by_test_id(f"journey-{name}")
        expect(row).to_be_visible(timeout=60_000)
        found.append(float(row.get_attribute("data-smoothness") or 0))
    return found[0], found[1]


def begun(page: Page) -> None:
    page.get_by_test_id("add-first").click()
    add_words(page, "smiling cat", 3)
    add_words(page, "blue house", 8)
    expect(page.get_by_test_id("station")).to_have_count(2)
    page.get_by_test_id("add-done").click()
    expect(page).to_have_url(re.compile(r"id=[0-9a-f]{16}"))


def test_two_stations_become_an_even_film_that_restores_itself(
    journeys: Page, tmp_path: Path
) -> None:
    page = journeys
    begun(page)
    before, after = seen(page)
    # Half of the unevenness goes at least (1 − Gini before and after).
    assert 1 - after <= 0.5 * (1 - before)

    picture = page.get_by_test_id("journey-picture")
    page.get_by_test_id("journey-play").click()
    expect(picture).not_to_have_attribute("data-place", "0.000")
    page.get_by_test_id("journey-play").click()
    page.get_by_test_id("journey-scrub").fill("2")
    expect(picture).to_have_attribute("data-place", "1.000")

    page.get_by_test_id("journey-title").fill("Cat to house")
    page.get_by_test_id("journey-title").press("Enter")
    page.get_by_test_id("journey-ease").select_option("in_out")
    for kind in ("gif", "mp4"):
        page.get_by_test_id("film-format").select_option(kind)
        count = page.get_by_test_id("film-file").count()
        page.get_by_test_id("film-make").click()
        expect(page.get_by_test_id("film-file")).to_have_count(count + 1, timeout=60_000)
        with page.expect_download() as download:
            page.get_by_test_id("film-file").first.click()
        path = tmp_path / f"film.{kind}"
        download.value.save_as(path)
        assert '"Cat to house"' in (journey_in(path.read_bytes()) or "")
        address = page.url
        page.locator("rashin-journey-add input[type=file]").or_(
            page.get_by_test_id("add-station")
        ).first.click()
        page.get_by_test_id("way-picture").click()
        page.locator("rashin-journey-add input[type=file]").set_input_files(path)
        expect(page).not_to_have_url(address)
        expect(page.get_by_test_id("journey-title")).to_have_value("Cat to house")
        expect(page.get_by_test_id("station")).to_have_count(2)
        expect(page.get_by_test_id("journey-ease")).to_have_value("in_out")
        # Its frames are known: the outlook is there at once, or nearly.
        assert seen(page)[1] == pytest.approx(after, abs=0.02)


def test_stations_move_by_keyboard_and_pointer_and_stay_after_a_reload(journeys: Page) -> None:
    page = journeys
    begun(page)
    page.get_by_test_id("add-station").click()
    add_words(page, "rocket", 5)
    expect(page.get_by_test_id("station")).to_have_count(3)
    page.get_by_test_id("add-done").click()

    def order() -> list[str]:
        return page.locator("rashin-journey-strip .words").all_inner_texts()

    page.get_by_test_id("grip").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("rashin-journey-strip .words").first).to_have_text("blue house")
    grip = page.get_by_test_id("grip").last.bounding_box()
    target = page.get_by_test_id("station").first.bounding_box()
    assert grip is not None
    assert target is not None
    page.mouse.move(grip["x"] + 10, grip["y"] + 10)
    page.mouse.down()
    page.mouse.move(target["x"] + 40, target["y"] + 20, steps=8)
    page.mouse.up()
    expect(page.locator("rashin-journey-strip .words").first).to_have_text("rocket")
    page.get_by_test_id("leg").first.click()
    page.get_by_test_id("curve-curve").select_option("spline")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("leg").first).to_contain_text("Spline")
    expected = order()
    page.reload()
    expect(page.get_by_test_id("station")).to_have_count(3)
    assert order() == expected
    expect(page.get_by_test_id("leg").first).to_contain_text("Spline")


def test_a_stroke_on_the_map_becomes_stations(journeys: Page) -> None:
    page = journeys
    page.get_by_test_id("add-first").click()
    page.get_by_test_id("way-map").click()
    page.locator("rashin-journey-map canvas").first.wait_for(state="attached", timeout=30_000)
    box = page.get_by_test_id("journey-map").bounding_box()
    assert box is not None
    x, y = box["x"] + 0.3 * box["width"], box["y"] + 0.5 * box["height"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 0.4 * box["width"], y + 30, steps=20)
    page.mouse.up()
    expect(page.get_by_test_id("station")).to_have_count(8, timeout=30_000)


def test_an_address_brings_stations_and_four_of_them_make_a_square(
    server: Server, journeys: Page
) -> None:
    page = journeys
    prompts = [f'{{"prompt":"{word}","seed":4}}' for word in ("cat", "dog", "moon", "apple")]
    page.goto(f"{server.address}/journeys?lang=en&stations=[{','.join(prompts)}]")
    expect(page.get_by_test_id("station")).to_have_count(4)
    page.get_by_test_id("shape-grid").click()
    square = page.get_by_test_id("journey-square")
    expect(square.locator("img")).to_have_count(81, timeout=90_000)
    before = square.locator("polyline").get_attribute("points")
    box = square.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 20, box["y"] + box["height"] - 20, steps=12)
    page.mouse.up()
    expect(square.locator("polyline")).not_to_have_attribute("points", before or "")
    assert seen(page)[1] > 0.5
