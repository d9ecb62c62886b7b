/** The calls that only the Atlas makes: whole maps, groups, places worth a visit, files to take away. */

import { type Quality, quality } from "./building";
import * as guards from "./guards";
import { API, bytes, json } from "./http";
import { tellChanged } from "./made";
import type { MapCard, MapColumn, Scored, Words } from "./types";

/** A column of categories (with a legend) or of numbers (bytes 0..254 over min..max, 255 none). */
export interface AtlasColumn extends MapColumn {
  readonly kind: "category" | "number";
  readonly min: number;
  readonly max: number;
  /** The two sides of 0 have colours of their own. */
  readonly diverging?: boolean;
  /** Numbers are seconds since 1970. */
  readonly unit?: "time";
}

export interface AtlasMap extends MapCard {
  /** Addresses exactly this version of the map: `name@version`. */
  readonly id: string;
  /** Addresses the map, whatever its newest version. */
  readonly name: string;
  readonly columns: readonly AtlasColumn[];
  readonly version: number;
  readonly projector: string;
  readonly quality: Quality;
  /** Whether a picture can be made for an empty place. */
  readonly decodes: boolean;
  /** Why it cannot. */
  readonly whyNot: string;
}

/** Points of a map under a name that expressions can say: `mean(@name)`. */
export interface Group {
  readonly name: string;
  readonly count: number;
  readonly map: string;
  readonly version: string;
  /** The numbers of its points on that map. */
  readonly here: readonly number[];
}

export interface Gap {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly between: readonly Words[];
}

export interface Region {
  readonly level: number;
  readonly title: Words;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly points: readonly number[];
}

/** How crowded the map is, on a grid; row 0 lies at y_min, 0 is terra incognita. */
export interface Coverage {
  readonly columns: number;
  readonly rows: number;
  readonly bounds: MapCard["bounds"];
  readonly cells: Uint8Array<ArrayBuffer>;
}

export const FORMATS = ["parquet", "csv", "safetensors", "html"] as const;

const { list, number, soft: said, text, words } = guards;

export function asAtlasMap(value: unknown): AtlasMap {
  const card = guards.map(value);
  const raw = said(value);
  const kinds = list(raw.columns).map(said);
  const version = number(raw.version, 1);
  return {
    ...card,
    id: `${card.id}@${version}`,
    name: card.id,
    version,
    projector: text(raw.projector),
    quality: quality(raw.quality),
    decodes: raw.decodes !== false,
    whyNot: text(raw.why_not, "numbers"),
    columns: card.columns.map((column, at) => ({
      ...column,
      kind: kinds[at]?.kind === "number" ? "number" : "category",
      min: number(kinds[at]?.min),
      max: number(kinds[at]?.max, 1),
      ...(kinds[at]?.unit === "time" && { unit: "time" as const }),
    })),
  };
}

export const maps = async (): Promise<readonly AtlasMap[]> =>
  guards.page(await json("/maps"), asAtlasMap).items;
export const map = async (id: string): Promise<AtlasMap> => asAtlasMap(await json(`/maps/${at(id)}`));

const at = (id: string): string => encodeURIComponent(id).replaceAll("%40", "@");

const group = (value: unknown): Group => {
  const one = said(value);
  return {
    name: text(one.name),
    count: number(one.count),
    map: text(one.map),
    version: text(one.version),
    here: list(one.points).filter((n): n is number => typeof n === "number"),
  };
};

/** Every group of points, by name; `here` is filled only where one group is asked for. */
export const groups = async (): Promise<readonly Group[]> => guards.page(await json("/groups"), group).items;

/** Give the points of a map a name, so that expressions can say it. */
export async function saveGroup(name: string, map: AtlasMap, points: readonly number[]): Promise<Group> {
  const kept = await json("/groups", { method: "POST", body: { name, map: map.name, points } });
  tellChanged({ kind: "group", group: name, before: null, after: members(kept) });
  return group(kept);
}

