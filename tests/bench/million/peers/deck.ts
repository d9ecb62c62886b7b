/** deck.gl (MIT): one ScatterplotLayer over binary columns, its own drag and its own picking. */

import { Deck, OrthographicView } from "@deck.gl/core";
import { ScatterplotLayer } from "@deck.gl/layers";
import { readPoints } from "@/map/points-file";
import type { Draw } from "./main";
import { settle } from "./settle";

const HUES = [
  [59, 125, 196], [208, 85, 31], [43, 143, 92], [177, 67, 155],
  [163, 122, 0], [21, 144, 165], [122, 95, 208], [207, 69, 96],
] as const;

export const draw: Draw = async (stage, buffer) => {
  const { count, rawX, rawY, colour } = readPoints(buffer);
  const places = new Float32Array(2 * count);
  const colours = new Uint8Array(3 * count);
  for (let n = 0; n < count; n += 1) {
    places[2 * n] = (rawX[n] ?? 0) / 65.535 - 500;
    places[2 * n + 1] = (rawY[n] ?? 0) / 65.535 - 500;
    colours.set(HUES[(colour[n] ?? 0) % HUES.length] ?? HUES[0], 3 * n);
  }
  const canvas = document.createElement("canvas");
  stage.append(canvas);
  let done: (() => void) | undefined;
  const painted = new Promise<void>((resolve) => {
    done = resolve;
  });
  const points = new ScatterplotLayer({
    id: "points",
    data: {
      length: count,
      attributes: {
        getPosition: { value: places, size: 2 },
        getFillColor: { value: colours, size: 3 },
      },
    },
    radiusUnits: "pixels",
    getRadius: 1,
    opacity: 0.8,
    pickable: false,
  });
  new Deck({
    canvas,
    width: 1000,
    height: 700,
    useDevicePixels: false,
    views: new OrthographicView({}),
    initialViewState: { target: [0, 0, 0], zoom: -0.6 },
    controller: true,
    layers: [points],
    onAfterRender: () => {
      // Its first frames are empty.
      if (!points.isLoaded || points.getNumInstances() === 0) return;
      settle(canvas);
      done?.();
    },
  });
  return { painted, pick: null };
};
