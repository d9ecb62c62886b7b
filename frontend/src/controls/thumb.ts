/** One picture of the map, cut from its sprite tile (or the picture itself for a point that joined later). */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { tileUrl } from "@/api/client";
import type { MapCard } from "@/api/types";

@customElement("rashin-thumb")
export class Thumb extends LitElement {
  @property({ attribute: false }) map: MapCard | null = null;
  @property({ type: Number }) n = 0;
  @property() src: string | null = null;

  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 1;
      border-radius: 22%;
      overflow: hidden;
      background-color: #fff;
      background-repeat: no-repeat;
      box-shadow: inset 0 0 0 1px rgb(20 28 40 / 12%);
    }
    img {
      width: 100%;
      height: 100%;
      display: block;
    }
  `;

  protected override updated(_: PropertyValues<this>): void {
    const level = this.map?.atlas.at(-1);
    if (!this.map || !level || this.n >= this.map.count) {
      this.style.removeProperty("background-image");
      return;
    }
    const cells = level.columns * level.rows;
    const cell = this.n % cells;
    const column = cell % level.columns;
    const row = Math.floor(cell / level.columns);
    const share = (at: number, of: number) => (of > 1 ? (at / (of - 1)) * 100 : 0);
    const url = tileUrl(this.map.id, level.level, Math.floor(this.n / cells));
    this.style.setProperty("background-image", `url("${url}")`);
    this.style.setProperty("background-size", `${level.columns * 100}% ${level.rows * 100}%`);
    this.style.setProperty(
      "background-position",
      `${share(column, level.columns)}% ${share(row, level.rows)}%`,
    );
  }

  override render() {
    const late = this.map !== null && this.n >= this.map.count;
    return late && this.src ? html`<img src=${this.src} alt="" />` : nothing;
  }
}
