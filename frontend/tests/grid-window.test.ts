import { expect, test } from "vitest";
import { gridOf, inSight, placeOf, scrollTo } from "@/state/grid-window";

test("as many columns as fit, and they fill the width exactly", () => {
  for (const width of [300, 358, 1170, 2400]) {
    const grid = gridOf(width, 132, 10, 1000);
    expect(grid.side).toBeGreaterThanOrEqual(132);
    expect(grid.columns * grid.side + (grid.columns - 1) * grid.gap).toBeCloseTo(width);
  }
});

test("a narrow window still has one column, and an empty grid no height", () => {
  expect(gridOf(80, 132, 10, 3).columns).toBe(1);
  expect(gridOf(800, 132, 10, 0).height).toBe(0);
});

test("a hundred thousand pictures draw as few as a hundred do", () => {
  const few = gridOf(1170, 132, 10, 100);
  const many = gridOf(1170, 132, 10, 100_000);
  const drawn = ([from, to]: readonly [number, number]) => to - from;
  expect(drawn(inSight(many, many.height / 2, 860))).toBeLessThan(200);
  expect(drawn(inSight(few, 0, 860))).toBeGreaterThan(80);
  expect(inSight(many, many.height - 860, 860)[1]).toBe(100_000);
});

test("what is in sight contains every square that touches the window", () => {
  const grid = gridOf(500, 100, 10, 400);
  const [from, to] = inSight(grid, 1500, 600);
  for (let n = 0; n < 400; n++) {
    const { y } = placeOf(grid, n);
    if (y + grid.side > 1500 && y < 2100) expect(n >= from && n < to).toBe(true);
  }
});

test("a square out of sight is scrolled into it, one in sight is left alone", () => {
  const grid = gridOf(500, 100, 10, 400);
  expect(scrollTo(grid, 0, 0, 600)).toBe(0);
  expect(scrollTo(grid, 0, 500, 600)).toBeLessThan(0);
  const by = scrollTo(grid, 399, 0, 600);
  expect(placeOf(grid, 399).y + grid.side).toBeLessThanOrEqual(by + 600);
});
