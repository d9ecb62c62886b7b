/** What was just done, with ten seconds to think again. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

export const UNDO_MS = 10_000;

@customElement("rashin-toast")
export class Toast extends LitElement {
  @state() private words: (() => string) | null = null;
  private undo: (() => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    looks,
    css`
      :host {
        position: fixed;
        left: 50%;
        bottom: calc(18px + var(--tabs, env(safe-area-inset-bottom)));
        transform: translateX(-50%);
        z-index: 60;
        max-width: calc(100vw - 24px);
      }
      .box {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 5px 6px 5px 16px;
        border-radius: var(--radius);
        background: var(--ink);
        color: var(--surface);
        box-shadow: var(--shadow);
        font-size: 0.92rem;
        position: relative;
        overflow: hidden;
      }
      span {
        margin-right: 8px;
      }
      button.bare {
        color: inherit;
      }
      button.bare:hover:not(:disabled) {
        background: rgb(128 128 128 / 30%);
        border-color: transparent;
      }
      i {
        position: absolute;
        inset: auto 0 0 0;
        height: 2px;
        background: var(--accent);
        transform-origin: left;
        animation: shrink 10s linear forwards;
      }
      @keyframes shrink {
        to {
          transform: scaleX(0);
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  show(words: () => string, undo: (() => void) | null): void {
    clearTimeout(this.timer);
    this.words = null;
    this.undo = undo;
    // Drawn empty once, so that the ten seconds are seen to begin again.
    void this.updateComplete.then(() => {
      this.words = words;
    });
    this.timer = setTimeout(() => this.hide(), UNDO_MS);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.words = null;
    this.undo = null;
  }

  /** Take back what was just done; false when there is nothing (any more) to take back. */
  takeBack(): boolean {
    const { undo } = this;
    if (!undo) return false;
    this.hide();
    undo();
    return true;
  }

  override render() {
    return html`<div role="status">
      ${
        this.words === null
          ? nothing
          : html`<div class="box" data-testid="toast">
            <span>${this.words()}</span>
            ${
              this.undo
                ? html`<button class="bare" data-testid="undo" @click=${() => this.takeBack()}>${icon("undo")}${t("history.undo")}</button>`
                : nothing
            }
            <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.hide()}>
              ${icon("close")}
            </button>
            <i></i>
          </div>`
      }
    </div>`;
  }
}
