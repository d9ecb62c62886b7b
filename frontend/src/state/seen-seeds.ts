/** The seeds that were drawn in this tab, newest first, each with its picture: the way back after a roll. */

export interface SeenSeed {
  readonly seed: number;
  readonly url: string;
}

const STORE = "rashin.seeds";
const MOST = 12;

/** The list with one more at the front; a seed that is there already moves to the front. */
export const withSeed = (seen: readonly SeenSeed[], one: SeenSeed): readonly SeenSeed[] =>
  [one, ...seen.filter((known) => known.seed !== one.seed)].slice(0, MOST);

export function readSeeds(kept: string | null): readonly SeenSeed[] {
  try {
    const value: unknown = JSON.parse(kept ?? "[]");
    if (!Array.isArray(value)) return [];
    return value
      .filter((one: Partial<SeenSeed> | null) => Number.isInteger(one?.seed) && typeof one?.url === "string")
      .filter((one: SeenSeed) => one.url.startsWith("/api/"))
      .slice(0, MOST) as SeenSeed[];
  } catch {
    return [];
  }
}

export const seenSeeds = (): readonly SeenSeed[] => readSeeds(sessionStorage.getItem(STORE));

export function rememberSeed(one: SeenSeed): readonly SeenSeed[] {
  const seen = withSeed(seenSeeds(), one);
  sessionStorage.setItem(STORE, JSON.stringify(seen));
  return seen;
}
