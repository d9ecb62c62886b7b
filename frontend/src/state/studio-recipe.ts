/** Knobs to recipe, and a recipe that somebody else wrote back to the knobs that would have made it. */

import type { ModelCard, Recipe, RecipeInput } from "@/api/types";
import { initial, type StudioState } from "./knobs";

const rounded = (value: number): number => Number(value.toFixed(3));

/** The expression of the noise, where it is more than a seed. */
export function noiseOf(state: StudioState): string | null {
  if (state.noise !== null) return state.noise;
  if (state.first === null) return null;
  if (state.second === null) return `img("${state.first}")`;
  return `interpolate(img("${state.first}"), img("${state.second}"), t=${rounded(state.t)})`;
}

/** What only some models have; left out where it is the model's default. */
function extras(state: StudioState, card: ModelCard): Partial<RecipeInput> {
  const loras = Object.entries(state.loras)
    .filter(([id, scale]) => scale !== 0 && card.loras.some((known) => known.id === id))
    .map(([id, scale]) => ({ id, scale }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const { sizes } = card.size;
  return {
    ...(state.sampler !== (card.samplers[0] ?? "") &&
      card.samplers.includes(state.sampler) && { sampler: state.sampler }),
    ...(card.negativePrompt && state.negative.trim() !== "" && { negative_prompt: state.negative }),
    ...(card.promptWeighting && state.weighted && { weighted: true }),
    ...(sizes && state.width !== card.size.width && { width: state.width }),
    ...(sizes && state.height !== card.size.height && { height: state.height }),
    ...(card.imageToImage &&
      state.image !== null && { image: state.image, strength: rounded(state.strength) }),
    ...(loras.length > 0 && { loras }),
  };
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
    card.steps.max > card.steps.min || card.usesWords
      ? { steps: state.steps, guidance_scale: state.guidance }
      : {};
  return {
    model: state.model,
    ...words,
    ...(noise === null ? { seed: state.seed } : { noise }),
    ...depth,
    ...(steering.length > 0 ? { steering } : {}),
    ...extras(state, card),
  };
}

/** The words of a conditioning that is nothing but words; null where it is more. */
export function promptIn(conditioning: string): string | null {
  try {
    const value: unknown = JSON.parse(conditioning);
    return typeof value === "string" ? value : null;
  } catch {
    return conditioning === "" ? "" : null;
  }
}

const SEED = /^noise\((\d+)\)$/;
const IMAGE = /^img\("([0-9a-f]{64})"\)$/;
const INVERTED = /^img\("([0-9a-f]{64})"(?:,\s*"([\w-]+)")?\)$/;
const BETWEEN =
  /^interpolate\(img\("([0-9a-f]{64})"\),\s*img\("([0-9a-f]{64})"\),?\s*(?:t=)?([\d.]+)?(?:,\s*along="\w+")?\)$/;

/** The seed of a noise that is nothing but a seed. */
export const seedIn = (noise: string): number | null => {
  const seed = SEED.exec(noise)?.[1];
  return seed === undefined ? null : Number(seed);
};

/** The picture whose inversion a noise is, and the way it was inverted. */
export function invertedIn(noise: string | null): { sha256: string; method: string | null } | null {
  const found = INVERTED.exec(noise ?? "");
  return found?.[1] === undefined ? null : { sha256: found[1], method: found[2] ?? null };
}

export function fromRecipe(recipe: Recipe, card: ModelCard): StudioState {
  const prompt = promptIn(recipe.conditioning);
  const seed = seedIn(recipe.noise);
  const image = card.usesWords ? undefined : IMAGE.exec(recipe.noise)?.[1];
  const pair = card.usesWords ? null : BETWEEN.exec(recipe.noise);
  const fresh = initial(card, prompt ?? "", seed ?? 0);
  return {
    ...fresh,
    negative: recipe.negative_prompt ?? "",
    weighted: recipe.weighted === true,
    steps: recipe.steps > 0 ? recipe.steps : fresh.steps,
    sampler: recipe.sampler ?? fresh.sampler,
    guidance: Number.isFinite(recipe.guidance_scale) ? recipe.guidance_scale : fresh.guidance,
    width: recipe.width ?? fresh.width,
    height: recipe.height ?? fresh.height,
    scales: Object.fromEntries(recipe.steering.map((term) => [term.direction, term.scale])),
    loras: Object.fromEntries((recipe.loras ?? []).map((term) => [term.id, term.scale])),
    image: recipe.image ?? null,
    strength: recipe.strength ?? fresh.strength,
    conditioning: prompt === null ? recipe.conditioning : null,
    first: image ?? pair?.[1] ?? null,
    second: pair?.[2] ?? null,
    t: pair?.[3] === undefined ? 0.5 : Number(pair[3]),
    noise: seed === null && image === undefined && pair === null ? recipe.noise : null,
  };
}
