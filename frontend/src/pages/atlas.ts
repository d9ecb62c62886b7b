/** The Atlas: everything the model knows, laid out so that it can be walked. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as api from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { Addition, LabelLayer, Landing, MapCard, ModelCard, PointCard, Scored } from "@/api/types";
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
import "@/controls/notice";
import type { Camera } from "@/map/camera";
import { LatentMap, type MapProps } from "@/map/map";
import type { Voyage } from "@/map/overlay";
import { type PointColumns, readPoints } from "@/map/points-file";
import type { Heading } from "@/map/walk";
import type { Page } from "@/router";
import { readAtlas, replaceQuery, writeAtlas } from "@/state/address";
import { Finder } from "@/state/finder";
import { count, onLanguage, Speaks, say, t } from "@/state/language";
import { askNow } from "@/state/status";
import { onTheme } from "@/state/theme";

const DWELL_MS = 125;
const GRACE_MS = 260;
const HEADINGS: Readonly<Record<string, Heading>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

@customElement("atlas-page")
export class AtlasPage extends LitElement {
  @state() private map: MapCard | null = null;
  @state() private model: ModelCard | null = null;
  @state() private phase: "loading" | "ready" | "none" | "no-gl" = "loading";
  @state() private problem: Problem | null = null;
  @state() private card: PointCard | null = null;
  @state() private other: PointCard | null = null;
  @state() private choosing = false;
  @state() private column = "";
  @state() private alone: number | null = null;
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
  private view: LatentMap | null = null;
  private points: PointColumns | null = null;
  private labels: readonly LabelLayer[] = [];
  private late = new Map<number, string | null>();
  private additions: Addition[] = [];
  private readonly cards = new Map<number, Promise<PointCard>>();
  private readonly stops: (() => void)[] = [];
  private selected: number | null = null;
  private hover: number | null = null;
  private hoverTimer: ReturnType<typeof setTimeout> | undefined;
  private addressTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly finder = new Finder({
    busy: (on) => {
      this.searching = on;
    },
    found: (best) => this.found(best),
    failed: (error, again) => this.fail(error, again),
  });
  private decodeAbort = new AbortController();
  private again: (() => void) | null = null;

  static override styles = [looks, atlasLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const keys = (event: KeyboardEvent) => this.key(event);
    window.addEventListener("keydown", keys);
    this.stops.push(
      () => window.removeEventListener("keydown", keys),
      onTheme(() => this.paint()),
      onLanguage(() => this.paint()),
    );
    void this.updateComplete.then(() => this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops.splice(0)) stop();
    clearTimeout(this.addressTimer);
    this.finder.stop();
    this.decodeAbort.abort();
    this.view?.destroy();
    this.view = null;
  }

  private fail(error: unknown, again: (() => void) | null = null): void {
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.problem = asProblem(error);
    this.again = again;
    askNow();
  }

  private async load(): Promise<void> {
    this.problem = null;
    try {
      const summary = (await api.maps())[0];
      if (!summary) {
        this.phase = "none";
        return;
      }
      const [map, points, labels] = await Promise.all([
        api.map(summary.id),
        api.mapPoints(summary.id),
        api.mapLabels(summary.id),
      ]);
      if (!this.isConnected) return;
      this.points = readPoints(points);
      this.map = map;
      this.labels = labels;
      this.unfold(map, this.points);
      this.phase = this.view ? "ready" : "no-gl";
      void this.loadAdditions(map.id);
      void this.loadModel(map);
    } catch (error) {
      this.fail(error, () => void this.load());
    }
  }

  private unfold(map: MapCard, points: PointColumns): void {
    const address = readAtlas(location.search);
    this.words = address.words;
    try {
      this.view = new LatentMap(
        this.host,
        { points, atlas: map.atlas, tileUrl: (level, tile) => api.tileUrl(map.id, level, tile) },
        {
          moved: () => {
            this.touched = true;
            this.remember();
          },
          hovered: (n, x, y) => this.dwell(n, x, y),
          picked: (n) => void this.pick(n),
          emptied: (x, y) => void this.decode(x, y),
          lost: () => {
            this.view?.destroy();
            this.view = null;
            this.unfold(map, points);
          },
          regions: (names) => {
            if (names.join() !== this.regions.join()) this.regions = names;
          },
        },
        address.camera ?? undefined,
      );
    } catch {
      return;
    }
    this.paint();
    void this.colourBy(address.colour ?? map.columns[0]?.id ?? "");
    if (address.point !== null) void this.pick(address.point, address.camera === null);
    if (this.words) this.lookFor(this.words);
  }

  private async loadModel(map: MapCard): Promise<void> {
    try {
      const models = await api.models();
      this.model = models.find((known) => known.id === map.model) ?? models[0] ?? null;
    } catch {
      // The map works without the catalogue; it is asked for again when the worker has woken up.
      if (this.isConnected) setTimeout(() => void this.loadModel(map), 2000);
    }
  }

  private async loadAdditions(id: string): Promise<void> {
    try {
      for (const one of await api.mapAdditions(id)) this.join(one);
    } catch (error) {
      this.fail(error);
    }
  }

  private join(addition: Addition): void {
    if (this.late.has(addition.n)) return;
    this.late = new Map(this.late).set(addition.n, addition.image);
    this.additions = [...this.additions, addition];
    this.show({ newcomers: this.additions });
  }

  private show(props: MapProps): void {
    this.view?.update(props);
  }

  /** Everything that depends on theme and language. */
  private paint(): void {
    const style = getComputedStyle(document.documentElement);
    const token = (name: string) => style.getPropertyValue(name).trim();
    this.show({
      ink: { accent: token("--accent"), ink: token("--ink"), surface: token("--surface") },
      labels: this.labels.map((layer) => ({
        ...layer,
        labels: layer.labels.map((label) => ({ ...label, text: say(label.title) })),
      })),
      labelTop: innerWidth < 721 ? 70 : 20,
    });
    this.paintPalette();
  }

  private paintPalette(): void {
    const legend = this.map?.columns.find((known) => known.id === this.column)?.legend ?? [];
    this.show({
      palette: { colours: legend.map((entry) => entry.colour), quiet: "#8a94a3", alone: this.alone },
    });
  }

  private async colourBy(column: string): Promise<void> {
    const { map, points } = this;
    if (!map || !points || !map.columns.some((known) => known.id === column)) return;
    this.column = column;
    this.alone = null;
    try {
      const first = map.columns[0]?.id === column;
      const colours = first ? points.colour : await api.mapColumn(map.id, column);
      if (this.column !== column) return;
      this.show({ colours: colours as Uint8Array<ArrayBuffer> });
      this.paintPalette();
      this.remember();
    } catch (error) {
      this.fail(error, () => void this.colourBy(column));
    }
  }

  private remember(): void {
    this.hovered = null;
    clearTimeout(this.addressTimer);
    this.addressTimer = setTimeout(() => {
      const camera: Camera | null = this.view?.camera ?? null;
      const colour = this.column === this.map?.columns[0]?.id ? null : this.column;
      replaceQuery(writeAtlas({ camera, colour, point: this.selected, words: this.words }));
    }, 250);
  }

  private cardOf(n: number): Promise<PointCard> {
    let card = this.cards.get(n);
    if (!card) {
      card = api.mapPoint(this.map?.id ?? "", n);
      card.catch(() => this.cards.delete(n));
      this.cards.set(n, card);
    }
    return card;
  }

  private dwell(n: number | null, x: number, y: number): void {
    if (n === this.hover) return;
    this.hover = n;
    clearTimeout(this.hoverTimer);
    if (n === null) {
      this.hoverTimer = setTimeout(() => {
        this.hovered = null;
      }, GRACE_MS);
      return;
    }
    this.hoverTimer = setTimeout(() => {
      this.cardOf(n).then(
        (card) => {
          if (this.hover === n) this.hovered = { card, x, y };
        },
        () => undefined,
      );
    }, DWELL_MS);
  }

  private async pick(n: number, fly = true): Promise<void> {
    this.hovered = null;
    if (this.choosing && this.card) {
      this.choosing = false;
      try {
        this.other = await this.cardOf(n);
        this.show({ ties: [n] });
      } catch (error) {
        this.fail(error, () => void this.pick(n));
      }
      return;
    }
    this.selected = n;
    this.other = null;
    this.show({ selected: n, ties: [] });
    if (fly) this.view?.reveal(n);
    this.remember();
    try {
      const card = await this.cardOf(n);
      if (this.selected !== n) return;
      this.card = card;
      this.show({ ties: card.neighbours.map((one) => one.n) });
    } catch (error) {
      this.fail(error, () => void this.pick(n));
    }
  }

  private close(): void {
    this.card = null;
    this.other = null;
    this.choosing = false;
    this.selected = null;
    this.show({ selected: null, ties: [] });
    this.remember();
  }

  private async decode(x: number, y: number): Promise<void> {
    const { map } = this;
    if (!map) return;
    this.close();
    this.decodeAbort.abort();
    this.decodeAbort = new AbortController();
    const { signal } = this.decodeAbort;
    const from = { x, y };
    this.landing = null;
    this.decoding = true;
    this.problem = null;
    this.show({ voyage: { from } });
    try {
      const landing = await api.decode(map.id, from, signal);
      if (!signal.aborted) this.land(from, landing);
    } catch (error) {
      if (signal.aborted) return;
      this.show({ voyage: null });
      this.fail(error, () => void this.decode(x, y));
    } finally {
      if (!signal.aborted) this.decoding = false;
    }
  }

  private land(from: Voyage["from"], landing: Landing): void {
    const image = landing.render.image?.url ?? null;
    this.landing = landing;
    const { x, y, confidence } = landing;
    if (landing.point !== null)
      this.join({
        n: landing.point,
        x,
        y,
        render_id: landing.render.id,
        image,
        recipe: landing.render.recipe,
      });
    const shown = image === null ? {} : { image };
    this.show({ voyage: { from, to: { x, y }, confidence, landedAt: performance.now(), ...shown } });
  }

  private cancelDecode(): void {
    this.decodeAbort.abort();
    this.decoding = false;
    this.landing = null;
    this.show({ voyage: null });
  }

  private lookFor(words: string): void {
    this.words = words;
    this.remember();
    if (this.map) this.finder.look(this.map.id, words);
  }

  private found(best: readonly Scored[] | null): void {
    this.best = best;
    const total = this.map?.count ?? 0;
    this.show(
      best === null
        ? { glow: null, best: [] }
        : { glow: glowOf(best, total), best: best.slice(0, 3).map((one) => one.n) },
    );
  }

  private goBest(): void {
    const first = this.best?.[0];
    if (!first) return;
    this.view?.reveal(first.n, 3);
    void this.pick(first.n, false);
  }

  private key(event: KeyboardEvent): void {
    const typing = event.composedPath()[0];
    if (typing instanceof HTMLInputElement || typing instanceof HTMLSelectElement) return;
    if (event.metaKey || event.ctrlKey || event.altKey || !this.view) return;
    const heading = HEADINGS[event.key];
    const acts: Record<string, () => void> = {
      "/": () => this.search.focus(),
      "?": () => this.help.open(),
      "+": () => this.view?.zoomBy(0.75),
      "=": () => this.view?.zoomBy(0.75),
      "-": () => this.view?.zoomBy(-0.75),
      "0": () => this.view?.goHome(),
      Escape: () => (this.decoding || this.landing ? this.cancelDecode() : this.close()),
    };
    if (heading) void this.walk(heading);
    else if (event.key === "Enter" && typing === this.host) {
      this.renderRoot.querySelector("rashin-map-card")?.enter();
    } else if (acts[event.key]) acts[event.key]?.();
    else return;
    if (heading || event.key === "/") event.preventDefault();
  }

  private async walk(heading: Heading): Promise<void> {
    const { view, selected } = this;
    if (!view) return;
    const card = selected === null ? null : await this.cardOf(selected).catch(() => null);
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
      <p class="off" aria-live="polite">${this.card ? `${say(this.card.title)}. ${this.regions[0] ?? ""}` : ""}</p>
      <section class="off" aria-label=${t("atlas.regions")}>
        <ul>${this.regions.map((name) => html`<li>${name}</li>`)}</ul>
      </section>
      ${this.phase === "ready" ? this.furniture() : this.waiting()}
      <div class="notices">
        <rashin-notice
          .problem=${this.problem}
          .retry=${this.again !== null}
          @retry=${() => {
            this.problem = null;
            this.again?.();
          }}
          @dismiss=${() => {
            this.problem = null;
          }}
        ></rashin-notice>
      </div>
      <rashin-help></rashin-help>
    `;
  }

  private waiting() {
    if (this.problem) return nothing;
    const [title, hint] =
      this.phase === "none"
        ? [t("atlas.none"), t("atlas.noneHint")]
        : this.phase === "no-gl"
          ? [t("atlas.noGl"), t("atlas.noGlHint")]
          : [t("atlas.loading"), ""];
    return html`<div class="waiting" role="status"><h1>${title}</h1><p class="quiet">${hint}</p></div>`;
  }

  private furniture() {
    const { map } = this;
    if (!map) return nothing;
    return html`
      <div class="left">
        <rashin-map-search
          .map=${map}
          .words=${this.words}
          .best=${this.best}
          ?busy=${this.searching}
          @words=${(event: CustomEvent<string>) => this.lookFor(event.detail)}
          @go=${() => this.goBest()}
          @pick=${(event: CustomEvent<number>) => {
            this.view?.reveal(event.detail, 3);
            void this.pick(event.detail, false);
          }}
        ></rashin-map-search>
        <rashin-legend
          class=${this.best ? "pushed" : ""}
          .columns=${map.columns}
          .column=${this.column}
          .alone=${this.alone}
          @column=${(event: CustomEvent<string>) => void this.colourBy(event.detail)}
          @alone=${(event: CustomEvent<number | null>) => {
            this.alone = event.detail;
            this.paintPalette();
          }}
        ></rashin-legend>
      </div>
      <rashin-hover-card
        .map=${map}
        .card=${this.hovered?.card ?? null}
        .x=${this.hovered?.x ?? 0}
        .y=${this.hovered?.y ?? 0}
        .src=${this.late.get(this.hovered?.card.n ?? -1) ?? this.hovered?.card.image ?? null}
      ></rashin-hover-card>
      ${
        this.card
          ? html`<rashin-map-card
            class="side"
            .map=${map}
            .model=${this.model}
            .card=${this.card}
            .other=${this.other}
            .late=${this.late}
            ?choosing=${this.choosing}
            @close=${() => this.close()}
            @walk=${(event: CustomEvent<number>) => void this.pick(event.detail)}
            @choose=${() => {
              this.choosing = !this.choosing;
            }}
            @studio=${(event: CustomEvent<string>) => {
              history.pushState(null, "", event.detail);
              window.dispatchEvent(new PopStateEvent("popstate"));
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
        @zoom=${(event: CustomEvent<number>) => this.view?.zoomBy(event.detail)}
        @home=${() => this.view?.goHome()}
        @keys=${() => this.help.open()}
      ></rashin-map-corner>
      <p class="quality" data-testid="quality" title=${t("atlas.qualityHelp")}>${this.quality(map)}</p>
      ${this.touched || this.card || this.decoding || this.landing || this.words ? nothing : html`<p class="hint">${t("atlas.hint")}</p>`}
    `;
  }

  private quality(map: MapCard): string {
    const { trustworthiness, recall_15 } = map.quality;
    return [
      t("atlas.count", { n: count(map.count + this.additions.length) }),
      ...(trustworthiness === null ? [] : [`${t("atlas.trust")} ${trustworthiness.toFixed(2)}`]),
      ...(recall_15 === null ? [] : [`${t("atlas.recall")} ${recall_15.toFixed(2)}`]),
    ].join(" · ");
  }
}

/** Scores → how brightly each point glows; those that were not found stay dim. */
function glowOf(found: readonly Scored[], total: number): Uint8Array<ArrayBuffer> {
  const glow = new Uint8Array(total);
  const top = found[0]?.score ?? 1;
  const low = found.at(-1)?.score ?? 0;
  for (const { n, score } of found) glow[n] = 40 + Math.round((215 * (score - low)) / (top - low || 1));
  return glow;
}

export const page: Page = {
  path: "/",
  title: "nav.atlas",
  order: 1,
  mount(root) {
    const element = document.createElement("atlas-page");
    root.append(element);
    return () => element.remove();
  },
};
