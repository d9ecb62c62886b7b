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
import type { MapTool } from "@/controls/map-tools";
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
import { keysOf } from "./atlas/acts";
import { ALONG } from "./atlas/along";
import { Chart, type ChartCallbacks } from "./atlas/chart";
import { carryOver, cleared, type Desk, deskOf } from "./atlas/desk";
import { Dwell } from "./atlas/dwell";
import { furniture, waiting } from "./atlas/furniture";
import type { Host } from "./atlas/host";
import { press } from "./atlas/keys";
import { News } from "./atlas/news";
import { twin } from "./atlas/second";
import { pngOf, save, svgOf } from "./atlas/taking";
import { Twins } from "./atlas/twins";
import { Versions } from "./atlas/versions";
import type { Phase } from "./atlas/words";

@customElement("atlas-page")
export class AtlasPage extends LitElement implements Host {
  @state() desk: Desk | null = null;
  versions: Versions | null = null;
  private news: News | null = null;
  /** The words of the picture that joined last, while somebody was looking. */
  private joined = "";
  /** The map that the address asked for, and what an address without one means. */
  private asked: string | null = null;
  private first: string | null = null;
  /** Of several wishes to go to another map the last one counts. */
  private journey = 0;
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
  readonly twins = new Twins({
    changed: () => this.requestUpdate(),
    remember: () => this.remember(),
    failed: (error) => this.failed(error),
    made: (map) => {
      this.renderRoot.querySelector("rashin-twin")?.close();
      void this.openBeside(map);
    },
  });
  @query("rashin-map-search") search!: MapSearch;
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
    window.addEventListener("keydown", (event) => press(event, keysOf(this), this.host), { signal });
    window.addEventListener("popstate", () => this.restore(readAtlas(location.search)), { signal });
    const repaint = () => {
      this.desk?.chart.paint();
      this.desk?.beside.chart?.paint();
      this.desk?.layers.again();
    };
    for (const stop of [onTheme(repaint), onLanguage(repaint)]) signal.addEventListener("abort", stop);
    void this.updateComplete.then(() => this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.life.abort();
    clearTimeout(this.addressTimer);
    this.journey += 1;
    this.versions?.close();
    this.news?.close();
    this.twins.stop();
    if (this.desk) cleared(this.desk);
    this.desk?.chart.destroy();
    this.desk = null;
  }

