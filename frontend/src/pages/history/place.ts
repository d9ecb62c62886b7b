/** Where somebody is in the history: the address bar as values, walked back and forth. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { HistoryQuery } from "@/api/history";
import { type HistoryAddress, readHistory, writeHistory } from "@/state/history-state";
import { leaveFor, writeQuery } from "@/state/page-address";

export const sameQuery = (a: HistoryQuery, b: HistoryQuery): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export class Place implements ReactiveController {
  address: HistoryAddress = readHistory(location.search);
  private events = new AbortController();

  /** `asked` is told when other pictures are to be shown, `moved` whenever the place is another. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly asked: () => void,
    private readonly moved: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.events = new AbortController();
    const { pathname } = location;
    const read = () => {
      if (location.pathname === pathname) this.become(readHistory(location.search));
    };
    window.addEventListener("popstate", read, { signal: this.events.signal });
  }

  hostDisconnected(): void {
    this.events.abort();
  }

  private become(address: HistoryAddress): void {
    const before = this.address;
    this.address = address;
    if (!sameQuery(before.query, address.query)) this.asked();
    this.moved();
    this.host.requestUpdate();
  }

  go(part: Partial<HistoryAddress>, how: "push" | "replace"): void {
    const address = { ...this.address, ...part };
    writeQuery(writeHistory(address), how);
    this.become(address);
  }

  /** Show what a question finds. Typing on replaces what was typed, so that going back leaves the search. */
  ask(query: HistoryQuery): void {
    const typing = query.q !== this.address.query.q && this.address.query.q !== "" && query.q !== "";
    if (!sameQuery(query, this.address.query))
      this.go({ query, open: null, compare: null }, typing ? "replace" : "push");
  }

  /** Close what lies over the grid. */
  leave(): void {
    const bare = { ...this.address, open: null, compare: null };
    leaveFor(writeHistory(bare));
    this.become(bare);
  }
}

/** Go to another page as a click on a link does. */
export function walkTo(address: string, root: DocumentFragment | HTMLElement): void {
  const link = document.createElement("a");
  link.href = address;
  root.append(link);
  link.click();
  link.remove();
}
