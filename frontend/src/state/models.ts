/** The model cards, asked for until the worker has told them; then remembered. */

import { models as ask } from "@/api/client";
import type { ModelCard } from "@/api/types";

const AGAIN_MS = 2000;
let known: readonly ModelCard[] | null = null;

export async function models(signal: AbortSignal): Promise<readonly ModelCard[]> {
  while (known === null) {
    try {
      known = await ask();
    } catch {
      // While the worker wakes up there is no catalogue; everything else goes on.
      if (signal.aborted) return [];
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
  return known;
}

/** Models were added or forgotten: whoever asks next hears the new cards. */
export function forgetCards(): void {
  known = null;
}
