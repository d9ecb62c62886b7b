/** The two directions of a map along axes: each from one end to another, written as an expression. */

import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { MapField } from "@/api/building";
import type { Problem } from "@/api/problem";
import { Speaks, t } from "@/state/language";
import { buildFormLooks } from "./build-form.looks";
import "./expression-editor";
import { looks } from "./looks";

export const ENDS = ["right.from", "right.to", "up.from", "up.to"] as const;
export type EndName = (typeof ENDS)[number];

@customElement("rashin-build-axes")
export class BuildAxes extends LitElement {
  @property() model = "";
  /** A table's points have no words: rows and values of columns instead. */
  @property({ type: Boolean }) table = false;
  @property({ attribute: false }) fields: readonly MapField[] = [];
  @property({ attribute: false }) ends: Readonly<Record<string, string>> = {};
  @property({ attribute: false }) problem: Problem | null = null;

  static override styles = [
    looks,
    buildFormLooks,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      fieldset {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 10px;
        align-items: center;
        margin: 0;
        padding: 8px 10px 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small, 8px);
      }
      legend,
      span {
        color: var(--soft);
        font-size: 0.86rem;
      }
      p {
        margin: 0;
        font-size: 0.82rem;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell(name: EndName, value: string): void {
    this.dispatchEvent(new CustomEvent("end", { detail: { name, value } }));
  }

  override render() {
    return html`${(["right", "up"] as const).map(
      (way) => html`<fieldset>
        <legend>${t(`maps.${way}`)}</legend>
        <span id="${way}.from">${t("maps.from")}</span>${this.end(`${way}.from`)}
        <span id="${way}.to">${t("maps.to")}</span>${this.end(`${way}.to`)}
      </fieldset>`,
    )}
      <p class="quiet">${t(this.table ? "maps.endsTable" : "maps.ends")}</p>
      <datalist id="values">
        ${this.fields.flatMap((field) =>
          field.values.slice(0, 20).map((value) => html`<option value="${field.name} = ${value}"></option>`),
        )}
      </datalist>`;
  }

  private end(name: EndName) {
    const value = this.ends[name] ?? "";
    if (this.table)
      return html`<input
        list="values"
        data-testid=${name}
        aria-labelledby=${name}
        .value=${value}
        @input=${(event: Event) => this.tell(name, (event.target as HTMLInputElement).value)}
      />`;
    return html`<rashin-expression-editor
      compact
      data-testid=${name}
      label=${`${t(name.startsWith("right") ? "maps.right" : "maps.up")} ${t(name.endsWith("from") ? "maps.from" : "maps.to")}`}
      model=${this.model}
      .value=${value}
      @expression=${(event: CustomEvent<string>) => this.tell(name, event.detail)}
    ></rashin-expression-editor>`;
  }
}
