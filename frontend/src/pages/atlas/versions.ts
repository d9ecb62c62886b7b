/** The versions of the map that is shown: which there are, laying one out anew, and how an address says which. */

import { type Act, buildingActs, cancelBuild, mapVersions, refitMap, type Version } from "@/api/building";
import { follow } from "@/api/jobs";
import { Problem } from "@/api/problem";
import type { Host } from "./host";

const UNDER_WAY = ["queued", "running"];

export interface VersionHandlers extends Host {
  /** A version was laid out by this page's wish. */
  laidOut(version: Version): void;
}

export class Versions {
  list: readonly Version[] = [];
  /** A version that is being laid out. */
  act: Act | null = null;
  /** The version that is being fetched. */
  going: number | null = null;
  private readonly life = new AbortController();

  constructor(
    readonly name: string,
    private readonly on: VersionHandlers,
  ) {}

  /** Ask which versions there are, and go on with a layout that was begun before the page was loaded. */
  async load(): Promise<void> {
    try {
      const [list, acts] = await Promise.all([mapVersions(this.name), buildingActs()]);
      this.list = list;
      const act = acts.find((one) => one.about === this.name && UNDER_WAY.includes(one.state));
      if (act && !this.act) void this.watch(act);
      this.on.changed();
    } catch (error) {
      this.on.failed(error, () => void this.load());
    }
  }

  /** How an address says which version is meant: one of several by its number. */
  written(version: number, asked: string | null): string | null {
    return this.list.length > 1 ? `${this.name}@${version}` : asked;
  }

  /** Whether an address means this version. */
  means(asked: string | null, version: number, first: string | null): boolean {
    const meant = asked ?? first ?? this.name;
    return meant.split("@")[0] === this.name && this.numberOf(meant) === version;
  }

  /** Which version an address of this map means. */
  numberOf(asked: string | null): number {
    const number = asked?.split("@")[1];
    return (number === undefined ? this.newest : Number(number)) ?? 1;
  }

  private get newest(): number | undefined {
    return this.list.find((one) => one.current)?.version ?? 1;
  }

  /** Lay the map out anew, with the points that joined. */
  async layAnew(): Promise<void> {
    try {
      await this.watch(await refitMap(this.name));
    } catch (error) {
      this.on.failed(error, () => void this.layAnew());
    }
  }

  async cancel(): Promise<void> {
    const { act } = this;
    if (!act) return;
    try {
      await cancelBuild(act.id);
    } catch (error) {
      this.on.failed(error, () => void this.cancel());
    }
  }

  /** Nobody looks any more; the server goes on. */
  close(): void {
    this.life.abort();
  }

  private async watch(begun: Act): Promise<void> {
    this.act = begun;
    this.on.changed();
    const heard = (now: Act) => {
      this.act = now;
      this.on.changed();
    };
    try {
      const done = await follow(begun.id, heard, this.life.signal);
      this.act = null;
      if (done.state === "failed") throw new Problem("job_failed", 0, "", done.error ?? "", "");
      await this.load();
      const newest = this.list.find((one) => one.current);
      if (done.state === "done" && newest) this.on.laidOut(newest);
    } catch (error) {
      if (this.life.signal.aborted) return;
      this.act = null;
      this.on.failed(error, () => void this.layAnew());
    }
    this.on.changed();
  }
}
