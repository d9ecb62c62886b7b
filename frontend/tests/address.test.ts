import { expect, test } from "vitest";
import type { ModelCard, Recipe } from "@/api/types";
import { fromRecipe, initial, readStudio, toRecipe, writeStudio } from "@/state/studio-state";

const words = (text: string) => ({ en: text, ja: text });
const card: ModelCard = {
  id: "emoji-vector",
  family: "latent-flow",
  title: words("Emoji"),
  summary: words(""),
  usesWords: true,
  steps: { min: 1, max: 4, choices: [1, 2, 4], default: 4 },
  guidance: { min: 1, max: 8, default: 3 },
  samplers: ["mean_flow"],
  size: { width: 64, height: 64, sizes: null },
  styles: ["noto"],
  directions: [{ id: "smile", title: words("smile"), min: -2, max: 2, step: 0.05, default: 0 }],
  loras: [],
  inversions: [],
  negativePrompt: false,
  imageToImage: true,
  promptWeighting: false,
  resident: true,
  notes: [],
};
const vae: ModelCard = {
  ...card,
  id: "emoji-vae",
  family: "vae",
  usesWords: false,
  steps: { min: 1, max: 1, choices: [1], default: 1 },
};
const cards = [card, vae];
const sha = "a".repeat(64);
const other = "b".repeat(64);

test("the studio is the same after a reload", () => {
  const state = {
    ...initial(card, "笑っている猫, noto style", 12),
    steps: 1,
    guidance: 4.5,
    scales: { smile: 1.2 },
  };
  expect(readStudio(writeStudio(state, card), cards, "cat")?.state).toEqual(state);
});

test("figures out of range are brought into it", () => {
  const read = readStudio("d.smile=99&steps=3&guidance=-1&seed=1.7", cards, "cat")?.state;
  expect(read).toMatchObject({ scales: { smile: 2 }, steps: 4, guidance: 1, seed: 1, prompt: "cat" });
});

test("knobs become a recipe, zero steering none", () => {
  const state = { ...initial(card, "cat", 3), scales: { smile: 0 } };
  expect(toRecipe(state, card)).toEqual({
    model: "emoji-vector",
    prompt: "cat",
    seed: 3,
    steps: 4,
    guidance_scale: 3,
  });
});

test("two pictures become an expression and come back", () => {
  const state = { ...initial(vae, ""), first: sha, second: other, t: 0.25 };
  const recipe = toRecipe(state, vae);
  expect(recipe.noise).toBe(`interpolate(img("${sha}"), img("${other}"), t=0.25)`);
  expect(recipe.prompt).toBeUndefined();
  const canonical: Recipe = {
    model: "emoji-vae",
    conditioning: "",
    noise: recipe.noise ?? "",
    steps: 1,
    guidance_scale: 1,
    steering: [],
  };
  expect(fromRecipe(canonical, vae)).toMatchObject({ first: sha, second: other, t: 0.25, noise: null });
});

test("an expression that no knob can say is kept as it is", () => {
  const canonical: Recipe = {
    model: "emoji-vector",
    conditioning: 'mix("cat", "fox"; 0.5, 0.5)',
    noise: "vary(noise(3), amount=0.3, seed=1)",
    steps: 2,
    guidance_scale: 3,
    steering: [{ direction: "smile", scale: 1 }],
  };
  const state = fromRecipe(canonical, card);
  expect(toRecipe(state, card)).toMatchObject({
    conditioning: canonical.conditioning,
    noise: canonical.noise,
    steering: canonical.steering,
  });
  expect(readStudio(writeStudio(state, card), cards, "")?.state).toEqual(state);
});
