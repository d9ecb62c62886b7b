/** Model cards: which knobs a model offers. What a card does not say, the model does not have. */

import { dict, list, number, soft, text, words } from "./guards";
import type {
  DirectionCard,
  Loaded,
  LoadState,
  LoraCard,
  Memory,
  ModelCard,
  Range,
  SizeCard,
  StepsCard,
  Words,
} from "./types";

function range(value: unknown, otherwise: Range): Range {
  const said = soft(value);
  return {
    min: number(said.min, otherwise.min),
    max: number(said.max, otherwise.max),
    default: number(said.default, otherwise.default),
  };
}

function direction(value: unknown): DirectionCard {
  const said = dict(value, "a direction");
  const id = text(said.id);
  return {
    id,
    title: words(said.title, id),
    step: number(said.step, 0.05),
    ...range(said, { min: -2, max: 2, default: 0 }),
  };
}

function lora(value: unknown): LoraCard {
  const said = dict(value, "a LoRA");
  const id = text(said.id);
  return { id, title: words(said.title, id), range: range(said.range, { min: -2, max: 2, default: 1 }) };
}

function steps(value: unknown): StepsCard {
  const said = soft(value);
  const choices = list(said.choices).map((choice) => number(choice, 1));
  const first = choices[0] ?? 1;
  const low = choices.length > 0 ? Math.min(...choices) : 1;
  const high = choices.length > 0 ? Math.max(...choices) : 1;
  return { choices, ...range(said, { min: low, max: high, default: first }) };
}

function size(value: unknown): SizeCard {
  const said = soft(value);
  const sizes = soft(said.sizes);
  const width = number(said.width, 64);
  return {
    width,
    height: number(said.height, width),
    sizes:
      typeof sizes.max === "number"
        ? { min: number(sizes.min, 64), max: sizes.max, multiple: Math.max(1, number(sizes.multiple, 8)) }
        : null,
  };
}

function notes(placement: unknown): readonly Words[] {
  return list(soft(placement).notes)
    .map((note) => words(note))
    .filter((note) => note.en !== "");
}

export function model(value: unknown): ModelCard {
  const said = dict(value, "a model card");
  const id = text(said.id);
  return {
    id,
    family: text(said.family),
    title: words(said.title, id),
    summary: words(said.summary),
    usesWords: said.uses_words !== false,
    steps: steps(said.steps),
    guidance: range(said.guidance_scale, { min: 1, max: 1, default: 1 }),
    samplers: list(said.samplers).map((one) => (typeof one === "string" ? one : text(soft(one).id))),
    size: size(said.image),
    styles: list(said.styles).map((style) => (typeof style === "string" ? style : text(soft(style).id))),
    directions: list(said.directions).map(direction),
    loras: list(said.loras).map(lora),
    inversions: list(said.inversions).map((one) => {
      const way = text(soft(one).id, text(one));
      return { id: way, title: words(soft(one).title, way) };
    }),
    negativePrompt: said.negative_prompt === true,
    imageToImage: said.image_to_image === true,
    promptWeighting: said.prompt_weighting === true,
    resident: said.resident !== false,
    notes: notes(said.placement),
  };
}

/** The models, those that understand words first. */
export const models = (value: unknown): readonly ModelCard[] =>
  list(dict(value, "the catalogue").models)
    .map(model)
    .sort((a, b) => Number(b.usesWords) - Number(a.usesWords));

const STATES: readonly LoadState[] = ["cold", "loading", "ready", "failed"];

function loaded(value: unknown): Loaded {
  const said = dict(value, "a model's state");
  const error = soft(said.error);
  return {
    id: text(said.id),
    state: STATES.find((known) => known === said.state) ?? "cold",
    error: typeof said.error === "string" ? said.error : text(error.detail) || null,
    bytes_needed: typeof said.bytes_needed === "number" ? said.bytes_needed : null,
  };
}

/** `GET /models`, as far as the Studio needs it. */
export function memory(value: unknown): Memory {
  const said = dict(value, "the list of models");
  const free = soft(said.memory).free_bytes;
  return { models: list(said.items).map(loaded), free_bytes: typeof free === "number" ? free : null };
}
