import { expect, test } from "vitest";
import { readPoints } from "@/map/points-file";

function file(count: number, claimed = count): ArrayBuffer {
  const buffer = new ArrayBuffer(32 + 5 * count);
  const view = new DataView(buffer);
  new Uint8Array(buffer).set(new TextEncoder().encode("RSHNMAP1"));
  view.setUint32(8, claimed, true);
  for (const [index, value] of [-2, -4, 2, 4].entries()) view.setFloat32(12 + 4 * index, value, true);
  for (let n = 0; n < count; n += 1) {
    view.setUint16(32 + 2 * n, n === 0 ? 0 : 65_535, true);
    view.setUint16(32 + 2 * count + 2 * n, n === 0 ? 65_535 : 0, true);
    view.setUint8(32 + 4 * count + n, 200 + n);
  }
  return buffer;
}

test("columns are read in the order x, y, colour, and scaled to the bounds", () => {
  const points = readPoints(file(3));
  expect(points.count).toBe(3);
  expect([...points.x]).toEqual([-2, 2, 2]);
  expect([...points.y]).toEqual([4, -4, -4]);
  expect([...points.colour]).toEqual([200, 201, 202]);
});

test("an empty map is a map", () => {
  expect(readPoints(file(0)).count).toBe(0);
});

test("what is no map is refused in words", () => {
  expect(() => readPoints(new ArrayBuffer(8))).toThrow("shorter than the header");
  expect(() => readPoints(new ArrayBuffer(64))).toThrow("expected RSHNMAP1");
  expect(() => readPoints(file(2, 3))).toThrow("fewer bytes than points");
});
