/** Where two maps do not agree about who is near: a sentence, the regions, the pictures. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Differences } from "@/api/map-arrows";
import type { AtlasMap } from "@/api/maps";
import { count, language, Speaks, say, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";
import "./thumb";

const NAMED = 3;
const REGIONS = 8;
const SHOWN = 12;
const percent = (share: number): number => Math.round(share * 100);

@customElement("rashin-map-differ")
export class MapDiffer extends LitElement {
  @property({ attribute: false }) found: Differences | null = null;
  @property({ attribute: false }) here: AtlasMap | null = null;
  @property({ attribute: false }) there: AtlasMap | null = null;
  @state() private open = false;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        width: min(760px, calc(100vw - 24px));
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow-small);
        padding: 7px 10px 7px 14px;
        pointer-events: auto;
      }
      .line {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      p {
        margin: 0;
        flex: 1;
        font-size: 0.86rem;
        line-height: 1.4;
      }
      h3 {
        margin: 8px 0 4px;
      }
      @media (max-width: 720px) {
        .word {
          display: none;
        }
        p {
          font-size: 0.8rem;
        }
        .short {
          display: -webkit-box;
          -webkit-box-orient: vertical;
          -webkit-line-clamp: 3;
          overflow: hidden;
        }
      }
      .more {
        max-height: min(40vh, 330px);
        overflow-y: auto;
        scrollbar-width: thin;
      }
      .regions {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(210px, 1fr));
        gap: 0 14px;
      }
      .regions button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 52px 38px;
        gap: 8px;
        min-height: 32px;
        padding: 0 6px;
        border: 0;
        background: none;
        text-align: left;
        font-weight: 450;
        font-size: 0.84rem;
      }
      .regions .name,
      .pairs .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      svg.bar {
        width: 52px;
        height: 6px;
        fill: var(--accent);
      }
      .n {
        color: var(--soft);
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      .pairs {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(92px, 1fr));
        gap: 6px;
      }
      .pairs button {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 3px;
        padding: 4px;
        border: 0;
        background: none;
        font-weight: 450;
        font-size: 0.74rem;
      }
      .pairs .name {
        grid-column: 1 / -1;
        text-align: center;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private sentence(): string {
    const { found } = this;
    if (!found) return "";
    const { regions, mean } = found;
    const share = t("differ.share", {
      n: count(found.shared),
      here: count(found.here),
      there: count(found.there),
    });
    if (mean === null) return `${share} ${t("differ.few")}`;
    if (regions.length < 2) return `${share} ${t("differ.plain", { share: percent(mean) })}`;
    const names = [...new Set(regions.map((one) => say(one.title)))];
    const most = new Intl.ListFormat(language()).format(names.slice(0, Math.min(NAMED, names.length - 1)));
    return `${share} ${t("differ.sentence", { share: percent(mean), most, least: names.at(-1) ?? "" })}`;
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const { found } = this;
    if (!found) return nothing;
    return html`<div class="line">
        <p role="status" data-testid="differ" class=${this.open ? "" : "short"}>${this.sentence()}</p>
        ${
          found.most.length > 0
            ? html`<button
              class="bare"
              data-testid="differ-more"
              aria-expanded=${this.open}
              @click=${() => {
                this.open = !this.open;
              }}
              aria-label=${t(this.open ? "differ.hide" : "differ.show")}
            >${icon(this.open ? "lower" : "up")}<span class="word">${t(this.open ? "differ.hide" : "differ.show")}</span></button>`
            : nothing
        }
      </div>
      ${this.open ? this.more(found) : nothing}`;
  }

  private more(found: Differences) {
    return html`<div class="more">
      ${
        found.regions.length > 0
          ? html`<h3>${t("differ.title")}</h3>
            <div class="regions" data-testid="differ-regions">
              ${found.regions.slice(0, REGIONS).map(
                (one) => html`<button @click=${() => this.tell("region", one)}>
                  <span class="name">${say(one.title)}</span>
                  <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width=${one.mean * 100} height="6" rx="1" /></svg>
                  <span class="n">${percent(one.mean)} %</span>
                </button>`,
              )}
            </div>`
          : nothing
      }
      <h3>${t("differ.most")}</h3>
      <div class="pairs" data-testid="differ-most">
        ${found.most.slice(0, SHOWN).map(
          (one) => html`<button
            data-n=${one.n}
            aria-label=${t("differ.open", { title: say(one.title), percent: percent(one.disagreement) })}
            title=${t("differ.open", { title: say(one.title), percent: percent(one.disagreement) })}
            @click=${() => this.tell("open", one.n)}
          >
            <rashin-thumb .map=${this.here} .n=${one.n}></rashin-thumb>
            <rashin-thumb .map=${this.there} .n=${one.there}></rashin-thumb>
            <span class="name">${say(one.title)}</span>
          </button>`,
        )}
      </div>
    </div>`;
  }
}
