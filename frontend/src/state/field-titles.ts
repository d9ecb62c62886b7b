/** What the fields of a recipe are called. */

import type { ModelCard } from "@/api/types";
import type { Key } from "./dictionary.en";
import { say, t } from "./language";

const TITLES: Readonly<Record<string, Key>> = {
  model: "studio.model",
  prompt: "studio.prompt.short",
  conditioning: "history.field.conditioning",
  negative_prompt: "studio.negative.short",
  seed: "studio.seed",
  noise: "history.field.noise",
  steps: "studio.steps",
  guidance_scale: "studio.guidance",
  sampler: "studio.sampler",
  strength: "studio.strength",
  size: "studio.size",
  image: "history.field.image",
  weights: "history.field.weights",
  format: "history.field.format",
  weighted: "studio.weighting",
};

/** What people call a field; directions and LoRAs have the names that the model's card gives them. */
export function fieldTitle(field: string, card: ModelCard | null): string {
  const known = TITLES[field];
  if (known) return t(known);
  const [kind, id] = [field.slice(0, field.indexOf(".")), field.slice(field.indexOf(".") + 1)];
  const cards = kind === "lora" ? card?.loras : card?.directions;
  const found = cards?.find((one) => one.id === id);
  return found ? say(found.title) : id;
}
