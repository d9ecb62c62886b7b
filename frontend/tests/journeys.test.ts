import { describe, expect, it } from "vitest";
import type { Journey, Sample, Station } from "@/api/journeys";
import { journey } from "@/api/journeys";
import { journeyAddress, readWish, resampled } from "@/state/journey-address";
import { framesOf, legsWithout, moved, nearest, placeAt, secondsOf, wordsOf } from "@/state/journey-state";

const station = (conditioning: string): Station => ({
  recipe: { model: "m", conditioning, noise: "noise(1)", steps: 4, guidance_scale: 1, steering: [] },
  source: {},
  recipe_id: "",
  image: null,
});
const leg = (seconds: number) => ({ curve: "arc", seconds, parts: {} }) as const;
const picture = { url: "/a.png", sha256: "a", width: 1, height: 1 };

describe("addresses", () => {
  it("says again what was written", () => {
    const stations = [{ render: "abc" }, { map: "m", x: 1, y: -2 }, { prompt: 'a "b" & c' }];
    const query = journeyAddress(stations).split("?")[1] ?? "";
    expect(readWish(query)).toEqual({ stations, loop: false });
  });

  it("reads renders, points and paths", () => {
    expect(readWish("renders=a,b&loop=1&title=x")).toEqual({
      stations: [{ render: "a" }, { render: "b" }],
      loop: true,
      title: "x",
    });
    expect(readWish("map=m&points=3,4,x")?.stations).toEqual([
      { map: "m", point: 3 },
      { map: "m", point: 4 },
    ]);
    expect(readWish("map=m&path=0,0;4,0")?.stations).toEqual([
      { map: "m", x: 0, y: 0 },
      { map: "m", x: 4, y: 0 },
    ]);
  });

  it("takes nothing from an address that says nothing", () => {
    for (const query of ["", "stations=%7B", "stations=3", "stations=[1]", "map=m&path=a,b"])
      expect(readWish(query)).toBeNull();
  });
});

describe("a stroke", () => {
  it("becomes places at equal distances, both ends among them", () => {
    const found = resampled(
      [
        [0, 0],
        [1, 0],
        [1, 0],
        [4, 0],
        [4, 4],
        [5, 4],
        [5, 5],
        [5, 7],
        [5, 8],
      ],
      7,
    );
    expect(found[0]).toEqual([0, 0]);
    expect(found.at(-1)).toEqual([5, 8]);
    expect(found).toHaveLength(7);
    expect(found[1]).toEqual([13 / 6, 0]);
  });

  it("that stays where it is makes one station", () => {
    expect(
      resampled([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([[1, 1]]);
    expect(resampled([])).toEqual([]);
  });
});

describe("editing", () => {
  it("moves a station", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(moved(["a"], 3, 0)).toEqual(["a"]);
  });

  it("joins the legs beside a station that is taken away", () => {
    const legs = [leg(1), leg(2), leg(3)];
    expect(legsWithout(legs, 1).map((one) => one.seconds)).toEqual([3, 3]);
    expect(legsWithout(legs, 0).map((one) => one.seconds)).toEqual([2, 3]);
    expect(legsWithout(legs, 3).map((one) => one.seconds)).toEqual([1, 2]);
  });

  it("turns beats into seconds", () => {
    expect(secondsOf(4, 120)).toBe(2);
    expect(secondsOf(4, 2)).toBe(120);
  });
});

describe("words of a station", () => {
  it("are its prompt, else the first words of its expression", () => {
    expect(wordsOf(station('"smiling cat"'))).toBe("smiling cat");
    expect(wordsOf(station('mix("a \\"b\\"", "c"; 0.5, 0.5)'))).toBe('a "b" …');
    expect(wordsOf(station(""))).toBe("");
  });
});

describe("frames in time", () => {
  const at = (place: number): Sample => ({ place, image: picture });
  const walk = journey({
    ready: true,
    total_s: 2,
    schedule: { fps: 2, places: [0, 0.5, 0.6, 1] },
    outlook: { samples: [at(0), at(1), { place: 0.4, image: null }], even: [at(0.5)] },
  });

  it("are those that are there, in order", () => {
    expect(framesOf(walk).map((one) => one.place)).toEqual([0, 0.5, 1]);
    expect(framesOf({ ...walk, outlook: null } as Journey)).toEqual([]);
  });

  it("are found by the nearest place", () => {
    const frames = framesOf(walk);
    expect(nearest(frames, 0.2)?.place).toBe(0);
    expect(nearest(frames, 0.3)?.place).toBe(0.5);
    expect(nearest(frames, 9)?.place).toBe(1);
    expect(nearest([], 0)).toBeNull();
  });

  it("follow the schedule from end to end", () => {
    expect([0, 0.7, 2].map((second) => placeAt(walk, second))).toEqual([0, 0.5, 1]);
  });
});
