/** The way of every point from one version of a map to another. Pure: places in, places out. */

import { type Bounds, type Camera, pixelsPerUnit, type Viewport } from "./camera";
import type { Newcomer } from "./overlay";
import type { Thumb } from "./thumbs-layer";

export const CROSSING_MS = 800;

/** Another version of the same map: where its points lie, and what is on the screen of it. */
export interface Version {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Points that joined it. */
  readonly late: readonly Newcomer[];
  /** Palette index by point. */
  readonly colour: Uint8Array;
  /** The pictures that can be seen, and how large they are in CSS pixels. */
  readonly shown: readonly { readonly n: number; readonly size: number }[];
}

/** Points by the order of the graphics card. */
export interface Ways {
  /** x, y in [0, 1] over the bounds of the new version. */
  readonly before: Float32Array<ArrayBuffer>;
  /** 0: in both versions, 1: only in the new one. */
  readonly only: Uint8Array<ArrayBuffer>;
}

/** Points that only the old version has. */
export interface Left {
  readonly count: number;
  readonly x: Float32Array<ArrayBuffer>;
  readonly y: Float32Array<ArrayBuffer>;
  readonly colour: Uint8Array<ArrayBuffer>;
}

type Place = readonly [number, number];

/** Slow at both ends. */
const eased = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2);

/** The camera that sees the same part of the land, as large as before, over other bounds. */
export function sameSight(camera: Camera, from: Bounds, to: Bounds, viewport: Viewport): Camera {
  const larger = pixelsPerUnit(from, viewport, 0) / pixelsPerUnit(to, viewport, 0);
  return { x: camera.x, y: camera.y, zoom: camera.zoom + Math.log2(larger) };
}

export class Crossing {
  /** From 0, the old version, to 1, the new one. */
  t = 0;
  private startedAt: number | null = null;
  private readonly late: ReadonlyMap<number, Newcomer>;
  private readonly shown: ReadonlySet<number>;

  constructor(
    private readonly old: Version,
    private readonly now: {
      readonly count: number;
      readonly bounds: Bounds;
      place(n: number): Place | null;
    },
  ) {
    this.late = new Map(old.late.map((one) => [one.n, one]));
    this.shown = new Set(old.shown.map((one) => one.n));
  }

  begin(at: number): void {
    this.startedAt = at;
  }

  /** Go on; false when it is over. */
  tick(at: number): boolean {
    if (this.startedAt === null) return true;
    const share = Math.min(1, Math.max(0, (at - this.startedAt) / CROSSING_MS));
    this.t = eased(share);
    return share < 1;
  }

  /** Where a point was. */
  before(n: number): Place | null {
    const { old } = this;
    if (n < old.count) return [old.x[n] ?? 0, old.y[n] ?? 0];
    const late = this.late.get(n);
    return late ? [late.x, late.y] : null;
  }

  /** Where a point is by now, in map units. */
  place(n: number): Place | null {
    const [from, to] = [this.before(n), this.now.place(n)];
    if (!from || !to) return to ?? from;
    return [from[0] + (to[0] - from[0]) * this.t, from[1] + (to[1] - from[1]) * this.t];
  }

  /** Where something that lies at x, y in the end is by now, if it goes with these points. */
  along(x: number, y: number, company: readonly number[]): Place {
    let [dx, dy, known] = [0, 0, 0];
    for (const n of company) {
      const [from, to] = [this.before(n), this.now.place(n)];
      if (!from || !to) continue;
      dx += from[0] - to[0];
      dy += from[1] - to[1];
      known += 1;
    }
    const back = known === 0 ? 0 : (1 - this.t) / known;
    return [x + dx * back, y + dy * back];
  }

  /** The pictures of both versions: those of one alone fade. `size` in device pixels. */
  thumbs(now: readonly Thumb[], ratio: number): Thumb[] {
    const staying = new Set(now.map((thumb) => thumb.n));
    const leaving = this.old.shown.filter(({ n }) => !staying.has(n) && n < this.now.count);
    return [
      ...leaving.map(({ n, size }) => this.moved({ n, x: 0, y: 0, size: size * ratio, alpha: 1 - this.t })),
      ...now.map((thumb) =>
        this.moved(this.shown.has(thumb.n) ? thumb : { ...thumb, alpha: thumb.alpha * this.t }),
      ),
    ];
  }

  private moved(thumb: Thumb): Thumb {
    const { bounds } = this.now;
    const [x, y] = this.place(thumb.n) ?? [0, 0];
    return {
      ...thumb,
      x: (x - bounds.x_min) / (bounds.x_max - bounds.x_min || 1),
      y: (y - bounds.y_min) / (bounds.y_max - bounds.y_min || 1),
    };
  }

  /** Where the points of the new version were, in the order in which the graphics card holds them. */
  ways(order: Uint32Array): Ways {
    const { old, now, late } = this;
    const { x_min, y_min } = now.bounds;
    const [width, height] = [now.bounds.x_max - x_min || 1, now.bounds.y_max - y_min || 1];
    const before = new Float32Array(2 * order.length);
    const only = new Uint8Array(order.length);
    for (let at = 0; at < order.length; at += 1) {
      const n = order[at] ?? 0;
      let [x, y] = [old.x[n] ?? 0, old.y[n] ?? 0];
      if (n >= old.count) {
        const joined = late.get(n);
        const place = joined ? [joined.x, joined.y] : now.place(n);
        only[at] = joined ? 0 : 1;
        [x, y] = [place?.[0] ?? 0, place?.[1] ?? 0];
      }
      before[2 * at] = (x - x_min) / width;
      before[2 * at + 1] = (y - y_min) / height;
    }
    return { before, only };
  }

  /** Points of the old version that are no points of the new one. */
  left(): Left {
    const { old, now } = this;
    const { x_min, y_min, x_max, y_max } = now.bounds;
    const numbers: number[] = [];
    for (let n = now.count; n < old.count; n += 1) if (!now.place(n)) numbers.push(n);
    const share = (n: number): Place => this.before(n) ?? [0, 0];
    return {
      count: numbers.length,
      x: Float32Array.from(numbers, (n) => (share(n)[0] - x_min) / (x_max - x_min || 1)),
      y: Float32Array.from(numbers, (n) => (share(n)[1] - y_min) / (y_max - y_min || 1)),
      colour: Uint8Array.from(numbers, (n) => old.colour[n] ?? 255),
    };
  }
}
