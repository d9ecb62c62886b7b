/** The shared view that this tab was opened with, for as long as its note is shown. */

import type { Followed } from "@/api/sessions";

const changes = new EventTarget();
let current: Followed | null = null;

export const sharedView = (): Followed | null => current;

export function setSharedView(next: Followed | null): void {
  current = next;
  changes.dispatchEvent(new Event("change"));
}

export function onSharedView(changed: () => void): () => void {
  changes.addEventListener("change", changed);
  return () => changes.removeEventListener("change", changed);
}
