/** Tells whoever wants to know that a picture was made or marked through this page. */

import type { Words } from "./types";

export interface MarksOf {
  readonly starred?: boolean;
  readonly folder?: string | null;
  readonly deleted?: boolean;
}

export interface Marked {
  readonly kind?: "marks";
  readonly render: string;
  readonly before: MarksOf;
  readonly after: MarksOf;
}

/** A region of a map that was given a name, or its computed one (null) back. */
export interface Named {
  readonly kind: "label";
  readonly map: string;
  readonly version: string;
  readonly layer: number;
  readonly label: number;
  readonly before: Partial<Words> | null;
  readonly after: Partial<Words> | null;
}

/** A group before and after an act; null is a group that is not there. */
export interface Grouped {
  readonly kind: "group";
  readonly group: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What was said of a journey before and after an act. */
export interface Walked {
  readonly kind: "journey";
  readonly journey: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export type Effect = Marked | Grouped | Named | Walked;

const news = new EventTarget();
let under = 0;

/** Whether a picture that was asked for is still on its way. */
export const isMaking = (): boolean => under > 0;

export interface Made {
  readonly render: string;
  /** Somebody asked for this picture itself; it did not merely follow from a change of the view. */
  readonly alone: boolean;
}

/** Wait for a picture, and tell that it was made; `idOf` answers null for one that was not. */
export async function making<T>(
  work: () => Promise<T>,
  idOf: (made: T) => string | null,
  alone = false,
): Promise<T> {
  under++;
  try {
    const made = await work();
    const id = idOf(made);
    if (id !== null) tellMade({ render: id, alone });
    return made;
  } finally {
    under--;
  }
}

const tellMade = (made: Made): void => {
  news.dispatchEvent(new CustomEvent("made", { detail: made }));
};

export const tellMarked = (marks: readonly Marked[]): void => {
  if (marks.length > 0) news.dispatchEvent(new CustomEvent("marked", { detail: marks }));
};

/** Tell what else was changed; the address may follow, and both are one act. */
export const tellChanged = (effect: Grouped | Named | Walked): void => {
  news.dispatchEvent(new CustomEvent("changed", { detail: effect }));
};

export function onChanged(heard: (effect: Effect) => void): () => void {
  const listener = (event: Event): void => heard((event as CustomEvent<Effect>).detail);
  news.addEventListener("changed", listener);
  return () => news.removeEventListener("changed", listener);
}

export function onMade(heard: (made: Made) => void): () => void {
  const listener = (event: Event): void => heard((event as CustomEvent<Made>).detail);
  news.addEventListener("made", listener);
  return () => news.removeEventListener("made", listener);
}

export function onMarked(heard: (marks: readonly Marked[]) => void): () => void {
  const listener = (event: Event): void => heard((event as CustomEvent<readonly Marked[]>).detail);
  news.addEventListener("marked", listener);
  return () => news.removeEventListener("marked", listener);
}
