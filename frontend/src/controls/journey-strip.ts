/** The stations of a journey in a row, with the legs between them: reorder by drag, touch or keyboard. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Journey, Station } from "@/api/journeys";
import { moved, wordsOf } from "@/state/journey-state";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

export interface Moved {
  readonly from: number;
  readonly to: number;
}

/** Near an edge the row moves on under the finger: so wide an edge, so fast at most. */
const [EDGE_PX, FASTEST_PX] = [44, 14];

@customElement("rashin-journey-strip")
export class JourneyStrip extends LitElement {
  @property({ attribute: false }) journey: Journey | null = null;
  /** Where a station is being dragged from, and where it would be dropped. */
  @state() private drag: Moved | null = null;
  private finger = 0;
  private frame = 0;

  static override styles = [
    looks,
    css`
      :host {
        --station: 112px;
        display: block;
        min-width: 0;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 4px 2px 8px;
        display: flex;
        align-items: flex-start;
        gap: 8px;
        overflow-x: auto;
      }
      li {
        flex: none;
      }
      .station {
        width: var(--station);
        position: relative;
        transition: opacity 0.12s;
      }
      .station.held {
        opacity: 0.55;
      }
      .frame {
        padding: 0;
        border: 0;
        width: var(--station);
        height: var(--station);
        border-radius: 14px;
        background: #fff;
        overflow: hidden;
        box-shadow: var(--shadow-small);
        display: grid;
        place-items: center;
      }
      .frame img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      .frame i {
        width: 30%;
        height: 30%;
        border-radius: 50%;
        background: var(--line);
        opacity: 0.6;
      }
      .bar {
        display: grid;
        grid-template-columns: 40px minmax(0, 1fr) 40px;
        align-items: center;
        margin: 2px -6px 0;
      }
      .bar button {
        min-height: 40px;
        color: var(--soft);
      }
      .grip {
        cursor: grab;
        touch-action: none;
      }
      .words {
        font-size: 0.8rem;
        text-align: center;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .leg {
        width: 92px;
        height: var(--station);
        display: grid;
        place-items: center;
      }
      .leg button {
        width: 100%;
        flex-direction: column;
        gap: 0;
        padding: 8px 4px;
        font-size: 0.8rem;
        line-height: 1.35;
        border-style: dashed;
        background: none;
      }
      .leg small {
        color: var(--soft);
        font-weight: 450;
        font-variant-numeric: tabular-nums;
      }
      .add {
        width: var(--station);
        height: var(--station);
        border-radius: 14px;
        border-style: dashed;
        flex-direction: column;
        font-size: 0.84rem;
      }
      @media (max-width: 800px) {
        :host {
          --station: 84px;
        }
        ol {
          gap: 4px;
        }
        .leg {
          width: 68px;
        }
        .leg button {
          padding: 6px 2px;
        }
        .bar {
          grid-template-columns: 40px minmax(0, 1fr) 40px;
          margin: 2px 0 0;
        }
        .bar .words {
          display: none;
        }
        .bar button:last-child {
          grid-column: 3;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell<T>(name: string, detail?: T): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
  }

  private hold(event: PointerEvent, at: number): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const grip = event.currentTarget as HTMLElement;
    grip.setPointerCapture(event.pointerId);
    this.drag = { from: at, to: at };
    this.finger = event.clientX;
    this.frame = requestAnimationFrame(() => this.roll());
  }

  /** What lies beyond the edge comes to the finger that waits there. */
  private roll(): void {
    const row = this.renderRoot.querySelector("ol");
    if (!this.drag || !row) return;
    const { left, right } = row.getBoundingClientRect();
    const over = Math.max(0, this.finger - (right - EDGE_PX)) - Math.max(0, left + EDGE_PX - this.finger);
    if (over !== 0) {
      row.scrollLeft += Math.max(-1, Math.min(1, over / EDGE_PX)) * FASTEST_PX;
      this.over(this.finger);
    }
    this.frame = requestAnimationFrame(() => this.roll());
  }

  private over(x: number): void {
    const { drag } = this;
    if (!drag) return;
    this.finger = x;
    const middles = [...this.renderRoot.querySelectorAll<HTMLElement>(".station")].map((one) => {
      const box = one.getBoundingClientRect();
      return box.left + box.width / 2;
    });
    const to = middles.filter((middle, at) => at !== drag.to && middle < x).length;
    if (to !== drag.to) this.drag = { ...drag, to };
  }

  private drop(): void {
    const { drag } = this;
    this.drag = null;
    if (drag && drag.from !== drag.to) this.tell<Moved>("moved", drag);
  }

  private key(event: KeyboardEvent, at: number, count: number): void {
    const to = event.key === "ArrowLeft" ? at - 1 : event.key === "ArrowRight" ? at + 1 : at;
    if (to === at || to < 0 || to >= count) return;
    event.preventDefault();
    this.tell<Moved>("moved", { from: at, to });
    // The grip that moved keeps the focus, at its new place.
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>(".grip")[to]?.focus());
  }

  override render() {
    const { journey, drag } = this;
    const stations = journey?.stations ?? [];
    const order = stations.map((station, at) => ({ station, at }));
    const shown = drag ? moved(order, drag.from, drag.to) : order;
    const legs = journey?.shape === "line" ? journey.legs : [];
    const full = journey?.shape === "grid" && stations.length >= 4;
    return html`<ol data-testid="stations" aria-label=${t("journeys.stations")}>
      ${shown.map(
        ({ station, at }, place) =>
          html`${this.station(station, at, place, stations.length)}
          ${place < legs.length ? this.leg(place, stations.length) : nothing}`,
      )}
      ${
        full
          ? nothing
          : html`<li>
            <button class="add" data-testid="add-station" @click=${() => this.tell("add")}>
              ${icon("plus")}${t("journeys.add")}
            </button>
          </li>`
      }
    </ol>`;
  }

  private station(station: Station, at: number, place: number, count: number) {
    const words = wordsOf(station);
    const title = t("journeys.station", { n: place + 1 });
    const remove = `${t("journeys.remove")}: ${title}`;
    return html`<li class=${this.drag?.from === at ? "station held" : "station"} data-testid="station">
      <button class="frame" data-testid="station-picture" title=${t("journeys.goThere")} @click=${() => this.tell("go", place)}>
        ${station.image ? html`<img src=${station.image.url} alt="${title}: ${words}" draggable="false" />` : html`<i></i>`}
      </button>
      <div class="bar">
        <button
          class="bare icon grip"
          data-testid="grip"
          aria-label="${title}: ${t("journeys.move")}"
          title=${t("journeys.moveHint")}
          @pointerdown=${(event: PointerEvent) => this.hold(event, at)}
          @pointermove=${(event: PointerEvent) => this.over(event.clientX)}
          @pointerup=${() => this.drop()}
          @pointercancel=${() => {
            this.drag = null;
          }}
          @keydown=${(event: KeyboardEvent) => this.key(event, at, count)}
        >
          ${icon("grip")}
        </button>
        <span class="words" title=${words}>${words}</span>
        <button class="bare icon" aria-label=${remove} title=${remove} @click=${() => this.tell("remove", at)}>
          ${icon("close")}
        </button>
      </div>
    </li>`;
  }

  private leg(at: number, count: number) {
    const leg = this.journey?.legs[at];
    if (!leg) return nothing;
    const to = at + 1 === count ? 1 : at + 2;
    const own = Object.keys(leg.parts).length > 0;
    return html`<li class="leg">
      <button
        data-testid="leg"
        aria-label=${t("journeys.leg", { a: at + 1, b: to })}
        @click=${() => this.tell("leg", at)}
      >
        ${at + 1} → ${to}
        <span>${t(`journeys.curve.${leg.curve}`)}${own ? " +" : ""}</span>
        <small>${leg.seconds} ${t("journeys.seconds.short")}</small>
      </button>
    </li>`;
  }
}
