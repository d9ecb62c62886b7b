/** What to sweep: the picture that it is about, up to three knobs with their values, and how many pictures that makes. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ModelCard, RecipeInput } from "@/api/types";
import { count, Speaks, say, t } from "@/state/language";
import { type AxisDraft, axisOver, knobsOf } from "@/state/sweep-knobs";
import { cellsOf, MANY_CELLS, MOST_AXES, MOST_CELLS, type SweepDraft, sweepInput } from "@/state/sweep-state";
import "./copy-call";
import { icon } from "./icons";
import { looks } from "./looks";
import { knobLooks } from "./studio-knobs.looks";
import "./strip";
import "./sweep-axis";

const ROLES = ["sweeps.columns", "sweeps.rows", "sweeps.sheets"] as const;

@customElement("rashin-sweep-editor")
export class SweepEditor extends LitElement {
  @property({ attribute: false }) draft: SweepDraft | null = null;
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  /** Where the Studio shows the picture. */
  @property() studio = "";
  /** A sweep was asked for and not yet accepted. */
  @property({ type: Boolean }) asking = false;
  private base: readonly RecipeInput[] = [];
  private baseKey = "";

  static override styles = [
    looks,
    knobLooks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .base {
        display: grid;
        grid-template-columns: 76px minmax(0, 1fr);
        gap: 12px;
        align-items: center;
      }
      .base > div {
        display: grid;
        gap: 6px;
        justify-items: start;
      }
      .base textarea {
        min-height: 42px;
        max-height: 92px;
        padding: 8px 11px;
        font-size: 0.98rem;
      }
      .base select {
        min-height: 36px;
      }
      a.edit {
        color: var(--soft);
        font-size: 0.84rem;
        text-underline-offset: 3px;
      }
      .add {
        border-style: dashed;
        color: var(--soft);
        font-weight: 500;
      }
      .run {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        position: sticky;
        bottom: 0;
        padding: 10px 0;
        background: var(--surface);
        border-top: 1px solid var(--line);
        z-index: 2;
      }
      .run b {
        font-size: 1.05rem;
        font-variant-numeric: tabular-nums;
      }
      .run small {
        display: block;
        color: var(--soft);
        font-size: 0.83rem;
      }
      .run .warn {
        color: var(--warn);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private put(draft: SweepDraft): void {
    this.dispatchEvent(new CustomEvent<SweepDraft>("draft", { detail: draft }));
  }

  private axes(axes: readonly AxisDraft[]): void {
    if (this.draft) this.put({ ...this.draft, axes });
  }

  override render() {
    const { draft, card } = this;
    if (!draft || !card) return nothing;
    const knobs = knobsOf(card);
    const taken = draft.axes.map((axis) => axis.knob);
    const free = knobs.find((knob) => !taken.includes(knob.id));
    return html`${this.picture(draft, card)}
      ${draft.axes.map(
        (axis, at) =>
          html`<rashin-sweep-axis
            data-testid="axis-${at}"
            .role_=${t(ROLES[at] ?? "sweeps.sheets")}
            .axis=${axis}
            .knobs=${knobs}
            .taken=${taken}
            ?fixed=${draft.axes.length === 1}
            @axis=${(event: CustomEvent<AxisDraft>) => this.axes(draft.axes.with(at, event.detail))}
            @away=${() => this.axes(draft.axes.toSpliced(at, 1))}
          ></rashin-sweep-axis>`,
      )}
      ${
        draft.axes.length < MOST_AXES && free
          ? html`<button
            class="add"
            data-testid="axis-add"
            @click=${() => this.axes([...draft.axes, axisOver(free)])}
          >
            ${icon("plus")}${t(draft.axes.length === 1 ? "sweeps.addRows" : "sweeps.addAxis")}
          </button>`
          : nothing
      }
      ${this.run(draft, card)}`;
  }

  private picture(draft: SweepDraft, card: ModelCard) {
    const { recipe } = draft;
    const key = JSON.stringify(recipe);
    if (key !== this.baseKey) [this.baseKey, this.base] = [key, [recipe]];
    const said = recipe.prompt ?? recipe.conditioning ?? "";
    return html`<div class="base">
      ${
        card.resident
          ? html`<rashin-strip name="sweep-base" .recipes=${this.base} .titles=${[said]} @take=${() => this.visit()}></rashin-strip>`
          : html`<span></span>`
      }
      <div>
        ${this.models.length > 1 ? this.model(draft, card) : nothing}
        ${
          card.usesWords && recipe.conditioning === undefined
            ? html`<textarea
              data-testid="base-prompt"
              aria-label=${t("sweeps.base")}
              maxlength="2000"
              spellcheck="false"
              .value=${said}
              @input=${(event: Event) => {
                const prompt = (event.target as HTMLTextAreaElement).value;
                this.put({ ...draft, recipe: { ...recipe, prompt } });
              }}
            ></textarea>`
            : nothing
        }
        <a class="edit" href=${this.studio}>${t("sweeps.baseEdit")}</a>
      </div>
    </div>`;
  }

  private model(draft: SweepDraft, card: ModelCard) {
    return html`<select
      data-testid="base-model"
      aria-label=${t("studio.model")}
      @change=${(event: Event) => {
        const model = (event.target as HTMLSelectElement).value;
        const { prompt = t("studio.promptPlaceholder"), seed = 7 } = draft.recipe;
        const next = this.models.find((one) => one.id === model);
        if (next)
          this.dispatchEvent(
            new CustomEvent<RecipeInput>("base", {
              detail: { model, ...(next.usesWords && { prompt }), seed },
            }),
          );
      }}
    >
      ${this.models.map(
        (one) => html`<option value=${one.id} .selected=${one.id === card.id}>${say(one.title)}</option>`,
      )}
    </select>`;
  }

  private visit(): void {
    this.renderRoot.querySelector<HTMLAnchorElement>("a.edit")?.click();
  }

  private run(draft: SweepDraft, card: ModelCard) {
    const input = sweepInput(draft, card);
    const cells = cellsOf(input.axes);
    const needsPicture =
      input.axes.some((axis) => axis.knob === "strength") && input.recipe.image === undefined;
    const note = needsPicture
      ? t("sweeps.needsPicture")
      : cells > MOST_CELLS
        ? t("sweeps.tooMany", { most: count(MOST_CELLS) })
        : cells > MANY_CELLS
          ? t("sweeps.lots")
          : input.axes.map((axis) => axis.values.length).join(" × ");
    const can = cells > 0 && cells <= MOST_CELLS && !needsPicture && !this.asking;
    return html`<div class="run">
        <div role="status">
          <b data-testid="cells" data-cells=${cells}
            >${cells === 1 ? t("sweeps.oneCell") : t("sweeps.cells", { n: count(cells) })}</b
          >
          <small class=${cells > MANY_CELLS || needsPicture ? "warn" : ""} data-testid="cells-note">${note}</small>
        </div>
        <button
          class="primary"
          data-testid="run"
          ?disabled=${!can}
          @click=${() => this.dispatchEvent(new Event("run"))}
        >
          ${icon("play")}${t("sweeps.run")}
        </button>
      </div>
      <rashin-copy-call .call=${{ path: "/api/v1/sweeps", body: input }}></rashin-copy-call>`;
  }
}
