/** The history: every picture that was kept, found again, sorted, compared, and thrown away. */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { HistoryQuery } from "@/api/history";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard, Render } from "@/api/types";
import type { ConfirmSheet } from "@/controls/confirm-sheet";
import type { FolderSheet } from "@/controls/folder-sheet";
import type { BarAct, HistoryBar } from "@/controls/history-bar";
import type { Carried } from "@/controls/history-rail";
import { looks } from "@/controls/looks";
import type { PictureGrid } from "@/controls/picture-grid";
import type { Toast } from "@/controls/toast";
import type { Page } from "@/router";
import { besides, EVERYTHING, NOTHING, type Selection, toggle, within } from "@/state/history-state";
import { KeptPictures, type Remembered } from "@/state/kept-pictures";
import { count, Speaks, t } from "@/state/language";
import { models } from "@/state/models";
import { Acts } from "./history/acts";
import { historyLooks } from "./history/looks";
import { Opened } from "./history/opened";
import "./history/parts";
import { Place, sameQuery, walkTo } from "./history/place";

const TILE = "rashin.history.tile";
const NEAR_TOP = 40;

/** What was shown when somebody left for another page, and how far it was scrolled. */
let left: (Remembered & { readonly top: number; readonly at: number }) | null = null;

@customElement("history-page")
export class HistoryPage extends LitElement {
  @state() private selection: Selection = NOTHING;
  @state() private choosing = false;
  @state() private models: readonly ModelCard[] = [];
  @state() private problem: Problem | null = null;
  @state() private tile = Number(localStorage.getItem(TILE)) || 132;
  @query("rashin-picture-grid") private grid!: PictureGrid | null;
  @query("rashin-history-bar") private bar!: HistoryBar;
  @query(".page") private pageToast!: Toast;
  @query(".over") private overToast!: Toast;
  @query("rashin-confirm") private confirm!: ConfirmSheet;
  @query("rashin-folder-sheet") private folderSheet!: FolderSheet;
  private readonly kept = new KeptPictures(this, (error) => this.fail(error));
  private readonly large = new Opened(this, (error) => this.fail(error));
  private readonly place = new Place(
    this,
    () => this.look(),
    () => void this.lookFor(this.address.open),
  );
  private readonly acts = new Acts({
    kept: this.kept,
    toast: () => this.toast,
    confirm: () => this.confirm,
    folders: () => this.folderSheet,
    failed: (error) => this.fail(error),
    folderIs: (name) => {
      const { query: asked } = this.address;
      if (asked.folder !== null) this.place.go({ query: { ...asked, folder: name } }, "replace");
    },
  });
  private events = new AbortController();

  static override styles = [looks, historyLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.events = new AbortController();
    const { signal } = this.events;
    window.addEventListener("keydown", (event) => this.key(event), { signal, capture: true });
    void models(signal).then((cards) => {
      this.models = cards;
    });
    if (left && sameQuery(left.query, this.address.query)) this.comeBack(left);
    else void this.kept.look(this.address.query);
    void this.lookFor(this.address.open);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.events.abort();
    left = { ...this.kept.remembered, top: this.scrollTop, at: this.grid?.at ?? 0 };
  }

  private comeBack(from: Remembered & { readonly top: number; readonly at: number }): void {
    this.kept.recall(from);
    void this.updateComplete
      .then(() => this.grid?.updateComplete)
      .then(() => {
        if (this.grid) this.grid.at = from.at;
        this.scrollTop = from.top;
      });
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    if (this.kept.arrived.length > 0 && this.idle) this.kept.welcome();
  }

  /** Nothing is lost when newcomers push everything on by a place. */
  private get idle(): boolean {
    return this.scrollTop < NEAR_TOP && this.selection.ids.size === 0 && this.address.open === null;
  }

  private fail(error: unknown): void {
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.problem = asProblem(error);
  }

  private get address() {
    return this.place.address;
  }

  /** Words are said where they can be pressed: over a picture that lies over the page. */
  private get toast(): Toast {
    return this.address.open === null ? this.pageToast : this.overToast;
  }

  private look(): void {
    this.selection = NOTHING;
    this.choosing = false;
    this.scrollTop = 0;
    if (this.grid) this.grid.at = 0;
    void this.kept.look(this.address.query);
  }

  private leave(): void {
    this.place.leave();
    this.grid?.focus();
  }

  private async lookFor(id: string | null): Promise<void> {
    if (!(await this.large.lookFor(id, this.kept.items))) this.place.go({ open: null }, "replace");
  }

  private get opened(): Render | null {
    return this.large.of(this.address.open, this.kept.items);
  }

