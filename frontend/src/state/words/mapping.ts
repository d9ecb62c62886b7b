/** The words of the mapping pages, in both languages. */

export const mappingEn = {} as const;

export const mappingJa: Record<keyof typeof mappingEn, string> = {};
