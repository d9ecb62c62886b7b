/** The Atlas: everything the model knows, laid out so that it can be walked. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard, PointCard } from "@/api/types";
import { atlasLooks } from "@/controls/atlas.looks";
import { DropAnywhere } from "@/controls/drop-anywhere";
import "@/controls/help-sheet";
import type { HelpSheet } from "@/controls/help-sheet";
import { looks } from "@/controls/looks";
import type { MapSearch } from "@/controls/map-search";
import "@/controls/map-words";
import "@/controls/notice";
import { GraphicsUnavailable } from "@/map/gl";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { type AtlasAddress, readAtlas, writeAtlas } from "@/state/atlas-address";
import { onLanguage, Speaks, t } from "@/state/language";
import { models } from "@/state/models";
import { askNow } from "@/state/status";
import { onTheme } from "@/state/theme";
import { Beside } from "./atlas/beside";
import { Chart, type ChartCallbacks } from "./atlas/chart";
import { Choosing } from "./atlas/choosing";
import { Dwell } from "./atlas/dwell";
import { furniture, waiting } from "./atlas/furniture";
import type { Host } from "./atlas/host";
import { type Keys, press } from "./atlas/keys";
import { Layers } from "./atlas/layers";
import { Listing } from "./atlas/listing";
import { Looking } from "./atlas/looking";
import { Sifting } from "./atlas/sifting";
import { Standing } from "./atlas/standing";
import { pngOf, save, svgOf } from "./atlas/taking";
import { Venturing } from "./atlas/venturing";
import type { Phase } from "./atlas/words";

/** How often it is asked who has joined the map. */
const NEWS_MS = 5000;

/** Everything that is done on one map. */
export interface Desk {
  readonly chart: Chart;
  readonly standing: Standing;
  readonly venturing: Venturing;
  readonly choosing: Choosing;
  readonly sifting: Sifting;
  readonly looking: Looking;
  readonly layers: Layers;
  readonly listing: Listing;
  readonly beside: Beside;
}

