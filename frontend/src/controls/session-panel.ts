/** The session beside the page: every act of this tab as a tree, the newest on top. */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { getRender } from "@/api/history";
import { asProblem, type Problem } from "@/api/problem";
import type { SessionNode } from "@/api/sessions";
import { count, Speaks, t } from "@/state/language";
import { session } from "@/state/session";
import { type Row, rowsOf } from "@/state/session-tree";
import { icon } from "./icons";
import { looks } from "./looks";
import "./notice";
import "./session-branches";
import type { SessionBranches } from "./session-branches";
import "./session-drawer";
import type { SessionDrawer } from "./session-drawer";
import { sessionPanelLooks } from "./session-panel.looks";
import { graphWidth, ROW_PX, sessionRow } from "./session-row";
import "./session-share";
import type { SessionShare } from "./session-share";

/** Rows that are drawn above and below the ones in view. */
const SPARE = 8;

@customElement("rashin-session-panel")
export class SessionPanel extends LitElement {
  @state() private rows: readonly Row<SessionNode>[] = [];
  @state() private first = 0;
  @state() private shown = 40;
  /** The node whose name is being written. */
  @state() private naming: string | null = null;
  @state() private problem: Problem | null = null;
  @state() private pictures: ReadonlyMap<string, string | null> = new Map();
  @query(".tree") private tree!: HTMLElement;
  @query("rashin-session-share") private sharing!: SessionShare;
  @query("rashin-session-branches") private branches!: SessionBranches;
  @query("rashin-session-drawer") private drawer!: SessionDrawer;
  private byId: ReadonlyMap<string, SessionNode> = new Map();

  static override styles = [looks, sessionPanelLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  private readonly changed = (): void => this.reread();

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener("change", this.changed);
    this.reread();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener("change", this.changed);
  }

  private reread(): void {
    this.rows = [...rowsOf(session.nodes, session.head)].reverse();
    this.byId = new Map(session.nodes.map((node) => [node.id, node]));
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("naming")) this.renderRoot.querySelector<HTMLInputElement>("input.naming")?.select();
    for (const row of this.inView) {
      const [render] = row.node.renders;
      if (render !== undefined && !this.pictures.has(render)) void this.look(render);
    }
  }

  private get inView(): readonly Row<SessionNode>[] {
    return this.rows.slice(this.first, this.first + this.shown);
  }

  private async look(render: string): Promise<void> {
    this.pictures = new Map(this.pictures).set(render, null);
    const found = await getRender(render).catch(() => null);
    if (found?.image) this.pictures = new Map(this.pictures).set(render, found.image.url);
  }

  private scrolled(): void {
    const { scrollTop, clientHeight } = this.tree;
    this.first = Math.max(0, Math.floor(scrollTop / ROW_PX) - SPARE);
    this.shown = Math.ceil(clientHeight / ROW_PX) + 2 * SPARE;
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** Arrow keys walk from act to act, Home and End to the newest and the first. */
  private walk(event: KeyboardEvent): void {
    const row = (event.composedPath()[0] as HTMLElement).closest<HTMLElement>("[data-node]");
    if (event.key === "F2" && row) {
      event.preventDefault();
      this.naming = row.dataset.node ?? null;
    }
    const acts = [...this.renderRoot.querySelectorAll<HTMLButtonElement>(".act")];
    const at = acts.indexOf(event.composedPath()[0] as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const to =
      event.key === "Home" ? 0 : event.key === "End" ? acts.length - 1 : at + (steps[event.key] ?? 0);
    if (at < 0 || to === at || !acts[to]) return;
    event.preventDefault();
    acts[to].focus();
    acts[to].scrollIntoView({ block: "nearest" });
  }

  override render() {
    return html`<header>
        <input
          data-testid="session-name"
          aria-label=${t("session.name")}
          placeholder=${t("session.untitled")}
          maxlength="200"
          .value=${session.session?.title ?? ""}
          ?disabled=${session.session === null}
          @change=${(event: Event) =>
            void this.attempt(() => session.rename((event.target as HTMLInputElement).value.trim()))}
        />
        <button class="bare icon" data-testid="session-more" aria-label=${t("session.more")} @click=${() => this.drawer.show()}>
          ${icon("more")}
        </button>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.dispatchEvent(new Event("close"))}>
          ${icon("close")}
        </button>
      </header>
      <div class="ways">
        <button data-testid="session-undo" ?disabled=${session.before === null} @click=${() => void this.attempt(() => session.undo())}>
          ${icon("undo")}${t("session.undo")}
        </button>
        <button class="icon" data-testid="session-redo" aria-label=${t("session.redo")} title=${t("session.redo")} ?disabled=${session.after === null} @click=${() => void this.attempt(() => session.redo())}>
          ${icon("redo")}
        </button>
        <button data-testid="session-share" @click=${() => this.sharing.show()}>
          ${icon("up")}${t("session.share")}
        </button>
      </div>
      ${session.waiting ? html`<p class="note warn" role="status">${t("session.waiting")}</p>` : nothing}
      ${
        session.lost.length > 0
          ? html`<p class="note warn" role="status">${t("session.lost", { n: count(session.lost.length) })}</p>`
          : nothing
      }
      ${
        this.problem
          ? html`<rashin-notice .problem=${this.problem} @dismiss=${() => (this.problem = null)}></rashin-notice>`
          : nothing
      }
      ${this.rows.length === 0 ? this.none() : this.drawn()}
      <rashin-session-share></rashin-session-share>
      <rashin-session-branches></rashin-session-branches>
      <rashin-session-drawer></rashin-session-drawer>`;
  }

  private none() {
    const last = session.leftLast;
    return html`<div class="empty">
      <p>${t("session.empty")}</p>
      ${
        last === null
          ? nothing
          : html`<button data-testid="session-continue" @click=${() => void this.attempt(() => session.goOn(last))}>
            ${icon("clock")}${t("session.continue")}
          </button>`
      }
    </div>`;
  }

  private drawn() {
    const width = graphWidth(this.rows);
    return html`<div
      class="tree"
      role="group"
      aria-label=${t("session.acts", { n: count(this.rows.length) })}
      @scroll=${() => this.scrolled()}
      @keydown=${(event: KeyboardEvent) => this.walk(event)}
    >
      <div class="all" .style=${`height:${this.rows.length * ROW_PX}px`}>
        ${repeat(
          this.inView,
          (row) => row.node.id,
          (
            row,
            index,
          ) => html`<div .style=${`position:absolute;left:0;right:0;top:${(this.first + index) * ROW_PX}px;height:${ROW_PX}px`}>
            ${sessionRow({
              row,
              width,
              parent: row.node.parent === null ? null : (this.byId.get(row.node.parent) ?? null),
              isHead: row.node.id === session.head,
              picture: this.pictures.get(row.node.renders[0] ?? "") ?? null,
              go: () => void this.attempt(() => session.go(row.node.id)),
              rename: (words) => void this.attempt(() => session.label(row.node.id, words)),
              naming: this.naming === row.node.id,
              name: (on) => (this.naming = on ? row.node.id : null),
              compare: () => void this.attempt(() => this.branches.show(row.node.id)),
            })}
          </div>`,
        )}
      </div>
    </div>`;
  }
}
