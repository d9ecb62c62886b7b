/** A sweep as pictures between labelled axes that stay in sight; arrow keys walk from cell to cell. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Sweep, SweepCell } from "@/api/sweeps";
import { Speaks, t } from "@/state/language";
import { looks } from "./looks";

@customElement("rashin-sweep-grid")
export class SweepGrid extends LitElement {
  @property({ attribute: false }) sweep: Sweep | null = null;
  /** The index on the third axis. */
  @property({ type: Number }) sheet = 0;
  /** The titles of the knobs, one for each axis. */
  @property({ attribute: false }) titles: readonly string[] = [];
  private byPlace = new Map<string, SweepCell>();

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        overflow: auto;
        max-height: 100%;
        min-height: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      table {
        border-collapse: separate;
        border-spacing: 0;
        font-size: 0.86rem;
      }
      th {
        font-weight: 550;
        color: var(--ink);
        background: var(--surface);
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
      thead th {
        position: sticky;
        top: 0;
        z-index: 2;
        padding: 9px 6px;
        border-bottom: 1px solid var(--line);
      }
      tbody th {
        position: sticky;
        left: 0;
        z-index: 1;
        padding: 4px 10px 4px 14px;
        text-align: right;
        border-right: 1px solid var(--line);
        max-width: 190px;
        min-width: 64px;
        overflow-wrap: anywhere;
      }
      thead th:first-child {
        left: 0;
        z-index: 3;
        border-right: 1px solid var(--line);
        color: var(--soft);
        font-weight: 500;
        font-size: 0.78rem;
        text-align: right;
        line-height: 1.3;
        padding: 6px 10px 6px 14px;
      }
      th span {
        display: -webkit-box;
        -webkit-line-clamp: 3;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
      td {
        padding: 3px;
      }
      button {
        padding: 0;
        border-radius: 10px;
        overflow: hidden;
        background: #fff;
        width: var(--cell, 112px);
        height: calc(var(--cell, 112px) / var(--ratio, 1));
        min-width: 0;
        min-height: 0;
        display: block;
      }
      button:hover:not(:disabled) {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      button:disabled {
        opacity: 1;
        background: var(--sunken);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .running {
        animation: breathe 0.9s infinite alternate;
        background: var(--line);
      }
      @keyframes breathe {
        to {
          opacity: 0.4;
        }
      }
      .failed {
        color: var(--accent);
        font-size: 1.2rem;
        background: var(--accent-wash);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("sweep") && this.sweep)
      this.byPlace = new Map(this.sweep.cells.map((cell) => [cell.at.join(), cell]));
  }

  protected override updated(): void {
    const { sweep } = this;
    if (!sweep) return;
    const columns = sweep.axes[0]?.values.length ?? 1;
    const rows = sweep.axes[1]?.values.length ?? 1;
    const many = Math.max(columns, rows * 1.4);
    const cell = many <= 4 ? 176 : many <= 6 ? 136 : many <= 9 ? 104 : many <= 14 ? 80 : 60;
    this.style.setProperty("--cell", `${cell}px`);
    const { width = 1, height = 1 } = sweep.recipe ?? {};
    this.style.setProperty("--ratio", String(width / height));
  }

  private place(column: number, row: number): readonly number[] {
    return [column, row, this.sheet].slice(0, this.sweep?.axes.length ?? 0);
  }

  private walk(event: KeyboardEvent): void {
    const ways: Record<string, readonly [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const way = ways[event.key];
    const from = (event.target as HTMLElement).dataset.place?.split(",").map(Number);
    if (!way || !from) return;
    event.preventDefault();
    const [column = 0, row = 0] = from;
    const next = this.place(column + way[0], row + way[1])
      .slice(0, 2)
      .join();
    const button = this.renderRoot.querySelector<HTMLButtonElement>(`button[data-place="${next}"]`);
    button?.focus();
    button?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  override render() {
    const { sweep } = this;
    if (!sweep) return nothing;
    const [x, y] = sweep.axes;
    if (!x) return nothing;
    const rows = y?.labels ?? [""];
    return html`<table data-testid="grid" @keydown=${(event: KeyboardEvent) => this.walk(event)}>
      <thead>
        <tr>
          <th scope="col">${this.titles[0]} →${y ? html`<br />${this.titles[1]} ↓` : nothing}</th>
          ${x.labels.map((label) => html`<th scope="col" title=${label}><span>${label}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (label, row) =>
            html`<tr>
              <th scope="row" title=${label}><span>${label}</span></th>
              ${x.values.map((_, column) => html`<td>${this.cell(column, row)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private cell(column: number, row: number) {
    const at = this.place(column, row);
    const cell = this.byPlace.get(at.join());
    const state = cell?.state ?? "queued";
    const labels = at.map((index, axis) => `${this.titles[axis]} ${this.sweep?.axes[axis]?.labels[index]}`);
    const words = state === "done" ? labels.join(", ") : `${labels.join(", ")}: ${t(`sweeps.cell.${state}`)}`;
    return html`<button
      class=${state}
      data-testid="cell-${at.join("-")}"
      data-state=${state}
      data-place=${at.slice(0, 2).join()}
      aria-label=${words}
      title=${cell?.error ?? labels.join("\n")}
      ?disabled=${state !== "done" && state !== "failed"}
      @click=${() => this.dispatchEvent(new CustomEvent<readonly number[]>("cell", { detail: at }))}
    >
      ${cell?.image ? html`<img src=${cell.image.url} alt="" loading="lazy" />` : state === "failed" ? "!" : nothing}
    </button>`;
  }
}
