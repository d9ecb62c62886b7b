/** The playground: write an expression, see every part of it, and what it is near to. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as client from "@/api/client";
import type { Apart, Near, NearItem, Part, Used } from "@/api/expressions";
import * as api from "@/api/expressions";
import { asProblem, type Problem } from "@/api/problem";
import type { MapCard, ModelCard, RecipeInput } from "@/api/types";
import "@/controls/copy-call";
import "@/controls/expression-editor";
import type { ExpressionEditor } from "@/controls/expression-editor";
import "@/controls/expression-parts";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import "@/controls/near-list";
import "@/controls/notice";
import "@/controls/picture";
import type { Picture } from "@/controls/picture";
import { playgroundLooks } from "@/controls/playground.looks";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { toUnits } from "@/state/characters";
import { freshSeed } from "@/state/knobs";
import { language, onLanguage, Speaks, say, t } from "@/state/language";
import { models } from "@/state/models";
import { PartPictures } from "@/state/part-pictures";
import {
  EXAMPLES,
  inShort,
  type Mode,
  type PlaygroundState,
  readPlayground,
  writePlayground,
} from "@/state/playground-state";
import { studioAddress } from "@/state/studio-state";
import { rememberTried, tried } from "@/state/tried-expressions";

const TYPING_MS = 140;
/** An expression that stood still for so long was tried. */
const TRIED_MS = 1500;
const NEAR = 12;
const NEAR_PART = 3;

@customElement("playground-page")
export class PlaygroundPage extends LitElement {
  @state() private now: PlaygroundState = readPlayground(location.search);
  @state() private cards: readonly ModelCard[] = [];
  @state() private apart: Apart | null = null;
  @state() private near: Near | null = null;
  @state() private nearParts: ReadonlyMap<string, readonly NearItem[]> = new Map();
  @state() private map: MapCard | null = null;
  /** What is wrong with the expression, and what is wrong otherwise. */
  @state() private wrong: Problem | null = null;
  @state() private problem: Problem | null = null;
  @state() private searching = false;
  @state() private drawn = 0;
  @state() private lit: readonly [number, number] | null = null;
  @state() private past = tried();
  @state() private used: readonly Used[] = [];
  @state() private kept = false;
  @query("rashin-picture") private picture!: Picture | null;
  @query("rashin-expression-editor") private editor!: ExpressionEditor;
  private readonly pictures = new PartPictures(
    "play",
    () => this.came(),
    (problem) => {
      this.problem = problem;
    },
  );
  private gone = new AbortController();
  private reading = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private triedTimer: ReturnType<typeof setTimeout> | undefined;
  private shownBlob: Blob | null = null;

