/** Where expressions are written: what could come next, and the mistake underlined where it is. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type Candidate, type Completions, complete } from "@/api/expressions";
import type { Problem } from "@/api/problem";
import { pieceAt, toCharacters, toUnits } from "@/state/characters";
import type { Key } from "@/state/dictionary.en";
import { Speaks, say, t } from "@/state/language";
import { looks } from "./looks";

const PAUSE_MS = 90;
/** Texts that want more: the cursor stays inside. */
const OPENS = /[(=]$/;

@customElement("rashin-expression-editor")
export class ExpressionEditor extends LitElement {
  @property() value = "";
  @property() model = "";
  /** What it is called where several stand on a page. */
  @property() label = "";
  @property({ attribute: false }) problem: Problem | null = null;
  /** A range of the source that is shown elsewhere at the moment, in UTF-16 units. */
  @property({ attribute: false }) lit: readonly [number, number] | null = null;
  @state() private offers: Completions | null = null;
  @state() private active = -1;
  @state() private spot = { x: 0, y: 0 };
  @query("textarea") private area!: HTMLTextAreaElement;
  @query(".mirror") private mirror!: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = new AbortController();

  static override styles = [
    looks,
    css`
      :host {
        display: block;
        position: relative;
      }
      .box {
        display: grid;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--raised);
        box-shadow: var(--shadow-small);
      }
      .box:focus-within {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      textarea,
      .mirror {
        grid-area: 1 / 1;
        margin: 0;
        padding: 14px 16px;
        min-height: 84px;
        border: 0;
        font-family: ui-monospace, "SFMono-Regular", "Cascadia Code", Menlo, Consolas, "Noto Sans Mono",
          "Noto Sans Mono CJK JP", monospace;
        font-size: 1.14rem;
        line-height: 1.55;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        word-break: normal;
        tab-size: 2;
        font-variant-ligatures: none;
      }
      textarea {
        background: none;
        resize: none;
        overflow: hidden;
        width: 100%;
        height: 100%;
      }
      textarea:focus-visible {
        outline: none;
      }
      :host([compact]) textarea,
      :host([compact]) .mirror {
        min-height: 40px;
        padding: 7px 10px;
        font-size: 0.95rem;
      }
      .mirror {
        color: transparent;
        pointer-events: none;
      }
      .mirror .wrong {
        text-decoration: underline wavy var(--accent) 2px;
        text-underline-offset: 4px;
        background: var(--accent-wash);
        border-radius: 4px;
      }
      .mirror .lit {
        background: color-mix(in srgb, var(--good) 22%, transparent);
        border-radius: 4px;
      }
      ul {
        position: absolute;
        z-index: 12;
        margin: 6px 0 0;
        padding: 5px;
        list-style: none;
        width: min(400px, 100%);
        max-height: 292px;
        overflow: auto;
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        min-height: 36px;
        padding: 3px 9px;
        border-radius: 8px;
        cursor: pointer;
      }
      li[aria-selected="true"],
      li:hover {
        background: var(--sunken);
      }
      li[aria-selected="true"] {
        box-shadow: inset 2px 0 0 var(--accent);
      }
      li code {
        font-size: 0.94rem;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      li span {
        color: var(--soft);
        font-size: 0.82rem;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      li small {
        color: var(--faint);
        font-size: 0.76rem;
      }
      li.pictured {
        grid-template-columns: auto minmax(0, auto) minmax(0, 1fr) auto;
      }
      li.pictured code {
        min-width: 108px;
      }
      li img {
        width: 28px;
        height: 28px;
        border-radius: 7px;
        background: #fff;
      }
      @media (pointer: coarse) {
        li {
          min-height: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.asking.abort();
  }

  override focus(): void {
    this.area.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("value") && this.area.value !== this.value) this.area.value = this.value;
    const list = this.renderRoot.querySelector<HTMLElement>("#offers");
    list?.style.setProperty("left", `${this.spot.x}px`);
    list?.style.setProperty("top", `${this.spot.y}px`);
    if (this.active >= 0)
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  private typed(): void {
    this.value = this.area.value;
    this.dispatchEvent(new CustomEvent<string>("expression", { detail: this.value }));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), PAUSE_MS);
  }

  private async ask(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const cursor = toCharacters(this.value, this.area.selectionEnd);
    try {
      const found = await complete(this.value, cursor, this.model, signal);
      if (signal.aborted || this.renderRoot instanceof ShadowRoot === false) return;
      const focused = (this.renderRoot as ShadowRoot).activeElement === this.area;
      this.active = -1;
      this.offers = focused && found.candidates.length > 0 && !this.isWhole(found) ? found : null;
      if (this.offers) await this.place(found.start);
    } catch {
      // Writing goes on without offers; what is wrong with the expression is said elsewhere.
      this.offers = null;
    }
  }

  /** What stands there is a whole word that is offered: whoever wrote it is done with it. */
  private isWhole(found: Completions): boolean {
    const piece = this.value.slice(toUnits(this.value, found.start), toUnits(this.value, found.end));
    // A quotation mark that is still open says that more may come.
    return piece !== "" && found.candidates.some((one) => piece === one.text || `"${piece}"` === one.text);
  }

  /** Put the list under the piece that is being written, and within the box. */
  private async place(start: number): Promise<void> {
    await this.updateComplete;
    const text = this.mirror.firstChild;
    const range = document.createRange();
    const walker = document.createTreeWalker(this.mirror, NodeFilter.SHOW_TEXT);
    let left = toUnits(this.value, start);
    let node = walker.nextNode();
    while (node && left > (node.nodeValue?.length ?? 0)) {
      left -= node.nodeValue?.length ?? 0;
      node = walker.nextNode();
    }
    range.setStart(node ?? text ?? this.mirror, node ? Math.min(left, node.nodeValue?.length ?? 0) : 0);
    range.collapse(true);
    const at = range.getBoundingClientRect();
    const own = this.getBoundingClientRect();
    const width = Math.min(400, own.width);
    const x = at.width + at.height > 0 ? at.left - own.left : 16;
    const y = at.height > 0 ? at.bottom - own.top : 46;
    this.spot = { x: Math.max(0, Math.min(x - 10, own.width - width)), y };
  }

  private take(offer: Candidate): void {
    const { offers } = this;
    if (!offers) return;
    const [start, end] = [toUnits(this.value, offers.start), toUnits(this.value, offers.end)];
    const inside = offer.kind === "words" ? start + 1 : null;
    this.area.focus();
    this.area.setRangeText(offer.text, start, end, "end");
    if (inside !== null) this.area.setSelectionRange(inside, inside);
    this.offers = null;
    this.typed();
    if (!OPENS.test(offer.text)) clearTimeout(this.timer);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.offers?.candidates.length ?? 0;
    const chosen = this.offers?.candidates[Math.max(0, this.active)];
    if (count > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.active = (this.active + step + count + (this.active < 0 && step < 0 ? 1 : 0)) % count;
    } else if (count > 0 && event.key === "Escape") this.offers = null;
    else if (chosen && event.key === "Tab" && !event.shiftKey) this.take(chosen);
    else if (chosen && event.key === "Enter" && this.active >= 0) this.take(chosen);
    else if (event.key === "Enter" && !event.shiftKey) {
      this.offers = null;
      this.dispatchEvent(new Event("meant"));
    } else if (event.key === " " && event.ctrlKey) void this.ask();
    else return;
    event.preventDefault();
  }

  override render() {
    const { offers } = this;
    return html`<div class="box">
        <div class="mirror" aria-hidden="true">${this.marked()}${"​"}</div>
        <textarea
          data-testid="expression"
          rows="1"
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          aria-label=${this.label || t("playground.expression")}
          aria-invalid=${this.problem ? "true" : "false"}
          aria-describedby="problem"
          aria-autocomplete="list"
          aria-controls=${this.offers ? "offers" : nothing}
          aria-activedescendant=${this.active >= 0 ? `offer-${this.active}` : nothing}
          .value=${this.value}
          @input=${() => this.typed()}
          @keydown=${(event: KeyboardEvent) => this.pressed(event)}
          @blur=${() => {
            this.offers = null;
          }}
        ></textarea>
      </div>
      ${
        offers
          ? html`<ul
            id="offers"
            role="listbox"
            data-testid="offers"
            aria-label=${t("playground.offers")}
          >
            ${offers.candidates.map((offer, at) => this.offer(offer, at))}
          </ul>`
          : nothing
      }`;
  }

  private offer(offer: Candidate, at: number) {
    const words = offer.title ? say(offer.title) : offer.detail;
    return html`<li
      id="offer-${at}"
      class=${offer.image ? "pictured" : ""}
      role="option"
      aria-selected=${at === this.active}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.take(offer)}
    >
      ${offer.image ? html`<img src=${offer.image} alt="" loading="lazy" />` : nothing}
      <code>${offer.text.trim()}</code><span>${words}</span>
      <small>${t(`playground.kind.${offer.kind}` as Key)}</small>
    </li>`;
  }

  /** The text again, invisible, with what is wrong and what is looked at marked. */
  private marked() {
    const { value, problem, lit } = this;
    const range = problem?.position != null ? pieceAt(value, problem.position) : lit;
    if (!range) return value;
    const [start, end] = range;
    const name = problem?.position != null ? "wrong" : "lit";
    // At the very end there is nothing to underline: a space stands for what is missing.
    return html`${value.slice(0, start)}<span class=${name}>${value.slice(start, end) || " "}</span>${value.slice(end)}`;
  }
}
