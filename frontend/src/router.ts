/** Which page is shown at which address. A page is one file in `pages/`; nothing else lists it. */

import type { IconName } from "@/controls/icons";
import type { Key } from "@/state/dictionary.en";

export interface Page {
  readonly path: string;
  readonly title: Key;
  /** Place in the navigation. */
  readonly order: number;
  /** Shown beside the title where the navigation is a bar of thumbs' reach. */
  readonly icon?: IconName;
  /** The page reads its address again by itself when somebody goes back or forth within it. */
  readonly rereads?: boolean;
  /** The page draws its own first heading. */
  readonly headed?: boolean;
  mount(root: HTMLElement): () => void;
}

const files = import.meta.glob<{ page: Page }>("./pages/*.ts", { eager: true });

export const pages: readonly Page[] = Object.values(files)
  .map((file) => file.page)
  .sort((a, b) => a.order - b.order);

export const pageAt = (path: string): Page | undefined =>
  pages.find((page) => page.path === (path.replace(/\/+$/, "") || "/"));
