/** What an expression and each of its parts are near to: asked for anew whenever the expression changes. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import * as client from "@/api/client";
import type { Apart, Near, NearItem, Part } from "@/api/expressions";
import * as api from "@/api/expressions";
import { asProblem, type Problem } from "@/api/problem";
import type { MapCard } from "@/api/types";
import { language } from "@/state/language";
import type { Mode } from "@/state/playground-state";

const NEAR = 12;
const NEAR_PART = 3;

export interface Wanted {
  readonly apart: Apart;
  readonly model: string;
  readonly mode: Mode;
  readonly seed: number;
}

export class Nearby implements ReactiveController {
  near: Near | null = null;
  /** Of each part, by its expression. */
  parts: ReadonlyMap<string, readonly NearItem[]> = new Map();
  /** The map that the nearest pictures are points of. */
  map: MapCard | null = null;
  waiting = false;
  private asking = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly failed: (problem: Problem) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.asking.abort();
  }

  async follow(wanted: Wanted): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.say({ waiting: true });
    try {
      await this.ask(wanted, signal);
    } catch (error) {
      if (!signal.aborted) this.failed(asProblem(error));
    }
    if (!signal.aborted) this.say({ waiting: false });
  }

  private async ask({ apart, model, mode, seed }: Wanted, signal: AbortSignal): Promise<void> {
    // A direction has no picture; the words at its end say where it leads.
    const among = mode === "words" || apart.kind === "direction" ? "words" : "pictures";
    const spoken = among === "words" ? { language: language() } : {};
    const one = (expression: string, k: number): Promise<Near> =>
      api.nearest({ expression, model, among, k, recipe: { seed }, ...spoken }, signal);
    const near = await one(apart.expression, NEAR);
    this.say({ near });
    if (mode === "words") await this.askParts(apart.parts.slice(1), one, signal);
    else if (among === "pictures" && this.map?.id !== near.among)
      this.say({ map: await client.map(near.among) });
  }

  private async askParts(
    parts: readonly Part[],
    one: (expression: string, k: number) => Promise<Near>,
    signal: AbortSignal,
  ): Promise<void> {
    const known = new Map<string, readonly NearItem[]>();
    this.say({ parts: known });
    for (const part of parts) {
      if (known.has(part.expression)) continue;
      known.set(part.expression, (await one(part.expression, NEAR_PART)).items);
      if (signal.aborted) return;
      this.say({ parts: new Map(known) });
    }
  }

  private say(news: Partial<Pick<Nearby, "near" | "parts" | "map" | "waiting">>): void {
    Object.assign(this, news);
    this.host.requestUpdate();
  }
}
