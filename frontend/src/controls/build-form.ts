/** The form of a new map: from what, compared by what, flattened how; says what it will cost. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import {
  type Brought,
  type BuiltMap,
  type Estimate,
  estimateMap,
  type MapField,
  type Projector,
} from "@/api/building";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard } from "@/api/types";
import { replaceQuery } from "@/state/address";
import { count, Speaks, say, t } from "@/state/language";
import { endOf, seedsOf, slug } from "@/state/map-wish";
import { ENDS } from "./build-axes";
import "./build-axes";
import "./build-knobs";
import "./build-source";
import { buildField } from "./build-field";
import { buildFormLooks } from "./build-form.looks";
import { looks } from "./looks";

export const SOURCES = ["prompts", "template", "words", "history", "sweep", "upload", "training"] as const;
const SPACES = ["judge", "prompt", "sentence", "latent", "noise", "bottleneck"] as const;
type Source = (typeof SOURCES)[number];
type Space = (typeof SPACES)[number];
const SEEN: readonly string[] = ["judge", "latent"];
const PAUSE_MS = 350;

/** Spaces in which a point is known before its picture is drawn. */
const UNSEEN: readonly string[] = ["prompt", "noise"];

export const inWords = (seconds: number): string =>
  seconds < 90
    ? t("maps.seconds", { n: count(Math.max(1, Math.round(seconds))) })
    : t("maps.minutes", { n: count(Math.round(seconds / 60)) });

