/** A map to take stations from: tap points or empty places, or draw a path with one stroke. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { StationInput } from "@/api/journeys";
import { asProblem, type Problem } from "@/api/problem";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import { resampled } from "@/state/journey-address";
import { Speaks, t } from "@/state/language";
import { Chart } from "../atlas/chart";
import "@/controls/notice";

@customElement("rashin-journey-map")
export class JourneyMap extends LitElement {
  @property() map = "";
  @state() private drawing = true;
  @state() private problem: Problem | null = null;
  @query(".map") private host!: HTMLElement;
  private chart: Chart | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .map {
        position: relative;
        height: min(56dvh, 440px);
        border-radius: var(--radius-small);
        background: var(--sunken);
        overflow: hidden;
        touch-action: none;
        cursor: crosshair;
      }
      .map canvas,
      .map-names {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        pointer-events: none;
      }
      .map-names {
        overflow: hidden;
      }
      .region {
        display: none;
      }
      .bar {
        display: flex;
        gap: 8px;
        align-items: center;
        flex-wrap: wrap;
      }
      p {
        margin: 0;
        flex: 1 1 160px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override firstUpdated(): void {
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.chart?.destroy();
    this.chart = null;
  }

  private async begin(): Promise<void> {
    try {
      const on = {
        moved: () => undefined,
        hovered: () => undefined,
        regions: () => undefined,
        picked: (n: number) => this.take([this.point(n)]),
        emptied: (x: number, y: number) => this.take([this.place([x, y])]),
        drawn: (shape: { kind: string; way?: readonly (readonly [number, number])[] }) => {
          const way = shape.way ?? [];
          if (way.length > 2) this.take(resampled(way).map((spot) => this.place(spot)));
        },
      };
      const chart = await Chart.open(this.host, on, null, this.map === "" ? null : this.map);
      if (!this.isConnected) return chart?.destroy();
      this.chart = chart;
      this.chart?.view.use(this.drawing ? "brush" : null);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private get name(): string {
    return this.chart?.map.id ?? this.map;
  }

  private readonly point = (n: number): StationInput => ({ map: this.name, point: n });
  private readonly place = ([x, y]: readonly [number, number]): StationInput => ({ map: this.name, x, y });

  private take(stations: readonly StationInput[]): void {
    this.dispatchEvent(new CustomEvent<readonly StationInput[]>("take", { detail: stations }));
  }

  private use(drawing: boolean): void {
    this.drawing = drawing;
    this.chart?.view.use(drawing ? "brush" : null);
  }

  override render() {
    return html`<div class="bar">
        <button data-testid="map-draw" aria-pressed=${this.drawing} @click=${() => this.use(true)}>
          ${icon("brush")}${t("journeys.map.draw")}
        </button>
        <button data-testid="map-tap" aria-pressed=${!this.drawing} @click=${() => this.use(false)}>
          ${icon("place")}${t("journeys.map.tap")}
        </button>
        <p class="quiet">${t(this.drawing ? "journeys.map.drawHint" : "journeys.map.tapHint")}</p>
      </div>
      ${this.problem ? html`<rashin-notice .problem=${this.problem}></rashin-notice>` : nothing}
      <div class="map" data-testid="journey-map" role="application" aria-label=${t("journeys.map")}></div>`;
  }
}
