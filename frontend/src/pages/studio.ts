/** The Studio: one picture, and every knob that it is a function of. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as api from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { DirectionCard, ModelCard, RecipeInput, Render } from "@/api/types";
import "@/controls/copy-call";
import "@/controls/history";
import type { HistoryStrip } from "@/controls/history";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import "@/controls/picture";
import type { Picture } from "@/controls/picture";
import "@/controls/slider";
import type { Taken } from "@/controls/strip";
import "@/controls/strip";
import { studioLooks } from "@/controls/studio.looks";
import "@/controls/uploads";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { Speaks, say, t } from "@/state/language";
import { live } from "@/state/live";
import { styleOf, withStyle } from "@/state/prompt-style";
import { askNow, onStatus } from "@/state/status";
import {
  freshSeed,
  fromRecipe,
  initial,
  readStudio,
  SEED_LIMIT,
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
  @state() private locked = true;
  @state() private kept: Render | null = null;
  @state() private variations: readonly RecipeInput[] = [];
  @state() private toast = "";
  @state() private dropping = false;
  @query("rashin-picture") private picture!: Picture;
  @query("rashin-history") private history!: HistoryStrip;
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
    window.addEventListener("dragover", (event) => this.dragOver(event), { signal });
    window.addEventListener("dragleave", (event) => this.dragLeave(event), { signal });
    window.addEventListener("drop", (event) => this.drop(event), { signal });
    window.addEventListener("paste", (event) => this.paste(event), { signal });
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
  private change(patch: Partial<StudioState>, pace: "now" | "typing" = "now"): void {
    if (!this.studio) return;
    this.studio = { ...this.studio, ...patch };
    clearTimeout(this.askTimer);
    if (pace === "typing") this.askTimer = setTimeout(() => this.ask(), TYPING_MS);
    else this.ask();
    clearTimeout(this.meantTimer);
    this.meantTimer = setTimeout(() => this.settle(), MEANT_MS);
  }

  /** While a slider is held: at least eight pictures a second, if need be with fewer steps. */
  private drag(patch: Partial<StudioState>): void {
    this.draft ||= this.sluggish;
    this.change(patch);
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

  private dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping = true;
  }

  private dragLeave(event: DragEvent): void {
    if (event.relatedTarget === null) this.dropping = false;
  }

  private drop(event: DragEvent): void {
    this.dropping = false;
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void this.take([...event.dataTransfer.files]);
  }

  private paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) void this.take(files);
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

  private removePicture(which: "first" | "second"): void {
    if (which === "second") this.change({ second: null });
    else this.change({ first: this.studio?.second ?? null, second: null });
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
      <div class="knobs">${card && studio ? this.knobs(card, studio) : nothing}</div>
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
      ${this.dropping ? html`<div class="veil">${t("studio.drop")}</div>` : nothing}
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

  private knobs(card: ModelCard, studio: StudioState) {
    return html`
      ${
        this.models.length > 1
          ? html`<div class="group">
            <h2>${t("studio.model")}</h2>
            <div class="segments" data-testid="model">
              ${this.models.map(
                (one) =>
                  html`<button
                  data-testid="model-${one.id}"
                  title=${say(one.summary)}
                  aria-pressed=${one.id === card.id}
                  @click=${() => this.switchModel(one)}
                >
                  ${say(one.title)}
                </button>`,
              )}
            </div>
          </div>`
          : nothing
      }
      ${card.usesWords ? this.words(card, studio) : this.pictures(studio)}
      ${studio.noise === null ? nothing : this.expression(studio.noise, { noise: null })}
      <div class="three">
        ${this.seed(studio)}
        ${
          card.steps.choices.length > 1
            ? html`<div class="group">
              <h2>${t("studio.steps")}</h2>
              <div class="segments" data-testid="steps">
                ${card.steps.choices.map(
                  (steps) =>
                    html`<button
                    class="icon"
                    data-testid="steps-${steps}"
                    aria-pressed=${steps === studio.steps}
                    @click=${() => this.change({ steps })}
                  >
                    ${steps}
                  </button>`,
                )}
              </div>
            </div>`
            : nothing
        }
      </div>
      ${
        card.guidance.max > card.guidance.min
          ? html`<rashin-slider
            name="guidance"
            label=${t("studio.guidance")}
            .min=${card.guidance.min}
            .max=${card.guidance.max}
            .step=${0.1}
            .value=${studio.guidance}
            .home=${card.guidance.default}
            @slide=${(event: CustomEvent<number>) => this.drag({ guidance: event.detail })}
            @settle=${() => this.settle()}
          ></rashin-slider>`
          : nothing
      }
      ${card.directions.length > 0 ? this.directions(card.directions, studio) : nothing}
    `;
  }

  private words(card: ModelCard, studio: StudioState) {
    if (studio.conditioning !== null) return this.expression(studio.conditioning, { conditioning: null });
    const style = styleOf(studio.prompt, card.styles);
    return html`<label class="field">
        <h2>${t("studio.prompt")}</h2>
        <textarea
          data-testid="prompt"
          maxlength="2000"
          spellcheck="false"
          placeholder=${t("studio.promptPlaceholder")}
          .value=${studio.prompt}
          @input=${(event: Event) => {
            const prompt = (event.target as HTMLTextAreaElement).value;
            this.change({ prompt, ...(this.locked ? {} : { seed: freshSeed(), noise: null }) }, "typing");
          }}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            this.change({});
            this.meant();
          }}
        ></textarea>
      </label>
      ${
        card.styles.length > 0
          ? html`<div class="group">
            <h2>${t("studio.style")}</h2>
            <div class="chips" data-testid="style">
              <button aria-pressed=${style === null} @click=${() => this.restyle(null)}>${t("studio.noStyle")}</button>
              ${card.styles.map(
                (one) =>
                  html`<button data-testid="style-${one}" aria-pressed=${style === one} @click=${() => this.restyle(one)}>
                  ${one}
                </button>`,
              )}
            </div>
          </div>`
          : nothing
      }`;
  }

  private restyle(style: string | null): void {
    if (this.card && this.studio)
      this.change({ prompt: withStyle(this.studio.prompt, this.card.styles, style) });
  }

  private pictures(studio: StudioState) {
    return html`<rashin-uploads
      .first=${studio.first}
      .second=${studio.second}
      .t=${studio.t}
      @files=${(event: CustomEvent<readonly File[]>) => void this.take(event.detail)}
      @away=${(event: CustomEvent<"first" | "second">) => this.removePicture(event.detail)}
      @slide=${(event: CustomEvent<number>) => this.drag({ t: event.detail })}
      @settle=${() => this.settle()}
    ></rashin-uploads>
      <button
        data-testid="sample"
        @click=${() => this.change({ seed: freshSeed(), noise: null, first: null, second: null })}
      >
        ${icon("dice")}${t("studio.sample")}
      </button>`;
  }

  private expression(words: string, clear: Partial<StudioState>) {
    return html`<div class="expression">
      <h2>${t("studio.expression")}</h2>
      <code>${words}</code>
      <button @click=${() => this.change(clear)}>${t("studio.expressionClear")}</button>
    </div>`;
  }

  private seed(studio: StudioState) {
    const put = (seed: number) => this.change({ seed, noise: null, first: null, second: null });
    return html`<div class="group">
      <h2><label for="seed">${t("studio.seed")}</label></h2>
      <div class="seed">
        <input
          id="seed"
          type="number"
          inputmode="numeric"
          data-testid="seed"
          min="0"
          max=${SEED_LIMIT}
          .value=${String(studio.seed)}
          @input=${(event: Event) => {
            const seed = (event.target as HTMLInputElement).valueAsNumber;
            if (Number.isInteger(seed) && seed >= 0 && seed <= SEED_LIMIT) put(seed);
          }}
        />
        <button class="icon" data-testid="roll" aria-label=${t("studio.roll")} title=${t("studio.roll")} @click=${() => put(freshSeed())}>
          ${icon("dice")}
        </button>
        <button
          class="icon"
          data-testid="lock"
          aria-pressed=${this.locked}
          aria-label=${t("studio.lock")}
          title=${this.locked ? t("studio.unlock") : t("studio.lock")}
          @click=${() => {
            this.locked = !this.locked;
          }}
        >
          ${icon(this.locked ? "lock" : "unlock")}
        </button>
      </div>
    </div>`;
  }

  private directions(directions: readonly DirectionCard[], studio: StudioState) {
    return html`<div class="group" title=${t("studio.slidersHint")}>
      <div class="titled">
        <h2>${t("studio.sliders")}</h2>
        <button
          class="bare"
          data-testid="reset"
          ?hidden=${Object.values(studio.scales).every((scale) => scale === 0)}
          @click=${() => this.change({ scales: {} })}
        >
          ${t("studio.reset")}
        </button>
      </div>
      ${directions.map(
        (one) =>
          html`<rashin-slider
          name="slider-${one.id}"
          label=${say(one.title)}
          .min=${one.min}
          .max=${one.max}
          .step=${one.step}
          .value=${studio.scales[one.id] ?? 0}
          @slide=${(event: CustomEvent<number>) =>
            this.drag({ scales: { ...this.studio?.scales, [one.id]: event.detail } })}
          @settle=${() => this.settle()}
        ></rashin-slider>`,
      )}
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
