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

export const tellMade = (render: string): void => {
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
