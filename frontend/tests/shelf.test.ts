import { describe, expect, it } from "vitest";
import type { Shelf, ShelfModel } from "@/api/shelf";
import { shares } from "@/state/shelf-watch";

const model = (id: string, bytes_needed: number, state: ShelfModel["state"] = "ready"): ShelfModel => ({
  id,
  card: null,
  state,
  error: null,
  bytes_needed,
  origin: { kind: "folder", name: id },
  removable: true,
  loras: [],
});
const shelf = (items: readonly ShelfModel[], used: number | null, free: number | null): Shelf => ({
  items,
  used_bytes: used,
  free_bytes: free,
  hub_allowed: false,
});

describe("the bar of memory", () => {
  it("shows what each loaded model takes, and what else is used", () => {
    const found = shares(shelf([model("a", 20), model("b", 10), model("c", 99, "cold")], 50, 50));
    expect(found?.models).toEqual([
      { id: "a", share: 0.2 },
      { id: "b", share: 0.1 },
    ]);
    expect(found?.rest).toBeCloseTo(0.2);
  });

  it("never shows more than is used, however large the estimates are", () => {
    const found = shares(shelf([model("a", 300), model("b", 100)], 40, 60));
    expect(found?.models.map((one) => one.share)).toEqual([0.3, 0.1].map((share) => expect.closeTo(share)));
    expect(found?.rest).toBe(0);
  });

  it("is not drawn while nobody knows", () => {
    expect(shares(shelf([], null, 5))).toBeNull();
    expect(shares(shelf([], 0, 0))).toBeNull();
  });
});
