/** A knob: title, track, figure. Double-click puts it back. */

import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { looks } from "./looks";

@customElement("rashin-slider")
export class Slider extends LitElement {
  @property() name = "";
  @property() label = "";
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 1;
  @property({ type: Number }) step = 0.01;
  @property({ type: Number }) value = 0;
  @property({ type: Number }) home = 0;
  @query("input") private input!: HTMLInputElement;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      label {
        display: grid;
        grid-template-columns: var(--slider-columns, 124px 1fr 44px);
        align-items: center;
        gap: 10px;
        min-height: 40px;
        font-size: 0.92rem;
      }
      output {
        font-variant-numeric: tabular-nums;
        text-align: right;
        font-size: 0.85rem;
        color: var(--soft);
      }
      .moved output {
        color: var(--accent);
        font-weight: 600;
      }
      input {
        appearance: none;
        width: 100%;
        height: 40px;
        margin: 0;
        background: none;
        cursor: pointer;
        touch-action: pan-y;
      }
      input::-webkit-slider-runnable-track {
        height: 4px;
        border-radius: 4px;
        background: linear-gradient(
          to right,
          var(--line) var(--low),
          var(--accent) var(--low) var(--high),
          var(--line) var(--high)
        );
      }
      input::-moz-range-track {
        height: 4px;
        border-radius: 4px;
        background: linear-gradient(
          to right,
          var(--line) var(--low),
          var(--accent) var(--low) var(--high),
          var(--line) var(--high)
        );
      }
      input::-webkit-slider-thumb {
        appearance: none;
        width: 20px;
        height: 20px;
        margin-top: -8px;
        border-radius: 50%;
        background: #fff;
        border: 1px solid rgb(20 28 40 / 22%);
        box-shadow: 0 1px 4px rgb(8 14 24 / 30%);
      }
      input::-moz-range-thumb {
        width: 18px;
        height: 18px;
        border-radius: 50%;
        background: #fff;
        border: 1px solid rgb(20 28 40 / 22%);
        box-shadow: 0 1px 4px rgb(8 14 24 / 30%);
      }
      input:focus-visible {
        border-radius: 8px;
        outline-offset: -4px;
      }
    `,
  ];

  protected override updated(_: PropertyValues<this>): void {
    const share = (value: number) => ((value - this.min) / (this.max - this.min || 1)) * 100;
    const [a, b] = [share(this.home), share(this.value)];
    this.style.setProperty("--low", `${Math.min(a, b)}%`);
    this.style.setProperty("--high", `${Math.max(a, b)}%`);
  }

  private tell(name: "slide" | "settle", value: number): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent<number>(name, { detail: value }));
  }

  private reset(): void {
    this.tell("slide", this.home);
    this.tell("settle", this.home);
  }

  override render() {
    const moved = this.value !== this.home;
    const digits = this.step >= 1 ? 0 : this.step >= 0.1 ? 1 : 2;
    return html`<label class=${moved ? "moved" : ""} @dblclick=${() => this.reset()}>
      <span>${this.label}</span>
      <input
        type="range"
        data-testid=${this.name}
        min=${this.min}
        max=${this.max}
        step=${this.step}
        .value=${String(this.value)}
        @input=${() => this.tell("slide", this.input.valueAsNumber)}
        @change=${() => this.tell("settle", this.input.valueAsNumber)}
      />
      <output>${this.value.toFixed(digits)}</output>
    </label>`;
  }
}
