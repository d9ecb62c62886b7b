/** What the keys of the Atlas do. */

import type { AtlasPage } from "../atlas";
import type { Keys } from "./keys";

export function keysOf(page: AtlasPage): Keys {
  const { desk } = page;
  const view = desk?.chart.view;
  return {
    walk: (heading) => desk?.standing.walk(heading),
    search: () => page.search.focus(),
    help: () => page.showHelp(),
    zoom: (delta) => view?.zoomBy(delta),
    home: () => view?.goHome(),
    back: () => stepBack(page),
    open: () => {
      if (view?.drafts.busy) view.drafts.close();
      else page.renderRoot.querySelector("rashin-map-card")?.enter();
    },
    use: (tool) => page.use(tool),
    list: () => desk?.listing.toggle(),
    name: () => void desk?.naming.middle(page.regions),
    toggle: () =>
      void desk?.standing.walked.then(() => {
        const n = desk.standing.selected;
        if (n !== null) desk.choosing.toggle(n);
      }),
  };
}

/** Escape takes one thing back at a time, the newest first. */
function stepBack(page: AtlasPage): void {
  if (!page.desk) return;
  const { chart, choosing, standing, venturing, listing, naming } = page.desk;
  if (naming.region) naming.close();
  else if (chart.view.drafts.busy) chart.view.drafts.cancel();
  else if (venturing.busy || venturing.landing) venturing.cancel();
  else if (standing.card) page.close();
  else if (choosing.tool !== "hand") page.use("hand");
  else if (choosing.count > 0) choosing.clear();
  else listing.toggle(false);
}
