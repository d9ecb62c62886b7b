import { describe, expect, test } from "vitest";
import type { Lens } from "@/map/gl";
import { marginOf } from "@/map/slide";

const lens = (width: number, height: number, ratio: number): Lens => ({
  centreX: 0.5,
  centreY: 0.5,
  scaleX: 2,
  scaleY: 2,
  width,
  height,
  ratio,
  zoom: 0,
  margin: 0,
});

describe("the margin around the window", () => {
  test("is whole pixels of the device, whatever their size", () => {
    for (const ratio of [1, 1.25, 1.5, 2]) {
      const device = marginOf(lens(1013, 707, ratio)) * ratio;
      expect(Math.abs(device - Math.round(device))).toBeLessThan(1e-9);
    }
  });

  test("is never so large that a wall of a screen is drawn twice", () => {
    expect(marginOf(lens(3840, 2160, 1))).toBe(128);
    expect(marginOf(lens(200, 200, 1))).toBe(48);
  });
});
