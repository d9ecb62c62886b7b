/** One box of words; the map glows, the best ones are listed. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { MapCard, Scored } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";
import "./thumb";

const LISTED = 10;

@customElement("rashin-map-search")
export class MapSearch extends LitElement {
  @property({ attribute: false }) map: MapCard | null = null;
  @property({ attribute: false }) best: readonly Scored[] | null = null;
  @property() words = "";
  @property({ type: Boolean }) busy = false;
  @query("input") private input!: HTMLInputElement;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      label {
        display: flex;
        align-items: center;
        gap: 9px;
        height: 46px;
        padding: 0 4px 0 14px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
      }
      label:focus-within {
        border-color: var(--accent);
        box-shadow:
          0 0 0 1px var(--accent),
          var(--shadow-small);
      }
      label > svg {
        color: var(--faint);
      }
      input {
        flex: 1;
        min-width: 0;
        border: 0;
        background: none;
        outline: none;
        height: 100%;
      }
      input:focus-visible {
      outline: none;
    }
      input::placeholder {
        color: var(--faint);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      .best {
        margin-top: 6px;
        padding: 11px 12px 12px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
      }
      .row {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 7px;
        margin-top: 8px;
      }
      .row button {
        padding: 0;
        min-width: 0;
        border: 0;
        background: none;
        border-radius: 22%;
        display: block;
      }
      .row button:hover {
        box-shadow: 0 0 0 2.5px var(--accent);
      }
      .bar {
        height: 2px;
        margin: -2px 12px 0;
        border-radius: 2px;
        background: var(--accent);
        transform-origin: left;
        animation: sweep 0.9s infinite;
        position: relative;
      }
      @keyframes sweep {
        from {
          transform: scaleX(0);
        }
        to {
          transform: scaleX(1);
          opacity: 0;
        }
      }
      @media (max-width: 620px) {
        .row {
          grid-template-columns: repeat(10, 44px);
          overflow-x: auto;
          padding: 3px;
          margin: 5px -3px -3px;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private clear(): void {
    this.tell("words", "");
    this.input.value = "";
    this.input.blur();
  }

  override render() {
    const { best, words } = this;
    return html`<label>
        ${icon("search")}<span class="off">${t("atlas.search")}</span>
        <input
          type="search"
          data-testid="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="2000"
          placeholder=${t("atlas.search")}
          .value=${words}
          @input=${() => this.tell("words", this.input.value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === "Enter" && !event.isComposing) this.tell("go", null);
            if (event.key === "Escape") this.clear();
            event.stopPropagation();
          }}
        />
        ${
          words === ""
            ? nothing
            : html`<button class="bare icon" aria-label=${t("atlas.searchClear")} @click=${() => this.clear()}>
              ${icon("close")}
            </button>`
        }
      </label>
      ${this.busy ? html`<div class="bar"></div>` : nothing}
      ${
        best === null || words === ""
          ? nothing
          : html`<div class="best" data-testid="results">
            <h3>${best.length > 0 ? t("atlas.best", { words }) : t("atlas.searchNone")}</h3>
            <div class="row">
              ${best.slice(0, LISTED).map(
                (one, index) =>
                  html`<button
                  aria-label="${index + 1} · ${Math.round(one.score * 100)} %"
                  @click=${() => this.tell("pick", one.n)}
                >
                  <rashin-thumb .map=${this.map} .n=${one.n}></rashin-thumb>
                </button>`,
              )}
            </div>
          </div>`
      }`;
  }
}
