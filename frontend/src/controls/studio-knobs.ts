/** Every knob of the Studio; says what changed and how: typed, dragged, or meant. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { DirectionCard, ModelCard } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import { styleOf, withStyle } from "@/state/prompt-style";
import { freshSeed, SEED_LIMIT, type StudioState } from "@/state/studio-state";
import { icon } from "./icons";
import { looks } from "./looks";
import "./slider";
import { knobLooks } from "./studio-knobs.looks";
import "./uploads";

export interface KnobChange {
  readonly patch: Partial<StudioState>;
  readonly pace: "now" | "typing" | "drag";
}

@customElement("rashin-studio-knobs")
export class StudioKnobs extends LitElement {
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) studio: StudioState | null = null;
  @state() private locked = true;

  static override styles = [looks, knobLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private change(patch: Partial<StudioState>, pace: KnobChange["pace"] = "now"): void {
    this.tell("knob", { patch, pace } satisfies KnobChange);
  }

  private reseed(seed: number): void {
    this.change({ seed, noise: null, first: null, second: null });
  }

  override render() {
    const { card, studio } = this;
    if (!card || !studio) return nothing;
    return html`
      ${this.models.length > 1 ? this.switch(card) : nothing}
      ${card.usesWords ? this.words(card, studio) : this.pictures(studio)}
      ${studio.noise === null ? nothing : this.expression(studio.noise, { noise: null })}
      <div class="three">${this.seed(studio)} ${card.steps.choices.length > 1 ? this.steps(card, studio) : nothing}</div>
      ${card.guidance.max > card.guidance.min ? this.guidance(card, studio) : nothing}
      ${card.directions.length > 0 ? this.directions(card.directions, studio) : nothing}
    `;
  }

  private switch(card: ModelCard) {
    return html`<div class="group">
      <h2>${t("studio.model")}</h2>
      <div class="segments" data-testid="model">
        ${this.models.map(
          (one) =>
            html`<button
            data-testid="model-${one.id}"
            title=${say(one.summary)}
            aria-pressed=${one.id === card.id}
            @click=${() => this.tell("model", one)}
          >
            ${say(one.title)}
          </button>`,
        )}
      </div>
    </div>`;
  }

  private words(card: ModelCard, studio: StudioState) {
    if (studio.conditioning !== null) return this.expression(studio.conditioning, { conditioning: null });
    return html`<label class="field">
        <h2>${t("studio.prompt")}</h2>
        <textarea
          data-testid="prompt"
          maxlength="2000"
          spellcheck="false"
          placeholder=${t("studio.promptPlaceholder")}
          .value=${studio.prompt}
          @input=${(event: Event) => {
            const prompt = (event.target as HTMLTextAreaElement).value;
            this.change({ prompt, ...(this.locked ? {} : { seed: freshSeed(), noise: null }) }, "typing");
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            this.tell("settle");
          }}
        ></textarea>
      </label>
      ${card.styles.length > 0 ? this.styles_(card, studio) : nothing}`;
  }

  private styles_(card: ModelCard, studio: StudioState) {
    const worn = styleOf(studio.prompt, card.styles);
    const wear = (style: string | null) =>
      this.change({ prompt: withStyle(studio.prompt, card.styles, style) });
    return html`<div class="group">
      <h2>${t("studio.style")}</h2>
      <div class="chips" data-testid="style">
        <button aria-pressed=${worn === null} @click=${() => wear(null)}>${t("studio.noStyle")}</button>
        ${card.styles.map(
          (one) =>
            html`<button data-testid="style-${one}" aria-pressed=${worn === one} @click=${() => wear(one)}>${one}</button>`,
        )}
      </div>
    </div>`;
  }

  private pictures(studio: StudioState) {
    return html`<rashin-uploads
        .first=${studio.first}
        .second=${studio.second}
        .t=${studio.t}
        @files=${(event: CustomEvent<readonly File[]>) => this.tell("files", event.detail)}
        @away=${(event: CustomEvent<"first" | "second">) =>
          this.change(event.detail === "second" ? { second: null } : { first: studio.second, second: null })}
        @slide=${(event: CustomEvent<number>) => this.change({ t: event.detail }, "drag")}
        @settle=${() => this.tell("settle")}
      ></rashin-uploads>
      <button data-testid="sample" @click=${() => this.reseed(freshSeed())}>
        ${icon("dice")}${t("studio.sample")}
      </button>`;
  }

  private expression(words: string, clear: Partial<StudioState>) {
    return html`<div class="expression">
      <h2>${t("studio.expression")}</h2>
      <code>${words}</code>
      <button @click=${() => this.change(clear)}>${t("studio.expressionClear")}</button>
    </div>`;
  }

  private seed(studio: StudioState) {
    return html`<div class="group">
      <h2><label for="seed">${t("studio.seed")}</label></h2>
      <div class="seed">
        <input
          id="seed"
          type="number"
          inputmode="numeric"
          data-testid="seed"
          min="0"
          max=${SEED_LIMIT}
          .value=${String(studio.seed)}
          @input=${(event: Event) => {
            const seed = (event.target as HTMLInputElement).valueAsNumber;
            if (Number.isInteger(seed) && seed >= 0 && seed <= SEED_LIMIT) this.reseed(seed);
          }}
        />
        <button
          class="icon"
          data-testid="roll"
          aria-label=${t("studio.roll")}
          title=${t("studio.roll")}
          @click=${() => this.reseed(freshSeed())}
        >
          ${icon("dice")}
        </button>
        <button
          class="icon"
          data-testid="lock"
          aria-pressed=${this.locked}
          aria-label=${t("studio.lock")}
          title=${this.locked ? t("studio.unlock") : t("studio.lock")}
          @click=${() => {
            this.locked = !this.locked;
          }}
        >
          ${icon(this.locked ? "lock" : "unlock")}
        </button>
      </div>
    </div>`;
  }

  private steps(card: ModelCard, studio: StudioState) {
    return html`<div class="group">
      <h2>${t("studio.steps")}</h2>
      <div class="segments" data-testid="steps">
        ${card.steps.choices.map(
          (steps) =>
            html`<button
            class="icon"
            data-testid="steps-${steps}"
            aria-pressed=${steps === studio.steps}
            @click=${() => this.change({ steps })}
          >
            ${steps}
          </button>`,
        )}
      </div>
    </div>`;
  }

  private guidance(card: ModelCard, studio: StudioState) {
    return html`<rashin-slider
      name="guidance"
      label=${t("studio.guidance")}
      .min=${card.guidance.min}
      .max=${card.guidance.max}
      .step=${0.1}
      .value=${studio.guidance}
      .home=${card.guidance.default}
      @slide=${(event: CustomEvent<number>) => this.change({ guidance: event.detail }, "drag")}
      @settle=${() => this.tell("settle")}
    ></rashin-slider>`;
  }

  private directions(directions: readonly DirectionCard[], studio: StudioState) {
    return html`<div class="group" title=${t("studio.slidersHint")}>
      <div class="titled">
        <h2>${t("studio.sliders")}</h2>
        <button
          class="bare"
          data-testid="reset"
          ?hidden=${Object.values(studio.scales).every((scale) => scale === 0)}
          @click=${() => this.change({ scales: {} })}
        >
          ${t("studio.reset")}
        </button>
      </div>
      ${directions.map(
        (one) =>
          html`<rashin-slider
          name="slider-${one.id}"
          label=${say(one.title)}
          .min=${one.min}
          .max=${one.max}
          .step=${one.step}
          .value=${studio.scales[one.id] ?? 0}
          @slide=${(event: CustomEvent<number>) =>
            this.change({ scales: { ...this.studio?.scales, [one.id]: event.detail } }, "drag")}
          @settle=${() => this.tell("settle")}
        ></rashin-slider>`,
      )}
    </div>`;
  }
}
