/** Two kept pictures over each other, and in what their recipes differ. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { getRender } from "@/api/history";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard, Render } from "@/api/types";
import { fieldTitle } from "@/state/field-titles";
import { Speaks, t } from "@/state/language";
import { differences, titleOf } from "@/state/recipe-words";
import type { CompareSlider } from "./compare-slider";
import "./compare-slider";
import { icon } from "./icons";
import { looks } from "./looks";
import "./notice";
import { sheetLooks } from "./sheet.looks";

@customElement("rashin-compare-sheet")
export class CompareSheet extends LitElement {
  /** Ids of the two pictures; null while nothing is compared. */
  @property({ attribute: false }) pair: readonly [string, string] | null = null;
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @state() private renders: readonly [Render, Render] | null = null;
  @state() private problem: Problem | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("rashin-compare-slider") private slider!: CompareSlider | null;
  private asked = new AbortController();

  static override styles = [
    looks,
    sheetLooks,
    css`
      dialog {
        width: min(1080px, calc(100vw - 24px));
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 320px;
        gap: 22px;
        align-items: start;
      }
      rashin-compare-slider {
        max-width: calc(min(100dvh - 130px, 100%) * 1);
        width: 100%;
        margin: 0 auto;
      }
      .said {
        display: flex;
        flex-direction: column;
        gap: 12px;
        min-width: 0;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9rem;
        table-layout: fixed;
      }
      th,
      td {
        text-align: left;
        vertical-align: top;
        padding: 8px 8px 8px 0;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
      }
      thead th {
        font-weight: 600;
      }
      tbody th {
        font-weight: 500;
        color: var(--soft);
        width: 34%;
      }
      p {
        margin: 0;
      }
      .waiting {
        aspect-ratio: 1;
        border-radius: 14px;
        background: var(--sunken);
      }
      @media (max-width: 760px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
          gap: 14px;
        }
        rashin-compare-slider {
          max-width: 62dvh;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("pair")) return;
    if (this.pair && !this.dialog.open) this.dialog.showModal();
    if (!this.pair && this.dialog.open) this.dialog.close();
    void this.ask();
  }

  private async ask(): Promise<void> {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    this.problem = null;
    const { pair } = this;
    if (!pair) {
      this.renders = null;
      return;
    }
    try {
      const [first, second] = await Promise.all([getRender(pair[0], signal), getRender(pair[1], signal)]);
      if (signal.aborted) return;
      this.renders = [first, second];
      await this.updateComplete;
      this.slider?.focus();
    } catch (error) {
      if (!signal.aborted) this.problem = asProblem(error);
    }
  }

  private tell(pair: readonly [string, string] | null): void {
    this.dispatchEvent(new CustomEvent("pair", { detail: pair }));
  }

  override render() {
    return html`<dialog
      data-testid="compare"
      aria-label=${t("compare.title")}
      @close=${() => {
        if (this.pair) this.tell(null);
      }}
      @click=${(event: Event) => {
        if (event.target === this.dialog) this.dialog.close();
      }}
    >
      <header>
        <h2>${t("compare.title")}</h2>
        <button
          data-testid="compare-swap"
          ?disabled=${!this.renders}
          @click=${() => {
            if (this.pair) this.tell([this.pair[1], this.pair[0]]);
          }}
        >
          ${icon("swap")}${t("compare.swap")}
        </button>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.dialog.close()}>
          ${icon("close")}
        </button>
      </header>
      ${this.problem ? html`<rashin-notice .problem=${this.problem} @dismiss=${() => this.dialog.close()}></rashin-notice>` : this.body()}
    </dialog>`;
  }

  private body() {
    if (!this.renders) return html`<div class="two"><div class="waiting"></div></div>`;
    const [a, b] = this.renders;
    return html`<div class="two">
      <rashin-compare-slider
        .first=${a.image}
        .second=${b.image}
        firstWords=${titleOf(a.recipe, a.id)}
        secondWords=${titleOf(b.recipe, b.id)}
      ></rashin-compare-slider>
      <div class="said">${this.said(a, b)}</div>
    </div>`;
  }

  private said(a: Render, b: Render) {
    if (!a.recipe || !b.recipe) return nothing;
    const found = differences(a.recipe, b.recipe);
    const card = this.models.find((one) => one.id === a.recipe?.model) ?? null;
    if (found.length === 0) return html`<p>${t("compare.same")}</p>`;
    return html`<table data-testid="differences">
        <thead>
          <tr>
            <th scope="col">${t("compare.differ")}</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
          </tr>
        </thead>
        <tbody>
          ${found.map(
            (one) => html`<tr>
              <th scope="row">${fieldTitle(one.field, card)}</th>
              <td>${one.first}</td>
              <td>${one.second}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p class="quiet">${t("compare.rest")}</p>`;
  }
}
