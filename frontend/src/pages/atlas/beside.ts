/** A second map of the same pictures: what is looked at or chosen here is marked there, and the other way round. */

import { type Differences, differences } from "@/api/map-arrows";
import { type Link, link as linkOf, links as linksOf, maps as mapsOf, NOWHERE } from "@/api/maps";
import type { MenuItem } from "@/controls/map-menu";
import type { MapTool } from "@/controls/map-tools";
import { inside, type Shape } from "@/map/shapes";
import { count, say, t } from "@/state/language";
import { maskOf, type Way } from "@/state/map-choice";
import { Chart } from "./chart";
import type { Host } from "./host";

export interface BesideHandlers extends Host {
  /** A point of the first map was picked by way of the second one. */
  picked(n: number): void;
  /** Points of the first map whose partners were drawn around on the second one. */
  drawn(points: readonly number[], way: Way): void;
  way(held: { readonly shift: boolean; readonly alt: boolean }): Way;
}

export class Beside {
  chart: Chart | null = null;
  /** The id of the second map, from the moment it is asked for. */
  id: string | null = null;
  /** The maps that could stand here. */
  others: readonly MenuItem[] = [];
  found: Differences | null = null;
  private there: Link | null = null;
  private back: Link | null = null;
  private from: Uint8Array | null = null;
  private out: Uint8Array<ArrayBuffer> | null = null;

  constructor(
    private readonly first: Chart,
    private readonly on: BesideHandlers,
  ) {}

  async list(): Promise<void> {
    try {
      const [found, cards] = await Promise.all([linksOf(this.first.map.name), mapsOf()]);
      this.others = found.map(({ map, shared }) => {
        const card = cards.find((known) => known.name === map);
        const title = card ? say(card.title) : map;
        return { id: map, label: t("map.shared", { title, n: count(shared) }), on: map === this.id };
      });
      this.on.changed();
    } catch (error) {
      this.on.failed(error, () => void this.list());
    }
  }

  /** Open a map beside the first one, or close it with null. */
  async open(host: () => HTMLElement | null, id: string | null): Promise<void> {
    this.close();
    this.id = id;
    this.on.changed();
    this.on.remember();
    if (id === null) return;
    // The element for it appears with the next drawing of the page.
    await new Promise((done) => requestAnimationFrame(done));
    const element = host();
    if (!element) return;
    try {
      const [chart, there, back] = await Promise.all([
        Chart.open(element, this.callbacks(), null, id),
        linkOf(this.first.map.id, id),
        linkOf(id, this.first.map.id),
      ]);
      if (!chart) return;
      this.chart = chart;
      this.there = there;
      this.back = back;
      this.first.differs = { bytes: there.disagreement, title: say(chart.map.title) };
      chart.differs = { bytes: back.disagreement, title: say(this.first.map.title) };
      await Promise.all([this.first.colourBy("disagreement"), chart.colourBy("disagreement")]);
      chart.loadLabels().catch((error: unknown) => this.on.failed(error));
      this.on.changed();
      const found = await differences(this.first.map.id, id);
      if (this.chart === chart) this.found = found;
      this.on.changed();
    } catch (error) {
      this.close();
      this.on.failed(error, () => void this.open(host, id));
    }
  }

  close(): void {
    this.chart?.destroy();
    this.chart = null;
    this.there = null;
    this.back = null;
    this.found = null;
    this.from = null;
    this.out = null;
    this.id = null;
    this.first.differs = null;
    this.first.show({ echo: null });
    if (this.first.column === "disagreement") void this.first.colourBy(this.first.map.columns[0]?.id ?? "");
  }

  /** Where the same picture lies on the second map. */
  private partner(n: number | null): number | null {
    const there = n === null ? undefined : this.there?.there[n];
    return there === undefined || there === NOWHERE ? null : there;
  }

  echo(n: number | null): void {
    this.chart?.show({ echo: this.partner(n) });
  }

  select(n: number | null): void {
    const there = this.partner(n);
    this.chart?.show({ selected: there });
    if (there !== null) this.chart?.view.reveal(there);
  }

  choose(points: readonly number[]): void {
    const { chart } = this;
    if (!chart) return;
    const there = points.map((n) => this.partner(n)).filter((n): n is number => n !== null);
    chart.show({ chosen: points.length > 0 ? maskOf(there, chart.map.count) : null });
  }

  /** The tool in the hand is in the hand on both maps. */
  use(tool: MapTool): void {
    this.chart?.view.use(tool === "hand" ? null : tool);
  }

  /** What a filter leaves out here is left out there; what only the other map has stays. */
  sift(out: Uint8Array | null): void {
    const { chart, back } = this;
    if (!chart || !back || this.from === out) return;
    this.from = out;
    this.out = out && new Uint8Array(chart.map.count);
    if (out && this.out)
      for (let n = 0; n < this.out.length; n += 1) this.out[n] = out[back.there[n] ?? NOWHERE] ?? 0;
    chart.show({ out: this.out });
  }

  private callbacks() {
    const here = (n: number | null): number | null => {
      const first = n === null ? undefined : this.back?.there[n];
      return first === undefined || first === NOWHERE ? null : first;
    };
    const nothing = () => undefined;
    return {
      moved: nothing,
      hovered: (n: number | null) => {
        this.first.show({ echo: here(n) });
      },
      picked: (n: number) => {
        const first = here(n);
        if (first !== null) this.on.picked(first);
        this.chart?.show({ selected: n });
      },
      emptied: nothing,
      regions: nothing,
      drawn: (shape: Shape, held: { readonly shift: boolean; readonly alt: boolean }) => {
        const { chart } = this;
        if (!chart) return;
        const drawn = inside(shape, chart.view.grid).filter((n) => this.out?.[n] !== 1);
        const way = this.on.way(held);
        const points = drawn.map(here).filter((n): n is number => n !== null);
        this.on.drawn(points, shape.kind === "stroke" && way === "replace" ? "add" : way);
      },
    };
  }
}
