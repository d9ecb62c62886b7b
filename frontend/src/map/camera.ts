/** Where the map is looked at from. Map units in, CSS pixels out; y points up on the map and down on the screen. */

export interface Bounds {
  readonly x_min: number;
  readonly y_min: number;
  readonly x_max: number;
  readonly y_max: number;
}

/** `zoom` is log2 of the magnification relative to the whole map. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export const MIN_ZOOM = -0.5;
export const MAX_ZOOM = 9;
/** Share of the viewport that the whole map fills at zoom 0. */
const FILL = 0.94;
const STRAGGLERS = 0.015;

export const clampZoom = (zoom: number): number => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));

/** More values than this say nothing more about where the land lies. */
const ENOUGH = 20_000;

/** The middle of the sorted values without the outermost `share` on either side. */
function bulk(values: Float32Array, share: number): [number, number] {
  const stride = Math.max(1, Math.floor(values.length / ENOUGH));
  const some = stride === 1 ? values.slice() : values.filter((_, n) => n % stride === 0);
  const sorted = some.sort();
  const skip = Math.floor(sorted.length * share);
  return [sorted[skip] ?? 0, sorted[sorted.length - 1 - skip] ?? 0];
}

/** Look at nearly all points: a few stragglers do not make the land small. */
export function home(bounds: Bounds, viewport: Viewport, x: Float32Array, y: Float32Array): Camera {
  if (x.length === 0)
    return { x: (bounds.x_min + bounds.x_max) / 2, y: (bounds.y_min + bounds.y_max) / 2, zoom: 0 };
  const [x0, x1] = bulk(x, STRAGGLERS);
  const [y0, y1] = bulk(y, STRAGGLERS);
  const whole = pixelsPerUnit(bounds, viewport, 0);
  const width = Math.max((x1 - x0) * whole, 1);
  const height = Math.max((y1 - y0) * whole, 1);
  const zoom = Math.log2(Math.min(viewport.width / width, viewport.height / height) * 0.86);
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, zoom: Math.min(2, Math.max(0, zoom)) };
}

/** CSS pixels per map unit. */
export function pixelsPerUnit(bounds: Bounds, viewport: Viewport, zoom: number): number {
  const width = Math.max(bounds.x_max - bounds.x_min, 1e-9);
  const height = Math.max(bounds.y_max - bounds.y_min, 1e-9);
  return FILL * Math.min(viewport.width / width, viewport.height / height) * 2 ** zoom;
}

export function toScreen(
  camera: Camera,
  scale: number,
  viewport: Viewport,
  x: number,
  y: number,
): [number, number] {
  return [(x - camera.x) * scale + viewport.width / 2, (camera.y - y) * scale + viewport.height / 2];
}

export function toMap(
  camera: Camera,
  scale: number,
  viewport: Viewport,
  px: number,
  py: number,
): [number, number] {
  return [(px - viewport.width / 2) / scale + camera.x, camera.y - (py - viewport.height / 2) / scale];
}

/** Zoom by `delta` and keep the map point under the pixel where it is. */
export function zoomAt(
  camera: Camera,
  bounds: Bounds,
  viewport: Viewport,
  px: number,
  py: number,
  delta: number,
): Camera {
  const before = pixelsPerUnit(bounds, viewport, camera.zoom);
  const [x, y] = toMap(camera, before, viewport, px, py);
  const zoom = clampZoom(camera.zoom + delta);
  const after = pixelsPerUnit(bounds, viewport, zoom);
  return keepInside(
    { x: x - (px - viewport.width / 2) / after, y: y + (py - viewport.height / 2) / after, zoom },
    bounds,
  );
}

export function pan(camera: Camera, bounds: Bounds, viewport: Viewport, dx: number, dy: number): Camera {
  const scale = pixelsPerUnit(bounds, viewport, camera.zoom);
  return keepInside({ x: camera.x - dx / scale, y: camera.y + dy / scale, zoom: camera.zoom }, bounds);
}

/** The centre of the view stays on the map, so that nobody gets lost in the empty sea. */
export function keepInside(camera: Camera, bounds: Bounds): Camera {
  return {
    x: Math.min(bounds.x_max, Math.max(bounds.x_min, camera.x)),
    y: Math.min(bounds.y_max, Math.max(bounds.y_min, camera.y)),
    zoom: clampZoom(camera.zoom),
  };
}

/** A camera between two, eased; dips outwards when the way is long (after van Wijk and Nuij, simplified). */
export function between(from: Camera, to: Camera, bounds: Bounds, t: number): Camera {
  const eased = t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2;
  const span = Math.max(bounds.x_max - bounds.x_min, bounds.y_max - bounds.y_min, 1e-9);
  const way = (Math.hypot(to.x - from.x, to.y - from.y) / span) * 2 ** Math.min(from.zoom, to.zoom);
  const dip = Math.min(2, Math.max(0, Math.log2(1 + way) - 0.4)) * Math.sin(Math.PI * eased);
  return {
    x: from.x + (to.x - from.x) * eased,
    y: from.y + (to.y - from.y) * eased,
    zoom: clampZoom(from.zoom + (to.zoom - from.zoom) * eased - dip),
  };
}
