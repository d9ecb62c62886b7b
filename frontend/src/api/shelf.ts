/** The shelf of models: what is there, what it takes, and what may be added. */

import * as cards from "./cards";
import { dict, job, list, number, page, reason, soft, text, words } from "./guards";
import { json } from "./http";
import type { Job, LoadState, ModelCard, Words } from "./types";

export type Kind = "folder" | "file" | "hub";
export const KINDS: readonly Kind[] = ["folder", "file", "hub"];

/** Where and in which numbers a model runs, and what that costs. */
export interface Placement {
  readonly device: string;
  readonly dtype: string;
  readonly offload: string;
  readonly attention: string;
  readonly notes: readonly Words[];
}

export interface ShelfCard extends ModelCard {
  readonly licence: string;
  readonly weights: string;
  readonly weights_bytes: number | null;
  readonly placement: Placement | null;
  /** What one file does not say and had to be assumed. */
  readonly guesses: readonly string[];
}

export interface ShelfLora {
  readonly id: string;
  readonly title: string;
}

export interface ShelfModel {
  readonly id: string;
  /** null while it cannot be opened. */
  readonly card: ShelfCard | null;
  readonly state: LoadState;
  readonly error: string | null;
  readonly bytes_needed: number | null;
  readonly origin: { readonly kind: string; readonly name: string };
  readonly removable: boolean;
  readonly loras: readonly ShelfLora[];
}

export interface Shelf {
  readonly items: readonly ShelfModel[];
  readonly used_bytes: number | null;
  readonly free_bytes: number | null;
  readonly hub_allowed: boolean;
}

/** What a user fills in. Empty fields are not sent. */
export interface Wish {
  readonly kind: Kind;
  readonly path: string;
  readonly title?: string;
  readonly dtype?: string;
  readonly offload?: string;
  readonly attention?: string;
  readonly tiny_decoder?: string;
}

/** What a model is and needs, before it is added. */
export interface Weight {
  readonly card: ShelfCard;
  readonly fits: boolean;
  readonly bytes_needed: number;
  readonly free_bytes: number;
  readonly going: readonly string[];
}

export interface Fetching extends Job {
  readonly stage: string;
}

const known = (value: unknown): number | null => (typeof value === "number" ? value : null);
const texts = (value: unknown): readonly string[] => list(value).map((one) => text(one));

function placement(value: unknown): Placement | null {
  const said = soft(value);
  if (typeof said.dtype !== "string") return null;
  return {
    device: text(said.device),
    dtype: said.dtype,
    offload: text(said.offload, "none"),
    attention: text(said.attention),
    notes: list(said.notes).map((note) => words(note)),
  };
}

function card(value: unknown): ShelfCard {
  const said = dict(value, "a model card");
  return {
    ...cards.model(said),
    licence: text(said.licence),
    weights: text(said.weights),
    weights_bytes: known(soft(said.memory).weights_bytes),
    placement: placement(said.placement),
    guesses: texts(said.guesses),
  };
}

const STATES: readonly LoadState[] = ["cold", "loading", "ready", "failed"];

function model(value: unknown): ShelfModel {
  const said = dict(value, "a model");
  const origin = soft(said.origin);
  return {
    id: text(said.id),
    card: said.card === null ? null : card(said.card),
    state: STATES.find((one) => one === said.state) ?? "cold",
    error: reason(said.error),
    bytes_needed: known(said.bytes_needed),
    origin: { kind: text(origin.kind), name: text(origin.name) },
    removable: said.removable === true,
    loras: list(said.loras).map((one) => {
      const lora = dict(one, "a LoRA");
      return { id: text(lora.id), title: text(lora.title, text(lora.id)) };
    }),
  };
}

export async function getShelf(signal?: AbortSignal): Promise<Shelf> {
  const said = dict(await json("/models", signal ? { signal } : {}), "the list of models");
  const memory = soft(said.memory);
  return {
    items: list(said.items).map(model),
    used_bytes: known(memory.used_bytes),
    free_bytes: known(memory.free_bytes),
    hub_allowed: said.hub_allowed === true,
  };
}

export async function weigh(wish: Wish, signal: AbortSignal): Promise<Weight> {
  const said = dict(await json("/models/weigh", { method: "POST", body: wish, signal }), "a weight");
  return {
    card: card(said.card),
    fits: said.fits === true,
    bytes_needed: number(said.bytes_needed),
    free_bytes: number(said.free_bytes),
    going: texts(said.going),
  };
}

export const addModel = async (wish: Wish): Promise<ShelfModel> =>
  model(await json("/models", { method: "POST", body: wish }));

function fetching(value: unknown): Fetching & { readonly kind: string } {
  const said = dict(value, "a job");
  return { ...job(said), stage: text(said.stage), kind: text(said.kind) };
}

/** A model of the hub is fetched by a job. */
export const fetchModel = async (wish: Wish): Promise<Fetching> =>
  fetching(await json("/models", { method: "POST", body: wish }));
export const fetchingJob = async (id: string, signal: AbortSignal): Promise<Fetching> =>
  fetching(await json(`/jobs/${id}`, { signal }));
export const stopFetching = async (id: string): Promise<void> => {
  await json(`/jobs/${id}`, { method: "DELETE" });
};

/** The fetching that is under way, if any: also one that another page began. */
export async function fetchingNow(signal: AbortSignal): Promise<Fetching | null> {
  const found = page(await json("/jobs?limit=20", { signal }), fetching).items;
  return (
    found.find((one) => one.kind === "fetch" && (one.state === "queued" || one.state === "running")) ?? null
  );
}

const change = async (path: string, method: "POST" | "DELETE", body?: unknown): Promise<void> => {
  await json(`/models/${path}`, body === undefined ? { method } : { method, body });
};

export const forgetModel = (id: string): Promise<void> => change(encodeURIComponent(id), "DELETE");
export const loadModel = (id: string): Promise<void> => change(`${encodeURIComponent(id)}/load`, "POST", {});
export const unloadModel = (id: string): Promise<void> =>
  change(`${encodeURIComponent(id)}/unload`, "POST", {});
export const addLora = (id: string, path: string): Promise<void> =>
  change(`${encodeURIComponent(id)}/loras`, "POST", { path });
export const forgetLora = (id: string, lora: string): Promise<void> =>
  change(`${encodeURIComponent(id)}/loras/${encodeURIComponent(lora)}`, "DELETE");
