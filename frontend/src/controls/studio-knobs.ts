/** Every knob of the Studio, as the model's card lists them; each says for itself what was turned. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { DirectionCard, LoraCard, Memory, ModelCard } from "@/api/types";
import { freshSeed, type StudioState } from "@/state/knobs";
import { Speaks, say, t } from "@/state/language";
import type { SeenSeed } from "@/state/seen-seeds";
import { invertedIn } from "@/state/studio-recipe";
import "./depth-knobs";
import { icon } from "./icons";
import "./inverted";
import { rest, turn } from "./knob-event";
import { looks } from "./looks";
import "./model-chooser";
import "./seed-knob";
import "./slider";
import "./start-picture";
import { knobLooks } from "./studio-knobs.looks";
import "./uploads";
import "./words-knob";

export type { KnobChange } from "./knob-event";

@customElement("rashin-studio-knobs")
export class StudioKnobs extends LitElement {
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) studio: StudioState | null = null;
  @property({ attribute: false }) memory: Memory | null = null;
  @property({ attribute: false }) seen: readonly SeenSeed[] = [];
  @state() private locked = true;

  static override styles = [looks, knobLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const { card, studio } = this;
    if (!card || !studio) return nothing;
    return html`
      <rashin-model-chooser
        .models=${this.models}
        .card=${card}
        .memory=${this.memory}
        @model=${(event: CustomEvent<ModelCard>) => this.tell("model", event.detail)}
        @load=${(event: CustomEvent<string>) => this.tell("load", event.detail)}
      ></rashin-model-chooser>
      ${card.usesWords ? this.words(card, studio) : this.pictures(studio)}
      ${studio.noise === null ? nothing : this.noise(card, studio.noise)}
      ${
        card.imageToImage
          ? html`<rashin-start-picture
            .image=${studio.image}
            .strength=${studio.strength}
            @start=${(event: CustomEvent<readonly File[]>) => this.tell("start", event.detail)}
          ></rashin-start-picture>`
          : nothing
      }
      <rashin-seed-knob
        .seed=${studio.seed}
        .locked=${this.locked}
        .seen=${this.seen}
        @lock=${(event: CustomEvent<boolean>) => {
          this.locked = event.detail;
        }}
      ></rashin-seed-knob>
      <rashin-depth-knobs .card=${card} .studio=${studio}></rashin-depth-knobs>
      ${card.loras.length > 0 ? this.loras(card.loras, studio) : nothing}
      ${card.directions.length > 0 ? this.directions(card.directions, studio) : nothing}
    `;
  }

  private words(card: ModelCard, studio: StudioState) {
    if (studio.conditioning !== null) return this.expression(studio.conditioning, { conditioning: null });
    return html`<rashin-words-knob .card=${card} .studio=${studio} .locked=${this.locked}></rashin-words-knob>`;
  }

  private pictures(studio: StudioState) {
    return html`<rashin-uploads
        .first=${studio.first}
        .second=${studio.second}
        .t=${studio.t}
        @files=${(event: CustomEvent<readonly File[]>) => this.tell("files", event.detail)}
        @away=${(event: CustomEvent<"first" | "second">) =>
          turn(this, event.detail === "second" ? { second: null } : { first: studio.second, second: null })}
        @slide=${(event: CustomEvent<number>) => turn(this, { t: event.detail }, "drag")}
        @settle=${() => rest(this)}
      ></rashin-uploads>
      <button
        data-testid="sample"
        @click=${() => turn(this, { seed: freshSeed(), noise: null, first: null, second: null })}
      >
        ${icon("dice")}${t("studio.sample")}
      </button>`;
  }

  /** Noise that is more than a seed: a picture that was inverted, or an expression. */
  private noise(card: ModelCard, words: string) {
    const inverted = invertedIn(words);
    if (!inverted) return this.expression(words, { noise: null });
    return html`<rashin-inverted
      .card=${card}
      .sha256=${inverted.sha256}
      .method=${inverted.method}
      @again=${() => this.tell("invert", inverted.sha256)}
    ></rashin-inverted>`;
  }

  private expression(words: string, clear: Partial<StudioState>) {
    return html`<div class="expression">
      <h2>${t("studio.expression")}</h2>
      <code>${words}</code>
      <button @click=${() => turn(this, clear)}>${t("studio.expressionClear")}</button>
    </div>`;
  }

  private loras(loras: readonly LoraCard[], studio: StudioState) {
    return html`<div class="group">
      ${this.titled(t("studio.loras"), studio.loras, { loras: {} })}
      ${loras.map(
        (one) =>
          html`<rashin-slider
            name="lora-${one.id}"
            label=${say(one.title)}
            .min=${one.range.min}
            .max=${one.range.max}
            .step=${0.05}
            .value=${studio.loras[one.id] ?? 0}
            @slide=${(event: CustomEvent<number>) =>
              turn(this, { loras: { ...this.studio?.loras, [one.id]: event.detail } }, "drag")}
            @settle=${() => rest(this)}
          ></rashin-slider>`,
      )}
    </div>`;
  }

  private directions(directions: readonly DirectionCard[], studio: StudioState) {
    return html`<div class="group" title=${t("studio.slidersHint")}>
      ${this.titled(t("studio.sliders"), studio.scales, { scales: {} })}
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
            turn(this, { scales: { ...this.studio?.scales, [one.id]: event.detail } }, "drag")}
          @settle=${() => rest(this)}
        ></rashin-slider>`,
      )}
    </div>`;
  }

  private titled(title: string, scales: Readonly<Record<string, number>>, clear: Partial<StudioState>) {
    return html`<div class="titled">
      <h2>${title}</h2>
      <button
        class="bare"
        data-testid=${"loras" in clear ? "reset-loras" : "reset"}
        ?hidden=${Object.values(scales).every((scale) => scale === 0)}
        @click=${() => turn(this, clear)}
      >
        ${t("studio.reset")}
      </button>
    </div>`;
  }
}
