import { expect, test } from "vitest";
import { en } from "@/state/dictionary.en";
import { ja } from "@/state/dictionary.ja";

const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test("both languages have the same keys and the same slots", () => {
  expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  for (const [key, text] of Object.entries(en))
    expect(slots(ja[key as keyof typeof en]), key).toEqual(slots(text));
});
