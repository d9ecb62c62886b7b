/** Journeys: stations, how to go from one to the next, what was seen on the way, and films. */

import { dict, job, list, number, page, picture, recipe, soft, text } from "./guards";
import { API, json } from "./http";
import type { Job, Page, PictureRef, Recipe } from "./types";

export const CURVES = ["arc", "line", "mix", "spline", "hold"] as const;
export type Curve = (typeof CURVES)[number];
export const PACES = ["even", "legs", "given"] as const;
export type Pace = (typeof PACES)[number];
export const EASES = ["linear", "in_out", "in", "out"] as const;
export type Ease = (typeof EASES)[number];
export const PARTS = ["prompt", "noise", "steering", "guidance"] as const;
export type Part = (typeof PARTS)[number];
export const FORMATS = ["mp4", "webm", "gif", "apng", "webp", "frames"] as const;
export type Format = (typeof FORMATS)[number];

/** What a station is, before the server finds its recipe. */
export type StationInput = Readonly<Record<string, unknown>>;

export interface Station {
  readonly recipe: Recipe;
  readonly source: Readonly<Record<string, unknown>>;
  readonly recipe_id: string;
  readonly image: PictureRef | null;
}

export interface Leg {
  readonly curve: Curve;
  readonly seconds: number;
  readonly parts: Readonly<Partial<Record<Part, Curve>>>;
}

/** A frame that was looked at; places run from 0 to the number of legs. */
export interface Sample {
  readonly place: number;
  readonly image: PictureRef | null;
}