@customElement("atlas-page")
export class AtlasPage extends LitElement implements Host {
  @state() desk: Desk | null = null;
  @state() model: ModelCard | null = null;
  @state() phase: Phase = "loading";
  @state() problem: Problem | null = null;
  @state() hovered: { card: PointCard; x: number; y: number } | null = null;
  @state() touched = false;
  @state() regions: readonly string[] = [];
  /** A file of the view is being written. */
  @state() writing = false;
  @query(".map") private host!: HTMLElement;
  @query("rashin-help") private help!: HelpSheet;
  @query("rashin-map-search") private search!: MapSearch;
  readonly drop = new DropAnywhere(this, (files) => {
    const file = files[0];
    if (file) void this.desk?.looking.file(file);
  });
  private life = new AbortController();
  private again: (() => void) | null = null;
  private addressTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly dwell = new Dwell(
    (n, x, y, isStillOver) => {
      this.desk?.chart.cardOf(n).then(
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
    window.addEventListener("popstate", () => this.restore(readAtlas(location.search)), { signal });
    const repaint = () => {
      this.desk?.chart.paint();
      this.desk?.beside.chart?.paint();
      this.desk?.layers.again();
    };
    const news = setInterval(() => void this.news(), NEWS_MS);
    for (const stop of [onTheme(repaint), onLanguage(repaint), () => clearInterval(news)])
      signal.addEventListener("abort", stop);
    void this.updateComplete.then(() => this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.life.abort();
    clearTimeout(this.addressTimer);
    this.desk?.venturing.cancel();
    this.desk?.looking.stop();
    this.desk?.beside.close();
    this.desk?.chart.destroy();
    this.desk = null;
  }

  changed(): void {
    this.requestUpdate();
    this.desk?.beside.choose(this.desk.choosing.points);
  }

  failed(error: unknown, again: (() => void) | null = null): void {
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
      else this.failed(error, () => void this.load());
    }
  }

  private callbacks(): ChartCallbacks {
    return {
      moved: () => {
        this.touched = true;
        this.remember();
      },
      hovered: (n, x, y) => {
        this.dwell.hover(n, x, y);
        this.desk?.beside.echo(n);
      },
      picked: (n) => void this.desk?.standing.pick(n),
      emptied: (x, y) => this.desk?.venturing.decode(x, y),
      drawn: (shape, held) => this.desk?.choosing.drawn(shape, held, this.desk.sifting.out),
      regions: (names) => {
        if (names.join() !== this.regions.join()) this.regions = names;
      },
    };
  }

  private unfold(chart: Chart, address: AtlasAddress): void {
    const host: Host = {
      changed: () => this.changed(),
      remember: () => this.remember(),
      failed: (error, again) => this.failed(error, again ?? null),
    };
    const sifting = new Sifting(chart, host);
    const listing = new Listing(chart, sifting, host);
    const standing = new Standing(chart, { ...host, stood: (n) => this.desk?.beside.select(n) });
    this.desk = {
      chart,
      sifting,
      listing,
      standing,
      choosing: new Choosing(chart, host),
      looking: new Looking(chart, host),
      layers: new Layers(chart, host),
      beside: new Beside(chart, { ...host, picked: (n) => void standing.pick(n) }),
      venturing: new Venturing(chart, {
        ...host,
        setOff: () => {
          standing.close();
          this.problem = null;
        },
        landed: () => this.desk?.layers.again(),
        paired: (pairs) => listing.show(pairs),
      }),
    };
    this.phase = "ready";
    this.restore(address, true);
    chart.loadLabels().catch((error: unknown) => this.failed(error));
    void this.news();
    void this.desk.choosing.load();
    void models(this.life.signal).then((cards) => {
      this.model = cards.find((known) => known.id === chart.map.model) ?? null;
    });
  }

  /** Show what the address says; after going back, only what is different. */
  private restore(address: AtlasAddress, first = false): void {
    const { desk } = this;
    if (!desk) return;
    const { chart, standing, looking, choosing, sifting, layers, beside } = desk;
    if (!first && address.camera) chart.view.flyTo(address.camera);
    if (address.point === null && !first) standing.close();
    else if (address.point !== null && address.point !== standing.selected)
      void standing.pick(address.point, first && address.camera === null);
    if (address.words !== looking.words) looking.type(address.words);
    choosing.restore(address.chosen, address.group);
    layers.restore(address.layers);
    const colour = address.colour ?? chart.map.columns[0]?.id ?? "";
    const coloured = colour === chart.column ? Promise.resolve() : chart.colourBy(colour);
    void coloured.then(() => sifting.restore(address.filters));
    if (address.beside !== beside.id) void this.openBeside(address.beside);
  }

  async openBeside(id: string | null): Promise<void> {
    const { beside, sifting } = this.desk ?? {};
    await beside?.open(() => this.renderRoot.querySelector<HTMLElement>(".second"), id);
    await sifting?.count();
  }

  /** Pictures that were made meanwhile, here or elsewhere, take their places. */
  private async news(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    if (await this.desk?.chart.loadAdditions().catch(() => false)) this.requestUpdate();
  }

  async colourBy(column: string): Promise<void> {
    try {
      await this.desk?.chart.colourBy(column);
      this.remember();
      await this.desk?.sifting.count();
    } catch (error) {
      this.failed(error, () => void this.colourBy(column));
    }
  }

  remember(): void {
    this.hovered = null;
    clearTimeout(this.addressTimer);
    this.addressTimer = setTimeout(() => this.settle(), 250);
  }

  private settle(): void {
    if (!this.desk) return;
    const { chart, choosing, sifting, looking, layers, listing, standing, beside } = this.desk;
    listing.look();
    replaceQuery(
      writeAtlas({
        map: new URLSearchParams(location.search).get("map"),
        camera: chart.view.camera,
        colour: chart.column === chart.map.columns[0]?.id ? null : chart.column,
        point: standing.selected,
        words: looking.words,
        group: choosing.group,
        chosen: choosing.points,
        filters: sifting.written,
        layers: [...layers.on],
        beside: beside.id,
      }),
    );
  }

  close(): void {
    this.desk?.standing.close();
    this.remember();
  }

  showHelp(): void {
    this.help.open();
  }

  async take(format: "png" | "svg"): Promise<void> {
    if (!this.desk) return;
    const { chart, sifting } = this.desk;
    this.writing = true;
    try {
      const { host } = this;
      const blob = format === "png" ? await pngOf(chart, host) : await svgOf(chart, host, sifting.out);
      save(blob, `${chart.map.id}.${format}`);
    } catch (error) {
      this.failed(error, () => void this.take(format));
    }
    this.writing = false;
  }

  private keys(): Keys {
    const { desk } = this;
    const view = desk?.chart.view;
    return {
      walk: (heading) => desk?.standing.walk(heading),
      search: () => this.search.focus(),
      help: () => this.help.open(),
      zoom: (delta) => view?.zoomBy(delta),
      home: () => view?.goHome(),
      back: () => this.stepBack(),
      open: () => {
        if (view?.drafts.busy) view.drafts.close();
        else this.renderRoot.querySelector("rashin-map-card")?.enter();
      },
      use: (tool) => desk?.choosing.use(tool),
      list: () => desk?.listing.toggle(),
      toggle: () =>
        void desk?.standing.walked.then(() => {
          const n = desk.standing.selected;
          if (n !== null) desk.choosing.toggle(n);
        }),
    };
  }

  /** Escape takes one thing back at a time, the newest first. */
  private stepBack(): void {
    if (!this.desk) return;
    const { chart, choosing, standing, venturing, listing } = this.desk;
    if (chart.view.drafts.busy) chart.view.drafts.cancel();
    else if (venturing.busy || venturing.landing) venturing.cancel();
    else if (standing.card) this.close();
    else if (choosing.tool !== "hand") choosing.use("hand");
    else if (choosing.count > 0) choosing.clear();
    else listing.toggle(false);
  }

  override render() {
    const { desk } = this;
    const second = (desk?.beside.id ?? null) !== null;
    return html`
      <div
        class=${second ? "map halved" : "map"}
        role="application"
        tabindex="0"
        data-testid="map"
        data-phase=${this.phase}
        aria-label=${t("atlas.label")}
      ></div>
      ${second ? html`<div class="map second" data-testid="second"></div>` : nothing}
      <rashin-map-words .card=${desk?.standing.card ?? null} .regions=${desk?.chart.describe(this.regions) ?? []}></rashin-map-words>
      ${desk ? furniture(this, desk) : waiting(this)}
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
}

export const page: Page = {
  path: "/",
  title: "nav.atlas",
  order: 1,
  icon: "chart",
  rereads: true,
  mount(root) {
    const element = document.createElement("atlas-page");
    root.append(element);
    return () => element.remove();
  },
};
