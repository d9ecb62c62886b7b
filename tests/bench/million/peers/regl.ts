/** regl-scatterplot (MIT): places as normalised floats, its own index, its own drag. */

import createScatterplot from "regl-scatterplot";
import { readPoints } from "@/map/points-file";
import type { Draw } from "./main";
import { settle } from "./settle";

const HUES = ["#3b7dc4", "#d0551f", "#2b8f5c", "#b1439b", "#a37a00", "#1590a5", "#7a5fd0", "#cf4560"];

export const draw: Draw = async (stage, buffer) => {
  const { count, rawX, rawY, colour } = readPoints(buffer);
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  for (let n = 0; n < count; n += 1) {
    x[n] = (rawX[n] ?? 0) / 32_767.5 - 1;
    y[n] = (rawY[n] ?? 0) / 32_767.5 - 1;
  }
  const canvas = document.createElement("canvas");
  stage.append(canvas);
  const plot = createScatterplot({
    canvas,
    width: 1000,
    height: 700,
    pointSize: 2,
    opacity: 0.8,
    colorBy: "valueA",
    pointColor: [...HUES, ...HUES].slice(0, 12),
    performanceMode: count > 200_000,
  });
  await plot.draw({ x, y, valueA: Array.from(colour), valueB: Array.from(colour) });
  settle(canvas);
  return { painted: Promise.resolve(), pick: null };
};
