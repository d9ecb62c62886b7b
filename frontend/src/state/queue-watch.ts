/** The queue as it is, asked for often while something happens, seldom while nothing does, never in a hidden tab. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import * as api from "@/api/queue";
import { listSweeps, type Sweep } from "@/api/sweeps";
import { withMove } from "./queue-state";

const BUSY_MS = 700;
const IDLE_MS = 3000;
/** Jobs and sweeps are larger and slower: they are asked for every so many times. */
const SELDOM = 3;
const ACTS = 20;

export class QueueWatch implements ReactiveController {
  queue: api.QueueView | null = null;
  acts: readonly api.LongAct[] = [];
  sweeps: readonly Sweep[] = [];
  /** How many rows are asked for. */
  limit = 60;
  private gone = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  /** A hand is on a row: nothing may move under it. */
  private held = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly failed: (error: unknown) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.gone = new AbortController();
    this.turn = 0;
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

  get busy(): boolean {
    const under = (one: { readonly state: string }) => one.state === "queued" || one.state === "running";
    const { queue } = this;
    const made = queue?.items.some((one) => !queue.paused || one.position === null) ?? false;
    return made || this.acts.some(under) || this.sweeps.some(under);
  }

  /** Ask now, and then again in a while. `whole`: jobs and sweeps too. */
  async look(whole = false): Promise<void> {
    clearTimeout(this.timer);
    const { signal } = this.gone;
    try {
      const all = whole || !this.busy || this.turn++ % SELDOM === 0;
      const [queue, acts, sweeps] = await Promise.all([
        api.getQueue(this.limit, signal),
        all ? api.longActs(ACTS, signal) : this.acts,
        all ? listSweeps(undefined, 5).then((found) => found.items) : this.sweeps,
      ]);
      if (signal.aborted) return;
      if (!this.held) this.queue = queue;
      this.acts = acts;
      this.sweeps = sweeps;
      this.host.requestUpdate();
    } catch (error) {
      if (signal.aborted) return;
      this.failed(error);
    }
    clearTimeout(this.timer);
    if (!document.hidden) this.timer = setTimeout(() => void this.look(), this.busy ? BUSY_MS : IDLE_MS);
  }

  hold(held: boolean): void {
    this.held = held;
  }

  private async act(ask: () => Promise<void>): Promise<boolean> {
    try {
      await ask();
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    } finally {
      this.held = false;
      await this.look(true);
    }
  }

  pause(paused: boolean): Promise<boolean> {
    if (this.queue) this.queue = { ...this.queue, paused };
    this.host.requestUpdate();
    return this.act(() => api.pauseQueue(paused));
  }

  /** Let one come earlier or later; it stands there at once. */
  move(id: string, to: number): Promise<boolean> {
    if (this.queue) this.queue = { ...this.queue, items: withMove(this.queue.items, id, to) };
    this.held = true;
    this.host.requestUpdate();
    return this.act(() => api.moveWaiting(id, to));
  }

  /** Do something to the queue, and look what became of it. */
  after(ask: () => Promise<void>): Promise<boolean> {
    return this.act(ask);
  }
}