@customElement("rashin-build-form")
export class BuildForm extends LitElement {
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property({ attribute: false }) projectors: readonly Projector[] = [];
  /** In which spaces each model can be mapped, by its id. */
  @property({ attribute: false }) spacesOf: Readonly<Record<string, readonly string[]>> = {};
  /** The maps that there are: their names are taken, and a new one can look like one of them. */
  @property({ attribute: false }) maps: readonly BuiltMap[] = [];
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
  /** The fields that were told last, so that nothing jumps while it is asked again. */
  private known: readonly MapField[] = [];
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
    this.model = asked.get("model") ?? "emoji-vector";
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
    if (this.isTable) return [];
    const known = this.spacesOf[this.model] ?? ["judge"];
    if (this.source === "upload") return SPACES.filter((one) => known.includes(one) && SEEN.includes(one));
    const found = SPACES.filter((one) => known.includes(one));
    // Words alone need no pictures, so that comes first.
    return this.source === "words" && known.includes("sentence")
      ? ["sentence", ...found.filter((one) => one !== "sentence")]
      : found;
  }

  private get isTable(): boolean {
    return this.source === "upload" && this.brought?.kind === "table";
  }

  private get shown(): Space | undefined {
    return this.spaces.includes(this.space) ? this.space : this.spaces[0];
  }

  private get columns(): readonly MapField[] {
    return (this.isTable ? this.brought?.fields : this.estimate?.fields) ?? this.known;
  }

  /** The body of POST /maps; null while something is missing. */
  private wish(): Record<string, unknown> | null {
    const source = this.sourceValue();
    const title = (this.values.title ?? "").trim();
    const id = slug(
      title,
      this.maps.map((map) => map.id),
    );
    const { shown, chosen } = this;
    if (!source || !chosen || id === "") return null;
    const end = (name: string) => endOf(this.values[name] ?? "", this.isTable);
    const arrow = (name: string) => ({ from: end(`${name}.from`), to: end(`${name}.to`) });
    if (chosen.axes && ENDS.some((name) => end(name) === null)) return null;
    const { supervise, aligned } = this.values;
    const unseen = shown !== undefined && UNSEEN.includes(shown) && this.source !== "upload";
    return {
      id,
      title,
      model: this.model,
      source,
      projector: chosen.id,
      knobs: this.knobs,
      ...(shown && { space: shown }),
      ...(chosen.axes && { axes: { right: arrow("right"), up: arrow("up") } }),
      ...(chosen.supervised && supervise && { supervise }),
      ...(!chosen.axes && aligned && { aligned }),
      ...(unseen && this.values.bare === "yes" && { pictures: false }),
    };
  }

  private sourceValue(): Record<string, unknown> | null {
    const lines = (this.values.lines ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const seeds = seedsOf(this.values.seeds ?? "0");
    if (seeds.length === 0 && ["prompts", "template"].includes(this.source)) return null;
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
    const told = { source: this.source, space: this.space, projector: this.projector, model: this.model };
    replaceQuery(new URLSearchParams(told).toString());
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
      if (signal.aborted) return;
      this.estimate = told;
      this.known = told.fields;
    } catch (error) {
      if (!signal.aborted) this.problem = asProblem(error);
    }
  }

  private set(name: string, value: string): void {
    this.values[name] = value;
    this.changed();
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
          this.known = [];
          this.values.supervise = "";
        },
      )}
      <rashin-build-source
        .source=${this.source}
        .values=${{ ...this.values }}
        .brought=${this.brought}
        @value=${(event: CustomEvent<{ name: string; value: string }>) => this.set(event.detail.name, event.detail.value)}
        @bringing=${(event: CustomEvent<boolean>) => {
          this.bringing = event.detail;
          this.problem = null;
        }}
        @brought=${(event: CustomEvent<Brought>) => {
          this.brought = event.detail;
          this.changed();
        }}
        @fail=${(event: CustomEvent<Problem>) => {
          this.problem = event.detail;
        }}
      ></rashin-build-source>
      ${
        this.isTable
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
              this.shown ?? "judge",
              (one) => t(`maps.space.${one}`),
              (one) => {
                this.space = one;
              },
            )
          : nothing
      }
      ${
        this.shown && UNSEEN.includes(this.shown) && this.source !== "upload"
          ? html`<label class="tick"
              ><input type="checkbox" data-testid="bare" @change=${(event: Event) => this.set("bare", (event.target as HTMLInputElement).checked ? "yes" : "")} />
              ${t("maps.bare")}</label
            >`
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
      ${
        chosen?.axes
          ? html`<rashin-build-axes
              model=${this.model}
              ?table=${this.isTable}
              .fields=${this.columns}
              .ends=${{ ...this.values }}
              @end=${(event: CustomEvent<{ name: string; value: string }>) => this.set(event.detail.name, event.detail.value)}
            ></rashin-build-axes>`
          : nothing
      }
      ${
        chosen?.supervised
          ? this.option(
              "supervise",
              t("maps.supervise"),
              t("maps.superviseNone"),
              this.columns.map((one) => [one.id, say(one.title)] as const),
            )
          : nothing
      }
      ${
        chosen && !chosen.axes && this.maps.length > 0
          ? this.option(
              "aligned",
              t("maps.aligned"),
              t("maps.alignedNone"),
              this.maps.map((one) => [one.id, say(one.title)] as const),
            )
          : nothing
      }
      <rashin-build-knobs
        .knobs=${chosen?.knobs ?? []}
        .values=${this.knobs}
        @turn=${(event: CustomEvent<Record<string, number | boolean>>) => {
          this.knobs = event.detail;
          this.changed();
        }}
      ></rashin-build-knobs>
      <p class="say ${this.problem ? "bad" : "quiet"}" role="status" data-testid="estimate">${this.told()}</p>
      <button class="primary" data-testid="build" ?disabled=${this.busy || this.bringing || !this.wish() || this.problem !== null || this.wrongSize}>
        ${t("maps.do")}
      </button>
    </form>`;
  }

  private get wrongSize(): boolean {
    const { estimate } = this;
    return (
      !!estimate &&
      estimate.points !== null &&
      (estimate.points < estimate.least || estimate.points > estimate.most)
    );
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
    if ((this.values.title ?? "").trim() === "") return t("maps.nameless");
    if (!estimate || estimate.points === null) return "";
    const n = count(estimate.points);
    if (this.wrongSize)
      return t("maps.wrongSize", { n, least: count(estimate.least), most: count(estimate.most) });
    return estimate.seconds === null
      ? t("maps.estimateNone", { n })
      : t("maps.estimate", { n, time: inWords(estimate.seconds) });
  }

  private text(name: string, title: string, hint: string) {
    return buildField(name, title, hint, this.values[name], (value) => this.set(name, value));
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

  /** A choice that may be left open. */
  private option(name: string, title: string, none: string, values: readonly (readonly [string, string])[]) {
    const now = this.values[name] ?? "";
    return html`<label>${title}
      <select data-testid=${name} @change=${(event: Event) => this.set(name, (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${now === ""}>${none}</option>
        ${values.map(([value, said]) => html`<option value=${value} ?selected=${value === now}>${said}</option>`)}
      </select>
    </label>`;
  }
}
