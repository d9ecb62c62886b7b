/** Two branches of a session side by side: where they part, what each did, what differs now. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { getRender } from "@/api/history";
import type { Comparison, Side } from "@/api/sessions";
import * as api from "@/api/sessions";
import { Speaks, t } from "@/state/language";
import { session } from "@/state/session";
import { changes } from "@/state/session-words";
import { icon } from "./icons";
import { looks } from "./looks";
import { actWords } from "./session-row";
import { sheetLooks } from "./sheet.looks";

const MOST_PICTURES = 24;

@customElement("rashin-session-branches")
export class SessionBranches extends LitElement {
  @state() private found: Comparison | null = null;
  @state() private pictures: ReadonlyMap<string, string> = new Map();
  @state() private ends: readonly [string, string] = ["/", "/"];
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    looks,
    sheetLooks,
    css`
      .below {
        margin-top: 16px;
      }
      dialog {
        width: min(860px, calc(100vw - 24px));
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 18px;
      }
      ol {
        margin: 6px 0 12px;
        padding-left: 20px;
        font-size: 0.9rem;
        max-height: 30vh;
        overflow-y: auto;
      }
      li {
        overflow-wrap: anywhere;
      }
      .pictures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
        gap: 6px;
      }
      .pictures img {
        width: 100%;
        aspect-ratio: 1;
        object-fit: contain;
        border-radius: 8px;
        background: white;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.88rem;
        margin-top: 6px;
      }
      td,
      th {
        text-align: left;
        padding: 6px 8px;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
        vertical-align: top;
        font-weight: 400;
      }
      th {
        color: var(--soft);
        width: 24%;
      }
      @media (max-width: 560px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  /** Compare a node with where one stands. */
  async show(other: string): Promise<void> {
    session.settle();
    await session.flush();
    const { head } = session;
    if (!session.session || head === null) return;
    this.found = await api.compare(session.session.id, other, head);
    const address = (id: string): string => session.nodes.find((node) => node.id === id)?.address ?? "/";
    this.ends = [address(other), address(head)];
    this.dialog.showModal();
    await this.look([...this.found.one.renders, ...this.found.two.renders]);
  }

  private async look(renders: readonly string[]): Promise<void> {
    for (const id of new Set(renders)) {
      const render = await getRender(id).catch(() => null);
      if (render?.image) this.pictures = new Map(this.pictures).set(id, render.image.url);
    }
  }

  private side(title: string, side: Side) {
    const before = (index: number) =>
      side.nodes[index - 1] ?? session.nodes.find((node) => node.id === side.nodes[index]?.parent) ?? null;
    const pictures = side.renders.slice(-MOST_PICTURES).flatMap((id) => this.pictures.get(id) ?? []);
    return html`<section>
      <h3>${title}</h3>
      <ol>
        ${side.nodes.map((node, index) => html`<li>${actWords(node, before(index))}</li>`)}
      </ol>
      ${
        pictures.length === 0
          ? html`<p class="quiet">${t("branches.none")}</p>`
          : html`<div class="pictures">${pictures.map((url) => html`<img src=${url} alt="" />`)}</div>`
      }
    </section>`;
  }

  override render() {
    const { found } = this;
    const met = found && session.nodes.find((node) => node.id === found.meeting);
    const different = changes(...this.ends);
    return html`<dialog aria-label=${t("branches.title")} data-testid="branches">
      <header>
        <h2>${t("branches.title")}</h2>
        <button class="bare icon" autofocus aria-label=${t("common.close")} @click=${() => this.dialog.close()}>${icon("close")}</button>
      </header>
      ${
        found
          ? html`<p class="quiet">
              ${met ? t("branches.meet", { what: actWords(met, session.nodes.find((node) => node.id === met.parent) ?? null) }) : t("branches.begin")}
            </p>
            <div class="sides">
              ${this.side(t("branches.there"), found.one)} ${this.side(t("branches.here"), found.two)}
            </div>
            <h3 class="below">${different.length === 0 ? t("branches.same") : t("branches.differ")}</h3>
            <table>
              ${different.map(
                (change) => html`<tr>
                  <th scope="row">${change.name}</th>
                  <td>${change.before ?? "–"}</td>
                  <td>${change.after ?? "–"}</td>
                </tr>`,
              )}
            </table>`
          : nothing
      }
    </dialog>`;
  }
}
