/** Who is where: a grid of cells over the points, so that a million of them are searched in microseconds. */

import type { Bounds } from "./camera";

const MOST_CELLS = 1024;

/** Points in the order of their cells, and where each cell begins. */
export interface GridIndex {
  readonly cells: number;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly order: Uint32Array<ArrayBuffer>;
}

const inside = (cell: number, cells: number): number => Math.min(cells - 1, Math.max(0, Math.floor(cell)));

/** Sort points into square cells, about two a cell. */
export function gridIndex(x: Float32Array, y: Float32Array, bounds: Bounds): GridIndex {
  const cells = Math.max(1, Math.min(MOST_CELLS, Math.round(Math.sqrt(x.length / 2))));
  const width = bounds.x_max - bounds.x_min || 1;
  const height = bounds.y_max - bounds.y_min || 1;
  const cellOf = (n: number) =>
    inside((((y[n] ?? 0) - bounds.y_min) / height) * cells, cells) * cells +
    inside((((x[n] ?? 0) - bounds.x_min) / width) * cells, cells);
  const starts = new Uint32Array(cells * cells + 1);
  for (let n = 0; n < x.length; n += 1) {
    const cell = cellOf(n) + 1;
    starts[cell] = (starts[cell] ?? 0) + 1;
  }
  for (let cell = 1; cell < starts.length; cell += 1)
    starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
  const fill = starts.slice();
  const order = new Uint32Array(x.length);
  for (let n = 0; n < x.length; n += 1) {
    const cell = cellOf(n);
    const at = fill[cell] ?? 0;
    order[at] = n;
    fill[cell] = at + 1;
  }
  return { cells, starts, order };
}

export class PointGrid {
  private readonly cells: number;
  private readonly starts: Uint32Array;
  private readonly order: Uint32Array;
  private readonly late = new Map<number, readonly [number, number]>();

  constructor(
    private readonly x: Float32Array,
    private readonly y: Float32Array,
    private readonly bounds: Bounds,
    index: GridIndex = gridIndex(x, y, bounds),
  ) {
    this.cells = index.cells;
    this.starts = index.starts;
    this.order = index.order;
  }

  /** The points that joined later, all of them. */
  setLate(points: Iterable<{ readonly n: number; readonly x: number; readonly y: number }>): void {
    this.late.clear();
    for (const { n, x, y } of points) this.late.set(n, [x, y]);
  }

  place(n: number): readonly [number, number] | null {
    const x = this.x[n];
    const y = this.y[n];
    return x !== undefined && y !== undefined ? [x, y] : (this.late.get(n) ?? null);
  }

  /** Every point of the cells that the box touches, late ones of the box included, in no order that matters. */
  *inBox(x0: number, y0: number, x1: number, y1: number): Generator<number> {
    const [c0, c1] = [this.column(x0), this.column(x1)];
    const [r0, r1] = [this.row(y0), this.row(y1)];
    for (let row = r0; row <= r1; row += 1) {
      const end = this.starts[row * this.cells + c1 + 1] ?? 0;
      for (let at = this.starts[row * this.cells + c0] ?? 0; at < end; at += 1) yield this.order[at] ?? 0;
    }
    for (const [n, [x, y]] of this.late) if (x >= x0 && x <= x1 && y >= y0 && y <= y1) yield n;
  }

  /** How many points the cells of a box hold, without looking at them. */
  crowd(x0: number, y0: number, x1: number, y1: number): number {
    const [c0, c1] = [this.column(x0), this.column(x1)];
    let count = 0;
    for (let row = this.row(y0); row <= this.row(y1); row += 1)
      count += (this.starts[row * this.cells + c1 + 1] ?? 0) - (this.starts[row * this.cells + c0] ?? 0);
    return count;
  }

  /** The nearest point within `radius` map units, or null. */
  nearest(x: number, y: number, radius: number): number | null {
    // Small circles first: in a crowd the answer lies in the first cell.
    const width = (this.bounds.x_max - this.bounds.x_min || 1) / this.cells;
    const height = (this.bounds.y_max - this.bounds.y_min || 1) / this.cells;
    for (let near = Math.min(width, height); near < radius; near *= 2) {
      const found = this.nearestWithin(x, y, near);
      if (found !== null) return found;
    }
    return this.nearestWithin(x, y, radius);
  }

  /** The `k` nearest points, the nearest first. */
  around(x: number, y: number, k: number): number[] {
    const span = Math.max(this.bounds.x_max - this.bounds.x_min, this.bounds.y_max - this.bounds.y_min, 1e-9);
    const away = (n: number) => {
      const place = this.place(n);
      return place ? (place[0] - x) ** 2 + (place[1] - y) ** 2 : Number.POSITIVE_INFINITY;
    };
    for (let radius = span / this.cells; ; radius *= 2) {
      const everything = radius > 2 * span;
      const found = [...this.inBox(x - radius, y - radius, x + radius, y + radius)]
        .map((n) => ({ n, away: away(n) }))
        .filter((one) => everything || one.away <= radius * radius);
      if (found.length < k && !everything) continue;
      found.sort((a, b) => a.away - b.away);
      return found.slice(0, k).map((one) => one.n);
    }
  }

  private nearestWithin(x: number, y: number, radius: number): number | null {
    let best: number | null = null;
    let least = radius * radius;
    for (const n of this.inBox(x - radius, y - radius, x + radius, y + radius)) {
      const place = this.place(n);
      if (!place) continue;
      const distance = (place[0] - x) ** 2 + (place[1] - y) ** 2;
      if (distance <= least) {
        least = distance;
        best = n;
      }
    }
    return best;
  }

  private column(x: number): number {
    const width = this.bounds.x_max - this.bounds.x_min || 1;
    return inside(((x - this.bounds.x_min) / width) * this.cells, this.cells);
  }

  private row(y: number): number {
    const height = this.bounds.y_max - this.bounds.y_min || 1;
    return inside(((y - this.bounds.y_min) / height) * this.cells, this.cells);
  }
}
