import { expect, test } from "vitest";
import type { Recipe } from "@/api/types";
import { differences, fileName, NONE, titleOf } from "@/state/recipe-words";

const recipe: Recipe = {
  model: "emoji-vector",
  conditioning: '"red apple"',
  noise: "noise(7)",
  steps: 4,
  guidance_scale: 3,
  steering: [{ direction: "smile", scale: 1 }],
};

test("a picture is called by its words, a made one by its expression", () => {
  expect(titleOf(recipe)).toBe("red apple");
  expect(titleOf({ ...recipe, conditioning: 'mean("a", "b")' })).toBe('mean("a", "b")');
  expect(titleOf({ ...recipe, conditioning: "" })).toBe("noise(7)");
  expect(titleOf(null, "x")).toBe("x");
});

test("a file is named so that every system takes it", () => {
  expect(fileName({ ...recipe, conditioning: '"a/b: りんご?"' }, "id")).toBe("a-b-りんご-7.png");
});

test("equal recipes do not differ, and environments do not count", () => {
  expect(differences(recipe, { ...recipe, environment: { torch: "2" } })).toEqual([]);
});

test("differences are told by knob, in words and seeds", () => {
  const other = { ...recipe, conditioning: '"pear"', noise: "noise(8)", steering: [] };
  expect(differences(recipe, other)).toEqual([
    { field: "prompt", first: "red apple", second: "pear" },
    { field: "seed", first: "7", second: "8" },
    { field: "steering.smile", first: "1", second: NONE },
  ]);
});
