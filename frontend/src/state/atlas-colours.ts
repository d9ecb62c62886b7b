/**
 * Colours of a column: a category has those of its legend, a number a scale.
 *
 * The scale keeps growing darker or lighter in one direction, from blue over grey to yellow, so that it can be read by
 * everybody who tells light from dark, whatever the colours look like to them.
 */

import type { AtlasColumn } from "@/api/maps";

/** The dots that have no value in a column. */
const QUIET = "#8a94a3";
/** Bytes 0..254 are values, 255 is none. */
export const VALUES = 255;

/** Stops of the scale for both themes: lightness rises steadily (30 to 86 in CIELAB). */
const STOPS = ["#26466d", "#4f6076", "#7a7a78", "#aa976a", "#e0b83f"] as const;

/** From one side of 0 to the other: blue and orange are told apart by nearly everybody, 0 is grey. */
const SIDES = ["#1c5fc4", "#6c95c9", "#a5a39d", "#d08f57", "#bb470c"] as const;

export interface Shades {
  readonly colours: readonly string[];
  readonly quiet: string;
}

const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);

function mixed(a: string, b: string, t: number): string {
  const part = (at: number) =>
    Math.round(channel(a, at) + (channel(b, at) - channel(a, at)) * t)
      .toString(16)
      .padStart(2, "0");
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** Most points lie near 0 of an arrow: colours leave the grey middle faster than the numbers do. */
const leaving = (t: number): number => 0.5 + Math.sign(t - 0.5) * 0.5 * Math.abs(2 * t - 1) ** 0.6;

/** The colour at `t` in [0, 1]. */
export function shade(t: number, diverging = false): string {
  const stops = diverging ? SIDES : STOPS;
  const inside = Math.min(1, Math.max(0, t));
  const along = (diverging ? leaving(inside) : inside) * (stops.length - 1);
  const at = Math.min(stops.length - 2, Math.floor(along));
  return mixed(stops[at] ?? stops[0], stops[at + 1] ?? stops[0], along - at);
}

const scale = (diverging: boolean): readonly string[] =>
  Array.from({ length: VALUES }, (_, byte) => shade(byte / (VALUES - 1), diverging));
const SCALE = scale(false);
const TWO_SIDED = scale(true);

export function coloursOf(column: AtlasColumn | undefined): Shades {
  if (column?.kind === "number") return { colours: column.diverging ? TWO_SIDED : SCALE, quiet: QUIET };
  return { colours: column?.legend.map((entry) => entry.colour) ?? [], quiet: QUIET };
}

/** What a byte of a number column stands for. */
export const valueAt = (column: Pick<AtlasColumn, "min" | "max">, byte: number): number =>
  column.min + (byte / (VALUES - 1)) * (column.max - column.min);
