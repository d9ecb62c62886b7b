/** The expressions that were tried in this browser, newest first, each once. */

const KEY = "rashin.expressions";
const MOST = 40;

export interface Tried {
  readonly expression: string;
  readonly mode: "pictures" | "words";
}

export function tried(): readonly Tried[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter(
      (one): one is Tried =>
        typeof one?.expression === "string" && (one.mode === "words" || one.mode === "pictures"),
    );
  } catch {
    return [];
  }
}

export function rememberTried(next: Tried): readonly Tried[] {
  const rest = tried().filter((one) => one.expression !== next.expression);
  const all = [next, ...rest].slice(0, MOST);
  localStorage.setItem(KEY, JSON.stringify(all));
  return all;
}
