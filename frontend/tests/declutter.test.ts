import { expect, test } from "vitest";
import { appearance, keepApart, NEVER } from "@/map/declutter";

const x = Float32Array.from({ length: 400 }, (_, n) => (n % 20) * 0.5);
const y = Float32Array.from({ length: 400 }, (_, n) => Math.floor(n / 20) * 0.5);
const spacing = (zoom: number) => 4 / 2 ** zoom;

test("no two thumbnails overlap at any zoom", () => {
  const shown = appearance(x, y, spacing, 0, 5);
  for (const zoom of [0, 1, 2, 3]) {
    const size = spacing(zoom);
    const here = [...shown.keys()].filter((n) => (shown[n] ?? NEVER) <= zoom);
    for (const a of here)
      for (const b of here)
        if (a < b) {
          const apart = Math.max(Math.abs((x[a] ?? 0) - (x[b] ?? 0)), Math.abs((y[a] ?? 0) - (y[b] ?? 0)));
          expect(apart).toBeGreaterThanOrEqual(size - 1e-6);
        }
  }
});

test("close up everybody is shown, from afar a few", () => {
  const shown = appearance(x, y, spacing, 0, 5);
  const at = (zoom: number) => shown.filter((appears) => appears <= zoom).length;
  expect(at(0)).toBeGreaterThan(2);
  expect(at(0)).toBeLessThan(20);
  expect(at(5)).toBe(400);
});

test("an order decides who comes first and who comes at all", () => {
  const shown = appearance(x, y, spacing, 0, 5, Uint32Array.of(21, 22));
  expect(shown[21]).toBe(0);
  expect(shown[22]).toBeGreaterThan(0);
  expect(shown[0]).toBe(NEVER);
});

test("points at the very same place do not hang", () => {
  const same = new Float32Array(3);
  expect(appearance(same, same, spacing, 0, 2).filter((appears) => appears !== NEVER)).toHaveLength(1);
});

test("the more important label wins", () => {
  const box = (left: number) => ({ x: left, y: 0, width: 50, height: 20 });
  expect(keepApart([box(0), box(30), box(80)], 5)).toEqual([true, false, true]);
});
