/** Image-to-image: the picture that drawing starts from, and how much of it becomes noise first. */

import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { API } from "@/api/http";
import { STRENGTH } from "@/state/knobs";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { rest, turn } from "./knob-event";
import { looks } from "./looks";
import "./slider";
import { knobLooks } from "./studio-knobs.looks";

@customElement("rashin-start-picture")
export class StartPicture extends LitElement {
  @property() image: string | null = null;
  @property({ type: Number }) strength = STRENGTH;
  @query("input[type=file]") private input!: HTMLInputElement;

  static override styles = [
    looks,
    knobLooks,
    css`
      :host {
        display: block;
      }
      .empty {
        width: 100%;
        min-height: 52px;
        border: 1.5px dashed var(--line);
        background: var(--sunken);
        font-weight: 450;
        color: var(--soft);
        justify-content: flex-start;
      }
      u {
        color: var(--accent);
        text-underline-offset: 3px;
      }
      .row {
        display: grid;
        grid-template-columns: 72px minmax(0, 1fr) auto;
        gap: 12px;
        align-items: center;
      }
      img {
        width: 72px;
        height: 72px;
        object-fit: contain;
        border-radius: 12px;
        border: 1px solid var(--line);
        background: #fff;
      }
      rashin-slider {
        --slider-columns: 72px minmax(0, 1fr) 38px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    return html`<h2>${t("studio.start")}</h2>
      ${this.image === null ? this.empty() : this.full(this.image)}
      <input
        type="file"
        class="off"
        data-testid="start-file"
        tabindex="-1"
        aria-label=${t("studio.choose")}
        accept="image/png,image/jpeg,image/webp"
        @change=${() => {
          const detail = [...(this.input.files ?? [])];
          this.dispatchEvent(new CustomEvent<readonly File[]>("start", { detail }));
          this.input.value = "";
        }}
      />`;
  }

  private empty() {
    return html`<button class="empty" data-testid="start-choose" @click=${() => this.input.click()}>
      ${icon("image")}<span>${t("studio.startHint")} <u>${t("studio.choose")}</u></span>
    </button>`;
  }

  private full(image: string) {
    return html`<div class="row">
      <img src="${API}/images/${image}.png" alt=${t("studio.start")} data-testid="start-image" />
      <rashin-slider
        name="strength"
        label=${t("studio.strength")}
        title=${t("studio.strengthHint")}
        .min=${0.05}
        .max=${1}
        .step=${0.05}
        .value=${this.strength}
        .home=${STRENGTH}
        @slide=${(event: CustomEvent<number>) => turn(this, { strength: event.detail }, "drag")}
        @settle=${() => rest(this)}
      ></rashin-slider>
      <button
        class="bare icon"
        data-testid="start-away"
        aria-label=${t("studio.removePicture")}
        title=${t("studio.removePicture")}
        @click=${() => turn(this, { image: null })}
      >
        ${icon("close")}
      </button>
    </div>`;
  }
}
