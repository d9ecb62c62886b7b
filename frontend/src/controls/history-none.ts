/** What is said where no picture is shown, and what to do about it. */

import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { HistoryQuery } from "@/api/history";
import { EVERYTHING } from "@/state/history-state";
import { Speaks, t } from "@/state/language";
import { looks } from "./looks";

@customElement("rashin-history-none")
export class HistoryNone extends LitElement {
  @property({ attribute: false }) query: HistoryQuery = EVERYTHING;

  static override styles = [
    looks,
    css`
      div {
        min-height: 46vh;
        display: grid;
        place-items: center;
        align-content: center;
        gap: 4px;
        text-align: center;
        padding: 20px;
      }
      h2 {
        font-size: 1.14rem;
        color: var(--ink);
      }
      p {
        margin: 0 0 12px;
        max-width: 34em;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const { q, model, starred, folder, trash } = this.query;
    const words = q !== "" || model !== null || folder !== null;
    const key = words ? "noneFound" : trash ? "trashEmpty" : starred ? "noStars" : "empty";
    return html`<div data-testid="none">
      <h2>${t(`history.${key}`)}</h2>
      <p class="quiet">${t(`history.${key}Hint`)}</p>
      ${
        key === "empty"
          ? html`<a class="button" href="/studio">${t("history.emptyDo")}</a>`
          : html`<button @click=${() => this.dispatchEvent(new Event("everything"))}>${t("history.noneFoundDo")}</button>`
      }
    </div>`;
  }
}
