/** A picture came in that carries no recipe: what shall it be? Inversion shows its remakes before any edit. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { API } from "@/api/http";
import { type Candidate, invert } from "@/api/inversions";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import "./candidates";
import { icon } from "./icons";
import { looks } from "./looks";
import "./notice";
import { takeLooks } from "./take-picture.looks";

export interface Choice {
  readonly sha256: string;
  readonly model: ModelCard;
  /** The start of image-to-image, a noise that was found, or picture A or B. */
  readonly as: "start" | "noise" | "pair";
  readonly candidate?: Candidate;
}

@customElement("rashin-take-picture")
export class TakePicture extends LitElement {
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property({ attribute: false }) card: ModelCard | null = null;
  @property() prompt = "";
  @state() private sha256 = "";
  @state() private stage: "choose" | "inverting" | "pick" = "choose";
  @state() private model: ModelCard | null = null;
  @state() private candidates: readonly Candidate[] = [];
  @state() private problem: Problem | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  private abort = new AbortController();

  static override styles = [looks, takeLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abort.abort();
  }

  /** Ask what the picture shall be. */
  open(sha256: string): void {
    this.begin(sha256);
    this.stage = "choose";
  }

  /** Show how well it can be remade. */
  openInversion(sha256: string): void {
    this.begin(sha256);
    const model = this.able((card) => card.inversions.length > 0);
    if (model) void this.invert(model);
  }

  private begin(sha256: string): void {
    this.sha256 = sha256;
    this.problem = null;
    this.candidates = [];
    if (!this.dialog.open) this.dialog.showModal();
  }

  private close(): void {
    this.abort.abort();
    this.dialog.close();
  }

  /** The model in use if it can, else the first that can. */
  private able(can: (card: ModelCard) => boolean): ModelCard | null {
    if (this.card && can(this.card)) return this.card;
    return this.models.find(can) ?? null;
  }

  private choose(choice: Omit<Choice, "sha256">): void {
    this.dispatchEvent(new CustomEvent<Choice>("choose", { detail: { ...choice, sha256: this.sha256 } }));
    this.close();
  }

  private async invert(model: ModelCard): Promise<void> {
    this.abort.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.stage = "inverting";
    this.model = model;
    this.problem = null;
    try {
      const prompt = model.usesWords && this.prompt !== "" ? { prompt: this.prompt } : {};
      const found = await invert({ image: this.sha256, model: model.id, ...prompt }, signal);
      if (signal.aborted) return;
      this.candidates = found;
      this.stage = "pick";
    } catch (error) {
      if (signal.aborted) return;
      this.problem = asProblem(error);
      this.stage = "choose";
    }
  }

  override render() {
    const title = t(this.stage === "choose" ? "studio.takeTitle" : "studio.inversionTitle");
    return html`<dialog data-testid="take-picture" aria-label=${title} @close=${() => this.abort.abort()}>
      <header>
        <h2>${title}</h2>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.close()}>${icon("close")}</button>
      </header>
      ${this.sha256 === "" ? nothing : this.body()}
    </dialog>`;
  }

  private body() {
    if (this.stage === "inverting") return this.inverting();
    if (this.stage === "pick" && this.model)
      return html`<rashin-candidates
        .sha256=${this.sha256}
        .card=${this.model}
        .candidates=${this.candidates}
        @pick=${(event: CustomEvent<Candidate>) => {
          if (this.model) this.choose({ as: "noise", model: this.model, candidate: event.detail });
        }}
        @back=${() => {
          this.stage = "choose";
        }}
      ></rashin-candidates>`;
    return this.choices();
  }

  private choices() {
    const start = this.able((card) => card.imageToImage);
    const inverts = this.able((card) => card.inversions.length > 0);
    const pair =
      this.models.find((card) => card.family === "vae") ?? this.models.find((card) => !card.usesWords);
    return html`<div class="choose">
      <img class="mine" src="${API}/images/${this.sha256}.png" alt=${t("studio.original")} />
      <div class="ways">
        <rashin-notice
          ?hidden=${!this.problem}
          .problem=${this.problem}
          @dismiss=${() => {
            this.problem = null;
          }}
        ></rashin-notice>
        ${start ? this.way("start", start, () => this.choose({ as: "start", model: start })) : nothing}
        ${inverts ? this.way("invert", inverts, () => void this.invert(inverts)) : nothing}
        ${pair ? this.way("pair", pair, () => this.choose({ as: "pair", model: pair })) : nothing}
        ${start || inverts || pair ? nothing : html`<p class="quiet">${t("studio.takeNone")}</p>`}
      </div>
    </div>`;
  }

  private way(kind: "start" | "invert" | "pair", model: ModelCard, act: () => void) {
    const icons = { start: "image", invert: "spark", pair: "between" } as const;
    return html`<button class="way" data-testid="take-${kind}" @click=${act}>
      ${icon(icons[kind])}
      <span
        ><b>${t(`studio.take.${kind}`)}</b><small>${t(`studio.take.${kind}Hint`)}</small>
        ${model === this.card ? nothing : html`<small class="with">${t("studio.takeWith", { model: say(model.title) })}</small>`}</span
      >
    </button>`;
  }

  private inverting() {
    return html`<div class="wait" role="status">
      <img class="mine" src="${API}/images/${this.sha256}.png" alt="" />
      <p>${t("studio.inverting")}</p>
      <div class="bar" role="progressbar" aria-label=${t("studio.inverting")}><i></i></div>
      <button
        data-testid="invert-cancel"
        @click=${() => {
          this.abort.abort();
          this.stage = "choose";
        }}
      >
        ${t("common.cancel")}
      </button>
    </div>`;
  }
}
