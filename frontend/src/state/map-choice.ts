/** Which points are chosen: sets that are united, cut, taken apart and grown. Pure: masks in, masks out. */

export const WAYS = ["replace", "add", "without", "common"] as const;
export type Way = (typeof WAYS)[number];

/** 1 where a point is chosen. */
export type Mask = Uint8Array<ArrayBuffer>;

/** While a shape is drawn, Shift adds to what is chosen and Alt takes away; both keep what is common. */
export function wayOf(held: { readonly shift: boolean; readonly alt: boolean }, chosen: Way): Way {
  if (held.shift && held.alt) return "common";
  if (held.shift) return "add";
  return held.alt ? "without" : chosen;
}

export function maskOf(points: Iterable<number>, count: number): Mask {
  const mask = new Uint8Array(count);
  for (const n of points) if (n >= 0 && n < count) mask[n] = 1;
  return mask;
}

export function combined(before: Mask | null, points: Iterable<number>, way: Way, count: number): Mask {
  const now = maskOf(points, count);
  if (way === "replace" || before === null)
    return way === "without" || way === "common" ? new Uint8Array(count) : now;
  for (let n = 0; n < count; n += 1) {
    const [was, is] = [before[n] ?? 0, now[n] ?? 0];
    now[n] = way === "add" ? was | is : way === "common" ? was & is : was & (1 - is);
  }
  return now;
}

export function inverted(mask: Mask | null, count: number): Mask {
  const other = new Uint8Array(count);
  for (let n = 0; n < count; n += 1) other[n] = 1 - (mask?.[n] ?? 0);
  return other;
}

export function size(mask: Uint8Array | null): number {
  if (!mask) return 0;
  let sum = 0;
  for (let n = 0; n < mask.length; n += 1) sum += mask[n] ?? 0;
  return sum;
}

/** The first `most` numbers of the chosen points. */
export function members(mask: Uint8Array | null, most = Number.POSITIVE_INFINITY): number[] {
  const found: number[] = [];
  if (!mask) return found;
  for (let n = mask.indexOf(1); n !== -1 && found.length < most; n = mask.indexOf(1, n + 1)) found.push(n);
  return found;
}
