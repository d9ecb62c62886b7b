/** What the colours mean, how many points each value has, and a filter for every field: they work together. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { AtlasColumn } from "@/api/maps";
import { count, Speaks, say, t } from "@/state/language";
import { type Filter, NONE } from "@/state/map-sieve";
import "./histogram";
import { icon } from "./icons";
import { legendLooks } from "./legend.looks";
import { looks } from "./looks";

/** A column with how many points each of its bytes has, and what is filtered by it. */
export interface Field {
  readonly column: AtlasColumn;
  readonly bars: Uint32Array;
  readonly filter: Filter | null;
}

@customElement("rashin-legend")
export class Legend extends LitElement {
  @property({ attribute: false }) columns: readonly AtlasColumn[] = [];
  @property() column = "";
  /** The fields that are counted; the one that colours comes first. */
  @property({ attribute: false }) fields: readonly Field[] = [];
  @property({ type: Number }) shown = 0;
  @property({ type: Number }) all = 0;
  /** Every field is open, not only the colour. */
  @property({ type: Boolean }) wide = false;
  @state() private folded = matchMedia("(max-width: 900px)").matches;

  static override styles = [looks, legendLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** One value alone, then more of them; the last one that is taken away shows all again. */
  private toggle({ column, filter }: Field, value: number): void {
    const before = filter?.kind === "these" ? filter.values : [];
    const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
    const next: Filter | null = values.length > 0 ? { column: column.id, kind: "these", values } : null;
    this.tell("filter", { column: column.id, filter: next });
  }

  private values(field: Field) {
    const { column, bars, filter } = field;
    const among = filter?.kind === "these" ? filter.values : null;
    const listed = [...column.legend.keys(), ...((bars[NONE] ?? 0) > 0 ? [NONE] : [])];
    const most = Math.max(1, ...listed.map((value) => bars[value] ?? 0));
    return html`<ul data-testid=${column.id === this.column ? "legend" : "field-values"}>
      ${listed.map((value) => {
        const entry = column.legend[value];
        const title = entry ? say(entry.title) : "–";
        const n = bars[value] ?? 0;
        const pressed = among?.includes(value) ?? false;
        return html`<li class=${among !== null && !pressed ? "faded" : ""}>
          <button
            aria-pressed=${pressed}
            title=${t("map.only", { value: title, n: count(n) })}
            @click=${() => this.toggle(field, value)}
          >
            <svg class="dot" viewBox="0 0 10 10" aria-hidden="true"
              ><circle cx="5" cy="5" r="5" fill=${column.id === this.column ? (entry?.colour ?? "#8a94a3") : "var(--faint)"} /></svg
            ><span class="title">${title}</span
            ><svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"
              ><rect width=${(n / most) * 100} height="6" rx="1" /></svg
            ><span class="n">${count(n)}</span>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  private numbers(field: Field) {
    const { column, bars, filter } = field;
    const range = filter?.kind === "range" ? filter : { low: 0, high: NONE - 1 };
    return html`<rashin-histogram
      data-testid="histogram-${column.id}"
      .bars=${bars}
      .label=${say(column.title)}
      .min=${column.min}
      .max=${column.max}
      .low=${range.low}
      .high=${range.high}
      ?coloured=${column.id === this.column}
      ?diverging=${column.diverging ?? false}
      ?timed=${column.unit === "time"}
      @range=${(event: CustomEvent<{ low: number; high: number } | null>) =>
        this.tell("filter", {
          column: column.id,
          filter: event.detail && { column: column.id, kind: "range", ...event.detail },
        })}
    ></rashin-histogram>`;
  }

  private one(field: Field, titled: boolean) {
    return html`<div class="field">
      ${titled ? html`<h3>${say(field.column.title)}</h3>` : nothing}
      ${field.column.kind === "number" ? this.numbers(field) : this.values(field)}
    </div>`;
  }

  override render() {
    const [first, ...others] = this.fields;
    const filtered = this.fields.some((field) => field.filter !== null) || this.shown < this.all;
    return html`<div class="head">
        <label>
          ${t("atlas.colour")}
          <select
            data-testid="colour"
            .value=${this.column}
            @change=${(event: Event) => this.tell("column", (event.target as HTMLSelectElement).value)}
          >
            ${this.columns.map(
              (known) =>
                html`<option value=${known.id} ?selected=${known.id === this.column}>${say(known.title)}</option>`,
            )}
          </select>
        </label>
        <button
          class="fold icon"
          aria-expanded=${!this.folded}
          aria-label=${t("map.filter")}
          @click=${() => {
            this.folded = !this.folded;
          }}
        >
          ${icon(this.folded ? "lower" : "up")}
        </button>
      </div>
      ${
        this.folded
          ? nothing
          : html`<div class="scroll">
            <slot name=${this.column}></slot>
            ${first ? this.one(first, false) : nothing}
            ${this.wide ? others.map((field) => this.one(field, true)) : nothing}
          </div>`
      }
      <div class="foot">
        ${
          this.folded
            ? nothing
            : html`<button
              data-testid="fields"
              aria-expanded=${this.wide}
              @click=${() => this.tell("wide", !this.wide)}
            >
              ${icon(this.wide ? "up" : "lower")}${t("map.filter")}
            </button>`
        }
        ${
          filtered
            ? html`<span class="left" role="status" data-testid="left"
              >${t("map.left", { n: count(this.shown), all: count(this.all) })}</span
            ><button class="icon" aria-label=${t("map.filterClear")} title=${t("map.filterClear")} @click=${() => this.tell("clear")}>
              ${icon("close")}
            </button>`
            : nothing
        }
      </div>`;
  }
}
