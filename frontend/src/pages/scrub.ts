/** The step scrubber: a picture at each step of its making, beside what it would be without guidance. */

import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, state } from "lit/decorators.js";
import { asProblem, type Problem } from "@/api/problem";
import { type Scrub, type ScrubStep, scrub } from "@/api/scrubs";
import type { ModelCard, RecipeInput } from "@/api/types";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { Speaks, t } from "@/state/language";
import { models } from "@/state/models";
import { studioAddress } from "@/state/studio-state";

const PLAY_MS = 450;
const SIDE = 160;

@customElement("scrub-page")
export class ScrubPage extends LitElement {
  @state() private scrub: Scrub | null = null;
  @state() private models: readonly ModelCard[] = [];
  @state() private at = 0;
  @state() private problem: Problem | null = null;
  @state() private playing = false;
  private gone = new AbortController();
  private timer = 0;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        align-content: start;
        justify-items: center;
        gap: 16px;
        padding: 24px 20px;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(240px, 380px));
        gap: 20px;
        justify-content: center;
        width: 100%;
      }
      figure {
        margin: 0;
      }
      figure img,
      .blank {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        border-radius: var(--radius);
        background: #fff;
        box-shadow: var(--shadow);
      }
      figcaption {
        margin-top: 8px;
        font-size: 0.86rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      .bar {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 12px;
        align-items: center;
        width: min(780px, 100%);
      }
      input[type="range"] {
        width: 100%;
        min-height: 40px;
        accent-color: var(--accent);
      }
      .film {
        display: flex;
        gap: 6px;
        overflow-x: auto;
        max-width: min(780px, 100%);
        padding: 3px;
      }
      .film button {
        padding: 0;
        width: 64px;
        height: 64px;
        flex: none;
        overflow: hidden;
        background: #fff;
      }
      .film button[aria-current="true"] {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }
      .film img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 24px;
        align-items: flex-start;
        justify-content: center;
      }
      .facts svg {
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .path {
        fill: none;
        stroke: var(--soft);
        stroke-width: 1.5;
      }
      .dot {
        fill: var(--soft);
      }
      .here {
        fill: var(--accent);
      }
      .column {
        fill: var(--line);
      }
      .column.now {
        fill: var(--accent);
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
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gone.abort();
    clearInterval(this.timer);
  }

  private async begin(): Promise<void> {
    const search = new URLSearchParams(location.search);
    try {
      const asked = JSON.parse(
        search.get("recipe") ?? '{"model":"emoji-vector","prompt":"smiling cat","seed":7}',
      ) as RecipeInput;
      this.scrub = await scrub(asked, this.gone.signal);
      const last = this.scrub.steps.length - 1;
      const said = search.get("at");
      this.at = Math.max(0, Math.min(last, said === null ? last : Number(said) || 0));
      this.models = await models(this.gone.signal);
    } catch (error) {
      if (!this.gone.signal.aborted) this.problem = asProblem(error);
    }
  }

  private go(at: number): void {
    const last = (this.scrub?.steps.length ?? 1) - 1;
    this.at = Math.max(0, Math.min(last, at));
    const search = new URLSearchParams(location.search);
    search.set("at", String(this.at));
    replaceQuery(search.toString());
  }

  private play(): void {
    clearInterval(this.timer);
    this.playing = !this.playing;
    if (!this.playing) return;
    const last = (this.scrub?.steps.length ?? 1) - 1;
    if (this.at >= last) this.go(0);
    this.timer = window.setInterval(() => {
      if (this.at >= last) this.play();
      else this.go(this.at + 1);
    }, PLAY_MS);
  }

  override render() {
    const { scrub: found, problem } = this;
    if (problem) return html`<rashin-notice .problem=${problem}></rashin-notice>`;
    if (!found) return html`<p class="quiet" role="status">${t("common.loading")}…</p>`;
    const now = found.steps[this.at];
    if (!now) return nothing;
    const plain = now.kind === "denoise" ? found.plain.find((one) => one.step === now.step) : undefined;
    const card = this.models.find((one) => one.id === found.recipe?.model);
    return html`<div class="pair">
        ${this.figure(now, this.words(now), "scrub-picture")}
        ${plain ? this.figure(plain, t("scrub.plain"), "scrub-plain") : nothing}
      </div>
      <div class="bar">
        <button class="icon" data-testid="scrub-play" aria-pressed=${this.playing} aria-label=${t("scrub.play")} @click=${() => this.play()}>
          ${icon("play")}
        </button>
        <input
          type="range"
          data-testid="scrub-slider"
          aria-label=${t("scrub.slider")}
          aria-valuetext=${this.words(now)}
          min="0"
          max=${found.steps.length - 1}
          .value=${String(this.at)}
          @input=${(event: Event) => this.go(Number((event.target as HTMLInputElement).value))}
        />
        <span class="quiet">${this.at + 1} / ${found.steps.length}</span>
      </div>
      <div class="film" role="group" aria-label=${t("scrub.film")}>
        ${found.steps.map(
          (one, index) =>
            html`<button aria-current=${index === this.at} aria-label=${this.words(one)} @click=${() => this.go(index)}>
              ${one.image ? html`<img src=${one.image.url} alt="" />` : nothing}
            </button>`,
        )}
      </div>
      <div class="facts">${this.chart(found)}${this.trail(found)}</div>
      ${
        card && found.recipe
          ? html`<a class="button" href=${studioAddress(found.recipe, card)}>${t("sweeps.open")}</a>`
          : nothing
      }`;
  }

  private words(one: ScrubStep): string {
    const key = one.kind === "noise" ? "scrub.noising" : "scrub.step";
    return t(key, { step: one.step, steps: one.steps });
  }

  private figure(one: ScrubStep, words: string, name: string) {
    return html`<figure data-testid=${name}>
      ${one.image ? html`<img src=${one.image.url} alt=${words} />` : html`<div class="blank"></div>`}
      <figcaption>${words}</figcaption>
    </figure>`;
  }

  /** How much guidance changed each step. */
  private chart(found: Scrub) {
    if (found.change.length === 0) return nothing;
    const most = Math.max(...found.change, 1e-6);
    const wide = SIDE / found.change.length;
    const current = found.steps[this.at]?.step;
    return html`<figure data-testid="scrub-change">
      <svg width=${SIDE} height=${SIDE} role="img" aria-label=${t("scrub.change")}>
        ${found.change.map((one, index) => {
          const tall = (SIDE - 16) * (one / most);
          return svg`<rect class=${index + 1 === current ? "column now" : "column"} x=${index * wide + 3} y=${SIDE - 8 - tall} width=${Math.max(1, wide - 6)} height=${tall} rx="3"></rect>`;
        })}
      </svg>
      <figcaption>${t("scrub.change")}</figcaption>
    </figure>`;
  }

  /** The dot walking on the map, drawn to the size of its own way. */
  private trail(found: Scrub) {
    const places = found.steps.flatMap((one, index) => (one.xy ? [{ index, xy: one.xy }] : []));
    if (places.length < 2) return nothing;
    const xs = places.map((one) => one.xy[0]);
    const ys = places.map((one) => one.xy[1]);
    const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 1e-6);
    const put = ([x, y]: readonly [number, number]): readonly [number, number] => [
      16 + ((x - Math.min(...xs)) / span) * (SIDE - 32),
      SIDE - 16 - ((y - Math.min(...ys)) / span) * (SIDE - 32),
    ];
    const drawn = places.map((one) => ({ index: one.index, at: put(one.xy) }));
    return html`<figure data-testid="scrub-trail">
      <svg width=${SIDE} height=${SIDE} role="img" aria-label=${t("scrub.trail")}>
        <polyline class="path" points=${drawn.map((one) => one.at.join()).join(" ")}></polyline>
        ${drawn.map(
          (one) =>
            svg`<circle class=${one.index === this.at ? "here" : "dot"} cx=${one.at[0]} cy=${one.at[1]} r=${one.index === this.at ? 7 : 3}></circle>`,
        )}
      </svg>
      <figcaption>${t("scrub.trail")}</figcaption>
    </figure>`;
  }
}

export const page: Page = {
  path: "/scrub",
  title: "nav.scrub",
  order: 90,
  mount(root) {
    const element = document.createElement("scrub-page");
    root.append(element);
    return () => element.remove();
  },
};
