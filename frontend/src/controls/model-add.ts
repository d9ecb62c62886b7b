/** Adding a model: where it is, how it shall run, what it turns out to be, and whether it fits. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { API } from "@/api/http";
import { asProblem, type Problem } from "@/api/problem";
import * as api from "@/api/shelf";
import { language, Speaks, say, t } from "@/state/language";
import { bytesInWords } from "@/state/memory";
import "./copy-call";
import { looks } from "./looks";
import { modelAddLooks } from "./model-add.looks";
import type { Act } from "./model-row";
import "./progress";

const AGAIN_MS = 400;
const CHOICES = {
  dtype: ["auto", "float32", "bfloat16", "float16"],
  offload: ["none", "model", "sequential"],
  attention: ["auto", "sdpa", "sliced"],
} as const;
type Choice = keyof typeof CHOICES;

@customElement("rashin-model-add")
export class ModelAdd extends LitElement {
  @property() kind: api.Kind = "folder";
  @property({ type: Boolean, attribute: "hub-allowed" }) hubAllowed = false;
  @property({ attribute: false }) act: Act = (ask) => ask();
  @state() private seen: api.Weight | null = null;
  @state() private problem: Problem | null = null;
  @state() private looking = false;
  @state() private fetching: api.Fetching | null = null;
  @query("form") private form!: HTMLFormElement;
  @query("#path") private path!: HTMLInputElement;
  private gone = new AbortController();

  static override styles = [looks, modelAddLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.gone = new AbortController();
    api
      .fetchingNow(this.gone.signal)
      .then((job) => (job ? this.follow(job) : undefined))
      .catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gone.abort();
  }

  private get wish(): api.Wish {
    const said = Object.fromEntries(
      [...new FormData(this.form)]
        .map(([name, value]) => [name, String(value).trim()] as const)
        .filter(([, value]) => value !== ""),
    );
    return { ...said, kind: this.kind, path: said.path ?? "" };
  }

  private forget(): void {
    this.seen = null;
    this.problem = null;
  }

  private choose(kind: api.Kind): void {
    this.forget();
    this.kind = kind;
    this.dispatchEvent(new CustomEvent<api.Kind>("kind", { detail: kind }));
    void this.updateComplete.then(() => this.path.focus());
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.looking || this.wish.path === "") return;
    if (this.kind === "hub") await this.fetch();
    else if (this.seen) await this.add();
    else await this.look();
  }

  private async look(): Promise<void> {
    await this.try(async () => {
      this.seen = await api.weigh(this.wish, this.gone.signal);
    });
  }

  private async add(): Promise<void> {
    await this.try(async () => this.done(await this.act(() => api.addModel(this.wish))));
  }

  private async fetch(): Promise<void> {
    await this.try(async () => {
      const job = await api.fetchModel(this.wish);
      void this.follow(job);
    });
  }

  private async try(ask: () => Promise<void>): Promise<void> {
    this.problem = null;
    this.looking = true;
    try {
      await ask();
    } catch (error) {
      this.seen = null;
      if (!this.gone.signal.aborted) this.problem = asProblem(error);
    } finally {
      this.looking = false;
    }
  }

  /** Watch a model being fetched until it is here. */
  private async follow(begun: api.Fetching): Promise<void> {
    let job = begun;
    const { signal } = this.gone;
    await this.try(async () => {
      while (job.state === "queued" || job.state === "running") {
        this.fetching = job;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        job = await api.fetchingJob(job.id, signal);
      }
      this.fetching = null;
      if (job.state === "failed") throw new Error(job.error ?? job.state);
      if (job.state !== "done") return;
      const shelf = await this.act(() => api.getShelf(signal));
      const model = shelf.items.find((one) => one.id === job.result?.model);
      if (model) this.done(model);
    });
    this.fetching = null;
  }

  private done(model: api.ShelfModel): void {
    this.form.reset();
    this.forget();
    this.dispatchEvent(new CustomEvent<api.ShelfModel>("added", { detail: model }));
  }

  /** Other numbers or places: whoever has looked sees at once what they cost. */
  private again(): void {
    if (this.seen) void this.look();
  }

  override render() {
    const off = this.kind === "hub" && !this.hubAllowed;
    return html`<p class="quiet">${t("models.addHint")}</p>
      <div class="kinds" role="group" aria-label=${t("models.add")}>
        ${api.KINDS.map(
          (kind) =>
            html`<button data-testid="kind-${kind}" aria-pressed=${kind === this.kind} @click=${() => this.choose(kind)}>
              ${t(`models.kind.${kind}`)}
            </button>`,
        )}
      </div>
      ${off ? html`<p class="quiet" data-testid="hub-off">${t("models.hubOff")}</p>` : nothing}
      <form ?hidden=${off} @submit=${(event: SubmitEvent) => void this.submit(event)}>
        <label
          >${t(`models.path.${this.kind}`)}
          <input
            id="path"
            name="path"
            data-testid="model-path"
            required
            maxlength="1000"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            @input=${() => this.forget()}
          />
        </label>
        ${this.kind === "file" ? html`<p class="quiet">${t("models.fileHint")}</p>` : nothing}
        <label>${t("models.name")}<input name="title" data-testid="model-title" maxlength="120" autocomplete="off" /></label>
        <details>
          <summary data-testid="how">${t("models.how")}</summary>
          <div>
            ${(Object.keys(CHOICES) as Choice[]).map((name) => this.choice(name))}
            <label>${t("models.tiny")}<input name="tiny_decoder" autocomplete="off" spellcheck="false" @change=${() => this.again()} /></label>
          </div>
        </details>
        ${this.wrong()} ${this.kind === "hub" ? nothing : this.weight()}
        ${this.fetching ? this.progress(this.fetching) : this.buttons()}
      </form>`;
  }

  private choice(name: Choice) {
    const options = CHOICES[name] as readonly string[];
    return html`<label
      >${t(`models.${name}`)}
      <select name=${name} data-testid="choose-${name}" @change=${() => this.again()}>
        ${options.map((option) => html`<option value=${option}>${t(`models.${name}.${option}` as Parameters<typeof t>[0])}</option>`)}
      </select>
    </label>`;
  }

  private wrong() {
    const { problem } = this;
    if (!problem) return nothing;
    return html`<div class="wrong" role="alert" data-testid="refused">
      ${problem.message}
      ${problem.expected ? html`<small>${t("models.expected", { expected: problem.expected })}</small>` : nothing}
      ${problem.hint ? html`<small>${problem.hint}</small>` : nothing}
    </div>`;
  }

  private weight() {
    const { seen } = this;
    if (!seen) return nothing;
    const sizes = { need: bytesInWords(seen.bytes_needed), free: bytesInWords(seen.free_bytes) };
    const { card } = seen;
    return html`<div class="seen" role="status" data-testid="seen">
      <p><b>${card.family}</b> · ${card.size.width} × ${card.size.height} · ${card.placement?.dtype ?? ""}</p>
      <p class=${seen.fits ? "fits" : "fitsnot"}>${t(seen.fits ? "models.fits" : "models.fitsNot", sizes)}</p>
      ${seen.fits ? nothing : html`<p class="quiet">${t("models.fitsNotHint")}</p>`}
      ${seen.going.length > 0 ? html`<p class="quiet">${t("models.going", { names: seen.going.join(", ") })}</p>` : nothing}
      ${card.placement?.notes.map((note) => html`<p class="quiet">${say(note)}</p>`)}
      ${
        card.guesses.length > 0
          ? html`<p class="quiet">${t("models.guessed", { guesses: card.guesses.join(language() === "ja" ? "、" : ", ") })}</p>`
          : nothing
      }
    </div>`;
  }

  private progress(job: api.Fetching) {
    const words = job.stage ? t("models.fetchingOf", { stage: job.stage }) : t("models.fetching");
    return html`<rashin-progress
      data-testid="fetching"
      .words=${words}
      .share=${job.progress > 0 ? job.progress : null}
      @cancel=${() => void api.stopFetching(job.id)}
    ></rashin-progress>`;
  }

  private buttons() {
    if (this.looking) return html`<rashin-progress fixed .words=${t("models.looking")}></rashin-progress>`;
    const words =
      this.kind === "hub"
        ? "models.fetch"
        : !this.seen
          ? "models.look"
          : this.seen.fits
            ? "models.addIt"
            : "models.addAnyway";
    return html`<div class="ways"><button class="primary" data-testid="model-go">${t(words)}</button></div>
      ${this.seen ? html`<rashin-copy-call .call=${{ path: `${API}/models`, body: this.wish }}></rashin-copy-call>` : nothing}`;
  }
}
