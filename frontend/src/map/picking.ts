/** A uniform grid over the points: the nearest point within a radius in well under a millisecond. */

import type { Bounds } from "./camera";

export class PointGrid {
  private readonly cells: number;
  private readonly starts: Uint32Array;
  private readonly order: Uint32Array;
  private readonly late = new Map<number, readonly [number, number]>();

  constructor(
    private readonly x: Float32Array,
    private readonly y: Float32Array,
    private readonly bounds: Bounds,
  ) {
    this.cells = Math.max(1, Math.min(1024, Math.round(Math.sqrt(x.length / 2))));
    const starts = new Uint32Array(this.cells * this.cells + 1);
    for (let n = 0; n < x.length; n += 1) {
      const cell = this.cellOf(n) + 1;
      starts[cell] = (starts[cell] ?? 0) + 1;
    }
    for (let cell = 1; cell < starts.length; cell += 1)
      starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
    const fill = starts.slice();
    this.order = new Uint32Array(x.length);
    for (let n = 0; n < x.length; n += 1) {
      const cell = this.cellOf(n);
      const at = fill[cell] ?? 0;
      this.order[at] = n;
      fill[cell] = at + 1;
    }
    this.starts = starts;
  }

  /** A point that joined later. */
  add(n: number, x: number, y: number): void {
    this.late.set(n, [x, y]);
  }

  place(n: number): readonly [number, number] | null {
    const x = this.x[n];
    const y = this.y[n];
    return x !== undefined && y !== undefined ? [x, y] : (this.late.get(n) ?? null);
  }

  /** Every point of the box, late ones included, in no order that matters. */
  *inBox(x0: number, y0: number, x1: number, y1: number): Generator<number> {
    const [c0, c1] = [this.column(x0), this.column(x1)];
    const [r0, r1] = [this.row(y0), this.row(y1)];
    for (let row = r0; row <= r1; row += 1) {
      for (let column = c0; column <= c1; column += 1) {
        const cell = row * this.cells + column;
        const end = this.starts[cell + 1] ?? 0;
        for (let at = this.starts[cell] ?? 0; at < end; at += 1) yield this.order[at] ?? 0;
      }
    }
    for (const [n, [x, y]] of this.late) if (x >= x0 && x <= x1 && y >= y0 && y <= y1) yield n;
  }

  /** The nearest point within `radius` map units, or null. */
  nearest(x: number, y: number, radius: number): number | null {
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
    return Math.min(this.cells - 1, Math.max(0, Math.floor(((x - this.bounds.x_min) / width) * this.cells)));
  }

  private row(y: number): number {
    const height = this.bounds.y_max - this.bounds.y_min || 1;
    return Math.min(this.cells - 1, Math.max(0, Math.floor(((y - this.bounds.y_min) / height) * this.cells)));
  }

  private cellOf(n: number): number {
    return this.row(this.y[n] ?? 0) * this.cells + this.column(this.x[n] ?? 0);
  }
}
