/** What the parts of the Atlas may ask of the page. */

export interface Host {
  /** Something that is drawn around the map has changed. */
  changed(): void;
  /** The view has changed: the address is to follow. */
  remember(): void;
  failed(error: unknown, again?: () => void): void;
}
