/** Which knobs of a model can be swept, and the values that somebody typed for one. */

import type { SweepValue } from "@/api/sweeps";
import type { ModelCard, Words } from "@/api/types";
import type { Key } from "./dictionary.en";
import { SEED_LIMIT } from "./knobs";

export interface SweepKnob {
  /** As the API names it: a field of the recipe, `steering.<direction>`, or `lora.<id>`. */
  readonly id: string;
  readonly title: Words | Key;
  readonly kind: "words" | "whole" | "figure" | "choice";
  readonly min: number;
  readonly max: number;
  readonly choices: readonly string[];
  /** A range that shows something, for a start. */
  readonly from: number;
  readonly to: number;
}

export interface AxisDraft {
  readonly knob: string;
  readonly how: "list" | "range";
  readonly list: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface AxisValues {
  readonly values: readonly SweepValue[];
  /** What cannot be read or used, as it was typed. */
  readonly wrong: readonly string[];
}

const FINEST = 4;

const words = (id: string, title: Key): SweepKnob => ({
  id,
  title,
  kind: "words",
  min: 0,
  max: 0,
  choices: [],
  from: 0,
  to: 0,
});

function figures(
  id: string,
  title: Words | Key,
  range: { readonly min: number; readonly max: number },
  whole = false,
  from = range.min,
  to = range.max,
): SweepKnob {
  const kind = whole ? "whole" : "figure";
  return { id, title, kind, min: range.min, max: range.max, choices: [], from, to };
}

/** The knobs that this model has, in the order of the Studio. */
export function knobsOf(card: ModelCard): readonly SweepKnob[] {
  const { steps, guidance, size, samplers } = card;
  const few = steps.choices.length > 0;
  const found: SweepKnob[] = [];
  if (card.usesWords) found.push(words("prompt", "studio.prompt.short"));
  if (card.negativePrompt) found.push(words("negative_prompt", "studio.negative.short"));
  found.push(figures("seed", "studio.seed", { min: 0, max: SEED_LIMIT }, true, 1, 6));
  if (steps.max > steps.min)
    found.push({
      ...figures("steps", "studio.steps", steps, true, steps.min, few ? steps.max : Math.min(steps.max, 40)),
      choices: few ? steps.choices.map(String) : [],
      kind: few ? "choice" : "whole",
    });
  if (guidance.max > guidance.min) found.push(figures("guidance_scale", "studio.guidance", guidance));
  if (samplers.length > 1)
    found.push({ ...words("sampler", "studio.sampler"), kind: "choice", choices: samplers });
  if (card.imageToImage)
    found.push(figures("strength", "studio.strength", { min: 0.01, max: 1 }, false, 0.2, 0.9));
  if (size.sizes)
    for (const side of ["width", "height"] as const)
      found.push(figures(side, `studio.${side}`, size.sizes, true, size[side] / 2, size[side]));
  for (const one of card.directions) found.push(figures(`steering.${one.id}`, one.title, one));
  for (const one of card.loras) found.push(figures(`lora.${one.id}`, one.title, one.range, false, 0, 1));
  return found;
}

/** An axis over this knob, to begin with. */
export function axisOver(knob: SweepKnob): AxisDraft {
  const list = knob.kind === "choice" ? knob.choices.slice(0, 6).join(", ") : "";
  const how = knob.kind === "words" || knob.kind === "choice" ? "list" : "range";
  const count = knob.kind === "whole" ? Math.min(6, knob.to - knob.from + 1) : 5;
  return { knob: knob.id, how, list, from: knob.from, to: knob.to, count };
}

const rounded = (value: number): number => Number(value.toFixed(FINEST)) + 0;

function spread(axis: AxisDraft, whole: boolean): number[] {
  const count = Math.max(1, Math.floor(axis.count));
  const found = Array.from({ length: count }, (_, at) => {
    const value = count === 1 ? axis.from : axis.from + ((axis.to - axis.from) * at) / (count - 1);
    return whole ? Math.round(value) : rounded(value);
  });
  return [...new Set(found)];
}

/** The values of an axis, each once, in the order in which they were said. */
export function valuesOf(axis: AxisDraft, knob: SweepKnob): AxisValues {
  if (knob.kind === "words") {
    const lines = axis.list.split("\n").map((line) => line.trim());
    return { values: [...new Set(lines.filter((line) => line !== ""))], wrong: [] };
  }
  const said = axis.list.split(/[,;\s]+/).filter((one) => one !== "");
  if (knob.kind === "choice") {
    const known = said.filter((one) => knob.choices.includes(one));
    const wrong = said.filter((one) => !knob.choices.includes(one));
    const figured = knob.id === "steps" ? known.map(Number) : known;
    return { values: [...new Set<SweepValue>(figured)], wrong };
  }
  const whole = knob.kind === "whole";
  const usable = (value: number) =>
    Number.isFinite(value) && value >= knob.min && value <= knob.max && (!whole || Number.isInteger(value));
  if (axis.how === "range") {
    if (!Number.isFinite(axis.from) || !Number.isFinite(axis.to)) return { values: [], wrong: [] };
    const found = spread(axis, whole);
    return { values: found.filter(usable), wrong: found.filter((one) => !usable(one)).map(String) };
  }
  const values = said.map(Number).filter(usable).map(rounded);
  return { values: [...new Set(values)], wrong: said.filter((one) => !usable(Number(one))) };
}
