/** What is drawn beneath the pictures' rings: contours of density and the draft of a selection. */

import type { Bounds } from "./camera";
import { BRUSH_PX, type Draft } from "./drafts";
import type { Ink, Stage } from "./overlay";

export interface Contour {
  /** Closed rings in map units. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  /** 0..1: how strongly they are drawn. */
  readonly weight: number;
  readonly dashed?: boolean;
}

/** A picture that lies over the map, stretched over its bounds; row 0 of the picture is y_max. */
export interface Veil {
  readonly picture: HTMLCanvasElement;
  readonly bounds: Bounds;
  /** What lies beyond the bounds, as a colour of CSS. */
  readonly beyond: string;
}

export function drawVeil(
  pen: CanvasRenderingContext2D,
  { picture, bounds, beyond }: Veil,
  stage: Stage,
): void {
  const [x0, y0] = stage.project(bounds.x_min, bounds.y_max);
  const [x1, y1] = stage.project(bounds.x_max, bounds.y_min);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(picture, x0, y0, x1 - x0, y1 - y0);
  pen.fillStyle = beyond;
  pen.beginPath();
  pen.rect(0, 0, stage.width, stage.height);
  pen.rect(x0, y0, x1 - x0, y1 - y0);
  pen.fill("evenodd");
}

export function drawContours(
  pen: CanvasRenderingContext2D,
  contours: readonly Contour[],
  stage: Stage,
  ink: Ink,
): void {
  for (const { rings, weight, dashed } of contours) {
    pen.strokeStyle = dashed ? ink.accent : ink.ink;
    pen.globalAlpha = 0.12 + 0.4 * weight;
    pen.lineWidth = 1 + weight * 0.6;
    pen.setLineDash(dashed ? [5, 4] : []);
    pen.beginPath();
    for (const ring of rings) {
      for (const [at, [x, y]] of ring.entries()) {
        const [px, py] = stage.project(x, y);
        if (at === 0) pen.moveTo(px, py);
        else pen.lineTo(px, py);
      }
      pen.closePath();
    }
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

export function drawDraft(pen: CanvasRenderingContext2D, draft: Draft, stage: Stage, ink: Ink): void {
  const spots = draft.spots.map(([x, y]) => stage.project(x, y));
  const [first, ...others] = spots;
  if (!first) return;
  pen.lineJoin = "round";
  pen.lineCap = "round";
  if (draft.tool === "brush") {
    pen.globalAlpha = 0.28;
    pen.strokeStyle = ink.accent;
    pen.lineWidth = BRUSH_PX * 2;
    path(pen, spots);
    pen.stroke();
    pen.globalAlpha = 1;
    return;
  }
  const last = others.at(-1);
  if (draft.tool === "box" && last) {
    pen.beginPath();
    pen.rect(first[0], first[1], last[0] - first[0], last[1] - first[1]);
  } else path(pen, draft.end ? [...spots, stage.project(...draft.end)] : spots);
  pen.globalAlpha = 0.1;
  pen.fillStyle = ink.accent;
  pen.fill();
  pen.globalAlpha = 1;
  for (const [colour, wide] of [
    [ink.surface, 4],
    [ink.accent, 2],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = wide;
    pen.stroke();
  }
  if (draft.tool !== "polygon") return;
  pen.fillStyle = ink.accent;
  for (const [x, y] of spots) {
    pen.beginPath();
    pen.arc(x, y, 4.5, 0, 2 * Math.PI);
    pen.fill();
  }
}

function path(pen: CanvasRenderingContext2D, spots: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  for (const [at, [x, y]] of spots.entries()) {
    if (at === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  // A stroke of one spot is a dot.
  const only = spots[0];
  if (spots.length === 1 && only) pen.lineTo(only[0] + 0.01, only[1]);
}
