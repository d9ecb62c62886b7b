/** The calls of the maps page: what a map can be built from, how far it is, and its versions. */

import { dict, list, number, soft, text, words } from "./guards";
import { json } from "./http";
import type { Words } from "./types";

export interface Quality {
  readonly trustworthiness: number | null;
  readonly continuity: number | null;
  readonly recall_15: number | null;
  readonly stability: number | null;
}

export interface BuiltMap {
  readonly id: string;
  readonly title: Words;
  readonly version: number;
  readonly count: number;
  readonly space: string;
  readonly projector: string;
  readonly quality: Quality;
  readonly shipped: boolean;
  /** Why no picture can be made for a place on it; null where one can. */
  readonly whyNot: string | null;
}

export interface Knob {
  readonly name: string;
  readonly title: string;
  readonly kind: "number" | "boolean";
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly home: number | boolean;
}

export interface Projector {
  readonly id: string;
  readonly summary: string;
  readonly axes: boolean;
  /** Whether a column can draw its values together. */
  readonly supervised: boolean;
  readonly knobs: readonly Knob[];
}

export interface Act {
  readonly id: string;
  /** The map that is built or laid out anew. */
  readonly about: string;
  readonly state: string;
  readonly progress: number;
  readonly stage: string;
  readonly eta_s: number | null;
  readonly map: string | null;
  readonly error: string | null;
}

export interface Version {
  readonly version: number;
  readonly key: string;
  readonly current: boolean;
  readonly count: number;
  /** When it was laid out; empty where nobody wrote it down. */
  readonly created: string;
  /** Points that had joined the version before. */
  readonly joined: number;
  readonly projector: string;
  readonly quality: Quality;
}

export interface Estimate {
  readonly points: number | null;
  readonly renders: number | null;
  readonly seconds: number | null;
  readonly least: number;
  readonly most: number;
  readonly fields: readonly MapField[];
}

/** By what points differ: a column that can colour a map, or draw its values together. */
export interface MapField {
  readonly id: string;
  readonly name: string;
  readonly title: Words;
  readonly values: readonly string[];
}

export interface Brought {
  readonly id: string;
  readonly kind: string;
  readonly rows: number;
  readonly leftOut: number;
  readonly fields: readonly MapField[];
}

const known = (value: unknown): number | null => (typeof value === "number" ? value : null);
const at = (id: string): string => encodeURIComponent(id);

export function quality(value: unknown): Quality {
  const said = soft(value);
  return {
    trustworthiness: known(said.trustworthiness),
    continuity: known(said.continuity),
    recall_15: known(said.recall_15),
    stability: known(said.stability),
  };
}

export const builtMaps = async (): Promise<readonly BuiltMap[]> =>
  list(dict(await json("/maps"), "the maps").items).map((value, place) => {
    const one = soft(value);
    return {
      id: text(one.id),
      title: words(one.title),
      version: number(one.version, 1),
      count: number(one.count),
      space: text(one.space),
      projector: text(one.projector),
      quality: quality(one.quality),
      shipped: place === 0,
      whyNot: one.decodes === false ? text(one.why_not, "numbers") : null,
    };
  });

function knob(name: string, value: unknown): Knob {
  const one = soft(value);
  const whole = one.type === "integer";
  const home = one.default;
  return {
    name,
    title: text(one.title, name),
    kind: one.type === "boolean" ? "boolean" : "number",
    min: number(one.minimum),
    max: number(one.maximum, 1),
    step: whole ? 1 : 0.05,
    home: typeof home === "boolean" ? home : number(home),
  };
}

const takes = (operands: unknown, name: string): boolean =>
  list(operands).some((operand) => soft(operand).name === name);

/** In which spaces what each model makes can be laid out, by the model's id. */
export const mapSpaces = async (): Promise<Readonly<Record<string, readonly string[]>>> =>
  Object.fromEntries(
    list(dict(await json("/catalogue"), "the catalogue").models).map((value) => {
      const one = soft(value);
      return [text(one.id), list(one.map_spaces).map((space) => text(space))];
    }),
  );

export const projectors = async (): Promise<readonly Projector[]> =>
  list(dict(await json("/catalogue"), "the catalogue").projectors).map((value) => {
    const one = soft(value);
    return {
      id: text(one.id),
      summary: text(one.summary),
      axes: takes(one.operands, "right"),
      supervised: takes(one.operands, "labels"),
      knobs: Object.entries(soft(soft(one.knobs).properties)).map(([name, schema]) => knob(name, schema)),
    };
  });

export function act(value: unknown): Act {
  const one = dict(value, "a job");
  return {
    id: text(one.id),
    about: text(one.about),
    state: text(one.state),
    progress: number(one.progress),
    stage: text(one.stage),
    eta_s: known(one.eta_s),
    map: typeof soft(one.result).map === "string" ? text(soft(one.result).map) : null,
    error: typeof soft(one.error).detail === "string" ? text(soft(one.error).detail) : null,
  };
}

export const buildMap = async (wanted: object): Promise<Act> =>
  act(await json("/maps", { method: "POST", body: wanted }));

function field(value: unknown): MapField {
  const one = soft(value);
  const title = words(one.title);
  return { id: text(one.id), name: title.en, title, values: list(one.values).map((each) => text(each)) };
}

export async function estimateMap(wanted: object, signal: AbortSignal): Promise<Estimate> {
  const one = soft(await json("/maps/estimate", { method: "POST", body: wanted, signal }));
  return {
    points: known(one.points),
    renders: known(one.renders),
    seconds: known(one.seconds),
    least: number(one.least),
    most: number(one.most),
    fields: list(one.columns).map(field),
  };
}

export const buildingActs = async (): Promise<readonly Act[]> =>
  list(dict(await json("/jobs?limit=50"), "the jobs").items)
    .filter((value) => soft(value).kind === "map")
    .map(act);

export const cancelBuild = async (id: string): Promise<void> => {
  await json(`/jobs/${at(id)}`, { method: "DELETE" });
};

export const mapVersions = async (id: string): Promise<readonly Version[]> =>
  list(dict(await json(`/maps/${at(id)}/versions`), "the versions").items).map((value) => {
    const one = soft(value);
    return {
      version: number(one.version, 1),
      key: text(one.key),
      current: one.current === true,
      count: number(one.count),
      created: text(one.created),
      joined: number(one.joined),
      projector: text(one.projector),
      quality: quality(one.quality),
    };
  });

export const refitMap = async (id: string): Promise<Act> =>
  act(await json(`/maps/${at(id)}/versions`, { method: "POST", body: {} }));

export const removeMap = async (id: string): Promise<void> => {
  await json(`/maps/${at(id)}`, { method: "DELETE" });
};

export async function bringFiles(files: readonly File[]): Promise<Brought> {
  const form = new FormData();
  // A picture's folder is worth a colour: the browser tells it only where a folder was chosen.
  for (const file of files) form.append("file", file, file.webkitRelativePath || file.name);
  const one = soft(await json("/map-sources", { method: "POST", body: form }));
  return {
    id: text(one.id),
    kind: text(one.kind),
    rows: number(one.rows),
    leftOut: list(one.left_out).length,
    fields: list(one.columns).map((value) => {
      const name = text(value);
      const values = list(soft(one.values)[name]).map((each) => text(each));
      return { id: name, name, title: { en: name, ja: name }, values };
    }),
  };
}
