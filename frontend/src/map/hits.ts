/** What lies under a pixel, and whom an arrow key leads to. */

import type { Eye } from "./flight";
import type { PointGrid } from "./picking";
import type { PointColumns } from "./points-file";
import { type Thumbnails, thumbSize } from "./thumbnails";
import { type Heading, type Place, step } from "./walk";

/** A step of the keyboard is at least this long on the screen, else one treads water in a dense cloud. */
const STRIDE_PX = 14;
/** Looking at more points than this for a step of the keyboard would be felt. */
const CROWD = 4000;

export class Hits {
  private hidden: Uint8Array | null = null;

  constructor(
    private readonly points: PointColumns,
    private readonly grid: PointGrid,
    private readonly thumbnails: Thumbnails,
    private readonly eye: Eye,
  ) {}

  /** What a filter leaves out cannot be touched. */
  hide(hidden: Uint8Array | null): void {
    this.hidden = hidden;
  }

  thumb(zoom = this.eye.camera.zoom): number {
    return thumbSize(zoom, this.eye.viewport);
  }

  /** Size of the thumbnail that is shown for n, in CSS pixels; 0 when it is a dot. */
  shownSize(n: number): number {
    if (n >= this.points.count) return this.thumb() * 0.86;
    return this.thumbnails.isShown(n, this.eye.camera.zoom) ? this.thumb() : 0;
  }

  /** The thumbnail under the pixel, else the nearest dot within reach. */
  pick(px: number, py: number, radius: number): number | null {
    const scale = this.eye.scale();
    const [x, y] = this.eye.toMap(px, py);
    const half = this.thumb() / 2 / scale;
    let over: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const n of this.grid.inBox(x - half, y - half, x + half, y + half)) {
      const place = this.grid.place(n);
      if (!place || this.shownSize(n) === 0) continue;
      const away = Math.max(Math.abs(place[0] - x), Math.abs(place[1] - y));
      if (away <= half && away < least) {
        least = away;
        over = n;
      }
    }
    if (over !== null) return over;
    const near = this.grid.nearest(x, y, radius / scale);
    if (near === null || this.hidden?.[near] !== 1) return near;
    return this.nearestShown(x, y, radius / scale);
  }

  /** The point nearest to the middle of the view. */
  middle(): number | null {
    const { bounds } = this.points;
    const { x, y } = this.eye.camera;
    return this.grid.nearest(x, y, bounds.x_max - bounds.x_min);
  }

  /** Whom an arrow key leads to: a true neighbour in that direction, else whoever lies there. */
  ahead(from: number, heading: Heading, neighbours: readonly number[]): number | null {
    const at = this.grid.place(from);
    if (!at) return null;
    const [x, y] = at;
    const placed = (n: number): Place[] => {
      const place = this.grid.place(n);
      return place && n !== from ? [{ n, x: place[0], y: place[1] }] : [];
    };
    const stride = STRIDE_PX / this.eye.scale();
    const near = neighbours.flatMap(placed);
    return (
      step({ x, y }, heading, near, stride) ??
      this.stepAround({ x, y }, heading, stride, placed) ??
      step({ x, y }, heading, near)
    );
  }

  /** Look ever farther until somebody lies there, or until it is a crowd. */
  private stepAround(
    from: { readonly x: number; readonly y: number },
    heading: Heading,
    stride: number,
    placed: (n: number) => Place[],
  ): number | null {
    const { bounds } = this.points;
    const { x, y } = from;
    const most = Math.max((bounds.x_max - bounds.x_min) / 8, 4 * stride);
    for (let reach = 2 * stride; ; reach = Math.min(most, reach * 2)) {
      const box = [x - reach, y - reach, x + reach, y + reach] as const;
      const found = step(from, heading, [...this.grid.inBox(...box)].flatMap(placed), stride);
      if (found !== null || reach >= most || this.grid.crowd(...box) > CROWD) return found;
    }
  }

  private nearestShown(x: number, y: number, radius: number): number | null {
    let best: number | null = null;
    let least = radius * radius;
    for (const n of this.grid.inBox(x - radius, y - radius, x + radius, y + radius)) {
      const place = this.grid.place(n);
      if (!place || this.hidden?.[n] === 1) continue;
      const away = (place[0] - x) ** 2 + (place[1] - y) ** 2;
      if (away > least) continue;
      least = away;
      best = n;
    }
    return best;
  }
}