export interface Outlook {
  readonly judge: string;
  readonly samples: readonly Sample[];
  readonly even: readonly Sample[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly smoothness: Smoothness;
  /** Along the sides of a square, where they were evened. */
  readonly square: { readonly u: Smoothness; readonly v: Smoothness } | null;
}

/** 1 − Gini of how much each frame changes. */
export interface Smoothness {
  readonly before: number;
  readonly after: number;
}

/** The pictures over a square, row by row. */
export interface Sheet {
  readonly side: number;
  readonly images: readonly (PictureRef | null)[];
}

export interface JourneyJob extends Job {
  readonly kind: string;
  readonly stage: string;
}

export interface FilmFile {
  readonly name: string;
  readonly url: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly frames: number;
  readonly seconds: number;
}

export interface Attention {
  readonly way: string;
  readonly warmup: number | null;
}

export interface Journey {
  readonly id: string;
  readonly title: string;
  readonly shape: "line" | "grid";
  readonly stations: readonly Station[];
  readonly legs: readonly Leg[];
  readonly loop: boolean;
  readonly pace: Pace;
  readonly ease: Ease;
  readonly pause_s: number;
  readonly fps: number;
  readonly beats: readonly number[];
  readonly route: readonly (readonly [number, number])[];
  readonly even_square: boolean;
  readonly sheet: Sheet | null;
  readonly attention: Attention | null;
  readonly attention_offered: boolean;
  readonly ready: boolean;
  readonly total_s: number;
  readonly outlook: Outlook | null;
  readonly seen: readonly Sample[] | null;
  readonly schedule: { readonly fps: number; readonly places: readonly number[] } | null;
  readonly jobs: readonly JourneyJob[];
  readonly films: readonly FilmFile[];
  readonly changed_at: string;
}

export type Changes = Readonly<Record<string, unknown>>;

export interface FormatCard {
  readonly format: Format;
  readonly available: boolean;
  readonly hint: string;
}

const among = <T extends string>(known: readonly T[], value: unknown, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

function station(value: unknown): Station {
  const said = dict(value, "a station");
  const found = recipe(said.recipe);
  if (!found) throw new Error("a station without a recipe");
  return {
    recipe: found,
    source: soft(said.source),
    recipe_id: text(said.recipe_id),
    image: picture(said.image),
  };
}

function leg(value: unknown): Leg {
  const said = dict(value, "a leg");
  const parts: Partial<Record<Part, Curve>> = {};
  for (const [name, curve] of Object.entries(soft(said.parts)))
    if (PARTS.some((part) => part === name)) parts[name as Part] = among(CURVES, curve, "arc");
  return { curve: among(CURVES, said.curve, "arc"), seconds: number(said.seconds, 2), parts };
}

function sample(value: unknown): Sample {
  const said = dict(value, "a frame");
  return { place: number(said.place), image: picture(said.image) };
}

const numbers = (value: unknown): readonly number[] => list(value).map((one) => number(one));

function smoothness(value: unknown): Smoothness {
  const said = soft(value);
  return { before: number(said.before), after: number(said.after) };
}

function outlook(value: unknown): Outlook | null {
  if (value === null || value === undefined) return null;
  const said = dict(value, "an outlook");
  const change = soft(said.change);
  const square = said.square ? dict(said.square, "a square") : null;
  return {
    judge: text(said.judge),
    samples: list(said.samples).map(sample),
    even: list(said.even).map(sample),
    before: numbers(change.before),
    after: numbers(change.after),
    smoothness: smoothness(said.smoothness),
    square: square && { u: smoothness(square.u), v: smoothness(square.v) },
  };
}

export function journeyJob(value: unknown): JourneyJob {
  const said = dict(value, "a job");
  return { ...job(value), kind: text(said.kind), stage: text(said.stage) };
}

function filmFile(value: unknown): FilmFile {
  const said = dict(value, "a film");
  return {
    name: text(said.name),
    url: text(said.url),
    media_type: text(said.media_type),
    bytes: number(said.bytes),
    frames: number(said.frames),
    seconds: number(said.seconds),
  };
}

export function journey(value: unknown): Journey {
  const said = dict(value, "a journey");
  const schedule = said.schedule ? dict(said.schedule, "a schedule") : null;
  const sheet = said.sheet ? dict(said.sheet, "a sheet") : null;
  const attention = said.attention ? dict(said.attention, "attention") : null;
  return {
    id: text(said.id),
    title: text(said.title),
    shape: said.shape === "grid" ? "grid" : "line",
    stations: list(said.stations).map(station),
    legs: list(said.legs).map(leg),
    loop: said.loop === true,
    pace: among(PACES, said.pace, "even"),
    ease: among(EASES, said.ease, "linear"),
    pause_s: number(said.pause_s),
    fps: number(said.fps, 24),
    beats: numbers(said.beats),
    route: list(said.route).map((one) => [number(list(one)[0]), number(list(one)[1])] as const),
    even_square: said.even_square === true,
    sheet: sheet && { side: number(sheet.side, 1), images: list(sheet.images).map(picture) },
    attention: attention && {
      way: text(attention.way),
      warmup: typeof attention.warmup === "number" ? attention.warmup : null,
    },
    attention_offered: said.attention_offered === true,
    ready: said.ready === true,
    total_s: number(said.total_s),
    outlook: outlook(said.outlook),
    seen: said.seen ? list(said.seen).map(sample) : null,
    schedule: schedule && { fps: number(schedule.fps, 12), places: numbers(schedule.places) },
    jobs: list(said.jobs).map(journeyJob),
    films: list(said.films).map(filmFile),
    changed_at: text(said.changed_at),
  };
}

const at = (id: string): string => `/journeys/${encodeURIComponent(id)}`;

export const createJourney = async (wish: Changes): Promise<Journey> =>
  journey(await json("/journeys", { method: "POST", body: wish }));

export const getJourney = async (id: string, signal?: AbortSignal): Promise<Journey> =>
  journey(await json(at(id), signal ? { signal } : {}));

export const listJourneys = async (cursor?: string): Promise<Page<Journey>> =>
  page(await json(`/journeys?limit=12${cursor === undefined ? "" : `&cursor=${cursor}`}`), journey);

export const changeJourney = async (id: string, changes: Changes): Promise<Journey> =>
  journey(await json(at(id), { method: "PATCH", body: changes }));

export const deleteJourney = async (id: string): Promise<void> => {
  await json(at(id), { method: "DELETE" });
};

export const look = async (id: string): Promise<JourneyJob> =>
  journeyJob(await json(`${at(id)}/outlook`, { method: "POST", body: {} }));

export const film = async (id: string, wish: Changes): Promise<JourneyJob> =>
  journeyJob(await json(`${at(id)}/films`, { method: "POST", body: wish }));

export const getJob = async (id: string, signal?: AbortSignal): Promise<JourneyJob> =>
  journeyJob(await json(`/jobs/${encodeURIComponent(id)}`, signal ? { signal } : {}));

export const cancelJob = async (id: string): Promise<void> => {
  await json(`/jobs/${encodeURIComponent(id)}`, { method: "DELETE" });
};

/** The journey inside a film that was dropped on the page. */
export async function readFilm(file: File): Promise<Journey> {
  const body = new FormData();
  body.set("file", file);
  return journey(await json("/journeys/read", { method: "POST", body }));
}

export const formats = async (): Promise<readonly FormatCard[]> =>
  list(dict(await json("/journeys/formats"), "formats").items).map((value) => {
    const said = dict(value, "a format");
    return {
      format: among(FORMATS, said.format, "gif"),
      available: said.available === true,
      hint: text(said.hint),
    };
  });

/** Where a call about a journey goes, for whoever copies it. */
export const journeyPath = (id?: string, act = ""): string =>
  `${API}${id === undefined ? "/journeys" : at(id)}${act}`;
