/** The words of the session pages, in both languages. */

export const sessionEn = {} as const;

export const sessionJa: Record<keyof typeof sessionEn, string> = {};
