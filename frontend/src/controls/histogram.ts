/** How the values of a number lie, and a brush that cuts a part out: by pointer, touch or two sliders. */

import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { shade } from "@/state/atlas-colours";
import { Speaks, t } from "@/state/language";
import { moment } from "@/state/moments";
import { looks } from "./looks";

const BINS = 51;
const MOST = 254;
const TALL = 40;
/** So near to an edge of the brush a press takes hold of it: a finger is wide. */
const GRIP = 12;

type Held = "low" | "high" | "both" | "new";

@customElement("rashin-histogram")
export class Histogram extends LitElement {
  /** How many points have each byte; the last one has no value. */
  @property({ attribute: false }) bars: Uint32Array = new Uint32Array(256);
  @property() label = "";
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 1;
  @property({ type: Number }) low = 0;
  @property({ type: Number }) high = MOST;
  /** The bars have the colours of the dots. */
  @property({ type: Boolean }) coloured = false;
  /** The scale has two sides of 0. */
  @property({ type: Boolean }) diverging = false;
  /** Values are moments, in seconds since 1970. */
  @property({ type: Boolean }) timed = false;
  @query("svg") private drawing!: SVGElement;
  private from: number | null = null;
  private held: Held = "new";
  private brushed: readonly [number, number] = [0, MOST];

  static override styles = [
    looks,
    css`
      svg {
        display: block;
        width: 100%;
        height: 44px;
        touch-action: none;
        cursor: ew-resize;
        border-radius: 4px;
      }
      .row {
        display: flex;
        justify-content: space-between;
        font-size: 0.76rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
        margin-top: 2px;
      }
      :host(:focus-within) svg {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private value(byte: number): string {
    const value = this.min + (byte / MOST) * (this.max - this.min);
    return this.timed ? moment(value, this.max - this.min) : String(Number(value.toPrecision(3)));
  }

  private at(event: PointerEvent): number {
    const box = this.drawing.getBoundingClientRect();
    return Math.round(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * MOST);
  }

  private begin(event: PointerEvent): void {
    this.drawing.setPointerCapture(event.pointerId);
    this.from = this.at(event);
    this.brushed = [this.low, this.high];
    this.held = this.grip(this.from);
  }

  /** What a press takes hold of: an edge of the brush, the brush itself, or nothing yet. */
  private grip(at: number): Held {
    const { low, high } = this;
    if (low <= 0 && high >= MOST) return "new";
    if (Math.abs(at - low) <= GRIP) return "low";
    if (Math.abs(at - high) <= GRIP) return "high";
    return at > low && at < high ? "both" : "new";
  }

  private drag(event: PointerEvent): void {
    if (this.from === null) return;
    const to = this.at(event);
    const [low, high] = this.brushed;
    if (this.held === "low") this.tell(Math.min(to, high), high);
    else if (this.held === "high") this.tell(low, Math.max(to, low));
    else if (this.held === "both") {
      const step = Math.min(MOST - high, Math.max(-low, to - this.from));
      this.tell(low + step, high + step);
    } else if (Math.abs(to - this.from) > 3) this.tell(Math.min(this.from, to), Math.max(this.from, to));
  }

  private end(event: PointerEvent): void {
    // A press without a stroke takes the filter away, but not one on an edge.
    const still = this.from !== null && Math.abs(this.at(event) - this.from) <= 3;
    if (still && this.held !== "low" && this.held !== "high") this.tell(0, MOST);
    this.from = null;
  }

  private tell(low: number, high: number): void {
    this.dispatchEvent(new CustomEvent("range", { detail: low <= 0 && high >= MOST ? null : { low, high } }));
  }

  private input(which: "low" | "high") {
    return html`<input
      class="off"
      type="range"
      min="0"
      max=${MOST}
      .value=${String(this[which])}
      aria-label=${t(`map.${which}`, { column: this.label })}
      aria-valuetext=${this.value(this[which])}
      @input=${(event: Event) => {
        const value = Number((event.target as HTMLInputElement).value);
        if (which === "low") this.tell(Math.min(value, this.high), this.high);
        else this.tell(this.low, Math.max(value, this.low));
      }}
      @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
    />`;
  }

  override render() {
    const sums = Array.from({ length: BINS }, (_, bin) => {
      let sum = 0;
      for (let byte = bin * 5; byte < Math.min(bin * 5 + 5, MOST + 1); byte += 1) sum += this.bars[byte] ?? 0;
      return sum;
    });
    const most = Math.max(1, ...sums);
    return html`<svg
        viewBox="0 0 ${BINS} ${TALL}"
        preserveAspectRatio="none"
        aria-hidden="true"
        @pointerdown=${this.begin}
        @pointermove=${this.drag}
        @pointerup=${this.end}
        @pointercancel=${() => {
          this.from = null;
        }}
      >
        <rect width=${BINS} height=${TALL} fill="var(--sunken)" />
        ${sums.map((sum, bin) => {
          const tall = sum === 0 ? 0 : Math.max(1.5, (sum / most) ** 0.7 * (TALL - 2));
          const inside = bin * 5 + 4 >= this.low && bin * 5 <= this.high;
          const fill = this.coloured ? shade(bin / (BINS - 1), this.diverging) : "var(--faint)";
          return svg`<rect x=${bin + 0.08} y=${TALL - tall} width="0.84" height=${tall} fill=${fill} opacity=${inside ? 1 : 0.28} />`;
        })}
        ${
          this.low > 0 || this.high < MOST
            ? svg`<rect x=${(this.low / MOST) * BINS} y="0" width=${((this.high - this.low) / MOST) * BINS} height=${TALL} fill="var(--accent)" opacity="0.14" />
                ${[this.low, this.high].map((edge) => svg`<rect x=${(edge / MOST) * BINS - 0.3} y="4" width="0.6" height=${TALL - 8} rx="0.3" fill="var(--accent)" />`)}`
            : nothing
        }
      </svg>
      ${this.input("low")}${this.input("high")}
      <div class="row"><span>${this.value(this.low)}</span><span>${this.value(this.high)}</span></div>`;
  }
}
