/** How much memory there is: what each loaded model takes, what else is used, and what is free. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Shelf } from "@/api/shelf";
import { Speaks, say, t } from "@/state/language";
import { bytesInWords } from "@/state/memory";
import { shares } from "@/state/shelf-watch";
import { looks } from "./looks";

@customElement("rashin-memory-bar")
export class MemoryBar extends LitElement {
  @property({ attribute: false }) shelf: Shelf | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        min-height: 42px;
      }
      p {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        margin: 0 0 6px;
        font-size: 0.86rem;
        font-variant-numeric: tabular-nums;
        color: var(--soft);
      }
      .bar {
        display: flex;
        gap: 2px;
        height: 10px;
        border-radius: 5px;
        overflow: hidden;
        background: var(--line);
      }
      .bar i {
        flex: 0 0 auto;
        min-width: 3px;
        transition: flex-basis 0.3s;
      }
      .model {
        background: var(--accent);
      }
      .model:nth-child(even) {
        filter: saturate(0.65) brightness(1.15);
      }
      .rest {
        background: var(--faint);
        opacity: 0.55;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override updated(): void {
    // Set as a property: the page allows no styles written into its markup.
    for (const part of this.renderRoot.querySelectorAll<HTMLElement>("[data-share]"))
      part.style.flexBasis = `${(Number(part.dataset.share) * 100).toFixed(2)}%`;
  }

  override render() {
    const { shelf } = this;
    const found = shelf ? shares(shelf) : null;
    if (!shelf || !found) return html`<p><span>${t("models.memory")}</span></p><div class="bar"></div>`;
    const words = t("models.memoryUsed", {
      used: bytesInWords(shelf.used_bytes ?? 0),
      free: bytesInWords(shelf.free_bytes ?? 0),
    });
    const name = (id: string): string => {
      const card = shelf.items.find((one) => one.id === id)?.card;
      return card ? say(card.title) : id;
    };
    return html`<p><span>${t("models.memory")}</span><span data-testid="memory">${words}</span></p>
      <div class="bar" role="img" aria-label="${t("models.memory")}: ${words}">
        ${found.models.map((one) => html`<i class="model" title=${name(one.id)} data-share=${one.share}></i>`)}
        ${found.rest > 0 ? html`<i class="rest" title=${t("models.memoryRest")} data-share=${found.rest}></i>` : nothing}
      </div>`;
  }
}
