/** What the server says, after `guards.ts` has looked at it. */

export interface Words {
  readonly en: string;
  readonly ja: string;
}

export interface Steering {
  readonly direction: string;
  readonly scale: number;
}

export interface LoraTerm {
  readonly id: string;
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
  readonly sampler?: string;
  readonly width?: number;
  readonly height?: number;
  readonly negative_prompt?: string;
  /** Image-to-image: the hash of the picture to start from, and how much of it is noise. */
  readonly image?: string;
  readonly strength?: number;
  readonly loras?: readonly LoraTerm[];
  readonly weighted?: boolean;
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
  readonly sampler?: string;
  readonly width?: number;
  readonly height?: number;
  readonly negative_prompt?: string;
  readonly image?: string;
  readonly strength?: number;
  readonly loras?: readonly LoraTerm[];
  readonly weighted?: boolean;
}

/** A range that a knob moves in. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

export interface DirectionCard extends Range {
  readonly id: string;
  readonly title: Words;
  readonly step: number;
}

export interface LoraCard {
  readonly id: string;
  readonly title: Words;
  readonly range: Range;
}

/** Steps: some choices, or (where there are none) any whole number in the range. */
export interface StepsCard extends Range {
  readonly choices: readonly number[];
}

export interface SizeCard {
  readonly width: number;
  readonly height: number;
  /** Absent where the model draws one size only. */
  readonly sizes: { readonly min: number; readonly max: number; readonly multiple: number } | null;
}

export interface InversionCard {
  readonly id: string;
  readonly title: Words;
}

export interface ModelCard {
  readonly id: string;
  readonly family: string;
  readonly title: Words;
  readonly summary: Words;
  readonly usesWords: boolean;
  readonly steps: StepsCard;
  readonly guidance: Range;
  /** The first one is the default. */
  readonly samplers: readonly string[];
  readonly size: SizeCard;
  readonly styles: readonly string[];
  readonly directions: readonly DirectionCard[];
  readonly loras: readonly LoraCard[];
  readonly inversions: readonly InversionCard[];
  readonly negativePrompt: boolean;
  readonly imageToImage: boolean;
  readonly promptWeighting: boolean;
  /** Loaded before anybody asks, and never put away. */
  readonly resident: boolean;
  /** What was chosen for this machine and what it costs, in words. */
  readonly notes: readonly Words[];
}

export type LoadState = "cold" | "loading" | "ready" | "failed";

/** Whether a model is in memory, and what it would take. */
export interface Loaded {
  readonly id: string;
  readonly state: LoadState;
  readonly error: string | null;
  readonly bytes_needed: number | null;
}

export interface Memory {
  readonly models: readonly Loaded[];
  readonly free_bytes: number | null;
}

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

export interface Job {
  readonly id: string;
  readonly state: JobState;
  readonly progress: number;
  readonly eta_s: number | null;
  readonly result: Readonly<Record<string, unknown>> | null;
  /** What went wrong, in words. */
  readonly error: string | null;
}

export type Verdict = "identical" | "perceptually_identical" | "different";

export interface Verified {
  readonly verdict: Verdict;
  readonly score: number | null;
  readonly psnr_db: number | null;
  readonly reasons: readonly string[];
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
  readonly progress: { readonly step: number; readonly steps: number };
  /** Why there is no picture, in words. */
  readonly error: string | null;
  readonly environment: Readonly<Record<string, unknown>> | null;
  readonly folder: string | null;
  readonly deleted: boolean;
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
  readonly width: number;
  readonly height: number;
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
  /** The computed title, where somebody gave another one. */
  readonly computed: Words | null;
  readonly alternates: readonly { readonly title: Words; readonly score: number | null }[];
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
