/** What moves above the points: rings, ties to neighbours, newcomers, the ghost tile and the landing arrow. */

import type { Draft } from "./drafts";
import { type Contour, drawContours, drawDraft, drawVeil, type Veil } from "./terrain";

export interface Newcomer {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly image: string | null;
  /** performance.now() of its arrival, where somebody was looking. */
  readonly arrivedAt?: number;
}

/** A click on empty space: where it was, and, when it is known, where the picture landed. */
export interface Voyage {
  readonly from: { readonly x: number; readonly y: number };
  readonly to?: { readonly x: number; readonly y: number };
  /** 0..1 */
  readonly confidence?: number;
  readonly image?: string;
  /** performance.now() of the landing: the arrow grows from there on. */
  readonly landedAt?: number;
}

export interface Ink {
  readonly accent: string;
  readonly ink: string;
  readonly surface: string;
}

export interface Scene {
  readonly hover: number | null;
  /** Looked at elsewhere. */
  readonly echo: number | null;
  readonly selected: number | null;
  readonly ties: readonly number[];
  readonly newcomers: readonly Newcomer[];
  readonly voyage: Voyage | null;
  readonly best: readonly number[];
  readonly contours: readonly Contour[];
  readonly veil: Veil | null;
  readonly draft: Draft | null;
}

/** Whether there is anything to draw at all. */
const isEmpty = (scene: Scene): boolean =>
  scene.hover === null &&
  scene.echo === null &&
  scene.selected === null &&
  scene.voyage === null &&
  scene.draft === null &&
  scene.veil === null &&
  scene.newcomers.length + scene.best.length + scene.contours.length === 0;

export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly now: number;
  readonly still: boolean;
  project(x: number, y: number): [number, number];
  place(n: number): readonly [number, number] | null;
  /** Size of the thumbnail that is shown for n at the moment, in CSS pixels; 0 when it is a dot. */
  thumb(n: number): number;
  readonly thumbSize: number;
}

export const ARROW_MS = 480;
/** So long a ring spreads around who has just joined. */
const ARRIVAL_MS = 1600;

