/** A column that somebody types: how far every point lies along a direction, or how like it is to one. */

import { type Projection, project } from "@/api/map-arrows";
import { asProblem, type Problem } from "@/api/problem";
import { say, t } from "@/state/language";
import { type Chart, ownColumn } from "./chart";
import type { Host } from "./host";

export interface AlongHandlers extends Host {
  /** The column has other values now. */
  measured(): Promise<void>;
}

/** A point of the map itself, by its number. */
const OWN = /^#(\d{1,9})$/;

export const ALONG = "along";

export class Along {
  /** The expression, or `#12` for the point of that number. */
  said = "";
  found: Projection | null = null;
  problem: Problem | null = null;
  busy = false;
  private asking = new AbortController();

  constructor(
    private readonly chart: Chart,
    private readonly host: AlongHandlers,
  ) {}

  /** Measure along another expression; the colours follow. Empty takes the column away. */
  async aim(said: string): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.said = said.trim();
    this.problem = null;
    this.busy = this.said !== "";
    this.host.changed();
    this.host.remember();
    if (this.said === "") return this.put(null);
    const own = OWN.exec(this.said);
    try {
      const wanted = own ? { like: [Number(own[1])] } : { expression: this.said };
      const found = await project(this.chart.map.id, wanted, signal);
      if (!signal.aborted) await this.put(found);
    } catch (error) {
      if (signal.aborted) return;
      this.problem = asProblem(error);
    }
    this.busy = false;
    this.host.changed();
  }

  /** What the address says. */
  async restore(said: string): Promise<void> {
    if (said !== this.said) await this.aim(said);
  }

  stop(): void {
    this.asking.abort();
  }

  /** What an end is called; the other end of an arrow with one name is where there is less of it. */
  static title(found: Projection, side: "low" | "high"): string {
    const own = say(found.ends[side].title);
    if (own !== "") return own;
    const other = say(found.ends.high.title);
    if (found.kind === "point") return t(side === "low" ? "along.unlike" : "along.like");
    return other === "" ? t(side === "low" ? "along.low" : "along.high") : t("along.less", { name: other });
  }

  private async put(found: Projection | null): Promise<void> {
    this.found = found;
    this.chart.along = found && {
      bytes: Uint8Array.from(found.cells, (cell) => Math.round((cell / 65535) * 254)),
      cells: found.cells,
      column: {
        ...ownColumn(ALONG, "along.title"),
        min: found.low,
        max: found.high,
        diverging: found.kind === "direction",
      },
    };
    await this.host.measured();
  }
}
