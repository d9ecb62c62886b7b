/** Where a direction to colour by is said: by hand, from a list, or turned round; with pictures of both ends. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { AtlasMap, Group } from "@/api/maps";
import type { Problem } from "@/api/problem";
import type { DirectionCard } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";
import "./thumb";

export interface EndShown {
  readonly title: string;
  readonly colour: string;
  readonly points: readonly number[];
}

const SHOWN = 5;

@customElement("rashin-map-along")
export class MapAlong extends LitElement {
  @property({ attribute: false }) map: AtlasMap | null = null;
  @property() said = "";
  /** The low end first; none while nothing is measured. */
  @property({ attribute: false }) ends: readonly EndShown[] = [];
  @property({ attribute: false }) problem: Problem | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) directions: readonly DirectionCard[] = [];
  @property({ attribute: false }) groups: readonly Group[] = [];
  @query("input") private input!: HTMLInputElement;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        padding: 0 6px 8px;
      }
      form {
        display: flex;
        gap: 4px;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 36px;
        padding: 0 9px;
        border: 1px solid var(--line);
        border-radius: 9px;
        background: var(--sunken);
        font: 0.82rem/1.3 ui-monospace, monospace;
      }
      input[aria-invalid="true"] {
        border-color: var(--bad, #c3392b);
      }
      button.icon {
        min-width: 36px;
        min-height: 36px;
      }
      select {
        width: 100%;
        min-height: 34px;
        margin-top: 5px;
        border: 0;
        border-radius: 9px;
        background: var(--sunken);
        font-size: 0.82rem;
        padding: 0 6px;
      }
      p {
        margin: 5px 2px 0;
        font-size: 0.78rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .end {
        display: grid;
        grid-template-columns: 10px minmax(0, 1fr) auto;
        align-items: center;
        gap: 7px;
        margin-top: 6px;
        font-size: 0.82rem;
      }
      .end .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .end .dot {
        width: 10px;
        height: 10px;
      }
      .row {
        display: flex;
        gap: 3px;
      }
      .row button {
        width: 28px;
        min-width: 0;
        min-height: 28px;
        padding: 0;
        border: 0;
        background: none;
        border-radius: 22%;
      }
      .row rashin-thumb {
        width: 28px;
      }
      .busy {
        opacity: 0.55;
      }
      @media (pointer: coarse) {
        .row button,
        .row rashin-thumb {
          width: 34px;
        }
        .row button:last-child {
          display: none;
        }
        input,
        button.icon,
        select {
          min-height: 42px;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private aim(said: string): void {
    this.dispatchEvent(new CustomEvent("aim", { detail: said }));
  }

  private turned(): string {
    const two = /^dir\((.+), (.+)\)$/s.exec(this.said);
    if (two) return `dir(${two[2]}, ${two[1]})`;
    const back = /^-1 \* \((.*)\)$/s.exec(this.said);
    return back ? (back[1] ?? "") : `-1 * (${this.said})`;
  }

  /** Where the error stands, so that one can type on there. */
  protected override updated(changed: Map<string, unknown>): void {
    const at = this.problem?.position;
    if (changed.has("problem") && typeof at === "number" && this.renderRoot.querySelector("input:focus"))
      this.input.setSelectionRange(at, this.said.length);
  }

  private mistake() {
    const { problem } = this;
    if (!problem) return nothing;
    const place =
      typeof problem.position === "number" ? ` (${t("along.at", { n: problem.position + 1 })})` : "";
    const more = [problem.expected, problem.hint].filter(Boolean).join(". ");
    return html`<p role="alert" data-testid="along-mistake">${problem.message}${place}${more ? html`. ${more}` : nothing}</p>`;
  }

  private end(end: EndShown, side: "low" | "high") {
    return html`<div class="end" data-testid="end-${side}">
      <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill=${end.colour} /></svg>
      <span class="name" title=${end.title}>${end.title}</span>
      <span class="row">${end.points.slice(0, SHOWN).map(
        (n, at) =>
          html`<button
            data-n=${n}
            aria-label=${t("along.example", { end: end.title, n: at + 1 })}
            @click=${() => this.dispatchEvent(new CustomEvent("pick", { detail: n }))}
          ><rashin-thumb .map=${this.map} .n=${n}></rashin-thumb></button>`,
      )}</span>
    </div>`;
  }

  private ready() {
    const mine = this.groups.filter((group) => group.map === this.map?.name);
    if (this.directions.length + mine.length === 0) return nothing;
    return html`<select
      data-testid="along-ready"
      aria-label=${t("along.ready")}
      @change=${(event: Event) => {
        const list = event.target as HTMLSelectElement;
        this.aim(list.value);
        list.selectedIndex = 0;
      }}
    >
      <option value="" selected>${t("along.ready")} …</option>
      ${this.directions.map((one) => html`<option value='dir("${one.id}")'>${say(one.title)}</option>`)}
      ${
        mine.length > 0
          ? html`<optgroup label=${t("along.groups")}>
            ${mine.map((one) => html`<option value="mean(@${one.name})">@${one.name}</option>`)}
            ${mine.flatMap((from) =>
              mine
                .filter((to) => to !== from)
                .map(
                  (to) =>
                    html`<option value="dir(@${from.name}, @${to.name})">@${from.name} → @${to.name}</option>`,
                ),
            )}
          </optgroup>`
          : nothing
      }
    </select>`;
  }

  override render() {
    const [low, high] = this.ends;
    return html`<form
        @submit=${(event: Event) => {
          event.preventDefault();
          this.aim(this.input.value);
        }}
      >
        <input
          data-testid="along"
          aria-label=${t("along.box")}
          aria-invalid=${this.problem !== null}
          placeholder=${t("along.hint")}
          spellcheck="false"
          autocomplete="off"
          maxlength="20000"
          .value=${this.said}
          @change=${() => this.aim(this.input.value)}
          @keydown=${(event: KeyboardEvent) => event.stopPropagation()}
        />
        ${
          this.said !== "" && !this.said.startsWith("#")
            ? html`<button type="button" class="icon bare" data-testid="along-turn" aria-label=${t("along.turn")} title=${t("along.turn")} @click=${() => this.aim(this.turned())}>${icon("between")}</button>`
            : nothing
        }
      </form>
      ${this.ready()}
      ${this.mistake()}
      ${this.said === "" ? html`<p class="quiet">${t("along.help")}</p>` : nothing}
      <div class=${this.busy || this.problem ? "busy" : ""} aria-busy=${this.busy}>
        ${low ? this.end(low, "low") : nothing} ${high ? this.end(high, "high") : nothing}
      </div>`;
  }
}
