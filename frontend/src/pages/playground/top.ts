/** Above the expression: pictures or words, which model, which seed. */

import { html, nothing } from "lit";
import type { ModelCard } from "@/api/types";
import { icon } from "@/controls/icons";
import { freshSeed } from "@/state/knobs";
import { say, t } from "@/state/language";
import type { Mode, PlaygroundState } from "@/state/playground-state";

export type Change = (patch: Partial<PlaygroundState>, pause?: number) => void;

const TYPING_MS = 140;

export function top(
  now: PlaygroundState,
  cards: readonly ModelCard[],
  card: ModelCard | null,
  change: Change,
) {
  const mode = (value: Mode) =>
    html`<button
      data-testid="mode-${value}"
      aria-pressed=${now.mode === value}
      @click=${() => change({ mode: value })}
    >
      ${t(`playground.${value}`)}
    </button>`;
  return html`<div class="top">
    <div class="modes" role="group" aria-label=${t("playground.mode")}>${mode("pictures")}${mode("words")}</div>
    ${cards.length > 1 ? models(cards, card, change) : nothing}
    ${now.mode === "pictures" ? seed(now.seed, change) : nothing}
  </div>`;
}

const models = (cards: readonly ModelCard[], card: ModelCard | null, change: Change) =>
  html`<label class="model"
    ><span>${t("playground.model")}</span>
    <select
      data-testid="model"
      @change=${(event: Event) => change({ model: (event.target as HTMLSelectElement).value })}
    >
      ${cards.map((one) => html`<option value=${one.id} .selected=${one.id === card?.id}>${say(one.title)}</option>`)}
    </select></label
  >`;

const seed = (value: number, change: Change) =>
  html`<div class="seed">
    <label
      ><span>${t("playground.seed")}</span>
      <input
        type="number"
        min="0"
        data-testid="seed"
        .value=${String(value)}
        @input=${(event: Event) => {
          const next = (event.target as HTMLInputElement).valueAsNumber;
          if (Number.isSafeInteger(next) && next >= 0) change({ seed: next }, TYPING_MS);
        }}
    /></label>
    <button
      class="icon"
      data-testid="roll"
      aria-label=${t("playground.roll")}
      title=${t("playground.roll")}
      @click=${() => change({ seed: freshSeed() })}
    >
      ${icon("dice")}
    </button>
  </div>`;
