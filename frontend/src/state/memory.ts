/** Which models are in memory: asked when somebody looks, and again and again while one is loading. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { memory as ask } from "@/api/client";
import type { Loaded, Memory } from "@/api/types";

const SOON_MS = 1200;
const SELDOM_MS = 20_000;

export class MemoryWatch implements ReactiveController {
  memory: Memory | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private connected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Somebody waits for a picture: a model may be on its way in. */
    private readonly waiting: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.connected = true;
    void this.look();
  }

  hostDisconnected(): void {
    this.connected = false;
    clearTimeout(this.timer);
  }

  of(id: string): Loaded | null {
    return this.memory?.models.find((one) => one.id === id) ?? null;
  }

  async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      this.memory = await ask();
      this.host.requestUpdate();
    } catch {
      // Without an answer the page works as before; it only cannot say what is loaded.
    }
    if (!this.connected) return;
    const soon = this.waiting() || this.memory?.models.some((one) => one.state === "loading");
    this.timer = setTimeout(() => void this.look(), soon ? SOON_MS : SELDOM_MS);
  }
}

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** 1_300_000_000 → "1.3 GB". */
export function bytesInWords(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : Number(value.toFixed(1))} ${UNITS[unit]}`;
}
