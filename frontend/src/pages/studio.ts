/** The Studio: one picture, and every knob that it is a function of. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as api from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard, RecipeInput, Render } from "@/api/types";
import "@/controls/copy-call";
import { DropAnywhere } from "@/controls/drop-anywhere";
import "@/controls/history";
import type { HistoryStrip } from "@/controls/history";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import "@/controls/picture";
import type { Picture } from "@/controls/picture";
import type { Taken } from "@/controls/strip";
import "@/controls/strip";
import { studioLooks } from "@/controls/studio.looks";
import "@/controls/studio-knobs";
import type { KnobChange } from "@/controls/studio-knobs";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { Speaks, t } from "@/state/language";
import { live } from "@/state/live";
import { askNow, onStatus } from "@/state/status";
import {
  fromRecipe,
  initial,
  readStudio,
  type StudioState,
  toRecipe,
  writeStudio,
} from "@/state/studio-state";
import { Undo } from "@/state/undo";

const VIEW = "studio";
const TYPING_MS = 120;
/** A pause after which a picture counts as meant, and is kept. */
const MEANT_MS = 1100;
const VARIATIONS = 6;
/** A drag whose pictures take longer than this is drawn with fewer steps; the last one has all of them. */
const SLUGGISH_MS = 110;
/** Progress is shown for what takes longer than this. */
const SLOW_MS = 600;

@customElement("studio-page")
export class StudioPage extends LitElement {
  @state() private models: readonly ModelCard[] = [];
  @state() private card: ModelCard | null = null;
  @state() private studio: StudioState | null = null;
  @state() private problem: Problem | null = null;
  @state() private drawn = false;
  @state() private slow = false;
  @state() private kept: Render | null = null;
  @state() private variations: readonly RecipeInput[] = [];
  @state() private toast = "";
  @query("rashin-picture") private picture!: Picture;
  @query("rashin-history") private history!: HistoryStrip;
  private readonly drops = new DropAnywhere(this, (files) => void this.take(files));
  private undo: Undo<StudioState> | null = null;
  private readonly stops: (() => void)[] = [];
  private askTimer: ReturnType<typeof setTimeout> | undefined;
  private meantTimer: ReturnType<typeof setTimeout> | undefined;
  private slowTimer: ReturnType<typeof setTimeout> | undefined;
  private toastTimer: ReturnType<typeof setTimeout> | undefined;
  private sluggish = false;
  private draft = false;
  private keepAbort = new AbortController();

