/**
 * From which zoom on each thumbnail is shown, so that no two overlap.
 *
 * Zoom steps are walked from far to near. At each step a point joins if no thumbnail that is already shown lies
 * closer than a thumbnail's size; who was shown stays shown, so pictures appear while zooming in and never flicker.
 */

import type { Bounds } from "./camera";

export const NEVER = 255;
export const ZOOM_STEP = 0.25;
const NOBODY = -1;

/** 0 … count − 1 in a fixed order without structure: any prefix is spread evenly over the cloud. */
export function shuffled(count: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(count);
  for (let n = 0; n < count; n += 1) order[n] = n;
  let state = 0x9e3779b9;
  for (let n = count - 1; n > 0; n -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of this generator repeat soon; the high ones do not.
    const other = Math.floor((state / 2 ** 32) * (n + 1));
    const kept = order[n] ?? 0;
    order[n] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** The point nearest to the mean of its cell, over ever finer cells: who stands for a region comes first. */
export function medoidsFirst(
  x: Float32Array,
  y: Float32Array,
  bounds: Bounds,
  sides: readonly number[] = [6, 12, 24, 48],
): Uint32Array<ArrayBuffer> {
  const count = x.length;
  const order = new Uint32Array(count);
  const taken = new Uint8Array(count);
  let at = 0;
  for (const side of sides) {
    for (const n of medoids(x, y, bounds, side)) {
      if (n === NOBODY || taken[n] === 1) continue;
      taken[n] = 1;
      order[at] = n;
      at += 1;
    }
  }
  for (const n of shuffled(count)) {
    if (taken[n] === 1) continue;
    order[at] = n;
    at += 1;
  }
  return order;
}

function medoids(x: Float32Array, y: Float32Array, bounds: Bounds, side: number): Int32Array {
  const width = (bounds.x_max - bounds.x_min || 1) / side;
  const height = (bounds.y_max - bounds.y_min || 1) / side;
  const inside = (cell: number) => Math.min(side - 1, Math.max(0, Math.floor(cell)));
  const cellOf = (n: number) =>
    inside(((y[n] ?? 0) - bounds.y_min) / height) * side + inside(((x[n] ?? 0) - bounds.x_min) / width);
  const sums = new Float64Array(side * side * 3);
  for (let n = 0; n < x.length; n += 1) {
    const cell = cellOf(n) * 3;
    sums[cell] = (sums[cell] ?? 0) + (x[n] ?? 0);
    sums[cell + 1] = (sums[cell + 1] ?? 0) + (y[n] ?? 0);
    sums[cell + 2] = (sums[cell + 2] ?? 0) + 1;
  }
  const best = new Int32Array(side * side).fill(NOBODY);
  const least = new Float64Array(side * side).fill(Number.POSITIVE_INFINITY);
  for (let n = 0; n < x.length; n += 1) {
    const cell = cellOf(n);
    const members = sums[cell * 3 + 2] ?? 1;
    const dx = (x[n] ?? 0) - (sums[cell * 3] ?? 0) / members;
    const dy = (y[n] ?? 0) - (sums[cell * 3 + 1] ?? 0) / members;
    const away = dx * dx + dy * dy;
    if (away >= (least[cell] ?? 0)) continue;
    least[cell] = away;
    best[cell] = n;
  }
  return best;
}

/** Who lies within a square around a place: a hash table of cells, each the head of a list. */
class Cells {
  private readonly heads: Int32Array;
  private readonly mask: number;

  constructor(
    private readonly x: Float32Array,
    private readonly y: Float32Array,
    private readonly next: Int32Array,
    private readonly size: number,
    members: number,
  ) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, members * 2)));
    this.heads = new Int32Array(slots).fill(NOBODY);
    this.mask = slots - 1;
  }

  put(n: number): void {
    const slot = this.slot(
      Math.floor((this.x[n] ?? 0) / this.size),
      Math.floor((this.y[n] ?? 0) / this.size),
    );
    this.next[n] = this.heads[slot] ?? NOBODY;
    this.heads[slot] = n;
  }

  collides(n: number): boolean {
    const { size } = this;
    const px = this.x[n] ?? 0;
    const py = this.y[n] ?? 0;
    const cx = Math.floor(px / size);
    const cy = Math.floor(py / size);
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        let other = this.heads[this.slot(cx + dx, cy + dy)] ?? NOBODY;
        while (other !== NOBODY) {
          if (Math.abs((this.x[other] ?? 0) - px) < size && Math.abs((this.y[other] ?? 0) - py) < size)
            return true;
          other = this.next[other] ?? NOBODY;
        }
      }
    }
    return false;
  }

  private slot(cx: number, cy: number): number {
    return (Math.imul(cx, 73_856_093) ^ Math.imul(cy, 19_349_663)) & this.mask;
  }
}

/**
 * `spacing(zoom)` in map units → the zoom at which each point's thumbnail appears (NEVER when it does not).
 * With `order`, only those points may appear, the first ones first.
 */
export function appearance(
  x: Float32Array,
  y: Float32Array,
  spacing: (zoom: number) => number,
  from: number,
  to: number,
  order: Uint32Array = shuffled(x.length),
): Float32Array<ArrayBuffer> {
  const shown = new Float32Array(x.length).fill(NEVER);
  const next = new Int32Array(x.length);
  let waiting = order;
  const accepted = new Uint32Array(order.length);
  let count = 0;
  for (let zoom = from; zoom <= to && waiting.length > 0; zoom += ZOOM_STEP) {
    const cells = new Cells(x, y, next, spacing(zoom), order.length);
    for (let at = 0; at < count; at += 1) cells.put(accepted[at] ?? 0);
    const still = new Uint32Array(waiting.length);
    let left = 0;
    for (const n of waiting) {
      if (cells.collides(n)) {
        still[left] = n;
        left += 1;
        continue;
      }
      shown[n] = zoom;
      accepted[count] = n;
      count += 1;
      cells.put(n);
    }
    waiting = still.subarray(0, left);
  }
  return shown;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Greedy labels: boxes in order of importance → which of them stay, none overlapping another. */
export function keepApart(boxes: readonly Box[], gap: number): boolean[] {
  const kept: Box[] = [];
  return boxes.map((box) => {
    const free = kept.every(
      (other) =>
        box.x + box.width + gap <= other.x ||
        other.x + other.width + gap <= box.x ||
        box.y + box.height + gap <= other.y ||
        other.y + other.height + gap <= box.y,
    );
    if (free) kept.push(box);
    return free;
  });
}
