/** A row of siblings: other seeds, or noise near this one. One can be pinned while the others are rolled. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ModelCard, RecipeInput } from "@/api/types";
import { freshSeed, type StudioState } from "@/state/knobs";
import { Speaks, t } from "@/state/language";
import { noiseOf, toRecipe } from "@/state/studio-recipe";
import { pinned, type Row, rolled } from "@/state/variations";
import { icon } from "./icons";
import { turn } from "./knob-event";
import { looks } from "./looks";
import "./slider";
import "./strip";
import type { Taken } from "./strip";

const MANY = 6;

@customElement("rashin-variations")
export class Variations extends LitElement {
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) studio: StudioState | null = null;
  /** Pictures take long: they are only made when somebody asks. */
  @property({ type: Boolean }) dear = false;
  @state() private mode: "seeds" | "like" = "seeds";
  @state() private amount = 0.35;
  @state() private seeds: Row = [];
  @state() private likes: Row = [];
  @state() private recipes: readonly RecipeInput[] = [];
  @state() private asked = "";
  /** The seed that was taken from this row: the row stays as it is, so that its siblings can be compared. */
  private own = Number.NaN;
  private around = Number.NaN;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 6px;
        margin-bottom: 8px;
        min-height: 40px;
      }
      .tabs {
        display: flex;
        gap: 2px;
        margin-right: auto;
      }
      .tabs button {
        min-height: 34px;
        font-size: 0.84rem;
        padding: 0 10px;
        color: var(--soft);
      }
      .tabs button[aria-pressed="true"] {
        background: none;
        border-color: transparent;
        color: var(--ink);
        text-decoration: underline;
        text-decoration-color: var(--accent);
        text-decoration-thickness: 2px;
        text-underline-offset: 7px;
      }
      rashin-slider {
        flex: 0 1 240px;
        --slider-columns: max-content minmax(60px, 1fr) 38px;
      }
      .ask {
        width: 100%;
        min-height: 64px;
        border-style: dashed;
        color: var(--soft);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { studio, card } = this;
    if (!studio || !card) return;
    if (this.likes.length === 0)
      this.likes = Array.from({ length: MANY }, (_, at) => ({ seed: at + 1, pin: false }));
    if (changed.has("studio") && studio.seed !== this.around && studio.seed !== this.own) {
      this.seeds = pinned(this.seeds, studio.seed, MANY);
      this.around = studio.seed;
      this.own = Number.NaN;
    }
    const next = this.row(studio, card).map((patch) => toRecipe({ ...studio, ...patch }, card));
    if (JSON.stringify(next) !== JSON.stringify(this.recipes)) this.recipes = next;
  }

  /** What each tile changes. */
  private row(studio: StudioState, card: ModelCard): readonly Partial<StudioState>[] {
    if (this.mode === "seeds" || !card.usesWords)
      return this.seeds.map(({ seed }) => ({ seed, noise: null, first: null, second: null }));
    const around = noiseOf(studio) ?? `noise(${studio.seed})`;
    const amount = Number(this.amount.toFixed(2));
    return this.likes.map(({ seed }) => ({ noise: `vary(${around}, amount=${amount}, seed=${seed})` }));
  }

  private roll(): void {
    if (this.mode === "seeds") this.seeds = rolled(this.seeds, freshSeed);
    else this.likes = rolled(this.likes, freshSeed);
  }

  private pin(index: number): void {
    const toggle = (row: Row) => row.map((one, at) => (at === index ? { ...one, pin: !one.pin } : one));
    if (this.mode === "seeds") this.seeds = toggle(this.seeds);
    else this.likes = toggle(this.likes);
  }

  private take({ index }: Taken): void {
    const { studio, card } = this;
    const patch = studio && card ? this.row(studio, card)[index] : undefined;
    if (!patch) return;
    if (patch.seed !== undefined) this.own = patch.seed;
    turn(this, patch);
  }

  override render() {
    const { studio, card } = this;
    if (!studio || !card) return nothing;
    const row = this.mode === "seeds" ? this.seeds : this.likes;
    const titles = row.map(({ seed }) =>
      this.mode === "seeds" ? t("atlas.seed", { seed }) : t("studio.variation", { n: seed }),
    );
    const key = JSON.stringify(this.recipes);
    return html`<header>
        <div class="tabs" role="group" aria-label=${t("studio.variationsKind")}>
          ${this.tab("seeds", t("studio.variations"))}
          ${card.usesWords ? this.tab("like", t("studio.moreLike")) : nothing}
        </div>
        ${
          this.mode === "like"
            ? html`<rashin-slider
              name="amount"
              label=${t("studio.amount")}
              .min=${0.05}
              .max=${1}
              .step=${0.05}
              .value=${this.amount}
              .home=${0.35}
              @settle=${(event: CustomEvent<number>) => {
                this.amount = event.detail;
              }}
            ></rashin-slider>`
            : nothing
        }
        <button class="bare icon" data-testid="roll-row" aria-label=${t("studio.rollRow")} title=${t("studio.rollRow")} @click=${() => this.roll()}>
          ${icon("dice")}
        </button>
      </header>
      ${
        this.dear && this.asked !== key
          ? html`<button
            class="ask"
            data-testid="make-row"
            @click=${() => {
              this.asked = key;
            }}
          >
            ${icon("spark")}${t("studio.makeRow", { n: MANY })}
          </button>`
          : html`<rashin-strip
            name="variation"
            class="six"
            data-testid="variations"
            .recipes=${this.recipes}
            .titles=${titles}
            .pins=${row.map((one) => one.pin)}
            @pin=${(event: CustomEvent<number>) => this.pin(event.detail)}
            @take=${(event: CustomEvent<Taken>) => this.take(event.detail)}
          ></rashin-strip>`
      }`;
  }

  private tab(mode: "seeds" | "like", title: string) {
    return html`<button
      class="bare"
      data-testid="row-${mode}"
      aria-pressed=${this.mode === mode}
      @click=${() => {
        this.mode = mode;
      }}
    >
      ${title}
    </button>`;
  }
}
