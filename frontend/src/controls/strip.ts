/** A row of pictures that are made live from a list of recipes; a click takes one. */

import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Problem } from "@/api/problem";
import type { Recipe, RecipeInput } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { live } from "@/state/live";
import { looks } from "./looks";

export interface Taken {
  readonly index: number;
  readonly recipe: Recipe | null;
}

@customElement("rashin-strip")
export class Strip extends LitElement {
  @property() name = "strip";
  @property({ attribute: false }) recipes: readonly RecipeInput[] = [];
  @property({ attribute: false }) titles: readonly string[] = [];
  @state() private urls: readonly string[] = [];
  private made: (Recipe | null)[] = [];
  private watched = 0;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(52px, 1fr));
        gap: 7px;
      }
      :host(.six) {
        grid-template-columns: repeat(6, 1fr);
      }
      :host(.seven) {
        grid-template-columns: repeat(7, 1fr);
        gap: 4px;
      }
      :host(.seven) button {
        border-radius: 9px;
      }
      button {
        padding: 0;
        min-width: 0;
        aspect-ratio: 1;
        border-radius: 12px;
        overflow: hidden;
        background: var(--sunken);
        border-color: var(--line);
      }
      button:hover:not(:disabled) {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      img {
        width: 100%;
        height: 100%;
      }
      .empty {
        width: 100%;
        height: 100%;
        animation: breathe 1.2s infinite alternate;
        background: var(--line);
      }
      @keyframes breathe {
        to {
          opacity: 0.35;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.release();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("recipes") || changed.has("name")) this.begin();
  }

  private release(): void {
    for (let index = 0; index < this.watched; index += 1) live().forget(`${this.name}-${index}`);
    this.watched = 0;
    for (const url of this.urls) if (url) URL.revokeObjectURL(url);
  }

  private begin(): void {
    const kept = this.urls.slice(0, this.recipes.length);
    this.urls = [];
    this.release();
    // Old pictures stay until new ones arrive: the row never goes blank.
    this.urls = this.recipes.map((_, index) => kept[index] ?? "");
    this.made = this.recipes.map(() => null);
    this.recipes.forEach((recipe, index) => {
      const view = `${this.name}-${index}`;
      live().watch(view, {
        frame: (frame) => {
          if (!frame.final) return;
          const url = URL.createObjectURL(new Blob([frame.picture], { type: frame.mime }));
          const old = this.urls[index];
          this.urls = this.urls.with(index, url);
          if (old) setTimeout(() => URL.revokeObjectURL(old), 500);
        },
        done: (_, made) => {
          this.made[index] = made;
        },
        failed: (problem: Problem) =>
          this.dispatchEvent(new CustomEvent<Problem>("problem", { detail: problem })),
      });
      live().ask(view, recipe);
    });
    this.watched = this.recipes.length;
  }

  override render() {
    return this.recipes.map((_, index) => {
      const url = this.urls[index];
      const title = this.titles[index] ?? String(index + 1);
      return html`<button
        data-testid="${this.name}-${index}"
        aria-label=${url ? title : t("common.loading")}
        title=${title}
        ?disabled=${!url}
        @click=${() =>
          this.dispatchEvent(
            new CustomEvent<Taken>("take", { detail: { index, recipe: this.made[index] ?? null } }),
          )}
      >
        ${url ? html`<img src=${url} alt="" />` : html`<span class="empty"></span>`}
      </button>`;
    });
  }
}
