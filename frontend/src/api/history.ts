/** What was made: pages of it, its folders, its trash. */

import { dict, list, number, page, render, scored, text } from "./guards";
import { json } from "./http";
import type { Page, Render } from "./types";

export interface HistoryQuery {
  readonly q: string;
  readonly model: string | null;
  readonly starred: boolean;
  readonly folder: string | null;
  readonly trash: boolean;
}

export interface Folder {
  readonly name: string;
  readonly count: number;
}

/** What may be changed about a kept picture; what is left out stays. */
export interface Marks {
  readonly starred?: boolean;
  readonly folder?: string | null;
  readonly deleted?: boolean;
}

export async function historyPage(
  query: HistoryQuery,
  limit: number,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<Render>> {
  const search = new URLSearchParams({ limit: String(limit), deleted: String(query.trash) });
  if (cursor !== null) search.set("cursor", cursor);
  if (query.q.trim() !== "") search.set("q", query.q.trim());
  if (query.model !== null) search.set("model", query.model);
  if (query.starred) search.set("starred", "true");
  if (query.folder !== null) search.set("folder", query.folder);
  return page(await json(`/renders?${search}`, { signal }), render);
}

export const getRender = async (id: string, signal?: AbortSignal): Promise<Render> =>
  render(await json(`/renders/${encodeURIComponent(id)}`, signal ? { signal } : {}));

export const mark = async (id: string, marks: Marks): Promise<Render> =>
  render(await json(`/renders/${encodeURIComponent(id)}`, { method: "PATCH", body: marks }));

function folder(value: unknown): Folder {
  const said = dict(value, "a folder");
  return { name: text(said.name), count: number(said.count) };
}

/** Which point of a map looks most like a picture. */
export async function placeOf(map: string, sha256: string): Promise<number | null> {
  const body = { image: sha256, limit: 1 };
  const found = page(await json(`/maps/${encodeURIComponent(map)}/search`, { method: "POST", body }), scored);
  return found.items[0]?.n ?? null;
}

export const folders = async (): Promise<readonly Folder[]> =>
  list(dict(await json("/folders"), "the folders").items).map(folder);

/** Really delete what is in the trash; tells how many pictures are gone. */
export const emptyTrash = async (): Promise<number> =>
  number(dict(await json("/trash", { method: "DELETE" }), "the emptied trash").removed);
