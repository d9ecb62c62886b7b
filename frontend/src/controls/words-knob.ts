/** The words: what should be there, in which style, what should not, and whether some count more. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ModelCard } from "@/api/types";
import { freshSeed, type StudioState } from "@/state/knobs";
import { Speaks, t } from "@/state/language";
import { styleOf, withStyle } from "@/state/prompt-style";
import { icon } from "./icons";
import { rest, turn } from "./knob-event";
import { looks } from "./looks";
import { knobLooks } from "./studio-knobs.looks";

@customElement("rashin-words-knob")
export class WordsKnob extends LitElement {
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) studio: StudioState | null = null;
  /** The seed stays when the words change. */
  @property({ type: Boolean }) locked = true;
  @state() private open = false;

  static override styles = [
    looks,
    knobLooks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .small {
        min-height: 46px;
        font-size: 0.95rem;
      }
      .add {
        align-self: flex-start;
        min-height: 30px;
        padding: 0 8px 0 4px;
        color: var(--soft);
        font-size: 0.86rem;
      }
      .switch {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
        font-size: 0.92rem;
        cursor: pointer;
      }
      .switch small,
      .idle {
        color: var(--soft);
      }
      .idle {
        display: block;
        margin-top: 4px;
        font-size: 0.83rem;
      }
      input[type="checkbox"] {
        width: 20px;
        height: 20px;
        accent-color: var(--accent);
        margin: 0;
        flex: none;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private enter(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    rest(this);
  }

  private typed(field: "prompt" | "negative", event: Event): void {
    const value = (event.target as HTMLTextAreaElement).value;
    turn(this, { [field]: value, ...(this.locked ? {} : { seed: freshSeed(), noise: null }) }, "typing");
  }

  override render() {
    const { card, studio } = this;
    if (!card || !studio) return nothing;
    return html`<label class="field">
        <h2>${t("studio.prompt")}</h2>
        <textarea
          data-testid="prompt"
          maxlength="2000"
          spellcheck="false"
          placeholder=${t("studio.promptPlaceholder")}
          .value=${studio.prompt}
          @input=${(event: Event) => this.typed("prompt", event)}
          @keydown=${(event: KeyboardEvent) => this.enter(event)}
        ></textarea>
      </label>
      ${card.styles.length > 0 ? this.styles_(card, studio) : nothing}
      ${card.promptWeighting ? this.weighting(studio) : nothing}
      ${card.negativePrompt ? this.negative(studio) : nothing}`;
  }

  private styles_(card: ModelCard, studio: StudioState) {
    const worn = styleOf(studio.prompt, card.styles);
    const wear = (style: string | null) =>
      turn(this, { prompt: withStyle(studio.prompt, card.styles, style) });
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

  private weighting(studio: StudioState) {
    return html`<label class="switch">
      <input
        type="checkbox"
        data-testid="weighted"
        .checked=${studio.weighted}
        @change=${(event: Event) => turn(this, { weighted: (event.target as HTMLInputElement).checked })}
      />
      <span>${t("studio.weighting")} <small>${t("studio.weightingHint")}</small></span>
    </label>`;
  }

  private negative(studio: StudioState) {
    if (studio.negative === "" && !this.open)
      return html`<button
        class="bare add"
        data-testid="add-negative"
        @click=${async () => {
          this.open = true;
          await this.updateComplete;
          this.renderRoot.querySelector<HTMLElement>("[data-testid=negative]")?.focus();
        }}
      >
        ${icon("plus")}${t("studio.negative")}
      </button>`;
    return html`<label class="field">
      <h2>${t("studio.negative")}</h2>
      <textarea
        class="small"
        data-testid="negative"
        maxlength="2000"
        spellcheck="false"
        placeholder=${t("studio.negativePlaceholder")}
        .value=${studio.negative}
        @input=${(event: Event) => this.typed("negative", event)}
        @keydown=${(event: KeyboardEvent) => this.enter(event)}
      ></textarea>
      ${studio.guidance <= 1 ? html`<small class="idle">${t("studio.negativeIdle")}</small>` : nothing}
    </label>`;
  }
}
