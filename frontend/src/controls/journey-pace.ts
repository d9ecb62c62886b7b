/** How a journey is played: pace, easing, pauses, loop, tempo, and attention where the model offers it. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Changes, EASES, type Journey, PACES } from "@/api/journeys";
import { secondsOf } from "@/state/journey-state";
import { Speaks, t } from "@/state/language";
import { looks } from "./looks";

const BEATS = 4;

@customElement("rashin-journey-pace")
export class JourneyPace extends LitElement {
  @property({ attribute: false }) journey: Journey | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
        gap: 10px 14px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 0.84rem;
        color: var(--soft);
      }
      select,
      input[type="number"] {
        min-height: 40px;
        width: 100%;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
        color: var(--ink);
      }
      .tick {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        align-self: end;
        color: var(--ink);
        font-size: 0.9rem;
      }
      .tick input {
        flex: none;
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(changes: Changes): void {
    this.dispatchEvent(new CustomEvent<Changes>("changes", { detail: changes }));
  }

  private choice(name: "pace" | "ease", values: readonly string[], value: string) {
    return html`<label
      >${t(`journeys.${name}`)}
      <select
        data-testid="journey-${name}"
        @change=${(event: Event) => this.tell({ [name]: (event.target as HTMLSelectElement).value })}
      >
        ${values.map((one) => html`<option value=${one} .selected=${one === value}>${t(`journeys.${name}.${one}` as "journeys.pace.even")}</option>`)}
      </select>
    </label>`;
  }

  private figure(name: "pause_s" | "fps", value: number, low: number, high: number, step: number) {
    return html`<label
      >${t(`journeys.${name}`)}
      <input
        type="number"
        data-testid="journey-${name}"
        min=${low}
        max=${high}
        step=${step}
        .value=${String(value)}
        @change=${(event: Event) => {
          const said = Number((event.target as HTMLInputElement).value);
          if (said >= low && said <= high) this.tell({ [name]: said });
        }}
      />
    </label>`;
  }

  override render() {
    const { journey } = this;
    if (!journey) return nothing;
    const line = journey.shape === "line";
    return html`${this.choice("pace", PACES, journey.pace)} ${this.choice("ease", EASES, journey.ease)}
      ${line ? this.figure("pause_s", journey.pause_s, 0, 30, 0.1) : nothing}
      ${this.figure("fps", journey.fps, 1, 60, 1)}
      ${
        line
          ? html`<label title=${t("journeys.tempoHint")}
              >${t("journeys.tempo")}
              <input
                type="number"
                min="20"
                max="300"
                step="1"
                placeholder="120"
                @change=${(event: Event) => {
                  const bpm = Number((event.target as HTMLInputElement).value);
                  if (bpm < 20 || bpm > 300) return;
                  const seconds = secondsOf(BEATS, bpm);
                  this.tell({
                    legs: journey.legs.map((leg) => ({ ...leg, seconds })),
                    pace: "legs",
                    beats: [],
                  });
                }}
              />
            </label>
            <label class="tick"
              ><input
                type="checkbox"
                data-testid="journey-loop"
                .checked=${journey.loop}
                @change=${(event: Event) => this.tell({ loop: (event.target as HTMLInputElement).checked, beats: [] })}
              />${t("journeys.loop")}</label
            >`
          : html`<label
              >${t("journeys.seconds")}
              <input
                type="number"
                min="0.1"
                max="120"
                step="0.5"
                .value=${String(journey.legs[0]?.seconds ?? 8)}
                @change=${(event: Event) => {
                  const seconds = Number((event.target as HTMLInputElement).value);
                  if (seconds >= 0.1 && seconds <= 120)
                    this.tell({ legs: [{ curve: "mix", seconds, parts: {} }] });
                }}
              />
            </label>`
      }
      ${
        journey.attention_offered
          ? html`<label class="tick" title=${t("journeys.attentionHint")}
              ><input
                type="checkbox"
                data-testid="journey-attention"
                .checked=${journey.attention !== null}
                @change=${(event: Event) =>
                  this.tell({ attention: (event.target as HTMLInputElement).checked ? {} : null })}
              />${t("journeys.attention")}</label
            >`
          : nothing
      }`;
  }
}
