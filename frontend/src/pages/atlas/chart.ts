/** A map from the server and the drawing of it: its data, its colours, its cards, its newcomers. */

import * as api from "@/api/client";
import type { Addition, LabelLayer, Landing, MapCard, PointCard, Scored } from "@/api/types";
import type { Camera } from "@/map/camera";
import { LatentMap, type MapCallbacks, type MapProps } from "@/map/map";
import { type PointColumns, readPoints } from "@/map/points-file";
import type { AtlasAddress } from "@/state/address";
import { glowOf } from "@/state/finder";
import { say } from "@/state/language";

/** The dots that have no value in a column. */
const QUIET = "#8a94a3";
/** Names stay below the search box on narrow windows. */
const NARROW_PX = 721;

export type ChartCallbacks = Omit<MapCallbacks, "lost">;

export class Chart {
  column: string;
  alone: number | null = null;
  additions: readonly Addition[] = [];
  /** Pictures of the points that joined later, by number. */
  late: ReadonlyMap<number, string | null> = new Map();
  view: LatentMap;
  private readonly cards = new Map<number, Promise<PointCard>>();
  private colours: Uint8Array<ArrayBuffer>;

  /** The first map of the server, or null where there is none. */
  static async open(host: HTMLElement, on: ChartCallbacks, camera: Camera | null): Promise<Chart | null> {
    const first = (await api.maps())[0];
    if (!first) return null;
    const [map, points, labels] = await Promise.all([
      api.map(first.id),
      api.mapPoints(first.id),
      api.mapLabels(first.id),
    ]);
    return new Chart(host, on, map, readPoints(points), labels, camera);
  }

  private constructor(
    private readonly host: HTMLElement,
    private readonly on: ChartCallbacks,
    readonly map: MapCard,
    private readonly points: PointColumns,
    private readonly labels: readonly LabelLayer[],
    camera: Camera | null,
  ) {
    this.column = map.columns[0]?.id ?? "";
    this.colours = points.colour;
    this.view = this.draw(camera);
    this.paint();
  }

  show(props: MapProps): void {
    this.view.update(props);
  }

  destroy(): void {
    this.view.destroy();
  }

  /** Everything that depends on theme and language. */
  paint(): void {
    const style = getComputedStyle(document.documentElement);
    const token = (name: string) => style.getPropertyValue(name).trim();
    this.show({
      ink: { accent: token("--accent"), ink: token("--ink"), surface: token("--surface") },
      labels: this.labels.map((layer) => ({
        ...layer,
        labels: layer.labels.map((label) => ({ ...label, text: say(label.title) })),
      })),
      labelTop: innerWidth < NARROW_PX ? 70 : 20,
    });
    this.isolate(this.alone);
  }

  /** Show one entry of the legend alone, or all. */
  isolate(alone: number | null): void {
    this.alone = alone;
    const legend = this.map.columns.find((known) => known.id === this.column)?.legend ?? [];
    this.show({ palette: { colours: legend.map((entry) => entry.colour), quiet: QUIET, alone } });
  }

  /** Colour the dots by a column; an unknown one changes nothing. */
  async colourBy(column: string): Promise<void> {
    const { columns } = this.map;
    if (!columns.some((known) => known.id === column)) return;
    this.column = column;
    const first = columns[0]?.id === column;
    const colours = first ? this.points.colour : await api.mapColumn(this.map.id, column);
    if (this.column !== column) return;
    this.colours = colours;
    this.show({ colours });
    this.isolate(null);
  }

  async loadAdditions(): Promise<void> {
    for (const one of await api.mapAdditions(this.map.id)) this.join(one);
  }

  join(addition: Addition): void {
    if (this.late.has(addition.n)) return;
    this.late = new Map(this.late).set(addition.n, addition.image);
    this.additions = [...this.additions, addition];
    this.show({ newcomers: this.additions });
  }

  /** The picture of an empty place is a point like any other from now on. */
  land({ point, render, x, y }: Landing): void {
    if (point === null) return;
    const image = render.image?.url ?? null;
    this.join({ n: point, x, y, render_id: render.id, image, recipe: render.recipe });
  }

  /** What was found glows, the best three are ringed; null ends it. */
  glow(best: readonly Scored[] | null): void {
    if (best === null) this.show({ glow: null, best: [] });
    else this.show({ glow: glowOf(best, this.map.count), best: best.slice(0, 3).map((one) => one.n) });
  }

  /** What is seen, for the address bar. */
  address(point: number | null, words: string): AtlasAddress {
    const colour = this.column === this.map.columns[0]?.id ? null : this.column;
    return { camera: this.view.camera, colour, point, words };
  }

  cardOf(n: number): Promise<PointCard> {
    let card = this.cards.get(n);
    if (!card) {
      card = api.mapPoint(this.map.id, n);
      card.catch(() => this.cards.delete(n));
      this.cards.set(n, card);
    }
    return card;
  }

  private draw(camera: Camera | null): LatentMap {
    const { map, points } = this;
    const tileUrl = (level: number, tile: number) => api.tileUrl(map.id, level, tile);
    const callbacks = { ...this.on, lost: () => this.redraw() };
    return new LatentMap(this.host, { points, atlas: map.atlas, tileUrl }, callbacks, camera ?? undefined);
  }

  /** The graphics card went away and came back. */
  private redraw(): void {
    const { camera } = this.view;
    this.view.destroy();
    this.view = this.draw(camera);
    this.show({ colours: this.colours, newcomers: this.additions });
    this.paint();
  }
}
