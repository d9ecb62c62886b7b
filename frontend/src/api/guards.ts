/** Server JSON enters as `unknown` and leaves with a type, or with an error that names what was missing. */

import type {
  Addition,
  Health,
  Job,
  JobState,
  LabelLayer,
  Landing,
  MapCard,
  Neighbour,
  Page,
  PictureRef,
  PointCard,
  Recipe,
  Render,
  Scored,
  Upload,
  Verdict,
  Verified,
  Words,
  WorkerState,
} from "./types";

type Dict = Record<string, unknown>;

export class UnexpectedAnswer extends Error {
  constructor(what: string) {
    super(`The server's answer is not what this page expects: ${what}.`);
    this.name = "UnexpectedAnswer";
  }
}

export function dict(value: unknown, what: string): Dict {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new UnexpectedAnswer(what);
  return value as Dict;
}

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const text = (value: unknown, otherwise = ""): string =>
  typeof value === "string" ? value : otherwise;
export const number = (value: unknown, otherwise = 0): number =>
  typeof value === "number" && Number.isFinite(value) ? value : otherwise;

function need(value: unknown, what: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new UnexpectedAnswer(what);
  return value;
}

export function soft(value: unknown): Dict {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Dict) : {};
}

export function words(value: unknown, otherwise = ""): Words {
  if (typeof value === "string") return { en: value, ja: value };
  const said = soft(value);
  const en = text(said.en, otherwise);
  return { en, ja: text(said.ja, en) };
}

export function recipe(value: unknown): Recipe | null {
  const said = soft(value);
  if (typeof said.model !== "string") return null;
  const conditioning =
    typeof said.conditioning === "string"
      ? said.conditioning
      : typeof said.prompt === "string"
        ? JSON.stringify(said.prompt)
        : "";
  const noise =
    typeof said.noise === "string"
      ? said.noise
      : typeof said.seed === "number"
        ? `noise(${said.seed})`
        : "noise(0)";
  return {
    ...said,
    model: said.model,
    conditioning,
    noise,
    steps: number(said.steps, 0),
    guidance_scale: number(said.guidance_scale, Number.NaN),
    steering: list(said.steering).map((term) => ({
      direction: text(soft(term).direction),
      scale: number(soft(term).scale),
    })),
    ...(Array.isArray(said.loras) && {
      loras: said.loras.map((term) => ({ id: text(soft(term).id), scale: number(soft(term).scale) })),
    }),
  };
}

const STATES: readonly WorkerState[] = ["starting", "ready", "restarting", "failed"];

export function health(value: unknown): Health {
  const said = dict(value, "the health report");
  const worker = soft(said.worker);
  const state = STATES.find((known) => known === worker.state) ?? "starting";
  return { version: text(said.version), worker: { state, device: text(worker.device) } };
}

export function picture(value: unknown): PictureRef | null {
  const said = soft(value);
  if (typeof said.url !== "string") return null;
  return {
    url: said.url,
    sha256: text(said.sha256),
    width: number(said.width, 64),
    height: number(said.height, 64),
  };
}

/** What went wrong, in words: a sentence, or a problem with a detail. */
export function reason(value: unknown): string | null {
  if (typeof value === "string" && value !== "") return value;
  const said = soft(value);
  const detail = text(said.detail, text(said.title));
  return detail === "" ? null : [detail, text(said.hint)].filter((part) => part !== "").join(". ");
}

export function render(value: unknown): Render {
  const said = dict(value, "a render");
  const progress = soft(said.progress);
  return {
    id: text(said.id),
    state: text(said.state),
    progress: { step: number(progress.step), steps: number(progress.steps) },
    error: reason(said.error),
    image: picture(said.image),
    recipe: recipe(said.recipe),
    environment: Object.keys(soft(said.environment)).length > 0 ? soft(said.environment) : null,
    folder: typeof said.folder === "string" ? said.folder : null,
    deleted: said.deleted === true,
    starred: said.starred === true,
    created_at: text(said.created_at),
  };
}

const JOB_STATES: readonly JobState[] = ["queued", "running", "done", "failed", "cancelled"];

export function job(value: unknown): Job {
  const said = dict(value, "a job");
  const result = soft(said.result);
  return {
    id: text(said.id),
    state: JOB_STATES.find((known) => known === said.state) ?? "queued",
    progress: number(said.progress),
    eta_s: typeof said.eta_s === "number" ? said.eta_s : null,
    result: Object.keys(result).length > 0 ? result : null,
    error: reason(said.error),
  };
}

const VERDICTS: readonly Verdict[] = ["identical", "perceptually_identical", "different"];

export function verified(value: unknown): Verified {
  const said = dict(value, "a verdict");
  const verdict = VERDICTS.find((known) => known === said.verdict);
  if (!verdict) throw new UnexpectedAnswer("the verdict");
  return {
    verdict,
    score: typeof said.score === "number" ? said.score : null,
    psnr_db: typeof said.psnr_db === "number" ? said.psnr_db : null,
    reasons: list(said.reasons)
      .map((one) => text(one))
      .filter((one) => one !== ""),
  };
}

