/** A recipe in words: what to call a picture, and in what two recipes differ. */

import type { Recipe } from "@/api/types";
import { promptIn, seedIn } from "./studio-recipe";

/** The words a picture is called by. */
export function titleOf(recipe: Recipe | null, otherwise = ""): string {
  if (!recipe) return otherwise;
  const prompt = promptIn(recipe.conditioning);
  return prompt || recipe.conditioning || recipe.noise || otherwise;
}

/** A name for the file that a picture is saved as. */
export function fileName(recipe: Recipe | null, id: string): string {
  const words = titleOf(recipe).replace(/[^\p{L}\p{N}]+/gu, "-");
  const stem = words.replace(/^-+|-+$/g, "").slice(0, 60) || "picture";
  const seed = recipe ? seedIn(recipe.noise) : null;
  return `${stem}-${seed ?? id.slice(0, 8)}.png`;
}

export interface Difference {
  readonly field: string;
  readonly first: string;
  readonly second: string;
}

export const NONE = "–";

function terms(value: unknown, name: string): [string, string][] {
  if (!Array.isArray(value)) return [];
  return value.map((term: Record<string, unknown>) => [
    `${name}.${String(term.direction ?? term.id)}`,
    String(term.scale),
  ]);
}

/** A recipe as flat fields: words and seeds as people say them, a line for each direction and LoRA. */
export function fieldsOf(recipe: Recipe): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const prompt = promptIn(recipe.conditioning);
  const seed = seedIn(recipe.noise);
  const { width, height, environment: _, ...rest } = recipe;
  for (const [field, value] of Object.entries(rest)) {
    if (value === undefined || value === null || value === "" || Number.isNaN(value)) continue;
    if (field === "conditioning") fields.set(prompt === null ? field : "prompt", prompt ?? String(value));
    else if (field === "noise") fields.set(seed === null ? field : "seed", String(seed ?? value));
    else if (field === "steering" || field === "loras")
      for (const [name, scale] of terms(value, field === "loras" ? "lora" : field)) fields.set(name, scale);
    else fields.set(field, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  if (width !== undefined && height !== undefined) fields.set("size", `${width} × ${height}`);
  return fields;
}

/** What one recipe says otherwise than the other; empty when both make the same picture. */
export function differences(first: Recipe, second: Recipe): readonly Difference[] {
  const [a, b] = [fieldsOf(first), fieldsOf(second)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((field) => ({ field, first: a.get(field) ?? NONE, second: b.get(field) ?? NONE }))
    .filter((one) => one.first !== one.second);
}
