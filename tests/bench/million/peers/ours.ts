/** The map of the product, as the page uses it. */

import { PAINTED } from "@/map/first-paint";
import { LatentMap } from "@/map/map";
import { Surveyor } from "@/map/surveyor";
import type { Draw } from "./main";

const HUES = ["#3b7dc4", "#d0551f", "#2b8f5c", "#b1439b", "#a37a00", "#1590a5", "#7a5fd0", "#cf4560"];

const marked = (name: string): Promise<void> =>
  new Promise((done) => {
    const look = () =>
      performance.getEntriesByName(name).length > 0 ? done() : requestAnimationFrame(look);
    look();
  });

export const draw: Draw = async (stage, buffer) => {
  const surveyor = new Surveyor();
  const survey = await surveyor.survey(buffer);
  const nothing = () => undefined;
  const map = new LatentMap(
    stage,
    { survey, atlas: [], tileUrl: () => "", thinOut: surveyor.thin.bind(surveyor) },
    {
      moved: nothing,
      hovered: nothing,
      picked: nothing,
      emptied: nothing,
      regions: nothing,
      drawn: nothing,
      lost: nothing,
    },
  );
  map.update({ palette: { colours: [...HUES, ...HUES], quiet: "#8a94a3", alone: null } });
  return { painted: marked(PAINTED), pick: (px, py) => map.pick(px, py) };
};
