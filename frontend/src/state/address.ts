/** State in the address bar: what is seen can be sent to a friend. Pure: strings in, values out. */

export interface AtlasAddress {
  readonly camera: { readonly x: number; readonly y: number; readonly zoom: number } | null;
  readonly colour: string | null;
  readonly point: number | null;
  readonly words: string;
}

const short = (value: number, digits = 4): string => String(Number(value.toFixed(digits)));

function figure(search: URLSearchParams, name: string): number | null {
  const value = search.get(name);
  if (value === null || value.trim() === "") return null;
  const read = Number(value);
  return Number.isFinite(read) ? read : null;
}

export function readAtlas(query: string): AtlasAddress {
  const search = new URLSearchParams(query);
  const [x, y, zoom] = [figure(search, "x"), figure(search, "y"), figure(search, "z")];
  const point = figure(search, "n");
  return {
    camera: x !== null && y !== null && zoom !== null ? { x, y, zoom } : null,
    colour: search.get("colour"),
    point: point !== null && Number.isInteger(point) && point >= 0 ? point : null,
    words: search.get("q") ?? "",
  };
}

export function writeAtlas(state: AtlasAddress): string {
  const search = new URLSearchParams();
  if (state.camera) {
    search.set("x", short(state.camera.x));
    search.set("y", short(state.camera.y));
    search.set("z", short(state.camera.zoom, 2));
  }
  if (state.colour !== null) search.set("colour", state.colour);
  if (state.point !== null) search.set("n", String(state.point));
  if (state.words !== "") search.set("q", state.words);
  return search.toString();
}

/** Put a query into the address without a new history entry; `lang` stays. */
export function replaceQuery(query: string): void {
  const lang = new URLSearchParams(location.search).get("lang");
  const parts = [query, lang === null ? "" : `lang=${lang}`].filter((part) => part !== "");
  const address = parts.length > 0 ? `${location.pathname}?${parts.join("&")}` : location.pathname;
  if (address !== location.pathname + location.search) history.replaceState(history.state, "", address);
}
