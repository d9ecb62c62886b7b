/** The sweeps that were run before, newest first. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Sweep } from "@/api/sweeps";
import type { ModelCard } from "@/api/types";
import { language, Speaks, t } from "@/state/language";
import { promptIn } from "@/state/studio-recipe";
import { knobsOf } from "@/state/sweep-knobs";
import { looks } from "./looks";
import { knobTitle } from "./sweep-axis";

@customElement("rashin-sweep-list")
export class SweepList extends LitElement {
  @property({ attribute: false }) sweeps: readonly Sweep[] = [];
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property() current = "";
  @property({ type: Boolean }) more = false;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      ul {
        list-style: none;
        margin: 8px -8px 0;
        padding: 0;
      }
      a {
        display: block;
        padding: 8px 10px;
        border-radius: var(--radius-small);
        color: var(--ink);
        text-decoration: none;
        min-height: 40px;
      }
      a:hover {
        background: var(--sunken);
      }
      a[aria-current="true"] {
        background: var(--sunken);
        box-shadow: inset 3px 0 0 var(--accent);
      }
      b {
        display: block;
        font-weight: 550;
        font-size: 0.92rem;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      small {
        display: block;
        color: var(--soft);
        font-size: 0.82rem;
      }
      button {
        width: 100%;
        margin-top: 6px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    return html`<h2>${t("sweeps.earlier")}</h2>
      ${
        this.sweeps.length === 0
          ? html`<p class="quiet">${t("sweeps.earlierNone")}</p>`
          : html`<ul data-testid="sweeps">
            ${this.sweeps.map((sweep) => this.one(sweep))}
          </ul>`
      }
      ${
        this.more
          ? html`<button @click=${() => this.dispatchEvent(new Event("more"))}>${t("common.more")}</button>`
          : nothing
      }`;
  }

  private one(sweep: Sweep) {
    const { recipe } = sweep;
    const said = recipe ? promptIn(recipe.conditioning) || recipe.conditioning || recipe.model : sweep.id;
    const card = this.models.find((one) => one.id === recipe?.model);
    const knobs = card ? knobsOf(card) : [];
    const axes = sweep.axes.map((axis) => {
      const knob = knobs.find((known) => known.id === axis.knob);
      return `${knob ? knobTitle(knob) : axis.knob} × ${axis.values.length}`;
    });
    const when = sweep.created_at === "" ? null : new Date(sweep.created_at);
    const date = when?.toLocaleString(language() === "ja" ? "ja-JP" : "en-GB", {
      dateStyle: "medium",
      timeStyle: "short",
    });
    const state = sweep.state === "done" ? null : t(`sweeps.cell.${sweep.state}`);
    return html`<li>
      <a href="/sweeps?id=${sweep.id}" aria-current=${sweep.id === this.current}>
        <b>${said}</b>
        <small>${axes.join(", ")}</small>
        <small>${[date, state].filter((part) => part).join(" · ")}</small>
      </a>
    </li>`;
  }
}
