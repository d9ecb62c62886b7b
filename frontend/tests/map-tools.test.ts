import { describe, expect, test } from "vitest";
import { combined, inverted, maskOf, members, size, wayOf } from "@/state/map-choice";
import { asked } from "@/state/map-question";
import { type Filter, readFilter, Sieve, writeFilter } from "@/state/map-sieve";

describe("a choice of points", () => {
  const some = maskOf([1, 2, 3], 6);

  test("is united, cut and taken apart like sets", () => {
    expect(members(combined(some, [3, 4], "replace", 6))).toEqual([3, 4]);
    expect(members(combined(some, [3, 4], "add", 6))).toEqual([1, 2, 3, 4]);
    expect(members(combined(some, [3, 4], "common", 6))).toEqual([3]);
    expect(members(combined(some, [3, 4], "without", 6))).toEqual([1, 2]);
    expect(members(inverted(some, 6))).toEqual([0, 4, 5]);
    expect(size(some)).toBe(3);
  });

  test("of nothing has nothing in common and nothing to take away", () => {
    expect(size(combined(null, [3], "common", 6))).toBe(0);
    expect(size(combined(null, [3], "without", 6))).toBe(0);
    expect(members(combined(null, [3, 99, -1], "add", 6))).toEqual([3]);
  });

  test("listens to Shift and Alt while a shape is drawn", () => {
    const held = (shift: boolean, alt: boolean) => wayOf({ shift, alt }, "replace");
    expect([held(false, false), held(true, false), held(false, true), held(true, true)]).toEqual([
      "replace",
      "add",
      "without",
      "common",
    ]);
  });
});

describe("a cross-filter", () => {
  const style = Uint8Array.of(0, 0, 1, 1, 2, 255);
  const far = Uint8Array.of(0, 50, 100, 150, 200, 254);
  const these: Filter = { column: "style", kind: "these", values: [0, 1] };
  const near: Filter = { column: "far", kind: "range", low: 40, high: 160 };

  test("leaves out what fails any column", () => {
    const sieve = new Sieve(6);
    expect(sieve.out()).toBeNull();
    sieve.set(these, style);
    expect([...(sieve.out() ?? [])]).toEqual([0, 0, 0, 0, 1, 1]);
    sieve.set(near, far);
    expect([...(sieve.out() ?? [])]).toEqual([1, 0, 0, 0, 1, 1]);
    sieve.set({ ...near, low: 90 }, far);
    expect([...(sieve.out() ?? [])]).toEqual([1, 1, 0, 0, 1, 1]);
    sieve.clear("style");
    expect([...(sieve.out() ?? [])]).toEqual([1, 1, 0, 0, 1, 1]);
    sieve.clear();
    expect(sieve.out()).toBeNull();
  });

  test("shows in a column's bars what the other columns leave, not its own filter", () => {
    const sieve = new Sieve(6);
    sieve.set(these, style);
    sieve.set(near, far);
    expect([...sieve.bars("style", style).slice(0, 3)]).toEqual([1, 2, 0]);
    expect(sieve.bars("far", far)[0]).toBe(1);
    expect(sieve.bars("far", far)[200]).toBe(0);
    expect([...sieve.bars("style", style, Uint8Array.of(0, 1, 1, 0, 0, 0)).slice(0, 3)]).toEqual([1, 1, 0]);
  });

  test("comes back from the address, and nonsense does not", () => {
    for (const filter of [these, near]) expect(readFilter(writeFilter(filter))).toEqual(filter);
    for (const text of ["", "far", "far:", "far:9-3", "far:-", "far:1.x", "a b:1", "far:1-255"])
      expect(readFilter(text)).toBeNull();
  });

  test("takes as many columns as it has bits", () => {
    const sieve = new Sieve(6);
    const full = Array.from({ length: 9 }, (_, at) => sieve.set({ ...these, column: `c${at}` }, style));
    expect(full).toEqual([...Array(8).fill(true), false]);
  });
});

test("one box tells words, expressions and queries about recipes apart", () => {
  expect(asked("  ")).toBeNull();
  expect(asked("red apple")).toEqual({ kind: "words", words: "red apple" });
  expect(asked("t-shirt")).toEqual({ kind: "words", words: "t-shirt" });
  expect(asked("赤いりんご")).toEqual({ kind: "words", words: "赤いりんご" });
  expect(asked('mix("cat", "dog")')?.kind).toBe("expression");
  expect(asked("@storms - @calm")?.kind).toBe("expression");
  expect(asked("seed:7 model:emoji-vector")).toEqual({ kind: "query", query: "seed:7 model:emoji-vector" });
  expect(asked("foggy harbour −boats")).toEqual({
    kind: "expression",
    expression: '"foggy harbour" - 0.6 * ("boats" - "foggy harbour")',
  });
});
