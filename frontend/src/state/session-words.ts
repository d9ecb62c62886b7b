/** What an act did, read from where the page stood before and after it. Pure: addresses in, changes out. */

export interface Change {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Parts of an address that say how somebody looks, not what they did. */
const LOOKS = new Set(["lang", "x", "y", "z"]);
const HOME = "http://rashin.invalid";

function parts(address: string): { page: string; values: Map<string, string> } {
  const url = new URL(address, HOME);
  const values = new Map<string, string>();
  for (const [name, value] of url.searchParams)
    values.set(name, values.has(name) ? `${values.get(name)}, ${value}` : value);
  return { page: url.pathname, values };
}

/** The address without what is only a way of looking, for telling whether something was done. */
export function meaning(address: string): string {
  const url = new URL(address, HOME);
  for (const name of LOOKS) url.searchParams.delete(name);
  url.searchParams.sort();
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
  const names = [...new Set([...now.values.keys(), ...old.keys()])].filter((name) => !LOOKS.has(name));
  return names
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.values.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** A kind for an act that was only seen in the address. */
export function kindOf(before: string | null, after: string): string {
  if (before === null || pageOf(before) !== pageOf(after)) return "page";
  const names = changes(before, after).map((change) => change.name);
  if (names.some((name) => name === "s" || name === "group" || name === "f" || name === "n")) return "select";
  if (names.some((name) => name.startsWith("d.") || name.startsWith("l.") || name === "t")) return "slider";
  if (names.some((name) => name === "prompt" || name === "q" || name === "e" || name === "negative"))
    return "words";
  return "knob";
}
