/** What an act did, read from where the page stood before and after it. Pure: addresses in, changes out. */

export interface Change {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Parts of an address that say how somebody looks, not what they did: where a map is scrolled to, a picture seen large. */
const LOOKS: Readonly<Record<string, readonly string[]>> = {
  "/": ["x", "y", "z"],
  "/history": ["open"],
  "/sweeps": ["cell"],
};
const looksAt = (page: string, name: string): boolean =>
  name === "lang" || (LOOKS[page]?.includes(name) ?? false);
const HOME = "http://rashin.invalid";

function parts(address: string): { page: string; values: Map<string, string> } {
  const url = new URL(address, HOME);
  const values = new Map<string, string>();
  for (const [name, value] of url.searchParams)
    for (const [inner, said] of name === "recipe" ? spread(value) : [[name, value] as const])
      values.set(inner, values.has(inner) ? `${values.get(inner)}, ${said}` : said);
  return { page: url.pathname, values };
}

/** What a recipe in an address says, one by one. */
function spread(json: string): readonly (readonly [string, string])[] {
  try {
    const said: unknown = JSON.parse(json);
    if (typeof said !== "object" || said === null) return [];
    return Object.entries(said).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
  } catch {
    return [];
  }
}

/** The address without what is only a way of looking, for telling whether something was done. */
export function meaning(address: string): string {
  const url = new URL(address, HOME);
  for (const name of [...url.searchParams.keys()])
    if (looksAt(url.pathname, name)) url.searchParams.delete(name);
  url.searchParams.sort();
  return url.pathname + url.search;
}

/** The address without what lies over the page: whoever goes back to it wants to go on from there. */
export function uncovered(address: string): string {
  const url = new URL(address, HOME);
  for (const name of ["open", "cell"]) if (looksAt(url.pathname, name)) url.searchParams.delete(name);
  return url.pathname + url.search;
}

/** The address to remember: all of it but the language, which belongs to the reader. */
export function remembered(address: string): string {
  const url = new URL(address, HOME);
  url.searchParams.delete("lang");
  return url.pathname + url.search;
}

export const pageOf = (address: string): string => parts(address).page;

/** What is different; everything that is said, where the page is another one or there was none before. */
export function changes(before: string | null, after: string): readonly Change[] {
  const now = parts(after);
  const past = before === null ? null : parts(before);
  const old = past && past.page === now.page ? past.values : new Map<string, string>();
  const names = [...new Set([...now.values.keys(), ...old.keys()])].filter(
    (name) => !looksAt(now.page, name),
  );
  return names
    .sort((one, two) => Number(isWords(two)) - Number(isWords(one)))
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.values.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

const isWords = (name: string): boolean => ["prompt", "q", "e", "negative"].includes(name);

/** A kind for an act that was only seen in the address. */
export function kindOf(before: string | null, after: string): string {
  if (before === null || pageOf(before) !== pageOf(after)) return "page";
  const names = changes(before, after).map((change) => change.name);
  if (
    names.some((name) => name === "s" || name === "set" || name === "group" || name === "f" || name === "n")
  )
    return "select";
  if (names.some((name) => name.startsWith("d.") || name.startsWith("l.") || name === "t")) return "slider";
  if (names.some(isWords)) return "words";
  return "knob";
}
