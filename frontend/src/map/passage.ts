/** Everything on the screen while a map goes over into another version of itself. */

import { Crossing, type Version } from "./crossing";
import { CrossingLayer } from "./crossing-layer";
import type { GL, Lens } from "./gl";
import type { PointGrid } from "./picking";
import type { PointsLayer } from "./points-layer";
import type { Survey } from "./survey";
import type { Thumb } from "./thumbs-layer";

/** A name goes where so many points around it go. */
const COMPANY = 16;

export class Passage {
  private readonly crossing: Crossing;
  private readonly layer: CrossingLayer;
  private readonly companies = new Map<string, readonly number[]>();

  constructor(
    gl: GL,
    points: PointsLayer,
    survey: Survey,
    private readonly grid: PointGrid,
    old: Version,
  ) {
    const { count, bounds } = survey.points;
    this.crossing = new Crossing(old, { count, bounds, place: (n) => grid.place(n) });
    this.layer = new CrossingLayer(gl, points, survey, this.crossing);
  }

  begin(now: number): void {
    this.crossing.begin(now);
  }

  /** Go on; false when everything has arrived. */
  tick(now: number): boolean {
    return this.crossing.tick(now);
  }

  /** Draw the points; there is more to draw until the end. */
  draw(lens: Lens): true {
    this.layer.draw(lens);
    return true;
  }

  thumbs(now: readonly Thumb[], ratio: number): Thumb[] {
    return this.crossing.thumbs(now, ratio);
  }

  place(n: number): readonly [number, number] | null {
    return this.crossing.place(n);
  }

  /** Where a name that will stand at x, y stands by now. */
  name(x: number, y: number): readonly [number, number] {
    const key = `${x} ${y}`;
    let company = this.companies.get(key);
    if (!company) {
      company = this.grid.around(x, y, COMPANY);
      this.companies.set(key, company);
    }
    return this.crossing.along(x, y, company);
  }

  destroy(): void {
    this.layer.destroy();
  }
}
