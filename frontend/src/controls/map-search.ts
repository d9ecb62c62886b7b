/** One box: words, an expression, fields of recipes, a picture, or "like these"; the map glows, the best are listed. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { MapCard, Scored } from "@/api/types";
import { count, Speaks, t } from "@/state/language";
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
  /** A picture that was dropped in. */
  @property() picture: string | null = null;
  /** How many chosen points the answer is to be like, and how many unlike. */
  @property({ type: Number }) like = 0;
  @property({ type: Number }) unlike = 0;
  /** What is wrong with an expression, where it is wrong. */
  @property() mistake = "";
  @query("input[type=search]") private input!: HTMLInputElement;
  @query("input[type=file]") private file!: HTMLInputElement;

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
      .token {
        display: inline-flex;
        align-items: center;
        gap: 7px;
        padding: 3px 9px 3px 4px;
        border-radius: 9px;
        background: var(--sunken);
        font-size: 0.84rem;
        font-weight: 600;
        white-space: nowrap;
        min-height: 30px;
        padding-left: 9px;
      }
      .token img {
        border-radius: 7px;
        margin-left: -5px;
        object-fit: cover;
      }
      .mistake {
        margin: 6px 0 0;
        padding: 8px 12px;
        font-size: 0.86rem;
        background: var(--surface);
        border: 1px solid var(--line);
        border-left: 3px solid var(--accent);
        border-radius: 10px;
        box-shadow: var(--shadow-small);
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
    this.tell("forget", null);
    this.tell("words", "");
    this.input.value = "";
    this.input.blur();
  }

  private get token(): string {
    if (this.picture !== null) return t("map.askPicture");
    if (this.like + this.unlike === 0) return "";
    const parts = [
      ...(this.like > 0 ? [t("map.askLike", { n: count(this.like) })] : []),
      ...(this.unlike > 0 ? [t("map.askUnlike", { n: count(this.unlike) })] : []),
    ];
    return parts.join(" · ");
  }

  private heading(): string {
    if ((this.best?.length ?? 0) === 0) return t("atlas.searchNone");
    return this.token || t("atlas.best", { words: this.words });
  }

  override render() {
    const { best, words, token } = this;
    return html`<label>
        ${icon("search")}<span class="off">${t("map.ask")}</span>
        ${
          token
            ? html`<span class="token" data-testid="token"
              >${this.picture === null ? nothing : html`<img src=${this.picture} alt="" width="26" height="26" />`}${token}</span
            >`
            : nothing
        }
        <input
          type="search"
          data-testid="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="2000"
          placeholder=${token ? "" : t("map.ask")}
          aria-invalid=${this.mistake !== ""}
          .value=${words}
          @input=${() => this.tell("words", this.input.value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === "Enter" && !event.isComposing) this.tell("go", null);
            if (event.key === "Escape") this.clear();
            event.stopPropagation();
          }}
        />
        ${
          words === "" && token === ""
            ? html`<button class="bare icon" aria-label=${t("map.askPicture")} title=${t("map.askPicture")} @click=${() => this.file.click()}>
              ${icon("image")}
            </button>`
            : html`<button class="bare icon" aria-label=${t("atlas.searchClear")} @click=${() => this.clear()}>
              ${icon("close")}
            </button>`
        }
      </label>
      ${this.busy ? html`<div class="bar"></div>` : nothing}
      ${
        this.mistake !== ""
          ? html`<p class="mistake" role="status" data-testid="mistake">${this.mistake}</p>`
          : nothing
      }
      <input
        class="off"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        tabindex="-1"
        aria-hidden="true"
        @change=${() => {
          const file = this.file.files?.[0];
          if (file) this.tell("file", file);
          this.file.value = "";
        }}
      />
      ${
        best === null || (words === "" && token === "")
          ? nothing
          : html`<div class="best" data-testid="results">
            <h3>${this.heading()}</h3>
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
