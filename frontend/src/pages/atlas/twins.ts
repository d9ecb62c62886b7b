/** A second map of the same recipes: made while one looks on, and then shown beside the first. */

import { type Act, buildMap, cancelBuild } from "@/api/building";
import { follow } from "@/api/jobs";
import { asProblem, Problem } from "@/api/problem";
import type { ModelCard } from "@/api/types";
import { t } from "@/state/language";
import { models } from "@/state/models";
import type { Host } from "./host";

export interface TwinHandlers extends Host {
  /** The map of this name is there. */
  made(map: string): void;
}

export class Twins {
  models: readonly ModelCard[] = [];
  act: Act | null = null;
  problem: Problem | null = null;
  private following = new AbortController();

  constructor(private readonly on: TwinHandlers) {}

  /** Read which models there are. */
  async load(): Promise<void> {
    try {
      this.models = await models(this.following.signal);
      this.on.changed();
    } catch (error) {
      this.on.failed(error, () => void this.load());
    }
  }

  async make(wish: object): Promise<void> {
    this.problem = null;
    this.following = new AbortController();
    const { signal } = this.following;
    try {
      this.act = await buildMap(wish);
      this.on.changed();
      const end = await follow(this.act.id, (act) => this.hear(act), signal);
      if (end.state === "done" && end.map !== null) this.on.made(end.map);
      else if (end.state === "failed")
        this.problem = new Problem("job", 0, "", t("twin.failed", { detail: end.error ?? "" }), "");
    } catch (error) {
      if (!signal.aborted) this.problem = asProblem(error);
    }
    this.act = null;
    this.on.changed();
  }

  async cancel(): Promise<void> {
    const { act } = this;
    if (!act) return;
    try {
      await cancelBuild(act.id);
    } catch (error) {
      this.on.failed(error);
    }
  }

  stop(): void {
    this.following.abort();
  }

  private hear(act: Act): void {
    this.act = act;
    this.on.changed();
  }
}
