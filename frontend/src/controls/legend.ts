/** What the colours of the dots mean; a click shows one group alone. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { MapColumn } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import { looks } from "./looks";

@customElement("rashin-legend")
export class Legend extends LitElement {
  @property({ attribute: false }) columns: readonly MapColumn[] = [];
  @property() column = "";
  @property({ type: Number }) alone: number | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
        padding: 4px 6px 6px;
        max-width: 100%;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-left: 8px;
        font-size: 0.84rem;
        color: var(--soft);
      }
      select {
        border: 0;
        background: none;
        font-weight: 600;
        min-height: 40px;
        color: var(--ink);
        flex: 1;
        min-width: 0;
        cursor: pointer;
      }
      option {
        background: var(--surface);
        color: var(--ink);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        max-height: 38vh;
        overflow-y: auto;
      }
      li button {
        width: 100%;
        justify-content: flex-start;
        min-height: 30px;
        padding: 0 8px;
        font-weight: 450;
        font-size: 0.86rem;
        border: 0;
        background: none;
        text-align: left;
      }
      li button[aria-pressed="true"] {
        background: var(--sunken);
        color: var(--ink);
        font-weight: 600;
      }
      li.faded button {
        color: var(--faint);
      }
      svg.dot {
        width: 11px;
        height: 11px;
        flex: none;
      }
      @media (max-width: 900px) {
        ul {
          display: none;
        }
        :host {
          padding: 2px 6px;
        }
      }
      @media (pointer: coarse) {
        li button {
          min-height: 40px;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const column = this.columns.find((known) => known.id === this.column);
    return html`<label class="head">
        ${t("atlas.colour")}
        <select
          data-testid="colour"
          .value=${this.column}
          @change=${(event: Event) =>
            this.dispatchEvent(
              new CustomEvent("column", { detail: (event.target as HTMLSelectElement).value }),
            )}
        >
          ${this.columns.map(
            (known) =>
              html`<option value=${known.id} ?selected=${known.id === this.column}>${say(known.title)}</option>`,
          )}
        </select>
      </label>
      <ul data-testid="legend">
        ${column?.legend.map((entry, index) => {
          const pressed = this.alone === index;
          return html`<li class=${this.alone !== null && !pressed ? "faded" : ""}>
            <button
              aria-pressed=${pressed}
              @click=${() => this.dispatchEvent(new CustomEvent("alone", { detail: pressed ? null : index }))}
            >
              <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill=${entry.colour} /></svg
              >${say(entry.title)}
            </button>
          </li>`;
        })}
        ${
          this.alone === null
            ? nothing
            : html`<li><button @click=${() => this.dispatchEvent(new CustomEvent("alone", { detail: null }))}>
              ${t("atlas.all")}
            </button></li>`
        }
      </ul>`;
  }
}