export class Overlay {
  private readonly pen: CanvasRenderingContext2D | null;
  private readonly images = new Map<string, HTMLImageElement>();
  private blank = false;
  ink: Ink = { accent: "#d8432b", ink: "#16202e", surface: "#fff" };

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly arrived: () => void,
  ) {
    this.pen = canvas.getContext("2d");
  }

  /** Draws; true while something still moves. */
  draw(scene: Scene, stage: Stage): boolean {
    const { pen, canvas } = this;
    if (!pen) return false;
    const width = Math.round(stage.width * stage.ratio);
    const height = Math.round(stage.height * stage.ratio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      this.blank = false;
    }
    // An untouched canvas costs nothing; in software, a cleared one is copied whole every frame.
    const empty = isEmpty(scene);
    if (empty && this.blank) return false;
    this.blank = empty;
    // Even an empty canvas is mixed into every frame that is put together.
    canvas.style.setProperty("visibility", empty ? "hidden" : "visible");
    pen.setTransform(stage.ratio, 0, 0, stage.ratio, 0, 0);
    pen.clearRect(0, 0, stage.width, stage.height);
    // Chromium may keep showing an older frame of a canvas that was only cleared; a faint pixel makes it a drawing.
    pen.fillStyle = "rgb(128 128 128 / 1%)";
    pen.fillRect(0, 0, 1, 1);
    if (scene.veil) drawVeil(pen, scene.veil, stage);
    drawContours(pen, scene.contours, stage, this.ink);
    this.drawTies(pen, scene, stage);
    let arriving = false;
    for (const newcomer of scene.newcomers) {
      arriving = this.drawArrival(pen, newcomer, stage) || arriving;
      this.drawNewcomer(pen, newcomer, stage);
    }
    for (const n of scene.best) if (stage.thumb(n) > 0) this.ring(pen, stage, n, 1.5, 0.85);
    if (scene.echo !== null) this.ring(pen, stage, scene.echo, 2, 1);
    if (scene.hover !== null) this.ring(pen, stage, scene.hover, 2, 1);
    if (scene.selected !== null) this.ring(pen, stage, scene.selected, 3, 1);
    if (scene.draft) drawDraft(pen, scene.draft, stage, this.ink);
    return (scene.voyage ? this.drawVoyage(pen, scene.voyage, stage) : false) || arriving;
  }

  private ring(pen: CanvasRenderingContext2D, stage: Stage, n: number, width: number, alpha: number): void {
    const place = stage.place(n);
    if (!place) return;
    const [x, y] = stage.project(...place);
    const size = stage.thumb(n);
    for (const [colour, wide] of [
      [this.ink.surface, width + 2.5],
      [this.ink.accent, width],
    ] as const) {
      pen.globalAlpha = alpha;
      pen.strokeStyle = colour;
      pen.lineWidth = wide;
      pen.beginPath();
      if (size > 0) pen.roundRect(x - size / 2 - 2, y - size / 2 - 2, size + 4, size + 4, size * 0.24 + 2);
      else pen.arc(x, y, 9, 0, 2 * Math.PI);
      pen.stroke();
    }
    pen.globalAlpha = 1;
  }

  private drawTies(pen: CanvasRenderingContext2D, scene: Scene, stage: Stage): void {
    const from = scene.selected === null ? null : stage.place(scene.selected);
    if (!from) return;
    const [x0, y0] = stage.project(...from);
    pen.lineWidth = 1.25;
    pen.strokeStyle = this.ink.accent;
    pen.globalAlpha = 0.45;
    // Ties begin outside the picture that they belong to.
    const clear = stage.thumb(scene.selected ?? -1) * 0.6 + 6;
    for (const n of scene.ties) {
      const to = stage.place(n);
      if (!to) continue;
      const [x1, y1] = stage.project(...to);
      const length = Math.hypot(x1 - x0, y1 - y0);
      if (length < clear + 6) continue;
      pen.beginPath();
      pen.moveTo(x0 + ((x1 - x0) * clear) / length, y0 + ((y1 - y0) * clear) / length);
      pen.lineTo(x1, y1);
      pen.stroke();
      pen.beginPath();
      pen.arc(x1, y1, 3.5, 0, 2 * Math.PI);
      pen.stroke();
    }
    pen.globalAlpha = 1;
  }

  /** A ring that spreads and fades; true while it does. */
  private drawArrival(pen: CanvasRenderingContext2D, newcomer: Newcomer, stage: Stage): boolean {
    const age = stage.now - (newcomer.arrivedAt ?? Number.NEGATIVE_INFINITY);
    if (stage.still || age > ARRIVAL_MS) return false;
    const share = Math.max(0, age) / ARRIVAL_MS;
    const [x, y] = stage.project(newcomer.x, newcomer.y);
    pen.strokeStyle = this.ink.accent;
    pen.lineWidth = 2.5;
    pen.globalAlpha = 0.8 * (1 - share);
    pen.beginPath();
    pen.arc(x, y, stage.thumbSize * (0.6 + 1.5 * (1 - (1 - share) ** 3)), 0, 2 * Math.PI);
    pen.stroke();
    pen.globalAlpha = 1;
    return true;
  }

  private drawNewcomer(pen: CanvasRenderingContext2D, newcomer: Newcomer, stage: Stage): void {
    const [x, y] = stage.project(...(stage.place(newcomer.n) ?? ([newcomer.x, newcomer.y] as const)));
    const size = stage.thumbSize * 0.86;
    if (x < -size || y < -size || x > stage.width + size || y > stage.height + size) return;
    this.tile(pen, newcomer.image, x, y, size);
    pen.fillStyle = this.ink.accent;
    pen.strokeStyle = this.ink.surface;
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.arc(x + size / 2 - 2, y - size / 2 + 2, 4.5, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }

  private tile(pen: CanvasRenderingContext2D, url: string | null, x: number, y: number, size: number): void {
    const box = [x - size / 2, y - size / 2, size, size] as const;
    pen.save();
    pen.shadowColor = "rgb(8 14 24 / 0.35)";
    pen.shadowBlur = 8;
    pen.shadowOffsetY = 2;
    pen.fillStyle = "#fff";
    pen.beginPath();
    pen.roundRect(...box, size * 0.24);
    pen.fill();
    pen.restore();
    const image = url ? this.image(url) : null;
    if (!image) return;
    pen.save();
    pen.beginPath();
    pen.roundRect(...box, size * 0.24);
    pen.clip();
    pen.drawImage(image, ...box);
    pen.restore();
  }

  private drawVoyage(pen: CanvasRenderingContext2D, voyage: Voyage, stage: Stage): boolean {
    const [x0, y0] = stage.project(voyage.from.x, voyage.from.y);
    if (!voyage.to) {
      this.ghost(pen, x0, y0, stage);
      return !stage.still;
    }
    const [x1, y1] = stage.project(voyage.to.x, voyage.to.y);
    // A frame may carry a time that lies before the landing.
    const age = Math.max(0, stage.now - (voyage.landedAt ?? 0));
    const grown = stage.still ? 1 : Math.min(1, age / ARROW_MS);
    const eased = 1 - (1 - grown) ** 3;
    const size = Math.max(44, stage.thumbSize);
    this.halo(pen, x1, y1, size, voyage.confidence ?? 0, eased);
    const [x, y] = [x0 + (x1 - x0) * eased, y0 + (y1 - y0) * eased];
    this.tile(pen, voyage.image ?? null, x1, y1, size * (0.6 + 0.4 * eased));
    this.arrow(pen, x0, y0, x, y, size / 2 + 6);
    return grown < 1;
  }

  private ghost(pen: CanvasRenderingContext2D, x: number, y: number, stage: Stage): void {
    const size = Math.max(44, stage.thumbSize);
    pen.save();
    pen.fillStyle = this.ink.surface;
    pen.globalAlpha = 0.8;
    pen.strokeStyle = this.ink.accent;
    pen.lineWidth = 2;
    pen.setLineDash([5, 5]);
    pen.lineDashOffset = stage.still ? 0 : -stage.now / 40;
    pen.beginPath();
    pen.roundRect(x - size / 2, y - size / 2, size, size, size * 0.24);
    pen.fill();
    pen.globalAlpha = 1;
    pen.stroke();
    pen.restore();
  }

  /** The surer the model, the tighter and brighter the ring. */
  private halo(
    pen: CanvasRenderingContext2D,
    x: number,
    y: number,
    size: number,
    confidence: number,
    eased: number,
  ): void {
    const radius = (size / 2) * (1.35 + 1.5 * (1 - confidence)) * eased;
    const glow = pen.createRadialGradient(x, y, size / 3, x, y, radius + 1);
    glow.addColorStop(0, this.ink.accent);
    glow.addColorStop(1, "transparent");
    pen.globalAlpha = 0.18 + 0.32 * confidence;
    pen.fillStyle = glow;
    pen.beginPath();
    pen.arc(x, y, radius + 1, 0, 2 * Math.PI);
    pen.fill();
    pen.globalAlpha = 1;
  }

  private arrow(
    pen: CanvasRenderingContext2D,
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    inset: number,
  ): void {
    const length = Math.hypot(x1 - x0, y1 - y0);
    pen.fillStyle = this.ink.accent;
    pen.strokeStyle = this.ink.surface;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(x0, y0, 4, 0, 2 * Math.PI);
    pen.stroke();
    pen.fill();
    if (length < inset + 6) return;
    const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
    const [tipX, tipY] = [x1 - ux * inset, y1 - uy * inset];
    const head = 11;
    const [neckX, neckY] = [tipX - ux * head, tipY - uy * head];
    for (const [colour, wide] of [
      [this.ink.surface, 5.5],
      [this.ink.accent, 2.5],
    ] as const) {
      pen.strokeStyle = colour;
      pen.lineWidth = wide;
      pen.lineCap = "round";
      pen.beginPath();
      pen.moveTo(x0, y0);
      pen.lineTo(neckX, neckY);
      pen.stroke();
    }
    pen.beginPath();
    pen.moveTo(tipX, tipY);
    pen.lineTo(neckX - uy * 6, neckY + ux * 6);
    pen.lineTo(neckX + uy * 6, neckY - ux * 6);
    pen.closePath();
    pen.fill();
  }

  private image(url: string): HTMLImageElement | null {
    let image = this.images.get(url);
    if (!image) {
      image = new Image();
      image.src = url;
      image.decode().then(this.arrived, () => undefined);
      this.images.set(url, image);
    }
    return image.complete && image.naturalWidth > 0 ? image : null;
  }
}
