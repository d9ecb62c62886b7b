/** How far something is, in a bar and in words, and the way to stop it. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Speaks, t } from "@/state/language";
import { looks } from "./looks";

@customElement("rashin-progress")
export class ProgressView extends LitElement {
  @property() words = "";
  /** From 0 to 1; null while nobody knows. */
  @property({ attribute: false }) share: number | null = null;
  /** Nothing can be stopped any more. */
  @property({ type: Boolean }) fixed = false;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 12px;
      }
      span {
        font-size: 0.86rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .bar {
        grid-column: 1 / -1;
        height: 3px;
        border-radius: 3px;
        overflow: hidden;
        background: var(--line);
      }
      .bar i {
        display: block;
        height: 100%;
        border-radius: 3px;
        background: var(--accent);
        width: var(--share, 40%);
        transition: width 0.2s;
      }
      .unknown i {
        animation: run 1s infinite ease-in-out;
      }
      @keyframes run {
        from {
          transform: translateX(-100%);
        }
        to {
          transform: translateX(260%);
        }
      }
      button {
        min-height: 30px;
        padding: 0 10px;
        font-size: 0.83rem;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override updated(): void {
    if (this.share === null) this.style.removeProperty("--share");
    else this.style.setProperty("--share", `${Math.round(this.share * 1000) / 10}%`);
  }

  override render() {
    const now = this.share === null ? nothing : Math.round(this.share * 100);
    return html`<span role="status">${this.words}</span>
      ${
        this.fixed
          ? nothing
          : html`<button data-testid="cancel" @click=${() => this.dispatchEvent(new Event("cancel"))}>
            ${t("common.cancel")}
          </button>`
      }
      <div
        class="bar ${this.share === null ? "unknown" : ""}"
        role="progressbar"
        aria-label=${this.words}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${now}
      >
        <i></i>
      </div>`;
  }
}
