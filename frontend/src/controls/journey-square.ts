/** The square between four corners: its pictures, and the route of the film, which can be drawn anew. */

import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Changes, Journey, Smoothness } from "@/api/journeys";
import { resampled } from "@/state/journey-address";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

type Spot = readonly [number, number];
const MOST_SPOTS = 24;
const STEPS: Readonly<Record<string, Spot>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
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
  /** The cell that the arrow keys stand on, and the route that they have made so far. */
  @state() private cursor: Spot | null = null;
  private made: readonly Spot[] = [];

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
      rect {
        fill: none;
        stroke: var(--ink);
        stroke-width: 0.9;
      }
      .square:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        align-items: center;
        justify-content: space-between;
        width: min(100%, 400px);
        min-height: 40px;
        font-size: 0.86rem;
      }
      .facts label {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 40px;
      }
      .facts input {
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
      .facts span {
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      p {
        margin: 0;
        text-align: center;
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

  /** Cells on a side, and how far the middle of the first is from the edge (in hundredths). */
  private get side(): number {
    return this.journey?.sheet?.side ?? 9;
  }

  private get edge(): number {
    return 50 / this.side;
  }

  private readonly onSheet = ([u, v]: Spot): Spot => {
    const wide = 100 - 2 * this.edge;
    return [this.edge + wide * u, this.edge + wide * v];
  };

  private spot(event: PointerEvent): Spot {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const within = (share: number) => {
      const value = (100 * share - this.edge) / (100 - 2 * this.edge);
      return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
    };
    return [within((event.clientX - box.left) / box.width), within((event.clientY - box.top) / box.height)];
  }

  /** Arrows walk over the cells, Enter adds one to a new route, Backspace takes the last one away. */
  private key(event: KeyboardEvent): void {
    const last = this.side - 1;
    const [x, y] = this.cursor ?? [0, 0];
    const step = STEPS[event.key];
    if (step) {
      const within = (value: number) => Math.min(last, Math.max(0, value));
      this.cursor = this.cursor ? [within(x + step[0]), within(y + step[1])] : [0, 0];
    } else if (event.key === "Enter" || event.key === " ") this.add([x / last, y / last]);
    else if (event.key === "Backspace") this.add(null);
    else if (event.key === "Escape" && this.made.length > 0) this.made = [];
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.requestUpdate();
  }

  private add(spot: Spot | null): void {
    this.made = spot ? [...this.made, spot] : this.made.slice(0, -1);
    if (this.made.length > 1) this.tell(this.made);
  }

  private begin(event: PointerEvent): void {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.drawn = [this.spot(event)];
    this.made = [];
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

  private get route(): readonly Spot[] {
    return this.drawn ?? (this.made.length > 0 ? this.made : (this.journey?.route ?? []));
  }

  override render() {
    const sheet = this.journey?.sheet;
    const points = this.route.map((spot) => this.onSheet(spot).join()).join(" ");
    return html`<div
        class="square"
        data-testid="journey-square"
        tabindex="0"
        role="application"
        aria-label=${t("journeys.route")}
        aria-describedby="how"
        @pointerdown=${(event: PointerEvent) => this.begin(event)}
        @pointermove=${(event: PointerEvent) => this.go(event)}
        @pointerup=${() => this.end()}
        @pointercancel=${() => this.end()}
        @keydown=${(event: KeyboardEvent) => this.key(event)}
        @blur=${() => {
          this.cursor = null;
          this.made = [];
        }}
      >
        ${
          sheet
            ? html`<div class="cells side${sheet.side}">
              ${sheet.images.map((image) => (image ? html`<img src=${image.url} alt="" draggable="false" />` : html`<i></i>`))}
            </div>`
            : nothing
        }
        <svg class="route" viewBox="0 0 100 100" aria-hidden="true">
          ${svg`<polyline points=${points}></polyline>`} ${this.mark()}
        </svg>
      </div>
      <span class="off" role="status">${this.said()}</span>
      <div class="bar" role="group" aria-label=${t("journeys.route")}>
        <button @click=${() => this.tell(SNAKE)}>${t("journeys.route.snake")}</button>
        <button @click=${() => this.tell(ROUND)}>${t("journeys.route.round")}</button>
        <button @click=${() => this.tell(DIAGONAL)}>${icon("swap")}${t("journeys.route.diagonal")}</button>
      </div>
      ${this.evenness()}
      <p class="quiet" id="how">${t("journeys.routeHint")}</p>`;
  }

  private mark() {
    if (!this.cursor) return nothing;
    const size = 100 / this.side;
    const [x, y] = this.cursor;
    return svg`<rect x=${x * size} y=${y * size} width=${size} height=${size}></rect>`;
  }

  private said(): string {
    if (!this.cursor) return "";
    const [x, y] = this.cursor;
    return t("journeys.cell", { x: x + 1, y: y + 1, n: this.made.length });
  }

  /** Equal ways along the sides change equally much: the tick, and what it did. */
  private evenness() {
    const { journey } = this;
    const square = journey?.outlook?.square;
    const figure = ({ before, after }: Smoothness) => `${before.toFixed(2)} → ${after.toFixed(2)}`;
    return html`<div class="facts">
      <label
        ><input
          type="checkbox"
          data-testid="journey-even-square"
          .checked=${journey?.even_square ?? false}
          @change=${(event: Event) => {
            const even_square = (event.target as HTMLInputElement).checked;
            this.dispatchEvent(new CustomEvent<Changes>("changes", { detail: { even_square } }));
          }}
        />${t("journeys.evenSquare")}</label
      >
      ${
        square
          ? html`<span data-testid="square-smoothness" title=${t("journeys.smoothness", { n: "" })}
            >↔ ${figure(square.u)} · ↕ ${figure(square.v)}</span
          >`
          : nothing
      }
    </div>`;
  }
}
