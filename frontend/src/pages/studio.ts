/** The Studio: one picture, and every knob that it is a function of. */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as api from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard, Render } from "@/api/types";
import "@/controls/bench";
import { DropAnywhere } from "@/controls/drop-anywhere";
import "@/controls/history";
import type { HistoryStrip } from "@/controls/history";
import type { KnobChange, Pace } from "@/controls/knob-event";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import "@/controls/picture";
import type { Picture } from "@/controls/picture";
import "@/controls/progress";
import { studioLooks } from "@/controls/studio.looks";
import "@/controls/studio-knobs";
import type { Choice, TakePicture } from "@/controls/take-picture";
import "@/controls/take-picture";
import "@/controls/variations";
import "@/controls/verdict";
import type { VerdictView } from "@/controls/verdict";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { carriedOver, type StudioState } from "@/state/knobs";
import { Speaks, t } from "@/state/language";
import { MemoryWatch } from "@/state/memory";
import { rememberSeed, seenSeeds } from "@/state/seen-seeds";
import { session } from "@/state/session";
import { askNow, onStatus } from "@/state/status";
import { fromRecipe, toRecipe } from "@/state/studio-recipe";
import { readStudio, writeStudio } from "@/state/studio-state";
import { Drawing } from "./studio/drawing";
import { Taking } from "./studio/taking";

/** A pause after which a picture counts as meant, and is kept. */
const MEANT_MS = 1100;

@customElement("studio-page")
export class StudioPage extends LitElement {
  @state() private models: readonly ModelCard[] = [];
  @state() private card: ModelCard | null = null;
  @state() private studio: StudioState | null = null;
  /** The state when the hand rested last: other seeds are drawn for it, not for every place of a drag. */
  private rested: StudioState | null = null;
  @state() private problem: Problem | null = null;
  @state() private kept: Render | null = null;
  @state() private seen = seenSeeds();
  @state() private toast = "";
  @query("rashin-picture") private picture!: Picture;
  @query("rashin-history") private history!: HistoryStrip;
  @query("rashin-take-picture") private chooser!: TakePicture;
  @query("rashin-verdict") private verdict!: VerdictView;
  private readonly taking = new Taking({
    models: () => this.models,
    card: () => this.card,
    studio: () => this.studio,
    restore: (state) => this.restore(state),
    ask: (sha256) => this.chooser.open(sha256),
    say: (words) => this.say(words),
    failed: (error) => this.fail(error),
  });
  private readonly drops = new DropAnywhere(this, (files) => void this.taking.files(files));
  private readonly drawing = new Drawing(this, {
    frame: (frame) => void this.picture.show(new Blob([frame.picture], { type: frame.mime })),
    done: () => {
      this.problem = null;
      if (this.keepDue) this.keepNow();
    },
    failed: (problem) => this.fail(problem),
  });
  private readonly memory = new MemoryWatch(this, () => this.drawing.slow);
  private readonly stops: (() => void)[] = [];
  private meantTimer: ReturnType<typeof setTimeout> | undefined;
  private toastTimer: ReturnType<typeof setTimeout> | undefined;
  /** The picture on its way is to be kept when it is there. */
  private keepDue = false;
  private wasSlow = false;
  private keepAbort = new AbortController();

