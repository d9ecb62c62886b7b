import { describe, expect, test } from "vitest";
import { readCoverage, readLink } from "@/api/maps";
import { Budget, LEAST } from "@/map/budget";
import { crowding, density, rings } from "@/map/density";
import { Drafts } from "@/map/drafts";
import { drawOrder, inWindow, portion, sample, total } from "@/map/draw-order";
import { CHOSEN, GLOW, OUT, packed } from "@/map/marks";
import { PointGrid } from "@/map/picking";
import { boxBetween, inside, type Shape } from "@/map/shapes";

const bounds = { x_min: 0, y_min: 0, x_max: 100, y_max: 100 };
/** Numbers in [0, 1) that look random and are the same every time. */
function* noise(): Generator<number> {
  for (let state = 7; ; state = (Math.imul(state, 1664525) + 1013904223) >>> 0) yield state / 2 ** 32;
}
const draw = noise();
const COUNT = 200_000;
const x = Float32Array.from({ length: COUNT }, () => 100 * (draw.next().value ?? 0));
const y = Float32Array.from({ length: COUNT }, () => 100 * (draw.next().value ?? 0));
const grid = new PointGrid(x, y, bounds);

describe("a shape on the map", () => {
  test("of any form holds exactly the points inside it", () => {
    const circle: Shape = {
      kind: "area",
      corners: Array.from({ length: 720 }, (_, at) => {
        const angle = (at / 720) * 2 * Math.PI;
        return [50 + 20 * Math.cos(angle), 40 + 20 * Math.sin(angle)] as const;
      }),
    };
    const found = new Set(inside(circle, grid));
    const wrong = [...x.keys()].filter((n) => {
      const away = Math.hypot((x[n] ?? 0) - 50, (y[n] ?? 0) - 40);
      return (away < 19.99 && !found.has(n)) || (away > 20 && found.has(n));
    });
    expect(wrong).toEqual([]);
    expect(found.size).toBeGreaterThan(20_000);
  });

  test("that crosses itself leaves out what it winds around twice", () => {
    const bow: Shape = {
      kind: "area",
      corners: [
        [0, 0],
        [100, 100],
        [100, 0],
        [0, 100],
      ],
    };
    const off = (values: Float32Array, n: number) => Math.abs((values[n] ?? 0) - 50);
    const found = inside(bow, grid);
    expect(found.filter((n) => off(y, n) > off(x, n) + 1e-3)).toEqual([]);
    expect(found.length / COUNT).toBeCloseTo(0.5, 1);
  });

  test("of a box does not ask in which direction it was drawn", () => {
    expect(inside(boxBetween([10, 20], [30, 25]), grid).sort()).toEqual(
      inside(boxBetween([30, 25], [10, 20]), grid).sort(),
    );
  });

  test("of a brush is as wide as the brush, ends included", () => {
    const stroke: Shape = {
      kind: "stroke",
      way: [
        [20, 20],
        [60, 20],
      ],
      radius: 3,
    };
    for (const n of inside(stroke, grid)) {
      const [px, py] = [x[n] ?? 0, y[n] ?? 0];
      expect(Math.hypot(px - Math.min(60, Math.max(20, px)), py - 20)).toBeLessThanOrEqual(3 + 1e-4);
    }
    expect(inside({ ...stroke, way: [[20, 20]] }, grid).length).toBeGreaterThan(0);
  });
});

describe("the order of drawing", () => {
  const raw = (values: Float32Array) => Uint16Array.from(values, (value) => (value / 100) * 65_535);
  const [rawX, rawY] = [raw(x), raw(y)];
  const { order, levels } = drawOrder(rawX, rawY);

  test("holds every point once, and a prefix of levels is an even sample", () => {
    expect(new Set(order).size).toBe(COUNT);
    const first = levels[0]?.starts.at(-1) ?? 0;
    const left = [...order.subarray(0, first)].filter((n) => (x[n] ?? 0) < 50).length;
    expect(Math.abs(left / first - 0.5)).toBeLessThan(0.02);
  });

  test("gives a window all of its points, and few of the others", () => {
    const window = { x0: 0.4, y0: 0.4, x1: 0.5, y1: 0.5 };
    const ranges = inWindow(levels, window).flat();
    const drawn = new Set<number>();
    for (const { start, count } of ranges) for (const n of order.subarray(start, start + count)) drawn.add(n);
    const inside = (values: Uint16Array, n: number) =>
      (values[n] ?? 0) / 65_535 >= 0.4 && (values[n] ?? 0) / 65_535 <= 0.5;
    const wanted = [...x.keys()].filter((n) => inside(rawX, n) && inside(rawY, n));
    expect(wanted.filter((n) => !drawn.has(n))).toEqual([]);
    expect(total(ranges)).toBeLessThan(COUNT * 0.15);
    expect(inWindow(levels, { x0: 1.2, y0: 0, x1: 1.4, y1: 1 }).flat()).toEqual([]);
  });

  test("is cut into portions that follow one another without a gap", () => {
    const whole = inWindow(levels, { x0: 0, y0: 0, x1: 1, y1: 1 });
    expect(total(sample(whole, 70_000))).toBeLessThanOrEqual(70_000);
    let drawn = 0;
    for (let from = 0; from < COUNT; from += 30_000) drawn += total(portion(whole.flat(), from, 30_000));
    expect(drawn).toBe(COUNT);
  });
});

