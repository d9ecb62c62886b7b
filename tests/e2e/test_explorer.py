"""The explorer's journey: from an open page to a slider under the finger, and nothing is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.running import Server

pytestmark = pytest.mark.e2e
EMPTY = (0.9, 0.12)  # a spot of the map, as shares of its width and height, where nothing lies


def numbers(words: str | None) -> list[float]:
    return [float(found) for found in re.findall(r"\d+(?:\.\d+)?", words or "")]


@pytest.fixture
def atlas(server: Server, page: Page) -> Page:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address)
    expect(page.get_by_test_id("quality")).to_contain_text("8,8")
    yield page
    assert errors == []


def at(page: Page, across: float, down: float) -> tuple[float, float]:
    box = page.get_by_test_id("map").bounding_box()
    assert box is not None
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def test_search_by_words_then_open_the_best(atlas: Page) -> None:
    search = atlas.locator('input[data-testid="search"], [data-testid="search"] input').first
    search.fill("red apple")
    expect(atlas.get_by_test_id("results")).to_contain_text(re.compile("apple", re.I))
    search.press("Enter")
    expect(atlas.get_by_test_id("card")).to_contain_text(re.compile("apple", re.I))
    expect(atlas).to_have_url(re.compile("apple"))


def test_zoom_changes_the_view_and_the_address(atlas: Page) -> None:
    before = atlas.url
    atlas.mouse.move(*at(atlas, 0.5, 0.5))
    for _ in range(6):
        atlas.mouse.wheel(0, -240)
        atlas.wait_for_timeout(60)
    atlas.wait_for_timeout(600)
    assert atlas.url != before
    assert "z" in atlas.url


def test_click_empty_space_and_a_new_picture_lands(atlas: Page) -> None:
    atlas.mouse.click(*at(atlas, *EMPTY))
    landing = atlas.get_by_test_id("landing").first
    expect(landing).to_contain_text("%")
    address = atlas.url
    atlas.reload()
    atlas.wait_for_timeout(1500)
    joined = atlas.evaluate("fetch('/api/v1/maps/emoji-vector/additions').then((a) => a.json())")
    assert len(joined["items"]) >= 1
    assert atlas.url == address


def test_a_picture_opens_its_card_and_the_keyboard_walks_on(atlas: Page) -> None:
    search = atlas.locator('input[data-testid="search"], [data-testid="search"] input').first
    search.fill("dog")
    expect(atlas.get_by_test_id("results")).to_contain_text(re.compile("dog", re.I))
    search.press("Enter")
    card = atlas.get_by_test_id("card")
    expect(card).to_be_visible()
    first = card.inner_text()
    expect(atlas.get_by_test_id("neighbours")).to_be_visible()
    atlas.get_by_test_id("map").focus()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        atlas.keyboard.press(key)
    atlas.keyboard.press("Enter")
    expect(card).not_to_have_text(first)


def test_studio_follows_prompt_and_slider_and_forgets_nothing(server: Server, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{server.address}/studio")
    prompt = page.locator('textarea[data-testid="prompt"], [data-testid="prompt"] textarea').first
    picture = page.get_by_test_id("picture")
    expect(picture).not_to_have_attribute("data-sequence", "0")
    prompt.fill("woman astronaut, noto style")
    before = picture.get_attribute("data-sequence")
    expect(picture).not_to_have_attribute("data-sequence", before or "")
    page.wait_for_timeout(500)

    slider = page.locator(
        'input[data-testid="slider-smile"], [data-testid="slider-smile"] input'
    ).first
    frames = slider.evaluate(
        """async (slider) => {
          const deep = (root) => { for (const e of root.querySelectorAll('*')) {
            if (e.dataset?.testid === 'picture') return e;
            const inner = e.shadowRoot && deep(e.shadowRoot); if (inner) return inner; } return null; };
          const picture = deep(document);
          const start = Number(picture.dataset.sequence);
          for (let i = 0; i <= 60; i += 1) {
            slider.value = String(-1.5 + i * 0.05);
            slider.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
            await new Promise((done) => setTimeout(done, 33));
          }
          slider.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
          return Number(picture.dataset.sequence) - start;
        }"""
    )
    print(f"\n{frames} pictures in two seconds of dragging")
    assert frames >= 2
    page.wait_for_timeout(1200)
    kept = page.evaluate("fetch('/api/v1/renders').then((a) => a.json())")["items"][0]
    address = page.url
    assert "smile" in address
    page.reload()
    assert page.url == address
    expect(prompt).to_have_value("woman astronaut, noto style")
    assert float(slider.input_value()) == pytest.approx(1.5, abs=0.051)
    assert kept["recipe"]["steering"][0]["direction"] == "smile"
    expect(page.get_by_test_id("history")).to_be_visible()


def test_a_downloaded_picture_restores_the_page(server: Server, page: Page) -> None:
    recipe = {"model": "emoji-vector", "prompt": "red apple", "seed": 11, "steps": 2}
    apple = page.request.post(
        f"{server.address}/api/v1/renders",
        data={"recipe": recipe},
        headers={"Prefer": "wait=20"},
    ).json()
    data = page.request.get(server.address + apple["image"]["url"]).body()
    page.goto(f"{server.address}/studio?prompt=house&seed=1")
    page.wait_for_timeout(800)
    page.evaluate(
        """(bytes) => {
          const carried = new DataTransfer();
          carried.items.add(new File([new Uint8Array(bytes)], 'apple.png', {type: 'image/png'}));
          const how = {dataTransfer: carried, bubbles: true, composed: true, cancelable: true};
          for (const kind of ['dragenter', 'dragover', 'drop']) {
            document.elementFromPoint(700, 300).dispatchEvent(new DragEvent(kind, how));
          }
        }""",
        list(data),
    )
    prompt = page.locator('textarea[data-testid="prompt"], [data-testid="prompt"] textarea').first
    expect(prompt).to_have_value(re.compile("red apple"))
    expect(page).to_have_url(re.compile("seed=11"))


@pytest.mark.parametrize("path", ["/", "/studio", "/sweeps", "/scrub"])
def test_every_page_speaks_japanese_and_fits_a_phone(server: Server, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server.address + path)
    page.wait_for_timeout(1500)
    page.get_by_test_id("language").click()
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.get_by_role("navigation")).to_contain_text(re.compile("[ァ-ヶ一-龥]"))
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390, "the page scrolls sideways"
