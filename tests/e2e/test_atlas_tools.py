"""The tools of the Atlas: choose, filter, ask, list, compare, explore and take away, by mouse and by keyboard."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.running import Server
from tests.twin_map import write_twin

pytestmark = pytest.mark.e2e
MAP = "/api/v1/maps/emoji-vector"


def at(page: Page, across: float, down: float) -> tuple[float, float]:
    box = page.get_by_test_id("map").bounding_box()
    assert box is not None
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def lasso(page: Page, across: float, down: float, wide: float = 0.08) -> None:
    page.mouse.move(*at(page, across + wide, down))
    page.mouse.down()
    for step in range(1, 25):
        angle = step / 24 * 2 * math.pi
        x, y = across + wide * math.cos(angle), down + 1.4 * wide * math.sin(angle)
        page.mouse.move(*at(page, x, y))
    page.mouse.up()


def chosen(page: Page) -> int:
    """How many the bar says are chosen."""
    bar = page.get_by_test_id("choice")
    expect(bar).to_contain_text(re.compile(r"[\d,]+ chosen"))
    found = re.search(r"([\d,]+) chosen", bar.inner_text())
    assert found
    return int(found[1].replace(",", ""))


def menu(page: Page, name: str, item: str) -> None:
    page.get_by_test_id(name).get_by_role("button").first.click()
    page.get_by_test_id(f"menu-{item}").click()


def get(page: Page, path: str) -> Any:
    return page.request.get(page.url.split("/?")[0].rstrip("/") + path).json()


def test_shapes_choose_points_and_combine_like_sets(atlas: Page) -> None:
    atlas.get_by_test_id("tool-lasso").click()
    lasso(atlas, 0.5, 0.65)
    first = chosen(atlas)
    assert first > 20
    atlas.keyboard.down("Shift")
    lasso(atlas, 0.33, 0.6)
    atlas.keyboard.up("Shift")
    both = chosen(atlas)
    assert both > first
    atlas.keyboard.down("Alt")
    lasso(atlas, 0.33, 0.6)
    atlas.keyboard.up("Alt")
    assert chosen(atlas) == first
    # A box over the whole window has everything in common with what is chosen.
    atlas.get_by_test_id("tool-box").click()
    atlas.get_by_test_id("way-common").click()
    atlas.mouse.move(*at(atlas, 0.01, 0.72))
    atlas.mouse.down()
    atlas.mouse.move(*at(atlas, 0.99, 0.2), steps=4)
    atlas.mouse.up()
    assert 0 < chosen(atlas) <= first
    atlas.get_by_test_id("choice-invert").click()
    assert chosen(atlas) > 5_000
    atlas.get_by_test_id("choice-clear").click()
    atlas.get_by_test_id("way-replace").click()
    # The polygon goes from corner to corner, and Enter closes it.
    atlas.get_by_test_id("tool-polygon").click()
    for corner in ((0.42, 0.55), (0.6, 0.55), (0.6, 0.75), (0.42, 0.75)):
        atlas.mouse.click(*at(atlas, *corner))
    atlas.get_by_test_id("map").focus()
    atlas.keyboard.press("Enter")
    assert chosen(atlas) > 20


def test_a_choice_grows_is_kept_under_a_name_and_comes_back(atlas: Page) -> None:
    atlas.get_by_test_id("tool-lasso").click()
    lasso(atlas, 0.5, 0.65, wide=0.03)
    few = chosen(atlas)
    atlas.get_by_test_id("choice-grow").click()
    expect(atlas.get_by_test_id("choice")).not_to_contain_text(f"{few:,} chosen")
    grown = chosen(atlas)
    assert grown > few
    atlas.get_by_test_id("choice-name").click()
    atlas.get_by_test_id("group-name").fill("kept-here")
    atlas.get_by_test_id("group-keep").click()
    expect(atlas).to_have_url(re.compile("group=kept-here"))
    group = get(atlas, "/api/v1/groups/kept-here")
    assert (group["count"], group["map"]) == (grown, "emoji-vector")
    atlas.reload()
    assert chosen(atlas) == grown
    atlas.keyboard.press("i")
    expect(atlas.get_by_test_id("group-kept-here")).to_have_attribute("aria-pressed", "true")
    expect(atlas.get_by_test_id("map-list")).to_contain_text(f"{grown:,} pictures")
    # Like these: the answer glows and is listed.
    atlas.get_by_test_id("choice-like").click()
    expect(atlas.get_by_test_id("token")).to_contain_text(f"Like {grown:,}")
    expect(atlas.get_by_test_id("results").get_by_role("button")).to_have_count(10)


def test_filters_cut_each_other_and_stand_in_the_address(atlas: Page) -> None:
    atlas.get_by_test_id("legend").get_by_role("button", name="Objects").click()
    left = atlas.get_by_test_id("left")
    expect(left).to_contain_text("of 8,8")
    objects = left.inner_text()
    atlas.get_by_test_id("fields").click()
    atlas.get_by_test_id("field-values").first.get_by_role("button", name="Noto").click()
    expect(left).not_to_have_text(objects)
    expect(atlas).to_have_url(re.compile("f=group.*f=style"))
    both = left.inner_text()
    # A number is cut by its histogram, from the keyboard too.
    atlas.get_by_label("Density, lowest").focus()
    for _ in range(40):
        atlas.keyboard.press("ArrowRight")
    expect(left).not_to_have_text(both)
    atlas.wait_for_timeout(500)
    address, three = atlas.url, left.inner_text()
    assert "f=density" in address
    atlas.goto(address)
    expect(atlas.get_by_test_id("left")).to_have_text(three)


def test_one_box_takes_words_fields_expressions_points_and_pictures(atlas: Page) -> None:
    box, results = atlas.get_by_test_id("search"), atlas.get_by_test_id("results")
    for question in ("red apple", "foggy harbour −boats", 'mix("cat", "dog")', "style:noto dog"):
        box.fill(question)
        expect(results.get_by_role("button")).to_have_count(10)
        expect(atlas.get_by_test_id("mistake")).to_have_count(0)
        box.fill("")
        expect(results).to_have_count(0)
    box.fill('mix("cat", ')
    expect(atlas.get_by_test_id("mistake")).to_contain_text(re.compile("character"))
    box.fill("")
    card = get(atlas, f"{MAP}/points/40")
    origin = re.sub(r"/\?.*|/$", "", atlas.url)
    made = atlas.request.post(
        f"{origin}/api/v1/renders",
        data={"recipe": card["recipe"]},
        headers={"Prefer": "wait=20"},
    ).json()
    picture = atlas.request.get(origin + made["image"]["url"]).body()
    atlas.evaluate(
        """(bytes) => {
          const carried = new DataTransfer();
          carried.items.add(new File([new Uint8Array(bytes)], 'one.png', {type: 'image/png'}));
          const how = {dataTransfer: carried, bubbles: true, composed: true, cancelable: true};
          for (const kind of ['dragenter', 'dragover', 'drop'])
            document.elementFromPoint(700, 400).dispatchEvent(new DragEvent(kind, how));
        }""",
        list(picture),
    )
    expect(atlas.get_by_test_id("token")).to_contain_text("Like this picture")
    expect(results.get_by_role("button")).to_have_count(10)


def test_the_list_says_in_words_what_is_in_view_and_opens_it(atlas: Page) -> None:
    atlas.get_by_test_id("map").focus()
    atlas.keyboard.press("i")
    entries = atlas.get_by_test_id("map-list").locator("ul.grid button")
    expect(entries.first).to_contain_text(re.compile("[a-z]{3}"))
    title = entries.first.locator(".title").inner_text()
    entries.first.press("Enter")
    expect(atlas.get_by_test_id("card")).to_contain_text(title)
    # From here on without a mouse: walk, choose, go back.
    atlas.get_by_test_id("map").focus()
    atlas.keyboard.press("ArrowLeft")
    atlas.keyboard.press(" ")
    assert chosen(atlas) == 1
    atlas.keyboard.press("ArrowLeft")
    atlas.keyboard.press(" ")
    expect(atlas.get_by_test_id("choice")).to_contain_text("2 chosen")
    expect(atlas).to_have_url(re.compile("s="))


def test_layers_and_a_gap_that_is_filled(atlas: Page) -> None:
    menu(atlas, "layers", "contours")
    atlas.get_by_test_id("menu-coverage").click()
    expect(atlas).to_have_url(re.compile("layers=contours.coverage"))
    before = len(get(atlas, f"{MAP}/additions")["items"])
    menu(atlas, "explore", "gap")
    expect(atlas.get_by_test_id("landing")).to_contain_text("%", timeout=20_000)
    assert len(get(atlas, f"{MAP}/additions")["items"]) == before + 1
    menu(atlas, "explore", "collapse")
    expect(atlas.get_by_test_id("pairs").get_by_role("button").first).to_contain_text("=")


def test_the_view_is_taken_away_as_picture_and_drawing(atlas: Page, tmp_path: Path) -> None:
    for format, begins in (("png", b"\x89PNG"), ("svg", b"<svg ")):
        with atlas.expect_download() as caught:
            menu(atlas, "take", format)
        path = tmp_path / caught.value.suggested_filename
        caught.value.save_as(path)
        data = path.read_bytes()
        assert (path.name, data[: len(begins)]) == (f"emoji-vector.{format}", begins)
        assert len(data) > 50_000
        if format == "svg":
            drawing = data.decode()
            assert drawing.count("<circle") > 5_000
            assert drawing.count("<image") > 20
            assert "<text" in drawing


def test_two_maps_of_the_same_pictures_show_where_they_disagree(server: Server, page: Page) -> None:
    write_twin(server.data / "maps")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address)
    expect(page.get_by_test_id("legend")).to_be_visible()
    menu(page, "beside", "twin")
    expect(page.get_by_test_id("second").locator("canvas").first).to_be_visible()
    expect(page.get_by_test_id("colour")).to_have_value("disagreement")
    expect(page).to_have_url(re.compile("beside=twin"))
    expect(page.get_by_test_id("histogram-disagreement")).to_be_visible()
    # Half of the points have other neighbours there: the colours say so.
    counts = page.evaluate(
        "fetch('/api/v1/maps/emoji-vector/links/twin').then((a) => a.arrayBuffer()).then((bytes) => {"
        " const n = new DataView(bytes).getUint32(8, true);"
        " const differ = new Uint8Array(bytes, 12 + 4 * n, n);"
        " return [n, differ.filter((one) => one > 200 && one < 255).length]; })"
    )
    assert 0.3 < counts[1] / counts[0] < 0.6
