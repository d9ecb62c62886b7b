/** Tells whoever wants to know that a picture was made or marked through this page. */

export interface MarksOf {
  readonly starred?: boolean;
  readonly folder?: string | null;
  readonly deleted?: boolean;
}

export interface Marked {
  readonly render: string;
  readonly before: MarksOf;
  readonly after: MarksOf;
}

const news = new EventTarget();
let under = 0;

/** Whether a picture that was asked for is still on its way. */
export const isMaking = (): boolean => under > 0;

/** Wait for a picture, and tell that it was made; `idOf` answers null for one that was not. */
export async function making<T>(work: () => Promise<T>, idOf: (made: T) => string | null): Promise<T> {
  under++;
  try {
    const made = await work();
    const id = idOf(made);
    if (id !== null) tellMade(id);
    return made;
  } finally {
    under--;
  }
}

const tellMade = (render: string): void => {
  news.dispatchEvent(new CustomEvent("made", { detail: render }));
};

export const tellMarked = (marks: readonly Marked[]): void => {
  if (marks.length > 0) news.dispatchEvent(new CustomEvent("marked", { detail: marks }));
};

export function onMade(heard: (render: string) => void): () => void {
  const listener = (event: Event): void => heard((event as CustomEvent<string>).detail);
  news.addEventListener("made", listener);
  return () => news.removeEventListener("made", listener);
}

export function onMarked(heard: (marks: readonly Marked[]) => void): () => void {
  const listener = (event: Event): void => heard((event as CustomEvent<readonly Marked[]>).detail);
  news.addEventListener("marked", listener);
  return () => news.removeEventListener("marked", listener);
}
