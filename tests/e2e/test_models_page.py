"""Bringing a model: look at it, add it, draw with it, give it a LoRA, put it away, forget it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.app.hub import StandIn
from tests.running import Server
from tests.toy_lora import write_toy_lora
from tests.toy_models import write_toy_model

pytestmark = pytest.mark.e2e
REFUSED = (
    "the server responded with a status of 4"  # what browsers write beside an answered refusal
)


@pytest.fixture
def shelf(server: Server, page: Page) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{server.address}/models")
    expect(page.get_by_test_id("model-emoji-vector")).to_be_visible()
    yield page
    assert [error for error in errors if REFUSED not in error] == []


def state(page: Page, id: str, wanted: str) -> None:
    expect(page.get_by_test_id(f"state-{id}")).to_have_attribute(
        "data-state", wanted, timeout=60_000
    )


def put_away(page: Page, id: str) -> None:
    """Put a model away; while the Studio's last pictures are made, the page says to wait."""
    button, shown = page.get_by_test_id(f"unload-{id}"), page.get_by_test_id(f"state-{id}")
    for _ in range(60):
        if shown.get_attribute("data-state") == "cold":
            break
        if button.is_visible() and button.is_enabled():
            button.click()
        page.wait_for_timeout(500)
    state(page, id, "cold")


def test_a_model_is_brought_drawn_with_given_a_lora_put_away_and_forgotten(
    shelf: Page, tmp_path: Path
) -> None:
    model = write_toy_model("stable_diffusion", tmp_path / "Ink Toy")
    lora = write_toy_lora(model, tmp_path / "Wash.safetensors")

    # What is wrong is said where it can be put right.
    path = shelf.get_by_test_id("model-path")
    path.fill(str(tmp_path / "nowhere"))
    path.press("Enter")
    expect(shelf.get_by_test_id("refused")).to_contain_text("nowhere")

    # Looked at first: what it is, and whether it fits.
    path.fill(str(model))
    path.press("Enter")
    seen = shelf.get_by_test_id("seen")
    expect(seen).to_contain_text("stable-diffusion")
    expect(seen).to_contain_text("Fits")
    shelf.get_by_test_id("how").click()
    shelf.get_by_test_id("choose-dtype").select_option("bfloat16")
    expect(seen).to_contain_text("bfloat16")
    expect(seen).to_contain_text("16-bit numbers")
    shelf.get_by_test_id("choose-dtype").select_option("float32")
    expect(seen).to_contain_text("float32")
    shelf.get_by_test_id("model-go").click()
    expect(shelf.get_by_test_id("model-ink-toy")).to_be_visible()
    state(shelf, "ink-toy", "cold")

    # A LoRA.
    shelf.get_by_test_id("details-ink-toy").locator("summary").click()
    field = shelf.get_by_test_id("lora-path-ink-toy")
    field.fill(str(model / "model_index.json"))
    field.press("Enter")
    row = shelf.get_by_test_id("model-ink-toy")
    expect(row.get_by_test_id("notice")).to_contain_text("no .safetensors file")
    field.fill(str(lora))
    field.press("Enter")
    expect(row.locator("li")).to_contain_text("wash")

    # Drawn with, in the Studio, which knows the LoRA.
    shelf.get_by_test_id("draw-ink-toy").click()
    expect(shelf).to_have_url(re.compile("/studio.*model=ink-toy"))
    picture = shelf.get_by_test_id("picture")
    expect(picture).not_to_have_attribute("data-sequence", "0", timeout=60_000)
    expect(shelf.get_by_text("wash", exact=True)).to_be_visible()

    # In memory now; put away, and forgotten after one question.
    shelf.get_by_role("link", name="Models").first.click()
    state(shelf, "ink-toy", "ready")
    put_away(shelf, "ink-toy")
    forget = shelf.get_by_test_id("forget-ink-toy")
    forget.click()
    shelf.keyboard.press("Escape")
    expect(forget).to_be_visible()
    forget.click()
    shelf.get_by_test_id("confirm-yes").click()
    expect(shelf.get_by_test_id("model-ink-toy")).to_have_count(0)
    assert (model / "model_index.json").exists()


def test_the_hub_is_said_to_be_off_and_how_to_allow_it(shelf: Page) -> None:
    shelf.get_by_test_id("kind-hub").click()
    expect(shelf.get_by_test_id("hub-off")).to_contain_text("RASHIN_ALLOW_HUB")
    expect(shelf).to_have_url(re.compile(r"kind=hub"))
    shelf.reload()
    expect(shelf.get_by_test_id("hub-off")).to_be_visible()


def test_a_model_of_the_hub_is_fetched_with_progress_and_can_be_cancelled(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = write_toy_model("stable_diffusion", tmp_path / "model")
    with StandIn(model, pace_s=0.1) as hub:
        settings = {"ALLOW_HUB": "true", "HUB_URL": hub.url, "TOY": "true"}
        for name, value in settings.items():
            monkeypatch.setenv(f"RASHIN_{name}", value)
        server = Server.start(tmp_path / "data")
        try:
            server.ready_after_s()
            page.goto(f"{server.address}/models?kind=hub")
            path = page.get_by_test_id("model-path")
            path.fill("somebody/model")
            path.press("Enter")
            fetching = page.get_by_test_id("fetching")
            expect(fetching).to_contain_text("MiB", timeout=20_000)
            page.reload()  # another page finds what is under way
            expect(fetching).to_contain_text("MiB", timeout=20_000)
            fetching.get_by_test_id("cancel").click()
            expect(fetching).to_have_count(0)
            expect(page.get_by_test_id("model-model")).to_have_count(0)
            hub.pace_s = 0.0
            path.fill("somebody/model")
            path.press("Enter")
            expect(page.get_by_test_id("model-model")).to_contain_text("Hub", timeout=30_000)
        finally:
            server.stop()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_wider_than_a_telephone(shelf: Page, server: Server, language: str) -> None:
    shelf.set_viewport_size({"width": 390, "height": 844})
    shelf.goto(f"{server.address}/models?lang={language}")
    expect(shelf.get_by_test_id("memory")).to_be_visible()
    bar = shelf.locator("rashin-memory-bar").bounding_box()
    first = shelf.get_by_test_id("model-emoji-vector").bounding_box()
    assert bar is not None
    assert first is not None
    assert bar["y"] + bar["height"] <= first["y"], "nothing lies over something else"
    assert shelf.evaluate("document.documentElement.scrollWidth") == 390
