/** The words of the pages where pictures are kept, in both languages. */

export const keepingEn = {
  "nav.scrub": "Steps",
} as const;

export const keepingJa: Record<keyof typeof keepingEn, string> = {
  "nav.scrub": "ステップ",
};
