/** All about one point: picture, words, recipe, true neighbours, and what can be done from here. */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { MapCard as MapData, ModelCard, PointCard, Recipe, RecipeInput } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import { live } from "@/state/live";
import { studioAddress } from "@/state/studio-state";
import "./copy-call";
import { icon } from "./icons";
import { looks } from "./looks";
import { cardLooks } from "./map-card.looks";
import "./picture";
import type { Picture } from "./picture";
import type { Taken } from "./strip";
import "./strip";
import "./thumb";

const VIEW = "atlas-card";
const TORN = 0.8;
const STEPS_BETWEEN = 7;

@customElement("rashin-map-card")
export class MapCardView extends LitElement {
  @property({ attribute: false }) map: MapData | null = null;
  @property({ attribute: false }) model: ModelCard | null = null;
  @property({ attribute: false }) card: PointCard | null = null;
  /** The second picture of *Between*. */
  @property({ attribute: false }) other: PointCard | null = null;
  @property({ type: Boolean }) choosing = false;
  /** Pictures of points that joined later, by number. */
  @property({ attribute: false }) late: ReadonlyMap<number, string | null> = new Map();
  @state() private like: readonly RecipeInput[] | null = null;
  @state() private drawn = false;
  @query("rashin-picture") private picture!: Picture;

