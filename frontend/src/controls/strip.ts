/** A row of pictures that are made live from a list of recipes; a click takes one. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Problem } from "@/api/problem";
import type { Recipe, RecipeInput } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { live } from "@/state/live";
import { icon } from "./icons";
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
  /** Which tiles are pinned; null where there is nothing to pin. */
  @property({ attribute: false }) pins: readonly boolean[] | null = null;
  @state() private urls: readonly string[] = [];
  private made: (Recipe | null)[] = [];
  /** What each view was asked for. */
  private asked: string[] = [];

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(52px, 1fr));
        gap: 7px;
      }
      :host(.six) {
        grid-template-columns: repeat(6, minmax(0, 1fr));
      }
      :host(.seven) {
        grid-template-columns: repeat(7, minmax(0, 1fr));
        gap: 4px;
      }
      :host(.seven) .take {
        border-radius: 9px;
      }
      .tile {
        position: relative;
        aspect-ratio: 1;
      }
      .take {
        padding: 0;
        min-width: 0;
        min-height: 0;
        width: 100%;
        height: 100%;
        border-radius: 12px;
        overflow: hidden;
        background: var(--sunken);
        border-color: var(--line);
      }
      .take:hover:not(:disabled) {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .pin {
        position: absolute;
        right: 3px;
        top: 3px;
        min-width: 28px;
        min-height: 28px;
        width: 28px;
        padding: 0;
        border: 0;
        border-radius: 9px;
        background: rgb(255 255 255 / 82%);
        color: #141c28;
        opacity: 0;
      }
      .pin::after {
        content: "";
        position: absolute;
        inset: -3px -3px -9px -9px;
      }
      .pin svg {
        width: 15px;
        height: 15px;
      }
      .pin.on {
        background: #141c28;
        color: #fff;
      }
      .tile:hover .pin,
      .pin:focus-visible,
      .pin.on {
        opacity: 1;
      }
      @media (hover: none) {
        .pin {
          opacity: 1;
        }
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
    if (changed.has("name") && changed.get("name") !== undefined) this.release();
    if (changed.has("recipes") || changed.has("name")) this.begin();
  }

  private release(): void {
    for (const index of this.asked.keys()) live().forget(`${this.name}-${index}`);
    this.asked = [];
    for (const url of this.urls) if (url) URL.revokeObjectURL(url);
    this.urls = [];
  }

  /** Ask for what changed; old pictures stay until new ones arrive, so the row never goes blank. */
  private begin(): void {
    const { length } = this.recipes;
    for (let index = length; index < this.asked.length; index += 1) live().forget(`${this.name}-${index}`);
    this.asked.length = Math.min(this.asked.length, length);
    this.made.length = this.asked.length;
    this.urls = this.recipes.map((_, index) => this.urls[index] ?? "");
    this.recipes.forEach((recipe, index) => {
      const key = JSON.stringify(recipe);
      if (this.asked[index] === key) return;
      if (this.asked[index] === undefined) this.watch(index);
      this.asked[index] = key;
      this.made[index] = null;
      live().ask(`${this.name}-${index}`, recipe);
    });
  }

  private watch(index: number): void {
    live().watch(`${this.name}-${index}`, {
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
  }

  override render() {
    return this.recipes.map((_, index) => {
      const url = this.urls[index];
      const title = this.titles[index] ?? String(index + 1);
      return html`<div class="tile"><button
        class="take"
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
      </button>${this.pin(index, title)}</div>`;
    });
  }

  private pin(index: number, title: string) {
    if (this.pins === null) return nothing;
    const on = this.pins[index] === true;
    const words = t(on ? "studio.unpin" : "studio.pin", { title });
    return html`<button
      class="pin ${on ? "on" : ""}"
      data-testid="pin-${index}"
      aria-pressed=${on}
      aria-label=${words}
      title=${words}
      @click=${() => this.dispatchEvent(new CustomEvent<number>("pin", { detail: index }))}
    >
      ${icon(on ? "lock" : "unlock")}
    </button>`;
  }
}
