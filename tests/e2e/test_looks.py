"""Every page, in both languages, both themes, wide and narrow: nothing runs over, jumps, or cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.running import Server

pytestmark = pytest.mark.e2e
AXE = Path("frontend/node_modules/axe-core/axe.min.js")
PAGES = {
    "/": "[data-testid=quality]",
    "/studio?prompt=red+apple&seed=7": "[data-testid=picture]:not([data-sequence='0'])",
    "/maps": "h1",
    "/playground": "rashin-near-list [aria-busy=false] li",
    "/journeys": "[data-testid=journey-example]",
    "/sweeps": "[data-testid=run]",
    "/scrub?model=emoji-vector&prompt=cat&seed=3": "[data-testid=scrub-slider]",
    "/history": "[data-testid=history-search]",
    "/queue": "[data-testid=nothing]",
    "/models": "[data-testid=models]",
    "/nowhere": "h1",
}
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
OVER = """() => {
  const main = document.querySelector("rashin-app").shadowRoot.querySelector("main:not([hidden])");
  const wider = (one) => one.scrollWidth - one.clientWidth;
  return Math.max(wider(document.scrollingElement), wider(main));
}"""
FAULTS = """async (rules) => {
  const found = await axe.run(document, {
    resultTypes: ["violations"], runOnly: rules ? { type: "rule", values: rules } : ["wcag2a", "wcag2aa", "wcag21aa"],
  });
  return found.violations.map((one) => [one.id, ...one.nodes.slice(0, 4).map((node) => `${node.target.flat()}`)]);
}"""


@pytest.fixture(params=[1440, 390])
def shown(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    if not AXE.exists():
        pytest.skip("axe-core is not here: `npm ci` in frontend/ brings it")
    narrow = request.param < 500
    context = browser.new_context(
        viewport={"width": request.param, "height": 844 if narrow else 900},
        has_touch=narrow, is_mobile=narrow, color_scheme="light", reduced_motion="reduce", bypass_csp=True,
    )  # fmt: skip
    context.add_init_script(SHIFTS)
    yield context.new_page()
    context.close()


def faults(page: Page, rules: list[str] | None = None) -> list[Any]:
    """What cannot be read or used, and how far the page is wider than its window."""
    found: list[Any] = page.evaluate(FAULTS, rules)
    over = page.evaluate(OVER)
    return [*found, f"runs over by {over} px"] if over > 0 else found


def test_every_page_fits_stands_still_and_can_be_read(server: Server, shown: Page) -> None:
    found: dict[str, Any] = {}
    errors: list[str] = []
    shown.on("pageerror", lambda error: errors.append(str(error)))
    for address, ready in PAGES.items():
        shown.goto(server.address + address + ("&" if "?" in address else "?") + "lang=en")
        shown.locator(ready).first.wait_for()
        shown.evaluate(AXE.read_text())
        said = {"light": faults(shown), "shifted": round(shown.evaluate("window.shifted"), 3) > 0.1}
        shown.get_by_test_id("language").click()
        shown.get_by_test_id("theme").click()
        shown.wait_for_timeout(200)
        said["dark and Japanese"] = faults(shown, ["color-contrast"])
        shown.get_by_test_id("theme").click()
        if any(said.values()):
            found[address] = said
    assert (found, errors) == ({}, [])
