/** One byte a point: how brightly it glows, whether a filter leaves it out, whether it is chosen. */

export const GLOW = 63;
export const OUT = 64;
export const CHOSEN = 128;

export interface Marks {
  /** 0..255 a point, or null when nothing is searched. */
  readonly glow: Uint8Array | null;
  /** 1 where a filter leaves the point out. */
  readonly out: Uint8Array | null;
  /** 1 where the point is chosen. */
  readonly chosen: Uint8Array | null;
}

export function packed({ glow, out, chosen }: Marks, count: number): Uint8Array<ArrayBuffer> {
  const marks = new Uint8Array(count);
  for (let n = 0; n < count; n += 1)
    marks[n] =
      (glow ? (glow[n] ?? 0) >> 2 : 0) | (out?.[n] === 1 ? OUT : 0) | (chosen?.[n] === 1 ? CHOSEN : 0);
  return marks;
}
