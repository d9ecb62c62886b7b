/** The history's address, and which of its pictures are chosen. Pure: values in, values out. */

import type { HistoryQuery } from "@/api/history";

export interface HistoryAddress {
  readonly query: HistoryQuery;
  /** The id of the picture that is looked at. */
  readonly open: string | null;
  /** Ids of the two pictures that are laid over each other. */
  readonly compare: readonly [string, string] | null;
}

export const EVERYTHING: HistoryQuery = { q: "", model: null, starred: false, folder: null, trash: false };

export function readHistory(query: string): HistoryAddress {
  const search = new URLSearchParams(query);
  const [a, b] = (search.get("compare") ?? "").split(",");
  return {
    query: {
      q: search.get("q") ?? "",
      model: search.get("model"),
      starred: search.get("starred") === "1",
      folder: search.get("folder"),
      trash: search.get("trash") === "1",
    },
    open: search.get("open"),
    compare: a && b && a !== b ? [a, b] : null,
  };
}

export function writeHistory({ query, open, compare }: HistoryAddress): string {
  const search = new URLSearchParams();
  if (query.q.trim() !== "") search.set("q", query.q.trim());
  if (query.model !== null) search.set("model", query.model);
  if (query.starred) search.set("starred", "1");
  if (query.folder !== null) search.set("folder", query.folder);
  if (query.trash) search.set("trash", "1");
  if (open !== null) search.set("open", open);
  if (compare) search.set("compare", compare.join(","));
  return search.toString();
}

/** What is chosen, and where the last single choice was: a range begins there. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** Everything from the anchor to here, in the order of the grid; without an anchor just this one. */
export function extend(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggle(selection, id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor };
}

/** What is still there of the choice when the grid shows other pictures. */
export function within(selection: Selection, order: readonly string[]): Selection {
  const ids = new Set(order.filter((id) => selection.ids.has(id)));
  return { ids, anchor: selection.anchor !== null && ids.has(selection.anchor) ? selection.anchor : null };
}

const STEPS: Readonly<Record<string, (columns: number, count: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
  Home: (_, count) => -count,
  End: (_, count) => count,
};

/** Where a key leads in a grid; null for a key that leads nowhere. */
export function keyTo(key: string, at: number, columns: number, count: number): number | null {
  const stride = STEPS[key]?.(columns, count);
  if (stride === undefined || count === 0) return null;
  const to = at + stride;
  if (key === "ArrowUp" && to < 0) return at;
  return Math.min(count - 1, Math.max(0, to));
}

/** A list after an act was undone: what came back stands where it stood, what was loaded since stays. */
export function putBack<T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
  returned: readonly T[],
): readonly T[] {
  const known = new Map([...returned, ...now].map((one) => [one.id, one]));
  const kept = before.flatMap((one) => known.get(one.id) ?? []);
  const there = new Set(kept.map((one) => one.id));
  return [...kept, ...[...now, ...returned].filter((one) => !there.has(one.id))];
}

/** What is shown with news about it in place, and the newcomers of a newest page. */
export function withNews<T extends { readonly id: string }>(
  shown: readonly T[],
  newest: readonly T[],
): { readonly shown: readonly T[]; readonly arrived: readonly T[] } {
  const news = new Map(newest.map((one) => [one.id, one]));
  const known = new Set(shown.map((one) => one.id));
  return {
    shown: shown.map((one) => news.get(one.id) ?? one),
    arrived: newest.filter((one) => !known.has(one.id)),
  };
}

/** Which picture is looked at when this one leaves: the next, else the one before, else none. */
export function besides(order: readonly string[], id: string): string | null {
  const at = order.indexOf(id);
  return at < 0 ? null : (order[at + 1] ?? order[at - 1] ?? null);
}

/** Whether a picture with these marks still belongs to what is shown. A star taken away lets it stay in sight. */
export const belongs = (
  marks: { readonly folder: string | null; readonly deleted: boolean },
  query: HistoryQuery,
): boolean => marks.deleted === query.trash && (query.folder === null || marks.folder === query.folder);
