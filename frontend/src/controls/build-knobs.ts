/** The knobs of a projector, as its signature says them. */

import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Knob } from "@/api/building";
import { buildFormLooks } from "./build-form.looks";
import { looks } from "./looks";

type Values = Readonly<Record<string, number | boolean>>;

@customElement("rashin-build-knobs")
export class BuildKnobs extends LitElement {
  @property({ attribute: false }) knobs: readonly Knob[] = [];
  @property({ attribute: false }) values: Values = {};

  static override styles = [looks, buildFormLooks];

  override render() {
    return html`<div class="pair">${this.knobs.map((knob) => this.knob(knob))}</div>`;
  }

  private knob(knob: Knob) {
    const value = this.values[knob.name] ?? knob.home;
    if (knob.kind === "boolean")
      return html`<label class="tick"
        ><input type="checkbox" .checked=${value === true} @change=${(event: Event) => this.turn(knob, (event.target as HTMLInputElement).checked)} />
        ${knob.title}</label
      >`;
    return html`<label>${knob.title}
      <input
        type="number"
        data-testid="knob-${knob.name}"
        min=${knob.min}
        max=${knob.max}
        step=${knob.step}
        .value=${String(value)}
        @change=${(event: Event) => this.turn(knob, (event.target as HTMLInputElement).valueAsNumber)}
      />
    </label>`;
  }

  private turn(knob: Knob, value: number | boolean): void {
    if (typeof value === "number" && !Number.isFinite(value)) return;
    this.dispatchEvent(new CustomEvent("turn", { detail: { ...this.values, [knob.name]: value } }));
  }
}