  private get chosen(): readonly Render[] {
    return this.kept.items.filter((one) => this.selection.ids.has(one.id));
  }

  private key(event: KeyboardEvent): void {
    const [target] = event.composedPath();
    const typing = target instanceof HTMLInputElement && target.type !== "checkbox";
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !typing) {
      if (!this.toast.takeBack()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (event.key === "/" && !typing && this.address.open === null) {
      event.preventDefault();
      this.bar.focus();
    }
  }

  private choose(selection: Selection): void {
    this.selection = within(
      selection,
      this.kept.items.map((one) => one.id),
    );
    if (selection === NOTHING) this.choosing = false;
  }

  private readonly barActs: Readonly<Record<BarAct, () => void>> = {
    star: () => void this.acts.starMany(this.chosen),
    move: () => this.acts.move([...this.selection.ids], () => this.choose(NOTHING)),
    compare: () => this.comparePair([...this.selection.ids]),
    download: () => void this.acts.download(this.chosen),
    discard: () => this.away([...this.selection.ids]),
    restore: () => {
      void this.acts.restore([...this.selection.ids]);
      this.choose(NOTHING);
    },
    all: () => this.choose({ ids: new Set(this.kept.items.map((one) => one.id)), anchor: null }),
    none: () => this.choose(NOTHING),
    choose: () => {
      this.choosing = true;
      this.grid?.focus();
    },
    // The bar offers these two only while a folder is shown.
    rename: () => this.acts.renameFolder(this.address.query.folder ?? ""),
    remove: () => void this.acts.removeFolder(this.address.query.folder ?? ""),
    empty: () => void this.acts.emptyTrash(),
  };

  private away(ids: readonly string[]): void {
    this.choose(NOTHING);
    if (!this.address.query.trash) void this.acts.discard(ids);
  }

  /** Discard from the large view: the next picture takes its place there. */
  private discardOpened(render: Render): void {
    const next = besides(
      this.kept.items.map((one) => one.id),
      render.id,
    );
    if (next === null) this.leave();
    else this.place.go({ open: next }, "replace");
    void this.acts.discard([render.id]);
  }

  private comparePair(ids: readonly string[]): void {
    const [a, b] = ids;
    if (!a || !b) return;
    this.place.go({ compare: [a, b], open: null }, "push");
  }

  /** Compare with the one that is chosen already, or choose it and wait for another. */
  private compareWith(render: Render): void {
    const [other] = [...this.selection.ids].filter((id) => id !== render.id);
    if (other) {
      this.comparePair([other, render.id]);
      return;
    }
    if (this.address.open !== null) this.leave();
    this.choosing = true;
    if (!this.selection.ids.has(render.id)) this.choose(toggle(NOTHING, render.id));
    this.toast.show(() => t("history.compareWith"), null);
  }

  private step(by: number): void {
    const { items } = this.kept;
    const at = items.findIndex((one) => one.id === this.address.open);
    const next = items[at + by];
    if (at < 0 || !next) return;
    if (this.grid) this.grid.at = at + by;
    if (at + by > items.length - 10) void this.kept.more();
    this.place.go({ open: next.id }, "replace");
  }

  private async show(render: Render): Promise<void> {
    const address = await this.large.placeOf(render);
    if (address !== null) walkTo(address, this.renderRoot);
  }

  override render() {
    const { address, kept, selection } = this;
    const { query: asked } = address;
    return html`<div class="rail">
        <rashin-history-rail
          .folders=${kept.folders}
          .query=${asked}
          @go=${(event: CustomEvent<HistoryQuery>) => this.place.ask(event.detail)}
          @put=${(event: CustomEvent<Carried>) => {
            void this.acts.put(event.detail.ids, event.detail.folder);
            this.choose(NOTHING);
          }}
          @fresh=${() => {
            if (selection.ids.size > 0) return this.barActs.move();
            this.choosing = true;
            this.toast.show(() => t("history.newFolderHint"), null);
          }}
        ></rashin-history-rail>
      </div>
      <div class="top">
        <rashin-history-bar
          .query=${asked}
          .models=${this.models}
          .chosen=${selection.ids.size}
          ?choosing=${this.choosing}
          ?empty=${kept.told && kept.items.length === 0}
          .tile=${this.tile}
          @go=${(event: CustomEvent<HistoryQuery>) => this.place.ask(event.detail)}
          @act=${(event: CustomEvent<BarAct>) => this.barActs[event.detail]()}
          @tile=${(event: CustomEvent<number>) => {
            this.tile = event.detail;
            localStorage.setItem(TILE, String(this.tile));
          }}
        ></rashin-history-bar>
        ${this.news()}
      </div>
      <div>
        ${
          this.problem
            ? html`<rashin-notice
                .problem=${this.problem}
                retry
                @retry=${() => {
                  this.problem = null;
                  void kept.look(asked);
                }}
                @dismiss=${() => {
                  this.problem = null;
                }}
              ></rashin-notice>`
            : nothing
        }
        ${
          kept.told && kept.items.length === 0
            ? html`<rashin-history-none .query=${asked} @everything=${() => this.place.ask(EVERYTHING)}></rashin-history-none>`
            : this.pictures()
        }
      </div>
      ${this.overlays()}`;
  }

  private news() {
    const n = this.kept.arrived.length;
    if (n === 0) return nothing;
    return html`<button
      class="news"
      data-testid="arrived"
      @click=${() => {
        this.kept.welcome();
        this.scrollTo({ top: 0 });
      }}
    >
      ${n === 1 ? t("history.arrivedOne") : t("history.arrivedMany", { n: count(n) })}
    </button>`;
  }

  private pictures() {
    const { kept } = this;
    return html`<rashin-picture-grid
        class=${kept.told ? "" : "old"}
        .items=${kept.items}
        .selection=${this.selection}
        .scroller=${this}
        .tile=${this.tile}
        ?trash=${this.address.query.trash}
        ?choosing=${this.choosing}
        ?more=${kept.next !== null}
        @choose=${(event: CustomEvent<Selection>) => this.choose(event.detail)}
        @open=${(event: CustomEvent<Render>) => this.place.go({ open: event.detail.id }, "push")}
        @star=${(event: CustomEvent<Render>) => {
          const many = this.selection.ids.has(event.detail.id) && this.selection.ids.size > 1;
          void (many ? this.acts.starMany(this.chosen) : this.acts.star(event.detail));
        }}
        @move=${(event: CustomEvent<Render>) =>
          this.acts.move(this.withChosen(event.detail), () => this.choose(NOTHING))}
        @compare=${(event: CustomEvent<Render>) => this.compareWith(event.detail)}
        @discard=${(event: CustomEvent<Render>) => {
          this.away(this.withChosen(event.detail));
          void this.updateComplete.then(() => this.grid?.focus());
        }}
        @end=${() => void kept.more()}
      ></rashin-picture-grid>
      <div class="tail quiet" role="status">${kept.busy && kept.items.length > 0 ? t("common.loading") : ""}</div>`;
  }

  /** This picture, or all that are chosen if it is among them. */
  private withChosen(render: Render): readonly string[] {
    return this.selection.ids.has(render.id) ? [...this.selection.ids] : [render.id];
  }

  private overlays() {
    const { address, kept, opened } = this;
    const at = kept.items.findIndex((one) => one.id === opened?.id);
    const all = `${count(kept.items.length)}${kept.next === null ? "" : "+"}`;
    return html`<rashin-kept-picture
        .kept=${opened}
        .models=${this.models}
        .place=${at < 0 ? "" : `${count(at + 1)} / ${all}`}
        ?mapped=${this.large.mapOf(opened) !== undefined}
        @close=${() => this.leave()}
        @go=${(event: CustomEvent<number>) => this.step(event.detail)}
        @star=${(event: CustomEvent<Render>) => void this.acts.star(event.detail)}
        @move=${(event: CustomEvent<Render>) => this.acts.move([event.detail.id], () => undefined)}
        @compare=${(event: CustomEvent<Render>) => this.compareWith(event.detail)}
        @place=${(event: CustomEvent<Render>) => void this.show(event.detail)}
        @discard=${(event: CustomEvent<Render>) => this.discardOpened(event.detail)}
        @restore=${(event: CustomEvent<Render>) => {
          this.leave();
          void this.acts.restore([event.detail.id]);
        }}
      >
        <rashin-toast class="over"></rashin-toast>
      </rashin-kept-picture>
      <rashin-compare-sheet
        .pair=${address.compare}
        .models=${this.models}
        @pair=${(event: CustomEvent<readonly [string, string] | null>) => {
          if (event.detail) this.place.go({ compare: event.detail }, "replace");
          else this.leave();
        }}
      ></rashin-compare-sheet>
      <rashin-folder-sheet .folders=${kept.folders}></rashin-folder-sheet>
      <rashin-confirm></rashin-confirm>
      <rashin-toast class="page"></rashin-toast>`;
  }
}

export const page: Page = {
  path: "/history",
  title: "nav.history",
  order: 6,
  icon: "clock",
  rereads: true,
  mount(root) {
    const element = document.createElement("history-page");
    root.append(element);
    return () => element.remove();
  },
};
