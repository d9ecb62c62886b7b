/** Which pictures are shown where: thinned out for the window, found ones first while words are searched. */

import { type Camera, MAX_ZOOM, MIN_ZOOM, pixelsPerUnit, type Viewport } from "./camera";
import { appearance, NEVER } from "./declutter";
import type { Lens } from "./gl";
import type { PointColumns } from "./points-file";
import type { Thumb } from "./thumbs-layer";

/** Free space around a thumbnail, as a share of its size. */
const GAP = 1.1;

/** CSS pixels of a thumbnail: about 30 on the whole map, 84 close up, twice that on a wall of a screen. */
export function thumbSize(zoom: number, { width, height }: Viewport): number {
  const base = Math.min(60, Math.max(28, Math.min(width, height) / 28));
  return Math.min(base * 2.8, base * (1 + 0.3 * Math.max(0, zoom)));
}

export class Thumbnails {
  private appears: Float32Array = new Float32Array();
  private order: Uint32Array = new Uint32Array();
  private glow: Uint8Array | null = null;

  constructor(private readonly points: PointColumns) {}

  /** Which thumbnail appears at which zoom depends on the size of the window and on the search. */
  thinOut(viewport: Viewport, glow: Uint8Array | null): void {
    const { x, y, bounds } = this.points;
    this.glow = glow;
    const gap = (zoom: number) => (thumbSize(zoom, viewport) * GAP) / pixelsPerUnit(bounds, viewport, zoom);
    // While words are searched, only what was found has a picture, the best first.
    const found = glow
      ? Uint32Array.from(x.keys())
          .filter((n) => (glow[n] ?? 0) > 0)
          .sort((a, b) => (glow[b] ?? 0) - (glow[a] ?? 0))
      : undefined;
    this.appears = appearance(x, y, gap, MIN_ZOOM, MAX_ZOOM, found);
    this.order = Uint32Array.from(this.appears.keys()).sort(
      (a, b) => (this.appears[a] ?? 0) - (this.appears[b] ?? 0),
    );
  }

  isShown(n: number, zoom: number): boolean {
    return (this.appears[n] ?? NEVER) <= zoom;
  }

  /** The prefix of the appearance order that this zoom shows, cut to the window. */
  visible(camera: Camera, scale: number, lens: Lens): Thumb[] {
    const { points, glow } = this;
    const size = thumbSize(camera.zoom, lens);
    const halfW = (lens.width + size) / 2 / scale;
    const halfH = (lens.height + size) / 2 / scale;
    const thumbs: Thumb[] = [];
    for (const n of this.order) {
      const appears = this.appears[n] ?? NEVER;
      if (appears > camera.zoom) break;
      const [x, y] = [points.x[n] ?? 0, points.y[n] ?? 0];
      if (Math.abs(x - camera.x) > halfW || Math.abs(y - camera.y) > halfH) continue;
      // Freshly appeared thumbnails grow to their size over a tenth of a doubling.
      const young = appears <= MIN_ZOOM ? 1 : Math.min(1, 0.6 + (camera.zoom - appears) * 4);
      const dim = glow ? 0.55 + (0.45 * (glow[n] ?? 0)) / 255 : 1;
      thumbs.push({
        n,
        x: (points.rawX[n] ?? 0) / 65_535,
        y: (points.rawY[n] ?? 0) / 65_535,
        size: size * young * dim * lens.ratio,
        alpha: 1,
      });
    }
    return thumbs;
  }
}
