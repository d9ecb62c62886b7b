/** What is drawn on the map to choose points, and who lies in it. Map units. */

import type { PointGrid } from "./picking";

export type Spot = readonly [number, number];

export type Shape =
  | { readonly kind: "area"; readonly corners: readonly Spot[] }
  | { readonly kind: "stroke"; readonly way: readonly Spot[]; readonly radius: number };

export const boxBetween = ([x0, y0]: Spot, [x1, y1]: Spot): Shape => ({
  kind: "area",
  corners: [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ],
});

/** The numbers of the points inside, in no order that matters. */
export function inside(shape: Shape, grid: PointGrid): number[] {
  return shape.kind === "area" ? inArea(shape.corners, grid) : underStroke(shape.way, shape.radius, grid);
}

const BANDS = 256;

/** Even-odd rule; every point is tested only against the edges that pass at its height. */
function inArea(corners: readonly Spot[], grid: PointGrid): number[] {
  if (corners.length < 3) return [];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const tall = (y1 - y0 || 1) / BANDS;
  const band = (y: number) => Math.min(BANDS - 1, Math.max(0, Math.floor((y - y0) / tall)));
  const edges: Float64Array[] = corners.map(([ax, ay], at) => {
    const [bx, by] = corners[(at + 1) % corners.length] ?? [ax, ay];
    return Float64Array.of(ax, ay, bx, by);
  });
  const bands: Float64Array[][] = Array.from({ length: BANDS }, () => []);
  for (const edge of edges) {
    const [, ay = 0, , by = 0] = edge;
    for (let at = band(Math.min(ay, by)); at <= band(Math.max(ay, by)); at += 1) bands[at]?.push(edge);
  }
  const found: number[] = [];
  for (const n of grid.inBox(x0, y0, x1, y1)) {
    const place = grid.place(n);
    if (!place) continue;
    const [x, y] = place;
    if (x < x0 || x > x1 || y < y0 || y > y1) continue;
    let within = false;
    for (const edge of bands[band(y)] ?? []) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = edge;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) within = !within;
    }
    if (within) found.push(n);
  }
  return found;
}

function underStroke(way: readonly Spot[], radius: number, grid: PointGrid): number[] {
  const found = new Set<number>();
  for (const [at, [ax, ay]] of way.entries()) {
    const [bx, by] = way[at + 1] ?? [ax, ay];
    const long = (bx - ax) ** 2 + (by - ay) ** 2;
    const box = [
      Math.min(ax, bx) - radius,
      Math.min(ay, by) - radius,
      Math.max(ax, bx) + radius,
      Math.max(ay, by) + radius,
    ] as const;
    for (const n of grid.inBox(...box)) {
      const place = grid.place(n);
      if (!place || found.has(n)) continue;
      const along = long === 0 ? 0 : ((place[0] - ax) * (bx - ax) + (place[1] - ay) * (by - ay)) / long;
      const t = Math.min(1, Math.max(0, along));
      const away = (place[0] - ax - t * (bx - ax)) ** 2 + (place[1] - ay - t * (by - ay)) ** 2;
      if (away <= radius * radius) found.add(n);
    }
  }
  return [...found];
}
