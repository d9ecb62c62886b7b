/** The expressions that were tried in this browser, and those of kept pictures. */

import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Used } from "@/api/expressions";
import { Speaks, t } from "@/state/language";
import type { Tried } from "@/state/tried-expressions";
import { icon } from "./icons";
import { looks } from "./looks";

@customElement("rashin-expression-history")
export class ExpressionHistory extends LitElement {
  @property({ attribute: false }) used: readonly Used[] = [];
  @property({ attribute: false }) tried: readonly Tried[] = [];

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      h2 {
        margin-bottom: 9px;
      }
      ul {
        list-style: none;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 4px;
        margin: 0;
        padding: 0;
        max-height: 260px;
        overflow: auto;
      }
      button {
        width: 100%;
        justify-content: flex-start;
        border: 0;
        background: none;
        font-weight: 400;
        padding: 2px 6px;
      }
      img,
      i {
        width: 34px;
        height: 34px;
        border-radius: 9px;
        background: var(--sunken);
        flex: none;
        display: grid;
        place-items: center;
        color: var(--faint);
      }
      code {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 0.86rem;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private rows(): readonly (Tried & { readonly image: string | null })[] {
    const kept = new Set(this.used.map((one) => one.expression));
    return [
      ...this.used.map(({ expression, image }) => ({ expression, image, mode: "pictures" as const })),
      ...this.tried.filter((one) => !kept.has(one.expression)).map((one) => ({ ...one, image: null })),
    ];
  }

  override render() {
    const rows = this.rows();
    return html`<h2>${t("playground.history")}</h2>
      ${
        rows.length === 0
          ? html`<p class="quiet">${t("playground.noHistory")}</p>`
          : html`<ul data-testid="past">
            ${rows.map(
              (row) =>
                html`<li>
                  <button @click=${() => this.dispatchEvent(new CustomEvent<Tried>("use", { detail: row }))}>
                    ${
                      row.image
                        ? html`<img src=${row.image} alt="" loading="lazy" />`
                        : html`<i>${icon(row.mode === "words" ? "pen" : "image")}</i>`
                    }
                    <code>${row.expression}</code>
                  </button>
                </li>`,
            )}
          </ul>`
      }`;
  }
}
