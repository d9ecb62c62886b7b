/** The way of a journey over a map: its stations that lie there, numbered, with the stroke between them. */

import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { StationInput } from "@/api/journeys";
import type { Chart } from "../atlas/chart";

/** A label stands on a dot of this size (CSS pixels). */
const DOT = 10;

@customElement("rashin-journey-trail")
export class JourneyTrail extends LitElement {
  @property({ attribute: false }) chart: Chart | null = null;
  /** Where every station came from. */
  @property({ attribute: false }) sources: readonly StationInput[] = [];

  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }
    svg {
      width: 100%;
      height: 100%;
      overflow: hidden;
    }
    polyline {
      fill: none;
      stroke: var(--accent);
      stroke-width: 2.5;
      stroke-linejoin: round;
      stroke-linecap: round;
      opacity: 0.75;
    }
    circle {
      fill: var(--accent);
      stroke: var(--surface);
      stroke-width: 1.5;
    }
    text {
      fill: var(--accent-ink);
      font-size: 11px;
      font-weight: 650;
      text-anchor: middle;
      dominant-baseline: central;
    }
  `;

  /** Where the stations lie on this map, by their number in the journey. */
  private spots(chart: Chart): readonly (readonly [number, number, number])[] {
    const { id, name } = chart.map;
    return this.sources.flatMap(({ map, x, y, point }, at) => {
      if (map !== id && map !== name) return [];
      const place = typeof point === "number" ? chart.view.grid.place(point) : null;
      const [east, north] = place ?? [Number(x), Number(y)];
      if (!Number.isFinite(east) || !Number.isFinite(north)) return [];
      return [[at + 1, ...chart.view.project(east, north)] as const];
    });
  }

  override render() {
    const { chart } = this;
    if (!chart) return nothing;
    const spots = this.spots(chart);
    return html`<svg aria-hidden="true" data-testid="journey-trail" data-stations=${spots.length}>
      ${svg`<polyline points=${spots.map(([, x, y]) => `${x},${y}`).join(" ")}></polyline>`}
      ${spots.map(
        ([n, x, y]) => svg`<circle cx=${x} cy=${y} r=${DOT}></circle><text x=${x} y=${y}>${n}</text>`,
      )}
    </svg>`;
  }
}
