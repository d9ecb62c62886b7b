/** What the list beside the map shows: what is in view, the middle first, and pairs that look the same. */

import type { Pair } from "@/api/maps";
import type { Chart } from "./chart";
import type { Host } from "./host";
import type { Sifting } from "./sifting";

export type Order = "up" | "down";

const LISTED = 400;
/** Of a larger crowd only those around the middle are looked at. */
const CROWD = 20_000;

export class Listing {
  open = false;
  points: readonly number[] = [];
  pairs: readonly Pair[] | null = null;
  /** By the values of the colours; null: the middle of the view first. */
  order: Order | null = null;

  constructor(
    private readonly chart: Chart,
    private readonly sifting: Sifting,
    private readonly host: Host,
  ) {}

  toggle(open = !this.open): void {
    this.open = open;
    if (!open) this.pairs = null;
    this.look();
  }

  show(pairs: readonly Pair[]): void {
    this.pairs = pairs;
    this.toggle(true);
  }

  /** Look again: the view has moved, or a filter has. */
  look(): void {
    if (this.open) this.points = this.inView();
    this.host.changed();
  }

  sort(order: Order | null): void {
    this.order = order;
    this.host.remember();
    this.look();
  }

  /** Points by the values of the colours; those without a value come last. */
  sorted(points: readonly number[]): readonly number[] {
    const { order, chart } = this;
    if (!order) return points;
    const values = chart.values;
    const way = order === "up" ? 1 : -1;
    const none = (n: number) => Number(values.nothing(n));
    return [...points].sort((a, b) => none(a) - none(b) || way * (values.at(a) - values.at(b)) || a - b);
  }

  private inView(): readonly number[] {
    const { view } = this.chart;
    const { x, y } = view.camera;
    const box = view.view();
    const [x0, y0, x1, y1] = box;
    const near =
      !this.order && view.grid.crowd(...box) > CROWD
        ? view.grid.around(x, y, LISTED)
        : view.grid.inBox(...box);
    const found: { readonly n: number; readonly away: number }[] = [];
    for (const n of near) {
      const place = view.grid.place(n);
      if (!place || this.sifting.out?.[n] === 1) continue;
      const [px, py] = place;
      if (px < x0 || px > x1 || py < y0 || py > y1) continue;
      found.push({ n, away: (px - x) ** 2 + (py - y) ** 2 });
    }
    if (this.order) return this.sorted(found.map((one) => one.n)).slice(0, LISTED);
    return found
      .sort((a, b) => a.away - b.away)
      .slice(0, LISTED)
      .map((one) => one.n);
  }
}
