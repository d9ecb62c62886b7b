/** How far the points of a map lie along an expression, and what two maps of the same pictures do not agree on. */

import { list, number, soft, text, words } from "./guards";
import { bytes, json } from "./http";
import type { Words } from "./types";

export interface End {
  readonly title: Words;
  readonly points: readonly number[];
}

export interface Projection {
  readonly kind: "direction" | "point";
  readonly space: string;
  readonly low: number;
  readonly high: number;
  readonly ends: { readonly low: End; readonly high: End };
  /** 0 to 65535 over [low, high], by number of the point. */
  readonly cells: Uint16Array<ArrayBuffer>;
}

const MAGIC = "RSHNPRJ1";
const HEAD_BYTES = 16;
const at = (id: string): string => encodeURIComponent(id).replaceAll("%40", "@");
const numbers = (value: unknown): readonly number[] =>
  list(value).filter((n): n is number => typeof n === "number");

function end(value: unknown): End {
  const one = soft(value);
  return { title: words(one.title), points: numbers(one.points) };
}

export function readProjection(buffer: ArrayBuffer): Projection {
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, Math.min(8, buffer.byteLength)));
  if (magic !== MAGIC) throw new RangeError(`projection: expected ${MAGIC}, found ${magic}`);
  const head = new DataView(buffer);
  const [count, length] = [head.getUint32(8, true), head.getUint32(12, true)];
  if (buffer.byteLength < HEAD_BYTES + length + 2 * count) throw new RangeError("projection: too few cells");
  const said = soft(JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, HEAD_BYTES, length))));
  const ends = soft(said.ends);
  return {
    kind: said.kind === "point" ? "point" : "direction",
    space: text(said.space),
    low: number(said.low),
    high: number(said.high),
    ends: { low: end(ends.low), high: end(ends.high) },
    cells: new Uint16Array(buffer, HEAD_BYTES + length, count),
  };
}

/** A column of a map: along an expression, or by likeness to some of its points. */
export async function project(
  id: string,
  wanted: { readonly expression: string } | { readonly like: readonly number[] },
  signal: AbortSignal,
): Promise<Projection> {
  return readProjection(await bytes(`/maps/${at(id)}/project`, { method: "POST", body: wanted, signal }));
}

export interface Odd {
  readonly n: number;
  readonly there: number;
  readonly disagreement: number;
  readonly title: Words;
}

export interface Differences {
  readonly here: number;
  readonly there: number;
  readonly shared: number;
  readonly mean: number | null;
  readonly regions: readonly {
    readonly title: Words;
    readonly count: number;
    readonly mean: number;
    readonly x: number;
    readonly y: number;
  }[];
  readonly most: readonly Odd[];
}

/** Where two maps disagree: regions and pictures, the largest first. */
export async function differences(id: string, other: string): Promise<Differences> {
  const one = soft(await json(`/maps/${at(id)}/links/${at(other)}/summary`));
  return {
    here: number(one.here),
    there: number(one.there),
    shared: number(one.shared),
    mean: typeof one.mean === "number" ? one.mean : null,
    regions: list(one.regions).map((value) => {
      const region = soft(value);
      return {
        title: words(region.title),
        count: number(region.count),
        mean: number(region.mean),
        x: number(region.x),
        y: number(region.y),
      };
    }),
    most: list(one.most).map((value) => {
      const odd = soft(value);
      return {
        n: number(odd.n),
        there: number(odd.there),
        disagreement: number(odd.disagreement),
        title: words(odd.title),
      };
    }),
  };
}
