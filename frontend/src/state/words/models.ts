/** The words of the models pages, in both languages. */

export const modelsEn = {} as const;

export const modelsJa: Record<keyof typeof modelsEn, string> = {};
