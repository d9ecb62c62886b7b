/** Two pictures in one frame, and a divider between them: by pointer, by touch, by arrow keys. */

import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { PictureRef } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

const STEP = 0.02;
const STRIDE = 0.1;

/** Where a key puts the divider; null for a key that does not. */
export function dividerKey(key: string, shift: boolean, at: number): number | null {
  const by = shift ? STRIDE : STEP;
  const places: Readonly<Record<string, number>> = {
    ArrowLeft: at - by,
    ArrowDown: at - by,
    ArrowRight: at + by,
    ArrowUp: at + by,
    PageDown: at - STRIDE,
    PageUp: at + STRIDE,
    Home: 0,
    End: 1,
  };
  const place = places[key];
  return place === undefined ? null : Math.round(Math.min(1, Math.max(0, place)) * 1000) / 1000;
}

@customElement("rashin-compare-slider")
export class CompareSlider extends LitElement {
  @property({ attribute: false }) first: PictureRef | null = null;
  @property({ attribute: false }) second: PictureRef | null = null;
  @property() firstWords = "";
  @property() secondWords = "";
  /** How much of the first one is seen, from the left. */
  @property({ type: Number }) at = 0.5;
  @query(".frame") private frame!: HTMLElement;
  @query(".handle") private handle!: HTMLElement;

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      .frame {
        position: relative;
        aspect-ratio: var(--ratio, 1);
        overflow: hidden;
        border-radius: 14px;
        background: #fff;
        touch-action: pan-y;
        cursor: ew-resize;
        user-select: none;
      }
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
        pointer-events: none;
        background: #fff;
      }
      .over {
        clip-path: inset(0 calc(100% - var(--at, 50%)) 0 0);
      }
      .handle {
        position: absolute;
        top: 0;
        bottom: 0;
        left: var(--at, 50%);
        width: 44px;
        margin-left: -22px;
        display: grid;
        place-items: center;
        touch-action: none;
        cursor: ew-resize;
      }
      .handle::before {
        content: "";
        position: absolute;
        inset: 0 auto 0 50%;
        width: 2px;
        margin-left: -1px;
        background: #fff;
        box-shadow: 0 0 0 1px rgb(20 28 40 / 45%);
      }
      .knob {
        position: relative;
        width: 38px;
        height: 38px;
        display: grid;
        place-items: center;
        border-radius: 50%;
        background: #fff;
        color: #141c28;
        box-shadow: 0 0 0 1px rgb(20 28 40 / 35%), 0 2px 8px rgb(20 28 40 / 30%);
      }
      .handle:focus-visible {
        outline: none;
      }
      .handle:focus-visible .knob {
        outline: 2.5px solid #cf3f27;
        outline-offset: 2px;
      }
      .name {
        position: absolute;
        top: 10px;
        width: 26px;
        height: 26px;
        display: grid;
        place-items: center;
        border-radius: 8px;
        background: rgb(20 28 40 / 72%);
        color: #fff;
        font-size: 0.84rem;
        font-weight: 650;
        pointer-events: none;
      }
      .a {
        left: 10px;
      }
      .b {
        right: 10px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override focus(): void {
    this.handle.focus();
  }

  protected override updated(_: PropertyValues<this>): void {
    this.style.setProperty("--at", `${this.at * 100}%`);
    if (this.first) this.style.setProperty("--ratio", String(this.first.width / this.first.height));
  }

  private follow(event: PointerEvent): void {
    const { left, width } = this.frame.getBoundingClientRect();
    if (width > 0) this.at = Math.min(1, Math.max(0, (event.clientX - left) / width));
  }

  private take(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.frame.setPointerCapture(event.pointerId);
    this.follow(event);
    this.handle.focus({ preventScroll: true });
    event.preventDefault();
  }

  private key(event: KeyboardEvent): void {
    const to = dividerKey(event.key, event.shiftKey, this.at);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.at = to;
  }

  override render() {
    const percent = Math.round(this.at * 100);
    return html`<div
      class="frame"
      data-testid="compare-frame"
      @pointerdown=${(event: PointerEvent) => this.take(event)}
      @pointermove=${(event: PointerEvent) => {
        if (this.frame.hasPointerCapture(event.pointerId)) this.follow(event);
      }}
    >
      <img src=${this.second?.url ?? ""} alt=${t("compare.second", { title: this.secondWords })} />
      <img class="over" src=${this.first?.url ?? ""} alt=${t("compare.first", { title: this.firstWords })} />
      <span class="name a" aria-hidden="true">A</span><span class="name b" aria-hidden="true">B</span>
      <div
        class="handle"
        data-testid="compare-handle"
        role="slider"
        tabindex="0"
        aria-label=${t("compare.divider")}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
        aria-valuetext=${t("compare.share", { percent })}
        @keydown=${(event: KeyboardEvent) => this.key(event)}
      >
        <span class="knob">${icon("swap")}</span>
      </div>
    </div>`;
  }
}
