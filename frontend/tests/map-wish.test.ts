import { describe, expect, it } from "vitest";
import { endOf, seedsOf, slug } from "@/state/map-wish";

describe("what a new map is asked for in", () => {
  it("finds an id that nobody has, also for titles without Latin letters", () => {
    expect(slug("My animals!")).toBe("my-animals");
    expect(slug("動物")).toBe("map");
    expect(slug("動物", ["map", "map-2"])).toBe("map-3");
    expect(slug("  ")).toBe("");
  });

  it("quotes plain words and leaves expressions, groups and values alone", () => {
    expect(endOf("red cat", false)).toBe('"red cat"');
    expect(endOf("猫", false)).toBe('"猫"');
    expect(endOf("mean(@mine)", false)).toBe("mean(@mine)");
    expect(endOf('mix("a", "b"; t=1)', false)).toBe('mix("a", "b"; t=1)');
    expect(endOf("kind = k1", false)).toEqual({ column: "kind", value: "k1" });
    expect(endOf("7", true)).toBe(6);
    expect(endOf("cat", true)).toBeNull();
    expect(endOf(" ", false)).toBeNull();
  });

  it("reads seeds with ranges, each once", () => {
    expect(seedsOf("0..3, 7 7")).toEqual([0, 1, 2, 3, 7]);
    expect(seedsOf("x -1")).toEqual([]);
  });
});
