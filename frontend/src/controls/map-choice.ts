/** What can be done with the chosen points: grow, invert, keep under a name, look for what is like them. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { count, Speaks, t } from "@/state/language";
import { WAYS, type Way } from "@/state/map-choice";
import { icon } from "./icons";
import { looks } from "./looks";

const NAME = "[a-z0-9_]([a-z0-9_\\-]{0,62}[a-z0-9_])?";

@customElement("rashin-map-choice")
export class MapChoice extends LitElement {
  @property({ type: Number }) chosen = 0;
  @property() way: Way = "replace";
  /** Neighbours and words are known for this map. */
  @property({ type: Boolean }) deep = true;
  @state() private naming = false;
  @query("input") private input!: HTMLInputElement | null;

  static override styles = [
    looks,
    css`
      .bar {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 4px 6px 4px 14px;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 14px;
        box-shadow: var(--shadow);
        max-width: 100%;
        overflow-x: auto;
        scrollbar-width: none;
      }
      b {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
        font-size: 0.92rem;
        margin-right: 6px;
      }
      p {
        margin: 0;
        white-space: nowrap;
      }
      button {
        border: 0;
        background: none;
        min-height: 38px;
        padding: 0 10px;
        white-space: nowrap;
        flex: none;
      }
      button.primary {
        background: var(--accent);
      }
      .ways {
        display: flex;
        border: 1px solid var(--line);
        border-radius: 10px;
        overflow: hidden;
        flex: none;
      }
      .ways button {
        border-radius: 0;
        min-height: 34px;
        font-size: 0.82rem;
        padding: 0 9px;
      }
      i {
        width: 1px;
        height: 22px;
        margin: 0 2px;
        background: var(--line);
        flex: none;
      }
      form {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      input {
        min-height: 36px;
        width: 170px;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: 9px;
        background: var(--surface);
      }
      input:invalid {
        border-color: var(--accent);
      }
      @media (max-width: 720px) {
        p {
          white-space: normal;
          padding: 6px 0;
          font-size: 0.84rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private name(): void {
    this.naming = true;
    void this.updateComplete.then(() => this.input?.focus());
  }

  private keep(event: Event): void {
    event.preventDefault();
    const name = this.input?.value.trim() ?? "";
    if (name === "") return;
    this.naming = false;
    this.tell("keep", name);
  }

  private form() {
    return html`<form @submit=${this.keep}>
      <label class="off" for="name">${t("map.nameOf")}</label>
      <input
        id="name"
        data-testid="group-name"
        required
        pattern=${NAME}
        maxlength="64"
        title=${t("map.nameRule")}
        placeholder=${t("map.nameOf")}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        @keydown=${(event: KeyboardEvent) => {
          event.stopPropagation();
          if (event.key === "Escape") this.naming = false;
        }}
      />
      <button class="primary" data-testid="group-keep">${t("map.keepDo")}</button>
    </form>`;
  }

  override render() {
    const act = (name: string, words: string, title: string = words) =>
      html`<button data-testid="choice-${name}" title=${title} @click=${() => this.tell(name)}>${words}</button>`;
    return html`<div class="bar" role="toolbar" aria-label=${t("map.chosen", { n: count(this.chosen) })} data-testid="choice">
      ${
        this.chosen === 0
          ? html`<p class="quiet">${t("map.chooseHint")}</p>`
          : html`<b role="status">${t("map.chosen", { n: count(this.chosen) })}</b>`
      }
      <div class="ways" role="group" aria-label=${t("map.way")}>
        ${WAYS.map(
          (way) =>
            html`<button
            data-testid="way-${way}"
            aria-pressed=${this.way === way}
            @click=${() => this.tell("way", way)}
          >
            ${t(`map.way.${way}`)}
          </button>`,
        )}
      </div>
      ${
        this.chosen === 0
          ? nothing
          : html`<i></i>
            ${this.deep ? act("grow", t("map.grow"), t("map.growHelp")) : nothing}
            ${act("invert", t("map.invert"))}
            ${this.deep ? [act("like", t("map.like")), act("unlike", t("map.unlike"))] : nothing}
            ${
              this.naming
                ? this.form()
                : html`<button data-testid="choice-name" @click=${() => this.name()}>${t("map.keep")}</button>`
            }
            <button class="icon" data-testid="choice-clear" aria-label=${t("map.clear")} title=${t("map.clear")} @click=${() => this.tell("clear")}>
              ${icon("close")}
            </button>`
      }
    </div>`;
  }
}
