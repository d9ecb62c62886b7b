/**
 * From which zoom on each thumbnail is shown, so that no two overlap.
 *
 * Zoom steps are walked from far to near. At each step a point joins if no thumbnail that is already shown lies
 * closer than a thumbnail's size; who was shown stays shown, so pictures appear while zooming in and never flicker.
 */

export const NEVER = 255;
export const ZOOM_STEP = 0.25;

/** A fixed order without structure, so that the first ones shown are spread evenly over the cloud. */
function shuffled(count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let n = 0; n < count; n += 1) order[n] = n;
  let state = 0x9e3779b9;
  for (let n = count - 1; n > 0; n -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (n + 1);
    const kept = order[n] ?? 0;
    order[n] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/**
 * `spacing(zoom)` in map units → the zoom at which each point's thumbnail appears (NEVER when it does not).
 * With `order`, only those points may appear, the first ones first.
 */
export function appearance(
  x: Float32Array,
  y: Float32Array,
  spacing: (zoom: number) => number,
  from: number,
  to: number,
  order: Uint32Array = shuffled(x.length),
): Float32Array {
  const shown = new Float32Array(x.length).fill(NEVER);
  let waiting = order;
  const accepted: number[] = [];
  for (let zoom = from; zoom <= to && waiting.length > 0; zoom += ZOOM_STEP) {
    const size = spacing(zoom);
    const cells = new Map<number, number[]>();
    const key = (cx: number, cy: number) => cx * 67_108_859 + cy;
    const put = (n: number) => {
      const at = key(Math.floor((x[n] ?? 0) / size), Math.floor((y[n] ?? 0) / size));
      const cell = cells.get(at);
      if (cell) cell.push(n);
      else cells.set(at, [n]);
    };
    const collides = (n: number) => {
      const px = x[n] ?? 0;
      const py = y[n] ?? 0;
      const cx = Math.floor(px / size);
      const cy = Math.floor(py / size);
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          for (const other of cells.get(key(cx + dx, cy + dy)) ?? []) {
            if (Math.abs((x[other] ?? 0) - px) < size && Math.abs((y[other] ?? 0) - py) < size) return true;
          }
        }
      }
      return false;
    };
    for (const n of accepted) put(n);
    waiting = waiting.filter((n) => {
      if (collides(n)) return true;
      shown[n] = zoom;
      accepted.push(n);
      put(n);
      return false;
    });
  }
  return shown;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Greedy labels: boxes in order of importance → which of them stay, none overlapping another. */
export function keepApart(boxes: readonly Box[], gap: number): boolean[] {
  const kept: Box[] = [];
  return boxes.map((box) => {
    const free = kept.every(
      (other) =>
        box.x + box.width + gap <= other.x ||
        other.x + other.width + gap <= box.x ||
        box.y + box.height + gap <= other.y ||
        other.y + other.height + gap <= box.y,
    );
    if (free) kept.push(box);
    return free;
  });
}
