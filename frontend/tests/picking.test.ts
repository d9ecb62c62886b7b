import { expect, test } from "vitest";
import { PointGrid } from "@/map/picking";

const bounds = { x_min: 0, y_min: 0, x_max: 100, y_max: 100 };

function cloud(count: number): { x: Float32Array; y: Float32Array } {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 100;
  };
  const x = Float32Array.from({ length: count }, next);
  const y = Float32Array.from({ length: count }, next);
  return { x, y };
}

test("the grid finds what a search of everything finds", () => {
  const { x, y } = cloud(3000);
  const grid = new PointGrid(x, y, bounds);
  for (let probe = 0; probe < 200; probe += 1) {
    const [px, py, radius] = [(probe * 37) % 100, (probe * 61) % 100, 2.5];
    let best: number | null = null;
    let least = radius ** 2;
    for (let n = 0; n < x.length; n += 1) {
      const away = ((x[n] ?? 0) - px) ** 2 + ((y[n] ?? 0) - py) ** 2;
      if (away <= least) {
        least = away;
        best = n;
      }
    }
    expect(grid.nearest(px, py, radius)).toBe(best);
  }
});

test("empty space is nobody", () => {
  const grid = new PointGrid(Float32Array.of(1), Float32Array.of(1), bounds);
  expect(grid.nearest(50, 50, 10)).toBeNull();
});

test("newcomers are found too, also outside the bounds", () => {
  const grid = new PointGrid(Float32Array.of(1), Float32Array.of(1), bounds);
  grid.setLate([{ n: 7, x: 120, y: 50 }]);
  expect(grid.nearest(119, 50, 3)).toBe(7);
  expect(grid.place(7)).toEqual([120, 50]);
});

test("a million points are searched in well under a millisecond each", () => {
  const { x, y } = cloud(1_000_000);
  const grid = new PointGrid(x, y, bounds);
  const start = performance.now();
  for (let probe = 0; probe < 1000; probe += 1) grid.nearest((probe * 37) % 100, (probe * 61) % 100, 0.3);
  expect((performance.now() - start) / 1000).toBeLessThan(1);
});
