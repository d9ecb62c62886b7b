/** Is the worker awake? Asked often while it is not, seldom while it is. */

import { health } from "@/api/client";
import type { WorkerState } from "@/api/types";

const changes = new EventTarget();
let current: WorkerState = "starting";
let timer: ReturnType<typeof setTimeout> | undefined;

export const workerState = (): WorkerState => current;

export function onStatus(changed: (state: WorkerState) => void): () => void {
  const listener = () => changed(current);
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

async function ask(): Promise<void> {
  clearTimeout(timer);
  let next: WorkerState = "offline";
  try {
    next = (await health()).worker.state;
  } catch {
    // Offline is a state, not an error: the chip says so and the next question comes soon.
  }
  if (next !== current) {
    current = next;
    changes.dispatchEvent(new Event("change"));
  }
  timer = setTimeout(() => void ask(), current === "ready" ? 15_000 : 1000);
}

/** Ask now: something failed and the reason may be the worker. */
export const askNow = (): void => void ask();

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) askNow();
});
