/** The picture that one stands on: its card, its ties to true neighbours, a second one for *Between*, the next step. */

import type { PointCard } from "@/api/types";
import type { Heading } from "@/map/walk";
import type { Chart } from "./chart";
import type { Host } from "./host";

export interface StandingHandlers extends Host {
  /** Somebody stands elsewhere now. */
  stood(n: number | null): void;
}

export class Standing {
  selected: number | null = null;
  card: PointCard | null = null;
  /** The second picture of *Between*. */
  other: PointCard | null = null;
  /** The next pick is the second picture. */
  choosing = false;
  /** Resolves when every step has been taken. */
  walked: Promise<void> = Promise.resolve();

  constructor(
    private readonly chart: Chart,
    private readonly on: StandingHandlers,
  ) {}

  /** Stand on the same picture in another version of the map. */
  adopt({ selected, card }: Standing): void {
    if (selected === null || selected >= this.chart.total) return;
    this.card = card;
    void this.pick(selected, false);
  }

  async pick(n: number, fly = true): Promise<void> {
    const { chart } = this;
    if (this.choosing && this.card) return this.pickSecond(n);
    this.selected = n;
    this.other = null;
    chart.show({ selected: n, ties: [] });
    this.on.stood(n);
    if (fly) chart.view.reveal(n);
    this.on.remember();
    try {
      const card = await chart.cardOf(n);
      if (this.selected !== n) return;
      this.card = card;
      chart.show({ ties: card.neighbours.map((one) => one.n) });
      this.on.changed();
    } catch (error) {
      this.on.failed(error, () => void this.pick(n));
    }
  }

  async pickSecond(n: number): Promise<void> {
    this.choosing = false;
    try {
      this.other = await this.chart.cardOf(n);
      this.chart.show({ ties: [n] });
      this.on.changed();
    } catch (error) {
      this.on.failed(error, () => void this.pickSecond(n));
    }
  }

  async pair([a, b]: readonly [number, number]): Promise<void> {
    await this.pick(a);
    await this.pickSecond(b);
  }

  goTo(n: number | undefined): void {
    if (n === undefined) return;
    this.chart.view.reveal(n, 3);
    void this.pick(n, false);
  }

  close(): void {
    this.card = null;
    this.other = null;
    this.choosing = false;
    this.selected = null;
    this.chart.show({ selected: null, ties: [] });
    this.on.stood(null);
    this.on.changed();
  }

  /** A step of the keyboard; whoever types fast walks one step after the other. */
  walk(heading: Heading): void {
    this.walked = this.walked.then(() => this.step(heading));
  }

  private async step(heading: Heading): Promise<void> {
    const { selected, chart } = this;
    const { view } = chart;
    const card = selected === null ? null : await chart.cardOf(selected).catch(() => null);
    const neighbours = card?.neighbours.map((one) => one.n) ?? [];
    const next = selected === null ? view.middle() : view.ahead(selected, heading, neighbours);
    if (next !== null) await this.pick(next);
  }
}
