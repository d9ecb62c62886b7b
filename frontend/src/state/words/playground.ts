/** The words of the playground pages, in both languages. */

export const playgroundEn = {} as const;

export const playgroundJa: Record<keyof typeof playgroundEn, string> = {};
