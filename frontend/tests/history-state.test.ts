import { expect, test } from "vitest";
import {
  belongs,
  besides,
  EVERYTHING,
  extend,
  keyTo,
  NOTHING,
  putBack,
  readHistory,
  toggle,
  within,
  withNews,
  writeHistory,
} from "@/state/history-state";

const items = (ids: string) => [...ids].map((id) => ({ id }));
const said = (of: readonly { readonly id: string }[]) => of.map((one) => one.id).join("");

test("an address survives being written and read", () => {
  const address = {
    query: { q: "red apple & pear", model: "emoji-vector", starred: true, folder: "A, b", trash: true },
    open: "x",
    compare: ["x", "y"] as const,
  };
  expect(readHistory(writeHistory(address))).toEqual(address);
  expect(writeHistory(readHistory(""))).toBe("");
});

test("a picture is not compared with itself", () => {
  expect(readHistory("compare=x,x").compare).toBeNull();
  expect(readHistory("compare=x").compare).toBeNull();
});

test("a range goes from the last single choice to here, either way, and adds to what is chosen", () => {
  const order = [..."abcdef"];
  const from = toggle(toggle(NOTHING, "a"), "d");
  expect([...extend(from, "f", order).ids].sort().join("")).toBe("adef");
  expect([...extend(from, "b", order).ids].sort().join("")).toBe("abcd");
  expect([...extend(NOTHING, "c", order).ids]).toEqual(["c"]);
});

test("choosing twice lets go, and what is gone is not chosen any more", () => {
  expect(toggle(toggle(NOTHING, "a"), "a").ids.size).toBe(0);
  const two = toggle(toggle(NOTHING, "a"), "b");
  expect([...within(two, ["a", "c"]).ids]).toEqual(["a"]);
  expect(within(two, ["a"]).anchor).toBeNull();
});

test("keys walk a grid and stop at its edges", () => {
  expect(keyTo("ArrowRight", 3, 4, 10)).toBe(4);
  expect(keyTo("ArrowDown", 7, 4, 10)).toBe(9);
  expect(keyTo("ArrowUp", 2, 4, 10)).toBe(2);
  expect(keyTo("End", 0, 4, 10)).toBe(9);
  expect(keyTo("Home", 9, 4, 10)).toBe(0);
  expect(keyTo("x", 1, 4, 10)).toBeNull();
  expect(keyTo("ArrowLeft", 0, 4, 0)).toBeNull();
});

test("what comes back stands where it stood, also when more was loaded since", () => {
  expect(said(putBack(items("abcd"), items("acdef"), items("b")))).toBe("abcdef");
});

test("news change what is shown in place; newcomers wait", () => {
  const newest = [
    { id: "z", done: true },
    { id: "b", done: true },
  ];
  const { shown, arrived } = withNews(
    [
      { id: "a", done: true },
      { id: "b", done: false },
    ],
    newest,
  );
  expect(shown).toEqual([
    { id: "a", done: true },
    { id: "b", done: true },
  ]);
  expect(said(arrived)).toBe("z");
});

test("the next picture takes the place of one that leaves; the last one gives way to the one before", () => {
  expect(besides([..."abc"], "b")).toBe("c");
  expect(besides([..."abc"], "c")).toBe("b");
  expect(besides(["a"], "a")).toBeNull();
});

test("a discarded picture leaves, a moved one leaves its folder, an unstarred one stays in sight", () => {
  expect(belongs({ folder: null, deleted: true }, EVERYTHING)).toBe(false);
  expect(belongs({ folder: "b", deleted: false }, { ...EVERYTHING, folder: "a" })).toBe(false);
  expect(belongs({ folder: null, deleted: false }, { ...EVERYTHING, starred: true })).toBe(true);
});
