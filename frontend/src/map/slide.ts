/**
 * The drawing reaches beyond the window, so that a map that is only moved is not drawn: the compositor slides it.
 *
 * Drawing begins anew when the window would leave the drawing, when the scale changes, or when something else does.
 */

import type { Camera } from "./camera";
import type { Lens } from "./gl";

const SHARE = 0.14;
const LEAST_PX = 48;
const MOST_PX = 128;

/** What is to be drawn, and from where. */
export interface Sight {
  readonly camera: Camera;
  readonly lens: Lens;
  /** What is drawn already shows this, where it was slid to. */
  readonly stays: boolean;
}

interface Drawn {
  readonly camera: Camera;
  readonly window: Lens;
}

/** CSS pixels around the window that are drawn as well: whole pixels of the device. */
export function marginOf({ width, height, ratio }: Lens): number {
  const margin = Math.min(MOST_PX, Math.max(LEAST_PX, Math.min(width, height) * SHARE));
  return Math.round(margin * ratio) / ratio;
}

const sameWindow = (a: Lens, b: Lens): boolean =>
  a.width === b.width && a.height === b.height && a.ratio === b.ratio && a.scaleX === b.scaleX;

export class Slide {
  private drawn: Drawn | null = null;
  private zoom: number | null = null;
  /** CSS pixels by which the drawing is slid to the right and down. */
  private x = 0;
  private y = 0;
  private margin = 0;
  private names = { x: 0, y: 0 };

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly beside: HTMLElement,
  ) {
    for (const element of [canvas, beside]) element.style.setProperty("will-change", "transform");
  }

  /** Where the drawing lies in the window, in CSS pixels. */
  get corner(): readonly [number, number] {
    return [this.x - this.margin, this.y - this.margin];
  }

  /** `scale`: CSS pixels per map unit. `narrow`: nothing beyond the window is worth the time. */
  aim(camera: Camera, window: Lens, scale: number, narrow: boolean): Sight {
    const { drawn } = this;
    this.fit(window);
    const zooming = this.zoom !== null && this.zoom !== camera.zoom;
    this.zoom = camera.zoom;
    if (narrow || zooming) {
      this.drawn = null;
      this.put(0, 0);
      return { camera, lens: window, stays: false };
    }
    if (!drawn || drawn.camera.zoom !== camera.zoom || !sameWindow(drawn.window, window))
      return this.begin(camera, window);
    const whole = (css: number) => Math.round(css * window.ratio) / window.ratio;
    const [x, y] = [whole((drawn.camera.x - camera.x) * scale), whole((camera.y - drawn.camera.y) * scale)];
    if (Math.abs(x) <= this.margin && Math.abs(y) <= this.margin) {
      this.put(x, y);
      return { camera: drawn.camera, lens: this.wide(drawn.window), stays: true };
    }
    // By whole pixels from where it was: the kept picture moves without a blur.
    const { x: east, y: north, zoom } = drawn.camera;
    const next = { x: east - x / scale, y: north + y / scale, zoom };
    const [across, up] = [
      (2 * x) / (window.scaleX * window.width),
      (2 * y) / (window.scaleY * window.height),
    ];
    const { centreX, centreY } = drawn.window;
    return this.begin(next, { ...window, centreX: centreX - across, centreY: centreY + up });
  }

  /** The names were laid out for the window as it is now. */
  named(): void {
    this.names = { x: this.x, y: this.y };
    this.put(this.x, this.y);
  }

  private begin(camera: Camera, window: Lens): Sight {
    this.drawn = { camera, window };
    this.put(0, 0);
    return { camera, lens: this.wide(window), stays: false };
  }

  private wide(window: Lens): Lens {
    const { margin } = this;
    const [width, height] = [window.width + 2 * margin, window.height + 2 * margin];
    return {
      ...window,
      width,
      height,
      margin,
      scaleX: (window.scaleX * window.width) / width,
      scaleY: (window.scaleY * window.height) / height,
    };
  }

  /** Give the canvas its size: that of the window and the margin around it. */
  private fit(window: Lens): void {
    const { ratio } = window;
    const margin = marginOf(window);
    const edge = 2 * Math.round(margin * ratio);
    const [width, height] = [
      Math.round(window.width * ratio) + edge,
      Math.round(window.height * ratio) + edge,
    ];
    const { canvas } = this;
    if (canvas.width === width && canvas.height === height && margin === this.margin) return;
    canvas.width = width;
    canvas.height = height;
    this.margin = margin;
    this.drawn = null;
    const { style } = canvas;
    style.setProperty("inset", "auto");
    style.setProperty("left", `${-margin}px`);
    style.setProperty("top", `${-margin}px`);
    style.setProperty("width", `${width / ratio}px`);
    style.setProperty("height", `${height / ratio}px`);
  }

  private put(x: number, y: number): void {
    this.x = x;
    this.y = y;
    this.canvas.style.setProperty("transform", `translate(${x}px, ${y}px)`);
    this.beside.style.setProperty("transform", `translate(${x - this.names.x}px, ${y - this.names.y}px)`);
  }
}
