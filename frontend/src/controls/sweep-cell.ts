/** One picture of a sweep, large, with the values that made it; arrow keys go on to the next. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { getRender } from "@/api/client";
import type { Sweep, SweepCell } from "@/api/sweeps";
import type { ModelCard, Recipe } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { studioAddress } from "@/state/studio-state";
import { shortened } from "@/state/sweep-state";
import "./copy-call";
import { icon } from "./icons";
import { looks } from "./looks";

@customElement("rashin-sweep-cell")
export class SweepCellView extends LitElement {
  @property({ attribute: false }) sweep: Sweep | null = null;
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) titles: readonly string[] = [];
  /** The number of the cell in the sweep's list; null while none is open. */
  @property({ attribute: false }) n: number | null = null;
  @state() private recipe: Recipe | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  private asked = "";

  static override styles = [
    looks,
    css`
      dialog {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
        padding: 16px;
        width: min(860px, calc(100vw - 24px));
        max-height: calc(100dvh - 24px);
        overflow-y: auto;
      }
      dialog::backdrop {
        background: rgb(8 14 24 / 55%);
      }
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 270px;
        gap: 20px;
      }
      .large {
        width: 100%;
        aspect-ratio: var(--ratio, 1);
        max-height: 70dvh;
        object-fit: contain;
        border-radius: 14px;
        background: #fff;
        image-rendering: auto;
      }
      .side {
        display: flex;
        flex-direction: column;
        gap: 14px;
      }
      header {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      header span {
        flex: 1;
        font-size: 0.86rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 7px 14px;
        margin: 0;
        font-size: 0.92rem;
      }
      dt {
        color: var(--soft);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
      .swept {
        color: var(--accent);
        font-weight: 600;
      }
      @media (max-width: 640px) {
        .card {
          grid-template-columns: 1fr;
          gap: 12px;
        }
        .side {
          display: contents;
        }
        header {
          order: -1;
        }
        .large {
          max-height: 48dvh;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private get cell(): SweepCell | null {
    return this.n === null ? null : (this.sweep?.cells[this.n] ?? null);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { cell } = this;
    if (changed.has("n")) {
      if (cell && !this.dialog.open) this.dialog.showModal();
      if (!cell && this.dialog.open) this.dialog.close();
    }
    if (cell?.image) this.style.setProperty("--ratio", String(cell.image.width / cell.image.height));
    if (cell && cell.render_id !== "" && cell.render_id !== this.asked) void this.ask(cell.render_id);
  }

  private async ask(id: string): Promise<void> {
    this.asked = id;
    this.recipe = null;
    try {
      const render = await getRender(id);
      if (this.asked === id) this.recipe = render.recipe;
    } catch {
      // The picture and its values are there; only the ways on from here are missing.
    }
  }

  private go(by: number): void {
    const all = this.sweep?.cells.length ?? 0;
    if (this.n === null || all === 0) return;
    this.tell((this.n + by + all) % all);
  }

  private tell(n: number | null): void {
    this.dispatchEvent(new CustomEvent<number | null>("go", { detail: n }));
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    this.go(event.key === "ArrowLeft" ? -1 : 1);
  }

  override render() {
    return html`<dialog
      data-testid="sweep-cell"
      aria-label=${t("sweeps.cellTitle")}
      @close=${() => {
        if (this.n !== null) this.tell(null);
      }}
      @click=${(event: Event) => {
        if (event.target === this.dialog) this.dialog.close();
      }}
      @keydown=${(event: KeyboardEvent) => this.key(event)}
    >
      ${this.cell ? this.body(this.cell) : nothing}
    </dialog>`;
  }

  private body(cell: SweepCell) {
    const all = this.sweep?.cells.length ?? 0;
    return html`<div class="card">
      ${
        cell.image
          ? html`<img class="large" src=${cell.image.url} alt=${this.labels(cell).join(", ")} data-testid="large" />`
          : html`<p class="quiet">${cell.error ?? t(`sweeps.cell.${cell.state}`)}</p>`
      }
      <div class="side">
        <header>
          <span>${(this.n ?? 0) + 1} / ${all}</span>
          <button class="bare icon" aria-label=${t("sweeps.previous")} @click=${() => this.go(-1)}>${icon("left")}</button>
          <button class="bare icon" data-testid="cell-next" aria-label=${t("sweeps.next")} @click=${() => this.go(1)}>${icon("right")}</button>
          <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.dialog.close()}>${icon("close")}</button>
        </header>
        <dl>
          ${this.titles.map(
            (title, axis) => html`<dt>${title}</dt>
              <dd class="swept">${this.sweep?.axes[axis]?.labels[cell.at[axis] ?? 0]}</dd>`,
          )}
          ${this.facts()}
        </dl>
        ${
          this.recipe && this.card
            ? html`<a class="button" data-testid="cell-studio" href=${studioAddress(this.recipe, this.card)}>
                ${t("sweeps.open")}
              </a>
              <rashin-copy-call
                .call=${{ path: "/api/v1/renders", body: { recipe: shortened(this.recipe) } }}
              ></rashin-copy-call>`
            : nothing
        }
      </div>
    </div>`;
  }

  private labels(cell: SweepCell): readonly string[] {
    return cell.at.map((index, axis) => this.sweep?.axes[axis]?.labels[index] ?? "");
  }

  /** The rest of the recipe, without what the axes say already. */
  private facts() {
    const { recipe } = this;
    if (!recipe) return nothing;
    const short = shortened(recipe);
    const swept = new Set(this.sweep?.axes.map((axis) => axis.knob));
    const facts: (readonly [string, string, unknown])[] = [
      ["prompt", t("studio.prompt.short"), short.prompt],
      ["seed", t("studio.seed"), short.seed],
      ["steps", t("studio.steps"), short.steps],
      ["guidance_scale", t("studio.guidance"), short.guidance_scale],
      ["strength", t("studio.strength"), short.strength],
    ];
    return facts
      .filter(([knob, , value]) => value !== undefined && value !== "" && !swept.has(knob))
      .map(([, title, value]) => html`<dt>${title}</dt><dd>${String(value)}</dd>`);
  }
}
