/** What hands do on the map: move it, draw on it, open what lies under a finger. */

import type { Drafts } from "./drafts";
import type { Eye } from "./flight";
import type { GestureHandlers } from "./gestures";
import type { Hits } from "./hits";
import type { MapCallbacks } from "./props";

/** CSS pixels within which a dot is hit. */
export const PICK_PX = 14;
const TOUCH_PICK_PX = 22;
const HIT_TEST_EVERY_MS = 50;

interface Reach {
  readonly drafts: Drafts;
  readonly eye: Eye;
  readonly hits: Hits;
  readonly host: HTMLElement;
  readonly callbacks: MapCallbacks;
  /** Show the map from where one looks now. */
  look(): void;
  hovered(): boolean;
  hover(n: number | null, x: number, y: number): void;
}

export function handsOn({
  drafts,
  eye,
  hits,
  host,
  callbacks,
  look,
  hovered,
  hover,
}: Reach): GestureHandlers {
  let testedAt = 0;
  return {
    draw: {
      isDrawing: () => drafts.tool !== null,
      begin: (x, y, held) => drafts.begin(x, y, held),
      move: (x, y) => drafts.move(x, y),
      end: () => drafts.end(),
      cancel: () => drafts.cancel(),
      tap: (x, y, held) => drafts.tap(x, y, held),
    },
    pan: (dx, dy) => {
      eye.pan(dx, dy);
      look();
    },
    zoom: (x, y, delta) => {
      eye.zoomAt(x, y, delta);
      look();
    },
    hold: (moving) => host.classList.toggle("moving", moving),
    leave: () => hover(null, 0, 0),
    hover: (x, y) => {
      const now = performance.now();
      if (now - testedAt < HIT_TEST_EVERY_MS && !hovered()) return;
      testedAt = now;
      hover(drafts.tool === null ? hits.pick(x, y, PICK_PX) : null, x, y);
    },
    tap: (x, y, touch, forced) => {
      const name = forced ? null : nameUnder(host, x, y);
      if (name && callbacks.named) return callbacks.named(name.x, name.y);
      const n = forced ? null : hits.pick(x, y, touch ? TOUCH_PICK_PX : PICK_PX);
      if (n !== null) callbacks.picked(n);
      else callbacks.emptied(...eye.toMap(x, y));
    },
  };
}

/** Where the region lies whose name is under a pixel of the element, in map units. */
function nameUnder(host: HTMLElement, x: number, y: number): { x: number; y: number } | null {
  const { left, top } = host.getBoundingClientRect();
  const found = (host.getRootNode() as ShadowRoot | Document).elementFromPoint(left + x, top + y);
  if (!(found instanceof HTMLElement) || !found.classList.contains("region")) return null;
  return { x: Number(found.dataset.x), y: Number(found.dataset.y) };
}
