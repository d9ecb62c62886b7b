/** Which pictures are shown where: thinned out for the window, found ones first while words are searched. */

import { type Camera, MAX_ZOOM, MIN_ZOOM, pixelsPerUnit, type Viewport } from "./camera";
import { NEVER, ZOOM_STEP } from "./declutter";
import type { Lens } from "./gl";
import type { PointGrid } from "./picking";
import type { PointColumns } from "./points-file";
import { type Thinned, thinOut } from "./survey";
import type { Thumb } from "./thumbs-layer";

/** Free space around a thumbnail, as a share of its size. */
const GAP = 1.1;
/** From so many pictures on it is quicker to ask the grid who lies in the window. */
const MANY = 4000;

export type ThinOut = (steps: {
  readonly from: number;
  readonly step: number;
  readonly spacings: readonly number[];
}) => Promise<Thinned>;

/** CSS pixels of a thumbnail: about 30 on the whole map, 84 close up, twice that on a wall of a screen. */
export function thumbSize(zoom: number, { width, height }: Viewport): number {
  const base = Math.min(60, Math.max(28, Math.min(width, height) / 28));
  return Math.min(base * 2.8, base * (1 + 0.3 * Math.max(0, zoom)));
}

export class Thumbnails {
  private all: Thinned | null = null;
  private found: Thinned | null = null;
  private glow: Uint8Array | null = null;
  private hidden: Uint8Array | null = null;
  private chosen: Uint8Array | null = null;
  private asked = 0;

  constructor(
    private readonly points: PointColumns,
    private readonly grid: PointGrid,
    private readonly ask: ThinOut | null,
    private readonly arrived: () => void,
  ) {}

  /** Which thumbnail appears at which zoom depends on the size of the window and on the search. */
  thinOut(viewport: Viewport, glow: Uint8Array | null): void {
    this.glow = glow;
    if (!this.ask) return;
    const steps = this.steps(viewport);
    // While words are searched, only what was found has a picture, the best first.
    this.found = glow ? thinOut(this.points, steps, brightestFirst(glow)) : null;
    this.asked += 1;
    const asked = this.asked;
    this.ask(steps).then(
      (thinned) => {
        if (asked !== this.asked) return;
        this.all = thinned;
        this.arrived();
      },
      () => undefined,
    );
  }

  /** A search that begins or ends; the window is the same. */
  light(viewport: Viewport, glow: Uint8Array | null): void {
    this.glow = glow;
    this.found = glow && this.ask ? thinOut(this.points, this.steps(viewport), brightestFirst(glow)) : null;
  }

  /** What a filter leaves out has no picture; what is not chosen steps back. */
  mark(hidden: Uint8Array | null, chosen: Uint8Array | null): void {
    this.hidden = hidden;
    this.chosen = chosen;
  }

  /** It is known which pictures are shown where. */
  get ready(): boolean {
    return this.ask === null || this.all !== null;
  }

  isShown(n: number, zoom: number): boolean {
    return this.hidden?.[n] !== 1 && (this.current?.appears[n] ?? NEVER) <= zoom;
  }

  /** Those that this zoom shows, cut to the window. */
  visible(camera: Camera, scale: number, lens: Lens): Thumb[] {
    const { current } = this;
    if (!current) return [];
    const [width, height] = [lens.width - 2 * lens.margin, lens.height - 2 * lens.margin];
    const size = thumbSize(camera.zoom, { width, height });
    const halfW = (lens.width + size) / 2 / scale;
    const halfH = (lens.height + size) / 2 / scale;
    const { order, appears } = current;
    const prefix = firstAfter(order, appears, camera.zoom);
    const candidates =
      prefix > MANY
        ? this.grid.inBox(camera.x - halfW, camera.y - halfH, camera.x + halfW, camera.y + halfH)
        : order.subarray(0, prefix);
    const thumbs: Thumb[] = [];
    for (const n of candidates) {
      const zoom = appears[n] ?? NEVER;
      if (zoom > camera.zoom || this.hidden?.[n] === 1) continue;
      const [x, y] = [this.points.x[n] ?? 0, this.points.y[n] ?? 0];
      if (Math.abs(x - camera.x) > halfW || Math.abs(y - camera.y) > halfH) continue;
      thumbs.push(this.thumb(n, zoom, camera.zoom, size * lens.ratio));
    }
    return thumbs;
  }

  private thumb(n: number, appears: number, zoom: number, size: number): Thumb {
    const { points, glow, chosen } = this;
    // Freshly appeared thumbnails grow to their size over a tenth of a doubling.
    const young = appears <= MIN_ZOOM ? 1 : Math.min(1, 0.6 + (zoom - appears) * 4);
    const dim = glow ? 0.55 + (0.45 * (glow[n] ?? 0)) / 255 : 1;
    return {
      n,
      x: (points.rawX[n] ?? 0) / 65_535,
      y: (points.rawY[n] ?? 0) / 65_535,
      size: size * young * dim,
      alpha: chosen && !glow && chosen[n] !== 1 ? 0.22 : 1,
    };
  }

  private get current(): Thinned | null {
    return this.found ?? this.all;
  }

  private steps(viewport: Viewport): { from: number; step: number; spacings: number[] } {
    const { bounds } = this.points;
    const count = Math.round((MAX_ZOOM - MIN_ZOOM) / ZOOM_STEP) + 1;
    const spacings = Array.from({ length: count }, (_, at) => {
      const zoom = MIN_ZOOM + at * ZOOM_STEP;
      return (thumbSize(zoom, viewport) * GAP) / pixelsPerUnit(bounds, viewport, zoom);
    });
    return { from: MIN_ZOOM, step: ZOOM_STEP, spacings };
  }
}

function brightestFirst(glow: Uint8Array): Uint32Array {
  const lit: number[] = [];
  for (let n = 0; n < glow.length; n += 1) if ((glow[n] ?? 0) > 0) lit.push(n);
  return Uint32Array.from(lit).sort((a, b) => (glow[b] ?? 0) - (glow[a] ?? 0));
}

/** How many of the order appear at or before the zoom. */
function firstAfter(order: Uint32Array, appears: Float32Array, zoom: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((appears[order[middle] ?? 0] ?? NEVER) <= zoom) low = middle + 1;
    else high = middle;
  }
  return low;
}
