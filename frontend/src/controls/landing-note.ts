/** Where the picture of an empty place landed, in plain words. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Landing } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

/** Nearer than this, in neighbour distances, is where one clicked. */
const THERE = 0.15;

@customElement("rashin-landing")
export class LandingNote extends LitElement {
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) landing: Landing | null = null;

  static override styles = [
    looks,
    css`
      .note {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 8px 8px 14px;
        min-height: 58px;
        border-radius: 12px;
        box-shadow: var(--shadow);
        font-size: 0.92rem;
        background: var(--raised);
        color: var(--ink);
        border: 1px solid var(--line);
      }
      .note img {
        border-radius: 12px;
        background: #fff;
        margin: 0 0 0 -6px;
        flex: none;
        box-shadow: inset 0 0 0 1px rgb(20 28 40 / 12%);
      }
      .note small {
        display: block;
        color: var(--soft);
      }
      .note button {
        flex: none;
      }
      .spin {
        width: 18px;
        height: 18px;
        border: 2.5px solid var(--line);
        border-top-color: var(--accent);
        border-radius: 50%;
        animation: spin 0.8s linear infinite;
        flex: none;
      }
      @keyframes spin {
        to {
          transform: rotate(1turn);
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const { landing } = this;
    if (this.busy)
      return html`<div class="note" role="status" data-testid="landing" data-state="running">
        <i class="spin"></i><span>${t("atlas.decoding")}</span>
        <button class="bare" @click=${() => this.tell("cancel")}>${t("common.cancel")}</button>
      </div>`;
    if (!landing) return nothing;
    const { error, image } = { error: landing.error, image: landing.render.image };
    const percent = Math.round(landing.confidence * 100);
    const words =
      error < THERE
        ? t("atlas.landingNear", { percent })
        : t("atlas.landing", { percent, distance: error.toFixed(error < 10 ? 1 : 0) });
    return html`<div class="note" role="status" data-testid="landing" data-state="done">
      ${image ? html`<img src=${image.url} alt="" width="56" height="56" />` : nothing}
      <span>${words}${landing.clamped ? html`<small>${t("atlas.edge")}</small>` : nothing}</span>
      ${
        landing.point === null
          ? nothing
          : html`<button data-testid="landing-open" @click=${() => this.tell("open", landing.point)}>
            ${t("atlas.recipe")}
          </button>`
      }
      <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.tell("cancel")}>${icon("close")}</button>
    </div>`;
  }
}
