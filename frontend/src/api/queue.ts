/** The queue: what is being made and what waits; and the long acts beside it. */

import { dict, job, list, number, page, recipe, text } from "./guards";
import { json } from "./http";
import type { Job, Recipe } from "./types";

export interface Waiting {
  readonly id: string;
  readonly lane: string;
  readonly running: boolean;
  readonly recipe: Recipe | null;
  /** 0 is next; null where the worker has it already. */
  readonly position: number | null;
  readonly step: number;
  readonly steps: number;
  readonly eta_s: number | null;
  /** Where its newest step can be seen. */
  readonly preview: string | null;
}

export interface QueueView {
  readonly paused: boolean;
  /** How many can still be moved, also where fewer are listed. */
  readonly waiting: number;
  readonly eta_s: number | null;
  readonly items: readonly Waiting[];
}

export interface LongAct extends Job {
  readonly kind: string;
  readonly stage: string;
  readonly created_at: string;
}

const known = (value: unknown): number | null => (typeof value === "number" ? value : null);

function waiting(value: unknown): Waiting {
  const said = dict(value, "a render that waits");
  const progress = dict(said.progress, "its progress");
  return {
    id: text(said.id),
    lane: text(said.lane),
    running: said.state === "running",
    recipe: recipe(said.recipe),
    position: known(said.position),
    step: number(progress.step),
    steps: number(progress.steps),
    eta_s: known(said.eta_s),
    preview: typeof said.preview === "string" ? said.preview : null,
  };
}

function queue(value: unknown): QueueView {
  const said = dict(value, "the queue");
  const items = list(said.items).map(waiting);
  return {
    paused: said.paused === true,
    waiting: number(said.waiting, items.length),
    eta_s: known(said.eta_s),
    items,
  };
}

export const getQueue = async (limit: number, signal: AbortSignal): Promise<QueueView> =>
  queue(await json(`/queue?limit=${limit}`, { signal }));

export const pauseQueue = async (paused: boolean): Promise<void> => {
  await json("/queue", { method: "PATCH", body: { paused } });
};

export const clearQueue = async (): Promise<void> => {
  await json("/queue", { method: "DELETE" });
};

export const moveWaiting = async (id: string, position: number): Promise<void> => {
  await json(`/queue/${encodeURIComponent(id)}`, { method: "PATCH", body: { position } });
};

/** Ask for a picture behind all that wait. */
export const enqueue = async (what: Recipe): Promise<void> => {
  await json("/renders", { method: "POST", body: { recipe: what, lane: "batch" } });
};

function act(value: unknown): LongAct {
  const said = dict(value, "a job");
  return {
    ...job(value),
    kind: text(said.kind),
    stage: text(said.stage),
    created_at: text(said.created_at),
  };
}

export const longActs = async (limit: number, signal: AbortSignal): Promise<readonly LongAct[]> =>
  page(await json(`/jobs?limit=${limit}`, { signal }), act).items;

export const cancelAct = async (id: string): Promise<void> => {
  await json(`/jobs/${encodeURIComponent(id)}`, { method: "DELETE" });
};
