/** Which model draws, whether it is in memory, and what it takes to get it there. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Loaded, Memory, ModelCard } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import { bytesInWords } from "@/state/memory";
import { looks } from "./looks";
import { knobLooks } from "./studio-knobs.looks";

/** More models than this are a list to choose from, not a row of buttons. */
const ROW = 4;

@customElement("rashin-model-chooser")
export class ModelChooser extends LitElement {
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) memory: Memory | null = null;

  static override styles = [
    looks,
    knobLooks,
    css`
      :host {
        display: block;
      }
      .note {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 22px;
        margin: 6px 0 0;
        font-size: 0.83rem;
        color: var(--soft);
      }
      .note span {
        flex: 1;
      }
      .note button {
        min-height: 28px;
        padding: 0 9px;
        font-size: 0.82rem;
      }
      i.dot {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        flex: none;
        background: var(--good);
      }
      .cold i.dot {
        background: none;
        border: 1.5px solid var(--faint);
      }
      .loading i.dot {
        background: var(--warn);
        animation: pulse 0.9s infinite alternate;
      }
      .failed i.dot {
        background: var(--accent);
      }
      @keyframes pulse {
        to {
          opacity: 0.25;
        }
      }
      .bar {
        height: 3px;
        border-radius: 3px;
        overflow: hidden;
        background: var(--line);
        margin-top: 6px;
      }
      .bar i {
        display: block;
        height: 100%;
        width: 40%;
        border-radius: 3px;
        background: var(--accent);
        animation: run 1s infinite ease-in-out;
      }
      @keyframes run {
        from {
          transform: translateX(-100%);
        }
        to {
          transform: translateX(260%);
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private choose(card: ModelCard): void {
    this.dispatchEvent(new CustomEvent<ModelCard>("model", { detail: card }));
  }

  override render() {
    const { card } = this;
    if (!card) return nothing;
    const { length } = this.models;
    const chooser = length > ROW ? this.list(card) : length > 1 ? this.row(card) : nothing;
    const loaded = this.memory?.models.find((one) => one.id === card.id) ?? null;
    return html`${chooser === nothing ? nothing : html`<h2 id="title">${t("studio.model")}</h2>`} ${chooser}
      ${loaded ? this.note(card, loaded) : nothing}
      ${card.notes.map((note) => html`<p class="note">${say(note)}</p>`)}`;
  }

  private row(card: ModelCard) {
    return html`<div class="segments" data-testid="model" role="group" aria-labelledby="title">
      ${this.models.map(
        (one) =>
          html`<button
            data-testid="model-${one.id}"
            title=${say(one.summary)}
            aria-pressed=${one.id === card.id}
            @click=${() => this.choose(one)}
          >
            ${say(one.title)}
          </button>`,
      )}
    </div>`;
  }

  private list(card: ModelCard) {
    return html`<select
      data-testid="model"
      aria-labelledby="title"
      @change=${(event: Event) => {
        const id = (event.target as HTMLSelectElement).value;
        const next = this.models.find((one) => one.id === id);
        if (next) this.choose(next);
      }}
    >
      ${this.models.map(
        (one) => html`<option value=${one.id} .selected=${one.id === card.id}>${say(one.title)}</option>`,
      )}
    </select>`;
  }

  private note(card: ModelCard, loaded: Loaded) {
    // What is always in memory has nothing to say about it.
    if (card.resident && loaded.state === "ready") return nothing;
    const need = loaded.bytes_needed;
    const free = this.memory?.free_bytes ?? null;
    const size =
      need === null || loaded.state === "ready"
        ? ""
        : free === null
          ? t("studio.modelNeeds", { need: bytesInWords(need) })
          : t("studio.modelNeedsOf", { need: bytesInWords(need), free: bytesInWords(free) });
    const tight = need !== null && free !== null && need > free && loaded.state === "cold";
    const words = [t(`studio.model.${loaded.state}`), size].filter((part) => part !== "").join(" · ");
    return html`<p class="note ${loaded.state}" role="status" data-testid="model-state" data-state=${loaded.state}>
        <i class="dot"></i><span>${loaded.state === "failed" && loaded.error ? loaded.error : words}</span>
        ${
          loaded.state === "cold" || loaded.state === "failed"
            ? html`<button
              data-testid="model-load"
              @click=${() => this.dispatchEvent(new CustomEvent<string>("load", { detail: card.id }))}
            >
              ${t(loaded.state === "cold" ? "studio.modelLoad" : "common.retry")}
            </button>`
            : nothing
        }
      </p>
      ${loaded.state === "loading" ? html`<div class="bar" role="progressbar" aria-label=${words}><i></i></div>` : nothing}
      ${tight ? html`<p class="note">${t("studio.modelTight")}</p>` : nothing}`;
  }
}
