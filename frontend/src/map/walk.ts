/** Walking the map by arrow keys: among true neighbours, the one that lies best in the wanted direction. */

export type Heading = "left" | "right" | "up" | "down";

const VECTORS: Record<Heading, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, 1],
  down: [0, -1],
};

export interface Place {
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

/** The nearest within 60° of the heading that is at least `stride` away: a step that can be seen. */
export function step(
  from: { readonly x: number; readonly y: number },
  heading: Heading,
  places: readonly Place[],
  stride = 0,
): number | null {
  const [hx, hy] = VECTORS[heading];
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const dx = place.x - from.x;
    const dy = place.y - from.y;
    const distance = Math.hypot(dx, dy);
    if (distance === 0 || distance < stride) continue;
    const cosine = (dx * hx + dy * hy) / distance;
    if (cosine < 0.5) continue;
    const cost = distance / cosine;
    if (cost < least) {
      least = cost;
      best = place.n;
    }
  }
  return best;
}
