/** How any page hands stations over to the page of journeys; see docs/journeys.md. */

import type { StationInput } from "@/api/journeys";

/** At most so many stations come out of a path that was drawn. */
const MOST_DRAWN = 8;

export const journeyAddress = (stations: readonly StationInput[]): string =>
  `/journeys?${new URLSearchParams({ stations: JSON.stringify(stations) })}`;

/** Places at equal distances along a path, both ends among them. */
export function resampled(
  way: readonly (readonly [number, number])[],
  most = MOST_DRAWN,
): readonly (readonly [number, number])[] {
  const first = way[0];
  const last = way.at(-1);
  if (!first || !last) return [];
  const lengths = [0];
  for (const [at, [x, y]] of way.slice(1).entries()) {
    const [ax, ay] = way[at] ?? first;
    lengths.push((lengths[at] ?? 0) + Math.hypot(x - ax, y - ay));
  }
  const whole = lengths.at(-1) ?? 0;
  if (whole === 0) return [first];
  const count = Math.max(2, Math.min(most, way.length));
  return Array.from({ length: count }, (_, n) => {
    const goal = (whole * n) / (count - 1);
    const leg = Math.max(0, lengths.findIndex((length, at) => at > 0 && length >= goal - 1e-9) - 1);
    const [ax, ay] = way[leg] ?? first;
    const [bx, by] = way[leg + 1] ?? last;
    const long = (lengths[leg + 1] ?? 0) - (lengths[leg] ?? 0);
    const part = long === 0 ? 0 : Math.min(1, (goal - (lengths[leg] ?? 0)) / long);
    return [ax + part * (bx - ax), ay + part * (by - ay)] as const;
  });
}

function written(search: URLSearchParams): readonly StationInput[] {
  try {
    const said: unknown = JSON.parse(search.get("stations") ?? "[]");
    return Array.isArray(said) ? said.filter((one) => typeof one === "object" && one !== null) : [];
  } catch {
    return [];
  }
}

const split = (value: string | null, by: string): readonly string[] =>
  (value ?? "").split(by).filter((one) => one !== "");

/** The wish for a new journey that an address holds; null where it holds none. */
export function readWish(query: string): Readonly<Record<string, unknown>> | null {
  const search = new URLSearchParams(query);
  const map = search.get("map");
  const stations: StationInput[] = [
    ...written(search),
    ...split(search.get("renders"), ",").map((render) => ({ render })),
  ];
  if (map !== null) {
    const way = split(search.get("path"), ";").map((place) => place.split(",").map(Number));
    const places = way.flatMap(([x, y]) =>
      x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y) ? [[x, y] as const] : [],
    );
    stations.push(...resampled(places).map(([x, y]) => ({ map, x, y })));
    for (const point of split(search.get("points"), ",").map(Number))
      if (Number.isInteger(point)) stations.push({ map, point });
  }
  if (stations.length === 0) return null;
  const title = search.get("title");
  return { stations, loop: search.get("loop") === "1", ...(title !== null && { title }) };
}
