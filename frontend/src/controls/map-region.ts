/** The name of a region: what else it could be called, a name of one's own, and the computed one back. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { MapLabel, Words } from "@/api/types";
import { count, language, Speaks, say, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

const LONGEST = 120;

@customElement("rashin-map-region")
export class MapRegion extends LitElement {
  @property({ attribute: false }) region: MapLabel | null = null;
  @property({ type: Boolean }) busy = false;
  @query("input") private input!: HTMLInputElement | null;
  private returnTo: HTMLElement | null = null;

  static override styles = [
    looks,
    css`
      .panel {
        width: 320px;
        max-width: 100%;
        padding: 10px 14px 14px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        box-shadow: var(--shadow);
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      header h2 {
        flex: 1;
      }
      header button {
        margin-right: -8px;
      }
      form {
        display: flex;
        gap: 8px;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 40px;
        padding: 0 11px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
        font-weight: 600;
      }
      p {
        margin: 0 0 6px;
      }
      h3 {
        margin-top: 12px;
      }
      ul {
        list-style: none;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 7px 0 0;
        padding: 0;
      }
      li button {
        min-height: 36px;
        padding: 0 11px;
        font-weight: 500;
      }
      small {
        color: var(--soft);
        font-variant-numeric: tabular-nums;
      }
      .back {
        margin-top: 10px;
        padding: 0 8px 0 4px;
        min-height: 36px;
        font-weight: 500;
      }
      @media (max-width: 720px) {
        .panel {
          width: 100%;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override updated(changed: Map<string, unknown>): void {
    const before = changed.get("region") as MapLabel | null | undefined;
    if (!changed.has("region")) return;
    if (this.region && !before) {
      this.returnTo = (this.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
      this.input?.focus();
      this.input?.select();
    }
    if (!this.region && before) this.returnTo?.focus();
  }

  private call(title: Partial<Words> | null): void {
    this.dispatchEvent(new CustomEvent("call", { detail: title }));
  }

  private keep(event: Event): void {
    event.preventDefault();
    const words = this.input?.value.trim() ?? "";
    const { region } = this;
    if (words === "" || !region) return;
    // The other language keeps the name that somebody gave it.
    this.call({ ...(region.computed === null ? {} : region.title), [language()]: words });
  }

  private close(): void {
    this.dispatchEvent(new Event("close"));
  }

  override render() {
    const { region } = this;
    if (!region) return nothing;
    const { computed, alternates } = region;
    return html`<div
      class="panel"
      role="dialog"
      aria-label=${t("region.edit")}
      data-testid="region"
      @keydown=${(event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === "Escape") this.close();
      }}
    >
      <header>
        <h2>${t("region.edit")}</h2>
        <small>${t("region.count", { n: count(region.count) })}</small>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.close()}>${icon("close")}</button>
      </header>
      <form @submit=${this.keep}>
        <label class="off" for="name">${t("region.own")}</label>
        <input id="name" data-testid="region-name" required maxlength=${LONGEST} autocomplete="off" .value=${say(region.title)} />
        <button class="primary" data-testid="region-keep" ?disabled=${this.busy}>${t("region.save")}</button>
      </form>
      ${
        alternates.length === 0
          ? nothing
          : html`<h3>${t("region.alternates")}</h3>
            <ul>
              ${alternates.map(
                ({ title, score }) =>
                  html`<li>
                    <button data-testid="region-other" ?disabled=${this.busy} @click=${() => this.call(title)}>
                      ${say(title)}${score === null ? nothing : html`<small title=${t("region.score", { n: score.toFixed(1) })}>${score.toFixed(1)}</small>`}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      ${
        computed === null
          ? nothing
          : html`<button class="bare back" data-testid="region-back" ?disabled=${this.busy} @click=${() => this.call(null)}>
            ${icon("undo")}${t("region.back", { title: say(computed) })}
          </button>`
      }
    </div>`;
  }
}
