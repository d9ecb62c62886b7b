/** One kept picture, large: how it was made, and all that can be done with it. */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { ModelCard, Render } from "@/api/types";
import { fieldTitle } from "@/state/field-titles";
import { language, Speaks, t } from "@/state/language";
import { fieldsOf, fileName, titleOf } from "@/state/recipe-words";
import { studioAddress } from "@/state/studio-state";
import { scrubAddress, shortened, sweepAddress } from "@/state/sweep-state";
import "./copy-call";
import { icon } from "./icons";
import { keptLooks } from "./kept-picture.looks";
import { looks } from "./looks";
import { sheetLooks } from "./sheet.looks";
import type { VerdictView } from "./verdict";
import "./verdict";

const QUIET: ReadonlySet<string> = new Set(["prompt", "format", "model", "weights"]);

@customElement("rashin-kept-picture")
export class KeptPicture extends LitElement {
  @property({ attribute: false }) kept: Render | null = null;
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  /** "3 / 60", or empty where the picture is in no list. */
  @property() place = "";
  /** There is a map that knows pictures of this kind. */
  @property({ type: Boolean }) mapped = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("rashin-verdict") private verdict!: VerdictView | null;

  static override styles = [looks, sheetLooks, keptLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("kept")) return;
    if (this.kept && !this.dialog.open) this.dialog.showModal();
    if (!this.kept && this.dialog.open) this.dialog.close();
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private key(event: KeyboardEvent): void {
    const { kept: render } = this;
    if (!render || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowLeft") this.tell("go", -1);
    else if (event.key === "ArrowRight") this.tell("go", 1);
    else if (event.key === "s" && !render.deleted) this.tell("star", render);
    else if (event.key === "c" && !render.deleted) this.tell("compare", render);
    else if (event.key === "m" && !render.deleted) this.tell("move", render);
    else if (event.key === "Delete" && !render.deleted) this.tell("discard", render);
    else return;
    event.preventDefault();
  }

  override render() {
    const { kept: render } = this;
    return html`<dialog
      data-testid="kept-picture"
      aria-label=${render ? titleOf(render.recipe, render.id) : nothing}
      @close=${() => {
        if (this.kept) this.tell("close");
      }}
      @click=${(event: Event) => {
        if (event.target === this.dialog) this.dialog.close();
      }}
      @keydown=${(event: KeyboardEvent) => this.key(event)}
    >
      ${render ? this.body(render) : nothing}
      <slot></slot>
    </dialog>`;
  }

  private body(render: Render) {
    const words = titleOf(render.recipe, render.id);
    const card = this.models.find((one) => one.id === render.recipe?.model) ?? null;
    return html`<div class="card">
      <div class="easel">
        ${
          render.image
            ? html`<img src=${render.image.url} alt=${words} data-testid="kept-large" />`
            : html`<p class="quiet">${render.error ?? t("history.noPicture")}</p>`
        }
      </div>
      <div class="side">
        <div class="way">
          <span class="quiet">${this.place}</span>
          <button class="bare icon" ?disabled=${this.place === ""} aria-label=${t("sweeps.previous")} @click=${() => this.tell("go", -1)}>
            ${icon("left")}
          </button>
          <button class="bare icon" ?disabled=${this.place === ""} data-testid="kept-next" aria-label=${t("sweeps.next")} @click=${() => this.tell("go", 1)}>
            ${icon("right")}
          </button>
          <button class="bare icon" autofocus aria-label=${t("common.close")} @click=${() => this.dialog.close()}>
            ${icon("close")}
          </button>
        </div>
        <h2>${words}</h2>
        ${this.facts(render, card)} ${render.deleted ? this.inTrash(render) : this.acts(render, card)}
        <rashin-verdict recipe=${render.id}></rashin-verdict>
      </div>
    </div>`;
  }

  private facts(render: Render, card: ModelCard | null) {
    if (!render.recipe) return nothing;
    const when = new Date(render.created_at);
    const made = Number.isNaN(when.valueOf())
      ? ""
      : when.toLocaleString(language() === "ja" ? "ja-JP" : "en-GB", {
          dateStyle: "medium",
          timeStyle: "short",
        });
    const rows: (readonly [string, string])[] = [
      [t("studio.model"), card ? card.title[language()] : render.recipe.model],
      ...[...fieldsOf(render.recipe)]
        .filter(([field]) => !QUIET.has(field))
        .map(([field, value]) => [fieldTitle(field, card), value] as const),
      [t("history.folder"), render.folder ?? ""],
      [t("history.made"), made],
    ];
    return html`<dl>
      ${rows.filter(([, value]) => value !== "").map(([title, value]) => html`<dt>${title}</dt><dd>${value}</dd>`)}
    </dl>`;
  }

  private inTrash(render: Render) {
    return html`<div class="row">
      <button class="primary wide" data-testid="kept-restore" @click=${() => this.tell("restore", render)}>
        ${icon("undo")}${t("history.restore")}
      </button>
    </div>`;
  }

  private acts(render: Render, card: ModelCard | null) {
    const { recipe, image } = render;
    return html`${
      recipe && card
        ? html`<a class="button wide open" data-testid="kept-studio" href=${studioAddress(recipe, card)}>
            ${icon("brush")}${t("sweeps.open")}
          </a>`
        : nothing
    }
      <div class="row">
        <button data-testid="kept-star" aria-pressed=${render.starred} @click=${() => this.tell("star", render)}>
          ${icon("star")}${t(render.starred ? "history.unstar" : "history.star")}
        </button>
        <button data-testid="kept-move" @click=${() => this.tell("move", render)}>
          ${icon("folder")}${t("history.move")}
        </button>
        ${
          image
            ? html`<a class="button" href=${image.url} download=${fileName(recipe, render.id)} title=${t("studio.download")}>
              ${icon("down")}${t("studio.png")}
            </a>`
            : nothing
        }
        ${
          image && this.mapped
            ? html`<button data-testid="kept-place" title=${t("history.placeHint")} @click=${() => this.tell("place", render)}>
              ${icon("place")}${t("history.place")}
            </button>`
            : nothing
        }
        ${
          image
            ? html`<button data-testid="kept-verify" title=${t("studio.verifyHint")} @click=${() => void this.verdict?.begin(render.id)}>
              ${icon("check")}${t("studio.verify")}
            </button>`
            : nothing
        }
        ${
          recipe
            ? html`<a class="button" href=${scrubAddress(shortened(recipe))} title=${t("studio.scrubHint")}>
                ${icon("steps")}${t("studio.scrub")}
              </a>
              <a class="button" href=${sweepAddress(shortened(recipe))} title=${t("studio.sweepHint")}>
                ${icon("grid")}${t("studio.sweep")}
              </a>`
            : nothing
        }
        <button data-testid="kept-compare" @click=${() => this.tell("compare", render)}>
          ${icon("compare")}${t("history.compare")}
        </button>
        <button data-testid="kept-discard" @click=${() => this.tell("discard", render)}>
          ${icon("trash")}${t("history.discard")}
        </button>
      </div>
      ${
        recipe
          ? html`<rashin-copy-call
            .call=${{ path: "/api/v1/renders", body: { recipe: shortened(recipe) } }}
          ></rashin-copy-call>
          <details>
            <summary>${t("history.recipe")}</summary>
            <pre tabindex="0">${JSON.stringify(recipe, null, 2)}</pre>
          </details>`
          : nothing
      }`;
  }
}
