/** What waits, in order: dragged by mouse and finger, moved by keys, made next by a button, cancelled one by one. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Waiting } from "@/api/queue";
import type { ModelCard } from "@/api/types";
import { count, Speaks, say, t } from "@/state/language";
import { gives, keyMoves, placeAfter, spoken } from "@/state/queue-state";
import { titleOf } from "@/state/recipe-words";
import { seedIn } from "@/state/studio-recipe";
import { icon } from "./icons";
import { looks } from "./looks";
import { waitingLooks } from "./queue-waiting.looks";

const ROW = 56;
/** So near to an edge of the window, a dragged row makes it scroll. */
const EDGE = 48;
const SCROLL = 14;

export interface Moved {
  readonly one: Waiting;
  readonly to: number;
}

interface Drag {
  readonly id: string;
  readonly from: number;
  readonly startY: number;
  readonly startTop: number;
  readonly pixels: number;
}

@customElement("rashin-queue-waiting")
export class QueueWaiting extends LitElement {
  @property({ attribute: false }) items: readonly Waiting[] = [];
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  /** How many wait, also where fewer are shown. */
  @property({ type: Number }) all = 0;
  @property({ attribute: false }) scroller: HTMLElement | null = null;
  @state() private drag: Drag | null = null;
  @state() private said = "";
  @query("ol") private list!: HTMLElement;

  static override styles = [looks, waitingLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  private tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail }));
  }

  private move(one: Waiting, to: number): void {
    const from = this.items.findIndex((known) => known.id === one.id);
    if (from === to || from < 0) return;
    this.tell<Moved>("move", { one, to });
    const title = titleOf(one.recipe, one.id);
    this.said = t("queue.movedTo", { title, n: count(to + 1), all: count(this.all) });
  }

  private take(event: PointerEvent, one: Waiting, from: number): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    const startTop = this.scroller?.scrollTop ?? 0;
    this.drag = { id: one.id, from, startY: event.clientY, startTop, pixels: 0 };
    this.tell("hold", true);
  }

  private follow(event: PointerEvent): void {
    const { drag, scroller } = this;
    if (!drag) return;
    if (scroller) {
      const { top, bottom } = scroller.getBoundingClientRect();
      if (event.clientY < top + EDGE) scroller.scrollBy(0, -SCROLL);
      else if (event.clientY > bottom - EDGE) scroller.scrollBy(0, SCROLL);
    }
    const scrolled = (scroller?.scrollTop ?? 0) - drag.startTop;
    this.drag = { ...drag, pixels: event.clientY - drag.startY + scrolled };
  }

  private drop(taken: boolean): void {
    const { drag } = this;
    this.drag = null;
    if (!drag) return;
    const one = this.items.find((known) => known.id === drag.id);
    const to = placeAfter(drag.from, drag.pixels, ROW, this.items.length);
    if (taken && one && to !== drag.from) this.move(one, to);
    else this.tell("hold", false);
  }

  private key(event: KeyboardEvent, one: Waiting, at: number): void {
    if (event.key === "Escape" && this.drag) {
      this.drop(false);
      return;
    }
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      this.tell("stop", one);
      return;
    }
    const to = keyMoves(event.key, at, this.items.length);
    if (to === null) return;
    event.preventDefault();
    this.move(one, to);
    void this.updateComplete.then(() =>
      this.list.querySelector<HTMLElement>(`[data-id="${one.id}"] .grip`)?.focus(),
    );
  }

  override render() {
    const rest = this.all - this.items.length;
    return html`<ol data-testid="waiting" class=${this.drag ? "dragging" : ""}>
        ${repeat(
          this.items,
          (one) => one.id,
          (one, at) => this.row(one, at),
        )}
      </ol>
      ${
        rest > 0
          ? html`<button class="more" @click=${() => this.tell("more", null)}>
              ${t("queue.more", { n: count(rest) })}
            </button>`
          : nothing
      }
      <span class="off" role="status">${this.said}</span>`;
  }

  /** How far a row is from its place, in pixels. */
  private by(at: number): number {
    const { drag } = this;
    if (!drag) return 0;
    if (at === drag.from) return drag.pixels;
    return ROW * gives(at, drag.from, placeAfter(drag.from, drag.pixels, ROW, this.items.length));
  }

  private row(one: Waiting, at: number) {
    const title = titleOf(one.recipe, one.id);
    const { recipe } = one;
    const model = this.models.find((card) => card.id === recipe?.model);
    const seed = recipe ? seedIn(recipe.noise) : null;
    const about = [
      model ? say(model.title) : (recipe?.model ?? ""),
      recipe?.width && recipe.height ? `${recipe.width} × ${recipe.height}` : "",
      seed === null ? "" : `${t("studio.seed")} ${seed}`,
    ];
    const { key, n } = spoken(one.eta_s ?? 0);
    return html`<li
      class=${this.drag?.id === one.id ? "held" : ""}
      .style=${`--by:${this.by(at)}px`}
      data-testid="waits"
      data-id=${one.id}
    >
      <button
        class="grip"
        data-testid="grip"
        aria-label=${t("queue.grip", { title })}
        aria-keyshortcuts="ArrowUp ArrowDown PageUp PageDown Home End Delete"
        @pointerdown=${(event: PointerEvent) => this.take(event, one, at)}
        @pointermove=${(event: PointerEvent) => this.follow(event)}
        @pointerup=${() => this.drop(true)}
        @pointercancel=${() => this.drop(false)}
        @keydown=${(event: KeyboardEvent) => this.key(event, one, at)}
      >
        ${icon("grip")}
      </button>
      <span class="place">${count(at + 1)}</span>
      <div class="words">
        <b title=${title}>${title}</b>
        <small>${about.filter((part) => part !== "").join(" · ")}</small>
      </div>
      <span class="eta">${one.eta_s === null ? "" : t(key, { n: count(n) })}</span>
      <div class="ways">
        <button
          class="bare icon"
          data-testid="make-next"
          ?disabled=${at === 0}
          aria-label=${`${t("queue.first")}: ${title}`}
          title=${t("queue.first")}
          @click=${() => this.move(one, 0)}
        >
          ${icon("top")}
        </button>
        <button
          class="bare icon"
          data-testid="stop"
          aria-label=${t("queue.cancelOne", { title })}
          title=${t("common.cancel")}
          @click=${() => this.tell("stop", one)}
        >
          ${icon("close")}
        </button>
      </div>
    </li>`;
  }
}
