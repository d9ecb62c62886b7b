/** Moments as people write them, in their own time zone. */

import { language } from "./language";

const FEW_DAYS_S = 10 * 86_400;

/** Seconds since 1970 → a date, with the time of day where the whole column spans a few days only. */
export const moment = (seconds: number, span: number): string =>
  new Intl.DateTimeFormat(
    language() === "ja" ? "ja-JP" : "en-GB",
    span < FEW_DAYS_S
      ? { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" }
      : { year: "numeric", month: "short", day: "numeric" },
  ).format(new Date(seconds * 1000));