test("the budget shrinks when frames are slow, grows when they are fast, and forgives one slip", () => {
  const budget = new Budget();
  const before = budget.points;
  let now = 1000;
  const frame = (took: number) => {
    now += took;
    budget.frame(now);
  };
  frame(10);
  for (const took of [40, 10, 40, 10]) frame(took);
  expect(budget.points).toBe(before);
  for (let at = 0; at < 30; at += 1) frame(60);
  expect(budget.points).toBe(LEAST);
  for (let at = 0; at < 60; at += 1) frame(8);
  expect(budget.points).toBeGreaterThan(before);
});

test("marks are one byte a point", () => {
  const marks = packed(
    { glow: Uint8Array.of(255, 0, 128), out: Uint8Array.of(0, 1, 0), chosen: Uint8Array.of(0, 0, 1) },
    3,
  );
  expect([...marks]).toEqual([GLOW, OUT, (128 >> 2) | CHOSEN]);
});

test("a dense place is crowded, and a ring goes around it", () => {
  const px = Float32Array.from({ length: 3000 }, (_, n) => (n < 2900 ? 30 + (n % 50) / 25 : (n % 100) * 1));
  const py = Float32Array.from({ length: 3000 }, (_, n) =>
    n < 2900 ? 70 + (n % 58) / 29 : ((n * 37) % 100) * 1,
  );
  const land = density(px, py, bounds, null);
  const crowd = crowding(land, px, py);
  expect(crowd[10]).toBeGreaterThan(200);
  expect(crowd[2950] ?? 255).toBeLessThan(120);
  const [ring] = rings(land, 0.5);
  expect(ring).toBeDefined();
  for (const [rx, ry] of ring ?? []) expect(Math.hypot(rx - 31, ry - 71)).toBeLessThan(8);
});

describe("a draft", () => {
  const drawn: Shape[] = [];
  const drafts = new Drafts({
    toMap: (px, py) => [px, py],
    scale: () => 1,
    show: () => undefined,
    drawn: (shape) => drawn.push(shape),
  });
  const none = { shift: false, alt: false };

  test("of a polygon grows corner by corner and closes on the first one", () => {
    drafts.use("polygon");
    for (const [px, py] of [
      [0, 0],
      [100, 0],
      [100, 100],
      [3, 2],
    ] as const)
      expect(drafts.tap(px, py, none)).toBe(true);
    expect(drawn.pop()).toEqual({
      kind: "area",
      corners: [
        [0, 0],
        [100, 0],
        [100, 100],
      ],
    });
    expect(drafts.busy).toBe(false);
  });

  test("that is given up leaves nothing", () => {
    drafts.use("lasso");
    drafts.begin(0, 0, none);
    drafts.move(50, 50);
    drafts.cancel();
    drafts.end();
    expect(drawn).toEqual([]);
  });
});

test("coverage and links are read as columns, and damaged ones are refused", () => {
  const cover = new ArrayBuffer(32 + 4);
  new TextEncoder().encodeInto("RSHNCOV1", new Uint8Array(cover));
  const head = new DataView(cover);
  head.setUint32(8, 2, true);
  head.setUint32(12, 2, true);
  new Uint8Array(cover).set([0, 9, 0, 255], 32);
  expect([...readCoverage(cover).cells]).toEqual([0, 9, 0, 255]);
  expect(() => readCoverage(cover.slice(0, 34))).toThrow(RangeError);
  const link = new ArrayBuffer(12 + 5);
  new TextEncoder().encodeInto("RSHNLNK1", new Uint8Array(link));
  new DataView(link).setUint32(8, 1, true);
  new Uint8Array(link).set([7, 0, 0, 0, 254], 12);
  const { there, disagreement } = readLink(link);
  expect([there[0], disagreement[0]]).toEqual([7, 254]);
  expect(() => readLink(cover)).toThrow(RangeError);
});
