/** What a new map is asked for in: its id, and the ends of its axes. */

export type End = string | number | { readonly column: string; readonly value: string };

const PLAIN = /^[\p{L}\p{N} ,.'’・ー-]+$/u;
const ROW = /^\d+$/;
const VALUE = /^([^="]+)=([^="]*)$/;

const bare = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48);

/** An id for a title that nobody has; titles without Latin letters are told apart by a number. */
export function slug(title: string, taken: readonly string[] = []): string {
  if (title.trim() === "") return "";
  const first = bare(title) || "map";
  let [id, n] = [first, 2];
  while (taken.includes(id)) id = `${first}-${n++}`;
  return id;
}

/** What somebody wrote for an end: words are quoted, `column = value` and (in tables) rows are themselves. */
export function endOf(written: string, table: boolean): End | null {
  const said = written.trim();
  if (said === "") return null;
  const value = VALUE.exec(said);
  if (value?.[1] && value[2] !== undefined && !said.includes("("))
    return { column: value[1].trim(), value: value[2].trim() };
  if (table) return ROW.test(said) ? Math.max(0, Number(said) - 1) : null;
  return PLAIN.test(said) ? `"${said}"` : said;
}

/** Seeds as people write them: numbers, and 0..9 for all of them between. */
export function seedsOf(written: string): readonly number[] {
  const found = written.split(/[\s,、]+/).flatMap((piece) => {
    const range = /^(\d+)\.\.(\d+)$/.exec(piece);
    if (!range) return /^\d+$/.test(piece) ? [Number(piece)] : [];
    const [low, high] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(0, Math.min(1000, high - low + 1)) }, (_, n) => low + n);
  });
  return [...new Set(found)];
}
