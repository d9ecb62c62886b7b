/** Everything that is done on one map, put together. */

import { wayOf } from "@/state/map-choice";
import { ALONG, Along } from "./along";
import { Beside } from "./beside";
import type { Chart } from "./chart";
import { Choosing } from "./choosing";
import type { Host } from "./host";
import { Layers } from "./layers";
import { Listing } from "./listing";
import { Looking } from "./looking";
import { Naming } from "./naming";
import { Sifting } from "./sifting";
import { Standing } from "./standing";
import { Venturing } from "./venturing";

export interface Desk {
  readonly chart: Chart;
  readonly standing: Standing;
  readonly venturing: Venturing;
  readonly choosing: Choosing;
  readonly sifting: Sifting;
  readonly looking: Looking;
  readonly layers: Layers;
  readonly listing: Listing;
  readonly beside: Beside;
  readonly along: Along;
  readonly naming: Naming;
}

export function deskOf(chart: Chart, host: Host & { setOff(): void }): Desk {
  const sifting = new Sifting(chart, host);
  const listing = new Listing(chart, sifting, host);
  const standing = new Standing(chart, { ...host, stood: (n) => desk.beside.select(n) });
  const desk: Desk = {
    chart,
    sifting,
    listing,
    standing,
    choosing: new Choosing(chart, host),
    naming: new Naming(chart, host),
    looking: new Looking(chart, host),
    layers: new Layers(chart, host),
    along: new Along(chart, {
      ...host,
      measured: async () => {
        if (chart.column === ALONG) await chart.colourBy(ALONG);
        await sifting.again(ALONG);
        listing.look();
      },
    }),
    beside: new Beside(chart, {
      ...host,
      picked: (n) => void standing.pick(n),
      drawn: (points, way) => desk.choosing.take(points, way),
      way: (held) => wayOf(held, desk.choosing.way),
    }),
    venturing: new Venturing(chart, {
      ...host,
      setOff: () => {
        standing.close();
        host.setOff();
      },
      landed: () => desk.layers.again(),
      paired: (pairs) => listing.show(pairs),
    }),
  };
  return desk;
}

/** Clear a desk: nothing of it is to answer any more. The map stays on the screen. */
export function cleared(desk: Desk): void {
  desk.venturing.cancel();
  desk.looking.stop();
  desk.beside.close();
  desk.along.stop();
}

/** Put on the new desk what does not stand in the address. */
export function carryOver(old: Desk, now: Desk): void {
  now.choosing.adopt(old.choosing);
  now.looking.adopt(old.looking);
  now.listing.open = old.listing.open;
  now.standing.adopt(old.standing);
}
