/** The form of a new map: from what, compared by what, flattened how; says what it will cost. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  type Brought,
  bringFiles,
  type Estimate,
  estimateMap,
  type Knob,
  type Projector,
} from "@/api/building";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard } from "@/api/types";
import { replaceQuery } from "@/state/address";
import { count, Speaks, say, t } from "@/state/language";
import { buildFormLooks } from "./build-form.looks";
import { looks } from "./looks";

export const SOURCES = ["prompts", "template", "words", "history", "sweep", "upload", "training"] as const;
const SPACES = ["judge", "prompt", "sentence", "latent", "noise", "bottleneck"] as const;
type Source = (typeof SOURCES)[number];
type Space = (typeof SPACES)[number];
const PAUSE_MS = 350;

export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48);

export const inWords = (seconds: number): string =>
  seconds < 90
    ? t("maps.seconds", { n: count(Math.max(1, Math.round(seconds))) })
    : t("maps.minutes", { n: count(Math.round(seconds / 60)) });

@customElement("rashin-build-form")
export class BuildForm extends LitElement {
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property({ attribute: false }) projectors: readonly Projector[] = [];
  @property({ type: Boolean }) busy = false;
  @state() private source: Source = "prompts";
  @state() private space: Space = "judge";
  @state() private projector = "umap";
  @state() private model = "emoji-vector";
  @state() private brought: Brought | null = null;
  @state() private bringing = false;
  @state() private estimate: Estimate | null = null;
  @state() private problem: Problem | null = null;
  private values: Record<string, string> = { seeds: "0" };
  private knobs: Record<string, number | boolean> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = new AbortController();

  static override styles = [looks, buildFormLooks];

  constructor() {
    super();
    new Speaks(this);
    const asked = new URLSearchParams(location.search);
    this.source = SOURCES.find((one) => one === asked.get("source")) ?? "prompts";
    this.space = SPACES.find((one) => one === asked.get("space")) ?? "judge";
    this.projector = asked.get("projector") ?? "umap";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asking.abort();
  }

  private get chosen(): Projector | null {
    return this.projectors.find((one) => one.id === this.projector) ?? this.projectors[0] ?? null;
  }

  private get spaces(): readonly Space[] {
    if (this.source === "upload") return this.brought?.kind === "table" ? [] : ["judge", "latent"];
    if (this.source === "words") return ["sentence", "judge", "prompt"];
    return SPACES.filter((one) => one !== "bottleneck" || this.model === "emoji-diffusion");
  }

  /** The body of POST /maps; null while something is missing. */
  private wish(): Record<string, unknown> | null {
    const source = this.sourceValue();
    const title = (this.values.title ?? "").trim();
    const id = slug(title);
    if (!source || !this.chosen || id === "") return null;
    const spaces = this.spaces;
    const end = (name: string): string => (this.values[name] ?? "").trim();
    const arrow = (name: string) => ({ from: `"${end(`${name}.from`)}"`, to: `"${end(`${name}.to`)}"` });
    if (this.chosen.axes && ["right.from", "right.to", "up.from", "up.to"].some((name) => end(name) === ""))
      return null;
    return {
      id,
      title,
      model: this.model,
      source,
      projector: this.chosen.id,
      knobs: this.knobs,
      ...(spaces.length > 0 && { space: spaces.includes(this.space) ? this.space : spaces[0] }),
      ...(this.chosen.axes && { axes: { right: arrow("right"), up: arrow("up") } }),
    };
  }

  private sourceValue(): Record<string, unknown> | null {
    const lines = (this.values.lines ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const seeds = (this.values.seeds ?? "0")
      .split(/[\s,]+/)
      .map(Number)
      .filter(Number.isInteger);
    switch (this.source) {
      case "prompts":
        return lines.length > 0 ? { kind: "prompts", prompts: lines, seeds } : null;
      case "template":
        return this.values.template ? { kind: "template", template: this.values.template, seeds } : null;
      case "words":
        return lines.length > 0 ? { kind: "words", words: lines } : null;
      case "history":
        return { kind: "history", starred: this.values.starred === "yes" };
      case "sweep":
        return this.values.sweep ? { kind: "sweep", sweep: this.values.sweep } : null;
      case "upload":
        return this.brought ? { kind: "upload", upload: this.brought.id } : null;
      case "training":
        return { kind: "training" };
    }
  }

  private changed(): void {
    this.requestUpdate();
    replaceQuery(`source=${this.source}&space=${this.space}&projector=${this.projector}`);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), PAUSE_MS);
  }

  private async ask(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const wish = this.wish();
    this.estimate = null;
    this.problem = null;
    if (!wish) return;
    try {
      const told = await estimateMap(wish, signal);
      if (!signal.aborted) this.estimate = told;
    } catch (error) {
      if (!signal.aborted) this.problem = asProblem(error);
    }
  }

  private set(name: string, value: string): void {
    this.values[name] = value;
    this.changed();
  }

  private async bring(files: FileList | null): Promise<void> {
    if (!files || files.length === 0) return;
    this.bringing = true;
    this.problem = null;
    try {
      this.brought = await bringFiles([...files]);
      this.changed();
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.bringing = false;
    }
  }

  private submit(event: Event): void {
    event.preventDefault();
    const wish = this.wish();
    if (wish) this.dispatchEvent(new CustomEvent("build", { detail: wish }));
  }

  override render() {
    const { chosen } = this;
    return html`<form @submit=${(event: Event) => this.submit(event)}>
      ${this.text("title", t("maps.name"), t("maps.nameHint"))}
      ${this.choice(
        "source",
        t("maps.source"),
        SOURCES,
        this.source,
        (one) => t(`maps.source.${one}`),
        (one) => {
          this.source = one;
          this.space = this.spaces[0] ?? "judge";
        },
      )}
      ${this.fields()}
      ${
        this.source === "upload" && this.brought?.kind === "table"
          ? nothing
          : this.choice(
              "model",
              t("maps.model"),
              this.models.map((one) => one.id),
              this.model,
              (id) => this.modelTitle(id),
              (one) => {
                this.model = one;
              },
            )
      }
      ${
        this.spaces.length > 0
          ? this.choice(
              "space",
              t("maps.space"),
              this.spaces,
              this.spaces.includes(this.space) ? this.space : (this.spaces[0] ?? "judge"),
              (one) => t(`maps.space.${one}`),
              (one) => {
                this.space = one;
              },
            )
          : nothing
      }
      ${this.choice(
        "projector",
        t("maps.projector"),
        this.projectors.map((one) => one.id),
        chosen?.id ?? "",
        (one) => one.toUpperCase(),
        (one) => {
          this.projector = one;
          this.knobs = {};
        },
      )}
      ${chosen?.axes ? [this.arrow("right"), this.arrow("up")] : nothing}
      <div class="pair">${chosen?.knobs.map((knob) => this.knob(knob))}</div>
      <p class="say ${this.problem ? "bad" : "quiet"}" role="status" data-testid="estimate">${this.told()}</p>
      <button class="primary" data-testid="build" ?disabled=${this.busy || this.bringing || !this.wish() || this.problem !== null}>
        ${t("maps.do")}
      </button>
    </form>`;
  }

  private modelTitle(id: string): string {
    const card = this.models.find((one) => one.id === id);
    return card ? say(card.title) : id;
  }

  private told(): string {
    if (this.bringing) return t("maps.bringing");
    if (this.problem)
      return [this.problem.message, this.problem.expected, this.problem.hint].filter(Boolean).join(" · ");
    const { estimate } = this;
    if (!estimate || estimate.points === null) return "";
    const n = count(estimate.points);
    return estimate.seconds === null
      ? t("maps.estimateNone", { n })
      : t("maps.estimate", { n, time: inWords(estimate.seconds) });
  }

  private fields() {
    switch (this.source) {
      case "prompts":
        return [this.lines(), this.text("seeds", t("maps.seeds"), "0, 1, 2")];
      case "template":
        return [
          this.text("template", t("maps.template"), t("maps.templateHint")),
          this.text("seeds", t("maps.seeds"), "0, 1, 2"),
        ];
      case "words":
        return this.lines();
      case "history":
        return html`<label class="tick"
          ><input type="checkbox" @change=${(event: Event) => this.set("starred", (event.target as HTMLInputElement).checked ? "yes" : "")} />
          ${t("maps.starred")}</label
        >`;
      case "sweep":
        return this.text("sweep", t("maps.sweep"), "");
      case "upload":
        return html`<label>${t("maps.files")}
          <input
            type="file"
            multiple
            data-testid="files"
            accept=".png,.jpg,.jpeg,.webp,.zip,.csv,.parquet,.npy"
            @change=${(event: Event) => void this.bring((event.target as HTMLInputElement).files)}
          />
          ${this.brought ? html`<span>${t("maps.brought", { n: count(this.brought.rows) })}${this.brought.leftOut > 0 ? ` · ${t("maps.leftOut", { n: count(this.brought.leftOut) })}` : ""}</span>` : nothing}
        </label>`;
      case "training":
        return html`<p class="quiet">${t("maps.training")}</p>`;
    }
  }

  private lines() {
    return html`<label>${t("maps.lines")}
      <textarea
        data-testid="lines"
        .value=${this.values.lines ?? ""}
        @input=${(event: Event) => this.set("lines", (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>`;
  }

  private text(name: string, title: string, hint: string) {
    return html`<label>${title}
      <input
        data-testid=${name}
        placeholder=${hint}
        .value=${this.values[name] ?? ""}
        @input=${(event: Event) => this.set(name, (event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  private arrow(name: "right" | "up") {
    return html`<div class="field">${t(`maps.${name}`)}
      <div class="pair">${this.text(`${name}.from`, t("maps.from"), "cat")}${this.text(`${name}.to`, t("maps.to"), "dog")}</div>
    </div>`;
  }

  private choice<T extends string>(
    id: string,
    title: string,
    values: readonly T[],
    now: T,
    name: (one: T) => string,
    set: (one: T) => void,
  ) {
    return html`<label>${title}
      <select
        data-testid=${id}
        @change=${(event: Event) => {
          const one = values[(event.target as HTMLSelectElement).selectedIndex];
          if (one !== undefined) set(one);
          this.changed();
        }}
      >
        ${values.map((one) => html`<option .value=${one} ?selected=${one === now}>${name(one)}</option>`)}
      </select>
    </label>`;
  }

  private knob(knob: Knob) {
    const value = this.knobs[knob.name] ?? knob.home;
    if (knob.kind === "boolean")
      return html`<label class="tick"
        ><input type="checkbox" .checked=${value === true} @change=${(event: Event) => this.turn(knob, (event.target as HTMLInputElement).checked)} />
        ${knob.title}</label
      >`;
    return html`<label>${knob.title}
      <input
        type="number"
        data-testid="knob-${knob.name}"
        min=${knob.min}
        max=${knob.max}
        step=${knob.step}
        .value=${String(value)}
        @change=${(event: Event) => this.turn(knob, (event.target as HTMLInputElement).valueAsNumber)}
      />
    </label>`;
  }

  private turn(knob: Knob, value: number | boolean): void {
    if (typeof value === "number" && !Number.isFinite(value)) return;
    this.knobs = { ...this.knobs, [knob.name]: value };
    this.changed();
  }
}
