/** The navigation within reach of a thumb: the first pages as tabs, the rest behind one button. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Key } from "@/state/dictionary.en";
import { Speaks, t } from "@/state/language";
import { type IconName, icon } from "./icons";
import { looks } from "./looks";

export interface Tab {
  readonly path: string;
  readonly title: Key;
  readonly icon?: IconName;
}

/** So many places fit beside each other in 320 px. */
const PLACES = 5;

@customElement("rashin-page-bar")
export class PageBar extends LitElement {
  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() current = "";
  @query("dialog") private sheet!: HTMLDialogElement;

  static override styles = [
    looks,
    css`
      nav {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        height: 100%;
        padding-bottom: env(safe-area-inset-bottom);
        background: var(--surface);
        border-top: 1px solid var(--line);
      }
      a,
      .rest {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 3px;
        min-width: 0;
        padding: 0 2px;
        border: 0;
        border-radius: 0;
        background: none;
        color: var(--soft);
        font-size: 0.72rem;
        font-weight: 550;
        line-height: 1.1;
        text-decoration: none;
        white-space: nowrap;
      }
      nav svg.i {
        width: 21px;
        height: 21px;
      }
      [aria-current] {
        color: var(--accent);
      }
      :focus-visible {
        outline-offset: -3px;
      }
      dialog {
        width: 100%;
        max-width: none;
        margin: auto 0 0;
        padding: 10px 12px calc(14px + env(safe-area-inset-bottom));
        border: 0;
        border-top: 1px solid var(--line);
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--surface);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(8 14 24 / 45%);
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        padding-left: 10px;
      }
      dialog a {
        flex-direction: row;
        justify-content: flex-start;
        gap: 14px;
        min-height: 52px;
        padding: 0 10px;
        border-radius: var(--radius-small);
        font-size: 1rem;
        color: var(--ink);
      }
      dialog a[aria-current] {
        color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const { tabs } = this;
    const fits = tabs.length <= PLACES;
    const first = fits ? tabs : tabs.slice(0, PLACES - 1);
    const rest = fits ? [] : tabs.slice(PLACES - 1);
    const hidden = rest.find((tab) => tab.path === this.current);
    return html`<nav aria-label=${t("nav.pages")}>
        ${first.map((tab) => this.link(tab))}
        ${
          rest.length === 0
            ? nothing
            : html`<button
              class="rest"
              data-testid="more-pages"
              aria-haspopup="dialog"
              aria-current=${hidden ? "true" : nothing}
              @click=${() => this.sheet.showModal()}
            >
              ${icon(hidden?.icon ?? "more")}${t(hidden?.title ?? "nav.more")}
            </button>`
        }
      </nav>
      <dialog
        aria-label=${t("nav.moreTitle")}
        @click=${(event: Event) => {
          // A choice or a tap beside the sheet closes it.
          if (!(event.target instanceof HTMLElement) || !event.target.closest("header")) this.sheet.close();
        }}
      >
        <header>
          <h2>${t("nav.moreTitle")}</h2>
          <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.sheet.close()}>
            ${icon("close")}
          </button>
        </header>
        ${rest.map((tab) => this.link(tab))}
      </dialog>`;
  }

  private link(tab: Tab) {
    return html`<a href=${tab.path} aria-current=${tab.path === this.current ? "page" : nothing}>
      ${icon(tab.icon ?? "page")}<span>${t(tab.title)}</span>
    </a>`;
  }
}
