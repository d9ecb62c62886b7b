/**
 * In which order the graphics card holds the points.
 *
 * Levels come one after the other, each about as large as all before it together, and every prefix of whole levels
 * is an even sample of the map. Within a level, points lie tile by tile, row by row, so that what a window shows is
 * a few ranges: far away the first levels are enough while the map moves, close up only the near tiles are drawn.
 */

import { shuffled } from "./declutter";

const FIRST = 32_768;
const PER_TILE = 2048;
const MOST_TILES = 32;
const FULL = 65_536;

export interface Level {
  /** Tiles a side. */
  readonly side: number;
  /** Where each tile begins in the buffer, and one more: where the level ends. */
  readonly starts: Uint32Array<ArrayBuffer>;
}

export interface DrawOrder {
  /** The number of the point at each place of the buffer. */
  readonly order: Uint32Array<ArrayBuffer>;
  readonly levels: readonly Level[];
}

/** A part of the buffer. */
export interface Range {
  readonly start: number;
  readonly count: number;
}

/** A window on the map, in [0, 1] over the bounds. */
export interface Window {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

function sizes(count: number): number[] {
  const parts: number[] = [];
  for (let size = FIRST, left = count; left > 0; left -= parts.at(-1) ?? left) {
    // A last level that is nearly empty would only cost draw calls.
    parts.push(left <= size * 1.5 ? left : size);
    if (parts.length > 1) size *= 2;
  }
  return parts;
}

const tileOf = (raw: number, side: number): number => Math.floor((raw * side) / FULL);

export function drawOrder(rawX: Uint16Array, rawY: Uint16Array): DrawOrder {
  const count = rawX.length;
  const mixed = shuffled(count);
  const order = new Uint32Array(count);
  const levels: Level[] = [];
  let begin = 0;
  for (const size of sizes(count)) {
    const side = Math.min(MOST_TILES, 2 ** Math.max(0, Math.round(Math.log2(Math.sqrt(size / PER_TILE)))));
    const starts = new Uint32Array(side * side + 1);
    const members = mixed.subarray(begin, begin + size);
    const tile = (n: number) => tileOf(rawY[n] ?? 0, side) * side + tileOf(rawX[n] ?? 0, side);
    for (const n of members) {
      const at = tile(n) + 1;
      starts[at] = (starts[at] ?? 0) + 1;
    }
    starts[0] = begin;
    for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const fill = starts.slice();
    for (const n of members) {
      const at = tile(n);
      order[fill[at] ?? 0] = n;
      fill[at] = (fill[at] ?? 0) + 1;
    }
    levels.push({ side, starts });
    begin += size;
  }
  return { order, levels };
}

/** Values by point → the same values as the graphics card holds them. */
export function arranged<T extends Uint8Array | Uint16Array>(values: T, order: Uint32Array, into: T): T {
  for (let at = 0; at < order.length; at += 1) into[at] = values[order[at] ?? 0] ?? 0;
  return into;
}

/** What a window shows, level by level; neighbouring tiles of a row are one range. */
export function inWindow(levels: readonly Level[], window: Window): Range[][] {
  const inside = (cell: number, side: number) => Math.min(side - 1, Math.max(0, Math.floor(cell * side)));
  return levels.map(({ side, starts }) => {
    if (window.x1 < 0 || window.y1 < 0 || window.x0 > 1 || window.y0 > 1) return [];
    const [c0, c1] = [inside(window.x0, side), inside(window.x1, side)];
    const [r0, r1] = [inside(window.y0, side), inside(window.y1, side)];
    const ranges: Range[] = [];
    for (let row = r0; row <= r1; row += 1) {
      const start = starts[row * side + c0] ?? 0;
      const count = (starts[row * side + c1 + 1] ?? 0) - start;
      const last = ranges.at(-1);
      if (last && last.start + last.count === start)
        ranges[ranges.length - 1] = { start: last.start, count: last.count + count };
      else if (count > 0) ranges.push({ start, count });
    }
    return ranges;
  });
}

export const total = (ranges: readonly Range[]): number => ranges.reduce((sum, one) => sum + one.count, 0);

/** As many whole levels as the budget allows, the first one in any case. */
export function sample(levels: readonly (readonly Range[])[], budget: number): Range[] {
  const taken: Range[] = [];
  let spent = 0;
  for (const [at, ranges] of levels.entries()) {
    spent += total(ranges);
    if (at > 0 && spent > budget) break;
    taken.push(...ranges);
  }
  return taken;
}

/** The next `budget` points after the first `from` of the ranges. */
export function portion(ranges: readonly Range[], from: number, budget: number): Range[] {
  const taken: Range[] = [];
  let skip = from;
  let left = budget;
  for (const { start, count } of ranges) {
    if (left <= 0) break;
    if (skip >= count) {
      skip -= count;
      continue;
    }
    const part = Math.min(count - skip, left);
    taken.push({ start: start + skip, count: part });
    left -= part;
    skip = 0;
  }
  return taken;
}
