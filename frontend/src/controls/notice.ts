/** What went wrong and what to do about it. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Problem } from "@/api/problem";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

@customElement("rashin-notice")
export class Notice extends LitElement {
  @property({ attribute: false }) problem: Problem | null = null;
  @property({ type: Boolean }) retry = false;

  static override styles = [
    looks,
    css`
      .box {
        display: flex;
        gap: 10px 12px;
        align-items: center;
        flex-wrap: wrap;
        padding: 11px 12px 11px 15px;
        background: var(--raised);
        border: 1px solid var(--line);
        border-left: 3px solid var(--accent);
        border-radius: var(--radius-small);
        box-shadow: var(--shadow-small);
      }
      p {
        margin: 0;
        flex: 1 1 200px;
        overflow-wrap: anywhere;
        font-size: 0.92rem;
      }
      small {
        display: block;
        color: var(--soft);
        font-size: 0.87rem;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const { problem } = this;
    if (!problem) return nothing;
    const offline = problem.code === "offline";
    return html`<div class="box" role="alert" data-testid="notice">
      <p>
        ${offline ? t("status.offline") : problem.message || t("common.error")}
        <small>${offline ? t("common.offlineHint") : problem.hint}</small>
      </p>
      ${
        this.retry
          ? html`<button @click=${() => this.dispatchEvent(new Event("retry"))}>${t("common.retry")}</button>`
          : nothing
      }
      <button
        class="bare icon"
        aria-label=${t("common.close")}
        @click=${() => this.dispatchEvent(new Event("dismiss"))}
      >
        ${icon("close")}
      </button>
    </div>`;
  }
}
