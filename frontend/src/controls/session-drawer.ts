/** What else can be done with sessions: export, import, begin anew, go on with an earlier one, forget. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { asProblem, type Problem } from "@/api/problem";
import type { Session, TakenIn } from "@/api/sessions";
import * as api from "@/api/sessions";
import { count, Speaks, t } from "@/state/language";
import { session } from "@/state/session";
import "./confirm-sheet";
import type { ConfirmSheet } from "./confirm-sheet";
import { icon } from "./icons";
import { looks } from "./looks";
import "./notice";
import { sheetLooks } from "./sheet.looks";

@customElement("rashin-session-drawer")
export class SessionDrawer extends LitElement {
  @state() private earlier: readonly Session[] = [];
  @state() private busy = false;
  @state() private taken: TakenIn | null = null;
  @state() private problem: Problem | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("rashin-confirm") private confirming!: ConfirmSheet;
  @query("input") private file!: HTMLInputElement;

  static override styles = [
    looks,
    sheetLooks,
    css`
      .list {
        display: grid;
        gap: 8px;
      }
      .list > * {
        justify-content: flex-start;
      }
      h3 {
        margin: 18px 0 8px;
      }
      time {
        margin-left: auto;
        font-size: 0.8rem;
        font-weight: 400;
        color: var(--soft);
      }
      .title {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      ul {
        margin: 6px 0;
        padding-left: 18px;
        font-size: 0.87rem;
        color: var(--soft);
        max-height: 20vh;
        overflow-y: auto;
      }
      input {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  show(): void {
    this.taken = null;
    this.problem = null;
    this.dialog.showModal();
    void this.attempt(async () => {
      this.earlier = (await api.sessions()).filter((one) => one.id !== session.session?.id);
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await act();
    } catch (error) {
      this.problem = asProblem(error);
    }
    this.busy = false;
  }

  private async take(): Promise<void> {
    const [file] = this.file.files ?? [];
    if (!file) return;
    await this.attempt(async () => {
      this.taken = await api.takeIn(file);
      await session.goOn(this.taken.session.id);
    });
    this.file.value = "";
  }

  /** An archive holds what the server knows, so it waits for what was done a moment ago. */
  private async export(event: Event, id: string): Promise<void> {
    event.preventDefault();
    await this.attempt(async () => {
      await session.saved();
      location.assign(api.archiveUrl(id));
    });
  }

  private async forget(): Promise<void> {
    const own = session.session;
    if (!own) return;
    const sure = await this.confirming.ask({
      title: () => t("session.removeAsk"),
      body: () => t("session.removeBody"),
      yes: () => t("session.removeDo"),
    });
    if (!sure) return;
    await this.attempt(async () => {
      await api.remove(own.id);
      session.forget();
      this.dialog.close();
    });
  }

  override render() {
    const own = session.session;
    return html`<dialog aria-label=${t("session.title")} data-testid="session-sheet" aria-busy=${this.busy}>
        <header>
          <h2>${t("session.title")}</h2>
          <button class="bare icon" autofocus aria-label=${t("common.close")} @click=${() => this.dialog.close()}>${icon("close")}</button>
        </header>
        ${this.problem ? html`<rashin-notice .problem=${this.problem} @dismiss=${() => (this.problem = null)}></rashin-notice>` : nothing}
        <div class="list">
          <button data-testid="session-new" @click=${() => {
            session.forget();
            this.dialog.close();
          }}>${icon("plus")}${t("session.new")}</button>
          ${own ? html`<a class="button" data-testid="session-export" href=${api.archiveUrl(own.id)} download @click=${(event: Event) => void this.export(event, own.id)}>${icon("down")}${t("session.export")}</a>` : nothing}
          <button data-testid="session-import" ?disabled=${this.busy} @click=${() => this.file.click()}>
            ${icon("top")}${this.busy ? t("session.importing") : t("session.import")}
          </button>
          <input type="file" accept=".zip,application/zip" data-testid="session-file" @change=${() => void this.take()} />
          ${own ? html`<button data-testid="session-forget" @click=${() => void this.forget()}>${icon("trash")}${t("session.remove")}</button>` : nothing}
        </div>
        <div role="status">${this.taken ? this.came(this.taken) : nothing}</div>
        ${
          this.earlier.length === 0
            ? nothing
            : html`<h3>${t("session.earlier")}</h3>
              <div class="list">
                ${this.earlier.slice(0, 20).map(
                  (one) => html`<button data-testid="session-earlier" @click=${() =>
                    void this.attempt(async () => {
                      await session.goOn(one.id);
                      this.dialog.close();
                    })}>
                    <span class="title">${one.title || t("session.untitled")}</span>
                    <time datetime=${one.changedAt}>${new Date(one.changedAt).toLocaleString([], { dateStyle: "short", timeStyle: "short" })}</time>
                  </button>`,
                )}
              </div>`
        }
      </dialog>
      <rashin-confirm></rashin-confirm>`;
  }

  private came(taken: TakenIn) {
    return html`<p class="quiet">${t("session.imported", { n: count(taken.renders) })}</p>
      ${
        taken.leftOut.length === 0
          ? nothing
          : html`<p class="quiet">${t("session.leftOut", { n: count(taken.leftOut.length) })}</p>
            <ul>
              ${taken.leftOut.map((one) => html`<li>${one.what}: ${one.reason}</li>`)}
            </ul>`
      }`;
  }
}
