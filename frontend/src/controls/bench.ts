/** What can be done with the picture: back and forth, take it along, look closer, check it. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { RecipeInput } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { scrubAddress, sweepAddress } from "@/state/sweep-state";
import "./copy-call";
import { icon } from "./icons";
import { looks } from "./looks";

@customElement("rashin-bench")
export class Bench extends LitElement {
  @property({ attribute: false }) recipe: RecipeInput | null = null;
  @property({ type: Boolean }) back = false;
  @property({ type: Boolean }) forth = false;

  static override styles = [
    looks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 7px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 7px;
        align-items: center;
      }
      .push {
        margin-right: auto;
      }
      .acts button,
      .acts a {
        flex: 1 1 0;
        white-space: nowrap;
      }
      @media (max-width: 760px) {
        .push {
          margin-right: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const { recipe } = this;
    if (!recipe) return nothing;
    return html`<div class="row">
        <button class="icon" data-testid="undo" aria-label=${t("studio.undo")} title=${t("studio.undo")} ?disabled=${!this.back} @click=${() => this.tell("undo")}>
          ${icon("undo")}
        </button>
        <button class="icon push" data-testid="redo" aria-label=${t("studio.redo")} title=${t("studio.redo")} ?disabled=${!this.forth} @click=${() => this.tell("redo")}>
          ${icon("redo")}
        </button>
        <rashin-copy-call .call=${{ path: "/api/v1/renders", body: { recipe } }}></rashin-copy-call>
        ${(["png", "webp"] as const).map(
          (suffix) =>
            html`<button data-testid="download-${suffix}" title=${t("studio.download")} @click=${() => this.tell("download", suffix)}>
            ${icon("down")}${t(`studio.${suffix}`)}
          </button>`,
        )}
      </div>
      <div class="row acts">
        <a class="button" data-testid="open-sweep" href=${sweepAddress(recipe)} title=${t("studio.sweepHint")}>
          ${icon("grid")}${t("studio.sweep")}
        </a>
        <a class="button" data-testid="open-scrub" href=${scrubAddress(recipe)} title=${t("studio.scrubHint")}>
          ${icon("steps")}${t("studio.scrub")}
        </a>
        <button data-testid="verify" title=${t("studio.verifyHint")} @click=${() => this.tell("verify")}>
          ${icon("check")}${t("studio.verify")}
        </button>
      </div>`;
  }
}
