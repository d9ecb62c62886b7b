/** The map as a list that can be read: what is in view or chosen, each with its words, region by region. */

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type AtlasMap, type Caption, captions, type Group, type Pair } from "@/api/maps";
import { count, Speaks, say, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";
import "./map-groups";
import { listLooks } from "./map-list.looks";
import "./thumb";

const AT_ONCE = 60;

@customElement("rashin-map-list")
export class MapList extends LitElement {
  @property({ attribute: false }) map: AtlasMap | null = null;
  /** Numbers of points, those that matter most first. */
  @property({ attribute: false }) points: readonly number[] = [];
  /** How many there are, listed or not. */
  @property({ type: Number }) total = 0;
  @property({ type: Boolean }) chosen = false;
  @property({ attribute: false }) regions: readonly string[] = [];
  @property({ attribute: false }) pairs: readonly Pair[] | null = null;
  @property({ attribute: false }) late: ReadonlyMap<number, string | null> = new Map();
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property() group: string | null = null;
  @property({ type: Number }) selected: number | null = null;
  /** By the colours; "" is the middle of the view first. */
  @property() order: "" | "up" | "down" = "";
  /** What the colours show. */
  @property() field = "";
  @state() private known: ReadonlyMap<number, Caption> = new Map();
  @state() private most = AT_ONCE;

  static override styles = [looks, listLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("points") && changed.get("points")?.length !== this.points.length) this.most = AT_ONCE;
    if (changed.has("map")) this.known = new Map();
    if (changed.has("points") || changed.has("pairs")) void this.read();
  }

  /** Fetch the words that are not known yet, all in one question. */
  private async read(): Promise<void> {
    const { map } = this;
    const wanted = this.points.slice(0, this.most).filter((n) => !this.known.has(n));
    if (!map || wanted.length === 0) return;
    const found = await captions(map.id, wanted).catch(() => []);
    if (map === this.map) this.known = new Map([...this.known, ...found.map((one) => [one.n, one] as const)]);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private more(): void {
    this.most += AT_ONCE;
    void this.read();
  }

  private item(n: number) {
    const words = this.known.get(n);
    const title = words ? say(words.title) : String(n);
    return html`<li>
      <button
        aria-current=${n === this.selected ? "true" : nothing}
        data-n=${n}
        @click=${() => this.tell("open", n)}
        @pointerenter=${() => this.tell("echo", n)}
        @focus=${() => this.tell("echo", n)}
        @blur=${() => this.tell("echo", null)}
      >
        <rashin-thumb .map=${this.map} .n=${n} .src=${this.late.get(n) ?? null}></rashin-thumb>
        <span class="title">${title}</span>
        ${words && words.prompt !== words.title.en ? html`<span class="prompt">${words.prompt}</span>` : nothing}
      </button>
    </li>`;
  }

  private pairsList() {
    const { pairs } = this;
    if (!pairs) return nothing;
    return html`<section aria-label=${t("map.pairs")} data-testid="pairs">
      <h3>${t("map.pairs")}</h3>
      ${pairs.length === 0 ? html`<p class="quiet">${t("map.collapseNone")}</p>` : nothing}
      <ul class="pairs">
        ${pairs.map(
          ({ points: [a, b], titles: [first, second] }) =>
            html`<li>
            <button @click=${() => this.tell("pair", [a, b])}>
              <rashin-thumb .map=${this.map} .n=${a}></rashin-thumb>
              <rashin-thumb .map=${this.map} .n=${b}></rashin-thumb>
              <span class="title">${say(first)} = ${say(second)}</span>
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private ordering() {
    const titles = {
      "": t("list.order.middle"),
      down: t("list.order.down", { field: this.field }),
      up: t("list.order.up", { field: this.field }),
    };
    return html`<label class="order"
      >${t("list.order")}
      <select
        data-testid="order"
        @change=${(event: Event) => this.tell("order", (event.target as HTMLSelectElement).value || null)}
      >
        ${Object.entries(titles).map(
          ([value, title]) =>
            html`<option value=${value} ?selected=${value === this.order}>${title}</option>`,
        )}
      </select></label
    >`;
  }

  override render() {
    const shown = this.points.slice(0, this.most);
    return html`<section class="sheet" data-testid="map-list" aria-label=${t("map.list")}>
      <header>
        <h2>${t(this.chosen ? "map.inChosen" : "map.inView")}</h2>
        <span class="quiet" role="status">${t("map.listOf", { n: count(this.total) })}</span>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.tell("close")}>${icon("close")}</button>
      </header>
      <div class="scroll" @pointerleave=${() => this.tell("echo", null)}>
        ${this.pairsList()}
        ${
          this.regions.length > 0
            ? html`<h3>${t("map.regionsHere")}</h3>
              <div class="regions">
                ${this.regions.map(
                  (name) => html`<span
                    ><button @click=${() => this.tell("region", name)}>${name}</button
                    ><button
                      class="name"
                      aria-label=${t("region.editOf", { title: name })}
                      title=${t("region.editOf", { title: name })}
                      @click=${() => this.tell("name", name)}
                    >
                      ${icon("pen")}
                    </button></span
                  >`,
                )}
              </div>`
            : nothing
        }
        <rashin-map-groups
          .groups=${this.groups}
          .map=${this.map?.name ?? ""}
          .current=${this.group}
          @show=${(event: CustomEvent) => this.tell("group", event.detail)}
          @forget=${(event: CustomEvent) => this.tell("forget", event.detail)}
        ></rashin-map-groups>
        <h3 class="apart">${t("map.listOf", { n: count(this.total) })}</h3>
        ${shown.length === 0 ? html`<p class="quiet">${t("map.listEmpty")}</p>` : nothing}
        ${this.ordering()}
        <ul class="grid">${shown.map((n) => this.item(n))}</ul>
        ${
          this.points.length > shown.length
            ? html`<button class="rest" @click=${() => this.more()}>
              ${t("map.listMore", { n: Math.min(AT_ONCE, this.points.length - shown.length) })}
            </button>`
            : nothing
        }
      </div>
    </section>`;
  }
}
