/** A map from the server and the drawing of it: its data, its colours, its cards, its newcomers. */

import * as api from "@/api/client";
import {
  type AtlasColumn,
  type AtlasMap,
  distortion as distortionOf,
  map as mapOf,
  maps as mapsOf,
} from "@/api/maps";
import type { Addition, LabelLayer, Landing, PointCard, Scored } from "@/api/types";
import type { Camera } from "@/map/camera";
import { sameSight, type Version } from "@/map/crossing";
import { LatentMap } from "@/map/map";
import type { Bytes, MapCallbacks, MapProps } from "@/map/props";
import type { Survey } from "@/map/survey";
import { Surveyor } from "@/map/surveyor";
import { coloursOf, type Shades } from "@/state/atlas-colours";
import type { Key } from "@/state/dictionary.en";
import { glowOf } from "@/state/finder";
import { count, say, t } from "@/state/language";

/** Names stay below the search box and the tools, which stand in two rows on narrow windows. */
const NARROW_PX = 721;

export const ownColumn = (
  id: string,
  title: Key,
  values: Readonly<Record<string, string>> = {},
): AtlasColumn => ({
  id,
  title: { en: t(title, values), ja: t(title, values) },
  legend: [],
  kind: "number",
  min: 0,
  max: 1,
});

/** Scores → bytes 0..254; whoever was not found has none. */
function likenessOf(best: readonly Scored[], count: number): Bytes {
  const bytes = new Uint8Array(count).fill(255);
  const [top, low] = [best[0]?.score ?? 1, best.at(-1)?.score ?? 0];
  for (const { n, score } of best)
    if (n < count) bytes[n] = Math.round((254 * (score - low)) / (top - low || 1));
  return bytes;
}

export type ChartCallbacks = Omit<MapCallbacks, "lost">;

export class Chart {
  column: string;
  additions: readonly Addition[] = [];
  labels: readonly LabelLayer[] = [];
  /** Pictures of the points that joined later, by number. */
  late: ReadonlyMap<number, string | null> = new Map();
  view: LatentMap;
  /** Where another map has other neighbours. */
  differs: { readonly bytes: Bytes; readonly title: string } | null = null;
  /** How far the points lie along what somebody typed. */
  along: { readonly bytes: Bytes; readonly cells: Uint16Array; readonly column: AtlasColumn } | null = null;
  private likeness: Bytes | null = null;
  private readonly cards = new Map<number, Promise<PointCard>>();
  private readonly columns = new Map<string, Promise<Bytes>>();
  private colours: Bytes;
  private kept: MapProps = {};
  /** The map is drawn on a sheet of its own, so that one version can lie over another. */
  private readonly sheet = document.createElement("div");

  /**
   * The map of this name (else the first one of the server), or null where there is none. One that is to take the
   * place of another stays out of sight until `take`.
   */
  static async open(
    host: HTMLElement,
    on: ChartCallbacks,
    camera: Camera | null,
    id: string | null = null,
    from: Chart | null = null,
  ): Promise<Chart | null> {
    const surveyor = new Surveyor();
    try {
      const map = id === null ? ((await mapsOf())[0] ?? null) : await mapOf(id);
      if (map) {
        const survey = await surveyor.survey(await api.mapPoints(map.id));
        const chart = new Chart(host, on, map, survey, surveyor, camera, from !== null);
        await chart.prepare(from).catch((error: unknown) => {
          chart.destroy();
          throw error;
        });
        return chart;
      }
    } catch (error) {
      surveyor.close();
      throw error;
    }
    surveyor.close();
    return null;
  }

  private constructor(
    host: HTMLElement,
    private readonly on: ChartCallbacks,
    readonly map: AtlasMap,
    readonly survey: Survey,
    readonly surveyor: Surveyor,
    camera: Camera | null,
    hidden: boolean,
  ) {
    this.sheet.className = hidden ? "sheet coming" : "sheet";
    host.append(this.sheet);
    this.column = map.columns[0]?.id ?? "";
    this.colours = survey.points.colour;
    this.columns.set(this.column, Promise.resolve(this.colours));
    this.view = this.draw(camera);
    this.paint();
  }