export function page<T>(value: unknown, item: (value: unknown) => T): Page<T> {
  const said = dict(value, "a list");
  return { items: list(said.items).map(item), next: typeof said.next === "string" ? said.next : null };
}

export function upload(value: unknown): Upload {
  const said = dict(value, "an uploaded picture");
  const sha256 = text(said.sha256);
  return {
    sha256,
    url: text(said.url, `/api/v1/images/${sha256}.png`),
    width: number(said.width, 64),
    height: number(said.height, 64),
    recipe: recipe(said.recipe),
  };
}

export function map(value: unknown): MapCard {
  const said = dict(value, "a map");
  const bounds = dict(said.bounds, "the bounds of a map");
  const quality = soft(said.quality);
  const figure = (of: unknown) => (typeof of === "number" ? of : null);
  return {
    id: text(said.id),
    title: words(said.title, text(said.id)),
    model: text(said.model),
    count: need(said.count, "the count of a map"),
    bounds: {
      x_min: need(bounds.x_min, "bounds.x_min"),
      y_min: need(bounds.y_min, "bounds.y_min"),
      x_max: need(bounds.x_max, "bounds.x_max"),
      y_max: need(bounds.y_max, "bounds.y_max"),
    },
    quality: { trustworthiness: figure(quality.trustworthiness), recall_15: figure(quality.recall_15) },
    columns: list(said.columns).map((column) => {
      const card = dict(column, "a map column");
      return {
        id: text(card.id),
        title: words(card.title, text(card.id)),
        legend: list(card.legend).map((entry) => ({
          title: words(soft(entry).title),
          colour: text(soft(entry).colour, "#888888"),
        })),
      };
    }),
    atlas: list(said.atlas).map((level) => {
      const card = dict(level, "an atlas level");
      return {
        level: number(card.level),
        thumb: need(card.thumb, "atlas.thumb"),
        columns: need(card.columns, "atlas.columns"),
        rows: need(card.rows, "atlas.rows"),
        tiles: number(card.tiles, 1),
      };
    }),
  };
}

export const labels = (value: unknown): readonly LabelLayer[] =>
  list(dict(value, "the labels").layers).map((layer) => {
    const said = dict(layer, "a label layer");
    return {
      min_zoom: number(said.min_zoom, 0),
      max_zoom: number(said.max_zoom, 99),
      labels: list(said.labels).map((label) => {
        const card = dict(label, "a label");
        return {
          x: number(card.x),
          y: number(card.y),
          title: words(card.title),
          score: number(card.score),
          count: number(card.count),
          computed: card.computed === undefined ? null : words(card.computed),
          alternates: list(card.alternates).map((other) => {
            const { score } = soft(other);
            return { title: words(other), score: typeof score === "number" ? score : null };
          }),
        };
      }),
    };
  });

export function neighbour(value: unknown): Neighbour {
  if (typeof value === "number") return { n: value, similarity: Number.NaN };
  const said = soft(value);
  return { n: number(said.n), similarity: number(said.similarity, Number.NaN) };
}

const imageUrl = (value: unknown): string | null =>
  typeof value === "string" ? value : (picture(value)?.url ?? null);

export function point(value: unknown): PointCard {
  const said = dict(value, "a point of the map");
  const prompt = text(said.prompt);
  return {
    n: need(said.n, "the number of a point"),
    x: number(said.x),
    y: number(said.y),
    title: words(said.title, prompt),
    prompt,
    recipe: recipe(said.recipe),
    image: imageUrl(said.image),
    attributes: Object.entries(soft(said.attributes)).map(([key, of]) => ({
      key,
      value: typeof of === "object" ? words(of).en : String(of),
    })),
    neighbours: list(said.neighbours).map(neighbour),
    distortion: number(said.distortion),
  };
}

export function addition(value: unknown): Addition {
  const said = dict(value, "a point that joined later");
  return {
    n: need(said.n, "the number of a point"),
    x: number(said.x),
    y: number(said.y),
    render_id: text(said.render_id),
    image: imageUrl(said.image),
    recipe: recipe(said.recipe),
  };
}

export function landing(value: unknown): Landing {
  const said = dict(value, "a decoded place");
  const place = dict(said.landing, "the landing");
  return {
    render: render(said.render),
    x: need(place.x, "landing.x"),
    y: need(place.y, "landing.y"),
    error: number(place.error),
    confidence: number(place.confidence),
    clamped: said.clamped === true,
    neighbours: list(said.neighbours).map((entry) => neighbour(entry).n),
    point: typeof said.point === "number" ? said.point : null,
  };
}

export function scored(value: unknown): Scored {
  const said = dict(value, "a search result");
  return {
    n: need(said.n, "the number of a point"),
    x: number(said.x),
    y: number(said.y),
    score: number(said.score),
  };
}
