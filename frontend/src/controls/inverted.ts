/** A picture whose noise was found: what is drawn now goes out from there. */

import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { API } from "@/api/http";
import type { ModelCard } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import { icon } from "./icons";
import { turn } from "./knob-event";
import { looks } from "./looks";

@customElement("rashin-inverted")
export class Inverted extends LitElement {
  @property({ attribute: false }) card: ModelCard | null = null;
  @property() sha256 = "";
  @property() method: string | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        background: var(--sunken);
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 10px;
      }
      .row {
        display: grid;
        grid-template-columns: 56px minmax(0, 1fr) auto;
        gap: 12px;
        align-items: center;
      }
      img {
        width: 56px;
        height: 56px;
        object-fit: contain;
        border-radius: 10px;
        background: #fff;
      }
      p {
        margin: 2px 0 0;
        font-size: 0.87rem;
        color: var(--soft);
      }
      .again {
        min-height: 28px;
        padding: 0;
        color: var(--accent);
        border: 0;
        background: none;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const ways = this.card?.inversions ?? [];
    const way = ways.find((one) => one.id === this.method) ?? ways[0];
    return html`<div class="row" data-testid="inverted">
      <img src="${API}/images/${this.sha256}.png" alt="" />
      <div>
        <h2>${t("studio.inverted")}</h2>
        <p>
          ${way ? say(way.title) : (this.method ?? "")}
          ${
            ways.length > 1
              ? html`<button class="again" @click=${() => this.dispatchEvent(new Event("again"))}>
                ${t("studio.invertedOther")}
              </button>`
              : ""
          }
        </p>
      </div>
      <button
        class="bare icon"
        aria-label=${t("studio.expressionClear")}
        title=${t("studio.expressionClear")}
        @click=${() => turn(this, { noise: null })}
      >
        ${icon("close")}
      </button>
    </div>`;
  }
}
