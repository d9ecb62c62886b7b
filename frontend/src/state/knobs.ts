/** Everything the Studio's picture is a function of, as values of knobs. */

import type { ModelCard } from "@/api/types";

export interface StudioState {
  readonly model: string;
  readonly prompt: string;
  readonly negative: string;
  /** The prompt's weighting syntax is read: (so)1.3 or (so)0.7. */
  readonly weighted: boolean;
  readonly seed: number;
  readonly steps: number;
  readonly sampler: string;
  readonly guidance: number;
  readonly width: number;
  readonly height: number;
  readonly scales: Readonly<Record<string, number>>;
  readonly loras: Readonly<Record<string, number>>;
  /** Image-to-image: the picture to start from (its hash), and how much of it becomes noise. */
  readonly image: string | null;
  readonly strength: number;
  /** Pictures that were dropped in (hashes), and how far from the first to the second. */
  readonly first: string | null;
  readonly second: string | null;
  readonly t: number;
  /** Expressions that are more than words and a seed; null when they are not. */
  readonly conditioning: string | null;
  readonly noise: string | null;
}

export const SEED_LIMIT = 2 ** 31;
export const STRENGTH = 0.6;

export const freshSeed = (): number => Math.floor(Math.random() * 100_000);

export function initial(card: ModelCard, prompt: string, seed = 7): StudioState {
  return {
    model: card.id,
    prompt,
    negative: "",
    weighted: false,
    seed,
    steps: card.steps.default,
    sampler: card.samplers[0] ?? "",
    guidance: card.guidance.default,
    width: card.size.width,
    height: card.size.height,
    scales: {},
    loras: {},
    image: null,
    strength: STRENGTH,
    first: null,
    second: null,
    t: 0.5,
    conditioning: null,
    noise: null,
  };
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** The nearest number of steps that the model can take. */
export const stepsOf = (card: ModelCard, steps: number): number =>
  card.steps.choices.length > 0
    ? card.steps.choices.includes(steps)
      ? steps
      : card.steps.default
    : clamp(Math.round(steps), card.steps.min, card.steps.max);

/** The nearest length of a side that the model can draw. */
export function sideOf(card: ModelCard, side: number, otherwise: number): number {
  const { sizes } = card.size;
  if (!sizes) return otherwise;
  const whole = Math.round(side / sizes.multiple) * sizes.multiple;
  return clamp(whole, Math.ceil(sizes.min / sizes.multiple) * sizes.multiple, sizes.max);
}

/** The knobs for another model: what both have in common stays. */
export function carriedOver(state: StudioState, card: ModelCard): StudioState {
  const fresh = initial(card, state.prompt, state.seed);
  return {
    ...fresh,
    negative: card.negativePrompt ? state.negative : "",
    weighted: card.promptWeighting && state.weighted,
    image: card.imageToImage ? state.image : null,
    strength: state.strength,
  };
}

/** Fewer steps for a picture that only accompanies a drag; null where there are no fewer. */
export function draftSteps(card: ModelCard, steps: number): number | null {
  const fewer = card.steps.choices.filter((choice) => choice < steps);
  if (fewer.length > 0) return Math.max(...fewer);
  const few = Math.max(card.steps.min, Math.ceil(steps / 3));
  return card.steps.choices.length === 0 && few < steps ? few : null;
}
