/** A style is just words at the end of the prompt: "smiling cat, noto style". */

function split(prompt: string, styles: readonly string[]): [string, string | null] {
  const match = /^(.*?)(?:,\s*|^)([^,]+?)\s+style\s*$/i.exec(prompt);
  const named = match?.[2]?.trim().toLowerCase();
  const style = styles.find((known) => known.toLowerCase() === named);
  return match && style !== undefined ? [(match[1] ?? "").replace(/[,\s]+$/, ""), style] : [prompt, null];
}

export const styleOf = (prompt: string, styles: readonly string[]): string | null => split(prompt, styles)[1];

export function withStyle(prompt: string, styles: readonly string[], style: string | null): string {
  const [words] = split(prompt, styles);
  const bare = words.replace(/[,\s]+$/, "");
  if (style === null) return bare;
  return bare === "" ? `${style} style` : `${bare}, ${style} style`;
}
