/** Where pictures go: a folder that there is, a new one by its name, or none. Also gives a folder another name. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Folder } from "@/api/history";
import { count, Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";
import { sheetLooks } from "./sheet.looks";

export const LONGEST_NAME = 120;

/** A name as the server keeps it. */
export const tidy = (name: string): string => name.split(/\s+/).join(" ").trim();

@customElement("rashin-folder-sheet")
export class FolderSheet extends LitElement {
  @property({ attribute: false }) folders: readonly Folder[] = [];
  @state() private many = 0;
  @state() private renaming: string | null = null;
  @state() private name = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input") private input!: HTMLInputElement;
  private answer: ((folder: string | null) => void) | null = null;

  static override styles = [
    looks,
    sheetLooks,
    css`
      form {
        display: flex;
        gap: 8px;
      }
      ul {
        list-style: none;
        margin: 12px 0 0;
        padding: 0;
        max-height: 46dvh;
        overflow-y: auto;
      }
      li button {
        width: 100%;
        justify-content: flex-start;
        border-color: transparent;
        background: none;
        min-height: 44px;
        text-align: left;
      }
      li span {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        color: var(--soft);
        font-weight: 400;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  /** Ask where so many pictures should go; `take` is told the folder, null for none. */
  async move(many: number, take: (folder: string | null) => void): Promise<void> {
    [this.many, this.renaming, this.name, this.answer] = [many, null, "", take];
    await this.open();
  }

  /** Ask for another name of a folder. */
  async rename(folder: string, take: (name: string | null) => void): Promise<void> {
    [this.many, this.renaming, this.name, this.answer] = [0, folder, folder, take];
    await this.open();
    this.input.select();
  }

  private async open(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  private take(folder: string | null): void {
    const { answer } = this;
    this.answer = null;
    this.dialog.close();
    answer?.(folder);
  }

  override render() {
    const { renaming } = this;
    const named = tidy(this.name);
    const title =
      renaming === null
        ? t(this.many === 1 ? "history.moveOne" : "history.moveMany", { n: count(this.many) })
        : t("history.rename", { name: renaming });
    return html`<dialog data-testid="folders" aria-label=${title}>
      <header>
        <h2>${title}</h2>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.dialog.close()}>
          ${icon("close")}
        </button>
      </header>
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          if (named !== "") this.take(named);
        }}
      >
        <input
          autofocus
          data-testid="folder-name"
          maxlength=${LONGEST_NAME}
          aria-label=${t("history.folderName")}
          placeholder=${t("history.folderName")}
          .value=${this.name}
          @input=${() => {
            this.name = this.input.value;
          }}
        />
        <button class="primary" data-testid="folder-take" ?disabled=${named === "" || named === renaming}>
          ${t(renaming === null ? "history.moveTo" : "history.renameDo")}
        </button>
      </form>
      ${
        renaming === null
          ? html`<ul>
            ${this.folders.map(
              (folder) =>
                html`<li>
                  <button @click=${() => this.take(folder.name)}>
                    ${icon("folder")}<span>${folder.name}</span><small>${count(folder.count)}</small>
                  </button>
                </li>`,
            )}
            <li>
              <button data-testid="folder-none" @click=${() => this.take(null)}>
                ${icon("close")}<span>${t("history.noFolder")}</span>
              </button>
            </li>
          </ul>`
          : nothing
      }
    </dialog>`;
  }
}
