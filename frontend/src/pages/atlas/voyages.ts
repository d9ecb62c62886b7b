/** Clicks on empty space: one at a time, the newest one, with a ghost until the picture has landed. */

import { decode } from "@/api/client";
import type { Landing } from "@/api/types";
import type { Voyage } from "@/map/overlay";

export interface VoyageHandlers {
  /** What the map draws. */
  draw(voyage: Voyage | null): void;
  busy(on: boolean): void;
  landed(landing: Landing): void;
  failed(error: unknown, again: () => void): void;
}

export class Voyages {
  private abort = new AbortController();

  constructor(private readonly handlers: VoyageHandlers) {}

  async go(map: string, x: number, y: number): Promise<void> {
    this.abort.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    const from = { x, y };
    this.handlers.draw({ from });
    this.handlers.busy(true);
    try {
      const landing = await decode(map, from, signal);
      if (signal.aborted) return;
      const image = landing.render.image?.url;
      this.handlers.landed(landing);
      this.handlers.draw({
        from,
        to: { x: landing.x, y: landing.y },
        confidence: landing.confidence,
        landedAt: performance.now(),
        ...(image !== undefined && { image }),
      });
    } catch (error) {
      if (signal.aborted) return;
      this.handlers.draw(null);
      this.handlers.failed(error, () => void this.go(map, x, y));
    }
    this.handlers.busy(false);
  }

  cancel(): void {
    this.abort.abort();
    this.handlers.busy(false);
    this.handlers.draw(null);
  }
}
