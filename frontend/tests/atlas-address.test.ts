import { expect, test } from "vitest";
import {
  type AtlasAddress,
  MOST_CHOSEN,
  packNumbers,
  readAtlas,
  unpackNumbers,
  writeAtlas,
} from "@/state/atlas-address";

const nothing: AtlasAddress = {
  map: null,
  camera: null,
  colour: null,
  along: "",
  order: null,
  point: null,
  words: "",
  group: null,
  chosen: [],
  set: null,
  filters: [],
  beside: null,
  layers: [],
};

test("the atlas is the same after a reload", () => {
  const state: AtlasAddress = {
    map: "cats@2",
    camera: { x: -1.25, y: 3.5, zoom: 2.5 },
    colour: "along",
    along: 'dir("cat", "dog") + 0.5 * dir(@a, @b)',
    order: "down",
    point: 42,
    words: "red fruit",
    group: null,
    chosen: [0, 7, 8, 999_999],
    set: null,
    filters: ["style:1.4", "density:10-200"],
    beside: "dogs",
    layers: ["contours", "coverage"],
  };
  expect(readAtlas(writeAtlas(state))).toEqual(state);
  expect(readAtlas(writeAtlas({ ...state, chosen: [], set: null, group: "storms" }))).toEqual({
    ...state,
    chosen: [],
    set: null,
    group: "storms",
  });
});

test("nonsense in the address is no camera and no point", () => {
  expect(readAtlas("x=1&y=far&z=2&n=-3&s=..&layers=")).toEqual(nothing);
});

test("a long selection does not go into the address, its group does", () => {
  const chosen = Array.from({ length: MOST_CHOSEN + 1 }, (_, n) => n);
  expect(writeAtlas({ chosen })).toBe("");
  expect(readAtlas(writeAtlas({ chosen, set: "ab12" })).set).toBe("ab12");
  expect(writeAtlas({ chosen, group: "all" })).toBe("group=all");
});

test("packed numbers come back sorted, and a hostile list ends", () => {
  expect(unpackNumbers(packNumbers([40, 2, 1, 0]))).toEqual([0, 1, 2, 40]);
  expect(unpackNumbers("1.".repeat(5000).concat("1"))).toHaveLength(MOST_CHOSEN);
  expect(unpackNumbers("<script>")).toEqual([]);
});
