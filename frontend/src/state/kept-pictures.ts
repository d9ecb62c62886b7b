/** The kept pictures that are on the page: pages of them, what is done to them, and how it is undone. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import * as api from "@/api/history";
import type { Render } from "@/api/types";
import { belongs, EVERYTHING, putBack, refreshed } from "./history-state";
import { inTurn } from "./in-turn";

const PAGE = 60;
const AGAIN_MS = 1500;

const unfinished = (one: Render): boolean => one.state === "queued" || one.state === "running";

/** The marks of a picture that `marks` is about, as they are now. */
function asTheyAre(one: Render, marks: api.Marks): api.Marks {
  return {
    ...(marks.starred !== undefined && { starred: one.starred }),
    ...(marks.folder !== undefined && { folder: one.folder }),
    ...(marks.deleted !== undefined && { deleted: one.deleted }),
  };
}

export class KeptPictures implements ReactiveController {
  items: readonly Render[] = [];
  folders: readonly api.Folder[] = [];
  next: string | null = null;
  /** Something was asked and not answered. */
  busy = false;
  /** There was an answer to the present question. */
  told = false;
  private query = EVERYTHING;
  private asked = new AbortController();
  private events = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly failed: (error: unknown) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.events = new AbortController();
    const look = () => {
      if (!document.hidden && this.told) void this.refresh();
    };
    document.addEventListener("visibilitychange", look, { signal: this.events.signal });
  }

  hostDisconnected(): void {
    this.events.abort();
    this.asked.abort();
    clearTimeout(this.timer);
  }

  /** Show what a question finds; what was shown stays until then. */
  async look(query: api.HistoryQuery): Promise<void> {
    this.query = query;
    this.told = false;
    await this.ask(null);
    void this.countFolders();
  }

  async more(): Promise<void> {
    if (this.next !== null && !this.busy) await this.ask(this.next);
  }

  private async ask(cursor: string | null): Promise<void> {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const page = await api.historyPage(this.query, PAGE, cursor, signal);
      const known = new Set(cursor === null ? [] : this.items.map((one) => one.id));
      const fresh = page.items.filter((one) => !known.has(one.id));
      this.items = cursor === null ? fresh : [...this.items, ...fresh];
      this.next = page.next;
      this.told = true;
      this.busy = false;
      this.again();
    } catch (error) {
      if (signal.aborted) return;
      this.busy = false;
      this.failed(error);
    }
    this.host.requestUpdate();
  }

  /** Look at the newest page again, without moving anything that is shown already. */
  private async refresh(): Promise<void> {
    const { signal } = this.asked;
    try {
      const page = await api.historyPage(this.query, PAGE, null, signal);
      if (signal.aborted || this.busy) return;
      this.items = refreshed(this.items, page.items);
      this.host.requestUpdate();
    } catch {
      // The next look will tell; nothing that was shown is lost.
    }
    this.again();
  }

  private again(): void {
    clearTimeout(this.timer);
    if (this.items.slice(0, PAGE).some(unfinished))
      this.timer = setTimeout(() => void this.refresh(), AGAIN_MS);
  }

  async countFolders(): Promise<void> {
    try {
      this.folders = await api.folders();
      this.host.requestUpdate();
    } catch (error) {
      this.failed(error);
    }
  }

  /** Mark pictures, on the page at once and then on the server; answers how to take it back. */
  async mark(ids: readonly string[], marks: api.Marks): Promise<() => Promise<void>> {
    const before = this.items;
    const chosen = before.filter((one) => ids.includes(one.id));
    const past = new Map(chosen.map((one) => [one.id, asTheyAre(one, marks)]));
    this.show(chosen.map((one) => ({ ...one, ...marks })));
    const back = async (of: readonly Render[]): Promise<void> => {
      const returned = of.map((one) => ({ ...one, ...past.get(one.id) }));
      this.items = putBack(before, this.items, returned);
      this.show(returned);
      await this.send(of, (one) => past.get(one.id) ?? {});
    };
    try {
      await this.send(chosen, () => marks);
    } catch (error) {
      await back(chosen).catch(() => undefined);
      throw error;
    }
    return () => back(chosen);
  }

  private async send(renders: readonly Render[], marks: (one: Render) => api.Marks): Promise<void> {
    try {
      await inTurn(renders, async (one) => {
        await api.mark(one.id, marks(one));
      });
    } finally {
      void this.countFolders();
    }
  }

  /** Pictures as they are from now on; those that belong elsewhere leave. */
  private show(changed: readonly Render[]): void {
    const news = new Map(changed.map((one) => [one.id, one]));
    this.items = this.items
      .map((one) => news.get(one.id) ?? one)
      .filter((one) => !news.has(one.id) || belongs(one, this.query));
    this.host.requestUpdate();
  }

  /** Give a folder another name: it is its pictures that carry it. */
  async renameFolder(name: string, next: string): Promise<void> {
    if (next === name) return;
    const { signal } = this.events;
    for (const trash of [false, true]) {
      const query = { ...EVERYTHING, folder: name, trash };
      let page = await api.historyPage(query, 100, null, signal);
      while (page.items.length > 0) {
        await this.send(page.items, () => ({ folder: next }));
        page = await api.historyPage(query, 100, null, signal);
      }
    }
    await this.countFolders();
  }

  /** Remove what lies in the trash for good; answers how many pictures are gone. */
  async emptyTrash(): Promise<number> {
    const removed = await api.emptyTrash();
    await this.look(this.query);
    return removed;
  }
}
