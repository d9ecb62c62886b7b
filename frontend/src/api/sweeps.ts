/** Sweeps: one recipe, some knobs at many values each, a picture for every combination. */

import { dict, list, number, page, picture, reason, recipe, text } from "./guards";
import { API, json } from "./http";
import type { JobState, Page, PictureRef, Recipe, RecipeInput } from "./types";

export type SweepValue = string | number;

export interface SweepAxis {
  readonly knob: string;
  readonly values: readonly SweepValue[];
  readonly labels: readonly string[];
}

export interface SweepCell {
  /** One index into the values of each axis. */
  readonly at: readonly number[];
  readonly render_id: string;
  readonly state: JobState;
  readonly image: PictureRef | null;
  readonly error: string | null;
}

export interface Sweep {
  readonly id: string;
  readonly recipe: Recipe | null;
  readonly axes: readonly SweepAxis[];
  readonly state: JobState;
  /** From 0 to 1. */
  readonly progress: number;
  readonly cells: readonly SweepCell[];
  readonly created_at: string;
}

export interface AxisInput {
  readonly knob: string;
  readonly values: readonly SweepValue[];
}

const STATES: readonly JobState[] = ["queued", "running", "done", "failed", "cancelled"];
const state = (value: unknown): JobState => STATES.find((known) => known === value) ?? "queued";

function axis(value: unknown): SweepAxis {
  const said = dict(value, "an axis");
  const values = list(said.values).map((one) => (typeof one === "number" ? one : String(one)));
  const labels = list(said.labels);
  return {
    knob: text(said.knob),
    values,
    labels: values.map((one, index) => text(labels[index], String(one))),
  };
}

function cell(value: unknown): SweepCell {
  const said = dict(value, "a cell");
  return {
    at: list(said.at).map((index) => number(index)),
    render_id: text(said.render_id),
    state: state(said.state),
    image: picture(said.image),
    error: reason(said.error),
  };
}

/** How far a sweep is: a share, or so many of so many. */
function share(value: unknown, cells: readonly SweepCell[]): number {
  if (typeof value === "number") return value;
  if (cells.length === 0) return 0;
  return cells.filter((one) => one.state !== "queued" && one.state !== "running").length / cells.length;
}

export function sweep(value: unknown): Sweep {
  const said = dict(value, "a sweep");
  const cells = list(said.cells).map(cell);
  return {
    id: text(said.id),
    recipe: recipe(said.recipe),
    axes: list(said.axes).map(axis),
    state: state(said.state),
    progress: share(said.progress, cells),
    cells,
    created_at: text(said.created_at),
  };
}

export const createSweep = async (input: RecipeInput, axes: readonly AxisInput[]): Promise<Sweep> =>
  sweep(await json("/sweeps", { method: "POST", body: { recipe: input, axes } }));

export const getSweep = async (id: string, signal?: AbortSignal): Promise<Sweep> =>
  sweep(await json(`/sweeps/${encodeURIComponent(id)}`, signal ? { signal } : {}));

export const listSweeps = async (cursor?: string, limit = 20): Promise<Page<Sweep>> =>
  page(await json(`/sweeps?limit=${limit}${cursor === undefined ? "" : `&cursor=${cursor}`}`), sweep);

export const cancelSweep = async (id: string): Promise<void> => {
  await json(`/sweeps/${encodeURIComponent(id)}`, { method: "DELETE" });
};

export const tableAddress = (id: string): string => `${API}/sweeps/${encodeURIComponent(id)}/table.csv`;
export const gridAddress = (id: string): string => `${API}/sweeps/${encodeURIComponent(id)}/grid.png`;
