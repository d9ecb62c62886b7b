/** The words of the journeys pages, in both languages. */

export const journeysEn = {} as const;

export const journeysJa: Record<keyof typeof journeysEn, string> = {};
