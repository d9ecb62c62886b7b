/**
 * What somebody asked in the one box: words, an expression, or a query about recipes. Pure.
 *
 * An expression has a sign of the language in it (a call, a quoted prompt, `@name`); a query names fields, as in
 * `model:emoji-vector seed:7`; everything else is words, where `−` before a word means "less of that".
 */

export type Question =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "expression"; readonly expression: string }
  | { readonly kind: "query"; readonly query: string };

/** Fields of recipes that can be asked for. */
export const FIELDS = ["model", "seed", "steps", "guidance", "sampler", "prompt", "style", "group"] as const;

const QUERY = /(^|\s)(model|seed|steps|guidance|sampler|prompt|style|group)[:<>=]\S/i;
const CALL = /[a-z_]\w*\s*\(/i;
const QUOTED = /"[^"]*"/;
const NAMED = /(^|[\s(+\-*,])@[a-z0-9]/i;
const LESS = /(^|\s)[-−–]\s?(?=[^\s\d-])/;

export function asked(text: string): Question | null {
  const said = text.trim();
  if (said === "") return null;
  if (CALL.test(said) || QUOTED.test(said) || NAMED.test(said))
    return { kind: "expression", expression: said };
  if (QUERY.test(said)) return { kind: "query", query: said };
  const [more = "", ...less] = said.split(LESS).filter((part) => part.trim() !== "");
  if (less.length === 0 || !LESS.test(said)) return { kind: "words", words: said };
  // "harbour −boats": the arrow from the plain word to what is unwanted is taken away.
  const without = less.map((word) => ` - 0.6 * (${quoted(word)} - ${quoted(more)})`).join("");
  return { kind: "expression", expression: `${quoted(more)}${without}` };
}

const quoted = (words: string): string => `"${words.trim().replaceAll(/["\\]/g, "")}"`;
