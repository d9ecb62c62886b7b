/** Where the next station comes from: words, what was made before, a picture, or a map. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { historyPage } from "@/api/history";
import type { StationInput } from "@/api/journeys";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard, Render } from "@/api/types";
import { type IconName, icon } from "@/controls/icons";
import { count, Speaks, say, t } from "@/state/language";
import { promptIn } from "@/state/studio-recipe";
import "./map";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import { sheetLooks } from "@/controls/sheet.looks";

const WAYS = ["words", "history", "picture", "map"] as const;
type Way = (typeof WAYS)[number];
const ICONS: Record<Way, IconName> = { words: "help", history: "clock", picture: "image", map: "place" };
const PAGE = 36;

@customElement("rashin-journey-add")
export class JourneyAdd extends LitElement {
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  /** The model of the journey, once it has a station. */
  @property() model = "";
  /** Where the stations came from, for those that lie on a map. */
  @property({ attribute: false }) sources: readonly StationInput[] = [];
  /** What went wrong with the last that was taken. */
  @property({ attribute: false }) refused: Problem | null = null;
  @state() private way: Way = "words";
  @state() private chosen = "";
  @state() private renders: readonly Render[] = [];
  @state() private next: string | null = null;
  @state() private added = 0;
  @state() private open_ = false;
  @state() private problem: Problem | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("#words") private words!: HTMLInputElement;
  /** How many were taken at a time, so that they can be given back. */
  private batches: readonly number[] = [];
  private query_ = "";
  private gone = new AbortController();

  static override styles = [
    looks,
    sheetLooks,
    css`
      dialog {
        width: min(640px, calc(100vw - 24px));
      }
      [role="tablist"] {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 6px;
        margin-bottom: 14px;
      }
      [role="tablist"] button {
        padding: 0 6px;
        overflow: hidden;
      }
      [role="tab"][aria-selected="true"],
      [role="tab"][aria-selected="true"]:hover:not(:disabled) {
        background: var(--ink);
        border-color: var(--ink);
        color: var(--surface);
      }
      .body {
        min-height: min(52dvh, 420px);
        display: grid;
        align-content: start;
        gap: 10px;
      }
      form {
        display: grid;
        gap: 10px;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 116px;
        gap: 8px;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(84px, 1fr));
        gap: 8px;
      }
      .grid button {
        padding: 0;
        aspect-ratio: 1;
        height: auto;
        background: #fff;
        overflow: hidden;
      }
      .grid img {
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      .drop {
        min-height: 200px;
        border-style: dashed;
        flex-direction: column;
        font-weight: 450;
        color: var(--soft);
      }
      input[type="number"],
      input[type="search"] {
        min-height: 40px;
        width: 100%;
        padding: 0 12px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
      }
      footer {
        display: flex;
        align-items: center;
        gap: 10px;
        margin-top: 14px;
        min-height: 40px;
      }
      footer > span {
        flex: 1;
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
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gone.abort();
  }

  /** What was refused was not added. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("refused") || !this.refused) return;
    this.added -= this.batches.at(-1) ?? 0;
    this.batches = this.batches.slice(0, -1);
  }

  open(): void {
    this.added = 0;
    this.batches = [];
    this.problem = null;
    this.open_ = true;
    if (!this.dialog.open) this.dialog.showModal();
    if (this.way === "history") void this.list();
  }

  private get able(): readonly ModelCard[] {
    return this.model === "" ? this.models : this.models.filter((one) => one.id === this.model);
  }

  private get chosenModel(): string {
    return this.model || this.chosen || (this.models[0]?.id ?? "");
  }

  private take(stations: readonly StationInput[]): void {
    this.added += stations.length;
    this.batches = [...this.batches, stations.length];
    this.dispatchEvent(new CustomEvent<readonly StationInput[]>("take", { detail: stations }));
  }

  private back(): void {
    const last = this.batches.at(-1);
    if (last === undefined) return;
    this.batches = this.batches.slice(0, -1);
    this.added -= last;
    this.dispatchEvent(new CustomEvent<number>("back", { detail: last }));
  }

  private choose(way: Way): void {
    this.way = way;
    if (way === "history") void this.list();
  }

  private async list(cursor: string | null = null): Promise<void> {
    try {
      const model = this.model === "" ? null : this.model;
      const query = { q: this.query_, model, starred: false, folder: null, trash: false };
      const found = await historyPage(query, PAGE, cursor, this.gone.signal);
      const done = found.items.filter((one) => one.image !== null);
      this.renders = cursor === null ? done : [...this.renders, ...done];
      this.next = found.next;
    } catch (error) {
      if (!this.gone.signal.aborted) this.problem = asProblem(error);
    }
  }

  override render() {
    return html`<dialog
      data-testid="add-sheet"
      aria-label=${t("journeys.addTitle")}
      @close=${() => {
        this.open_ = false;
      }}
    >
      <header>
        <h2>${t("journeys.addTitle")}</h2>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.dialog.close()}>${icon("close")}</button>
      </header>
      <div role="tablist" aria-label=${t("journeys.addTitle")}>
        ${WAYS.map(
          (way) => html`<button
            role="tab"
            data-testid="way-${way}"
            aria-selected=${this.way === way}
            @click=${() => this.choose(way)}
          >
            ${icon(ICONS[way])}<span>${t(`journeys.way.${way}`)}</span>
          </button>`,
        )}
      </div>
      ${this.notice(this.refused ?? this.problem)}
      <div class="body" role="tabpanel">${this.open_ ? this.panel() : nothing}</div>
      <footer>
        <span class="quiet" role="status">${this.added > 0 ? t("journeys.added", { n: count(this.added) }) : ""}</span>
        ${
          this.added > 0
            ? html`<button class="bare" data-testid="add-back" @click=${() => this.back()}>${icon("undo")}${t("journeys.back")}</button>`
            : nothing
        }
        <button class="primary" data-testid="add-done" @click=${() => this.dialog.close()}>${t("journeys.done")}</button>
      </footer>
    </dialog>`;
  }

  private notice(problem: Problem | null) {
    return problem ? html`<rashin-notice .problem=${problem}></rashin-notice>` : nothing;
  }

  private panel() {
    if (this.way === "words") return this.byWords();
    if (this.way === "history") return this.fromHistory();
    return this.way === "picture" ? this.fromPicture() : this.onMap();
  }

  private byWords() {
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        const form = new FormData(event.target as HTMLFormElement);
        const prompt = String(form.get("prompt") ?? "").trim();
        if (prompt === "") return;
        this.take([{ prompt, seed: Number(form.get("seed")) || 0, model: this.chosenModel }]);
        this.words.value = "";
        this.words.focus();
      }}
    >
      <label for="words">${t("journeys.prompt")}</label>
      <div class="row">
        <input id="words" name="prompt" type="text" data-testid="add-prompt" maxlength="2000" placeholder=${t("journeys.promptHint")} autocomplete="off" />
        <input name="seed" type="number" min="0" max="2147483647" .value=${"7"} aria-label=${t("studio.seed")} title=${t("studio.seed")} />
      </div>
      ${
        this.able.length > 1
          ? html`<label for="model">${t("journeys.model")}</label>
            <select id="model" @change=${(event: Event) => {
              this.chosen = (event.target as HTMLSelectElement).value;
            }}>
              ${this.able.map((one) => html`<option value=${one.id} .selected=${one.id === this.chosenModel}>${say(one.title)}</option>`)}
            </select>`
          : nothing
      }
      <button data-testid="add-words">${icon("plus")}${t("journeys.add")}</button>
      <p class="quiet">${t("journeys.wordsHint")}</p>
    </form>`;
  }

  private fromHistory() {
    return html`<input
        type="search"
        aria-label=${t("journeys.search")}
        placeholder=${t("journeys.search")}
        @change=${(event: Event) => {
          this.query_ = (event.target as HTMLInputElement).value;
          void this.list();
        }}
      />
      ${this.renders.length === 0 ? html`<p class="quiet">${t("journeys.historyNone")}</p>` : nothing}
      <div class="grid" data-testid="add-history">
        ${this.renders.map((one) => {
          const words = promptIn(one.recipe?.conditioning ?? "") ?? one.id;
          return html`<button aria-label=${words} title=${words} @click=${() => this.take([{ render: one.id }])}>
            ${one.image ? html`<img src=${one.image.url} alt="" loading="lazy" />` : nothing}
          </button>`;
        })}
      </div>
      ${this.next === null ? nothing : html`<button @click=${() => void this.list(this.next)}>${t("common.more")}</button>`}`;
  }

  private fromPicture() {
    return html`<button class="drop" @click=${() => this.renderRoot.querySelector<HTMLInputElement>("#file")?.click()}>
        ${icon("image")}<span>${t("journeys.pictureHint")}</span>
      </button>
      <input
        id="file"
        class="off"
        type="file"
        tabindex="-1"
        aria-label=${t("journeys.way.picture")}
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif,video/mp4,video/webm,application/zip"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const files = [...(input.files ?? [])];
          input.value = "";
          this.dispatchEvent(new CustomEvent<readonly File[]>("files", { detail: files }));
          this.dialog.close();
        }}
      />`;
  }

  private onMap() {
    return html`<rashin-journey-map
      .model=${this.model}
      .sources=${this.sources}
      @back=${() => this.back()}
      @take=${(event: CustomEvent<readonly StationInput[]>) => this.take(event.detail)}
    ></rashin-journey-map>`;
  }
}
