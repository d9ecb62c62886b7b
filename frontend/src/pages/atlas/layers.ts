/** What can be laid over the map: lines of equal density, and the land where nobody has been. */

import { type Coverage, coverage as coverageOf, type Gap, gaps as gapsOf } from "@/api/maps";
import type { Contour, Veil } from "@/map/terrain";
import type { Chart } from "./chart";
import type { Host } from "./host";

export const LAYERS = ["contours", "coverage"] as const;
export type Layer = (typeof LAYERS)[number];

const GAPS = 12;
/** Lines around these shares of the points, the densest first. */
const SHARES = [0.15, 0.35, 0.6, 0.85] as const;

export class Layers {
  readonly on = new Set<Layer>();
  private lines: readonly Contour[] = [];
  /** Gaps in the known land, where a click makes a picture. */
  private rings: readonly Contour[] = [];

  constructor(
    private readonly chart: Chart,
    private readonly host: Host,
  ) {}

  async toggle(layer: Layer): Promise<void> {
    if (this.on.has(layer)) this.on.delete(layer);
    else this.on.add(layer);
    this.host.changed();
    this.host.remember();
    await this.draw(layer);
  }

  /** What the address says. */
  restore(names: readonly string[]): void {
    for (const layer of LAYERS) if (names.includes(layer) !== this.on.has(layer)) void this.toggle(layer);
  }

  /** Newcomers have made land, or the theme has changed. */
  again(): void {
    if (this.on.has("coverage")) void this.draw("coverage");
  }

  private async draw(layer: Layer): Promise<void> {
    const { chart } = this;
    const on = this.on.has(layer);
    try {
      if (layer === "contours") this.lines = on ? await this.contours() : [];
      else {
        const { id } = chart.map;
        const [cover, gaps] = on ? await Promise.all([coverageOf(id), gapsOf(id, GAPS)]) : [null, []];
        chart.show({ veil: cover && veilOf(cover) });
        this.rings = gaps.map(ringOf);
      }
      chart.show({ contours: [...this.lines, ...this.rings] });
    } catch (error) {
      this.on.delete(layer);
      this.host.failed(error, () => void this.toggle(layer));
    }
  }

  private async contours(): Promise<readonly Contour[]> {
    const rings = await this.chart.surveyor.contours(SHARES);
    return rings.map((each, at) => ({ rings: each, weight: 1 - at / SHARES.length }));
  }
}

/** A circle around a gap. */
function ringOf({ x, y, radius }: Gap): Contour {
  const ring = Array.from({ length: 36 }, (_, at) => {
    const angle = (at / 36) * 2 * Math.PI;
    return [x + radius * 0.8 * Math.cos(angle), y + radius * 0.8 * Math.sin(angle)] as const;
  });
  return { rings: [ring], weight: 1, dashed: true };
}

/** Fog over every cell that nobody has rendered; one pixel a cell, smoothed when it is drawn. */
function veilOf({ columns, rows, bounds, cells }: Coverage): Veil {
  const picture = document.createElement("canvas");
  picture.width = columns;
  picture.height = rows;
  const dark = document.documentElement.dataset.theme === "dark";
  const fog = dark ? [196, 208, 226] : [38, 54, 82];
  const thick = dark ? 30 : 36;
  const pen = picture.getContext("2d");
  const paint = pen?.createImageData(columns, rows);
  if (pen && paint) {
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const known = cells[row * columns + column] ?? 0;
        const at = ((rows - 1 - row) * columns + column) * 4;
        paint.data.set(fog, at);
        paint.data[at + 3] = known === 0 ? thick : 0;
      }
    pen.putImageData(paint, 0, 0);
  }
  return { picture, bounds, beyond: `rgb(${fog.join(" ")} / ${thick / 255})` };
}
