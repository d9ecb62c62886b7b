/** The pictures that were kept, newest first; they are the server's, so a reload loses nothing. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import * as api from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { Render } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

const PAGE = 24;

@customElement("rashin-history")
export class HistoryStrip extends LitElement {
  @property() current = "";
  @state() private items: readonly Render[] = [];
  @state() private next: string | null = null;
  @state() private starred = false;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        min-height: 40px;
      }
      ul {
        list-style: none;
        padding: 0;
        margin: 4px 0 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(64px, 1fr));
        gap: 8px;
      }
      li {
        position: relative;
        aspect-ratio: 1;
      }
      .take {
        position: absolute;
        inset: 0;
        padding: 0;
        border-radius: 14px;
        overflow: hidden;
        background: #fff;
        width: 100%;
        height: 100%;
      }
      .take:hover,
      .take[aria-current="true"] {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      img {
        width: 100%;
        height: 100%;
      }
      .star {
        position: absolute;
        right: -4px;
        top: -4px;
        border: 0;
        background: none;
        padding: 0;
        color: #667183;
        opacity: 0;
      }
      .star svg {
        width: 17px;
        height: 17px;
        paint-order: stroke;
        fill: #fff;
      }
      .star.on svg {
        fill: #e9a100;
        stroke: #a86f00;
      }
      li:hover .star,
      .star:focus-visible,
      .star.on {
        opacity: 1;
      }
      .star:hover:not(:disabled) {
        background: none;
      }
      @media (hover: none) {
        .star {
          opacity: 1;
        }
      }
      .more {
        width: 100%;
        margin-top: 10px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  /** A picture was just kept. */
  add(render: Render): void {
    if (this.starred && !render.starred) return;
    this.items = [render, ...this.items.filter((one) => one.id !== render.id)];
  }

  private async load(cursor?: string): Promise<void> {
    try {
      const page = await api.renders({
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
        ...(this.starred && { starred: true }),
      });
      const known = new Set(cursor === undefined ? [] : this.items.map((one) => one.id));
      const fresh = page.items.filter((one) => !known.has(one.id));
      this.items = cursor === undefined ? fresh : [...this.items, ...fresh];
      this.next = page.next;
    } catch (error) {
      this.dispatchEvent(new CustomEvent<Problem>("problem", { detail: asProblem(error) }));
    }
  }

  private async star(render: Render): Promise<void> {
    const starred = !render.starred;
    const put = (value: boolean) => {
      this.items = this.items.map((one) => (one.id === render.id ? { ...one, starred: value } : one));
    };
    put(starred);
    try {
      await api.star(render.id, starred);
    } catch (error) {
      put(!starred);
      this.dispatchEvent(new CustomEvent<Problem>("problem", { detail: asProblem(error) }));
    }
  }

  override render() {
    const shown = this.items.filter((one) => one.image !== null);
    return html`<header>
        <h2>${t("studio.history")}</h2>
        <button
          class="bare icon"
          aria-pressed=${this.starred}
          aria-label=${t("studio.starred")}
          title=${t("studio.starred")}
          @click=${() => {
            this.starred = !this.starred;
            void this.load();
          }}
        >
          ${icon("star")}
        </button>
      </header>
      ${shown.length === 0 ? html`<p class="quiet">${t("studio.historyEmpty")}</p>` : nothing}
      <ul data-testid="history">
        ${shown.map((render) => this.tile(render))}
      </ul>
      ${
        this.next === null
          ? nothing
          : html`<button class="more" @click=${() => void this.load(this.next ?? undefined)}>
            ${t("common.more")}
          </button>`
      }`;
  }

  private tile(render: Render) {
    const words = render.recipe?.conditioning.replace(/^"|"$/g, "") || render.recipe?.noise || render.id;
    return html`<li>
      <button
        class="take"
        title=${words}
        aria-label=${words}
        aria-current=${render.id === this.current}
        @click=${() => this.dispatchEvent(new CustomEvent<Render>("take", { detail: render }))}
      >
        <img src=${render.image?.url ?? ""} alt="" loading="lazy" />
      </button>
      <button
        class="icon star ${render.starred ? "on" : ""}"
        aria-label=${render.starred ? t("studio.unstar") : t("studio.star")}
        @click=${() => void this.star(render)}
      >
        ${icon("star")}
      </button>
    </li>`;
  }
}
