/** Everything the Studio's picture is a function of, and its three spellings: recipe, address, state. */

import type { ModelCard, Recipe, RecipeInput } from "@/api/types";

export interface StudioState {
  readonly model: string;
  readonly prompt: string;
  readonly seed: number;
  readonly steps: number;
  readonly guidance: number;
  readonly scales: Readonly<Record<string, number>>;
  /** Pictures that were dropped in (hashes), and how far from the first to the second. */
  readonly first: string | null;
  readonly second: string | null;
  readonly t: number;
  /** Expressions that are more than words and a seed; null when they are not. */
  readonly conditioning: string | null;
  readonly noise: string | null;
}

export const SEED_LIMIT = 2 ** 31;

export const freshSeed = (): number => Math.floor(Math.random() * 100_000);

export function initial(card: ModelCard, prompt: string, seed = 7): StudioState {
  return {
    model: card.id,
    prompt,
    seed,
    steps: card.steps.default,
    guidance: card.guidance.default,
    scales: {},
    first: null,
    second: null,
    t: 0.5,
    conditioning: null,
    noise: null,
  };
}

function noiseOf(state: StudioState): string | null {
  if (state.noise !== null) return state.noise;
  if (state.first === null) return null;
  if (state.second === null) return `img("${state.first}")`;
  return `interpolate(img("${state.first}"), img("${state.second}"), t=${Number(state.t.toFixed(3))})`;
}

export function toRecipe(state: StudioState, card: ModelCard): RecipeInput {
  const noise = noiseOf(state);
  const steering = Object.entries(state.scales)
    .filter(([id, scale]) => scale !== 0 && card.directions.some((known) => known.id === id))
    .map(([direction, scale]) => ({ direction, scale }));
  const words = card.usesWords
    ? state.conditioning !== null
      ? { conditioning: state.conditioning }
      : { prompt: state.prompt }
    : {};
  const depth =
    card.steps.choices.length > 1 || card.usesWords
      ? { steps: state.steps, guidance_scale: state.guidance }
      : {};
  return {
    model: state.model,
    ...words,
    ...(noise === null ? { seed: state.seed } : { noise }),
    ...depth,
    ...(steering.length > 0 ? { steering } : {}),
  };
}

function promptIn(conditioning: string): string | null {
  try {
    const value: unknown = JSON.parse(conditioning);
    return typeof value === "string" ? value : null;
  } catch {
    return conditioning === "" ? "" : null;
  }
}

const SEED = /^noise\((\d+)\)$/;
const IMAGE = /^img\("([0-9a-f]{64})"\)$/;
const BETWEEN =
  /^interpolate\(img\("([0-9a-f]{64})"\),\s*img\("([0-9a-f]{64})"\),?\s*(?:t=)?([\d.]+)?(?:,\s*along="\w+")?\)$/;

/** A recipe that somebody else wrote → the sliders that would have made it. */
export function fromRecipe(recipe: Recipe, card: ModelCard): StudioState {
  const prompt = promptIn(recipe.conditioning);
  const seed = SEED.exec(recipe.noise)?.[1];
  const image = IMAGE.exec(recipe.noise)?.[1];
  const pair = BETWEEN.exec(recipe.noise);
  return {
    ...initial(card, prompt ?? "", seed === undefined ? 0 : Number(seed)),
    steps: recipe.steps > 0 ? recipe.steps : card.steps.default,
    guidance: Number.isFinite(recipe.guidance_scale) ? recipe.guidance_scale : card.guidance.default,
    scales: Object.fromEntries(recipe.steering.map((term) => [term.direction, term.scale])),
    conditioning: prompt === null ? recipe.conditioning : null,
    first: image ?? pair?.[1] ?? null,
    second: pair?.[2] ?? null,
    t: pair?.[3] === undefined ? 0.5 : Number(pair[3]),
    noise: seed === undefined && image === undefined && pair === null ? recipe.noise : null,
  };
}

export function writeStudio(state: StudioState, card: ModelCard): string {
  const search = new URLSearchParams({ model: state.model });
  if (card.usesWords) search.set("prompt", state.prompt);
  search.set("seed", String(state.seed));
  if (state.steps !== card.steps.default) search.set("steps", String(state.steps));
  if (state.guidance !== card.guidance.default) search.set("guidance", String(state.guidance));
  for (const [id, scale] of Object.entries(state.scales))
    if (scale !== 0) search.set(`d.${id}`, String(Number(scale.toFixed(3))));
  if (state.first !== null) search.set("a", state.first);
  if (state.second !== null) {
    search.set("b", state.second);
    search.set("t", String(Number(state.t.toFixed(3))));
  }
  if (state.conditioning !== null) search.set("conditioning", state.conditioning);
  if (state.noise !== null) search.set("noise", state.noise);
  return search.toString();
}

export function readStudio(
  query: string,
  cards: readonly ModelCard[],
  prompt: string,
): { state: StudioState; card: ModelCard } | null {
  const search = new URLSearchParams(query);
  const card = cards.find((known) => known.id === search.get("model")) ?? cards[0];
  if (!card) return null;
  const figure = (name: string, otherwise: number, low: number, high: number): number => {
    const value = search.get(name);
    const read = value === null || value.trim() === "" ? Number.NaN : Number(value);
    return Number.isFinite(read) ? Math.min(high, Math.max(low, read)) : otherwise;
  };
  const scales: Record<string, number> = {};
  for (const known of card.directions) {
    const scale = figure(`d.${known.id}`, 0, known.min, known.max);
    if (scale !== 0) scales[known.id] = scale;
  }
  const hash = (name: string) => {
    const value = search.get(name);
    return value !== null && /^[0-9a-f]{64}$/.test(value) ? value : null;
  };
  const steps = figure("steps", card.steps.default, 1, 1000);
  return {
    card,
    state: {
      ...initial(card, search.get("prompt") ?? prompt),
      seed: Math.floor(figure("seed", 7, 0, SEED_LIMIT)),
      steps: card.steps.choices.includes(steps) ? steps : card.steps.default,
      guidance: figure("guidance", card.guidance.default, card.guidance.min, card.guidance.max),
      scales,
      first: hash("a"),
      second: hash("a") === null ? null : hash("b"),
      t: figure("t", 0.5, 0, 1),
      conditioning: search.get("conditioning"),
      noise: search.get("noise"),
    },
  };
}

/** A canonical recipe as the short address of the Studio that shows it. */
export const studioAddress = (recipe: Recipe, card: ModelCard): string =>
  `/studio?${writeStudio(fromRecipe(recipe, card), card)}`;
