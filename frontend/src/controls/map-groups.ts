/** Groups that were kept: a press chooses their points again. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Group } from "@/api/maps";
import { count, Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

@customElement("rashin-map-groups")
export class MapGroups extends LitElement {
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property() map = "";
  /** The group that is chosen. */
  @property() current: string | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      ul {
        list-style: none;
        margin: 4px 0 0;
        padding: 0;
      }
      li {
        display: flex;
        align-items: center;
      }
      li > button:first-child {
        flex: 1;
        min-width: 0;
        justify-content: flex-start;
        gap: 8px;
        border: 0;
        background: none;
        font-weight: 500;
        min-height: 34px;
        padding: 0 8px;
      }
      li > button[aria-pressed="true"] {
        background: var(--sunken) !important;
        color: var(--ink);
        font-weight: 650;
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .n {
        margin-left: auto;
        color: var(--soft);
        font-size: 0.8rem;
        font-weight: 450;
        font-variant-numeric: tabular-nums;
      }
      .forget {
        color: var(--faint);
        min-height: 34px;
      }
      p {
        margin: 4px 0 0;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    return html`<h3>${t("map.groups")}</h3>
      ${this.groups.length === 0 ? html`<p class="quiet">${t("map.groupsNone")}</p>` : nothing}
      <ul data-testid="groups">
        ${this.groups.map(({ name, count: n, map }) => {
          const here = map === this.map;
          return html`<li>
            <button
              aria-pressed=${this.current === name}
              ?disabled=${!here}
              aria-label=${t("map.groupShow", { name })}
              data-testid="group-${name}"
              @click=${(event: MouseEvent) =>
                this.dispatchEvent(
                  new CustomEvent("show", { detail: { name, shift: event.shiftKey, alt: event.altKey } }),
                )}
            >
              <span class="name">@${name}</span>
              <span class="n">${here ? count(n) : t("map.groupElsewhere")}</span>
            </button>
            <button class="bare icon forget" aria-label=${t("map.groupForget", { name })} title=${t("map.groupForget", { name })} @click=${() => this.tell("forget", name)}>
              ${icon("trash")}
            </button>
          </li>`;
        })}
      </ul>`;
  }
}
