/** A grid of kept pictures: open one, choose many, by mouse, keyboard and touch. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, query, queryAll } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Render } from "@/api/types";
import { extend, keyTo, NOTHING, type Selection, toggle } from "@/state/history-state";
import { Speaks, t } from "@/state/language";
import { titleOf } from "@/state/recipe-words";
import { icon } from "./icons";
import { looks } from "./looks";
import { gridLooks } from "./picture-grid.looks";

/** What a dragged bunch of pictures is called on its way to a folder. */
export const CARRIED = "application/x-rashin-renders";
const HOLD_MS = 450;

@customElement("rashin-picture-grid")
export class PictureGrid extends LitElement {
  @property({ attribute: false }) items: readonly Render[] = [];
  @property({ attribute: false }) selection: Selection = NOTHING;
  @property({ type: Boolean }) trash = false;
  /** Which one the keyboard stands on. */
  @property({ type: Number }) at = 0;
  @query("ul") private list!: HTMLElement;
  @queryAll("button.take") private buttons!: NodeListOf<HTMLButtonElement>;
  private hold: ReturnType<typeof setTimeout> | undefined;
  private held = false;

  static override styles = [looks, gridLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.hold);
  }

  /** Put the keyboard on a picture. */
  override focus(): void {
    this.buttons[Math.min(this.at, this.items.length - 1)]?.focus();
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
    else if (event.ctrlKey || event.metaKey || this.selection.ids.size > 0)
      this.choose(toggle(this.selection, render.id));
    else this.tell("open", render);
  }

  private touch(event: PointerEvent, render: Render): void {
    clearTimeout(this.hold);
    this.held = false;
    if (event.pointerType !== "touch") return;
    this.hold = setTimeout(() => {
      this.held = true;
      this.choose(toggle(this.selection, render.id));
    }, HOLD_MS);
  }

  private columns(): number {
    return getComputedStyle(this.list).gridTemplateColumns.split(" ").length;
  }

  private key(event: KeyboardEvent): void {
    const here = this.items[this.at];
    if (!here || event.altKey) return;
    const whole = event.ctrlKey || event.metaKey;
    const to = keyTo(event.key, this.at, this.columns(), this.items.length);
    if (to !== null) this.walk(to, here, event.shiftKey);
    else if (event.key === " ") this.choose(toggle(this.selection, here.id));
    else if (event.key === "a" && whole) this.choose({ ids: new Set(this.order), anchor: here.id });
    else if (event.key === "Escape" && this.selection.ids.size > 0) this.choose(NOTHING);
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
    this.at = to;
    this.buttons[to]?.focus();
    if (to > this.items.length - this.columns() * 2) this.tell("end", null);
  }

  private drag(event: DragEvent, render: Render): void {
    const ids = this.selection.ids.has(render.id) ? [...this.selection.ids] : [render.id];
    event.dataTransfer?.setData(CARRIED, JSON.stringify(ids));
    if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
  }

  override render() {
    const at = Math.min(this.at, this.items.length - 1);
    return html`<ul
      data-testid="pictures"
      class=${this.selection.ids.size > 0 ? "choosing" : ""}
      aria-label=${t("history.grid")}
      @keydown=${(event: KeyboardEvent) => this.key(event)}
    >
      ${repeat(
        this.items,
        (render) => render.id,
        (render, index) => this.tile(render, index, index === at),
      )}
    </ul>`;
  }

  private tile(render: Render, index: number, active: boolean) {
    const words = titleOf(render.recipe, render.id);
    const chosen = this.selection.ids.has(render.id);
    const tab = active ? 0 : -1;
    return html`<li class=${chosen ? "chosen" : ""} data-testid="kept" data-id=${render.id}>
      <button
        class="take"
        tabindex=${tab}
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
        ${
          render.image
            ? html`<img src=${render.image.url} alt="" loading="lazy" decoding="async" draggable="false" />`
            : html`<span class="none ${render.state}">
                ${render.error ?? t(`history.state.${stateOf(render.state)}`)}<small>${words}</small>
              </span>`
        }
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
}

const STATES = ["queued", "running", "done", "failed", "cancelled"] as const;

/** A state that the dictionary has a word for. */
const stateOf = (state: string): (typeof STATES)[number] =>
  STATES.find((known) => known === state) ?? "queued";
