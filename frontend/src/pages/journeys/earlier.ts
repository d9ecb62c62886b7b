/** The journeys that were made before, newest first. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Journey } from "@/api/journeys";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import { wordsOf } from "@/state/journey-state";
import { Speaks, t } from "@/state/language";

const SHOWN = 4;

@customElement("rashin-journey-earlier")
export class JourneyEarlier extends LitElement {
  @property({ attribute: false }) journeys: readonly Journey[] = [];
  /** The id of the one that is on the page. */
  @property() open = "";
  @property({ type: Boolean }) more = false;

  static override styles = [
    looks,
    css`
      ul {
        list-style: none;
        padding: 0;
        margin: 8px 0 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: 10px;
      }
      li {
        position: relative;
      }
      a {
        display: grid;
        gap: 6px;
        padding: 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
        color: var(--ink);
        text-decoration: none;
        font-size: 0.88rem;
      }
      a[aria-current="true"] {
        border-color: var(--accent);
      }
      li button {
        position: absolute;
        right: 2px;
        bottom: 2px;
        color: var(--soft);
      }
      .pictures {
        display: flex;
        gap: 4px;
        height: 44px;
      }
      .pictures img,
      .pictures i {
        width: 44px;
        height: 44px;
        border-radius: 9px;
        background: #fff;
        object-fit: contain;
      }
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        padding-right: 36px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: "open" | "forget", id: string): void {
    this.dispatchEvent(new CustomEvent<string>(name, { detail: id }));
  }

  override render() {
    if (this.journeys.length === 0) return nothing;
    return html`<h2>${t("journeys.earlier")}</h2>
      <ul data-testid="journeys">
        ${this.journeys.map((one) => this.one(one))}
      </ul>
      ${this.more ? html`<button @click=${() => this.dispatchEvent(new Event("more"))}>${t("common.more")}</button>` : nothing}`;
  }

  private one(journey: Journey) {
    const { id, title, stations } = journey;
    const words = title || stations.map(wordsOf).join(" → ") || t("journeys.untitled");
    return html`<li>
      <a
        href="/journeys?id=${id}"
        aria-current=${id === this.open}
        @click=${(event: MouseEvent) => {
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          this.tell("open", id);
        }}
      >
        <div class="pictures">
          ${stations.slice(0, SHOWN).map(({ image }) => (image ? html`<img src=${image.url} alt="" />` : html`<i></i>`))}
        </div>
        <span>${words}</span>
      </a>
      <button class="bare icon" aria-label="${t("journeys.forget")}: ${words}" @click=${() => this.tell("forget", id)}>
        ${icon("trash")}
      </button>
    </li>`;
  }
}
