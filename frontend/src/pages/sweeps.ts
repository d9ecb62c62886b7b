/** Sweeps: one recipe, two or three knobs at many values, and the pictures of all combinations. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { asProblem, type Problem } from "@/api/problem";
import type { Sweep } from "@/api/sweeps";
import * as api from "@/api/sweeps";
import type { ModelCard, RecipeInput } from "@/api/types";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import "@/controls/progress";
import { knobTitle } from "@/controls/sweep-axis";
import "@/controls/sweep-cell";
import "@/controls/sweep-editor";
import "@/controls/sweep-grid";
import "@/controls/sweep-list";
import "@/controls/sweep-table";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { count, Speaks, t } from "@/state/language";
import { models } from "@/state/models";
import { studioAddress } from "@/state/studio-state";
import { knobsOf } from "@/state/sweep-knobs";
import { draftOf, firstDraft, readSweep, type SweepDraft, sweepInput, writeSweep } from "@/state/sweep-state";

const LOOK_AGAIN_MS = 700;

@customElement("sweeps-page")
export class SweepsPage extends LitElement {
  @state() private models: readonly ModelCard[] = [];
  @state() private draft: SweepDraft | null = null;
  @state() private card: ModelCard | null = null;
  @state() private sweep: Sweep | null = null;
  @state() private earlier: readonly Sweep[] = [];
  @state() private more: string | null = null;
  @state() private problem: Problem | null = null;
  @state() private asking = false;
  @state() private asTable = false;
  @state() private sheet = 0;
  @state() private open: number | null = null;
  private gone = new AbortController();
  private timer = 0;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-columns: 340px minmax(0, 1fr);
        gap: 20px;
        height: 100%;
        padding: 18px 20px;
        box-sizing: border-box;
      }
      aside {
        overflow-y: auto;
        display: flex;
        flex-direction: column;
        gap: 18px;
        min-height: 0;
      }
      section {
        display: flex;
        flex-direction: column;
        gap: 10px;
        min-height: 0;
        min-width: 0;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        min-height: 40px;
      }
      .bar > :first-child {
        flex: 1 1 200px;
      }
      .empty {
        flex: 1;
        display: grid;
        place-items: center;
        border: 1px dashed var(--line);
        border-radius: var(--radius);
        color: var(--soft);
        min-height: 240px;
      }
      @media (max-width: 800px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          height: auto;
          padding: 12px;
        }
        aside {
          overflow: visible;
        }
        rashin-sweep-grid,
        rashin-sweep-table {
          max-height: 76dvh;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.gone = new AbortController();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gone.abort();
    clearTimeout(this.timer);
  }

  private async begin(): Promise<void> {
    const search = new URLSearchParams(location.search);
    this.models = await models(this.gone.signal);
    const read = readSweep(location.search, this.models, t("studio.promptPlaceholder"));
    if (read) [this.draft, this.card] = [read.draft, read.card];
    this.asTable = search.get("view") === "table";
    this.sheet = Number(search.get("sheet")) || 0;
    const id = search.get("id");
    if (id) await this.follow(id, true);
    await this.list();
  }

  private async list(cursor?: string): Promise<void> {
    try {
      const found = await api.listSweeps(cursor);
      this.earlier = cursor === undefined ? found.items : [...this.earlier, ...found.items];
      this.more = found.next;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  /** Show a sweep, and look again until it is finished. */
  private async follow(id: string, first = false): Promise<void> {
    clearTimeout(this.timer);
    try {
      const sweep = await api.getSweep(id, this.gone.signal);
      this.sweep = sweep;
      if (first) this.edit(draftOf(sweep));
      if (sweep.state === "queued" || sweep.state === "running")
        this.timer = window.setTimeout(() => void this.follow(id), LOOK_AGAIN_MS);
      else if (!first) void this.list();
    } catch (error) {
      if (!this.gone.signal.aborted) this.problem = asProblem(error);
    }
  }

  private edit(draft: SweepDraft | null): void {
    const card = this.models.find((one) => one.id === draft?.recipe.model);
    if (draft && card) [this.draft, this.card] = [draft, card];
    this.address();
  }

  private address(): void {
    const search = new URLSearchParams(this.sweep ? "" : this.draft ? writeSweep(this.draft) : "");
    if (this.sweep) search.set("id", this.sweep.id);
    if (this.asTable) search.set("view", "table");
    if (this.sheet > 0) search.set("sheet", String(this.sheet));
    replaceQuery(search.toString());
  }

  private async run(): Promise<void> {
    if (!this.draft || !this.card) return;
    this.asking = true;
    this.problem = null;
    try {
      const { recipe, axes } = sweepInput(this.draft, this.card);
      this.sweep = await api.createSweep(recipe, axes);
      this.sheet = 0;
      this.address();
      await this.follow(this.sweep.id);
      await this.list();
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.asking = false;
    }
  }

  private async stop(id: string): Promise<void> {
    try {
      await api.cancelSweep(id);
      await this.follow(id);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private rebase(recipe: RecipeInput): void {
    const card = this.models.find((one) => one.id === recipe.model);
    if (!card) return;
    clearTimeout(this.timer);
    this.sweep = null;
    this.edit(firstDraft(recipe, card));
  }

  private titles(sweep: Sweep): readonly string[] {
    const card = this.models.find((one) => one.id === sweep.recipe?.model);
    const knobs = card ? knobsOf(card) : [];
    return sweep.axes.map((axis) => {
      const knob = knobs.find((known) => known.id === axis.knob);
      return knob ? knobTitle(knob) : axis.knob;
    });
  }

  private studio(): string {
    const { draft, card } = this;
    if (!draft || !card) return "/studio";
    const { prompt, seed, ...rest } = draft.recipe;
    const recipe = {
      conditioning: prompt === undefined ? "" : JSON.stringify(prompt),
      noise: `noise(${seed ?? 0})`,
      steps: card.steps.default,
      guidance_scale: card.guidance.default,
      steering: [],
      ...rest,
    };
    return studioAddress(recipe, card);
  }

  override render() {
    const { draft, card, sweep } = this;
    const titles = sweep ? this.titles(sweep) : [];
    const shown = this.models.find((one) => one.id === sweep?.recipe?.model) ?? null;
    return html`<aside>
        <rashin-sweep-editor
          .draft=${draft}
          .card=${card}
          .models=${this.models}
          .studio=${this.studio()}
          ?asking=${this.asking}
          @draft=${(event: CustomEvent<SweepDraft>) => {
            clearTimeout(this.timer);
            this.sweep = null;
            this.edit(event.detail);
          }}
          @base=${(event: CustomEvent<RecipeInput>) => this.rebase(event.detail)}
          @run=${() => void this.run()}
        ></rashin-sweep-editor>
        <rashin-sweep-list
          .sweeps=${this.earlier}
          .models=${this.models}
          .current=${sweep?.id ?? ""}
          ?more=${this.more !== null}
          @more=${() => void this.list(this.more ?? undefined)}
        ></rashin-sweep-list>
      </aside>
      <section>
        ${this.problem ? html`<rashin-notice .problem=${this.problem}></rashin-notice>` : nothing}
        ${sweep ? this.bar(sweep) : nothing}
        ${
          !sweep
            ? html`<div class="empty">${t("sweeps.nothing")}</div>`
            : this.asTable
              ? html`<rashin-sweep-table .sweep=${sweep} .titles=${titles} @cell=${this.opens}></rashin-sweep-table>`
              : html`<rashin-sweep-grid
                  .sweep=${sweep}
                  .sheet=${this.sheet}
                  .titles=${titles}
                  @cell=${this.opens}
                ></rashin-sweep-grid>`
        }
        <rashin-sweep-cell
          .sweep=${sweep}
          .card=${shown}
          .titles=${titles}
          .n=${this.open}
          @go=${(event: CustomEvent<number | null>) => {
            this.open = event.detail;
          }}
        ></rashin-sweep-cell>
      </section>`;
  }

  private readonly opens = (event: CustomEvent<readonly number[]>): void => {
    const at = event.detail.join();
    this.open = this.sweep?.cells.findIndex((cell) => cell.at.join() === at) ?? null;
  };

  private bar(sweep: Sweep) {
    const done = count(sweep.cells.filter((cell) => cell.state === "done").length);
    const said = t(`sweeps.state.${sweep.state}`, { done, all: count(sweep.cells.length) });
    const under = sweep.state === "queued" || sweep.state === "running";
    const sheets = sweep.axes[2];
    return html`<div class="bar">
      <rashin-progress
        data-testid="sweep-progress"
        data-state=${sweep.state}
        .words=${said}
        .share=${sweep.progress}
        ?fixed=${!under}
        @cancel=${() => void this.stop(sweep.id)}
      ></rashin-progress>
      ${
        sheets && !this.asTable
          ? html`<select
              aria-label=${t("sweeps.sheets")}
              @change=${(event: Event) => {
                this.sheet = Number((event.target as HTMLSelectElement).value);
                this.address();
              }}
            >
              ${sheets.labels.map(
                (label, at) => html`<option value=${at} .selected=${at === this.sheet}>${label}</option>`,
              )}
            </select>`
          : nothing
      }
      <button
        data-testid="view"
        aria-pressed=${this.asTable}
        @click=${() => {
          this.asTable = !this.asTable;
          this.address();
        }}
      >
        ${icon(this.asTable ? "grid" : "table")}${t(this.asTable ? "sweeps.grid" : "sweeps.table")}
      </button>
      <a class="button" href=${api.tableAddress(sweep.id)} download title=${t("sweeps.csvHint")}>${t("sweeps.csv")}</a>
      <a class="button" href=${api.gridAddress(sweep.id)} download title=${t("sweeps.pngHint")}>${t("sweeps.png")}</a>
    </div>`;
  }
}

export const page: Page = {
  path: "/sweeps",
  title: "nav.sweeps",
  order: 3,
  icon: "grid",
  mount(root) {
    const element = document.createElement("sweeps-page");
    root.append(element);
    return () => element.remove();
  },
};
