/** What goes into the map and what comes back. */

import type { AtlasLevel } from "./atlas-tiles";
import type { Camera } from "./camera";
import type { LabelLayerData } from "./labels-layer";
import type { Ink, Newcomer, Voyage } from "./overlay";
import type { Shape } from "./shapes";
import type { Survey } from "./survey";
import type { Contour, Veil } from "./terrain";
import type { ThinOut } from "./thumbnails";

export interface MapCallbacks {
  moved(camera: Camera): void;
  hovered(n: number | null, x: number, y: number): void;
  picked(n: number): void;
  emptied(x: number, y: number): void;
  /** The name of the region at x, y was pressed. */
  named?(x: number, y: number): void;
  regions(names: readonly string[]): void;
  /** Somebody drew a shape to choose points. */
  drawn(shape: Shape, held: { readonly shift: boolean; readonly alt: boolean }): void;
  /** The graphics card was taken away and has come back: build the map again. */
  lost(): void;
}

export interface MapData {
  readonly survey: Survey;
  readonly atlas: readonly AtlasLevel[];
  readonly tileUrl: (level: number, tile: number) => string;
  readonly thinOut: ThinOut;
}

export type Bytes = Uint8Array<ArrayBuffer>;

export interface MapProps {
  readonly palette?: { colours: readonly string[]; quiet: string; alone: number | null };
  readonly colours?: Bytes;
  readonly glow?: Bytes | null;
  /** 1 where a filter leaves the point out. */
  readonly out?: Bytes | null;
  /** 1 where the point is chosen. */
  readonly chosen?: Bytes | null;
  readonly labels?: readonly LabelLayerData[];
  readonly newcomers?: readonly Newcomer[];
  readonly selected?: number | null;
  /** A point that is looked at elsewhere. */
  readonly echo?: number | null;
  readonly ties?: readonly number[];
  readonly best?: readonly number[];
  readonly voyage?: Voyage | null;
  readonly contours?: readonly Contour[];
  readonly veil?: Veil | null;
  readonly ink?: Ink;
  readonly labelTop?: number;
}
