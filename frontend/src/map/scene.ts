/** What the overlay is to show, as props change it one after the other. */

import type { Scene } from "./overlay";
import type { MapProps } from "./props";

export const NOTHING: Scene = {
  hover: null,
  echo: null,
  selected: null,
  ties: [],
  newcomers: [],
  voyage: null,
  best: [],
  contours: [],
  veil: null,
  draft: null,
};

/** The scene with what the props say; what they do not say stays. */
export function changed(scene: Scene, props: MapProps): Scene {
  const { selected, echo, ties, newcomers, voyage, best, contours, veil } = props;
  return {
    ...scene,
    ...(selected !== undefined && { selected }),
    ...(echo !== undefined && { echo }),
    ...(ties && { ties }),
    ...(newcomers && { newcomers }),
    ...(voyage !== undefined && { voyage }),
    ...(best && { best }),
    ...(contours && { contours }),
    ...(veil !== undefined && { veil }),
  };
}
