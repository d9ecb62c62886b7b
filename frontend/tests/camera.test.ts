import { expect, test } from "vitest";
import { between, home, keepInside, pan, pixelsPerUnit, toMap, toScreen, zoomAt } from "@/map/camera";

const bounds = { x_min: -10, y_min: -5, x_max: 10, y_max: 5 };
const viewport = { width: 1000, height: 600 };

test("a pixel goes to the map and comes back", () => {
  const camera = { x: 2, y: -1, zoom: 1.5 };
  const scale = pixelsPerUnit(bounds, viewport, camera.zoom);
  const [x, y] = toMap(camera, scale, viewport, 123, 456);
  const [px, py] = toScreen(camera, scale, viewport, x, y);
  expect(px).toBeCloseTo(123);
  expect(py).toBeCloseTo(456);
});

test("up on the map is up on the screen", () => {
  const camera = { x: 0, y: 0, zoom: 0 };
  expect(toScreen(camera, 10, viewport, 0, 1)[1]).toBeLessThan(viewport.height / 2);
});

test("zooming keeps what is under the pointer", () => {
  const before = { x: 1, y: 1, zoom: 1 };
  const place = toMap(before, pixelsPerUnit(bounds, viewport, 1), viewport, 600, 250);
  const after = zoomAt(before, bounds, viewport, 600, 250, 0.8);
  const again = toMap(after, pixelsPerUnit(bounds, viewport, after.zoom), viewport, 600, 250);
  expect(again[0]).toBeCloseTo(place[0]);
  expect(again[1]).toBeCloseTo(place[1]);
});

test("one zoom step doubles the magnification", () => {
  expect(pixelsPerUnit(bounds, viewport, 3)).toBeCloseTo(2 * pixelsPerUnit(bounds, viewport, 2));
});

test("dragging right moves the land right", () => {
  expect(pan({ x: 0, y: 0, zoom: 1 }, bounds, viewport, 50, 0).x).toBeLessThan(0);
});

test("the centre stays on the map and the zoom in its limits", () => {
  expect(keepInside({ x: 99, y: -99, zoom: 99 }, bounds)).toEqual({ x: 10, y: -5, zoom: 9 });
});

test("home ignores a few stragglers", () => {
  const x = Float32Array.from({ length: 1000 }, (_, n) => (n % 20) / 10);
  const y = Float32Array.from({ length: 1000 }, (_, n) => (n % 30) / 30);
  x[0] = 10;
  expect(home(bounds, viewport, x, y).zoom).toBeGreaterThan(1);
});

test("a flight begins and ends where it should", () => {
  const from = { x: -5, y: 0, zoom: 2 };
  const to = { x: 5, y: 1, zoom: 4 };
  expect(between(from, to, bounds, 0)).toEqual(from);
  expect(between(from, to, bounds, 1).zoom).toBeCloseTo(4);
  expect(between(from, to, bounds, 1).x).toBeCloseTo(5);
});