  changed(): void {
    this.requestUpdate();
    this.desk?.beside.choose(this.desk.choosing.points);
    this.desk?.beside.sift(this.desk.sifting.out);
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
      named: (x, y) => this.desk?.naming.at(x, y),
      emptied: (x, y) => this.desk?.venturing.decode(x, y),
      drawn: (shape, held) => this.desk?.choosing.drawn(shape, held, this.desk.sifting.out),
      regions: (names) => {
        if (names.join() !== this.regions.join()) this.regions = names;
      },
    };
  }

  private unfold(chart: Chart, address: AtlasAddress, old: Desk | null = null): void {
    this.desk = deskOf(chart, {
      changed: () => this.changed(),
      remember: () => this.remember(),
      failed: (error, again) => this.failed(error, again ?? null),
      setOff: () => {
        this.problem = null;
      },
    });
    this.asked = address.map;
    if (address.map === null) this.first = chart.map.name;
    if (this.versions?.name !== chart.map.name) {
      this.versions?.close();
      this.versions = new Versions(chart.map.name, {
        changed: () => this.requestUpdate(),
        remember: () => this.remember(),
        failed: (error, again) => this.failed(error, again ?? null),
        laidOut: ({ key }) => void this.goToVersion(key),
      });
      void this.versions.load();
    }
    this.phase = "ready";
    if (old) carryOver(old, this.desk);
    this.restore(address, true);
    if (!old) chart.loadLabels().catch((error: unknown) => this.failed(error));
    this.news?.close();
    this.news = new News(chart, (words) => {
      this.joined = words ?? this.joined;
      this.requestUpdate();
    });
    void this.desk.choosing.load();
    void models(this.life.signal).then((cards) => {
      this.model = cards.find((known) => known.id === chart.map.model) ?? null;
    });
  }

  /** Go over to another version of this map, and look at the same land there. */
  async goToVersion(map: string): Promise<void> {
    this.settle();
    await this.goTo({ ...readAtlas(location.search), map, camera: null });
    this.remember();
  }

  /** Show another map; where it is a version of this one, every point goes to its place there. */
  private async goTo(address: AtlasAddress): Promise<void> {
    const { desk, versions } = this;
    if (!desk || !versions) return;
    this.journey += 1;
    const { journey } = this;
    const here = address.map?.split("@")[0] === versions.name;
    versions.going = here ? versions.numberOf(address.map) : null;
    this.requestUpdate();
    try {
      const chart = await Chart.open(this.host, this.callbacks(), address.camera, address.map, desk.chart);
      if (journey !== this.journey) return chart?.destroy();
      if (!chart) throw new RangeError(t("atlas.none"));
      cleared(desk);
      this.unfold(chart, address, here ? desk : null);
      chart.take(desk.chart);
      if (here && address.camera) chart.view.flyTo(address.camera);
    } catch (error) {
      if (journey === this.journey) this.failed(error, () => void this.goTo(address));
    } finally {
      versions.going = null;
      this.requestUpdate();
    }
  }

  /** Show what the address says; after going back, only what is different. */
  private restore(address: AtlasAddress, first = false): void {
    const { desk } = this;
    if (!desk) return;
    const { chart, standing, looking, choosing, sifting, layers, beside, along, listing } = desk;
    if (!first && !this.versions?.means(address.map, chart.map.version, this.first))
      return void this.goTo(address);
    if (!first && address.camera) chart.view.flyTo(address.camera);
    if (address.point === null && !first) standing.close();
    else if (address.point !== null && address.point !== standing.selected)
      void standing.pick(address.point, first && address.camera === null);
    if (address.words !== looking.words) looking.type(address.words);
    choosing.restore(address.chosen, address.group, address.set);
    // An act that was taken back may have named a region.
    if (!first) void chart.loadLabels().catch(() => undefined);
    if (!first)
      void chart.loadAdditions().then(
        () => desk.venturing.forgetLost(),
        () => undefined,
      );
    layers.restore(address.layers);
    const colour = address.colour ?? chart.map.columns[0]?.id ?? "";
    listing.order = address.order;
    const coloured = colour === chart.column ? Promise.resolve() : chart.colourBy(colour);
    void Promise.all([along.restore(address.along), coloured]).then(() => sifting.restore(address.filters));
    if (address.beside !== beside.id) void this.openBeside(address.beside);
  }

  async openBeside(id: string | null): Promise<void> {
    const { beside, sifting } = this.desk ?? {};
    await beside?.open(() => this.renderRoot.querySelector<HTMLElement>(".second"), id);
    if (this.desk) this.use(this.desk.choosing.tool);
    await sifting?.count();
  }

  /** Colour by likeness to one point of this map. */
  likenessTo(n: number): void {
    void this.desk?.along.aim(`#${n}`);
    void this.colourBy(ALONG);
  }

  use(tool: MapTool): void {
    this.desk?.choosing.use(tool);
    this.desk?.beside.use(tool);
  }

  async colourBy(column: string): Promise<void> {
    const first = this.model?.directions[0];
    // An example says best what a direction is.
    if (column === ALONG && this.desk?.along.said === "" && this.desk.chart.map.decodes && first)
      void this.desk.along.aim(`dir("${first.id}")`);
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
    const { chart, choosing, sifting, looking, layers, listing, standing, beside, along } = this.desk;
    listing.look();
    replaceQuery(
      writeAtlas({
        map: this.versions?.written(chart.map.version, this.asked) ?? null,
        camera: chart.view.camera,
        colour: chart.column === chart.map.columns[0]?.id ? null : chart.column,
        along: along.said,
        order: listing.order,
        point: standing.selected,
        words: looking.words,
        group: choosing.group,
        chosen: choosing.points,
        set: choosing.set,
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
      save(blob, `${chart.map.name}.${format}`);
    } catch (error) {
      this.failed(error, () => void this.take(format));
    }
    this.writing = false;
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
      <rashin-map-words .joined=${this.joined} .card=${desk?.standing.card ?? null} .regions=${desk?.chart.describe(this.regions) ?? []}></rashin-map-words>
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
      ${desk ? twin(this, desk) : nothing}
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
