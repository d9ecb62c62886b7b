/** How crowded the map is, and rings around the densest parts of it. Coordinates are map units. */

import type { Bounds } from "./camera";

const SIDE = 192;
/** Cells of blur: about one per cent of the map. */
const BLUR = 2;

export type Ring = readonly (readonly [number, number])[];

export interface Density {
  readonly side: number;
  readonly bounds: Bounds;
  /** Points a cell, blurred; row 0 lies at y_min. */
  readonly cells: Float32Array;
}

/** Count points on a grid and blur; `members` (1 a member) leaves the others out. */
export function density(
  x: Float32Array,
  y: Float32Array,
  bounds: Bounds,
  members: Uint8Array | null,
  side = SIDE,
): Density {
  let cells = new Float32Array(side * side);
  const width = (bounds.x_max - bounds.x_min || 1) / side;
  const height = (bounds.y_max - bounds.y_min || 1) / side;
  const inside = (cell: number) => Math.min(side - 1, Math.max(0, Math.floor(cell)));
  for (let n = 0; n < x.length; n += 1) {
    if (members && members[n] !== 1) continue;
    const at =
      inside(((y[n] ?? 0) - bounds.y_min) / height) * side + inside(((x[n] ?? 0) - bounds.x_min) / width);
    cells[at] = (cells[at] ?? 0) + 1;
  }
  // Three box blurs are nearly a Gaussian.
  for (let pass = 0; pass < 3; pass += 1) cells = blurred(blurred(cells, side, 1), side, side);
  return { side, bounds, cells };
}

function blurred(cells: Float32Array<ArrayBuffer>, side: number, step: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(cells.length);
  const line = step === 1 ? side : 1;
  for (let row = 0; row < side; row += 1) {
    for (let at = 0; at < side; at += 1) {
      let sum = 0;
      for (let off = -BLUR; off <= BLUR; off += 1) {
        const from = at + off;
        if (from >= 0 && from < side) sum += cells[row * line + from * step] ?? 0;
      }
      out[row * line + at * step] = sum / (2 * BLUR + 1);
    }
  }
  return out;
}

/** The level above which `share` of all points lie. */
export function threshold({ cells }: Density, share: number): number {
  const sorted = cells.slice().sort().reverse();
  const all = sorted.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  for (const value of sorted) {
    sum += value;
    if (sum >= share * all) return value;
  }
  return 0;
}

/** Closed rings around the densest `share` of the points (marching squares on the cell centres). */
export function rings(land: Density, share: number): readonly Ring[] {
  const level = threshold(land, share);
  if (level <= 0) return [];
  const { side, cells, bounds } = land;
  const value = (column: number, row: number) =>
    column < 0 || row < 0 || column >= side || row >= side ? 0 : (cells[row * side + column] ?? 0);
  // Every crossing lies on an edge between two centres; edges are numbered so that segments meet exactly.
  const wide = side + 2;
  const edge = (column: number, row: number, upright: number) =>
    ((row + 1) * wide + column + 1) * 2 + upright;
  const onward = new Map<number, number>();
  for (let row = -1; row < side; row += 1) {
    for (let column = -1; column < side; column += 1) {
      const a = value(column, row) >= level;
      const b = value(column + 1, row) >= level;
      const c = value(column + 1, row + 1) >= level;
      const d = value(column, row + 1) >= level;
      const sides = [
        edge(column, row, 0),
        edge(column + 1, row, 1),
        edge(column, row + 1, 0),
        edge(column, row, 1),
      ] as const;
      for (const [from, to] of SEGMENTS[(a ? 1 : 0) + (b ? 2 : 0) + (c ? 4 : 0) + (d ? 8 : 0)] ?? [])
        onward.set(sides[from] ?? 0, sides[to] ?? 0);
    }
  }
  const place = (at: number): readonly [number, number] => {
    const upright = at % 2;
    const cell = (at - upright) / 2;
    const column = (cell % wide) - 1;
    const row = Math.floor(cell / wide) - 1;
    const low = value(column, row);
    const high = upright === 1 ? value(column, row + 1) : value(column + 1, row);
    const part = high === low ? 0.5 : (level - low) / (high - low);
    const [u, v] = upright === 1 ? [column, row + part] : [column + part, row];
    return [
      bounds.x_min + ((u + 0.5) / side) * (bounds.x_max - bounds.x_min),
      bounds.y_min + ((v + 0.5) / side) * (bounds.y_max - bounds.y_min),
    ];
  };
  return chains(onward).map((chain) => chain.map(place));
}

/** Sides of a cell: 0 below, 1 right, 2 above, 3 left; the dense part lies to the left of the way. */
const SEGMENTS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[0, 3]],
  [[1, 0]],
  [[1, 3]],
  [[2, 1]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 0]],
  [[2, 3]],
  [[3, 2]],
  [[0, 2]],
  [
    [1, 0],
    [3, 2],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
];

function chains(onward: Map<number, number>): number[][] {
  const found: number[][] = [];
  for (const start of [...onward.keys()]) {
    const chain: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && onward.has(at)) {
      chain.push(at);
      const next: number | undefined = onward.get(at);
      onward.delete(at);
      at = next;
    }
    if (chain.length > 3) found.push(chain);
  }
  return found;
}

/** How crowded it is around each point, as bytes 0..254 over the logarithm of the density. */
export function crowding(
  { side, bounds, cells }: Density,
  x: Float32Array,
  y: Float32Array,
): Uint8Array<ArrayBuffer> {
  const width = (bounds.x_max - bounds.x_min || 1) / side;
  const height = (bounds.y_max - bounds.y_min || 1) / side;
  const inside = (cell: number) => Math.min(side - 1, Math.max(0, Math.floor(cell)));
  let most = 1;
  for (const cell of cells) most = Math.max(most, cell);
  const whole = Math.log1p(most);
  const crowd = new Uint8Array(x.length);
  for (let n = 0; n < x.length; n += 1) {
    const at =
      inside(((y[n] ?? 0) - bounds.y_min) / height) * side + inside(((x[n] ?? 0) - bounds.x_min) / width);
    crowd[n] = Math.round((Math.log1p(cells[at] ?? 0) / whole) * 254);
  }
  return crowd;
}
