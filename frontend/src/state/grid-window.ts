/** A grid of squares of which only those in sight are drawn. Pure: pixels in, places out. */

export interface Grid {
  readonly columns: number;
  /** Of one square, in pixels. */
  readonly side: number;
  readonly gap: number;
  readonly count: number;
  /** Of the whole grid, in pixels. */
  readonly height: number;
}

/** As many columns as fit when no square may be smaller than `least`; at least two where there is room for a finger. */
export function gridOf(width: number, least: number, gap: number, count: number): Grid {
  const columns = Math.max(1, Math.floor((width + gap) / (least + gap)));
  const side = Math.max(1, (width - gap * (columns - 1)) / columns);
  const rows = Math.ceil(count / columns);
  return { columns, side, gap, count, height: Math.max(0, rows * (side + gap) - gap) };
}

/** Which squares are in sight, and as much again before and after: first, and one past the last. */
export function inSight(grid: Grid, top: number, height: number): readonly [number, number] {
  const row = grid.side + grid.gap;
  const first = Math.max(0, Math.floor((top - height) / row));
  const last = Math.max(first, Math.ceil((top + 2 * height) / row));
  return [Math.min(grid.count, first * grid.columns), Math.min(grid.count, last * grid.columns)];
}

export const placeOf = (grid: Grid, index: number): { readonly x: number; readonly y: number } => ({
  x: (index % grid.columns) * (grid.side + grid.gap),
  y: Math.floor(index / grid.columns) * (grid.side + grid.gap),
});

/** How far to scroll, down or (negative) up, so that a square is in sight; 0 where it is. */
export function scrollTo(grid: Grid, index: number, top: number, height: number): number {
  const { y } = placeOf(grid, index);
  if (y < top) return y - top - grid.gap;
  const below = y + grid.side - (top + height);
  return below > 0 ? below + grid.gap : 0;
}
