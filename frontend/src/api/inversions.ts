/** Inversion: which noise would have made this picture, and how well each way of asking answers. */

import { dict, list, number, recipe, render, soft, text } from "./guards";
import { json } from "./http";
import type { Recipe, Render } from "./types";

export interface Candidate {
  readonly method: string;
  /** The noise as an expression, ready for a recipe. */
  readonly noise: string;
  readonly recipe: Recipe | null;
  /** The picture remade from that noise, before any edit. */
  readonly render: Render;
  readonly psnr_db: number | null;
  readonly ssim: number | null;
}

const figure = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? number(value) : null;

function candidate(value: unknown): Candidate {
  const said = dict(value, "a candidate");
  const scores = soft(said.scores);
  return {
    method: text(said.method),
    noise: text(said.noise),
    recipe: recipe(said.recipe),
    render: render(said.render),
    psnr_db: figure(scores.psnr_db),
    ssim: figure(scores.ssim),
  };
}

export const candidates = (value: unknown): readonly Candidate[] =>
  list(dict(value, "the candidates").candidates).map(candidate);

export interface Wanted {
  readonly image: string;
  readonly model: string;
  readonly prompt?: string;
  readonly methods?: readonly string[];
}

/** The candidates, the closest one first. */
export const invert = async (wanted: Wanted, signal: AbortSignal): Promise<readonly Candidate[]> =>
  candidates(await json("/inversions", { method: "POST", body: wanted, signal }));
