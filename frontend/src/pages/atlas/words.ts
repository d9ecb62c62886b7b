/** What the Atlas says about the map as a whole. */

import type { MapCard } from "@/api/types";
import { count, t } from "@/state/language";

export type Phase = "loading" | "ready" | "none" | "no-gl";

/** A title and what to do, while there is no map to see. */
export function waitingWords(phase: Phase): readonly [string, string] {
  if (phase === "none") return [t("atlas.none"), t("atlas.noneHint")];
  if (phase === "no-gl") return [t("atlas.noGl"), t("atlas.noGlHint")];
  return [t("atlas.loading"), ""];
}

export function qualityWords(map: MapCard, joined: number): string {
  const { trustworthiness, recall_15 } = map.quality;
  return [
    t("atlas.count", { n: count(map.count + joined) }),
    ...(trustworthiness === null ? [] : [`${t("atlas.trust")} ${trustworthiness.toFixed(2)}`]),
    ...(recall_15 === null ? [] : [`${t("atlas.recall")} ${recall_15.toFixed(2)}`]),
  ].join(" · ");
}