  static override styles = [looks, studioLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const events = new AbortController();
    const { signal } = events;
    session.addEventListener("change", () => this.requestUpdate(), { signal });
    session.addEventListener("settling", () => this.address(), { signal });
    window.addEventListener("popstate", () => this.read(), { signal });
    this.stops.push(
      () => events.abort(),
      onStatus((worker) => {
        if (worker !== "ready") return;
        if (this.card === null) void this.load();
        else if (!this.drawing.drawn || this.problem) this.draw();
      }),
    );
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops.splice(0)) stop();
    for (const timer of [this.meantTimer, this.toastTimer]) clearTimeout(timer);
    this.keepAbort.abort();
  }

  protected override updated(_: PropertyValues<this>): void {
    const { studio } = this;
    if (studio) this.style.setProperty("--ratio", String(Number((studio.width / studio.height).toFixed(4))));
    // A picture that takes long may be waiting for its model.
    if (this.drawing.slow !== this.wasSlow) void this.memory.look();
    this.wasSlow = this.drawing.slow;
  }

  private fail(error: unknown): void {
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.problem = asProblem(error);
    this.drawing.rest();
    this.keepDue = false;
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
    clearTimeout(this.meantTimer);
    this.card = found.card;
    this.studio = this.rested = found.state;
    this.draw();
  }

  private draw(pace: Pace = "now"): void {
    if (this.studio && this.card) this.drawing.follow(this.studio, this.card, pace);
  }

  /** Change some knobs: the picture follows at once, and is kept when the hand rests. */
  private change(patch: Partial<StudioState>, pace: Pace = "now"): void {
    if (!this.studio) return;
    this.studio = { ...this.studio, ...patch };
    if (pace === "now") this.rested = this.studio;
    this.keepDue = false;
    this.draw(pace);
    clearTimeout(this.meantTimer);
    this.meantTimer = setTimeout(() => this.settle(), MEANT_MS);
  }

  private settle(): void {
    this.drawing.settle();
    this.meant();
  }

  /** The hand rests: remember the state, keep the picture. */
  private meant(): void {
    clearTimeout(this.meantTimer);
    if (!this.studio || !this.card) return;
    this.rested = this.studio;
    replaceQuery(writeStudio(this.studio, this.card));
    if (this.drawing.busy) this.keepDue = true;
    else this.keepNow();
    this.requestUpdate();
  }

  private keepNow(): void {
    this.keepDue = false;
    this.keep().catch((error: unknown) => this.fail(error));
  }

  private async keep(): Promise<Render | null> {
    const { studio, card } = this;
    if (!studio || !card) return null;
    this.keepAbort.abort();
    this.keepAbort = new AbortController();
    const { signal } = this.keepAbort;
    const render = await api.postRender(toRecipe(studio, card), { view: "studio-kept", signal });
    if (signal.aborted || !render.image) return null;
    this.kept = render;
    this.history?.add(render);
    if (studio.noise === null && studio.first === null)
      this.seen = rememberSeed({ seed: studio.seed, url: render.image.url });
    return render;
  }

  private restore(state: StudioState): void {
    const card = this.models.find((known) => known.id === state.model);
    if (!card) return;
    this.card = card;
    this.studio = state;
    this.draw();
    this.meant();
  }

  private async step(way: "back" | "forth"): Promise<void> {
    try {
      await (way === "back" ? session.undo() : session.redo());
    } catch (error) {
      this.fail(error);
    }
  }

  /** Have a change that the hand has not rested on yet in the address, so that undo takes it back. */
  private address(): void {
    clearTimeout(this.meantTimer);
    if (this.studio && this.card) replaceQuery(writeStudio(this.studio, this.card));
  }

  private say(words: string): void {
    this.toast = words;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => {
      this.toast = "";
    }, 3500);
  }

  private switchModel(card: ModelCard): void {
    if (card === this.card || !this.studio) return;
    this.card = card;
    this.studio = carriedOver(this.studio, card);
    this.change({});
    void this.memory.look();
  }

  private async loadModel(id: string): Promise<void> {
    try {
      const asked = api.loadModel(id);
      setTimeout(() => void this.memory.look(), 200);
      await asked;
      await this.memory.look();
    } catch (error) {
      this.fail(error);
    }
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

  private async verify(): Promise<void> {
    try {
      const render = await this.keep();
      if (render) await this.verdict.begin(render.id);
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
        .memory=${this.memory.memory}
        .seen=${this.seen}
        @knob=${(event: CustomEvent<KnobChange>) => this.change(event.detail.patch, event.detail.pace)}
        @settle=${() => this.settle()}
        @model=${(event: CustomEvent<ModelCard>) => this.switchModel(event.detail)}
        @load=${(event: CustomEvent<string>) => void this.loadModel(event.detail)}
        @files=${(event: CustomEvent<readonly File[]>) => void this.taking.files(event.detail)}
        @start=${(event: CustomEvent<readonly File[]>) => void this.taking.start(event.detail)}
        @invert=${(event: CustomEvent<string>) => this.chooser.openInversion(event.detail)}
      ></rashin-studio-knobs>
      <div class="stage">
        <div class="easel">
          <rashin-picture
            label=${card?.usesWords ? t("studio.picture", { prompt: studio?.prompt ?? "" }) : t("studio.pictureSample")}
          ></rashin-picture>
          ${
            this.drawing.drawn
              ? nothing
              : html`<div class="over"><i class="spin"></i><span>${this.waitingFor(card)}</span></div>`
          }
          ${this.tag(studio)} ${this.drawing.slow ? this.progress(card) : nothing}
        </div>
        <rashin-notice
          class=${this.problem ? "on" : ""}
          .problem=${this.problem}
          retry
          @retry=${() => {
            this.problem = null;
            if (this.card) this.draw();
            else void this.load();
          }}
          @dismiss=${() => {
            this.problem = null;
          }}
        ></rashin-notice>
        ${card && studio ? this.below(card, studio) : nothing}
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
      <rashin-take-picture
        .models=${this.models}
        .card=${card}
        prompt=${studio?.prompt ?? ""}
        @choose=${(event: CustomEvent<Choice>) => this.taking.chosen(event.detail)}
      ></rashin-take-picture>
      ${this.toast ? html`<div class="toast" role="status">${this.toast}</div>` : nothing}
      ${this.drops.over ? html`<div class="veil">${t("studio.drop")}</div>` : nothing}
    `;
  }

  private waitingFor(card: ModelCard | null): string {
    if (!card) return t("studio.waiting");
    return t(this.memory.of(card.id)?.state === "loading" ? "studio.loadingModel" : "studio.drawing");
  }

  /** How far the picture is, and the way to stop it. */
  private progress(card: ModelCard | null) {
    const { step } = this.drawing;
    const words = step ? t("studio.drawingStep", step) : this.waitingFor(card);
    return html`<rashin-progress
      words=${words}
      .share=${step ? step.step / Math.max(1, step.steps) : null}
      data-testid="progress"
      @cancel=${() => this.drawing.cancel()}
    ></rashin-progress>`;
  }

  /** What is shown when the picture came from pictures. */
  private tag(studio: StudioState | null) {
    if (!studio || studio.first === null || studio.noise !== null) return nothing;
    const words = studio.second === null ? t("studio.reconstruction") : t("studio.betweenTwo");
    return html`<span class="tag">${words}</span>`;
  }

  private below(card: ModelCard, studio: StudioState) {
    return html`<rashin-bench
        .recipe=${toRecipe(studio, card)}
        .back=${session.before !== null}
        .forth=${session.after !== null}
        @undo=${() => void this.step("back")}
        @redo=${() => void this.step("forth")}
        @download=${(event: CustomEvent<"png" | "webp">) => void this.download(event.detail)}
        @verify=${() => void this.verify()}
      ></rashin-bench>
      <rashin-verdict></rashin-verdict>
      <rashin-variations
        .card=${card}
        .studio=${this.rested?.model === studio.model ? this.rested : studio}
        .dear=${this.drawing.dear}
        @knob=${(event: CustomEvent<KnobChange>) => this.change(event.detail.patch, event.detail.pace)}
      ></rashin-variations>`;
  }
}

export const page: Page = {
  path: "/studio",
  title: "nav.studio",
  order: 2,
  icon: "brush",
  mount(root) {
    const element = document.createElement("studio-page");
    root.append(element);
    return () => element.remove();
  },
};
