/** A glance at the picture under the pointer: above the point, kept inside the window. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { MapCard, PointCard } from "@/api/types";
import { Speaks, say } from "@/state/language";
import { looks } from "./looks";
import "./thumb";

const WIDTH = 188;
const HEIGHT = 236;

@customElement("rashin-hover-card")
export class HoverCard extends LitElement {
  @property({ attribute: false }) map: MapCard | null = null;
  @property({ attribute: false }) card: PointCard | null = null;
  @property({ type: Number }) x = 0;
  @property({ type: Number }) y = 0;
  @property() src: string | null = null;
  @query(".hover") private box!: HTMLElement | null;

  static override styles = [
    looks,
    css`
      .hover {
        position: absolute;
        left: 0;
        top: 0;
        width: 188px;
        padding: 8px;
        pointer-events: none;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 14px;
        box-shadow: var(--shadow);
        z-index: 6;
      }
      .hover rashin-thumb {
        border-radius: 8px;
      }
      .hover p {
        margin: 7px 3px 1px;
        font-size: 0.87rem;
        font-weight: 550;
        line-height: 1.3;
        display: -webkit-box;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override updated(_: PropertyValues<this>): void {
    const room = this.parentElement ?? (this.getRootNode() as ShadowRoot).host;
    const left = Math.min(room.clientWidth - WIDTH - 8, Math.max(8, this.x - WIDTH / 2));
    const top = this.y > HEIGHT ? this.y - HEIGHT : this.y + 28;
    this.box?.style.setProperty("transform", `translate(${left}px, ${top}px)`);
  }

  override render() {
    const { card } = this;
    if (!card) return nothing;
    return html`<div class="hover" aria-hidden="true">
      <rashin-thumb .map=${this.map} .n=${card.n} .src=${this.src}></rashin-thumb>
      <p>${say(card.title)}</p>
    </div>`;
  }
}
