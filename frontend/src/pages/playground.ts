/** The playground: write an expression, see every part of it, and what it is near to. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as client from "@/api/client";
import type { Apart, Part, Used } from "@/api/expressions";
import * as api from "@/api/expressions";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard, RecipeInput } from "@/api/types";
import "@/controls/copy-call";
import "@/controls/expression-editor";
import type { ExpressionEditor } from "@/controls/expression-editor";
import "@/controls/expression-examples";
import "@/controls/expression-history";
import "@/controls/expression-parts";
import "@/controls/expression-result";
import { looks } from "@/controls/looks";
import "@/controls/near-list";
import "@/controls/notice";
import { playgroundLooks } from "@/controls/playground.looks";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { toUnits } from "@/state/characters";
import { onLanguage, Speaks, t } from "@/state/language";
import { models } from "@/state/models";
import { PartPictures } from "@/state/part-pictures";
import {
  type Example,
  type Mode,
  type PlaygroundState,
  readPlayground,
  writePlayground,
} from "@/state/playground-state";
import { rememberTried, type Tried, tried } from "@/state/tried-expressions";
import { Nearby } from "./playground/nearby";
import { said } from "./playground/said";
import { top } from "./playground/top";

const TYPING_MS = 140;
/** An expression that stood still for so long was tried. */
const TRIED_MS = 1500;

@customElement("playground-page")
export class PlaygroundPage extends LitElement {
  @state() private now: PlaygroundState = readPlayground(location.search);
  @state() private cards: readonly ModelCard[] = [];
  @state() private apart: Apart | null = null;
  /** What was written when it had these parts. */
  @state() private readSource = "";
  /** What is wrong with the expression, and what is wrong otherwise. */
  @state() private wrong: Problem | null = null;
  @state() private problem: Problem | null = null;
  @state() private drawn = 0;
  @state() private lit: readonly [number, number] | null = null;
  @state() private past = tried();
  @state() private used: readonly Used[] = [];
  @state() private kept = false;
  @query("rashin-expression-editor") private editor!: ExpressionEditor;
  private readonly pictures = new PartPictures(
    "play",
    () => {
      this.drawn += 1;
    },
    (problem) => {
      this.problem = problem;
    },
  );
  private readonly nearby = new Nearby(this, (problem) => {
    this.problem = problem;
  });
  private gone = new AbortController();
  private reading = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private triedTimer: ReturnType<typeof setTimeout> | undefined;

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
      onLanguage(() => this.follow()),
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
    if (patch.model) void this.recall();
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
      this.readSource = expression;
      this.wrong = this.problem = null;
      if (this.now.mode === "pictures") this.pictures.want(found.parts.flatMap((part) => part.shows));
      this.follow();
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

  private follow(): void {
    const { apart, card } = this;
    const { mode, seed } = this.now;
    if (apart && card) void this.nearby.follow({ apart, model: card.id, mode, seed });
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
          ${top(now, this.cards, this.card, (patch, pause) => this.change(patch, pause))}
          <div>
            <rashin-expression-editor
              .value=${now.expression}
              model=${this.card?.id ?? ""}
              .problem=${this.wrong}
              .lit=${this.lit}
              @expression=${(event: CustomEvent<string>) => this.change({ expression: event.detail }, TYPING_MS)}
              @meant=${() => void this.keep()}
            ></rashin-expression-editor>
            ${said(this.wrong, now.expression, now.mode, (mended) => this.use(mended))}
          </div>
        </div>
        ${this.parts(words)}
        <rashin-expression-examples
          class="examples"
          @use=${(event: CustomEvent<Example>) => this.use(event.detail.expression, event.detail.mode)}
        ></rashin-expression-examples>
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
        <rashin-expression-history
          class="card history"
          .used=${this.used}
          .tried=${this.past}
          @use=${(event: CustomEvent<Tried>) => this.use(event.detail.expression, event.detail.mode)}
        ></rashin-expression-history>
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
            source=${this.readSource}
            .pictures=${this.pictures}
            .near=${words ? this.nearby.parts : null}
            .drawn=${this.drawn}
            @look=${(event: CustomEvent<Part | null>) => this.look(event.detail)}
            @part=${(event: CustomEvent<string>) => this.use(event.detail)}
          ></rashin-expression-parts>`
          : html`<p class="quiet">${t("playground.noParts")}</p>`
      }
    </section>`;
  }

  private result() {
    const { near } = this.nearby;
    const n = near?.items[0]?.n ?? null;
    return html`<rashin-expression-result
      class="card ${this.wrong ? "stale" : ""}"
      data-testid="result"
      .apart=${this.apart}
      .card=${this.card}
      .pictures=${this.pictures}
      .drawn=${this.drawn}
      .place=${near && n !== null ? { map: near.among, n } : null}
      ?wrong=${this.wrong !== null}
      ?kept=${this.kept}
      @keep=${() => void this.keep()}
    ></rashin-expression-result>`;
  }

  private nearBy() {
    const { now, card } = this;
    const call =
      now.mode === "words" && card && this.apart
        ? {
            path: "/api/v1/expressions/nearest",
            body: { expression: this.apart.expression, model: card.id, among: "words", k: 12 },
          }
        : null;
    return html`<rashin-near-list
        class=${this.wrong ? "stale" : ""}
        .near=${this.nearby.near}
        .map=${this.nearby.map}
        ?waiting=${this.nearby.waiting}
      ></rashin-near-list>
      ${call ? html`<rashin-copy-call class="under" .call=${call}></rashin-copy-call>` : nothing}`;
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
