/** The keys of the Atlas. */

import type { MapTool } from "@/controls/map-tools";
import type { Heading } from "@/map/walk";

export interface Keys {
  walk(heading: Heading): void;
  search(): void;
  help(): void;
  zoom(delta: number): void;
  home(): void;
  back(): void;
  open(): void;
  use(tool: MapTool): void;
  list(): void;
  /** Name the region in the middle. */
  name(): void;
  /** Choose the picture that one stands on, or let it go. */
  toggle(): void;
}

const HEADINGS: Readonly<Record<string, Heading>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const ZOOM = 0.75;

/** Act on a key unless somebody is typing; `map` is where Enter means "open". */
export function press(event: KeyboardEvent, keys: Keys, map: HTMLElement): void {
  const target = event.composedPath()[0];
  if (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  )
    return;
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const heading = HEADINGS[event.key];
  const acts: Record<string, () => void> = {
    "/": keys.search,
    "?": keys.help,
    "+": () => keys.zoom(ZOOM),
    "=": () => keys.zoom(ZOOM),
    "-": () => keys.zoom(-ZOOM),
    "0": keys.home,
    Escape: keys.back,
    v: () => keys.use("hand"),
    l: () => keys.use("lasso"),
    b: () => keys.use("box"),
    r: () => keys.use("brush"),
    p: () => keys.use("polygon"),
    i: keys.list,
    n: keys.name,
    ...(target === map && { Enter: keys.open, " ": keys.toggle }),
  };
  const act = heading ? () => keys.walk(heading) : acts[event.key];
  if (!act) return;
  if (heading || event.key === "/" || event.key === " ") event.preventDefault();
  act();
}
