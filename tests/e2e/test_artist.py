"""The artist's journey: type, roll seeds, lock one, drag, sweep two knobs, start from a photo, look at its steps."""

import base64
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from tests.running import Server

pytestmark = pytest.mark.e2e
STUDIO = "/studio?model=emoji-vector&prompt=red+apple&seed=7"


@pytest.fixture
def studio(server: Server, page: Page) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(server.address + STUDIO)
    expect(page.get_by_test_id("picture")).not_to_have_attribute("data-sequence", "0")
    yield page
    assert errors == []


def seed_of(page: Page) -> str:
    return page.locator('input[data-testid="seed"], [data-testid="seed"] input').first.input_value()


def photo() -> bytes:
    picture = Image.new("RGB", (200, 150), "white")
    ImageDraw.Draw(picture).ellipse((40, 20, 160, 140), fill="crimson")
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def test_rolling_changes_an_unlocked_seed_and_a_locked_one_stays(studio: Page) -> None:
    first = seed_of(studio)
    studio.get_by_test_id("roll").click()
    studio.wait_for_timeout(400)
    rolled = seed_of(studio)
    assert rolled != first
    prompt = studio.locator('textarea[data-testid="prompt"], [data-testid="prompt"] textarea').first
    prompt.fill("blue house")
    studio.wait_for_timeout(600)
    assert seed_of(studio) == rolled
    expect(studio).to_have_url(re.compile(f"seed={rolled}"))


def test_two_knobs_are_swept_and_every_cell_is_made(server: Server, studio: Page) -> None:
    studio.get_by_test_id("open-sweep").click()
    expect(studio).to_have_url(re.compile("/sweeps"))
    cells = int(studio.get_by_test_id("cells").get_attribute("data-cells") or 0)
    assert cells >= 4
    studio.get_by_test_id("run").click()
    progress = studio.get_by_test_id("sweep-progress")
    expect(progress).to_have_attribute("data-state", "done", timeout=60_000)
    assert studio.locator('[data-testid^="cell-"][data-state="done"]').count() == cells
    studio.locator('[data-testid^="cell-"][data-state="done"]').first.click()
    expect(studio.get_by_test_id("large")).to_be_visible()
    expect(studio.get_by_test_id("cell-studio")).to_be_visible()
    studio.keyboard.press("Escape")
    address = studio.url
    studio.reload()
    expect(studio.get_by_test_id("sweep-progress")).to_have_attribute("data-state", "done")
    assert studio.url == address
    sweep = re.search("id=([^&]+)", address)
    assert sweep
    table = studio.request.get(f"{server.address}/api/v1/sweeps/{sweep[1]}/table.csv")
    assert len(table.text().strip().splitlines()) == cells + 1
    grid = studio.request.get(f"{server.address}/api/v1/sweeps/{sweep[1]}/grid.png")
    assert Image.open(io.BytesIO(grid.body())).format == "PNG"


def test_a_photo_becomes_the_start_of_a_picture_and_its_steps_are_shown(
    server: Server, studio: Page
) -> None:
    sent = studio.request.post(
        f"{server.address}/api/v1/images",
        multipart={"file": {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": photo()}},
    ).json()
    recipe = (
        '{"model":"emoji-vector","prompt":"red apple","seed":3,'
        f'"image":"{sent["sha256"]}","strength":0.6}}'
    )
    studio.goto(f"{server.address}/scrub?recipe={recipe}")
    expect(studio.get_by_test_id("scrub-picture")).to_be_visible()
    slider = studio.get_by_test_id("scrub-slider")
    steps = int(slider.get_attribute("max") or 0) + 1
    assert steps > 4, "the noising of the photo comes before the denoising"
    slider.focus()
    studio.keyboard.press("Home")
    start = studio.get_by_test_id("scrub-picture").inner_text()
    studio.keyboard.press("End")
    expect(studio.get_by_test_id("scrub-picture")).not_to_have_text(start)
    expect(studio.get_by_test_id("scrub-trail")).to_be_visible()


def test_a_picture_is_verified_as_identical(studio: Page) -> None:
    studio.wait_for_timeout(1500)
    studio.get_by_test_id("verify").click()
    expect(studio.get_by_test_id("verdict")).to_contain_text(
        re.compile("identical", re.I), timeout=30_000
    )


def drop(page: Page, data: bytes, kind: str) -> None:
    """Drop a file on the page as a hand does."""
    page.evaluate(
        """([data, kind]) => {
            const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([bytes], "picture", { type: kind }));
            for (const name of ["dragenter", "dragover", "drop"])
                document.body.dispatchEvent(
                    new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }),
                );
        }""",
        [base64.b64encode(data).decode(), kind],
    )


def prompt_of(page: Page) -> Locator:
    return page.locator('textarea[data-testid="prompt"], [data-testid="prompt"] textarea').first


def test_the_whole_journey_from_words_to_a_downloaded_picture_that_restores_everything(
    server: Server, studio: Page, tmp_path: Path
) -> None:
    prompt_of(studio).fill("sleepy panda")
    studio.get_by_test_id("roll").click()
    studio.get_by_test_id("roll").click()
    lock = studio.get_by_test_id("lock")
    lock.click()
    rolled = seed_of(studio)
    prompt_of(studio).fill("grumpy panda")
    expect(studio).to_have_url(re.compile("grumpy"))
    assert seed_of(studio) != rolled, "a seed that is not locked changes with the words"
    lock.click()
    rolled = seed_of(studio)
    slider = studio.get_by_role("slider").first
    before = slider.input_value()
    slider.focus()
    for _ in range(3):
        studio.keyboard.press("ArrowRight")
    assert slider.input_value() != before
    prompt_of(studio).fill("happy panda")
    expect(studio).to_have_url(re.compile("happy"))
    assert seed_of(studio) == rolled
    address = studio.url
    with studio.expect_download() as waited:
        studio.get_by_test_id("download-png").click()
    picture = tmp_path / "picture.png"
    waited.value.save_as(picture)
    studio.goto(f"{server.address}/studio?model=emoji-vector&prompt=blue+house&seed=1")
    expect(studio.get_by_test_id("picture")).not_to_have_attribute("data-sequence", "0")
    drop(studio, picture.read_bytes(), "image/png")
    expect(studio).to_have_url(address)
    assert prompt_of(studio).input_value() == "happy panda"
    assert seed_of(studio) == rolled


def test_a_photo_that_is_dropped_becomes_a_start_and_its_steps_are_walked(
    studio: Page,
) -> None:
    drop(studio, photo(), "image/jpeg")
    studio.get_by_test_id("take-start").click()
    expect(studio).to_have_url(re.compile("image="))
    studio.wait_for_timeout(1500)
    studio.get_by_test_id("open-scrub").click()
    expect(studio.get_by_test_id("scrub-picture")).to_be_visible()
    slider = studio.get_by_test_id("scrub-slider")
    slider.focus()
    studio.keyboard.press("Home")
    expect(studio.get_by_test_id("scrub-picture")).to_contain_text("Noise")
    studio.keyboard.press("End")
    expect(studio.get_by_test_id("scrub-picture")).not_to_contain_text("Noise")
