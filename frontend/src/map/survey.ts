/** Everything about a map that takes a walk over all its points: done once, in a worker, handed over without a copy. */

import type { Bounds } from "./camera";
import { appearance, medoidsFirst } from "./declutter";
import { arranged, type DrawOrder, drawOrder } from "./draw-order";
import { type GridIndex, gridIndex } from "./picking";
import { type PointColumns, readPoints } from "./points-file";

export interface Survey {
  readonly points: PointColumns;
  readonly index: GridIndex;
  readonly draw: DrawOrder;
  /** The columns in the order of the graphics card. */
  readonly drawn: {
    readonly x: Uint16Array<ArrayBuffer>;
    readonly y: Uint16Array<ArrayBuffer>;
    readonly colour: Uint8Array<ArrayBuffer>;
  };
}

/** Which thumbnail appears at which zoom, and all of them in the order of appearance. */
export interface Thinned {
  readonly appears: Float32Array<ArrayBuffer>;
  readonly order: Uint32Array<ArrayBuffer>;
}

/** points.bin → what the map needs to be drawn and asked. */
export function survey(buffer: ArrayBuffer): Survey {
  const points = readPoints(buffer);
  const draw = drawOrder(points.rawX, points.rawY);
  const { count } = points;
  return {
    points,
    index: gridIndex(points.x, points.y, points.bounds),
    draw,
    drawn: {
      x: arranged(points.rawX, draw.order, new Uint16Array(count)),
      y: arranged(points.rawY, draw.order, new Uint16Array(count)),
      colour: arranged(points.colour, draw.order, new Uint8Array(count)),
    },
  };
}

/** The memory that goes with a survey to another thread. */
export function belongings({ points, index, draw, drawn }: Survey): ArrayBuffer[] {
  return [
    points.rawX.buffer,
    points.x.buffer,
    points.y.buffer,
    index.starts.buffer,
    index.order.buffer,
    draw.order.buffer,
    ...draw.levels.map((level) => level.starts.buffer),
    drawn.x.buffer,
    drawn.y.buffer,
    drawn.colour.buffer,
  ];
}

/** `spacings[i]`: the size of a thumbnail in map units at the i-th zoom step after `from`. */
export function thinOut(
  { x, y, bounds }: { readonly x: Float32Array; readonly y: Float32Array; readonly bounds: Bounds },
  steps: { readonly from: number; readonly step: number; readonly spacings: readonly number[] },
  candidates?: Uint32Array,
): Thinned {
  const { from, step, spacings } = steps;
  const spacing = (zoom: number) => spacings[Math.round((zoom - from) / step)] ?? 1;
  const to = from + (spacings.length - 1) * step;
  const order = candidates ?? medoidsFirst(x, y, bounds);
  const appears = appearance(x, y, spacing, from, to, order);
  return { appears, order: byAppearance(appears, from, step, spacings.length) };
}

/** Numbers sorted by the step at which they appear; those that never do are left out. */
function byAppearance(
  appears: Float32Array,
  from: number,
  step: number,
  steps: number,
): Uint32Array<ArrayBuffer> {
  const slot = (n: number) => Math.round(((appears[n] ?? 0) - from) / step);
  const starts = new Uint32Array(steps + 1);
  let shown = 0;
  for (let n = 0; n < appears.length; n += 1) {
    const at = slot(n);
    if (at >= steps) continue;
    starts[at + 1] = (starts[at + 1] ?? 0) + 1;
    shown += 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const order = new Uint32Array(shown);
  for (let n = 0; n < appears.length; n += 1) {
    const at = slot(n);
    if (at >= steps) continue;
    const place = starts[at] ?? 0;
    order[place] = n;
    starts[at] = place + 1;
  }
  return order;
}
