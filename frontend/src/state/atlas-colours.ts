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

/** The colour at `t` in [0, 1]. */
export function shade(t: number): string {
  const along = Math.min(1, Math.max(0, t)) * (STOPS.length - 1);
  const at = Math.min(STOPS.length - 2, Math.floor(along));
  return mixed(STOPS[at] ?? STOPS[0], STOPS[at + 1] ?? STOPS[0], along - at);
}

const SCALE: readonly string[] = Array.from({ length: VALUES }, (_, byte) => shade(byte / (VALUES - 1)));

export function coloursOf(column: AtlasColumn | undefined): Shades {
  if (column?.kind === "number") return { colours: SCALE, quiet: QUIET };
  return { colours: column?.legend.map((entry) => entry.colour) ?? [], quiet: QUIET };
}

/** What a byte of a number column stands for. */
export const valueAt = (column: Pick<AtlasColumn, "min" | "max">, byte: number): number =>
  column.min + (byte / (VALUES - 1)) * (column.max - column.min);
