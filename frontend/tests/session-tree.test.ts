import { expect, test } from "vitest";
import { childOf, rowsOf, trailOf } from "@/state/session-tree";
import { changes, kindOf, meaning, remembered, uncovered } from "@/state/session-words";

const tree = (...pairs: [string, string | null][]) => pairs.map(([id, parent]) => ({ id, parent }));

test("a line of acts stays in one lane", () => {
  const rows = rowsOf(tree(["a", null], ["b", "a"], ["c", "b"]), "b");
  expect(rows.map((row) => row.lane)).toEqual([0, 0, 0]);
  expect(rows.map((row) => row.trodden)).toEqual([true, true, false]);
  expect(rows.map((row) => row.continued)).toEqual([true, true, false]);
  expect(rows.every((row) => row.forks.length === 0)).toBe(true);
});

test("a second child opens a lane that begins at its parent", () => {
  const rows = rowsOf(tree(["a", null], ["b", "a"], ["c", "a"], ["d", "b"], ["e", "c"]), "e");
  expect(rows.map((row) => row.lane)).toEqual([0, 0, 1, 0, 1]);
  expect(rows[0]?.forks).toEqual([1]);
  expect(rows[2]?.passing).toEqual([0]);
  expect(rows[3]?.passing).toEqual([1]);
  expect(rows.filter((row) => row.trodden).map((row) => row.node.id)).toEqual(["a", "c", "e"]);
});

test("no lane is drawn past its last node", () => {
  const rows = rowsOf(tree(["a", null], ["b", "a"], ["c", "a"], ["d", "c"]), "d");
  expect(rows[3]?.passing).toEqual([]);
});

test("redo goes back to the branch that was left, else to the youngest", () => {
  const nodes = tree(["a", null], ["b", "a"], ["c", "a"]);
  expect(childOf(nodes, "a", new Map([["a", "b"]]))?.id).toBe("b");
  expect(childOf(nodes, "a", new Map())?.id).toBe("c");
  expect(childOf(nodes, "c", new Map())).toBeNull();
});

test("a circle ends", () => {
  const nodes = new Map(tree(["a", "b"], ["b", "a"]).map((node) => [node.id, node]));
  expect(trailOf(nodes, "a").length).toBe(2);
});

test("ways of looking are no acts", () => {
  expect(meaning("/?x=1&y=2&z=3&lang=ja")).toBe("/");
  expect(meaning("/?colour=style&x=1")).toBe(meaning("/?x=9&colour=style"));
  expect(remembered("/?x=1&lang=ja")).toBe("/?x=1");
});

test("changes say what was and what is", () => {
  expect(changes("/studio?seed=7&prompt=cat", "/studio?seed=8&prompt=cat")).toEqual([
    { name: "seed", before: "7", after: "8" },
  ]);
  expect(changes("/studio?seed=7", "/sweeps?seed=7")).toEqual([{ name: "seed", before: null, after: "7" }]);
  expect(changes("/studio?d.smile=1", "/studio")).toEqual([{ name: "d.smile", before: "1", after: null }]);
});

test("kinds are told from what changed", () => {
  expect(kindOf(null, "/studio")).toBe("page");
  expect(kindOf("/studio?d.smile=1", "/studio?d.smile=2")).toBe("slider");
  expect(kindOf("/?n=1", "/?n=2")).toBe("select");
  expect(kindOf("/studio?prompt=a", "/studio?prompt=b")).toBe("words");
  expect(kindOf("/studio?seed=1", "/studio?seed=2")).toBe("knob");
});

test("a lane is free again once its branch has ended", () => {
  const rows = rowsOf(tree(["a", null], ["b", "a"], ["c", "a"], ["d", "b"], ["e", "d"], ["f", "d"]), "f");
  expect(rows.map((row) => row.lane)).toEqual([0, 0, 1, 0, 0, 1]);
});

test("twenty thousand nodes with many branches need few lanes", () => {
  const nodes = tree(["n0", null]);
  for (let n = 1; n < 20_000; n++) nodes.push({ id: `n${n}`, parent: `n${n % 30 === 0 ? n - 7 : n - 1}` });
  expect(Math.max(...rowsOf(nodes, "n19999").map((row) => row.lane))).toBeLessThan(4);
});

test("the axes of a sweep are acts, and a picture seen large is none", () => {
  expect(meaning("/sweeps?x=seed~1~2")).not.toBe(meaning("/sweeps?x=seed~1~3"));
  expect(meaning("/history?open=abc")).toBe("/history");
  expect(uncovered("/history?open=abc&q=cat")).toBe("/history?q=cat");
});

test("words come first, and a recipe is told apart", () => {
  const [first] = changes("/studio", "/studio?model=a&seed=7&prompt=cat");
  expect(first?.name).toBe("prompt");
  const recipe = (seed: number) =>
    `/sweeps?recipe=${encodeURIComponent(JSON.stringify({ prompt: "a", seed }))}`;
  expect(changes(recipe(1), recipe(2))).toEqual([{ name: "seed", before: "1", after: "2" }]);
});
