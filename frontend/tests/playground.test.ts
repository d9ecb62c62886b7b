import { expect, test } from "vitest";
import { mended, pieceAt, toCharacters, toUnits } from "@/state/characters";
import { EXAMPLES, inShort, readPlayground, writePlayground } from "@/state/playground-state";
import { explained } from "@/state/words/expression-errors";

test("places are counted in characters by the server and in units by the browser", () => {
  const source = '"𝕏 猫" - "🙂"';
  expect(toUnits(source, 2)).toBe(3);
  expect(toCharacters(source, 3)).toBe(2);
  for (let at = 0; at <= [...source].length; at += 1)
    expect(toCharacters(source, toUnits(source, at))).toBe(at);
});

test("a mistake is underlined as far as the piece goes that stands there", () => {
  const mark = (source: string, position: number) => source.slice(...pieceAt(source, position));
  expect(mark("king + woman", 7)).toBe("woman");
  expect(mark('"a" + noise(1)', 6)).toBe("noise(");
  expect(mark("mean(@sad-cats)", 5)).toBe("@sad-cats");
  expect(mark('"𝕏" + "y z"', 6)).toBe('"y z"');
  expect(mark("mix(", 4)).toBe("");
  expect(mark("「王」 ＋ 「女 王」", 6)).toBe("「女 王」");
  expect(mark("mean（＠猫）", 5)).toBe("＠猫");
});

test("the address says everything and nothing twice", () => {
  const state = {
    expression: 'mix("a", "b"; 1, 2)',
    model: "emoji-vector",
    mode: "words",
    seed: 12,
  } as const;
  expect(readPlayground(writePlayground(state))).toEqual(state);
  expect(writePlayground({ ...state, mode: "pictures", seed: 7, model: null })).not.toMatch(
    /as=|seed=|model=/,
  );
  expect(readPlayground("e=").expression).toBe("");
  expect(readPlayground("seed=-3&as=nonsense")).toMatchObject({ seed: 7, mode: "pictures" });
});

test("every example differs from the others, also in short", () => {
  expect(new Set(EXAMPLES.map((one) => inShort(one.expression))).size).toBe(EXAMPLES.length);
});

test("a fix changes its place alone, counted in characters", () => {
  const source = 'slerp("𝕏" + "🙂", cat)';
  const fix = { start: 6, end: 15, text: 'mix("𝕏", "🙂")' };
  expect(mended(source, fix)).toBe('slerp(mix("𝕏", "🙂"), cat)');
  expect(mended("mix(a, b", { start: 8, end: 8, text: ")" })).toBe("mix(a, b)");
});

test("mistakes are said in Japanese to Japanese readers", () => {
  expect(explained("王 + 女: two points cannot be added", "ja")).toBe("王 + 女：点と点は足せません");
  expect(explained("'!' was not expected at character 3", "ja")).toBe("3文字目の '!' はここに書けません");
  expect(explained("the end was not expected at character 7", "ja")).toBe(
    "式が途中で終わっています（7文字目）",
  );
  expect(explained("something new", "ja")).toBe("something new");
  expect(explained("close the bracket", "en")).toBe("close the bracket");
});
