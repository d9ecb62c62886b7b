/** The keys of the Atlas. */

import type { Heading } from "@/map/walk";

export interface Keys {
  walk(heading: Heading): void;
  search(): void;
  help(): void;
  zoom(delta: number): void;
  home(): void;
  back(): void;
  open(): void;
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
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return;
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
    ...(target === map && { Enter: keys.open }),
  };
  const act = heading ? () => keys.walk(heading) : acts[event.key];
  if (!act) return;
  if (heading || event.key === "/") event.preventDefault();
  act();
}
