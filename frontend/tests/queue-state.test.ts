import { expect, test } from "vitest";
import type { Waiting } from "@/api/queue";
import { gives, keyMoves, moved, placeAfter, spoken, withMove } from "@/state/queue-state";

const one = (id: string, position: number | null): Waiting => ({
  id,
  position,
  lane: "batch",
  running: position === null,
  recipe: null,
  step: 0,
  steps: 4,
  eta_s: null,
  preview: null,
});

test("moving keeps everything and changes one place", () => {
  expect(moved([..."abcde"], 3, 0).join("")).toBe("dabce");
  expect(moved([..."abcde"], 0, 4).join("")).toBe("bcdea");
  expect(moved([..."abc"], 7, 0).join("")).toBe("abc");
});

test("what the worker has stays first, and places are counted anew", () => {
  const then = withMove([one("x", null), one("a", 0), one("b", 1), one("c", 2)], "c", 0);
  expect(then.map((each) => `${each.id}${each.position}`).join(" ")).toBe("xnull c0 a1 b2");
  expect(withMove(then, "x", 2)).toBe(then);
});

test("a dragged row lands where it is dropped, within the list", () => {
  expect(placeAfter(2, 56 * 1.6, 56, 10)).toBe(4);
  expect(placeAfter(2, -1000, 56, 10)).toBe(0);
  expect(placeAfter(2, 5000, 56, 10)).toBe(9);
});

test("rows give way exactly as the list will be after the drop", () => {
  for (const [from, to] of [
    [1, 4],
    [4, 1],
    [2, 2],
  ] as const) {
    const order = [0, 1, 2, 3, 4, 5];
    const shown = order.map((at) => (at === from ? to : at + gives(at, from, to)));
    expect(order.map((at) => shown.indexOf(at))).toEqual(moved(order, from, to));
  }
});

test("keys move a row by one, by ten, and to both ends", () => {
  expect(keyMoves("ArrowUp", 0, 5)).toBe(0);
  expect(keyMoves("ArrowDown", 1, 5)).toBe(2);
  expect(keyMoves("PageDown", 1, 50)).toBe(11);
  expect(keyMoves("End", 1, 5)).toBe(4);
  expect(keyMoves("a", 1, 5)).toBeNull();
});

test("durations are said in the unit that fits", () => {
  expect(spoken(0.4).key).toBe("queue.soon");
  expect(spoken(75)).toEqual({ key: "queue.inSeconds", n: 75 });
  expect(spoken(600)).toEqual({ key: "queue.inMinutes", n: 10 });
  expect(spoken(7200)).toEqual({ key: "queue.inHours", n: 2 });
});
