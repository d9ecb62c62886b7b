/** A shared view on its way: asks where the link leads, and goes there. */

import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { asProblem, Problem } from "@/api/problem";
import { follow } from "@/api/sessions";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import type { Page } from "@/router";
import { Speaks, t } from "@/state/language";
import { session } from "@/state/session";
import { setSharedView } from "@/state/shared";

@customElement("link-page")
export class LinkPage extends LitElement {
  @state() private problem: Problem | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        max-width: 520px;
        margin: 14vh auto;
        padding: 0 20px;
        text-align: center;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  private async open(): Promise<void> {
    const to = new URLSearchParams(location.search).get("to");
    try {
      if (!to) throw new Problem("no_link", 404, "", t("link.wrong"), t("link.wrongHint"));
      const found = await follow(to);
      const view = found.trail.at(-1);
      if (!view || !this.isConnected) return;
      setSharedView(found);
      session.visit(view.address);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  override render() {
    return this.problem
      ? html`<rashin-notice .problem=${this.problem} retry @retry=${() => {
          this.problem = null;
          void this.open();
        }} @dismiss=${() => session.visit("/")}></rashin-notice>`
      : html`<p class="quiet" role="status">${t("link.opening")}</p>`;
  }
}

export const page: Page = {
  path: "/link",
  title: "link.title",
  order: 99,
  mount(root) {
    const element = document.createElement("link-page");
    root.replaceChildren(element);
    return () => element.remove();
  },
};
