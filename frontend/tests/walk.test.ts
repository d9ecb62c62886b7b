import { expect, test } from "vitest";
import { step } from "@/map/walk";

const here = { x: 0, y: 0 };
const places = [
  { n: 1, x: 1, y: 0.1 },
  { n: 2, x: 3, y: 0 },
  { n: 3, x: 0, y: 2 },
  { n: 4, x: -1, y: -1 },
];

test("the nearest one in the direction is taken", () => {
  expect(step(here, "right", places)).toBe(1);
  expect(step(here, "up", places)).toBe(3);
});

test("a diagonal serves both of its sides", () => {
  expect(step(here, "left", places)).toBe(4);
  expect(step(here, "down", places)).toBe(4);
});

test("a stride leaves out who is too near", () => {
  expect(step(here, "right", places, 2)).toBe(2);
});

test("nobody there is nobody, and oneself does not count", () => {
  expect(step(here, "left", [{ n: 9, x: 0, y: 0 }])).toBeNull();
  expect(step({ x: 5, y: 0 }, "right", places)).toBeNull();
});
