/** The live socket: at most one draft in flight per view and the newest one waiting behind it. */

import { type Frame, parseFrame } from "./frames";
import { dict, number, recipe, text } from "./guards";
import { API } from "./http";
import { type Problem, problemFrom } from "./problem";
import type { Recipe, RecipeInput } from "./types";

export interface LiveListener {
  frame(frame: Frame): void;
  done?(id: string, recipe: Recipe | null, took_ms: number): void;
  failed?(problem: Problem): void;
  state?(state: string): void;
}

interface View {
  readonly listener: LiveListener;
  seq: number;
  inFlight: number | null;
  sentAt: number;
  pending: RecipeInput | null;
  last: RecipeInput | null;
  /** Pictures of the steps on the way are wanted too. */
  previews: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** A draft that takes longer than this is overtaken by a newer one: the server keeps the latest. */
const OVERTAKE_MS = 400;

export class Live {
  private socket: WebSocket | null = null;
  private readonly views = new Map<string, View>();
  private retries = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(private readonly address = `${location.origin.replace(/^http/, "ws")}${API}/live`) {
    this.connect();
  }

  watch(view: string, listener: LiveListener): void {
    this.views.set(view, {
      listener,
      seq: 0,
      inFlight: null,
      sentAt: 0,
      pending: null,
      last: null,
      previews: false,
      timer: undefined,
    });
  }

  forget(view: string): void {
    clearTimeout(this.views.get(view)?.timer);
    this.views.delete(view);
  }

  ask(name: string, wanted: RecipeInput, previews = false): void {
    const view = this.views.get(name);
    if (!view) return;
    view.pending = wanted;
    view.previews = previews;
    this.pump(name, view);
  }

  /** Stop what a view is drawing: the server stops working for a socket that closes; other views ask again. */
  cancel(name: string): void {
    const view = this.views.get(name);
    if (!view) return;
    clearTimeout(view.timer);
    view.pending = null;
    if (view.inFlight === null) return;
    view.inFlight = null;
    view.last = null;
    this.socket?.close();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    for (const view of this.views.values()) clearTimeout(view.timer);
    this.views.clear();
    this.socket?.close();
  }

  private pump(name: string, view: View): void {
    clearTimeout(view.timer);
    if (view.pending === null || this.socket?.readyState !== WebSocket.OPEN) return;
    const waited = performance.now() - view.sentAt;
    if (view.inFlight !== null && waited < OVERTAKE_MS) {
      view.timer = setTimeout(() => this.pump(name, view), OVERTAKE_MS - waited);
      return;
    }
    view.seq += 1;
    view.inFlight = view.seq;
    view.sentAt = performance.now();
    view.last = view.pending;
    view.pending = null;
    const previews = view.previews ? { previews: true } : {};
    this.socket.send(JSON.stringify({ view: name, seq: view.seq, recipe: view.last, ...previews }));
  }

  private connect(): void {
    if (this.closed) return;
    const socket = new WebSocket(this.address);
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => {
      this.retries = 0;
      for (const [name, view] of this.views) this.pump(name, view);
    });
    socket.addEventListener("message", (event: MessageEvent<unknown>) => this.receive(event.data));
    socket.addEventListener("close", () => this.reconnect());
  }

  private reconnect(): void {
    if (this.closed) return;
    for (const view of this.views.values()) {
      // What was asked and not answered is asked again on the next socket.
      if (view.inFlight !== null) view.pending ??= view.last;
      view.inFlight = null;
    }
    this.retries += 1;
    this.retry = setTimeout(() => this.connect(), Math.min(5000, 250 * 2 ** this.retries));
  }

  private receive(data: unknown): void {
    if (data instanceof ArrayBuffer) {
      const frame = parseFrame(data);
      this.views.get(frame.view)?.listener.frame(frame);
    } else if (typeof data === "string") this.receiveState(JSON.parse(data));
  }

  private receiveState(value: unknown): void {
    const said = dict(value, "a live message");
    const name = text(said.view);
    const view = this.views.get(name);
    if (!view) return;
    const state = text(said.state);
    const latest = number(said.seq, -1) === view.inFlight;
    view.listener.state?.(state);
    if (state === "done" && latest)
      view.listener.done?.(text(said.id), recipe(said.recipe), performance.now() - view.sentAt);
    if (state === "failed" && latest) view.listener.failed?.(problemFrom(said.error, 0));
    if (latest && (state === "done" || state === "failed" || state === "superseded")) {
      view.inFlight = null;
      this.pump(name, view);
    }
  }
}
