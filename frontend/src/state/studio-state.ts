/** The Studio's knobs in the address bar: what is seen can be sent to a friend, and a reload loses nothing. */

import type { ModelCard, Recipe } from "@/api/types";
import { clamp, initial, SEED_LIMIT, STRENGTH, type StudioState, sideOf, stepsOf } from "./knobs";
import { fromRecipe } from "./studio-recipe";

export { freshSeed, initial, SEED_LIMIT, type StudioState } from "./knobs";
export { fromRecipe, toRecipe } from "./studio-recipe";

const short = (value: number): string => String(Number(value.toFixed(3)));

function writeExtras(search: URLSearchParams, state: StudioState, card: ModelCard): void {
  if (state.negative !== "") search.set("negative", state.negative);
  if (state.weighted) search.set("weighted", "1");
  if (state.sampler !== (card.samplers[0] ?? "")) search.set("sampler", state.sampler);
  if (state.width !== card.size.width) search.set("width", String(state.width));
  if (state.height !== card.size.height) search.set("height", String(state.height));
  for (const [id, scale] of Object.entries(state.loras)) if (scale !== 0) search.set(`l.${id}`, short(scale));
  if (state.image !== null) {
    search.set("image", state.image);
    search.set("strength", short(state.strength));
  }
}

export function writeStudio(state: StudioState, card: ModelCard): string {
  const search = new URLSearchParams({ model: state.model });
  if (card.usesWords) search.set("prompt", state.prompt);
  search.set("seed", String(state.seed));
  if (state.steps !== card.steps.default) search.set("steps", String(state.steps));
  if (state.guidance !== card.guidance.default) search.set("guidance", String(state.guidance));
  for (const [id, scale] of Object.entries(state.scales))
    if (scale !== 0) search.set(`d.${id}`, short(scale));
  writeExtras(search, state, card);
  if (state.first !== null) search.set("a", state.first);
  if (state.second !== null) {
    search.set("b", state.second);
    search.set("t", short(state.t));
  }
  if (state.conditioning !== null) search.set("conditioning", state.conditioning);
  if (state.noise !== null) search.set("noise", state.noise);
  return search.toString();
}

class Reader {
  constructor(private readonly search: URLSearchParams) {}

  text(name: string): string | null {
    return this.search.get(name);
  }

  figure(name: string, otherwise: number, low: number, high: number): number {
    const value = this.search.get(name);
    const read = value === null || value.trim() === "" ? Number.NaN : Number(value);
    return Number.isFinite(read) ? clamp(read, low, high) : otherwise;
  }

  hash(name: string): string | null {
    const value = this.search.get(name);
    return value !== null && /^[0-9a-f]{64}$/.test(value) ? value : null;
  }

  /** One figure for each known id, those that are not zero. */
  scales(prefix: string, known: readonly { id: string; min: number; max: number }[]): Record<string, number> {
    const found: Record<string, number> = {};
    for (const { id, min, max } of known) {
      const scale = this.figure(`${prefix}.${id}`, 0, min, max);
      if (scale !== 0) found[id] = scale;
    }
    return found;
  }
}

function readExtras(read: Reader, card: ModelCard): Partial<StudioState> {
  const sampler = read.text("sampler");
  const image = card.imageToImage ? read.hash("image") : null;
  const { width, height } = card.size;
  const side = (name: string, otherwise: number) =>
    sideOf(card, read.figure(name, otherwise, 1, 100_000), otherwise);
  return {
    negative: card.negativePrompt ? (read.text("negative") ?? "") : "",
    weighted: card.promptWeighting && read.text("weighted") === "1",
    ...(sampler !== null && card.samplers.includes(sampler) && { sampler }),
    width: side("width", width),
    height: side("height", height),
    loras: read.scales(
      "l",
      card.loras.map((one) => ({ id: one.id, min: one.range.min, max: one.range.max })),
    ),
    image,
    strength: read.figure("strength", STRENGTH, 0.01, 1),
  };
}

export function readStudio(
  query: string,
  cards: readonly ModelCard[],
  prompt: string,
): { state: StudioState; card: ModelCard } | null {
  const read = new Reader(new URLSearchParams(query));
  const card = cards.find((known) => known.id === read.text("model")) ?? cards[0];
  if (!card) return null;
  const first = read.hash("a");
  return {
    card,
    state: {
      ...initial(card, read.text("prompt") ?? prompt),
      seed: Math.floor(read.figure("seed", 7, 0, SEED_LIMIT)),
      steps: stepsOf(card, read.figure("steps", card.steps.default, 1, 1000)),
      guidance: read.figure("guidance", card.guidance.default, card.guidance.min, card.guidance.max),
      scales: read.scales("d", card.directions),
      ...readExtras(read, card),
      first,
      second: first === null ? null : read.hash("b"),
      t: read.figure("t", 0.5, 0, 1),
      conditioning: read.text("conditioning"),
      noise: read.text("noise"),
    },
  };
}

/** A canonical recipe as the short address of the Studio that shows it. */
export const studioAddress = (recipe: Recipe, card: ModelCard): string =>
  `/studio?${writeStudio(fromRecipe(recipe, card), card)}`;
