/** A grid of kept pictures, however many: open one, choose some, by mouse, keyboard and touch. */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { thumbnail } from "@/api/history";
import type { Render } from "@/api/types";
import { gridOf, inSight, placeOf, scrollTo } from "@/state/grid-window";
import { extend, keyTo, NOTHING, type Selection, toggle } from "@/state/history-state";
import { Speaks, t } from "@/state/language";
import { titleOf } from "@/state/recipe-words";
import { icon } from "./icons";
import { looks } from "./looks";
import { gridLooks } from "./picture-grid.looks";

/** What a dragged bunch of pictures is called on its way to a folder. */
export const CARRIED = "application/x-rashin-renders";
const HOLD_MS = 450;
const STATES = ["queued", "running", "done", "failed", "cancelled"] as const;

@customElement("rashin-picture-grid")
export class PictureGrid extends LitElement {
  @property({ attribute: false }) items: readonly Render[] = [];
  @property({ attribute: false }) selection: Selection = NOTHING;
  @property({ type: Boolean }) trash = false;
  /** A press chooses instead of opening. */
  @property({ type: Boolean }) choosing = false;
  /** There are more of them than are here. */
  @property({ type: Boolean }) more = false;
  /** No picture is smaller than this, in pixels. */
  @property({ type: Number }) tile = 132;
  /** What scrolls; the grid only draws what is in sight of it. */
  @property({ attribute: false }) scroller: HTMLElement | null = null;
  /** Which one the keyboard stands on. */
  @property({ type: Number }) at = 0;
  @state() private width = 0;
  @state() private sight: readonly [number, number] = [0, 0];
  @query("ul") private list!: HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.measure());
  private events = new AbortController();
  private hold: ReturnType<typeof setTimeout> | undefined;
  private held = false;

  static override styles = [looks, gridLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.hold);
    this.sizes.disconnect();
    this.events.abort();
  }

  private get gap(): number {
    return this.width < 560 ? 6 : 10;
  }

  private get grid() {
    const least = this.width < 560 ? Math.min(this.tile, this.tile * 0.8) : this.tile;
    return gridOf(this.width, least, this.gap, this.items.length);
  }

  /** How far the grid is scrolled, and how much of it the window shows. */
  private window(): { readonly top: number; readonly height: number } {
    const { scroller } = this;
    if (!scroller) return { top: 0, height: innerHeight };
    const top = scroller.getBoundingClientRect().top - this.getBoundingClientRect().top;
    return { top, height: scroller.clientHeight };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("scroller")) return;
    this.events.abort();
    this.events = new AbortController();
    const { signal } = this.events;
    this.scroller?.addEventListener("scroll", () => this.measure(), { passive: true, signal });
    if (this.scroller) this.sizes.observe(this.scroller);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("items") || changed.has("tile")) this.measure();
  }

  private measure(): void {
    this.width = this.clientWidth;
    const { top, height } = this.window();
    const [from, to] = inSight(this.grid, top, height);
    if (from !== this.sight[0] || to !== this.sight[1]) this.sight = [from, to];
    if (this.more && to >= this.items.length - this.grid.columns) this.tell("end", null);
  }

  /** Put the keyboard on a picture. */
  override focus(): void {
    this.stand(Math.max(0, Math.min(this.at, this.items.length - 1)));
  }

  private stand(index: number): void {
    this.at = index;
    const { top, height } = this.window();
    const by = scrollTo(this.grid, index, top, height - 60);
    if (by !== 0) this.scroller?.scrollBy({ top: by });
    void this.updateComplete.then(() =>
      this.list.querySelector<HTMLElement>(`[data-n="${index}"] .take`)?.focus({ preventScroll: true }),
    );
  }

  private tell<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail }));
  }

  private choose(selection: Selection): void {
    this.tell("choose", selection);
  }

  private get order(): readonly string[] {
    return this.items.map((one) => one.id);
  }

  private press(event: MouseEvent, render: Render, index: number): void {
    this.at = index;
    // A long touch has chosen it already.
    if (this.held) this.held = false;
    else if (event.shiftKey) this.choose(extend(this.selection, render.id, this.order));
    else if (event.ctrlKey || event.metaKey || this.choosing || this.selection.ids.size > 0)
      this.choose(toggle(this.selection, render.id));
    else this.tell("open", render);
  }

  private touch(event: PointerEvent, render: Render): void {
    clearTimeout(this.hold);
    this.held = false;
    if (event.pointerType !== "touch") return;
    this.hold = setTimeout(() => {
      this.held = true;
      navigator.vibrate?.(12);
      this.choose(toggle(this.selection, render.id));
    }, HOLD_MS);
  }

  private key(event: KeyboardEvent): void {
    const here = this.items[this.at];
    if (!here || event.altKey) return;
    const whole = event.ctrlKey || event.metaKey;
    const to = whole ? null : keyTo(event.key, this.at, this.grid.columns, this.items.length);
    if (to !== null) this.walk(to, here, event.shiftKey);
    else if (event.key === " ") this.choose(toggle(this.selection, here.id));
    else if (event.key === "a" && whole) this.choose({ ids: new Set(this.order), anchor: here.id });
    else if (event.key === "Escape" && (this.selection.ids.size > 0 || this.choosing)) this.choose(NOTHING);
    else if (event.key === "Delete" || event.key === "Backspace") this.tell("discard", here);
    else if (event.key === "s" && !whole) this.tell("star", here);
    else if (event.key === "m" && !whole) this.tell("move", here);
    else if (event.key === "c" && !whole) this.tell("compare", here);
    else return;
    event.preventDefault();
  }

  private walk(to: number, here: Render, choosing: boolean): void {
    const there = this.items[to];
    if (choosing && there) {
      const from = this.selection.anchor === null ? toggle(this.selection, here.id) : this.selection;
      this.choose(extend(from, there.id, this.order));
    }
    this.stand(to);
  }

  private drag(event: DragEvent, render: Render): void {
    const ids = this.selection.ids.has(render.id) ? [...this.selection.ids] : [render.id];
    event.dataTransfer?.setData(CARRIED, JSON.stringify(ids));
    if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
  }

  override render() {
    const { grid, items } = this;
    const at = Math.min(this.at, items.length - 1);
    const [from, to] = this.sight;
    const drawn = items.slice(from, to).map((render, index) => ({ render, index: from + index }));
    const here = items[at];
    // Where the keyboard stands is drawn also when it is out of sight, so that it is not lost.
    if (here && (at < from || at >= to)) drawn.push({ render: here, index: at });
    const choosing = this.choosing || this.selection.ids.size > 0;
    return html`<ul
      data-testid="pictures"
      class=${choosing ? "choosing" : ""}
      .style=${`height:${grid.height}px;--side:${grid.side}px`}
      aria-label=${t("history.grid")}
      @keydown=${(event: KeyboardEvent) => this.key(event)}
    >
      ${repeat(
        this.width > 0 ? drawn : [],
        ({ render }) => render.id,
        ({ render, index }) => this.item(render, index, placeOf(grid, index), index === at),
      )}
    </ul>`;
  }

  private item(render: Render, index: number, { x, y }: { x: number; y: number }, active: boolean) {
    const words = titleOf(render.recipe, render.id);
    const chosen = this.selection.ids.has(render.id);
    return html`<li
      class=${chosen ? "chosen" : ""}
      .style=${`transform:translate(${x}px,${y}px)`}
      data-testid="kept"
      data-id=${render.id}
      data-n=${index}
      aria-posinset=${index + 1}
      aria-setsize=${this.more ? -1 : this.items.length}
    >
      <button
        class="take"
        tabindex=${active ? 0 : -1}
        title=${words}
        aria-label=${chosen ? t("history.chosen", { title: words }) : words}
        aria-keyshortcuts="Enter Space s m c Delete"
        draggable=${this.trash ? "false" : "true"}
        @focus=${() => {
          this.at = index;
        }}
        @dragstart=${(event: DragEvent) => this.drag(event, render)}
        @pointerdown=${(event: PointerEvent) => this.touch(event, render)}
        @pointermove=${(event: PointerEvent) => {
          if (Math.abs(event.movementX) + Math.abs(event.movementY) > 2) clearTimeout(this.hold);
        }}
        @pointerup=${() => clearTimeout(this.hold)}
        @pointercancel=${() => clearTimeout(this.hold)}
        @contextmenu=${(event: PointerEvent) => {
          if (event.pointerType === "touch") event.preventDefault();
        }}
        @click=${(event: MouseEvent) => this.press(event, render, index)}
      >
        ${this.inside(render, words)}
      </button>
      <label class="pick">
        <input
          type="checkbox"
          tabindex="-1"
          .checked=${chosen}
          aria-label=${t("history.choose", { title: words })}
          @click=${(event: MouseEvent) => {
            this.choose(
              event.shiftKey
                ? extend(this.selection, render.id, this.order)
                : toggle(this.selection, render.id),
            );
          }}
        />
      </label>
      ${
        this.trash
          ? nothing
          : html`<button
            class="icon star ${render.starred ? "on" : ""}"
            tabindex="-1"
            aria-pressed=${render.starred}
            aria-label=${render.starred ? t("studio.unstar") : t("studio.star")}
            @click=${() => this.tell("star", render)}
          >
            ${icon("star")}
          </button>`
      }
    </li>`;
  }

  private inside(render: Render, words: string) {
    if (render.image) {
      const pixels = this.grid.side * devicePixelRatio;
      return html`<img src=${thumbnail(render.image, pixels)} alt="" decoding="async" draggable="false" />`;
    }
    const state = STATES.find((known) => known === render.state) ?? "queued";
    return html`<span class="none ${state}">
      ${render.error ?? t(`history.state.${state}`)}<small>${words}</small>
    </span>`;
  }
}