  static override styles = [looks, cardLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live().watch(VIEW, {
      frame: (frame) => {
        if (!frame.final) return;
        this.drawn = true;
        void this.picture?.show(new Blob([frame.picture], { type: frame.mime }));
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live().forget(VIEW);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("card")) return;
    if (changed.get("card")?.n === this.card?.n) return;
    this.like = null;
    this.drawn = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("card") && this.card?.recipe) live().ask(VIEW, asInput(this.card.recipe));
  }

  /** Come in by keyboard: to the first thing that can be done. */
  enter(): void {
    this.renderRoot.querySelector<HTMLElement>("[data-testid=like]")?.focus();
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private moreLikeThis(recipe: Recipe): void {
    this.like = Array.from({ length: 6 }, (_, index) => ({
      ...asInput(recipe),
      noise: `vary(${recipe.noise}, amount=${Number((0.35 + 0.1 * index).toFixed(2))}, seed=${index + 1})`,
    }));
  }

  /** Recipes from one picture to the other, along words and noise together. */
  private between(a: Recipe, b: Recipe): readonly RecipeInput[] {
    return Array.from({ length: STEPS_BETWEEN }, (_, index) => {
      const t = Number((index / (STEPS_BETWEEN - 1)).toFixed(3));
      if (t === 0) return asInput(a);
      if (t === 1) return asInput(b);
      return {
        ...asInput(a),
        ...(a.conditioning !== "" && {
          conditioning: `interpolate(${a.conditioning}, ${b.conditioning}, t=${t})`,
        }),
        noise: `interpolate(${a.noise}, ${b.noise}, t=${t})`,
      };
    });
  }

  private take(event: CustomEvent<Taken>): void {
    const { recipe } = event.detail;
    if (!recipe || !this.model) return;
    history.pushState(null, "", studioAddress(recipe, this.model));
    window.dispatchEvent(new PopStateEvent("popstate"));
  }

  override render() {
    const { card } = this;
    if (!card) return nothing;
    const recipe = card.recipe;
    return html`<section data-testid="card" aria-label=${say(card.title)}>
      <div class="top">
        <div class="frame">
          <rashin-thumb class="under" .map=${this.map} .n=${card.n} .src=${card.image}></rashin-thumb>
          <rashin-picture class=${this.drawn ? "drawn" : ""} label=${say(card.title)}></rashin-picture>
        </div>
        <div class="head">
          <h1>${this.title_(card)}</h1>
          ${this.words(card)}
          ${recipe ? this.recipeLine(recipe) : nothing}
          ${
            card.distortion > TORN
              ? html`<p class="torn" title=${t("atlas.distortionHelp", { percent: Math.round(card.distortion * 100) })}>
                ${icon("warp")}${t("atlas.distortion")}
              </p>`
              : nothing
          }
        </div>
        <button class="bare icon close" aria-label=${t("common.close")} @click=${() => this.tell("close")}>
          ${icon("close")}
        </button>
      </div>
      ${this.neighbours(card)}
      ${
        recipe
          ? html`<div class="acts">
            <button data-testid="like" @click=${() => this.moreLikeThis(recipe)}>${icon("spark")}${t("atlas.like")}</button>
            <button
              data-testid="between"
              aria-pressed=${this.choosing}
              @click=${() => this.tell("choose")}
            >
              ${icon("between")}${t("atlas.between")}
            </button>
            ${
              this.joined(card)
                ? nothing
                : html`<button class="wide" data-testid="along-here" @click=${() => this.tell("along", card.n)}>${t("along.here")}</button>`
            }
            ${
              this.model
                ? html`<a class="button wide" data-testid="open-studio" href=${studioAddress(recipe, this.model)}
                  >${t("atlas.studio")}</a
                >`
                : nothing
            }
          </div>`
          : nothing
      }
      ${this.choosing ? html`<p class="quiet choosing">${t("atlas.pickSecond")}</p>` : nothing}
      ${
        this.like
          ? html`<h3>${t("atlas.like")}</h3>
            <rashin-strip class="six" name="like" .recipes=${this.like} @take=${this.take}></rashin-strip>`
          : nothing
      }
      ${this.betweenStrip(recipe)}
      ${
        recipe
          ? html`<rashin-copy-call
            .call=${{ path: "/api/v1/renders", body: { recipe: asInput(recipe) } }}
          ></rashin-copy-call>`
          : nothing
      }
    </section>`;
  }

  private betweenStrip(recipe: Recipe | null) {
    const other = this.other?.recipe;
    if (!recipe || !other || !this.card || !this.other) return nothing;
    return html`<h3>${say(this.card.title)} → ${say(this.other.title)}</h3>
      <rashin-strip
        class="seven"
        name="between"
        .recipes=${this.kept(recipe, other)}
        @take=${this.take}
      ></rashin-strip>`;
  }

  private pair: { a: Recipe; b: Recipe; list: readonly RecipeInput[] } | null = null;

  /** The same list for the same pair, so that redrawing the card asks for nothing. */
  private kept(a: Recipe, b: Recipe): readonly RecipeInput[] {
    if (this.pair?.a !== a || this.pair.b !== b) this.pair = { a, b, list: this.between(a, b) };
    return this.pair.list;
  }

  private joined(card: PointCard): boolean {
    return this.map !== null && card.n >= this.map.count;
  }

  private title_(card: PointCard): string {
    return this.joined(card) ? t("atlas.onlyOurs") : say(card.title);
  }

  /** The prompt; of a place between pictures, the words that it was mixed from. */
  private words(card: PointCard) {
    const mixed = [...new Set(card.prompt.match(/"[^"]+"/g) ?? [])].map((word) => word.slice(1, -1));
    const words = this.joined(card) && mixed.length > 0 ? mixed.slice(0, 4).join(" + ") : card.prompt;
    return words === "" || words === card.title.en ? nothing : html`<p class="prompt">${words}</p>`;
  }

  private recipeLine(recipe: Recipe) {
    const seed = /^noise\((\d+)\)$/.exec(recipe.noise)?.[1];
    const parts = [
      recipe.model,
      ...(seed === undefined ? [] : [t("atlas.seed", { seed })]),
      ...(recipe.steps > 0 ? [t("atlas.steps", { n: recipe.steps })] : []),
    ];
    return html`<p class="quiet recipe">${parts.join(" · ")}</p>`;
  }

  private neighbours(card: PointCard) {
    if (card.neighbours.length === 0) return nothing;
    return html`<div>
      <h3>${t("atlas.neighbours")}</h3>
      <div class="row" data-testid="neighbours">
        ${card.neighbours.slice(0, 15).map(
          (one) =>
            html`<button
            title=${Number.isNaN(one.similarity) ? nothing : one.similarity.toFixed(2)}
            aria-label="${t("atlas.neighbours")} ${one.n}"
            @click=${() => this.tell("walk", one.n)}
          >
            <rashin-thumb .map=${this.map} .n=${one.n} .src=${this.late.get(one.n) ?? null}></rashin-thumb>
          </button>`,
        )}
      </div>
    </div>`;
  }
}

/** A canonical recipe may be sent back as it is; only what the short form knows is kept. */
function asInput(recipe: Recipe): RecipeInput {
  return {
    model: recipe.model,
    ...(recipe.conditioning !== "" && { conditioning: recipe.conditioning }),
    noise: recipe.noise,
    ...(recipe.steps > 0 && { steps: recipe.steps }),
    ...(Number.isFinite(recipe.guidance_scale) && { guidance_scale: recipe.guidance_scale }),
    ...(recipe.steering.length > 0 && { steering: recipe.steering }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "rashin-map-card": MapCardView;
  }
}
