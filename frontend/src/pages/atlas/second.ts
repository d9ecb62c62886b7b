/** What stands around two maps, and around the column that somebody types. */

import { html, nothing } from "lit";
import type { Differences } from "@/api/map-arrows";
import "@/controls/map-along";
import type { EndShown } from "@/controls/map-along";
import "@/controls/map-differ";
import type { MenuItem } from "@/controls/map-menu";
import "@/controls/twin-sheet";
import { shade } from "@/state/atlas-colours";
import { t } from "@/state/language";
import type { AtlasPage } from "../atlas";
import { ALONG, Along } from "./along";
import type { Beside } from "./beside";
import type { Desk } from "./desk";

/** The entry of the menu that makes a map instead of choosing one. */
const NEW = "new";
/** From here on single pictures can be told apart. */
const NEAR = 1.6;

export function besideItems(beside: Beside): readonly MenuItem[] {
  // First, so that nothing moves under the pointer when the list of maps arrives.
  return [
    { id: NEW, label: t("twin.new") },
    ...(beside.id === null ? [] : [{ id: "", label: t("map.one") }]),
    ...beside.others,
  ];
}

export function chooseBeside(page: AtlasPage, id: string): void {
  if (id !== NEW) return void page.openBeside(id || null);
  void page.twins.load().then(() => page.renderRoot.querySelector("rashin-twin")?.open());
}

export function twin({ twins }: AtlasPage, { chart, choosing }: Desk) {
  return html`<rashin-twin
    .map=${chart.map}
    .models=${twins.models}
    .chosen=${choosing.points}
    .act=${twins.act}
    .problem=${twins.problem}
    @make=${(event: CustomEvent<object>) => void twins.make(event.detail)}
    @cancel=${() => void twins.cancel()}
  ></rashin-twin>`;
}

export function differing({ beside, chart, standing }: Desk) {
  if (!beside.found || !beside.chart) return nothing;
  return html`<rashin-map-differ
    .found=${beside.found}
    .here=${chart.map}
    .there=${beside.chart.map}
    @open=${(event: CustomEvent<number>) => standing.goTo(event.detail)}
    @region=${(event: CustomEvent<Differences["regions"][number]>) =>
      chart.view.flyTo({
        x: event.detail.x,
        y: event.detail.y,
        zoom: Math.max(chart.view.camera.zoom, NEAR),
      })}
  ></rashin-map-differ>`;
}

export function aiming(page: AtlasPage, { chart, along, choosing, standing }: Desk) {
  if (chart.column !== ALONG) return nothing;
  const { found } = along;
  const two = found?.kind === "direction";
  const ends: readonly EndShown[] = found
    ? (["low", "high"] as const).map((side) => ({
        title: Along.title(found, side),
        colour: shade(side === "low" ? 0 : 1, two),
        points: found.ends[side].points,
      }))
    : [];
  return html`<rashin-map-along
    slot=${ALONG}
    .map=${chart.map}
    .said=${along.said}
    .ends=${ends}
    .problem=${along.problem}
    .directions=${page.model?.directions ?? []}
    .groups=${choosing.groups}
    ?busy=${along.busy}
    @aim=${(event: CustomEvent<string>) => void along.aim(event.detail)}
    @pick=${(event: CustomEvent<number>) => standing.goTo(event.detail)}
  ></rashin-map-along>`;
}
