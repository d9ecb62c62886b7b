/** What the server says, after `guards.ts` has looked at it. */

export interface Words {
  readonly en: string;
  readonly ja: string;
}

export interface Steering {
  readonly direction: string;
  readonly scale: number;
}

/** A canonical recipe: everything that a picture is a function of. */
export interface Recipe {
  readonly model: string;
  readonly conditioning: string;
  readonly noise: string;
  readonly steps: number;
  readonly guidance_scale: number;
  readonly steering: readonly Steering[];
  readonly [key: string]: unknown;
}

/** What a client may send: a canonical recipe, or the short form with `prompt` and `seed`. */
export interface RecipeInput {
  readonly model: string;
  readonly prompt?: string;
  readonly seed?: number;
  readonly conditioning?: string;
  readonly noise?: string;
  readonly steps?: number;
  readonly guidance_scale?: number;
  readonly steering?: readonly Steering[];
}

export interface DirectionCard {
  readonly id: string;
  readonly title: Words;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
}

export interface ModelCard {
  readonly id: string;
  readonly family: string;
  readonly title: Words;
  readonly summary: Words;
  readonly usesWords: boolean;
  readonly steps: { readonly choices: readonly number[]; readonly default: number };
  readonly guidance: { readonly min: number; readonly max: number; readonly default: number };
  readonly styles: readonly string[];
  readonly directions: readonly DirectionCard[];
}

export type WorkerState = "starting" | "ready" | "restarting" | "failed" | "offline";

export interface Health {
  readonly version: string;
  readonly worker: { readonly state: WorkerState; readonly device: string };
}

export interface PictureRef {
  readonly url: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

export interface Render {
  readonly id: string;
  readonly state: string;
  readonly image: PictureRef | null;
  readonly recipe: Recipe | null;
  readonly starred: boolean;
  readonly created_at: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface Upload {
  readonly sha256: string;
  readonly url: string;
  readonly recipe: Recipe | null;
}

export interface MapColumn {
  readonly id: string;
  readonly title: Words;
  readonly legend: readonly { readonly title: Words; readonly colour: string }[];
}

export interface AtlasLevel {
  readonly level: number;
  readonly thumb: number;
  readonly columns: number;
  readonly rows: number;
  readonly tiles: number;
}

export interface MapCard {
  readonly id: string;
  readonly title: Words;
  readonly model: string;
  readonly count: number;
  readonly bounds: {
    readonly x_min: number;
    readonly y_min: number;
    readonly x_max: number;
    readonly y_max: number;
  };
  readonly quality: { readonly trustworthiness: number | null; readonly recall_15: number | null };
  readonly columns: readonly MapColumn[];
  readonly atlas: readonly AtlasLevel[];
}

export interface MapLabel {
  readonly x: number;
  readonly y: number;
  readonly title: Words;
  readonly score: number;
  readonly count: number;
}

export interface LabelLayer {
  readonly min_zoom: number;
  readonly max_zoom: number;
  readonly labels: readonly MapLabel[];
}

export interface Neighbour {
  readonly n: number;
  readonly similarity: number;
}

export interface PointCard {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly title: Words;
  readonly recipe: Recipe | null;
  readonly prompt: string;
  readonly image: string | null;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly neighbours: readonly Neighbour[];
  readonly distortion: number;
}

export interface Addition {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly render_id: string;
  readonly image: string | null;
  readonly recipe: Recipe | null;
}

export interface Landing {
  readonly render: Render;
  readonly x: number;
  readonly y: number;
  readonly error: number;
  readonly confidence: number;
  readonly clamped: boolean;
  readonly neighbours: readonly number[];
  readonly point: number | null;
}

export interface Scored {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly score: number;
}
