/** The Atlas: everything the model knows, laid out so that it can be walked. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { asProblem, type Problem } from "@/api/problem";
import type { Landing, ModelCard, PointCard, Scored } from "@/api/types";
import { atlasLooks } from "@/controls/atlas.looks";
import "@/controls/help-sheet";
import type { HelpSheet } from "@/controls/help-sheet";
import "@/controls/hover-card";
import "@/controls/landing-note";
import "@/controls/legend";
import { looks } from "@/controls/looks";
import "@/controls/map-card";
import "@/controls/map-corner";
import "@/controls/map-search";
import type { MapSearch } from "@/controls/map-search";
import "@/controls/map-words";
import "@/controls/notice";
import { GraphicsUnavailable } from "@/map/gl";
import type { Heading } from "@/map/walk";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { type AtlasAddress, readAtlas, writeAtlas } from "@/state/atlas-address";
import { Finder } from "@/state/finder";
import { onLanguage, Speaks, t } from "@/state/language";
import { models } from "@/state/models";
import { askNow } from "@/state/status";
import { onTheme } from "@/state/theme";
import { Chart, type ChartCallbacks } from "./atlas/chart";
import { Dwell } from "./atlas/dwell";
import { type Keys, press } from "./atlas/keys";
import { Voyages } from "./atlas/voyages";
import { type Phase, qualityWords, waitingWords } from "./atlas/words";

@customElement("atlas-page")
export class AtlasPage extends LitElement {
  @state() private chart: Chart | null = null;
  @state() private model: ModelCard | null = null;
  @state() private phase: Phase = "loading";
  @state() private problem: Problem | null = null;
  @state() private card: PointCard | null = null;
  @state() private other: PointCard | null = null;
  @state() private choosing = false;
  @state() private words = "";
  @state() private best: readonly Scored[] | null = null;
  @state() private searching = false;
  @state() private hovered: { card: PointCard; x: number; y: number } | null = null;
  @state() private landing: Landing | null = null;
  @state() private decoding = false;
  @state() private touched = false;
  @state() private regions: readonly string[] = [];
  @query(".map") private host!: HTMLElement;
  @query("rashin-help") private help!: HelpSheet;
  @query("rashin-map-search") private search!: MapSearch;
  private life = new AbortController();
  private selected: number | null = null;
  private readonly dwell = new Dwell(
    (n, x, y, isStillOver) => {
      this.chart?.cardOf(n).then(
        (card) => {
          if (isStillOver()) this.hovered = { card, x, y };
        },
        () => undefined,
      );
    },
    () => {
      this.hovered = null;
    },
  );
  private addressTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly finder = new Finder({
    busy: (on) => {
      this.searching = on;
    },
    found: (best) => {
      this.best = best;
      this.chart?.glow(best);
    },
    failed: (error, again) => this.fail(error, again),
  });
  private readonly voyages = new Voyages({
    draw: (voyage) => this.chart?.show({ voyage }),
    busy: (on) => {
      this.decoding = on;
    },
    landed: (landing) => {
      this.landing = landing;
      this.chart?.land(landing);
    },
    failed: (error, again) => this.fail(error, again),
  });
  private again: (() => void) | null = null;

  static override styles = [looks, atlasLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.life = new AbortController();
    const { signal } = this.life;
    window.addEventListener("keydown", (event) => press(event, this.keys(), this.host), { signal });
    signal.addEventListener(
      "abort",
      onTheme(() => this.chart?.paint()),
    );
    signal.addEventListener(
      "abort",
      onLanguage(() => this.chart?.paint()),
    );
    void this.updateComplete.then(() => this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.life.abort();
    clearTimeout(this.addressTimer);
    this.finder.stop();
    this.voyages.cancel();
    this.chart?.destroy();
    this.chart = null;
  }

  private fail(error: unknown, again: (() => void) | null = null): void {
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.problem = asProblem(error);
    this.again = again;
    askNow();
  }

  private dismiss(retry: boolean): void {
    this.problem = null;
    if (retry) this.again?.();
  }

  private async load(): Promise<void> {
    this.problem = null;
    const address = readAtlas(location.search);
    try {
      const chart = await Chart.open(this.host, this.callbacks(), address.camera, address.map);
      if (!this.isConnected) chart?.destroy();
      else if (chart) this.unfold(chart, address);
      else this.phase = "none";
    } catch (error) {
      if (error instanceof GraphicsUnavailable) this.phase = "no-gl";
      else this.fail(error, () => void this.load());
    }
  }

  private callbacks(): ChartCallbacks {
    return {
      moved: () => {
        this.touched = true;
        this.remember();
      },
      hovered: (n, x, y) => this.dwell.hover(n, x, y),
      picked: (n) => void this.pick(n),
      emptied: (x, y) => this.decode(x, y),
      drawn: () => undefined,
      regions: (names) => {
        if (names.join() !== this.regions.join()) this.regions = names;
      },
    };
  }

  private unfold(chart: Chart, address: AtlasAddress): void {
    this.chart = chart;
    this.phase = "ready";
    if (address.colour !== null) void this.colourBy(address.colour);
    if (address.point !== null) void this.pick(address.point, address.camera === null);
    if (address.words !== "") this.lookFor(address.words);
    chart.loadLabels().catch((error: unknown) => this.fail(error));
    chart.loadAdditions().then(
      () => this.requestUpdate(),
      (error: unknown) => this.fail(error),
    );
    void models(this.life.signal).then((cards) => {
      this.model = cards.find((known) => known.id === chart.map.model) ?? null;
    });
  }

  private async colourBy(column: string): Promise<void> {
    try {
      await this.chart?.colourBy(column);
      this.remember();
    } catch (error) {
      this.fail(error, () => void this.colourBy(column));
    }
    this.requestUpdate();
  }

  private remember(): void {
    this.hovered = null;
    clearTimeout(this.addressTimer);
    this.addressTimer = setTimeout(() => {
      if (this.chart)
        replaceQuery(
          writeAtlas({
            map: new URLSearchParams(location.search).get("map"),
            camera: this.chart.view.camera,
            colour: this.chart.column === this.chart.map.columns[0]?.id ? null : this.chart.column,
            point: this.selected,
            words: this.words,
          }),
        );
    }, 250);
  }

  private async pick(n: number, fly = true): Promise<void> {
    const { chart } = this;
    if (!chart) return;
    this.hovered = null;
    if (this.choosing && this.card) return this.pickSecond(chart, n);
    this.selected = n;
    this.other = null;
    chart.show({ selected: n, ties: [] });
    if (fly) chart.view.reveal(n);
    this.remember();
    try {
      const card = await chart.cardOf(n);
      if (this.selected !== n) return;
      this.card = card;
      chart.show({ ties: card.neighbours.map((one) => one.n) });
    } catch (error) {
      this.fail(error, () => void this.pick(n));
    }
  }

  private async pickSecond(chart: Chart, n: number): Promise<void> {
    this.choosing = false;
    try {
      this.other = await chart.cardOf(n);
      chart.show({ ties: [n] });
    } catch (error) {
      this.fail(error, () => void this.pickSecond(chart, n));
    }
  }

  private close(): void {
    this.card = null;
    this.other = null;
    this.choosing = false;
    this.selected = null;
    this.chart?.show({ selected: null, ties: [] });
    this.remember();
  }

  private decode(x: number, y: number): void {
    if (!this.chart) return;
    this.close();
    this.landing = null;
    this.problem = null;
    void this.voyages.go(this.chart.map.id, x, y);
  }

  private cancelDecode(): void {
    this.landing = null;
    this.voyages.cancel();
  }

  private lookFor(words: string): void {
    this.words = words;
    this.remember();
    if (this.chart) this.finder.look(this.chart.map.id, words);
  }

  private goTo(n: number | undefined): void {
    if (n === undefined) return;
    this.chart?.view.reveal(n, 3);
    void this.pick(n, false);
  }

  private keys(): Keys {
    return {
      walk: (heading) => void this.walk(heading),
      search: () => this.search.focus(),
      help: () => this.help.open(),
      zoom: (delta) => this.chart?.view.zoomBy(delta),
      home: () => this.chart?.view.goHome(),
      back: () => (this.decoding || this.landing ? this.cancelDecode() : this.close()),
      open: () => this.renderRoot.querySelector("rashin-map-card")?.enter(),
    };
  }

  private async walk(heading: Heading): Promise<void> {
    const { chart, selected } = this;
    if (!chart) return;
    const { view } = chart;
    const card = selected === null ? null : await chart.cardOf(selected).catch(() => null);
    const neighbours = card?.neighbours.map((one) => one.n) ?? [];
    const next = selected === null ? view.middle() : view.ahead(selected, heading, neighbours);
    if (next !== null) await this.pick(next);
  }

  override render() {
    return html`
      <div
        class="map"
        role="application"
        tabindex="0"
        data-testid="map"
        data-phase=${this.phase}
        aria-label=${t("atlas.label")}
      ></div>
      <rashin-map-words .card=${this.card} .regions=${this.regions}></rashin-map-words>
      ${this.phase === "ready" ? this.furniture() : this.waiting()}
      <div class="notices">
        <rashin-notice
          .problem=${this.problem}
          .retry=${this.again !== null}
          @retry=${() => this.dismiss(true)}
          @dismiss=${() => this.dismiss(false)}
        ></rashin-notice>
      </div>
      <rashin-help></rashin-help>
    `;
  }

  private waiting() {
    if (this.problem) return nothing;
    const [title, hint] = waitingWords(this.phase);
    return html`<div class="waiting" role="status"><h1>${title}</h1><p class="quiet">${hint}</p></div>`;
  }

  private furniture() {
    const { chart } = this;
    if (!chart) return nothing;
    const { map } = chart;
    return html`
      <div class="left">
        <rashin-map-search
          .map=${map}
          .words=${this.words}
          .best=${this.best}
          ?busy=${this.searching}
          @words=${(event: CustomEvent<string>) => this.lookFor(event.detail)}
          @go=${() => this.goTo(this.best?.[0]?.n)}
          @pick=${(event: CustomEvent<number>) => this.goTo(event.detail)}
        ></rashin-map-search>
        <rashin-legend
          class=${this.best ? "pushed" : ""}
          .columns=${map.columns}
          .column=${chart.column}
          .alone=${chart.alone}
          @column=${(event: CustomEvent<string>) => void this.colourBy(event.detail)}
          @alone=${(event: CustomEvent<number | null>) => {
            chart.isolate(event.detail);
            this.requestUpdate();
          }}
        ></rashin-legend>
      </div>
      <rashin-hover-card
        .map=${map}
        .card=${this.hovered?.card ?? null}
        .x=${this.hovered?.x ?? 0}
        .y=${this.hovered?.y ?? 0}
        .src=${chart.late.get(this.hovered?.card.n ?? -1) ?? this.hovered?.card.image ?? null}
      ></rashin-hover-card>
      ${
        this.card
          ? html`<rashin-map-card
            class="side"
            .map=${map}
            .model=${this.model}
            .card=${this.card}
            .other=${this.other}
            .late=${chart.late}
            ?choosing=${this.choosing}
            @close=${() => this.close()}
            @walk=${(event: CustomEvent<number>) => void this.pick(event.detail)}
            @choose=${() => {
              this.choosing = !this.choosing;
            }}
          ></rashin-map-card>`
          : nothing
      }
      <rashin-landing
        class="note-place"
        ?busy=${this.decoding}
        .landing=${this.landing}
        @cancel=${() => this.cancelDecode()}
        @open=${(event: CustomEvent<number>) => {
          this.cancelDecode();
          void this.pick(event.detail);
        }}
      ></rashin-landing>
      <rashin-map-corner
        class=${this.card ? "shifted" : ""}
        @zoom=${(event: CustomEvent<number>) => this.chart?.view.zoomBy(event.detail)}
        @home=${() => this.chart?.view.goHome()}
        @keys=${() => this.help.open()}
      ></rashin-map-corner>
      <p class="quality" data-testid="quality" title=${t("atlas.qualityHelp")}>${qualityWords(map, chart.additions.length)}</p>
      ${this.touched || this.card || this.decoding || this.landing || this.words ? nothing : html`<p class="hint">${t("atlas.hint")}</p>`}
    `;
  }
}

export const page: Page = {
  path: "/",
  title: "nav.atlas",
  order: 1,
  icon: "chart",
  mount(root) {
    const element = document.createElement("atlas-page");
    root.append(element);
    return () => element.remove();
  },
};
