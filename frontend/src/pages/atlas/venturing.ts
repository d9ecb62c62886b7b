/** Going where nobody has been: a click on empty space, the nearest gap, a surprise, prompts that collapse. */

import { collapses, gaps, type Pair, surprise } from "@/api/maps";
import { Problem } from "@/api/problem";
import type { Landing } from "@/api/types";
import { noWayBack } from "@/state/way-back";
import type { Chart } from "./chart";
import type { Host } from "./host";
import { Voyages } from "./voyages";

export const WAYS_OUT = ["gap", "far", "collapse"] as const;
export type WayOut = (typeof WAYS_OUT)[number];

const PAIRS = 20;
/** From here on single pictures can be told apart. */
const NEAR = 2.5;

export interface VenturingHandlers extends Host {
  setOff(): void;
  landed(): void;
  paired(pairs: readonly Pair[]): void;
}

export class Venturing {
  landing: Landing | null = null;
  busy = false;
  private readonly voyages: Voyages;

  constructor(
    private readonly chart: Chart,
    private readonly on: VenturingHandlers,
  ) {
    this.voyages = new Voyages({
      draw: (voyage) => chart.show({ voyage }),
      busy: (busy) => {
        this.busy = busy;
        on.changed();
      },
      landed: (landing) => {
        this.landing = landing;
        chart.land(landing);
        on.landed();
      },
      failed: (error, again) => on.failed(error, again),
    });
  }

  /** Make the picture of a place. */
  decode(x: number, y: number): void {
    const { map } = this.chart;
    if (!map.decodes) {
      const why = noWayBack(map.whyNot);
      this.on.failed(new Problem("invalid_input", 422, why, why, ""));
      return;
    }
    this.landing = null;
    this.on.setOff();
    void this.voyages.go(map.id, x, y);
  }

  cancel(): void {
    this.landing = null;
    this.voyages.cancel();
  }

  /** Say no more of a landing that was taken back. */
  forgetLost(): void {
    const { landing } = this;
    if (!landing || landing.point === null || this.chart.late.has(landing.point)) return;
    this.cancel();
    this.on.changed();
  }

  async go(way: WayOut): Promise<void> {
    const { chart } = this;
    const { id } = chart.map;
    try {
      if (way === "collapse") return this.on.paired(await collapses(id, PAIRS));
      const { x, y, zoom } = chart.view.camera;
      // Every surprise is another one: it depends on how many have joined since.
      const [place] =
        way === "gap" ? await gaps(id, 1, [x, y]) : [await surprise(id, chart.additions.length)];
      if (!place) return;
      chart.view.flyTo({ x: place.x, y: place.y, zoom: Math.max(zoom, NEAR) });
      this.decode(place.x, place.y);
    } catch (error) {
      this.on.failed(error, () => void this.go(way));
    }
  }
}