  show(props: MapProps): void {
    this.kept = { ...this.kept, ...props };
    this.view.update(props);
  }

  destroy(): void {
    this.view.destroy();
    this.surveyor.close();
    this.sheet.remove();
  }

  /** Look like the map whose place is taken, out of sight; points of another version stand where they were in it. */
  private async prepare(from: Chart | null): Promise<void> {
    if (!from) return;
    await Promise.all([this.loadAdditions(), this.loadLabels(), this.colourBy(from.column)]);
    if (!this.continues(from)) return;
    const { chosen, glow, out } = from.kept;
    this.show({
      chosen: this.fitted(chosen),
      glow: this.fitted(glow),
      out: this.fitted(out),
      best: from.kept.best ?? [],
      selected: from.kept.selected ?? null,
      ties: from.kept.ties ?? [],
    });
    this.lookAs(from);
    await this.view.comeFrom(from.version());
  }

  /** Another version of the same map. */
  private continues(from: Chart): boolean {
    return this.map.name === from.map.name;
  }

  private fitted(bytes: Bytes | null | undefined): Bytes | null {
    if (!bytes) return null;
    const here = new Uint8Array(this.map.count);
    here.set(bytes.subarray(0, here.length));
    return here;
  }

  private lookAs(from: Chart): void {
    const sight = sameSight(
      from.view.camera,
      from.survey.points.bounds,
      this.survey.points.bounds,
      this.view.size,
    );
    this.view.follow(sight);
  }

  /** What another version needs to know of this one. */
  private version(): Version {
    const { x, y, count } = this.survey.points;
    return { count, x, y, late: this.additions, colour: this.colours, shown: this.view.shown() };
  }