/** What a group holds, as an act remembers it. */
const members = (value: unknown): Record<string, unknown> => {
  const { map, version, points, renders } = said(value);
  return { map, version, points, renders };
};

/** One group with the numbers of its points. */
export const groupOf = async (name: string): Promise<Group> => group(await json(`/groups/${at(name)}`));

/** Rename a group, or give it other points. */
export async function changeGroup(
  name: string,
  change: { readonly name?: string; readonly points?: readonly number[] },
): Promise<Group> {
  const before = members(await json(`/groups/${at(name)}`));
  const changed = await json(`/groups/${at(name)}`, { method: "PATCH", body: change });
  const renamed = change.name !== undefined && change.name !== name;
  if (renamed) tellChanged({ kind: "group", group: name, before, after: null });
  tellChanged({
    kind: "group",
    group: change.name ?? name,
    before: renamed ? null : before,
    after: members(changed),
  });
  return group(changed);
}

export async function removeGroup(name: string): Promise<void> {
  const before = members(await json(`/groups/${at(name)}`));
  await json(`/groups/${at(name)}`, { method: "DELETE" });
  tellChanged({ kind: "group", group: name, before, after: null });
}

/** The largest empty places inside the known land. */
export async function gaps(
  id: string,
  limit: number,
  near?: readonly [number, number],
): Promise<readonly Gap[]> {
  const body = { limit, ...(near && { near }) };
  return list(said(await json(`/maps/${at(id)}/gaps`, { method: "POST", body })).items).map((value) => {
    const one = said(value);
    return {
      x: number(one.x),
      y: number(one.y),
      radius: number(one.radius),
      between: list(one.between).map((title) => words(title)),
    };
  });
}

/** A place far from everything, the same one for the same seed. */
export async function surprise(id: string, seed: number): Promise<{ x: number; y: number }> {
  const answer = said(await json(`/maps/${at(id)}/surprise`, { method: "POST", body: { seed } }));
  return { x: number(answer.x), y: number(answer.y) };
}

export const regions = async (id: string): Promise<readonly Region[]> =>
  list(said(await json(`/maps/${at(id)}/regions`)).items).map((value) => {
    const one = said(value);
    return {
      level: number(one.level),
      title: words(one.title),
      count: number(one.count),
      x: number(one.x),
      y: number(one.y),
      points: list(one.points).filter((n): n is number => typeof n === "number"),
    };
  });

const COVERAGE_MAGIC = "RSHNCOV1";
const COVERAGE_BYTES = 32;

export function readCoverage(buffer: ArrayBuffer): Coverage {
  const head = new DataView(buffer);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, Math.min(8, buffer.byteLength)));
  if (magic !== COVERAGE_MAGIC) throw new RangeError(`coverage: expected ${COVERAGE_MAGIC}, found ${magic}`);
  const [columns, rows] = [head.getUint32(8, true), head.getUint32(12, true)];
  if (buffer.byteLength < COVERAGE_BYTES + columns * rows) throw new RangeError("coverage: too few cells");
  const bounds = {
    x_min: head.getFloat32(16, true),
    y_min: head.getFloat32(20, true),
    x_max: head.getFloat32(24, true),
    y_max: head.getFloat32(28, true),
  };
  return { columns, rows, bounds, cells: new Uint8Array(buffer, COVERAGE_BYTES, columns * rows) };
}

export const coverage = async (id: string): Promise<Coverage> =>
  readCoverage(await bytes(`/maps/${at(id)}/coverage`));

/** Rename a region; null gives the computed name back. */
export async function renameLabel(
  id: string,
  place: { readonly layer: number; readonly label: number },
  title: Partial<Words> | null,
): Promise<void> {
  await json(`/maps/${at(id)}/labels`, { method: "PATCH", body: { ...place, title } });
}

/** One question to a map: words, an expression, a line of fields, a picture, or points like others. */
export type MapQuestion =
  | { readonly words: string }
  | { readonly expression: string }
  | { readonly query: string }
  | { readonly image: string }
  | { readonly like: readonly number[]; readonly unlike: readonly number[] };

