/** The points that are chosen, the tool in the hand, and the groups that were kept. */

import { choiceOf, keepChoice } from "@/api/choices";
import {
  changeGroup,
  type Group,
  groupOf,
  groups as groupsOf,
  grow as growOf,
  removeGroup,
  saveGroup,
} from "@/api/maps";
import type { MapTool } from "@/controls/map-tools";
import { inside, type Shape } from "@/map/shapes";
import { MOST_CHOSEN, packNumbers, unpackNumbers } from "@/state/atlas-address";
import { t } from "@/state/language";
import { combined, inverted, type Mask, maskOf, members, size, type Way, wayOf } from "@/state/map-choice";
import type { Chart } from "./chart";
import type { Host } from "./host";

const NEIGHBOURS = 5;
/** So many points fit into a group, and into one question. */
const MOST = 100_000;

export class Choosing {
  mask: Mask | null = null;
  count = 0;
  way: Way = "replace";
  tool: MapTool = "hand";
  groups: readonly Group[] = [];
  /** The kept group that is chosen as it is. */
  group: string | null = null;
  /** Under which id the server keeps the choice, where it is a large one without a name. */
  set: string | null = null;
  private listed: readonly number[] = [];

  constructor(
    private readonly chart: Chart,
    private readonly host: Host,
  ) {}

  /** Go on with the tool, the way and the points of another version. */
  adopt({ tool, way, mask, group, set }: Choosing): void {
    this.way = way;
    if (tool !== "hand") this.use(tool);
    if (mask) this.put(maskOf(members(mask), this.chart.total), group, set);
  }

  /** The numbers of the chosen points; made once, so that lists stay as they are. */
  get points(): readonly number[] {
    return this.listed;
  }

  use(tool: MapTool): void {
    this.tool = tool;
    this.chart.view.use(tool === "hand" ? null : tool);
    this.host.changed();
  }

  setWay(way: Way): void {
    this.way = way;
    this.host.changed();
  }

  /** A shape was drawn; what a filter hides is not in it. */
  drawn(
    shape: Shape,
    held: { readonly shift: boolean; readonly alt: boolean },
    out: Uint8Array | null,
  ): void {
    const found = inside(shape, this.chart.view.grid).filter((n) => out?.[n] !== 1);
    const way = wayOf(held, this.way);
    // A brush goes on where its last stroke ended.
    this.take(found, shape.kind === "stroke" && way === "replace" ? "add" : way);
  }

  take(points: Iterable<number>, way: Way, group: string | null = null): void {
    this.put(combined(this.mask, points, way, this.chart.total), group);
  }

  toggle(n: number): void {
    this.take([n], this.mask?.[n] === 1 ? "without" : "add");
  }

  invert(): void {
    this.put(inverted(this.mask, this.chart.total));
  }

  clear(): void {
    this.put(null);
  }

  /** What the address says. */
  restore(points: readonly number[], group: string | null, set: string | null): void {
    const same =
      group !== null || this.group !== null ? group === this.group : set !== null && set === this.set;
    if (same) return;
    if (group !== null) void this.show(group, "replace");
    else if (set !== null) void this.fetch(set);
    else if (this.group !== null || points.join() !== this.listed.join())
      this.put(points.length > 0 ? this.masked(points) : null);
  }

  /** Add the nearest neighbours in the space itself. */
  async grow(): Promise<void> {
    try {
      const { id } = this.chart.map;
      this.put(maskOf(await growOf(id, this.points.slice(0, MOST), NEIGHBOURS), this.chart.total));
    } catch (error) {
      this.host.failed(error, () => void this.grow());
    }
  }

  async load(): Promise<void> {
    try {
      this.groups = await groupsOf();
      this.host.changed();
    } catch (error) {
      this.host.failed(error, () => void this.load());
    }
  }

  /** Keep the chosen points under a name; a name of this map's own groups is given new points. */
  async keep(name: string): Promise<void> {
    try {
      if (this.count > MOST) throw new RangeError(t("map.tooMany"));
      const mine = this.groups.some((one) => one.name === name && one.map === this.chart.map.name);
      if (mine) await changeGroup(name, { points: this.points });
      else await saveGroup(name, this.chart.map, this.points);
      this.group = name;
      this.host.remember();
      await this.load();
    } catch (error) {
      this.host.failed(error);
    }
  }

  async show(name: string, way: Way = this.way): Promise<void> {
    try {
      const { here } = await groupOf(name);
      this.take(here, way, way === "replace" ? name : null);
    } catch (error) {
      this.host.failed(error, () => void this.show(name, way));
    }
  }

  async forget(name: string): Promise<void> {
    try {
      await removeGroup(name);
      if (this.group === name) this.group = null;
      await this.load();
    } catch (error) {
      this.host.failed(error, () => void this.forget(name));
    }
  }

  /** Points that joined may be named before it is known that they did. */
  private masked(points: readonly number[]): Mask {
    const last = points.reduce((most, n) => Math.max(most, n), 0);
    return maskOf(points, Math.max(this.chart.total, last + 1));
  }

  private async fetch(set: string): Promise<void> {
    try {
      this.put(this.masked(unpackNumbers(await choiceOf(set), this.chart.total)), null, set);
    } catch (error) {
      this.host.failed(error, () => void this.fetch(set));
    }
  }

  /** Let the server keep what is too much for an address, so that it can be gone back to. */
  private async remember(): Promise<void> {
    const { listed } = this;
    try {
      const set = await keepChoice(packNumbers(listed));
      if (listed !== this.listed) return;
      this.set = set;
      this.host.remember();
    } catch (error) {
      this.host.failed(error, () => void this.remember());
    }
  }

  private put(mask: Mask | null, group: string | null = null, set: string | null = null): void {
    this.count = size(mask);
    this.mask = this.count > 0 ? mask : null;
    this.group = this.count > 0 ? group : null;
    this.listed = members(this.mask);
    this.set = set;
    if (this.count > MOST_CHOSEN && !this.group && set === null) void this.remember();
    this.chart.show({ chosen: this.mask });
    this.host.remember();
    this.host.changed();
  }
}
