/** The square between four corners: its pictures, and the route of the film, which can be drawn anew. */

import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Journey } from "@/api/journeys";
import { resampled } from "@/state/journey-address";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

type Spot = readonly [number, number];
const MOST_SPOTS = 24;
const DIAGONAL: readonly Spot[] = [[0, 0], [1, 1]]; // biome-ignore format: one line
const ROUND: readonly Spot[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const SNAKE: readonly Spot[] = [
  [0, 0],
  [1, 0],
  [1, 0.5],
  [0, 0.5],
  [0, 1],
  [1, 1],
];

@customElement("rashin-journey-square")
export class JourneySquare extends LitElement {
  @property({ attribute: false }) journey: Journey | null = null;
  @state() private drawn: readonly Spot[] | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 10px;
        justify-items: center;
      }
      .square {
        position: relative;
        width: min(100%, 400px);
        aspect-ratio: 1;
        border-radius: var(--radius);
        overflow: hidden;
        background: #fff;
        box-shadow: var(--shadow);
        touch-action: none;
        cursor: crosshair;
      }
      .cells {
        display: grid;
        width: 100%;
        height: 100%;
      }
      .cells img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      .side5 {
        grid-template: repeat(5, minmax(0, 1fr)) / repeat(5, minmax(0, 1fr));
      }
      .side9 {
        grid-template: repeat(9, minmax(0, 1fr)) / repeat(9, minmax(0, 1fr));
      }
      svg.route {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        pointer-events: none;
      }
      polyline {
        fill: none;
        stroke: var(--accent);
        stroke-width: 1.6;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        justify-content: center;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private spot(event: PointerEvent): Spot {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const within = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
    return [within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height)];
  }

  private begin(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.drawn = [this.spot(event)];
  }

  private go(event: PointerEvent): void {
    if (this.drawn) this.drawn = [...this.drawn, this.spot(event)];
  }

  private end(): void {
    const { drawn } = this;
    this.drawn = null;
    if (drawn && drawn.length > 3) this.tell(resampled(drawn, MOST_SPOTS));
  }

  private tell(route: readonly Spot[]): void {
    this.dispatchEvent(new CustomEvent<readonly Spot[]>("route", { detail: route }));
  }

  override render() {
    const sheet = this.journey?.outlook?.sheet;
    const route = this.drawn ?? this.journey?.route ?? [];
    return html`<div
        class="square"
        data-testid="journey-square"
        @pointerdown=${(event: PointerEvent) => this.begin(event)}
        @pointermove=${(event: PointerEvent) => this.go(event)}
        @pointerup=${() => this.end()}
        @pointercancel=${() => this.end()}
      >
        ${
          sheet
            ? html`<div class="cells side${sheet.side}">
              ${sheet.images.map((image) => (image ? html`<img src=${image.url} alt="" draggable="false" />` : html`<i></i>`))}
            </div>`
            : nothing
        }
        <svg class="route" viewBox="0 0 100 100" role="img" aria-label=${t("journeys.route")}>
          ${svg`<polyline points=${route.map(([u, v]) => `${4 + 92 * u},${4 + 92 * v}`).join(" ")}></polyline>`}
        </svg>
      </div>
      <div class="bar" role="group" aria-label=${t("journeys.route")}>
        <button @click=${() => this.tell(SNAKE)}>${t("journeys.route.snake")}</button>
        <button @click=${() => this.tell(ROUND)}>${t("journeys.route.round")}</button>
        <button @click=${() => this.tell(DIAGONAL)}>${icon("swap")}${t("journeys.route.diagonal")}</button>
      </div>
      <p class="quiet">${t("journeys.routeHint")}</p>`;
  }
}
