/** What the playground shows, in the address bar. Pure: strings in, values out. */

export type Mode = "pictures" | "words";

export interface PlaygroundState {
  readonly expression: string;
  readonly model: string | null;
  readonly mode: Mode;
  readonly seed: number;
}

export const FIRST_SEED = 7;

export interface Example {
  readonly expression: string;
  readonly mode: Mode;
}

/** Something to begin with; every one of them was tried with the embedded model. */
export const EXAMPLES: readonly Example[] = [
  {
    expression: '"grinning cat, noto style" - "grinning face, noto style" + "crying face, noto style"',
    mode: "pictures",
  },
  { expression: '"prince, noto style" - "man, noto style" + "woman, noto style"', mode: "pictures" },
  { expression: '"cat face, noto style" + 0.9 * dir("cat-dog")', mode: "pictures" },
  { expression: '"red heart, noto style" + dir("red-blue")', mode: "pictures" },
  {
    expression: 'slerp("grinning face, noto style", "crying face, noto style", 0.5)',
    mode: "pictures",
  },
  { expression: '"old man, noto style" + 1.2 * remove(dir("gender"), dir("age"))', mode: "pictures" },
  { expression: "slerp(noise(7), noise(8), 0.4)", mode: "pictures" },
  { expression: '"king" - "man" + "woman"', mode: "words" },
  { expression: '"smiling cat" - "smile" + "face"', mode: "words" },
  { expression: '"Paris" - "France" + "Japan"', mode: "words" },
];

const AT_FIRST: Example = EXAMPLES[0] ?? { expression: '"cat"', mode: "pictures" };

/** An example as it stands on a button: the style goes without saying. */
export const inShort = (expression: string): string => expression.replaceAll(", noto style", "");

export function readPlayground(query: string): PlaygroundState {
  const search = new URLSearchParams(query);
  const expression = search.get("e");
  const seed = Number(search.get("seed") ?? FIRST_SEED);
  const mode = search.get("as");
  return {
    expression: expression ?? AT_FIRST.expression,
    model: search.get("model"),
    mode: mode === "words" || mode === "pictures" ? mode : AT_FIRST.mode,
    seed: Number.isSafeInteger(seed) && seed >= 0 ? seed : FIRST_SEED,
  };
}

export function writePlayground(state: PlaygroundState): string {
  const search = new URLSearchParams({ e: state.expression });
  if (state.model !== null) search.set("model", state.model);
  if (state.mode !== AT_FIRST.mode) search.set("as", state.mode);
  if (state.seed !== FIRST_SEED) search.set("seed", String(state.seed));
  return search.toString();
}
