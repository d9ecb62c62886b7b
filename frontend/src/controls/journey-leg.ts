/** One leg of a journey: its curve, how long it takes, and components that go their own way. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { CURVES, type Curve, type Leg, PARTS, type Part } from "@/api/journeys";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";
import { sheetLooks } from "./sheet.looks";

@customElement("rashin-journey-leg")
export class JourneyLeg extends LitElement {
  @property({ attribute: false }) leg: Leg | null = null;
  @property({ type: Number }) from = 1;
  @property({ type: Number }) to = 2;
  @state() private everywhere = false;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    looks,
    sheetLooks,
    css`
      .fields {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr);
        gap: 8px 12px;
        align-items: center;
      }
      .fields > h3 {
        grid-column: 1 / -1;
        margin-top: 8px;
      }
      input[type="number"] {
        min-height: 40px;
        width: 100%;
        padding: 0 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
      }
      .all {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 40px;
        margin-top: 8px;
        font-size: 0.9rem;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  private tell(leg: Leg): void {
    this.leg = leg;
    const detail = { leg, everywhere: this.everywhere };
    this.dispatchEvent(new CustomEvent("leg", { detail }));
  }

  override render() {
    const { leg } = this;
    return html`<dialog data-testid="leg-sheet" aria-label=${t("journeys.leg", { a: this.from, b: this.to })}>
      <header>
        <h2>${t("journeys.leg", { a: this.from, b: this.to })}</h2>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.dialog.close()}>${icon("close")}</button>
      </header>
      ${leg ? this.fields(leg) : nothing}
    </dialog>`;
  }

  private fields(leg: Leg) {
    return html`<div class="fields">
        <label for="curve">${t("journeys.curve")}</label>
        ${this.curves("curve", leg.curve, null, (curve) => this.tell({ ...leg, curve }))}
        <label for="seconds">${t("journeys.seconds")}</label>
        <input
          id="seconds"
          type="number"
          min="0.1"
          max="120"
          step="0.1"
          .value=${String(leg.seconds)}
          @change=${(event: Event) => {
            const seconds = Number((event.target as HTMLInputElement).value);
            if (seconds >= 0.1 && seconds <= 120) this.tell({ ...leg, seconds });
          }}
        />
        <h3>${t("journeys.parts")}</h3>
        ${PARTS.map(
          (part) => html`<label for=${part}>${t(`journeys.part.${part}`)}</label>
            ${this.curves(part, leg.parts[part] ?? "", t("journeys.asLeg"), (curve) => this.choosePart(leg, part, curve))}`,
        )}
      </div>
      <p class="quiet">${t(`journeys.curveHint.${leg.curve}`)}</p>
      <label class="all"
        ><input
          type="checkbox"
          .checked=${this.everywhere}
          @change=${(event: Event) => {
            this.everywhere = (event.target as HTMLInputElement).checked;
            if (this.everywhere) this.tell(leg);
          }}
        />${t("journeys.everyLeg")}</label
      >`;
  }

  private choosePart(leg: Leg, part: Part, curve: Curve | ""): void {
    const { [part]: _, ...rest } = leg.parts;
    this.tell({ ...leg, parts: curve === "" ? rest : { ...rest, [part]: curve } });
  }

  private curves<T extends Curve | "">(
    id: string,
    value: T,
    none: string | null,
    choose: (curve: T) => void,
  ) {
    return html`<select
      id=${id}
      data-testid="curve-${id}"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}
    >
      ${none === null ? nothing : html`<option value="" .selected=${value === ""}>${none}</option>`}
      ${CURVES.map((curve) => html`<option value=${curve} .selected=${curve === value}>${t(`journeys.curve.${curve}`)}</option>`)}
    </select>`;
  }
}
