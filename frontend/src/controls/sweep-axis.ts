/** One axis of a sweep: which knob, and its values as a list, a range, lines of words or choices. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { Speaks, say, t } from "@/state/language";
import { samplerName } from "@/state/sampler-names";
import { type AxisDraft, axisOver, type SweepKnob, valuesOf } from "@/state/sweep-knobs";
import { icon } from "./icons";
import { looks } from "./looks";
import { knobLooks } from "./studio-knobs.looks";

/** So many values are named below the axis; of more, the first and the last. */
const NAMED = 12;

export const knobTitle = (knob: SweepKnob): string =>
  typeof knob.title === "string" ? t(knob.title) : say(knob.title);

@customElement("rashin-sweep-axis")
export class SweepAxisEditor extends LitElement {
  @property() role_ = "";
  @property({ attribute: false }) axis: AxisDraft | null = null;
  @property({ attribute: false }) knobs: readonly SweepKnob[] = [];
  /** Knobs that the other axes have. */
  @property({ attribute: false }) taken: readonly string[] = [];
  @property({ type: Boolean }) fixed = false;

  static override styles = [
    looks,
    knobLooks,
    css`
      :host {
        display: block;
        border: 1px solid var(--line);
        border-radius: 12px;
        padding: 10px 12px 12px;
      }
      .top {
        display: flex;
        justify-content: space-between;
        align-items: center;
        min-height: 30px;
        margin-bottom: 6px;
      }
      .top h2:first-child {
        margin: 0;
      }
      .top button {
        min-height: 30px;
        min-width: 30px;
      }
      .how {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 6px;
      }
      .how .segments {
        gap: 0;
        flex-wrap: nowrap;
      }
      .how .segments button {
        border-radius: 0;
        padding: 0 10px;
        font-size: 0.84rem;
      }
      .how .segments button:first-child {
        border-radius: var(--radius-small) 0 0 var(--radius-small);
      }
      .how .segments button:last-child {
        border-radius: 0 var(--radius-small) var(--radius-small) 0;
        border-left: 0;
      }
      .values {
        margin-top: 8px;
      }
      .figure {
        width: 100%;
      }
      .range {
        display: grid;
        grid-template-columns: 1fr 1fr 72px;
        gap: 8px;
      }
      .range span {
        display: block;
        font-size: 0.78rem;
        color: var(--soft);
        margin-bottom: 3px;
      }
      textarea {
        font-size: 0.95rem;
        min-height: 84px;
      }
      .chips {
        margin-top: 8px;
      }
      .said {
        margin: 8px 0 0;
        font-size: 0.83rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
      }
      .wrong {
        color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private put(axis: AxisDraft): void {
    this.dispatchEvent(new CustomEvent<AxisDraft>("axis", { detail: axis }));
  }

  override render() {
    const { axis } = this;
    const knob = this.knobs.find((known) => known.id === axis?.knob);
    if (!axis || !knob) return nothing;
    const figures = knob.kind === "whole" || knob.kind === "figure";
    return html`<div class="top">
        <h2>${this.role_}</h2>
        ${
          this.fixed
            ? nothing
            : html`<button
              class="bare icon"
              data-testid="axis-remove"
              aria-label=${t("sweeps.removeAxis")}
              title=${t("sweeps.removeAxis")}
              @click=${() => this.dispatchEvent(new Event("away"))}
            >
              ${icon("close")}
            </button>`
        }
      </div>
      <div class="how">${this.choose(axis)} ${figures ? this.way(axis) : nothing}</div>
      <div class="values">
        ${
          knob.kind === "words"
            ? this.lines(axis)
            : knob.kind === "choice"
              ? this.choices(axis, knob)
              : axis.how === "list"
                ? this.list(axis, knob)
                : this.range(axis)
        }
      </div>
      ${this.said(axis, knob)}`;
  }

  private choose(axis: AxisDraft) {
    return html`<select
      data-testid="axis-knob"
      aria-label=${this.role_}
      @change=${(event: Event) => {
        const id = (event.target as HTMLSelectElement).value;
        const knob = this.knobs.find((known) => known.id === id);
        if (knob) this.put(axisOver(knob));
      }}
    >
      ${this.knobs.map(
        (one) =>
          html`<option
            value=${one.id}
            .selected=${one.id === axis.knob}
            ?disabled=${one.id !== axis.knob && this.taken.includes(one.id)}
          >
            ${knobTitle(one)}
          </option>`,
      )}
    </select>`;
  }

  private way(axis: AxisDraft) {
    return html`<div class="segments" role="group">
      ${(["list", "range"] as const).map(
        (how) =>
          html`<button
            data-testid="axis-${how}"
            aria-pressed=${axis.how === how}
            @click=${() => this.put(this.turned(axis, how))}
          >
            ${t(`sweeps.${how}`)}
          </button>`,
      )}
    </div>`;
  }

  /** The same values the other way, as far as that goes. */
  private turned(axis: AxisDraft, how: AxisDraft["how"]): AxisDraft {
    const knob = this.knobs.find((known) => known.id === axis.knob);
    if (!knob || axis.how === how) return axis;
    const { values } = valuesOf(axis, knob);
    const figures = values.filter((one) => typeof one === "number");
    if (how === "list" || figures.length === 0) return { ...axis, how, list: values.join(", ") };
    return { ...axis, how, from: Math.min(...figures), to: Math.max(...figures), count: figures.length };
  }

  private lines(axis: AxisDraft) {
    return html`<textarea
      data-testid="axis-values"
      aria-label=${t("sweeps.many")}
      placeholder=${t("sweeps.linesHint")}
      spellcheck="false"
      .value=${axis.list}
      @input=${(event: Event) => this.put({ ...axis, list: (event.target as HTMLTextAreaElement).value })}
    ></textarea>`;
  }

  private list(axis: AxisDraft, knob: SweepKnob) {
    return html`<input
      class="figure"
      data-testid="axis-values"
      aria-label=${t("sweeps.many")}
      placeholder=${knob.kind === "whole" ? t("sweeps.listHint") : "0, 0.5, 1"}
      inputmode="text"
      spellcheck="false"
      autocomplete="off"
      .value=${axis.list}
      @input=${(event: Event) => this.put({ ...axis, list: (event.target as HTMLInputElement).value })}
    />`;
  }

  private choices(axis: AxisDraft, knob: SweepKnob) {
    const on = new Set(valuesOf(axis, knob).values.map(String));
    return html`<div class="chips" role="group" aria-label=${t("sweeps.many")}>
      ${knob.choices.map(
        (one) =>
          html`<button
            data-testid="axis-choice-${one}"
            aria-pressed=${on.has(one)}
            @click=${() => {
              const next = knob.choices.filter((known) => (known === one ? !on.has(one) : on.has(known)));
              this.put({ ...axis, how: "list", list: next.join(", ") });
            }}
          >
            ${samplerName(one)}
          </button>`,
      )}
    </div>`;
  }

  private range(axis: AxisDraft) {
    const field = (name: "from" | "to" | "count", title: string) =>
      html`<label
        ><span>${title}</span>
        <input
          class="figure"
          type="number"
          step="any"
          data-testid="axis-${name}"
          .value=${String(axis[name])}
          @input=${(event: Event) => {
            const value = (event.target as HTMLInputElement).valueAsNumber;
            if (Number.isFinite(value))
              this.put({ ...axis, [name]: name === "count" ? Math.min(value, 1000) : value });
          }}
        />
      </label>`;
    return html`<div class="range">
      ${field("from", t("sweeps.from"))} ${field("to", t("sweeps.to"))} ${field("count", t("sweeps.many"))}
    </div>`;
  }

  private said(axis: AxisDraft, knob: SweepKnob) {
    const { values, wrong } = valuesOf(axis, knob);
    if (wrong.length > 0)
      return html`<p class="said wrong">${t("sweeps.wrong", { words: wrong.slice(0, 6).join(", ") })}</p>`;
    if (values.length === 0) return html`<p class="said">${t("sweeps.noValues")}</p>`;
    if (knob.kind === "words" || knob.kind === "choice" || axis.how === "list") return nothing;
    const shown = values.length > NAMED ? [...values.slice(0, 5), "…", ...values.slice(-3)] : values;
    return html`<p class="said" data-testid="axis-said">${shown.join(" · ")}</p>`;
  }
}
