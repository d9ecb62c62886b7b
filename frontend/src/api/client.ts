/** The calls of the public API that the pages use, each one line wide. */

import * as cards from "./cards";
import * as guards from "./guards";
import { API, bytes, json } from "./http";
import { making, tellMarked } from "./made";
import type {
  Addition,
  Health,
  LabelLayer,
  Landing,
  MapCard,
  Memory,
  ModelCard,
  Page,
  PointCard,
  RecipeInput,
  Render,
  Upload,
  Verified,
} from "./types";

export const health = async (): Promise<Health> => guards.health(await json("/health"));
export const models = async (): Promise<readonly ModelCard[]> => cards.models(await json("/catalogue"));

export const memory = async (): Promise<Memory> => cards.memory(await json("/models"));
export const loadModel = async (id: string): Promise<void> => {
  await json(`/models/${id}/load`, { method: "POST", body: {} });
};

export async function renders(query: {
  readonly cursor?: string;
  readonly starred?: boolean;
  readonly limit?: number;
}): Promise<Page<Render>> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) search.set(key, String(value));
  return guards.page(await json(`/renders?${search}`), guards.render);
}

interface Wish {
  readonly view?: string;
  readonly wait_s?: number;
  readonly signal?: AbortSignal;
}

/** Render and keep: waits up to `wait_s` seconds, then asks again until it is done. */
export const postRender = (recipe: RecipeInput, wish: Wish = {}): Promise<Render> =>
  making(
    () => rendered(recipe, wish),
    (render) => (render.state === "done" ? render.id : null),
  );

async function rendered(recipe: RecipeInput, options: Wish): Promise<Render> {
  const { view, wait_s = 20, signal } = options;
  const abort = signal ? { signal } : {};
  const body = { recipe, lane: "interactive", ...(view === undefined ? {} : { view }) };
  const headers = { Prefer: `wait=${wait_s}` };
  let render = guards.render(await json("/renders", { method: "POST", body, headers, ...abort }));
  while (render.state === "queued" || render.state === "running") {
    await new Promise((resolve) => setTimeout(resolve, 400));
    render = guards.render(await json(`/renders/${render.id}`, abort));
  }
  return render;
}

const AGAIN_MS = 500;

/** Render the recipe anew and compare; cancelling stops the job. */
export async function verify(
  id: string,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Verified> {
  let job = guards.job(await json(`/recipes/${id}/verify`, { method: "POST", body: {}, signal }));
  const stop = () => void json(`/jobs/${job.id}`, { method: "DELETE" }).catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  while (job.state === "queued" || job.state === "running") {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    job = guards.job(await json(`/jobs/${job.id}`, { signal }));
    progress(job.progress);
  }
  signal.removeEventListener("abort", stop);
  if (job.state !== "done") throw new Error(job.error ?? job.state);
  return guards.verified(job.result);
}

export const getRender = async (id: string): Promise<Render> => guards.render(await json(`/renders/${id}`));
export const cancelRender = async (id: string): Promise<void> => {
  await json(`/renders/${id}`, { method: "DELETE" });
};

export const star = async (id: string, starred: boolean): Promise<void> => {
  await json(`/renders/${id}`, { method: "PATCH", body: { starred } });
  tellMarked([{ render: id, before: { starred: !starred }, after: { starred } }]);
};

export async function upload(file: File): Promise<Upload> {
  const body = new FormData();
  body.set("file", file);
  return guards.upload(await json("/images", { method: "POST", body }));
}

export const maps = async (): Promise<readonly MapCard[]> =>
  guards.page(await json("/maps"), guards.map).items;
export const map = async (id: string): Promise<MapCard> => guards.map(await json(`/maps/${id}`));
export const mapPoints = (id: string): Promise<ArrayBuffer> => bytes(`/maps/${id}/points`);
export const mapColumn = async (id: string, column: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await bytes(`/maps/${id}/columns/${column}`));
export const mapLabels = async (id: string): Promise<readonly LabelLayer[]> =>
  guards.labels(await json(`/maps/${id}/labels`));
export const mapAdditions = async (id: string): Promise<readonly Addition[]> =>
  guards.page(await json(`/maps/${id}/additions`), guards.addition).items;
export const mapPoint = async (id: string, n: number, signal?: AbortSignal): Promise<PointCard> =>
  guards.point(await json(`/maps/${id}/points/${n}`, signal ? { signal } : {}));
export const tileUrl = (id: string, level: number, tile: number): string =>
  `${API}/maps/${id}/atlas/${level}/${tile}.webp`;

export const decode = (
  id: string,
  place: { readonly x: number; readonly y: number },
  signal: AbortSignal,
): Promise<Landing> =>
  making(
    async () => guards.landing(await json(`/maps/${id}/decode`, { method: "POST", body: place, signal })),
    (landing) => landing.render.id,
    true,
  );
