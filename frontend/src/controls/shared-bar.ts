/** A line under the navigation while a shared view is looked at: whose it is, and how to go on from it. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { asProblem, type Problem } from "@/api/problem";
import { fork } from "@/api/sessions";
import { Speaks, t } from "@/state/language";
import { session } from "@/state/session";
import { onSharedView, setSharedView, sharedView } from "@/state/shared";
import { icon } from "./icons";
import { looks } from "./looks";
import "./notice";

@customElement("rashin-shared-bar")
export class SharedBar extends LitElement {
  @state() private problem: Problem | null = null;
  private stop: (() => void) | undefined;

  static override styles = [
    looks,
    css`
      .bar {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 4px 12px;
        padding: 4px 8px 4px 16px;
        background: var(--accent-wash);
        border-bottom: 1px solid var(--line);
        font-size: 0.9rem;
      }
      p {
        margin: 0;
        flex: 1 1 220px;
        overflow-wrap: anywhere;
      }
      small {
        color: var(--soft);
        margin-left: 6px;
        font-size: 0.87rem;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = onSharedView(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  private async goOn(link: string): Promise<void> {
    try {
      const own = await fork(link);
      await session.goOn(own.id);
      setSharedView(null);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  override render() {
    const shared = sharedView();
    if (!shared) return nothing;
    const title = shared.session.title || t("session.untitled");
    return html`<div class="bar" role="status" data-testid="shared-bar">
      <p>${t("link.bar", { title })}<small>${t("link.look")}</small></p>
      ${
        shared.link.forkable
          ? html`<button data-testid="shared-fork" @click=${() => void this.goOn(shared.link.id)}>${icon("swap")}${t("link.fork")}</button>`
          : nothing
      }
      <button class="bare icon" aria-label=${t("link.close")} @click=${() => setSharedView(null)}>${icon("close")}</button>
      ${this.problem ? html`<rashin-notice .problem=${this.problem} @dismiss=${() => (this.problem = null)}></rashin-notice>` : nothing}
    </div>`;
  }
}
