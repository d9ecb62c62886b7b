/** A short link to this very view: to look at, or to go on from. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { asProblem, type Problem } from "@/api/problem";
import type { SessionLink } from "@/api/sessions";
import * as api from "@/api/sessions";
import { Speaks, t } from "@/state/language";
import { session } from "@/state/session";
import { icon } from "./icons";
import { looks } from "./looks";
import "./notice";
import { sheetLooks } from "./sheet.looks";

@customElement("rashin-session-share")
export class SessionShare extends LitElement {
  @state() private forkable = false;
  @state() private given: readonly SessionLink[] = [];
  @state() private copied: string | null = null;
  @state() private problem: Problem | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    looks,
    sheetLooks,
    css`
      .below {
        margin-top: 16px;
      }
      p {
        margin: 0 0 12px;
      }
      fieldset {
        border: 0;
        padding: 0;
        margin: 0 0 14px;
        display: grid;
        gap: 8px;
      }
      label {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 10px;
        align-items: center;
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        cursor: pointer;
      }
      label:has(:checked) {
        border-color: var(--accent);
        background: var(--accent-wash);
      }
      label small {
        grid-column: 2;
        color: var(--soft);
      }
      input[type="radio"] {
        accent-color: var(--accent);
        min-height: 0;
        width: 18px;
        height: 18px;
        margin: 0;
      }
      ul {
        list-style: none;
        padding: 0;
        margin: 8px 0 0;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      code {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 0.83rem;
        color: var(--soft);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  show(): void {
    this.problem = null;
    this.copied = null;
    this.dialog.showModal();
    void this.attempt(() => this.reread());
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private async reread(): Promise<void> {
    await session.flush();
    this.given = session.session ? await api.links(session.session.id) : [];
  }

  private async make(): Promise<void> {
    await session.pin();
    if (!session.session || session.head === null) return;
    const link = await api.share(session.session.id, session.head, this.forkable);
    await this.copy(link);
    await this.reread();
  }

  private async copy(link: SessionLink): Promise<void> {
    await navigator.clipboard?.writeText(location.origin + link.url).catch(() => undefined);
    this.copied = link.id;
  }

  private choice(forkable: boolean, title: string, help: string) {
    return html`<label>
      <input
        type="radio"
        name="kind"
        data-testid=${forkable ? "share-fork" : "share-look"}
        .checked=${this.forkable === forkable}
        @change=${() => (this.forkable = forkable)}
      />
      <span>${title}</span><small>${help}</small>
    </label>`;
  }

  override render() {
    return html`<dialog aria-label=${t("share.title")} data-testid="share-sheet">
      <header>
        <h2>${t("share.title")}</h2>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.dialog.close()}>${icon("close")}</button>
      </header>
      <p class="quiet">${t("share.body")}</p>
      <fieldset>
        ${this.choice(false, t("share.look"), t("share.lookHelp"))} ${this.choice(true, t("share.fork"), t("share.forkHelp"))}
      </fieldset>
      ${this.problem ? html`<rashin-notice .problem=${this.problem} @dismiss=${() => (this.problem = null)}></rashin-notice>` : nothing}
      <button class="primary" autofocus data-testid="share-make" @click=${() => void this.attempt(() => this.make())}>
        ${icon("copy")}${t("share.make")}
      </button>
      <span class="quiet" role="status" data-testid="share-status">${this.copied === null ? "" : t("share.copied")}</span>
      ${
        this.given.length === 0
          ? nothing
          : html`<h3 class="below">${t("share.given")}</h3>
            <ul>
              ${this.given.map(
                (link) => html`<li>
                  ${icon(link.forkable ? "swap" : "search")}
                  <code data-testid="share-link">${location.origin}${link.url}</code>
                  <button class="bare icon" aria-label=${t("session.share")} @click=${() => void this.copy(link)}>${icon("copy")}</button>
                  <button class="bare" @click=${() =>
                    void this.attempt(async () => {
                      await api.unlink(link.id);
                      await this.reread();
                    })}>${t("share.back")}</button>
                </li>`,
              )}
            </ul>`
      }
    </dialog>`;
  }
}
