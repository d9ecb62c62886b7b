/** What was made: pages of it, its folders, its trash. */

import { dict, list, number, page, render, scored, text } from "./guards";
import { API, json } from "./http";
import type { Page, PictureRef, Render } from "./types";

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

/** Mark many, all or none of them. */
export async function markMany(ids: readonly string[], marks: Marks): Promise<void> {
  await json("/renders", { method: "PATCH", body: { ids, marks } });
}

/** A picture small enough for a tile of so many pixels; the picture itself where it is small. */
export function thumbnail(image: PictureRef, pixels: number): string {
  const longest = Math.max(image.width, image.height);
  const side = pixels > 256 ? 512 : 256;
  return longest <= side ? image.url : `${API}/thumbnails/${image.sha256}.webp?side=${side}`;
}

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

/** Give a folder another name; null removes it and keeps its pictures. */
export const renameFolder = async (name: string, to: string | null): Promise<readonly Folder[]> =>
  list(dict(await json("/folders", { method: "PATCH", body: { name, to } }), "the folders").items).map(
    folder,
  );

/** Really delete what is in the trash; tells how many pictures are gone. */
export const emptyTrash = async (): Promise<number> =>
  number(dict(await json("/trash", { method: "DELETE" }), "the emptied trash").removed);
