/** What part of the history is shown: everything, the starred, a folder, the trash. Pictures can be dropped on a folder. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Folder, HistoryQuery } from "@/api/history";
import { EVERYTHING } from "@/state/history-state";
import { count, Speaks, t } from "@/state/language";
import { type IconName, icon } from "./icons";
import { looks } from "./looks";
import { CARRIED } from "./picture-grid";

export interface Carried {
  readonly ids: readonly string[];
  readonly folder: string | null;
}

@customElement("rashin-history-rail")
export class HistoryRail extends LitElement {
  @property({ attribute: false }) folders: readonly Folder[] = [];
  @property({ attribute: false }) query: HistoryQuery = EVERYTHING;
  @state() private over: string | null = null;

  static override styles = [
    looks,
    css`
      nav {
        display: flex;
        flex-direction: column;
        gap: 2px;
      }
      button {
        justify-content: flex-start;
        border-color: transparent;
        background: none;
        font-weight: 500;
        width: 100%;
        text-align: left;
      }
      button[aria-current="true"] {
        background: var(--surface);
        border-color: var(--line);
        font-weight: 600;
      }
      button.over {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      .new {
        color: var(--soft);
      }
      span {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      hr {
        width: 100%;
        border: 0;
        border-top: 1px solid var(--line);
        margin: 6px 0;
      }
      @media (max-width: 760px) {
        nav {
          flex-direction: row;
          overflow-x: auto;
          scrollbar-width: none;
          gap: 6px;
          padding: 2px;
          margin: -2px;
        }
        button {
          width: auto;
          flex: none;
          max-width: 200px;
          border-color: var(--line);
          background: var(--surface);
        }
        button[aria-current="true"] {
          background: var(--ink);
          border-color: var(--ink);
          color: var(--surface);
        }
        [aria-current="true"] small {
          color: inherit;
        }
        hr {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private go(part: Partial<HistoryQuery>): void {
    const { q, model } = this.query;
    this.dispatchEvent(new CustomEvent<HistoryQuery>("go", { detail: { ...EVERYTHING, q, model, ...part } }));
  }

  private drop(event: DragEvent, folder: string): void {
    event.preventDefault();
    this.over = null;
    const ids: unknown = JSON.parse(event.dataTransfer?.getData(CARRIED) || "[]");
    if (Array.isArray(ids))
      this.dispatchEvent(new CustomEvent<Carried>("put", { detail: { ids: ids.map(String), folder } }));
  }

  override render() {
    const { starred, folder, trash } = this.query;
    const all = !starred && !trash && folder === null;
    return html`<nav aria-label=${t("history.parts")} data-testid="parts">
      ${this.entry("clock", t("history.all"), all, {})}
      ${this.entry("star", t("history.starred"), starred, { starred: true })}
      ${this.folders.length > 0 ? html`<hr />` : nothing}
      ${this.folders.map(
        (one) =>
          html`<button
            data-testid="folder"
            data-name=${one.name}
            class=${this.over === one.name ? "over" : ""}
            title=${one.name}
            aria-current=${folder === one.name}
            @click=${() => this.go({ folder: one.name })}
            @dragover=${(event: DragEvent) => {
              if (!event.dataTransfer?.types.includes(CARRIED)) return;
              event.preventDefault();
              this.over = one.name;
            }}
            @dragleave=${() => {
              this.over = null;
            }}
            @drop=${(event: DragEvent) => this.drop(event, one.name)}
          >
            ${icon("folder")}<span>${one.name}</span><small>${count(one.count)}</small>
          </button>`,
      )}
      <button data-testid="new-folder" class="new" @click=${() => this.dispatchEvent(new Event("fresh"))}>
        ${icon("plus")}<span>${t("history.newFolder")}</span>
      </button>
      <hr />
      ${this.entry("trash", t("history.trash"), trash, { trash: true })}
    </nav>`;
  }

  private entry(name: IconName, words: string, on: boolean, part: Partial<HistoryQuery>) {
    return html`<button data-testid="part-${name}" aria-current=${on} @click=${() => this.go(part)}>
      ${icon(name)}<span>${words}</span>
    </button>`;
  }
}
