/** The server counts characters, the browser counts UTF-16 units: 𝕏 is one of the former and two of the latter. */

export const toUnits = (source: string, characters: number): number =>
  [...source].slice(0, characters).join("").length;

export const toCharacters = (source: string, units: number): number => [...source.slice(0, units)].length;

/** From a place to the end of what stands there: a word, a string, a number, one sign. */
export function pieceAt(source: string, position: number): readonly [number, number] {
  const start = Math.min(toUnits(source, position), source.length);
  const rest = source.slice(start);
  const found =
    /^(?:"(?:[^"\\]|\\.)*"?|「[^」]*」?|『[^』]*』?|“[^”]*”?|＂[^＂]*＂?|[@＠]?[\p{L}\p{N}_.-]+(?:[(（])?|\s*\S)/u.exec(
      rest,
    );
  return [start, start + (found?.[0].length ?? 0)];
}

/** An expression with characters [start, end) replaced. */
export const mended = (source: string, fix: { start: number; end: number; text: string }): string =>
  [...source].slice(0, fix.start).join("") + fix.text + [...source].slice(fix.end).join("");
