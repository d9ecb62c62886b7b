/** The keys of the page. */

import { css, html, LitElement } from "lit";
import { customElement, query } from "lit/decorators.js";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

@customElement("rashin-help")
export class HelpSheet extends LitElement {
  @query("dialog") private dialog!: HTMLDialogElement;

  static override styles = [
    looks,
    css`
      dialog {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
        padding: 18px 22px 22px;
        width: min(440px, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgb(8 14 24 / 45%);
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: 8px;
      }
      h2 {
        font-size: 1.1rem;
        color: var(--ink);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 10px 18px;
        margin: 0;
        align-items: baseline;
      }
      dd {
        margin: 0;
        color: var(--soft);
      }
      kbd {
        font: inherit;
        font-size: 0.85rem;
        font-weight: 600;
        border: 1px solid var(--line);
        border-bottom-width: 2px;
        border-radius: 6px;
        padding: 1px 7px;
        background: var(--sunken);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  open(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render() {
    const keys = (...names: string[]) => names.map((name) => html`<kbd>${name}</kbd> `);
    return html`<dialog data-testid="help" aria-label=${t("help.title")}>
      <header>
        <h2>${t("help.title")}</h2>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.dialog.close()}>
          ${icon("close")}
        </button>
      </header>
      <dl>
        <dt>${keys("←", "→", "↑", "↓")}</dt>
        <dd>${t("help.arrows")}</dd>
        <dt>${keys("Enter")}</dt>
        <dd>${t("help.enter")}</dd>
        <dt>${keys("/")}</dt>
        <dd>${t("help.slash")}</dd>
        <dt>${keys("+", "−", "0")}</dt>
        <dd>${t("help.zoom")}</dd>
        <dt>${keys("V", "L", "B", "R", "P")}</dt>
        <dd>${t("map.help.tools")}</dd>
        <dt>${keys("Space")}</dt>
        <dd>${t("map.help.space")}</dd>
        <dt>${keys("I")}</dt>
        <dd>${t("map.help.list")}</dd>
        <dt>${keys("N")}</dt>
        <dd>${t("region.help")}</dd>
        <dt>${keys(t("help.shift"))}</dt>
        <dd>${t("help.shiftDoes")}</dd>
        <dt>${keys("Esc")}</dt>
        <dd>${t("help.esc")}</dd>
        <dt>${keys("Ctrl Z", "Ctrl ⇧ Z")}</dt>
        <dd>${t("help.undo")}</dd>
        <dt>${keys("?")}</dt>
        <dd>${t("help.help")}</dd>
      </dl>
    </dialog>`;
  }
}
