/** The picture of an expression, or what a direction does; and what can be done with it. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Apart } from "@/api/expressions";
import type { ModelCard } from "@/api/types";
import { Speaks, t } from "@/state/language";
import type { PartPictures } from "@/state/part-pictures";
import { studioAddress } from "@/state/studio-state";
import "./blob-picture";
import "./copy-call";
import { icon } from "./icons";
import { looks } from "./looks";
import "./picture";
import type { Picture } from "./picture";

@customElement("rashin-expression-result")
export class ExpressionResult extends LitElement {
  @property({ attribute: false }) apart: Apart | null = null;
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) pictures: PartPictures | null = null;
  /** Grows whenever a picture has come. */
  @property({ type: Number }) drawn = 0;
  /** Where on which map the nearest picture is. */
  @property({ attribute: false }) place: { readonly map: string; readonly n: number } | null = null;
  @property({ type: Boolean }) wrong = false;
  @property({ type: Boolean }) kept = false;
  @query("rashin-picture") private picture!: Picture;
  private shown: Blob | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: center;
        gap: 12px;
      }
      rashin-picture {
        width: min(340px, 100%);
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        gap: 12px;
        align-items: center;
        width: min(460px, 100%);
        min-height: 240px;
        font-size: 1.5rem;
        color: var(--faint);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 7px;
        justify-content: center;
        min-height: 40px;
      }
      .acts a.button,
      .acts button {
        font-size: 0.86rem;
      }
      @media (max-width: 900px) {
        rashin-picture {
          width: min(260px, 100%);
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override updated(_: PropertyValues<this>): void {
    const whole = this.apart?.parts[0];
    const recipe = whole?.kind === "point" ? whole.shows[0] : undefined;
    const blob = recipe ? (this.pictures?.of(recipe) ?? null) : null;
    if (!blob || blob === this.shown) return;
    this.shown = blob;
    void this.picture.show(blob);
  }

  override render() {
    const { apart, card, place } = this;
    const whole = apart?.parts[0];
    const direction = whole?.kind === "direction" ? whole : null;
    const recipe = apart?.recipe ?? null;
    return html`<rashin-picture ?hidden=${direction !== null} .label=${apart?.expression ?? ""}></rashin-picture>
      ${direction ? this.pair(direction) : nothing}
      <div class="acts">
        <button
          class="primary"
          data-testid="keep"
          ?disabled=${!recipe || this.wrong}
          @click=${() => this.dispatchEvent(new Event("keep"))}
        >
          ${icon(this.kept ? "check" : "star")}${t(this.kept ? "playground.kept" : "playground.keep")}
        </button>
        ${
          recipe && card
            ? html`<a class="button" data-testid="studio" href=${studioAddress(recipe, card)}
              >${icon("brush")}${t("playground.studio")}</a
            >`
            : nothing
        }
        ${
          place
            ? html`<a class="button" data-testid="on-map" href="/?map=${place.map}&n=${place.n}"
              >${icon("chart")}${t("playground.onMap")}</a
            >`
            : nothing
        }
        <rashin-copy-call .call=${recipe ? { path: "/api/v1/renders", body: { recipe } } : null}></rashin-copy-call>
        <span class="off" role="status">${this.kept ? t("playground.kept") : ""}</span>
      </div>`;
  }

  private pair(direction: Apart["parts"][number]) {
    const [before, after] = direction.shows.map((one) => this.pictures?.of(one) ?? null);
    const part = direction.expression;
    return html`<div class="pair">
        <rashin-blob-picture .picture=${before} label=${t("playground.before", { part })}></rashin-blob-picture>
        <span aria-hidden="true">→</span>
        <rashin-blob-picture .picture=${after} label=${t("playground.after", { part })}></rashin-blob-picture>
      </div>
      <p class="quiet">${t("playground.resultDirection")}</p>`;
  }
}
