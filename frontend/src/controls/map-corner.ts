/** Zoom in, zoom out, the whole map, and the keys. */

import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

const STEP = 0.75;

@customElement("rashin-map-corner")
export class MapCorner extends LitElement {
  static override styles = [
    looks,
    css`
      .zoom {
        display: flex;
        flex-direction: column;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
        overflow: hidden;
      }
      .zoom button {
        border: 0;
        border-radius: 0;
        background: none;
      }
      .zoom button:hover {
        background: var(--sunken);
      }
      .zoom button + button {
        border-top: 1px solid var(--line);
      }
      @media (max-width: 720px) {
        .keys {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: number | null = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    return html`<div class="zoom">
      <button class="icon" aria-label=${t("atlas.zoomIn")} @click=${() => this.tell("zoom", STEP)}>${icon("plus")}</button>
      <button class="icon" aria-label=${t("atlas.zoomOut")} @click=${() => this.tell("zoom", -STEP)}>${icon("minus")}</button>
      <button class="icon" aria-label=${t("atlas.home")} @click=${() => this.tell("home")}>${icon("home")}</button>
      <button class="icon keys" aria-label=${t("atlas.help")} @click=${() => this.tell("keys")}>${icon("help")}</button>
    </div>`;
  }
}