export async function ask(
  id: string,
  question: MapQuestion,
  limit: number,
  signal: AbortSignal,
): Promise<readonly Scored[]> {
  const body = { ...question, limit };
  return guards.page(await json(`/maps/${at(id)}/search`, { method: "POST", body, signal }), guards.scored)
    .items;
}

export interface Caption {
  readonly n: number;
  readonly title: Words;
  readonly prompt: string;
  readonly seed: number | null;
}

/** The words of up to 500 points at once. */
export async function captions(id: string, points: readonly number[]): Promise<readonly Caption[]> {
  const answer = await json(`/maps/${at(id)}/captions`, { method: "POST", body: { points } });
  return guards.page(answer, (value) => {
    const one = said(value);
    return {
      n: number(one.n),
      title: words(one.title),
      prompt: text(one.prompt),
      seed: typeof one.seed === "number" ? one.seed : null,
    };
  }).items;
}

/** The points and the k true neighbours of each. */
export async function grow(id: string, points: readonly number[], k: number): Promise<readonly number[]> {
  const answer = said(await json(`/maps/${at(id)}/grow`, { method: "POST", body: { points, k } }));
  return list(answer.points).filter((n): n is number => typeof n === "number");
}

/** Two points that look the same although their prompts share no word. */
export interface Pair {
  readonly points: readonly [number, number];
  readonly titles: readonly [Words, Words];
}

export async function collapses(id: string, limit: number): Promise<readonly Pair[]> {
  const body = { kind: "collapse", limit };
  const answer = said(await json(`/maps/${at(id)}/suggest`, { method: "POST", body }));
  return list(answer.items).map((value) => {
    const { points, titles } = said(value);
    const [a, b] = list(points);
    const [first, second] = list(titles);
    return { points: [number(a), number(b)], titles: [words(first), words(second)] };
  });
}

/** How much two dimensions lie at each point, 0..255. */
export const distortion = async (id: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await bytes(`/maps/${at(id)}/distortion`));

/** Where a file of the map (or of one group of it) is fetched from. */
export function exportUrl(id: string, format: (typeof FORMATS)[number], name: string | null): string {
  const query = new URLSearchParams({ format, ...(name !== null && { group: name }) });
  return `${API}/maps/${at(id)}/export?${query}`;
}

const LINK_MAGIC = "RSHNLNK1";
const LINK_BYTES = 12;
/** A point that the other map does not have. */
export const NOWHERE = 0xffff_ffff;

/** The same recipes on another map. */
export interface Link {
  /** The number there, by the number here; `NOWHERE` where it has none. */
  readonly there: Uint32Array<ArrayBuffer>;
  /** 0..255: how few of the true neighbours agree. */
  readonly disagreement: Uint8Array<ArrayBuffer>;
}

export function readLink(buffer: ArrayBuffer): Link {
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, Math.min(8, buffer.byteLength)));
  if (magic !== LINK_MAGIC) throw new RangeError(`link: expected ${LINK_MAGIC}, found ${magic}`);
  const count = new DataView(buffer).getUint32(8, true);
  if (buffer.byteLength < LINK_BYTES + 5 * count) throw new RangeError("link: fewer bytes than points");
  return {
    there: new Uint32Array(buffer, LINK_BYTES, count),
    disagreement: new Uint8Array(buffer, LINK_BYTES + 4 * count, count),
  };
}

export const link = async (id: string, other: string): Promise<Link> =>
  readLink(await bytes(`/maps/${at(id)}/links/${at(other)}`));

/** The maps that share recipes with this one. */
export const links = async (
  id: string,
): Promise<readonly { readonly map: string; readonly shared: number }[]> =>
  list(said(await json(`/maps/${at(id)}/links`)).items).map((value) => ({
    map: text(said(value).map),
    shared: number(said(value).shared),
  }));
