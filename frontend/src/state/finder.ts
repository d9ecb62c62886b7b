/** Search while typing: a short pause, then one question at a time, the newest one. */

import { ask, type MapQuestion } from "@/api/maps";
import type { Scored } from "@/api/types";

export interface FinderHandlers {
  busy(on: boolean): void;
  /** The best first; null when nothing is searched any more. */
  found(best: readonly Scored[] | null): void;
  failed(error: unknown, again: () => void): void;
}

const PAUSE_MS = 180;
const MOST = 400;

export class Finder {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private abort = new AbortController();

  constructor(private readonly handlers: FinderHandlers) {}

  /** Ask after a pause, for somebody who is typing. Null ends the search. */
  look(map: string, question: MapQuestion | null): void {
    this.stop();
    if (question === null) {
      this.handlers.busy(false);
      this.handlers.found(null);
    } else this.timer = setTimeout(() => void this.ask(map, question), PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.abort.abort();
  }

  private async ask(map: string, question: MapQuestion): Promise<void> {
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.handlers.busy(true);
    try {
      const best = await ask(map, question, MOST, signal);
      if (!signal.aborted) this.handlers.found(best);
    } catch (error) {
      if (!signal.aborted) this.handlers.failed(error, () => void this.ask(map, question));
    }
    if (!signal.aborted) this.handlers.busy(false);
  }
}

/** Scores, best first → how brightly each point glows (40 to 255); those that were not found stay dark (0). */
export function glowOf(found: readonly Scored[], total: number): Uint8Array<ArrayBuffer> {
  const glow = new Uint8Array(total);
  const top = found[0]?.score ?? 1;
  const low = found.at(-1)?.score ?? 0;
  for (const { n, score } of found)
    glow[n] = 40 + Math.round(top === low ? 215 : (215 * (score - low)) / (top - low));
  return glow;
}
