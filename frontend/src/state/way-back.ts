/** Why no picture can be made for a place on a map, in words. */

import { t } from "./language";

const WHY = ["numbers", "pictures", "steps"] as const;

export const noWayBack = (why: string): string =>
  `${t("maps.noWayBack")} ${t(`maps.why.${WHY.find((one) => one === why) ?? "numbers"}`)}`;
