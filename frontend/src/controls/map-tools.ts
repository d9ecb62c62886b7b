/** What one holds in the hand on the map: the hand itself, or one of four ways to draw around points. */

import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

export const TOOLS = ["hand", "lasso", "box", "brush", "polygon"] as const;
export type MapTool = (typeof TOOLS)[number];

@customElement("rashin-map-tools")
export class MapTools extends LitElement {
  @property() tool: MapTool = "hand";
  @property({ type: Boolean }) listing = false;

  static override styles = [
    looks,
    css`
      :host {
        display: flex;
        align-items: center;
        padding: 3px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
      }
      div {
        display: flex;
      }
      button {
        border: 0;
        background: none;
        min-height: 38px;
        min-width: 38px;
        border-radius: 9px;
      }
      button[aria-pressed="true"],
      button[aria-pressed="true"]:hover {
        background: var(--ink) !important;
        color: var(--surface);
      }
      @media (max-width: 720px) {
        :host {
          justify-content: space-between;
        }
        button {
          min-width: 34px;
        }
        i {
          margin: 0 1px !important;
        }
      }
      i {
        width: 1px;
        height: 22px;
        margin: 0 4px;
        background: var(--line);
        flex: none;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    return html`<div role="group" aria-label=${t("map.tools")}>
        ${TOOLS.map(
          (tool) =>
            html`<button
            class="icon"
            data-testid="tool-${tool}"
            aria-pressed=${this.tool === tool}
            aria-label=${t(`map.${tool}`)}
            title=${t(`map.${tool}`)}
            @click=${() => this.tell("tool", tool)}
          >
            ${icon(tool)}
          </button>`,
        )}
      </div>
      <i></i>
      <button
        class="icon"
        data-testid="list"
        aria-pressed=${this.listing}
        aria-label=${t("map.list")}
        title=${t("map.list")}
        @click=${() => this.tell("list")}
      >
        ${icon("rows")}
      </button>
      <i></i>
      <slot></slot>`;
  }
}
