/** The bar over the kept pictures: how they are found, or, while some are chosen, what to do with them. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { HistoryQuery } from "@/api/history";
import type { ModelCard } from "@/api/types";
import { EVERYTHING } from "@/state/history-state";
import { count, Speaks, say, t } from "@/state/language";
import { type IconName, icon } from "./icons";
import { looks } from "./looks";

const PAUSE_MS = 260;

/** What the buttons of the bar are called when they are pressed. */
export type BarAct =
  | "star"
  | "move"
  | "compare"
  | "download"
  | "discard"
  | "restore"
  | "all"
  | "none"
  | "choose"
  | "rename"
  | "remove"
  | "empty";

@customElement("rashin-history-bar")
export class HistoryBar extends LitElement {
  @property({ attribute: false }) query: HistoryQuery = EVERYTHING;
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property({ type: Number }) chosen = 0;
  @property({ type: Boolean }) choosing = false;
  @property({ type: Boolean }) empty = false;
  @property({ type: Number }) tile = 132;
  @query("input[type=search]") private input!: HTMLInputElement | null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 42px;
      }
      .find {
        position: relative;
        flex: 1 1 120px;
        min-width: 0;
        max-width: 520px;
      }
      .find svg {
        position: absolute;
        left: 12px;
        top: 11px;
        color: var(--soft);
        pointer-events: none;
      }
      input[type="search"] {
        width: 100%;
        min-height: 40px;
        padding: 0 12px 0 38px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
      }
      select {
        min-height: 40px;
        max-width: 190px;
        min-width: 0;
        padding: 0 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
        text-overflow: ellipsis;
      }
      input[type="range"] {
        width: 96px;
        accent-color: var(--accent);
      }
      .space {
        flex: 1;
      }
      b {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .acting {
        padding: 0 6px 0 2px;
        border-radius: var(--radius-small);
        background: var(--surface);
        box-shadow: 0 0 0 1px var(--accent);
      }
      .acting button {
        border-color: transparent;
        background: none;
      }
      .acting button:hover:not(:disabled) {
        background: var(--sunken);
      }
      button {
        white-space: nowrap;
      }
      @media (max-width: 1080px) {
        .acting button span,
        .folder span {
          display: none;
        }
        .acting button,
        .folder {
          padding: 0;
        }
      }
      @media (max-width: 760px) {
        .size,
        .finding > .space {
          display: none;
        }
        .model {
          width: 112px;
        }
        .acting {
          gap: 0;
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

  /** Put the caret into the search. */
  override focus(): void {
    this.input?.focus();
  }

  private ask(part: Partial<HistoryQuery>): void {
    clearTimeout(this.timer);
    this.dispatchEvent(new CustomEvent<HistoryQuery>("go", { detail: { ...this.query, ...part } }));
  }

  private act(name: BarAct): void {
    this.dispatchEvent(new CustomEvent<BarAct>("act", { detail: name }));
  }

  override render() {
    return this.chosen > 0 || this.choosing ? this.acting() : this.finding();
  }

  private button(name: BarAct, picture: IconName, words: string, off = false, hint = words) {
    return html`<button data-testid="act-${name}" title=${hint} aria-label=${words} ?disabled=${off} @click=${() => this.act(name)}>
      ${icon(picture)}<span>${words}</span>
    </button>`;
  }

  private acting() {
    const { chosen } = this;
    const none = chosen === 0;
    const words = chosen === 1 ? t("history.chosenOne") : t("history.chosenMany", { n: count(chosen) });
    return html`<div class="bar acting" role="toolbar" aria-label=${words} data-testid="acting">
      <button class="icon" data-testid="act-none" aria-label=${t("history.letGo")} title=${t("history.letGo")} @click=${() => this.act("none")}>
        ${icon("close")}
      </button>
      <b role="status">${words}</b>
      <i class="space"></i>
      ${this.button("all", "tick", t("history.chooseAll"))}
      ${
        this.query.trash
          ? this.button("restore", "undo", t("history.restore"), none)
          : html`${this.button("compare", "compare", t("history.compare"), chosen !== 2, t("history.compareHint"))}
            ${this.button("star", "star", t("history.star"), none)}
            ${this.button("move", "folder", t("history.move"), none)}
            ${this.button("download", "down", t("history.download"), none)}
            ${this.button("discard", "trash", t("history.discard"), none)}`
      }
    </div>`;
  }

  private finding() {
    const { query: asked, models } = this;
    return html`<div class="bar finding">
      <div class="find">
        ${icon("search")}
        <input
          type="search"
          data-testid="history-search"
          aria-label=${t("history.search")}
          placeholder=${t("history.search")}
          .value=${asked.q}
          @input=${(event: Event) => {
            const q = (event.target as HTMLInputElement).value;
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.ask({ q }), PAUSE_MS);
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === "Enter") this.ask({ q: (event.target as HTMLInputElement).value });
          }}
        />
      </div>
      ${
        models.length < 2
          ? nothing
          : html`<select
              class="model"
              data-testid="history-model"
              aria-label=${t("history.model")}
              @change=${(event: Event) => this.ask({ model: (event.target as HTMLSelectElement).value || null })}
            >
              <option value="" .selected=${asked.model === null}>${t("history.anyModel")}</option>
              ${models.map(
                (one) =>
                  html`<option value=${one.id} .selected=${asked.model === one.id}>${say(one.title)}</option>`,
              )}
            </select>`
      }
      <i class="space"></i>
      ${
        asked.folder === null
          ? nothing
          : html`<button class="folder" data-testid="act-rename" aria-label=${t("history.renameDo")} title=${t("history.renameDo")} @click=${() => this.act("rename")}>
                ${icon("pen")}<span>${t("history.renameDo")}</span>
              </button>
              <button class="folder" data-testid="act-remove" aria-label=${t("history.removeFolder")} title=${t("history.removeFolder")} @click=${() => this.act("remove")}>
                ${icon("trash")}<span>${t("history.removeFolder")}</span>
              </button>`
      }
      ${
        asked.trash
          ? html`<button data-testid="act-empty" ?disabled=${this.empty} @click=${() => this.act("empty")}>
              ${icon("trash")}${t("history.emptyTrash")}
            </button>`
          : nothing
      }
      <input
        class="size"
        type="range"
        min="72"
        max="280"
        step="4"
        .value=${String(this.tile)}
        aria-label=${t("history.size")}
        title=${t("history.size")}
        @input=${(event: Event) =>
          this.dispatchEvent(
            new CustomEvent<number>("tile", { detail: Number((event.target as HTMLInputElement).value) }),
          )}
      />
      <button class="icon" data-testid="act-choose" ?disabled=${this.empty} aria-label=${t("history.chooseMode")} title=${t("history.chooseMode")} @click=${() => this.act("choose")}>
        ${icon("tick")}
      </button>
    </div>`;
  }
}