  static override styles = [looks, playgroundLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.gone = new AbortController();
    const { signal } = this.gone;
    this.pictures.open();
    window.addEventListener("popstate", () => this.reread(), { signal });
    signal.addEventListener(
      "abort",
      onLanguage(() => void this.search(this.apart)),
    );
    void this.begin(signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gone.abort();
    this.reading.abort();
    clearTimeout(this.timer);
    clearTimeout(this.triedTimer);
    this.pictures.close();
  }

  private async begin(signal: AbortSignal): Promise<void> {
    this.cards = await models(signal);
    if (signal.aborted) return;
    void this.read();
    void this.recall();
  }

  private get card(): ModelCard | null {
    return this.cards.find((one) => one.id === this.now.model) ?? this.cards[0] ?? null;
  }

  private reread(): void {
    this.now = readPlayground(location.search);
    void this.read();
  }

  private change(patch: Partial<PlaygroundState>, pause = 0): void {
    this.now = { ...this.now, ...patch };
    this.kept = false;
    replaceQuery(writePlayground(this.now));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), pause);
  }

  /** Ask what the expression is made of; what was there before stays until the answer comes. */
  private async read(): Promise<void> {
    const { card } = this;
    if (!card) return;
    clearTimeout(this.triedTimer);
    this.reading.abort();
    this.reading = new AbortController();
    const { signal } = this.reading;
    const { expression, seed } = this.now;
    if (expression.trim() === "") {
      this.wrong = null;
      return;
    }
    try {
      const found = await api.parts({ expression, model: card.id, recipe: { seed } }, signal);
      this.apart = found;
      this.wrong = this.problem = null;
      if (this.now.mode === "pictures") this.pictures.want(found.parts.flatMap((part) => part.shows));
      this.came();
      void this.search(found);
      this.triedTimer = setTimeout(() => {
        this.past = rememberTried({ expression, mode: this.now.mode });
      }, TRIED_MS);
    } catch (error) {
      if (signal.aborted) return;
      const problem = asProblem(error);
      if (problem.position === null) this.problem = problem;
      else this.wrong = problem;
    }
  }

  /** A picture has come: show it where it belongs. */
  private came(): void {
    this.drawn += 1;
    const whole = this.apart?.parts[0];
    const recipe = whole?.kind === "point" ? whole.shows[0] : undefined;
    const blob = recipe ? this.pictures.of(recipe) : null;
    if (blob && blob !== this.shownBlob && this.picture) {
      this.shownBlob = blob;
      void this.picture.show(blob);
    }
  }

  private async search(found: Apart | null): Promise<void> {
    const { card } = this;
    const { signal } = this.reading;
    if (!found || !card) return;
    const { mode, seed } = this.now;
    const recipe = { seed };
    // A direction has no picture; the words at its end say where it leads.
    const among = mode === "words" || found.kind === "direction" ? "words" : "pictures";
    const spoken = among === "words" ? { language: language() } : {};
    const ask = (expression: string, k: number) =>
      api.nearest({ expression, model: card.id, among, k, recipe, ...spoken }, signal);
    this.searching = true;
    try {
      const near = await ask(found.expression, NEAR);
      this.near = near;
      if (mode === "words") await this.searchParts(found.parts, ask, signal);
      else if (among !== "words" && this.map?.id !== near.among) this.map = await client.map(near.among);
    } catch (error) {
      if (!signal.aborted) this.problem = asProblem(error);
    } finally {
      if (!signal.aborted) this.searching = false;
    }
  }

  private async searchParts(
    parts: readonly Part[],
    ask: (expression: string, k: number) => Promise<Near>,
    signal: AbortSignal,
  ): Promise<void> {
    const known = new Map<string, readonly NearItem[]>();
    this.nearParts = known;
    for (const part of parts.slice(1)) {
      if (known.has(part.expression)) continue;
      known.set(part.expression, (await ask(part.expression, NEAR_PART)).items);
      if (signal.aborted) return;
      this.nearParts = new Map(known);
    }
  }

  private async recall(): Promise<void> {
    const { card } = this;
    if (card) this.used = await api.lately(card.id).catch(() => this.used);
  }

  private async keep(): Promise<void> {
    const recipe = this.apart?.recipe;
    if (!recipe || this.wrong || this.now.mode === "words") return;
    try {
      await client.postRender(recipe as RecipeInput, { signal: this.gone.signal });
      this.kept = true;
      await this.recall();
    } catch (error) {
      if (!this.gone.signal.aborted) this.problem = asProblem(error);
    }
  }

  private look(part: Part | null): void {
    const { expression } = this.now;
    this.lit = part && [toUnits(expression, part.start), toUnits(expression, part.end)];
  }

  private use(expression: string, mode: Mode = this.now.mode): void {
    this.change({ expression, mode });
    this.lit = null;
    this.editor.focus();
  }

  override render() {
    const { now, problem } = this;
    const words = now.mode === "words";
    return html`<div class="column">
        <div class="write">
          ${this.top()}
          <div>
            <rashin-expression-editor
              .value=${now.expression}
              model=${this.card?.id ?? ""}
              .problem=${this.wrong}
              .lit=${this.lit}
              @expression=${(event: CustomEvent<string>) => this.change({ expression: event.detail }, TYPING_MS)}
              @meant=${() => void this.keep()}
            ></rashin-expression-editor>
            ${this.said()}
          </div>
        </div>
        ${this.parts(words)}
        <div class="examples">${this.examples()}</div>
      </div>
      <div class="column">
        ${
          problem
            ? html`<rashin-notice
              .problem=${problem}
              retry
              @retry=${() => void this.read()}
              @dismiss=${() => {
                this.problem = null;
              }}
            ></rashin-notice>`
            : nothing
        }
        ${words ? nothing : this.result()}
        <section class="card near">${this.nearBy()}</section>
        ${this.history()}
      </div>`;
  }

  private parts(words: boolean) {
    const found = this.apart?.parts ?? [];
    return html`<section class="parts" aria-labelledby="parts">
      <div class="title"><h2 id="parts">${t("playground.parts")}</h2></div>
      ${
        found.length > 1 || !this.apart
          ? html`<rashin-expression-parts
            class=${this.wrong ? "stale" : ""}
            .parts=${found}
            .pictures=${this.pictures}
            .near=${words ? this.nearParts : null}
            .drawn=${this.drawn}
            @look=${(event: CustomEvent<Part | null>) => this.look(event.detail)}
            @part=${(event: CustomEvent<Part>) => this.use(event.detail.expression)}
          ></rashin-expression-parts>`
          : html`<p class="quiet">${t("playground.noParts")}</p>`
      }
    </section>`;
  }

  private top() {
    const { now, card } = this;
    const mode = (value: Mode) =>
      html`<button
        data-testid="mode-${value}"
        aria-pressed=${now.mode === value}
        @click=${() => this.change({ mode: value })}
      >
        ${t(`playground.${value}`)}
      </button>`;
    return html`<div class="top">
      <div class="modes" role="group" aria-label=${t("playground.mode")}>${mode("pictures")}${mode("words")}</div>
      ${
        this.cards.length > 1
          ? html`<label class="model"
            ><span>${t("playground.model")}</span>
            <select
              data-testid="model"
              @change=${(event: Event) => {
                this.change({ model: (event.target as HTMLSelectElement).value });
                void this.recall();
              }}
            >
              ${this.cards.map((one) => html`<option value=${one.id} .selected=${one.id === card?.id}>${say(one.title)}</option>`)}
            </select></label
          >`
          : nothing
      }
      ${
        now.mode === "pictures"
          ? html`<div class="seed">
            <label
              ><span>${t("playground.seed")}</span>
              <input
                type="number"
                min="0"
                data-testid="seed"
                .value=${String(now.seed)}
                @input=${(event: Event) => {
                  const seed = (event.target as HTMLInputElement).valueAsNumber;
                  if (Number.isSafeInteger(seed) && seed >= 0) this.change({ seed }, TYPING_MS);
                }}
            /></label>
            <button
              class="icon"
              data-testid="roll"
              aria-label=${t("playground.roll")}
              title=${t("playground.roll")}
              @click=${() => this.change({ seed: freshSeed() })}
            >
              ${icon("dice")}
            </button>
          </div>`
          : nothing
      }
    </div>`;
  }

  private said() {
    const { wrong } = this;
    if (!wrong) {
      const keys = this.now.mode === "words" ? "playground.keysWords" : "playground.keys";
      return html`<p id="problem" class="said quiet"><span class="keys">${t(keys)}</span></p>`;
    }
    const better = /^did you mean (.+)\?$/.exec(wrong.hint)?.[1];
    return html`<p id="problem" class="said" role="alert" data-testid="wrong">
      <b>${wrong.message}</b>
      ${
        better && better.length < 200
          ? html`<span class="quiet"
              >${t("playground.better")}
              <button data-testid="better" @click=${() => this.mend(better)}>${better}</button></span
            >`
          : html`<span class="quiet"
              >${wrong.hint !== "" ? wrong.hint : wrong.expected !== "" ? t("playground.expected", { what: wrong.expected }) : ""}</span
            >`
      }
    </p>`;
  }

  /** Take the server's suggestion: it stands for the sum, or for the name, at the mistake. */
  private mend(better: string): void {
    const { expression } = this.now;
    const name = /^mean\((@.+)\)$/.exec(better)?.[1];
    this.use(name ? expression.replace(name, better) : better);
  }

  private examples() {
    return html`<div class="chips" role="group" aria-label=${t("playground.examples")}>
      <h2>${t("playground.examples")}</h2>
      ${EXAMPLES.map(
        (one) =>
          html`<button data-testid="example" @click=${() => this.use(one.expression, one.mode)}>
            ${icon(one.mode === "words" ? "pen" : "image")}<span>${inShort(one.expression)}</span>
          </button>`,
      )}
    </div>`;
  }

  private result() {
    const whole = this.apart?.parts[0];
    const direction = whole?.kind === "direction";
    const recipe = this.apart?.recipe ?? null;
    const { card } = this;
    const nearest = this.near?.items[0]?.n ?? null;
    const [before, after] = (direction ? whole.shows : []).map((one) => this.pictures.of(one));
    return html`<section class="card shown ${this.wrong ? "stale" : ""}" data-testid="result">
      <rashin-picture ?hidden=${direction} .label=${this.apart?.expression ?? ""}></rashin-picture>
      ${
        direction
          ? html`<div class="pair">
              <rashin-blob-picture .picture=${before} label=${t("playground.before", { part: whole.expression })}></rashin-blob-picture>
              <span aria-hidden="true">→</span>
              <rashin-blob-picture .picture=${after} label=${t("playground.after", { part: whole.expression })}></rashin-blob-picture>
            </div>
            <p class="quiet">${t("playground.resultDirection")}</p>`
          : nothing
      }
      <div class="acts">
        <button class="primary" data-testid="keep" ?disabled=${!recipe || this.wrong !== null} @click=${() => void this.keep()}>
          ${icon(this.kept ? "check" : "star")}${t(this.kept ? "playground.kept" : "playground.keep")}
        </button>
        ${
          recipe && card
            ? html`<a class="button" data-testid="studio" href=${studioAddress(recipe, card)}>${icon("brush")}${t("playground.studio")}</a>`
            : nothing
        }
        ${
          this.near && nearest !== null
            ? html`<a class="button" data-testid="on-map" href="/?map=${this.near.among}&n=${nearest}">${icon("chart")}${t("playground.onMap")}</a>`
            : nothing
        }
        <rashin-copy-call
          .call=${recipe ? { path: "/api/v1/renders", body: { recipe } } : null}
        ></rashin-copy-call>
        <span class="off" role="status">${this.kept ? t("playground.kept") : ""}</span>
      </div>
    </section>`;
  }

  private nearBy() {
    const { now, card } = this;
    const call =
      now.mode === "words" && card && this.apart
        ? {
            path: "/api/v1/expressions/nearest",
            body: { expression: this.apart.expression, model: card.id, among: "words", k: NEAR },
          }
        : null;
    return html`<rashin-near-list
        class=${this.wrong ? "stale" : ""}
        .near=${this.near}
        .map=${this.map}
        ?waiting=${this.searching}
      ></rashin-near-list>
      ${call ? html`<rashin-copy-call class="under" .call=${call}></rashin-copy-call>` : nothing}`;
  }

  private history() {
    const kept = new Map(this.used.map((one) => [one.expression, one.image]));
    const plain = this.past.filter((one) => !kept.has(one.expression));
    const rows = [
      ...this.used.map((one) => ({ expression: one.expression, image: one.image, mode: "pictures" as Mode })),
      ...plain.map((one) => ({ ...one, image: null })),
    ];
    return html`<section class="card history" aria-labelledby="past">
      <div class="title"><h2 id="past">${t("playground.history")}</h2></div>
      ${
        rows.length === 0
          ? html`<p class="quiet">${t("playground.noHistory")}</p>`
          : html`<ul class="past" data-testid="past">
            ${rows.map(
              (row) =>
                html`<li>
                  <button @click=${() => this.use(row.expression, row.mode)}>
                    ${
                      row.image
                        ? html`<img src=${row.image} alt="" loading="lazy" />`
                        : html`<i>${icon(row.mode === "words" ? "pen" : "image")}</i>`
                    }
                    <code>${row.expression}</code>
                  </button>
                </li>`,
            )}
          </ul>`
      }
    </section>`;
  }
}

export const page: Page = {
  path: "/playground",
  title: "nav.playground",
  order: 4,
  icon: "spark",
  rereads: true,
  mount(root) {
    const element = document.createElement("playground-page");
    root.append(element);
    return () => element.remove();
  },
};
