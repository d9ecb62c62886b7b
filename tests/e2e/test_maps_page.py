"""The maps page: a map is built from words and from a template, watched, laid out anew, removed."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.running import Server
from tests.toy_models import write_toy_model

pytestmark = pytest.mark.e2e
THINGS = "apple ball bear bird boat book bread car cat chair clock dog door fish flower fork fox hat house key"


def test_words_become_a_map_that_is_laid_out_again_and_removed(server: Server, page: Page) -> None:
    name = f"words {time.time_ns() % 10**8}"
    page.goto(f"{server.address}/maps?lang=en")
    shipped = page.locator("[data-testid=map][data-id=emoji-vector]")
    expect(shipped).to_contain_text("Trustworthiness")
    expect(shipped.get_by_test_id("remove")).to_have_count(0)
    page.get_by_test_id("title").fill(name)
    page.get_by_test_id("source").select_option(label="A list of words")
    expect(page.get_by_test_id("build")).to_be_disabled()
    page.get_by_test_id("lines").fill("\n".join(f"{each}\nred {each}" for each in THINGS.split()))
    page.get_by_test_id("knob-n_neighbors").fill("8")
    page.get_by_test_id("knob-n_neighbors").blur()
    expect(page.get_by_test_id("estimate")).to_contain_text("40 points")
    assert "source=words" in page.url
    page.get_by_test_id("build").click()
    expect(page.get_by_test_id("act")).to_be_visible()
    mine = page.locator("[data-testid=map]", has_text=name)
    expect(mine).to_contain_text("40 points", timeout=90_000)
    expect(mine).to_contain_text("sentence")
    mine.get_by_test_id("refit").click()
    expect(mine).to_contain_text("version 2", timeout=90_000)
    mine.locator("summary").click()
    expect(mine.locator("details li")).to_have_count(2, timeout=20_000)
    mine.get_by_test_id("remove").click()
    page.get_by_test_id("confirm-yes").click()
    expect(mine).to_have_count(0)


def test_a_wrong_wish_is_explained_and_a_build_is_cancelled(server: Server, page: Page) -> None:
    page.goto(f"{server.address}/maps?source=template&lang=en")
    page.get_by_test_id("title").fill(f"slots {time.time_ns() % 10**8}")
    page.get_by_test_id("template").fill("a {red|blue|green} {cat|dog|house|boat}")
    page.get_by_test_id("seeds").fill(" ".join(map(str, range(40))))
    expect(page.get_by_test_id("estimate")).to_contain_text("480 points")
    page.get_by_test_id("knob-n_neighbors").fill("1000")
    page.get_by_test_id("knob-n_neighbors").blur()
    expect(page.get_by_test_id("estimate")).to_contain_text("2 to 100")
    expect(page.get_by_test_id("build")).to_be_disabled()
    page.get_by_test_id("knob-n_neighbors").fill("15")
    page.get_by_test_id("knob-n_neighbors").blur()
    page.get_by_test_id("build").click()
    page.get_by_test_id("act").get_by_test_id("cancel").click()
    expect(page.get_by_test_id("act")).to_have_count(0, timeout=20_000)


SLOTS = "a {red|blue|green} {cat|dog|car|tree|moon|fish|house|apple}"


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
def test_a_borrowed_model_is_mapped_by_its_middle(
    server: Server, page: Page, tmp_path: Path
) -> None:
    folder = write_toy_model("stable_diffusion_lcm", tmp_path / "toy")
    name = f"toy-{time.time_ns() % 10**8}"
    entry = {"id": name, "kind": "folder", "path": str(folder)}
    assert page.request.post(f"{server.address}/api/v1/models", data=entry).ok
    page.goto(f"{server.address}/maps?source=template&lang=en")
    page.get_by_test_id("title").fill(f"borrowed {name}")
    page.get_by_test_id("template").fill(SLOTS)
    page.get_by_test_id("model").select_option(name)
    page.get_by_test_id("space").select_option(label="The middle of the denoiser")
    expect(page.get_by_test_id("estimate")).to_contain_text("24 points")
    page.get_by_test_id("build").click()
    mine = page.locator("[data-testid=map]", has_text=f"borrowed {name}")
    expect(mine).to_contain_text(f"{name}.bottleneck", timeout=120_000)
    assert page.request.delete(f"{server.address}/api/v1/models/{name}").ok


def test_a_slot_supervises_and_a_place_on_a_map_by_prompts_becomes_a_picture(
    server: Server, page: Page
) -> None:
    name = f"prompts {time.time_ns() % 10**8}"
    page.goto(f"{server.address}/maps?source=template&space=prompt&lang=en")
    page.get_by_test_id("title").fill(name)
    page.get_by_test_id("template").fill(SLOTS)
    page.get_by_test_id("bare").check()
    supervise = page.get_by_test_id("supervise")
    expect(supervise).to_contain_text("red/blue/green")
    supervise.select_option(label="red/blue/green")
    page.get_by_test_id("build").click()
    mine = page.locator("[data-testid=map]", has_text=name)
    expect(mine).to_contain_text("24 points", timeout=60_000)
    key = mine.get_attribute("data-id")
    card = page.request.get(f"{server.address}/api/v1/maps/{key}").json()
    assert card["supervise"] == "red_blue_green"
    mine.get_by_role("link", name="Open").click()
    canvas = page.locator("canvas").first
    expect(canvas).to_be_visible(timeout=20_000)
    box = canvas.bounding_box()
    assert box is not None
    landing = page.locator("[data-testid=landing][data-state=done]").first
    for share in (0.5, 0.42, 0.58, 0.35):  # a point may lie under the first press
        page.mouse.click(box["x"] + share * box["width"], box["y"] + 0.5 * box["height"])
        try:
            expect(landing).to_be_visible(timeout=4_000)
            break
        except AssertionError:
            page.keyboard.press("Escape")
    expect(landing).to_be_visible()
    added = page.request.get(f"{server.address}/api/v1/maps/{key}/additions").json()["items"]
    recipe = added[-1]["recipe"]
    assert "mix(" in recipe["conditioning"]
    assert recipe["noise"] == "noise(0)"
