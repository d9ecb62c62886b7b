/** A sweep before it is run: a recipe and up to three axes; in the address, so that it can be sent to a friend. */

import type { AxisInput, Sweep } from "@/api/sweeps";
import type { ModelCard, Recipe, RecipeInput } from "@/api/types";
import { promptIn, seedIn } from "./studio-recipe";
import { type AxisDraft, axisOver, knobsOf, valuesOf } from "./sweep-knobs";

export interface SweepDraft {
  readonly recipe: RecipeInput;
  readonly axes: readonly AxisDraft[];
}

/** More pictures than this are worth a second thought; more than that are refused. */
export const MANY_CELLS = 200;
export const MOST_CELLS = 1000;
export const MOST_AXES = 3;

const NAMES = ["x", "y", "z"] as const;

export const sweepAddress = (recipe: RecipeInput): string =>
  `/sweeps?${new URLSearchParams({ recipe: JSON.stringify(recipe) })}`;
export const scrubAddress = (recipe: RecipeInput): string =>
  `/scrub?${new URLSearchParams({ recipe: JSON.stringify(recipe) })}`;

/** Words and seed instead of expressions, where that says the same. */
export function shortened(recipe: Recipe): RecipeInput {
  const { conditioning, noise, weights: _, environment: __, format: ___, ...rest } = recipe;
  const prompt = promptIn(conditioning);
  const seed = seedIn(noise);
  const said = conditioning === "" ? {} : prompt === null ? { conditioning } : { prompt };
  return { ...rest, ...said, ...(seed === null ? { noise } : { seed }) };
}

/** What is posted: a swept knob replaces what the recipe says in another way. */
export function sweepInput(draft: SweepDraft, card: ModelCard): { recipe: RecipeInput; axes: AxisInput[] } {
  const knobs = knobsOf(card);
  const axes = draft.axes.flatMap((axis) => {
    const knob = knobs.find((known) => known.id === axis.knob);
    return knob ? [{ knob: axis.knob, values: valuesOf(axis, knob).values }] : [];
  });
  const swept = new Set(axes.map((axis) => axis.knob));
  const { conditioning, noise, ...rest } = draft.recipe;
  const recipe = {
    ...rest,
    ...(conditioning !== undefined && !swept.has("prompt") && { conditioning }),
    ...(noise !== undefined && !swept.has("seed") && { noise }),
  };
  return { recipe, axes };
}

/** How many pictures it makes: 0 while an axis has no values. */
export const cellsOf = (axes: readonly AxisInput[]): number =>
  axes.length === 0 ? 0 : axes.reduce((cells, axis) => cells * axis.values.length, 1);

/** A sweep that was run, as a draft that can be changed and run again. */
export function draftOf(sweep: Sweep): SweepDraft | null {
  if (!sweep.recipe) return null;
  const axes = sweep.axes.map((axis): AxisDraft => {
    const words = axis.knob === "prompt" || axis.knob === "negative_prompt";
    const list = axis.values.join(words ? "\n" : ", ");
    return { knob: axis.knob, how: "list", list, from: 0, to: 1, count: axis.values.length };
  });
  return { recipe: shortened(sweep.recipe), axes };
}

/** A sweep to begin with: two knobs that show something. */
export function firstDraft(recipe: RecipeInput, card: ModelCard): SweepDraft {
  const knobs = knobsOf(card);
  const wanted = [
    knobs.find((knob) => knob.id.startsWith("steering.")) ??
      knobs.find((knob) => knob.id === "guidance_scale"),
    knobs.find((knob) => knob.id === "seed"),
  ];
  return { recipe, axes: wanted.flatMap((knob) => (knob ? [axisOver(knob)] : [])) };
}

function writeAxis(axis: AxisDraft): string {
  const said = axis.how === "list" ? [axis.list] : [axis.from, axis.to, axis.count];
  return [axis.knob, axis.how, ...said].join("~");
}

function readAxis(value: string, card: ModelCard): AxisDraft | null {
  const [id = "", how, ...said] = value.split("~");
  const knob = knobsOf(card).find((known) => known.id === id);
  if (!knob) return null;
  const fresh = axisOver(knob);
  if (how === "list") return { ...fresh, how, list: said.join("~") };
  const [from, to, count] = said.map(Number);
  const whole = [from, to, count].every((one) => one !== undefined && Number.isFinite(one));
  return whole ? { ...fresh, how: "range", from: from ?? 0, to: to ?? 1, count: count ?? 1 } : fresh;
}

export function writeSweep(draft: SweepDraft): string {
  const search = new URLSearchParams({ recipe: JSON.stringify(draft.recipe) });
  draft.axes.forEach((axis, at) => {
    const name = NAMES[at];
    if (name) search.set(name, writeAxis(axis));
  });
  return search.toString();
}

function readRecipe(value: string | null): RecipeInput | null {
  try {
    const said: unknown = JSON.parse(value ?? "");
    if (typeof said !== "object" || said === null || !("model" in said)) return null;
    return typeof said.model === "string" ? (said as RecipeInput) : null;
  } catch {
    return null;
  }
}

export function readSweep(
  query: string,
  cards: readonly ModelCard[],
  prompt: string,
): { draft: SweepDraft; card: ModelCard } | null {
  const search = new URLSearchParams(query);
  const said = readRecipe(search.get("recipe"));
  const card = cards.find((known) => known.id === said?.model) ?? cards[0];
  if (!card) return null;
  const plain: RecipeInput = { model: card.id, ...(card.usesWords && { prompt }), seed: 7 };
  const recipe = said && said.model === card.id ? said : plain;
  const axes = NAMES.flatMap((name) => {
    const axis = search.has(name) ? readAxis(search.get(name) ?? "", card) : null;
    return axis ? [axis] : [];
  });
  return { card, draft: axes.length > 0 ? { recipe, axes } : firstDraft(recipe, card) };
}
