/** How much each frame changes the picture: at a given pace and at the even one. */

import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Outlook } from "@/api/journeys";
import { Speaks, t } from "@/state/language";
import { looks } from "./looks";

const [WIDE, HIGH] = [400, 74];

@customElement("rashin-journey-chart")
export class JourneyChart extends LitElement {
  @property({ attribute: false }) outlook: Outlook | null = null;
  /** From 0 to 1: where the preview is. */
  @property({ attribute: false }) share = 0;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 12px;
        min-height: 232px;
        align-content: start;
      }
      figure {
        margin: 0;
        display: grid;
        gap: 4px;
      }
      figcaption {
        display: flex;
        justify-content: space-between;
        gap: 10px;
        font-size: 0.84rem;
        color: var(--soft);
      }
      b {
        white-space: nowrap;
        color: var(--ink);
        font-variant-numeric: tabular-nums;
      }
      svg {
        width: 100%;
        height: 74px;
        background: var(--sunken);
        border-radius: var(--radius-small);
        display: block;
      }
      rect {
        fill: var(--faint);
        opacity: 0.55;
      }
      .after rect {
        fill: var(--accent);
        opacity: 0.9;
      }
      line {
        stroke: var(--ink);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }
      .judge {
        margin: 0;
      }
      .blank {
        display: grid;
        place-items: center;
        text-align: center;
        border: 1px dashed var(--line);
        border-radius: var(--radius-small);
        min-height: 232px;
        padding: 16px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const { outlook } = this;
    if (!outlook) return html`<p class="quiet blank">${t("journeys.chart.none")}</p>`;
    if (outlook.before.every((step) => step < 1e-6))
      return html`<p class="quiet blank" data-testid="journey-still">${t("journeys.chart.still")}</p>`;
    const most = Math.max(...outlook.before, ...outlook.after, 1e-9);
    const { before, after } = outlook.smoothness;
    return html`${this.row("before", outlook.before, most, before, false)}
      ${this.row("after", outlook.after, most, after, true)}
      <p class="quiet judge">
        ${t(outlook.judge === "pyramid" ? "journeys.judge.pyramid" : "journeys.judge.model")}
      </p>`;
  }

  private row(
    name: "before" | "after",
    steps: readonly number[],
    most: number,
    smooth: number,
    head: boolean,
  ) {
    const wide = WIDE / Math.max(1, steps.length);
    const title = t(`journeys.chart.${name}`);
    const said = t("journeys.smoothness", { n: smooth.toFixed(2) });
    return html`<figure class=${name} data-testid="journey-${name}" data-smoothness=${smooth}>
      <figcaption><span>${title}</span><b>${said}</b></figcaption>
      <svg viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" role="img" aria-label="${title}: ${said}">
        ${steps.map((step, at) => {
          const tall = Math.max(1.5, (HIGH - 8) * (step / most));
          return svg`<rect x=${at * wide + wide * 0.12} y=${HIGH - tall} width=${wide * 0.76} height=${tall} rx="1.5"></rect>`;
        })}
        ${head ? svg`<line x1=${this.share * WIDE} x2=${this.share * WIDE} y1="0" y2=${HIGH}></line>` : nothing}
      </svg>
    </figure>`;
  }
}
