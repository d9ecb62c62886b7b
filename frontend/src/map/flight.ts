/** Where the map is looked at from, and flying from there to somewhere else. */

import type { Bounds, Camera, Viewport } from "./camera";
import * as cameras from "./camera";
import type { Lens } from "./gl";

const FLIGHT_MS = 650;
/** So long after the last movement the map counts as resting. */
const REST_MS = 140;

export class Eye {
  camera: Camera;
  private flight: { from: Camera; to: Camera; start: number } | null = null;
  private movedAt = Number.NEGATIVE_INFINITY;
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  constructor(
    private readonly bounds: Bounds,
    public viewport: Viewport,
    camera: Camera,
    private readonly moved: (camera: Camera) => void,
  ) {
    this.camera = camera;
  }

  get flying(): boolean {
    return this.flight !== null;
  }

  /** What a shader needs to know: the middle in [0, 1] over the bounds, and clip units over the whole width. */
  lens(): Lens {
    const { bounds, camera, viewport } = this;
    const [w, h] = [bounds.x_max - bounds.x_min || 1, bounds.y_max - bounds.y_min || 1];
    const scale = this.scale();
    return {
      centreX: (camera.x - bounds.x_min) / w,
      centreY: (camera.y - bounds.y_min) / h,
      scaleX: (2 * scale * w) / viewport.width,
      scaleY: (2 * scale * h) / viewport.height,
      width: viewport.width,
      height: viewport.height,
      ratio: Math.min(2, window.devicePixelRatio || 1),
      zoom: camera.zoom,
      margin: 0,
    };
  }

  /** CSS pixels per map unit. */
  scale(zoom = this.camera.zoom): number {
    return cameras.pixelsPerUnit(this.bounds, this.viewport, zoom);
  }

  project(x: number, y: number): [number, number] {
    return cameras.toScreen(this.camera, this.scale(), this.viewport, x, y);
  }

  toMap(px: number, py: number): [number, number] {
    return cameras.toMap(this.camera, this.scale(), this.viewport, px, py);
  }

  look(camera: Camera): void {
    this.flight = null;
    this.camera = camera;
    this.movedAt = performance.now();
    this.moved(camera);
  }

  pan(dx: number, dy: number): void {
    this.look(cameras.pan(this.camera, this.bounds, this.viewport, dx, dy));
  }

  zoomAt(x: number, y: number, delta: number): void {
    this.look(cameras.zoomAt(this.camera, this.bounds, this.viewport, x, y, delta));
  }

  flyTo(to: Camera): void {
    const target = cameras.keepInside(to, this.bounds);
    if (this.still) this.look(target);
    else this.flight = { from: this.camera, to: target, start: performance.now() };
  }

  zoomBy(delta: number): void {
    const goal = this.flight?.to ?? this.camera;
    this.flyTo({ ...goal, zoom: cameras.clampZoom(goal.zoom + delta) });
  }

  /** Go on with the flight; true while the map moves. */
  tick(now: number): boolean {
    if (this.flight) {
      const { from, to, start } = this.flight;
      const t = Math.min(1, Math.max(0, (now - start) / FLIGHT_MS));
      this.camera = t === 1 ? to : cameras.between(from, to, this.bounds, t);
      if (t === 1) this.flight = null;
      this.movedAt = now;
      this.moved(this.camera);
    }
    return now - this.movedAt < REST_MS;
  }
}
