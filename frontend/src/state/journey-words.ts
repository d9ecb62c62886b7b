/** What is said of the jobs of a journey. */

import { t } from "./language";

/** How long a job will still take, as it is said after what it does. */
export const leftWords = (job: { readonly eta_s: number | null }): string =>
  job.eta_s === null ? "" : ` · ${t("journeys.left", { s: Math.ceil(job.eta_s) })}`;
