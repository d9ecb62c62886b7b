/** Every part of an expression in the order of the source, each with its picture or with what it is near to. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { NearItem, Part } from "@/api/expressions";
import { toUnits } from "@/state/characters";
import { Speaks, t } from "@/state/language";
import type { PartPictures } from "@/state/part-pictures";
import "./blob-picture";
import { looks } from "./looks";

@customElement("rashin-expression-parts")
export class ExpressionParts extends LitElement {
  @property({ attribute: false }) parts: readonly Part[] = [];
  /** What was written when these were its parts. */
  @property() source = "";
  @property({ attribute: false }) pictures: PartPictures | null = null;
  /** In words mode: what each part is near to, by its expression. */
  @property({ attribute: false }) near: ReadonlyMap<string, readonly NearItem[]> | null = null;
  /** Grows whenever a picture has come. */
  @property({ type: Number }) drawn = 0;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 10px;
      }
      :host([words]) ol {
        grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
      }
      li {
        min-width: 0;
      }
      button {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: 8px;
        width: 100%;
        height: 100%;
        min-height: 0;
        padding: 8px;
        text-align: left;
        border-radius: 12px;
        font-weight: 400;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        align-items: center;
        gap: 3px;
        min-height: 132px;
        color: var(--faint);
      }
      .one {
        display: grid;
        justify-content: center;
        align-items: center;
        min-height: 132px;
      }
      .one rashin-blob-picture {
        width: 132px;
      }
      code {
        font-size: 0.86rem;
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-line-clamp: 3;
        -webkit-box-orient: vertical;
        overflow: hidden;
      }
      small {
        color: var(--soft);
        font-size: 0.78rem;
      }
      .words {
        margin: 0;
        min-height: 58px;
        font-size: 0.9rem;
        color: var(--ink);
      }
      .words i {
        font-style: normal;
        color: var(--faint);
        font-size: 0.78rem;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private look(part: Part | null): void {
    this.dispatchEvent(new CustomEvent<Part | null>("look", { detail: part }));
  }

  override render() {
    const shown = this.parts.slice(1);
    this.toggleAttribute("words", this.near !== null);
    return html`<ol data-testid="parts">
      ${shown.map(
        (part) =>
          html`<li>
            <button
              data-testid="part"
              title=${t("playground.usePart")}
              @pointerenter=${() => this.look(part)}
              @pointerleave=${() => this.look(null)}
              @focus=${() => this.look(part)}
              @blur=${() => this.look(null)}
              @click=${() => this.dispatchEvent(new CustomEvent<string>("part", { detail: this.written(part) }))}
            >
              ${this.near ? this.words(part) : this.picture(part)}
              <code>${this.written(part)}</code>
              <small>${t(part.kind === "point" ? "playground.point" : "playground.direction")}</small>
            </button>
          </li>`,
      )}
    </ol>`;
  }

  /** The part as it was written, names and all. */
  private written(part: Part): string {
    const { source } = this;
    return source.slice(toUnits(source, part.start), toUnits(source, part.end)) || part.expression;
  }

  private picture(part: Part) {
    const [first, second] = part.shows.map((recipe) => this.pictures?.of(recipe) ?? null);
    const label = part.expression;
    if (part.kind === "point")
      return html`<span class="one"><rashin-blob-picture .picture=${first} .label=${label}></rashin-blob-picture></span>`;
    return html`<span class="pair">
      <rashin-blob-picture .picture=${first} label=${t("playground.before", { part: label })}></rashin-blob-picture>
      <span aria-hidden="true">→</span>
      <rashin-blob-picture .picture=${second} label=${t("playground.after", { part: label })}></rashin-blob-picture>
    </span>`;
  }

  private words(part: Part) {
    const near = this.near?.get(part.expression);
    return html`<p class="words">
      ${
        near
          ? near.map(
              (item, at) => html`${at > 0 ? ", " : nothing}${item.text} <i>${item.score.toFixed(2)}</i>`,
            )
          : html`<span class="quiet">…</span>`
      }
    </p>`;
  }
}
