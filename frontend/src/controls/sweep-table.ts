/** A sweep as a table: a row for every picture. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Sweep, SweepCell } from "@/api/sweeps";
import { Speaks, t } from "@/state/language";
import { looks } from "./looks";

@customElement("rashin-sweep-table")
export class SweepTable extends LitElement {
  @property({ attribute: false }) sweep: Sweep | null = null;
  @property({ attribute: false }) titles: readonly string[] = [];

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
        width: 100%;
        font-size: 0.9rem;
        font-variant-numeric: tabular-nums;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--surface);
        z-index: 1;
        text-align: left;
        font-weight: 550;
        font-size: 0.82rem;
        color: var(--soft);
        padding: 9px 12px;
        border-bottom: 1px solid var(--line);
        white-space: nowrap;
      }
      td {
        padding: 4px 12px;
        border-bottom: 1px solid var(--line);
        max-width: 420px;
        overflow-wrap: anywhere;
      }
      tr:last-child td {
        border-bottom: 0;
      }
      button {
        padding: 0;
        width: 44px;
        height: 44px;
        border-radius: 9px;
        overflow: hidden;
        background: #fff;
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
      .failed {
        color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const { sweep } = this;
    if (!sweep) return nothing;
    return html`<table data-testid="table">
      <thead>
        <tr>
          <th scope="col">${t("sweeps.picture")}</th>
          ${this.titles.map((title) => html`<th scope="col">${title}</th>`)}
          <th scope="col">${t("sweeps.stateTitle")}</th>
        </tr>
      </thead>
      <tbody>
        ${sweep.cells.map((cell) => this.row(sweep, cell))}
      </tbody>
    </table>`;
  }

  private row(sweep: Sweep, cell: SweepCell) {
    const labels = cell.at.map((index, axis) => sweep.axes[axis]?.labels[index] ?? "");
    return html`<tr>
      <td>
        <button
          aria-label=${labels.join(", ")}
          ?disabled=${cell.image === null}
          @click=${() => this.dispatchEvent(new CustomEvent<readonly number[]>("cell", { detail: cell.at }))}
        >
          ${cell.image ? html`<img src=${cell.image.url} alt="" loading="lazy" />` : nothing}
        </button>
      </td>
      ${labels.map((label) => html`<td>${label}</td>`)}
      <td class=${cell.state}>${cell.error ?? t(`sweeps.cell.${cell.state}`)}</td>
    </tr>`;
  }
}
