/** A map to take stations from: tap points or empty places, draw a path with one stroke, or walk there by keys. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { StationInput } from "@/api/journeys";
import { type AtlasMap, maps } from "@/api/maps";
import { asProblem, type Problem } from "@/api/problem";
import type { PointCard } from "@/api/types";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import type { Heading } from "@/map/walk";
import { resampled } from "@/state/journey-address";
import { Speaks, say, t } from "@/state/language";
import { Chart } from "../atlas/chart";
import "@/controls/notice";
import "./trail";
import type { JourneyTrail } from "./trail";

const HEADINGS: Readonly<Record<string, Heading>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const ZOOM = 0.75;

@customElement("rashin-journey-map")
export class JourneyMap extends LitElement {
  /** The model of the journey: stations of another model's map are drawn by this one. */
  @property() model = "";
  @property({ attribute: false }) sources: readonly StationInput[] = [];
  @state() private all: readonly AtlasMap[] = [];
  @state() private standing: PointCard | null = null;
  @state() private drawing = true;
  @state() private problem: Problem | null = null;
  @query(".map") private host!: HTMLElement;
  @query("rashin-journey-trail") private trail!: JourneyTrail;
  @state() private chart: Chart | null = null;
  private walked: Promise<void> = Promise.resolve();

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
      .frame {
        position: relative;
      }
      .map:focus-visible {
        outline-offset: -3px;
      }
      select {
        min-height: 40px;
        max-width: 220px;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
      }
      .standing {
        min-height: 1.4em;
      }
      .map .sheet {
        position: absolute;
        inset: 0;
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
      this.all = await maps();
      const first = this.all.find((one) => one.model === this.model) ?? this.all[0];
      if (first) await this.show(first.id);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private async show(id: string): Promise<void> {
    const on = {
      moved: () => this.trail?.requestUpdate(),
      hovered: () => undefined,
      regions: () => undefined,
      picked: (n: number) => this.take([this.point(n)]),
      emptied: (x: number, y: number) => this.take([this.place([x, y])]),
      drawn: (shape: { kind: string; way?: readonly (readonly [number, number])[] }) => {
        const way = shape.way ?? [];
        if (way.length > 2) this.take(resampled(way).map((spot) => this.place(spot)));
      },
    };
    this.chart?.destroy();
    this.chart = null;
    this.standing = null;
    try {
      const chart = await Chart.open(this.host, on, null, id);
      if (!this.isConnected) return chart?.destroy();
      this.chart = chart;
      chart?.view.use(this.drawing ? "brush" : null);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private get name(): string {
    return this.chart?.map.id ?? "";
  }

  /** Where a station is, and who draws it if not the model of the map. */
  private of(where: StationInput): StationInput {
    const other = this.model !== "" && this.model !== this.chart?.map.model;
    return { map: this.name, ...where, ...(other && { model: this.model }) };
  }

  private readonly point = (n: number): StationInput => this.of({ point: n });
  private readonly place = ([x, y]: readonly [number, number]): StationInput => this.of({ x, y });

  private take(stations: readonly StationInput[]): void {
    this.dispatchEvent(new CustomEvent<readonly StationInput[]>("take", { detail: stations }));
  }

  /** Arrows walk from picture to picture, Enter takes the one that one stands on. */
  private key(event: KeyboardEvent): void {
    const { chart, standing } = this;
    if (!chart || event.metaKey || event.ctrlKey || event.altKey) return;
    const heading = HEADINGS[event.key];
    const acts: Readonly<Record<string, () => void>> = {
      Enter: () => standing && this.take([this.point(standing.n)]),
      " ": () => standing && this.take([this.point(standing.n)]),
      "+": () => chart.view.zoomBy(ZOOM),
      "=": () => chart.view.zoomBy(ZOOM),
      "-": () => chart.view.zoomBy(-ZOOM),
      "0": () => chart.view.goHome(),
      Backspace: () => this.dispatchEvent(new Event("back")),
    };
    const act = heading ? () => this.walk(heading) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private walk(heading: Heading): void {
    this.walked = this.walked.then(async () => {
      const { chart, standing } = this;
      if (!chart) return;
      try {
        const near = standing?.neighbours.map((one) => one.n) ?? [];
        const next = standing ? chart.view.ahead(standing.n, heading, near) : chart.view.middle();
        if (next === null) return;
        chart.show({ selected: next });
        chart.view.reveal(next);
        this.standing = await chart.cardOf(next);
      } catch (error) {
        this.problem = asProblem(error);
      }
    });
  }

  private use(drawing: boolean): void {
    this.drawing = drawing;
    this.chart?.view.use(drawing ? "brush" : null);
  }

  override render() {
    const { standing, all } = this;
    return html`<div class="bar">
        <button data-testid="map-draw" aria-pressed=${this.drawing} @click=${() => this.use(true)}>
          ${icon("brush")}${t("journeys.map.draw")}
        </button>
        <button data-testid="map-tap" aria-pressed=${!this.drawing} @click=${() => this.use(false)}>
          ${icon("place")}${t("journeys.map.tap")}
        </button>
        ${
          all.length > 1
            ? html`<select
              aria-label=${t("journeys.map.which")}
              @change=${(event: Event) => void this.show((event.target as HTMLSelectElement).value)}
            >
              ${all.map((one) => html`<option value=${one.id} .selected=${one.id === this.name}>${say(one.title)}</option>`)}
            </select>`
            : nothing
        }
        <p class="quiet" id="how">${t(this.drawing ? "journeys.map.drawHint" : "journeys.map.tapHint")}</p>
      </div>
      ${this.problem ? html`<rashin-notice .problem=${this.problem}></rashin-notice>` : nothing}
      <div class="frame">
        <div
          class="map"
          data-testid="journey-map"
          tabindex="0"
          role="application"
          aria-label=${t("journeys.map")}
          aria-describedby="how"
          @keydown=${(event: KeyboardEvent) => this.key(event)}
        ></div>
        <rashin-journey-trail .chart=${this.chart} .sources=${this.sources}></rashin-journey-trail>
      </div>
      <p class="quiet standing" role="status" data-testid="map-standing">
        ${standing ? t("journeys.map.standing", { words: say(standing.title) || standing.prompt }) : t("journeys.map.keys")}
      </p>`;
  }
}
