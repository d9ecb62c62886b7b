/**
 * The same points, drawn by the map or by a library: `?by=ours|regl|deck&points=URL`.
 *
 * The page says when the points were on the screen, how often it got a frame, how long a hit test took and which
 * tasks were long; the test beside it moves the mouse.
 */

import { settle } from "./settle";

interface Shown {
  /** Resolves when the graphics card has finished the first picture. */
  readonly painted: Promise<unknown>;
  /** What lies under a pixel; null where the library answers only to the mouse. */
  readonly pick: ((px: number, py: number) => unknown) | null;
}

export type Draw = (stage: HTMLElement, buffer: ArrayBuffer) => Promise<Shown>;

const drawers: Record<string, () => Promise<{ draw: Draw }>> = {
  ours: () => import("./ours"),
  regl: () => import("./regl"),
  deck: () => import("./deck"),
};

const long: number[] = [];
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) long.push(task.duration);
}).observe({ type: "longtask", buffered: true });

const frames: number[] = [];
let watching = false;
const watch = () => {
  if (watching) {
    settle(document.querySelector("#stage canvas"));
    frames.push(performance.now());
  }
  requestAnimationFrame(watch);
};
requestAnimationFrame(watch);

const given = new URLSearchParams(location.search);
const stage = document.querySelector<HTMLElement>("#stage");
const start = drawers[given.get("by") ?? ""];
if (!stage || !start) throw new Error("?by=ours|regl|deck");
const [{ draw }, answer] = await Promise.all([start(), fetch(given.get("points") ?? "points.bin")]);
const shown = await draw(stage, await answer.arrayBuffer());
await shown.painted;
const painted = performance.now();
await new Promise((done) => setTimeout(done, 1500));

function picks(times: number): number[] {
  const { pick } = shown;
  if (!pick) return [];
  return Array.from({ length: times }, (_, at) => {
    // A walk over the window that meets crowds and seas alike.
    const [px, py] = [(at * 377) % 1000, (at * 211) % 700];
    const before = performance.now();
    pick(px, py);
    return performance.now() - before;
  });
}

Object.assign(window, {
  bench: {
    painted,
    picks,
    longest: Math.max(0, ...long),
    begin: () => {
      frames.length = 0;
      watching = true;
    },
    end: () => {
      watching = false;
      return frames.map((now, at) => now - (frames[at - 1] ?? now)).slice(1);
    },
  },
});
