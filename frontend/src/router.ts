/** Which page is shown at which address. A page is one file in `pages/`; nothing else lists it. */

import type { Key } from "@/state/dictionary.en";

export interface Page {
  readonly path: string;
  readonly title: Key;
  /** Place in the navigation. */
  readonly order: number;
  mount(root: HTMLElement): () => void;
}

const files = import.meta.glob<{ page: Page }>("./pages/*.ts", { eager: true });

export const pages: readonly Page[] = Object.values(files)
  .map((file) => file.page)
  .sort((a, b) => a.order - b.order);

export const pageAt = (path: string): Page | undefined =>
  pages.find((page) => page.path === (path.replace(/\/+$/, "") || "/"));