  /** Take the place of the other map; its points go where they are in this one. */
  take(from: Chart): void {
    if (this.continues(from)) this.lookAs(from);
    this.sheet.classList.remove("coming");
    from.destroy();
    this.view.setOut();
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
      labelTop: innerWidth < NARROW_PX ? 166 : 64,
    });
    this.dye();
  }

  /** The names of the regions; the points are there before them. */
  async loadLabels(): Promise<void> {
    this.labels = await api.mapLabels(this.map.id);
    this.paint();
  }

  /** The columns of the map, and those that are worked out here. */
  get all(): readonly AtlasColumn[] {
    const theirs = this.map.columns;
    return [...theirs, ...this.own.filter((column) => !theirs.some((known) => known.id === column.id))];
  }

  private get own(): readonly AtlasColumn[] {
    return [
      ownColumn("density", "map.density"),
      ownColumn("distortion", "map.torn"),
      this.along?.column ?? ownColumn("along", "along.title"),
      ...(this.likeness ? [ownColumn("likeness", "map.similar")] : []),
      ...(this.differs ? [ownColumn("disagreement", "map.differ", { title: this.differs.title })] : []),
    ];
  }

  /** Colours and titles of the column that the dots are coloured by. */
  get shades(): Shades {
    return coloursOf(this.all.find((known) => known.id === this.column));
  }

  private dye(): void {
    const { colours, quiet } = this.shades;
    this.show({ palette: { colours, quiet, alone: null } });
  }

  /** One byte a point; fetched once. */
  columnOf(column: string): Promise<Bytes> {
    if (column === "along") return Promise.resolve(this.along?.bytes ?? this.nothing());
    if (column === "likeness" && this.likeness) return Promise.resolve(this.likeness);
    if (column === "disagreement" && this.differs) return Promise.resolve(this.differs.bytes);
    let values = this.columns.get(column);
    if (!values) {
      values = this.read(column);
      values.catch(() => this.columns.delete(column));
      this.columns.set(column, values);
    }
    return values;
  }

  /** No point has a value yet. */
  private nothing(): Bytes {
    return new Uint8Array(this.map.count).fill(255);
  }

  /** The values of the colours, as fine as they are known. */
  get values(): { at(n: number): number; nothing(n: number): boolean } {
    const { colours } = this;
    const fine = this.column === "along" ? this.along?.cells : undefined;
    return {
      at: (n) => fine?.[n] ?? colours[n] ?? 255,
      nothing: (n) => (colours[n] ?? 255) === 255,
    };
  }

  private async read(column: string): Promise<Bytes> {
    if (this.map.columns.some((known) => known.id === column)) return api.mapColumn(this.map.id, column);
    if (column === "density") return this.surveyor.crowding();
    // 255 stands for "no value" in a column; here it is the worst of all.
    return (await distortionOf(this.map.id)).map((byte) => Math.min(254, byte));
  }

  /** Colour the dots by a column; an unknown one changes nothing. */
  async colourBy(column: string): Promise<void> {
    if (!this.all.some((known) => known.id === column)) return;
    this.column = column;
    const colours = await this.columnOf(column);
    if (this.column !== column) return;
    this.colours = colours;
    this.show({ colours });
    this.dye();
  }

  /** Regions by their names → in words, with how many pictures each has. */
  describe(names: readonly string[]): readonly string[] {
    const known = this.labels.flatMap((layer) => layer.labels);
    return names.map((title) => {
      const label = known.find((one) => say(one.title) === title);
      return label ? t("map.regionWords", { title, n: count(label.count) }) : title;
    });
  }

  /** Fly to a region by its name. */
  flyToLabel(title: string): void {
    for (const layer of this.labels) {
      const label = layer.labels.find((known) => say(known.title) === title);
      if (!label) continue;
      const zoom = Math.max(this.view.camera.zoom + 0.75, layer.min_zoom + 1);
      this.view.flyTo({ x: label.x, y: label.y, zoom });
      return;
    }
  }

  /** Points that joined since, without those whose picture was thrown away; true where there are new ones. */
  async loadAdditions(): Promise<boolean> {
    const asked = new Set(this.additions);
    const all = await api.mapAdditions(this.map.id);
    const there = new Set(all.map((one) => one.n));
    // What joined while this was asked stays.
    const left = this.additions.filter((one) => there.has(one.n) || !asked.has(one));
    const fresh = all.filter((one) => !this.late.has(one.n));
    if (fresh.length === 0 && left.length === this.additions.length) return false;
    this.additions = [...left, ...fresh];
    this.late = new Map(this.additions.map(({ n, image }) => [n, image]));
    this.show({ newcomers: this.additions });
    return fresh.length > 0;
  }

  /** Points with a number: those of the map and those that joined. */
  get total(): number {
    return this.additions.reduce((most, { n }) => Math.max(most, n + 1), this.map.count);
  }

  /** Let a point join (`arrivedAt`: just now, by the clock of the page); false for one that is there already. */
  join(addition: Addition, arrivedAt: number | null = null): boolean {
    if (this.late.has(addition.n)) return false;
    this.late = new Map(this.late).set(addition.n, addition.image);
    this.additions = [...this.additions, { ...addition, ...(arrivedAt !== null && { arrivedAt }) }];
    this.show({ newcomers: this.additions });
    return true;
  }

  /** The picture of an empty place is a point like any other from now on. */
  land({ point, render, x, y }: Landing): void {
    if (point === null) return;
    const image = render.image?.url ?? null;
    this.join({ n: point, x, y, render_id: render.id, image, recipe: render.recipe });
  }

  /** What was found glows, the best three are ringed; null ends it. */
  glow(best: readonly Scored[] | null): void {
    this.likeness = best && likenessOf(best, this.map.count);
    if (best === null) this.show({ glow: null, best: [] });
    else this.show({ glow: glowOf(best, this.map.count), best: best.slice(0, 3).map((one) => one.n) });
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
    const { map, survey, surveyor } = this;
    const data = {
      survey,
      atlas: map.atlas,
      tileUrl: (level: number, tile: number) => api.tileUrl(map.id, level, tile),
      thinOut: surveyor.thin.bind(surveyor),
    };
    return new LatentMap(this.sheet, data, { ...this.on, lost: () => this.redraw() }, camera ?? undefined);
  }

  /** The graphics card went away and came back. */
  private redraw(): void {
    const { camera } = this.view;
    this.view.destroy();
    this.view = this.draw(camera);
    this.show({ ...this.kept, colours: this.colours });
  }
}
