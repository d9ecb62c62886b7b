/** The filters of the map, and how many points each value of each field has beside them. */

import type { Field } from "@/controls/legend";
import { type Filter, readFilter, Sieve, writeFilter } from "@/state/map-sieve";
import type { Chart } from "./chart";
import type { Host } from "./host";

export class Sifting {
  fields: readonly Field[] = [];
  /** Every field is shown, not only the one that colours. */
  wide = false;
  out: Uint8Array<ArrayBuffer> | null = null;
  shown: number;
  private readonly sieve: Sieve;

  constructor(
    private readonly chart: Chart,
    private readonly host: Host,
  ) {
    this.sieve = new Sieve(chart.map.count);
    this.shown = chart.map.count;
  }

  get written(): readonly string[] {
    return this.sieve.all.map(writeFilter);
  }

  async set(column: string, filter: Filter | null): Promise<void> {
    try {
      if (filter === null) this.sieve.clear(column);
      else this.sieve.set(filter, await this.chart.columnOf(column));
      this.apply();
      await this.count();
    } catch (error) {
      this.host.failed(error, () => void this.set(column, filter));
    }
  }

  /** A column has other values: what it filters is another thing now. */
  async again(column: string): Promise<void> {
    const filter = this.sieve.of(column);
    if (filter) await this.set(column, filter);
    else await this.count();
  }

  async clear(): Promise<void> {
    this.sieve.clear();
    this.apply();
    await this.count();
  }

  async open(wide: boolean): Promise<void> {
    this.wide = wide;
    this.host.changed();
    await this.count();
  }

  /** What the address says. */
  async restore(written: readonly string[]): Promise<void> {
    if (written.join() !== this.written.join()) {
      this.sieve.clear();
      for (const text of written) {
        const filter = readFilter(text);
        if (filter && this.chart.all.some((column) => column.id === filter.column))
          this.sieve.set(filter, await this.chart.columnOf(filter.column));
      }
      this.apply();
    }
    await this.count();
  }

  /** Count the fields that are shown anew. */
  async count(): Promise<void> {
    try {
      const { chart, sieve } = this;
      const wanted = [...chart.all]
        .filter((column) => this.wide || column.id === chart.column || sieve.of(column.id) !== null)
        .sort((a, b) => Number(b.id === chart.column) - Number(a.id === chart.column));
      const columns = await Promise.all(
        wanted.map(async (column) => [column, await chart.columnOf(column.id)] as const),
      );
      this.fields = columns.map(([column, bytes]) => ({
        column,
        bars: sieve.bars(column.id, bytes),
        filter: sieve.of(column.id),
      }));
      this.host.changed();
    } catch (error) {
      this.host.failed(error, () => void this.count());
    }
  }

  private apply(): void {
    this.out = this.sieve.out();
    let left = 0;
    for (const one of this.out ?? []) left += one;
    this.shown = this.chart.map.count - left;
    this.chart.show({ out: this.out });
    this.host.remember();
    this.host.changed();
  }
}
