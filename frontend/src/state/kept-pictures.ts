/** The kept pictures that are on the page: pages of them, what is done to them, and how it is undone. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import * as api from "@/api/history";
import { type Marked, tellMarked } from "@/api/made";
import type { Render } from "@/api/types";
import { belongs, EVERYTHING, putBack, withNews } from "./history-state";

const PAGE = 100;
const AGAIN_MS = 1500;
/** As many marks as the server takes at once. */
const AT_ONCE = 1000;

const unfinished = (one: Render): boolean => one.state === "queued" || one.state === "running";

/** Thousands are held at once: what made them is asked for when one is looked at. */
const light = (one: Render): Render => ({ ...one, environment: null });

/** The marks of a picture that `marks` is about, as they are now. */
function asTheyAre(one: Render, marks: api.Marks): api.Marks {
  return {
    ...(marks.starred !== undefined && { starred: one.starred }),
    ...(marks.folder !== undefined && { folder: one.folder }),
    ...(marks.deleted !== undefined && { deleted: one.deleted }),
  };
}

/** What was shown when somebody went to another page, for when they come back. */
export interface Remembered {
  readonly query: api.HistoryQuery;
  readonly items: readonly Render[];
  readonly next: string | null;
}

export class KeptPictures implements ReactiveController {
  items: readonly Render[] = [];
  /** Newcomers that wait to be shown, so that nothing moves under a hand. */
  arrived: readonly Render[] = [];
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

  get remembered(): Remembered {
    return { query: this.query, items: this.items, next: this.next };
  }

  /** Show at once what was shown before, and then what is new about it. */
  recall(from: Remembered): void {
    this.query = from.query;
    this.items = from.items;
    this.next = from.next;
    this.told = true;
    this.asked = new AbortController();
    void this.refresh();
    void this.countFolders();
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
      const fresh = page.items.filter((one) => !known.has(one.id)).map(light);
      this.items = cursor === null ? fresh : [...this.items, ...fresh];
      if (cursor === null) this.arrived = [];
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
      const { shown, arrived } = withNews(this.items, page.items.map(light));
      this.items = shown;
      this.arrived = arrived;
      if (shown.length === 0) this.welcome();
      this.host.requestUpdate();
    } catch {
      // The next look will tell; nothing that was shown is lost.
    }
    this.again();
  }

  /** Show the newcomers. */
  welcome(): void {
    this.items = [...this.arrived, ...this.items];
    this.arrived = [];
    this.host.requestUpdate();
  }

  private again(): void {
    clearTimeout(this.timer);
    if ([...this.arrived, ...this.items.slice(0, PAGE)].some(unfinished))
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
    const wanted = new Set(ids);
    const chosen = before.filter((one) => wanted.has(one.id));
    const past = new Map(chosen.map((one) => [one.id, asTheyAre(one, marks)]));
    this.show(chosen.map((one) => ({ ...one, ...marks })));
    const putAsBefore = (): void => {
      const returned = chosen.map((one) => ({ ...one, ...past.get(one.id) }));
      this.items = putBack(before, this.items, returned);
      this.show(returned);
    };
    const done = chosen.map(
      (one): Marked => ({ render: one.id, before: past.get(one.id) ?? {}, after: marks }),
    );
    try {
      await this.send(ids, marks);
    } catch (error) {
      putAsBefore();
      throw error;
    }
    tellMarked(done);
    return async () => {
      putAsBefore();
      for (const [said, some] of bunched(chosen, (one) => JSON.stringify(past.get(one.id))))
        await this.send(
          some.map((one) => one.id),
          JSON.parse(said) as api.Marks,
        );
      tellMarked(done.map(({ render, before, after }) => ({ render, before: after, after: before })));
    };
  }

  private async send(ids: readonly string[], marks: api.Marks): Promise<void> {
    try {
      for (let from = 0; from < ids.length; from += AT_ONCE)
        await api.markMany(ids.slice(from, from + AT_ONCE), marks);
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

  /** Give a folder another name; null removes it and keeps its pictures. */
  async renameFolder(name: string, to: string | null): Promise<void> {
    this.folders = await api.renameFolder(name, to);
    this.items = this.items.map((one) => (one.folder === name ? { ...one, folder: to } : one));
    this.host.requestUpdate();
  }

  /** Remove what lies in the trash for good; answers how many pictures are gone. */
  async emptyTrash(): Promise<number> {
    const removed = await api.emptyTrash();
    await this.look(this.query);
    return removed;
  }
}

function bunched<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const bunches = new Map<string, T[]>();
  for (const item of items) bunches.set(key(item), [...(bunches.get(key(item)) ?? []), item]);
  return bunches;
}
