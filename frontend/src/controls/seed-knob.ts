/** The seed: type it, roll it, lock it, or go back to one that was there before. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { freshSeed, SEED_LIMIT } from "@/state/knobs";
import { Speaks, t } from "@/state/language";
import type { SeenSeed } from "@/state/seen-seeds";
import { icon } from "./icons";
import { turn } from "./knob-event";
import { looks } from "./looks";
import { knobLooks } from "./studio-knobs.looks";

@customElement("rashin-seed-knob")
export class SeedKnob extends LitElement {
  @property({ type: Number }) seed = 0;
  @property({ type: Boolean }) locked = true;
  @property({ attribute: false }) seen: readonly SeenSeed[] = [];

  static override styles = [
    looks,
    knobLooks,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .seed {
        display: flex;
        gap: 4px;
      }
      .seed input {
        width: 106px;
      }
      .seen {
        display: flex;
        gap: 5px;
        margin-top: 8px;
        padding: 2px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .seen button {
        padding: 0;
        width: 40px;
        min-width: 40px;
        height: 40px;
        border-radius: 10px;
        overflow: hidden;
        background: #fff;
      }
      .seen button[aria-current="true"] {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      .seen img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private put(seed: number): void {
    turn(this, { seed, noise: null, first: null, second: null });
  }

  override render() {
    return html`<h2><label for="seed">${t("studio.seed")}</label></h2>
      <div class="seed">
        <input
          id="seed"
          class="figure"
          type="number"
          inputmode="numeric"
          data-testid="seed"
          min="0"
          max=${SEED_LIMIT}
          .value=${String(this.seed)}
          @input=${(event: Event) => {
            const seed = (event.target as HTMLInputElement).valueAsNumber;
            if (Number.isInteger(seed) && seed >= 0 && seed <= SEED_LIMIT) this.put(seed);
          }}
        />
        <button
          class="icon"
          data-testid="roll"
          aria-label=${t("studio.roll")}
          title=${t("studio.roll")}
          @click=${() => this.put(freshSeed())}
        >
          ${icon("dice")}
        </button>
        <button
          class="icon"
          data-testid="lock"
          aria-pressed=${this.locked}
          aria-label=${t("studio.lock")}
          title=${this.locked ? t("studio.unlock") : t("studio.lock")}
          @click=${() => this.dispatchEvent(new CustomEvent<boolean>("lock", { detail: !this.locked }))}
        >
          ${icon(this.locked ? "lock" : "unlock")}
        </button>
      </div>
      ${this.seen.length > 1 ? this.strip() : nothing}`;
  }

  private strip() {
    return html`<div class="seen" role="group" aria-label=${t("studio.seenSeeds")} data-testid="seen-seeds">
      ${this.seen.map(
        (one) =>
          html`<button
            data-testid="seen-${one.seed}"
            aria-label=${t("atlas.seed", { seed: one.seed })}
            title=${t("atlas.seed", { seed: one.seed })}
            aria-current=${one.seed === this.seed}
            @click=${() => this.put(one.seed)}
          >
            <img src=${one.url} alt="" loading="lazy" />
          </button>`,
      )}
    </div>`;
  }
}