  static override styles = [looks, studioLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live().watch(VIEW, {
      frame: (frame) => {
        this.drawn = true;
        void this.picture.show(new Blob([frame.picture], { type: frame.mime }));
      },
      done: (_id, _recipe, took_ms) => {
        this.working(false);
        this.sluggish = took_ms > SLUGGISH_MS;
        this.problem = null;
      },
      failed: (problem) => this.fail(problem),
    });
    const events = new AbortController();
    const { signal } = events;
    window.addEventListener("keydown", (event) => this.key(event), { signal });
    window.addEventListener("popstate", () => this.read(), { signal });

    this.stops.push(
      () => events.abort(),
      onStatus((worker) => {
        if (worker !== "ready") return;
        if (this.card === null) void this.load();
        else if (!this.drawn || this.problem) this.ask();
      }),
    );
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops.splice(0)) stop();
    for (const timer of [this.askTimer, this.meantTimer, this.slowTimer, this.toastTimer])
      clearTimeout(timer);
    this.keepAbort.abort();
    live().forget(VIEW);
  }

  private fail(error: unknown): void {
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.problem = asProblem(error);
    this.working(false);
    askNow();
  }

  private async load(): Promise<void> {
    try {
      this.models = await api.models();
      this.problem = null;
      this.read();
    } catch (error) {
      this.fail(error);
    }
  }

  private read(): void {
    const found = readStudio(location.search, this.models, t("studio.promptPlaceholder"));
    if (!found) return;
    this.card = found.card;
    this.studio = found.state;
    this.undo ??= new Undo(found.state);
    this.ask();
    this.vary();
  }

  /** Change some knobs: the picture follows at once, and is kept when the hand rests. */
  private change(patch: Partial<StudioState>, pace: KnobChange["pace"] = "now"): void {
    if (!this.studio) return;
    // While a slider is held: at least eight pictures a second, if need be with fewer steps.
    if (pace === "drag") this.draft ||= this.sluggish;
    this.studio = { ...this.studio, ...patch };
    clearTimeout(this.askTimer);
    if (pace === "typing") this.askTimer = setTimeout(() => this.ask(), TYPING_MS);
    else this.ask();
    clearTimeout(this.meantTimer);
    this.meantTimer = setTimeout(() => this.settle(), MEANT_MS);
  }

  private settle(): void {
    const exact = !this.draft;
    this.draft = false;
    if (!exact) this.ask();
    this.meant();
  }

  private ask(): void {
    const { studio, card } = this;
    if (!studio || !card) return;
    const fewer = card.steps.choices.filter((steps) => steps < studio.steps);
    const steps = this.draft && fewer.length > 0 ? Math.max(...fewer) : studio.steps;
    live().ask(VIEW, toRecipe({ ...studio, steps }, card));
    this.working(true);
  }

  private working(on: boolean): void {
    clearTimeout(this.slowTimer);
    if (!on) this.slow = false;
    else if (!this.slow)
      this.slowTimer = setTimeout(() => {
        this.slow = true;
      }, SLOW_MS);
  }

  /** The hand rests: remember the state, keep the picture, offer other seeds. */
  private meant(): void {
    clearTimeout(this.meantTimer);
    if (!this.studio || !this.card) return;
    this.undo?.record(this.studio);
    replaceQuery(writeStudio(this.studio, this.card));
    this.vary();
    this.keep().catch((error: unknown) => this.fail(error));
    this.requestUpdate();
  }

  private async keep(): Promise<Render | null> {
    if (!this.studio || !this.card) return null;
    this.keepAbort.abort();
    this.keepAbort = new AbortController();
    const { signal } = this.keepAbort;
    const render = await api.postRender(toRecipe(this.studio, this.card), { view: "studio-kept", signal });
    if (signal.aborted || !render.image) return null;
    this.kept = render;
    this.history?.add(render);
    return render;
  }

  private vary(): void {
    const { studio, card } = this;
    if (!studio || !card) return;
    const next = Array.from({ length: VARIATIONS }, (_, index) =>
      toRecipe({ ...studio, noise: null, first: null, second: null, seed: studio.seed + index + 1 }, card),
    );
    if (JSON.stringify(next) !== JSON.stringify(this.variations)) this.variations = next;
  }

  private restore(state: StudioState): void {
    const card = this.models.find((known) => known.id === state.model);
    if (!card) return;
    this.card = card;
    this.studio = state;
    this.ask();
    this.meant();
  }

  private step(way: "back" | "forth"): void {
    const state = way === "back" ? this.undo?.back() : this.undo?.forth();
    if (state) this.restore(state);
  }

  private key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    if (event.composedPath()[0] instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    this.step(event.shiftKey ? "forth" : "back");
  }

  private say(words: string): void {
    this.toast = words;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => {
      this.toast = "";
    }, 3500);
  }

  /** A picture with a recipe restores everything; any other becomes picture A or B. */
  private async take(files: readonly File[]): Promise<void> {
    for (const file of files.slice(0, 2)) {
      try {
        const upload = await api.upload(file);
        const known = this.models.find((card) => card.id === upload.recipe?.model);
        if (upload.recipe && known) {
          this.restore(fromRecipe(upload.recipe, known));
          this.say(t("studio.dropRestored"));
        } else this.place(upload.sha256);
      } catch (error) {
        this.fail(error);
      }
    }
  }

  private place(sha256: string): void {
    const vae =
      this.models.find((card) => card.family === "vae") ?? this.models.find((card) => !card.usesWords);
    if (!vae) return;
    const before = this.studio?.model === vae.id ? this.studio : initial(vae, this.studio?.prompt ?? "");
    const slots = before.first === null ? { first: sha256 } : { second: sha256, t: 0.5 };
    this.restore({ ...before, noise: null, ...slots });
  }

  private switchModel(card: ModelCard): void {
    if (card === this.card) return;
    this.card = card;
    this.studio = initial(card, this.studio?.prompt ?? "", this.studio?.seed);
    this.change({});
  }

  private async download(suffix: "png" | "webp"): Promise<void> {
    try {
      const render = await this.keep();
      if (!render?.image) return;
      const link = document.createElement("a");
      link.href = render.image.url.replace(/\.(png|webp)$/, `.${suffix}`);
      const words = (this.card?.usesWords ? this.studio?.prompt : this.studio?.model) ?? "picture";
      link.download = `${words.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "picture"}-${this.studio?.seed ?? 0}.${suffix}`;
      link.click();
    } catch (error) {
      this.fail(error);
    }
  }

  override render() {
    const { card, studio } = this;
    return html`
      <rashin-studio-knobs
        class="knobs"
        .models=${this.models}
        .card=${card}
        .studio=${studio}
        @knob=${(event: CustomEvent<KnobChange>) => this.change(event.detail.patch, event.detail.pace)}
        @settle=${() => this.settle()}
        @model=${(event: CustomEvent<ModelCard>) => this.switchModel(event.detail)}
        @files=${(event: CustomEvent<readonly File[]>) => void this.take(event.detail)}
      ></rashin-studio-knobs>
      <div class="stage">
        <div class="easel">
          <rashin-picture
            label=${card?.usesWords ? t("studio.picture", { prompt: studio?.prompt ?? "" }) : t("studio.pictureSample")}
          ></rashin-picture>
          ${
            this.drawn
              ? nothing
              : html`<div class="over"><i class="spin"></i><span>${t("studio.waiting")}</span></div>`
          }
          ${this.tag(studio)}
          ${this.slow && this.drawn ? html`<div class="working" role="progressbar" aria-label=${t("common.loading")}><i></i></div>` : nothing}
        </div>
        <rashin-notice
          class=${this.problem ? "on" : ""}
          .problem=${this.problem}
          retry
          @retry=${() => {
            this.problem = null;
            if (this.card) this.ask();
            else void this.load();
          }}
          @dismiss=${() => {
            this.problem = null;
          }}
        ></rashin-notice>
        ${card && studio ? this.bench(card, studio) : nothing}
      </div>
      <div class="memory">
        <rashin-history
          current=${this.kept?.id ?? ""}
          @take=${(event: CustomEvent<Render>) => {
            const { recipe } = event.detail;
            const known = this.models.find((one) => one.id === recipe?.model);
            if (recipe && known) this.restore(fromRecipe(recipe, known));
          }}
          @problem=${(event: CustomEvent<Problem>) => this.fail(event.detail)}
        ></rashin-history>
      </div>
      ${this.toast ? html`<div class="toast" role="status">${this.toast}</div>` : nothing}
      ${this.drops.over ? html`<div class="veil">${t("studio.drop")}</div>` : nothing}
    `;
  }

  /** What is shown when the picture came from pictures. */
  private tag(studio: StudioState | null) {
    if (!studio || studio.first === null || studio.noise !== null) return nothing;
    const words = studio.second === null ? t("studio.reconstruction") : t("studio.betweenTwo");
    return html`<span class="tag">${words}</span>`;
  }

  private bench(card: ModelCard, studio: StudioState) {
    return html`<div class="bench">
        <button class="icon" data-testid="undo" aria-label=${t("studio.undo")} ?disabled=${!this.undo?.canGoBack} @click=${() => this.step("back")}>
          ${icon("undo")}
        </button>
        <button class="icon push" data-testid="redo" aria-label=${t("studio.redo")} ?disabled=${!this.undo?.canGoForth} @click=${() => this.step("forth")}>
          ${icon("redo")}
        </button>
        <rashin-copy-call
          .call=${{ path: "/api/v1/renders", body: { recipe: toRecipe(studio, card) } }}
        ></rashin-copy-call>
        ${(["png", "webp"] as const).map(
          (suffix) =>
            html`<button data-testid="download-${suffix}" title=${t("studio.download")} @click=${() => void this.download(suffix)}>
            ${icon("down")}${t(`studio.${suffix}`)}
          </button>`,
        )}
      </div>
      <div class="variations">
        <h2>${t("studio.variations")}</h2>
        <rashin-strip
          name="variation"
          class="six"
          data-testid="variations"
          .recipes=${this.variations}
          .titles=${this.variations.map((_, index) => t("atlas.seed", { seed: studio.seed + index + 1 }))}
          @take=${(event: CustomEvent<Taken>) =>
            this.change({
              seed: studio.seed + event.detail.index + 1,
              noise: null,
              first: null,
              second: null,
            })}
        ></rashin-strip>
      </div>`;
  }
}

export const page: Page = {
  path: "/studio",
  title: "nav.studio",
  order: 2,
  mount(root) {
    const element = document.createElement("studio-page");
    root.append(element);
    return () => element.remove();
  },
};
