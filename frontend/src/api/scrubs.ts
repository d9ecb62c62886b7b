/** The way of a picture, step by step: what the denoising looked like, and a real picture's noising before it. */

import { dict, list, number, picture, recipe, text } from "./guards";
import { json } from "./http";
import type { PictureRef, Recipe, RecipeInput } from "./types";

export interface ScrubStep {
  readonly step: number;
  readonly steps: number;
  readonly kind: "denoise" | "noise";
  readonly image: PictureRef | null;
  /** Where it lies on the model's map. */
  readonly xy: readonly [number, number] | null;
}

export interface Scrub {
  readonly recipe: Recipe | null;
  readonly steps: readonly ScrubStep[];
  readonly plain: readonly ScrubStep[];
  /** By how much guidance changed each step, as a mean over all pixels. */
  readonly change: readonly number[];
  readonly map: string | null;
}

function step(value: unknown): ScrubStep {
  const said = dict(value, "a step");
  const at = said.xy === null || said.xy === undefined ? [] : list(said.xy);
  return {
    step: number(said.step),
    steps: number(said.steps),
    kind: said.kind === "noise" ? "noise" : "denoise",
    image: picture(said.image),
    xy: at.length === 2 ? [number(at[0]), number(at[1])] : null,
  };
}

const steps = (value: unknown): readonly ScrubStep[] =>
  value === null || value === undefined ? [] : list(value).map(step);

export async function scrub(input: RecipeInput, signal: AbortSignal): Promise<Scrub> {
  const said = dict(
    await json("/scrubs", { method: "POST", body: { recipe: input }, signal }),
    "the steps of a picture",
  );
  const change = said.guidance_change ?? [];
  return {
    recipe: recipe(said.recipe),
    steps: steps(said.steps),
    plain: steps(said.without_guidance),
    change: list(change).map((one) => number(dict(one, "a change").mean_abs)),
    map: said.map === null || said.map === undefined ? null : text(said.map),
  };
}
