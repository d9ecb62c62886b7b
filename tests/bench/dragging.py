"""A slider is dragged at 30 Hz in a real browser, and everything that is sent and shown is seen."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.running import Server

# What the page sends and what comes back, with times, seen from outside the page's own code.
LISTEN = """
window.sent = []; window.arrived = []; window.told = [];
function hear(event) {
  if (!(event.data instanceof ArrayBuffer)) {
    window.told.push({...JSON.parse(event.data), at: performance.now()});
    return;
  }
  const length = new DataView(event.data).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(event.data, 4, length)));
  if (head.final) window.arrived.push({seq: head.seq, view: head.view});
}
// Before the page's own ears, which answer what they hear at once.
window.WebSocket = class extends WebSocket {
  constructor(...given) { super(...given); this.addEventListener('message', hear); }
  send(data) {
    const said = JSON.parse(data);
    const scale = (said.recipe.steering ?? []).find((s) => s.direction === 'smile')?.scale ?? 0;
    window.sent.push({seq: said.seq, view: said.view, scale, at: performance.now()});
    return super.send(data);
  }
};
"""

WATCH = """(picture) => {
  window.shown = [];
  new MutationObserver(() => {
    const newest = window.arrived.at(-1);
    requestAnimationFrame(() => window.shown.push({...newest, at: performance.now()}));
  }).observe(picture, {attributes: true, attributeFilter: ['data-sequence']});
}"""

DRAG = """async (slider, seconds) => {
  window.moved = []; window.shown.length = 0; window.sent.length = 0; window.told.length = 0;
  const low = Number(slider.min), high = Number(slider.max), start = performance.now();
  await new Promise((done) => {
    const tick = setInterval(() => {
      const t = (performance.now() - start) / 1000;
      if (t > seconds) { clearInterval(tick); return done(); }
      slider.value = String(low + (high - low) * (0.5 + 0.5 * Math.sin(t * 2.1)));
      window.moved.push({at: performance.now(), scale: Number(slider.value)});
      slider.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    }, 1000 / 30);
  });
  await new Promise((done) => setTimeout(done, 400));
  return {moved: window.moved, sent: window.sent, shown: window.shown, told: window.told};
}"""


def dragged(
    server: Server, page: Page, address: str, slider: str, seconds: float
) -> dict[str, Any]:
    """Drag a slider of a page for a while.

    Returns what was `moved`, `sent` and `shown`, with times in milliseconds, and `told` by the server.
    """
    page.add_init_script(LISTEN)
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{server.address}{address}")
    picture = page.get_by_test_id("picture")
    picture.wait_for(timeout=60_000)
    page.wait_for_timeout(2000)
    picture.evaluate(WATCH)
    handle = page.locator(f'input[data-testid="{slider}"], [data-testid="{slider}"] input').first
    handle.evaluate(DRAG, 2)
    seen: dict[str, Any] = handle.evaluate(DRAG, seconds)
    return seen
