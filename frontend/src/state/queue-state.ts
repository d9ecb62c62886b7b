/** The order of what waits, and durations as people say them. Pure: values in, values out. */

import type { Waiting } from "@/api/queue";
import type { Key } from "./dictionary.en";

/** A list with one element elsewhere. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const rest = items.filter((_, at) => at !== from);
  const one = items[from];
  return one === undefined ? items : [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** What waits as it will be when a move has come true, so that nothing jumps back until the server has said so. */
export function withMove(items: readonly Waiting[], id: string, to: number): readonly Waiting[] {
  const held = items.filter((one) => one.position === null);
  const waiting = items.filter((one) => one.position !== null);
  const from = waiting.findIndex((one) => one.id === id);
  if (from < 0) return items;
  const then = moved(waiting, from, Math.min(to, waiting.length - 1));
  return [...held, ...then.map((one, position) => ({ ...one, position }))];
}

/** Where a row that is dragged so many pixels comes to stand. */
export const placeAfter = (from: number, pixels: number, row: number, count: number): number =>
  Math.min(count - 1, Math.max(0, from + Math.round(pixels / row)));

/** How far a row gives way while another is dragged over it: -1, 0 or 1 rows. */
export function gives(at: number, from: number, to: number): -1 | 0 | 1 {
  if (from < to && at > from && at <= to) return -1;
  if (to < from && at >= to && at < from) return 1;
  return 0;
}

/** Where a key moves a row to; null for a key that moves nothing. */
export function keyMoves(key: string, at: number, count: number): number | null {
  const places: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    PageUp: at - 10,
    PageDown: at + 10,
    Home: 0,
    End: count - 1,
  };
  const to = places[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

/** A duration in the unit that says it best. */
export function spoken(seconds: number): { readonly key: Key; readonly n: number } {
  if (seconds < 1) return { key: "queue.soon", n: 0 };
  if (seconds < 90) return { key: "queue.inSeconds", n: Math.round(seconds) };
  if (seconds < 90 * 60) return { key: "queue.inMinutes", n: Math.round(seconds / 60) };
  return { key: "queue.inHours", n: Math.round(seconds / 3600) };
}
