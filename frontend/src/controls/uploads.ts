/** Pictures that were dropped in: A, B, and the way between them. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { API } from "@/api/http";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";
import "./slider";

@customElement("rashin-uploads")
export class Uploads extends LitElement {
  @property() first: string | null = null;
  @property() second: string | null = null;
  @property({ type: Number }) t = 0.5;
  @query("input[type=file]") private input!: HTMLInputElement;

  static override styles = [
    looks,
    css`
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 10px;
      }
      figure {
        margin: 0;
        position: relative;
      }
      .slot {
        width: 100%;
        aspect-ratio: 1;
        border-radius: 14px;
        border: 1.5px dashed var(--line);
        background: var(--sunken);
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        text-align: center;
        gap: 6px;
        padding: 10px;
        font-size: 0.84rem;
        font-weight: 450;
        color: var(--soft);
        overflow: hidden;
      }
      .slot.full {
        padding: 0;
        border-style: solid;
        background: #fff;
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      figcaption {
        font-size: 0.82rem;
        color: var(--soft);
        margin-top: 5px;
      }
      .away {
        position: absolute;
        top: 4px;
        right: 4px;
        border-radius: 50%;
        background: rgb(255 255 255 / 88%);
        color: #141c28;
      }
      u {
        color: var(--accent);
        text-underline-offset: 3px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private slot_(which: "first" | "second") {
    const hash = this[which];
    const title = t(`studio.${which}`);
    if (hash === null)
      return html`<figure>
        <button class="slot" @click=${() => this.input.click()}>
          ${icon("image")}<span>${t("studio.dropHint")} <u>${t("studio.choose")}</u></span>
        </button>
        <figcaption>${title}</figcaption>
      </figure>`;
    return html`<figure>
      <div class="slot full"><img src="${API}/images/${hash}.png" alt=${title} data-testid="original-${which}" /></div>
      <button class="bare icon away" aria-label=${t("studio.removePicture")} @click=${() => this.tell("away", which)}>
        ${icon("close")}
      </button>
      <figcaption>${title} · ${t("studio.original")}</figcaption>
    </figure>`;
  }

  override render() {
    return html`<div class="pair">${this.slot_("first")}${this.slot_("second")}</div>
      <input
        type="file"
        class="off"
        data-testid="file"
        tabindex="-1"
        aria-label=${t("studio.choose")}
        accept="image/png,image/jpeg,image/webp"
        multiple
        @change=${() => {
          this.tell("files", [...(this.input.files ?? [])]);
          this.input.value = "";
        }}
      />
      ${
        this.second === null
          ? nothing
          : html`<rashin-slider
            name="slider-t"
            label=${t("studio.betweenTwo")}
            .value=${this.t}
            .home=${0.5}
            @slide=${(event: CustomEvent<number>) => this.tell("slide", event.detail)}
            @settle=${(event: CustomEvent<number>) => this.tell("settle", event.detail)}
          ></rashin-slider>`
      }`;
  }
}
