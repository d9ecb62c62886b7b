/** The shelf as it is: asked for often while something loads, seldom while nothing does, never in a hidden tab. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { getShelf, type Shelf } from "@/api/shelf";
import { forgetCards } from "./models";

const BUSY_MS = 500;
const IDLE_MS = 4000;

export class ShelfWatch implements ReactiveController {
  shelf: Shelf | null = null;
  private gone = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly failed: (error: unknown) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.gone = new AbortController();
    const look = () => {
      if (!document.hidden) void this.look();
    };
    document.addEventListener("visibilitychange", look, { signal: this.gone.signal });
    void this.look();
  }

  hostDisconnected(): void {
    this.gone.abort();
    clearTimeout(this.timer);
  }

  /** Ask now, and then again in a while. */
  async look(): Promise<void> {
    clearTimeout(this.timer);
    const { signal } = this.gone;
    try {
      const shelf = await getShelf(signal);
      if (signal.aborted) return;
      this.shelf = shelf;
      this.host.requestUpdate();
    } catch (error) {
      if (signal.aborted) return;
      this.failed(error);
    }
    clearTimeout(this.timer);
    const busy = this.shelf === null || this.shelf.items.some((one) => one.state === "loading");
    if (!document.hidden) this.timer = setTimeout(() => void this.look(), busy ? BUSY_MS : IDLE_MS);
  }

  /** Change something, and look what became of it; the error is the caller's. */
  async after<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } finally {
      forgetCards();
      await this.look();
    }
  }
}

/** How a bar of memory is divided: what each loaded model takes, the rest that is used, and what is free. */
export function shares(shelf: Shelf): {
  readonly models: readonly { readonly id: string; readonly share: number }[];
  readonly rest: number;
} | null {
  const { used_bytes: used, free_bytes: free } = shelf;
  if (used === null || free === null || used + free <= 0) return null;
  const all = used + free;
  const loaded = shelf.items.filter((one) => one.state === "ready" && (one.bytes_needed ?? 0) > 0);
  const taken = loaded.reduce((sum, one) => sum + (one.bytes_needed ?? 0), 0);
  // Estimates may be larger than what is really used: they never fill more than that.
  const scale = taken > used ? used / taken : 1;
  const models = loaded.map((one) => ({ id: one.id, share: ((one.bytes_needed ?? 0) * scale) / all }));
  return { models, rest: Math.max(0, used - taken * scale) / all };
}
