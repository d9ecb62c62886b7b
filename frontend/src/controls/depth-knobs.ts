/** How the picture is drawn: steps, guidance, sampler, size. Only what the model's card offers. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ModelCard } from "@/api/types";
import { type StudioState, sideOf } from "@/state/knobs";
import { Speaks, t } from "@/state/language";
import { samplerName } from "@/state/sampler-names";
import { icon } from "./icons";
import { rest, turn } from "./knob-event";
import { looks } from "./looks";
import "./slider";
import { knobLooks } from "./studio-knobs.looks";

@customElement("rashin-depth-knobs")
export class DepthKnobs extends LitElement {
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) studio: StudioState | null = null;

  static override styles = [
    looks,
    knobLooks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .pair {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 18px;
        align-items: flex-end;
      }
      .pair > .group {
        flex: 1 1 130px;
      }
      .size {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .size input {
        width: 76px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const { card, studio } = this;
    if (!card || !studio) return nothing;
    const samplers = card.samplers.length > 1;
    return html`
      ${card.steps.max > card.steps.min ? this.steps(card, studio) : nothing}
      ${card.guidance.max > card.guidance.min ? this.guidance(card, studio) : nothing}
      ${
        samplers || card.size.sizes
          ? html`<div class="pair">
            ${samplers ? this.sampler(card, studio) : nothing} ${card.size.sizes ? this.size(card, studio) : nothing}
          </div>`
          : nothing
      }
    `;
  }

  private steps(card: ModelCard, studio: StudioState) {
    if (card.steps.choices.length === 0)
      return html`<rashin-slider
        name="steps"
        label=${t("studio.steps")}
        .min=${card.steps.min}
        .max=${card.steps.max}
        .step=${1}
        .value=${studio.steps}
        .home=${card.steps.default}
        @slide=${(event: CustomEvent<number>) => turn(this, { steps: event.detail }, "drag")}
        @settle=${() => rest(this)}
      ></rashin-slider>`;
    return html`<div class="group">
      <h2>${t("studio.steps")}</h2>
      <div class="segments" data-testid="steps">
        ${card.steps.choices.map(
          (steps) =>
            html`<button
              class="icon"
              data-testid="steps-${steps}"
              aria-pressed=${steps === studio.steps}
              @click=${() => turn(this, { steps })}
            >
              ${steps}
            </button>`,
        )}
      </div>
    </div>`;
  }

  private guidance(card: ModelCard, studio: StudioState) {
    return html`<rashin-slider
      name="guidance"
      label=${t("studio.guidance")}
      .min=${card.guidance.min}
      .max=${card.guidance.max}
      .step=${0.1}
      .value=${studio.guidance}
      .home=${card.guidance.default}
      @slide=${(event: CustomEvent<number>) => turn(this, { guidance: event.detail }, "drag")}
      @settle=${() => rest(this)}
    ></rashin-slider>`;
  }

  private sampler(card: ModelCard, studio: StudioState) {
    return html`<label class="group">
      <h2>${t("studio.sampler")}</h2>
      <select
        data-testid="sampler"
        @change=${(event: Event) => turn(this, { sampler: (event.target as HTMLSelectElement).value })}
      >
        ${card.samplers.map(
          (one) =>
            html`<option value=${one} .selected=${one === studio.sampler}>${samplerName(one)}</option>`,
        )}
      </select>
    </label>`;
  }

  private size(card: ModelCard, studio: StudioState) {
    const { sizes } = card.size;
    if (!sizes) return nothing;
    const side = (name: "width" | "height") =>
      html`<input
        class="figure"
        type="number"
        inputmode="numeric"
        data-testid=${name}
        aria-label=${t(`studio.${name}`)}
        min=${sizes.min}
        max=${sizes.max}
        step=${sizes.multiple}
        .value=${String(studio[name])}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const next = sideOf(card, input.valueAsNumber || studio[name], studio[name]);
          input.value = String(next);
          turn(this, { [name]: next });
        }}
      />`;
    return html`<div class="group" role="group" aria-label=${t("studio.size")}>
      <h2>${t("studio.size")}</h2>
      <div class="size">
        ${side("width")}<span class="quiet">×</span>${side("height")}
        <button
          class="bare icon"
          data-testid="swap-sides"
          aria-label=${t("studio.swapSides")}
          title=${t("studio.swapSides")}
          ?disabled=${studio.width === studio.height}
          @click=${() => turn(this, { width: studio.height, height: studio.width })}
        >
          ${icon("swap")}
        </button>
      </div>
    </div>`;
  }
}
