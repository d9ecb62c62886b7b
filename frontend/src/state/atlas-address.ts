/** What the Atlas shows, in the address bar: it can be sent to a friend. Pure: strings in, values out. */

export interface AtlasAddress {
  /** Null: the first map of the server. */
  readonly map: string | null;
  readonly camera: { readonly x: number; readonly y: number; readonly zoom: number } | null;
  readonly colour: string | null;
  /** What the column `along` measures: an expression, or `#12`. */
  readonly along: string;
  /** How the list is ordered by the colours; null: the middle of the view first. */
  readonly order: "up" | "down" | null;
  readonly point: number | null;
  readonly words: string;
  /** The name of a kept group that is chosen. */
  readonly group: string | null;
  /** A few chosen points without a name. */
  readonly chosen: readonly number[];
  /** More of them: the id under which the server keeps them. */
  readonly set: string | null;
  /** Filters as text: `column:1.4.7` or `column:10-200`. */
  readonly filters: readonly string[];
  /** A second map beside the first one. */
  readonly beside: string | null;
  readonly layers: readonly string[];
}

/** A longer list of points is kept by the server. */
export const MOST_CHOSEN = 300;

const short = (value: number, digits = 4): string => String(Number(value.toFixed(digits)));

function figure(search: URLSearchParams, name: string): number | null {
  const value = search.get(name);
  if (value === null || value.trim() === "") return null;
  const read = Number(value);
  return Number.isFinite(read) ? read : null;
}

/** Numbers → their distances in base 36: `0 1 2 40` is `0.1.1.12`. */
export function packNumbers(numbers: readonly number[]): string {
  let last = 0;
  return [...numbers]
    .sort((a, b) => a - b)
    .map((n) => {
      const step = (n - last).toString(36);
      last = n;
      return step;
    })
    .join(".");
}

/** The numbers again, the first `most` of them. */
export function unpackNumbers(packed: string, most = MOST_CHOSEN): number[] {
  if (!/^[0-9a-z]+(\.[0-9a-z]+)*$/.test(packed)) return [];
  let last = 0;
  return packed
    .split(".")
    .slice(0, most)
    .map((step) => {
      last += Number.parseInt(step, 36);
      return last;
    })
    .filter(Number.isSafeInteger);
}

export function readAtlas(query: string): AtlasAddress {
  const search = new URLSearchParams(query);
  const [x, y, zoom] = [figure(search, "x"), figure(search, "y"), figure(search, "z")];
  const point = figure(search, "n");
  return {
    map: search.get("map"),
    camera: x !== null && y !== null && zoom !== null ? { x, y, zoom } : null,
    colour: search.get("colour"),
    along: (search.get("along") ?? "").slice(0, 20_000),
    order: (["up", "down"] as const).find((order) => order === search.get("order")) ?? null,
    point: point !== null && Number.isInteger(point) && point >= 0 ? point : null,
    words: search.get("q") ?? "",
    group: search.get("group"),
    chosen: unpackNumbers(search.get("s") ?? ""),
    set: search.get("set"),
    filters: search.getAll("f"),
    beside: search.get("beside"),
    layers: (search.get("layers") ?? "").split(".").filter((name) => name !== ""),
  };
}

export function writeAtlas(state: Partial<AtlasAddress>): string {
  const search = new URLSearchParams();
  if (state.map) search.set("map", state.map);
  if (state.camera) {
    search.set("x", short(state.camera.x));
    search.set("y", short(state.camera.y));
    search.set("z", short(state.camera.zoom, 2));
  }
  if (state.colour) search.set("colour", state.colour);
  if (state.along) search.set("along", state.along);
  if (state.order) search.set("order", state.order);
  if (state.point !== null && state.point !== undefined) search.set("n", String(state.point));
  if (state.words) search.set("q", state.words);
  if (state.group) search.set("group", state.group);
  else if (state.chosen && state.chosen.length > 0 && state.chosen.length <= MOST_CHOSEN)
    search.set("s", packNumbers(state.chosen));
  else if (state.set) search.set("set", state.set);
  for (const filter of state.filters ?? []) search.append("f", filter);
  if (state.beside) search.set("beside", state.beside);
  if (state.layers && state.layers.length > 0) search.set("layers", state.layers.join("."));
  return search.toString();
}
