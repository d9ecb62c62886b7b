/** What an expression is near to, beside what its points alone would have given. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Near, NearItem } from "@/api/expressions";
import type { MapCard } from "@/api/types";
import type { Key } from "@/state/dictionary.en";
import { Speaks, say, t } from "@/state/language";
import { looks } from "./looks";
import "./thumb";

@customElement("rashin-near-list")
export class NearList extends LitElement {
  @property({ attribute: false }) near: Near | null = null;
  @property({ attribute: false }) map: MapCard | null = null;
  @property({ type: Boolean }) waiting = false;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1.5fr) repeat(auto-fit, minmax(104px, 1fr));
        gap: 14px;
        min-height: 330px;
        align-content: start;
        transition: opacity 0.15s;
        isolation: isolate;
      }
      .waiting {
        opacity: 0.55;
      }
      section {
        min-width: 0;
      }
      h3 {
        display: flex;
        gap: 6px;
        min-height: 34px;
        align-items: end;
        padding-bottom: 5px;
        border-bottom: 1px solid var(--line);
        font-size: 0.78rem;
        overflow-wrap: anywhere;
      }
      section.result h3 {
        color: var(--ink);
      }
      ol {
        list-style: none;
        margin: 6px 0 0;
        padding: 0;
        display: grid;
        gap: 2px;
      }
      li {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        min-height: 30px;
        padding: 2px 6px;
        font-size: 0.9rem;
        min-width: 0;
      }
      li span {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .result li:first-child span {
        font-weight: 600;
        font-size: 1.02rem;
      }
      li i {
        font-style: normal;
        font-size: 0.78rem;
        color: var(--faint);
        font-variant-numeric: tabular-nums;
      }
      li svg {
        position: absolute;
        inset: 2px 0;
        width: 100%;
        height: calc(100% - 4px);
        z-index: -1;
        fill: color-mix(in srgb, var(--good) 16%, transparent);
      }
      li.also span {
        color: var(--soft);
      }
      li.also span::after {
        content: " ●";
        font-size: 0.6rem;
        color: var(--warn);
        vertical-align: 1px;
      }
      .columns.pictures {
        min-height: 228px;
      }
      .pictures li.also::after {
        content: "●";
        position: absolute;
        right: -2px;
        top: -5px;
        font-size: 0.72rem;
        color: var(--warn);
      }
      .pictures ol {
        grid-template-columns: repeat(auto-fill, minmax(52px, 1fr));
        gap: 7px;
      }
      .pictures section:not(.result) ol {
        grid-template-columns: repeat(auto-fill, minmax(38px, 1fr));
      }
      .pictures li {
        padding: 0;
      }
      .pictures a {
        display: block;
        width: 100%;
        border-radius: 22%;
      }
      @container (max-width: 420px) {
        .columns {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .result {
          grid-column: 1 / -1;
        }
        section:not(.result) li:nth-child(n + 7) {
          display: none;
        }
      }
      p {
        margin: 10px 0 0;
        font-size: 0.82rem;
        color: var(--soft);
      }
      p i {
        font-style: normal;
        color: var(--warn);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const { near } = this;
    const words = near?.among === "words";
    // What one point alone puts as high or higher needed no arithmetic.
    const alone = new Map<number | string, number>();
    for (const one of near?.baselines ?? [])
      for (const [at, item] of one.items.entries()) {
        const key = item.n ?? item.text;
        alone.set(key, Math.min(at, alone.get(key) ?? at));
      }
    const also = (item: NearItem, at: number): boolean => (alone.get(item.n ?? item.text) ?? Infinity) <= at;
    const repeats = near?.items.some(also) ?? false;
    return html`<div
        class="columns ${words ? "" : "pictures"} ${this.waiting ? "waiting" : ""}"
        aria-busy=${this.waiting}
        data-testid="near"
      >
        <section class="result">
          <h3>${t(words ? "playground.nearWords" : "playground.nearPictures")}</h3>
          <ol data-testid="near-result">
            ${near?.items.map((item, at) => this.item(item, words, also(item, at)))}
          </ol>
        </section>
        ${near?.baselines.map(
          (one) =>
            html`<section data-testid=${one.name}>
              <h3 title=${t(`playground.${one.name}` as Key)}>${t("playground.only", { part: one.expression })}</h3>
              <ol>${one.items.map((item) => this.item(item, words, false))}</ol>
            </section>`,
        )}
      </div>
      <p ?hidden=${!near || near.baselines.length === 0}>
        ${repeats ? html`<i>●</i> ${t("playground.alsoAlone")}` : t("playground.noneAlone")}
      </p>`;
  }

  private item(item: NearItem, words: boolean, also: boolean) {
    const score = item.score.toFixed(2);
    if (words)
      return html`<li class=${also ? "also" : ""} title=${also ? t("playground.alsoAlone") : ""}>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect width=${Math.max(0, Math.min(1, item.score)) * 100} height="10"></rect></svg
        ><span>${item.text}</span><i>${score}</i>
      </li>`;
    const name = item.title ? say(item.title) : "";
    return html`<li class=${also ? "also" : ""} title="${name} ${score}">
      <a href="/?map=${this.near?.among}&n=${item.n}" aria-label=${name}
        >${this.map ? html`<rashin-thumb .map=${this.map} .n=${item.n ?? 0}></rashin-thumb>` : nothing}</a
      >
    </li>`;
  }
}
