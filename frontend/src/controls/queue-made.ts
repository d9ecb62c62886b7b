/** What the worker has: the picture at its newest step, how far it is, and the way to stop it. */

import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Waiting } from "@/api/queue";
import type { ModelCard } from "@/api/types";
import { count, Speaks, say, t } from "@/state/language";
import { spoken } from "@/state/queue-state";
import { titleOf } from "@/state/recipe-words";
import { icon } from "./icons";
import { looks } from "./looks";

/** So many fit into two rows of the widest page; the heading counts the others. */
const SHOWN = 8;

@customElement("rashin-queue-made")
export class QueueMade extends LitElement {
  @property({ attribute: false }) items: readonly Waiting[] = [];
  @property({ attribute: false }) models: readonly ModelCard[] = [];

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        height: 202px;
        overflow: hidden;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(290px, 100%), 1fr));
        gap: 10px;
      }
      li {
        display: grid;
        grid-template-columns: 84px minmax(0, 1fr) 40px;
        gap: 12px;
        align-items: center;
        height: 96px;
        padding: 6px 2px 6px 6px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      img,
      .blank {
        width: 84px;
        height: 84px;
        border-radius: 9px;
        object-fit: contain;
        background: #fff;
      }
      .blank {
        display: grid;
        place-items: center;
        background: var(--sunken);
        color: var(--faint);
      }
      .none {
        height: 100%;
        display: grid;
        place-items: center;
        border: 1px dashed var(--line);
        border-radius: var(--radius);
      }
      .running .blank {
        animation: breathe 0.9s infinite alternate;
      }
      @keyframes breathe {
        to {
          opacity: 0.45;
        }
      }
      b,
      small {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      b {
        font-weight: 550;
        font-size: 0.94rem;
      }
      small {
        color: var(--soft);
        font-size: 0.84rem;
        font-variant-numeric: tabular-nums;
      }
      progress {
        display: block;
        width: 100%;
        height: 4px;
        margin: 7px 0 4px;
        appearance: none;
        border: 0;
        border-radius: 4px;
        overflow: hidden;
        background: var(--line);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--accent);
      }
      progress::-moz-progress-bar {
        background: var(--accent);
      }
      button {
        color: var(--soft);
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    if (this.items.length === 0) return html`<div class="none quiet">${t("queue.idle")}</div>`;
    return html`<ul data-testid="made">
        ${repeat(
          this.items.slice(0, SHOWN),
          (one) => one.id,
          (one) => this.card(one),
        )}
      </ul>`;
  }

  private card(one: Waiting) {
    const title = titleOf(one.recipe, one.id);
    const model = this.models.find((card) => card.id === one.recipe?.model);
    const { key, n } = spoken(one.eta_s ?? 0);
    const told = [
      one.running ? t("queue.step", { step: count(one.step), steps: count(one.steps) }) : t("queue.handed"),
      one.eta_s === null ? "" : t(key, { n: count(n) }),
    ];
    const whose = [model ? say(model.title) : (one.recipe?.model ?? "")];
    if (one.lane === "interactive") whose.push(t("queue.interactive"));
    return html`<li class=${one.running ? "running" : ""} data-testid="making" data-id=${one.id}>
      ${one.preview ? html`<img src=${one.preview} alt="" />` : html`<i class="blank">${icon("brush")}</i>`}
      <div>
        <b title=${title}>${title}</b>
        <progress max=${Math.max(1, one.steps)} .value=${one.step} aria-label=${title}></progress>
        <small>${told.filter((part) => part !== "").join(" · ")}</small>
        <small>${whose.join(" · ")}</small>
      </div>
      <button
        class="bare icon"
        aria-label=${t("queue.cancelOne", { title })}
        title=${t("common.cancel")}
        @click=${() => this.dispatchEvent(new CustomEvent<Waiting>("stop", { detail: one }))}
      >
        ${icon("close")}
      </button>
    </li>`;
  }
}
