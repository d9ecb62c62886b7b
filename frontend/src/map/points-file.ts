/** Read `points.bin`: a 32-byte header, then columns u16 x, u16 y (0..65535 over the bounds) and u8 colour. */

import type { Bounds } from "./camera";

const MAGIC = "RSHNMAP1";
const HEADER_BYTES = 32;
const FULL = 65_535;

export interface PointColumns {
  readonly count: number;
  readonly bounds: Bounds;
  /** Raw columns, as the graphics card takes them. */
  readonly rawX: Uint16Array<ArrayBuffer>;
  readonly rawY: Uint16Array<ArrayBuffer>;
  readonly colour: Uint8Array<ArrayBuffer>;
  /** The same places in map units. */
  readonly x: Float32Array<ArrayBuffer>;
  readonly y: Float32Array<ArrayBuffer>;
}

export function readPoints(buffer: ArrayBuffer): PointColumns {
  if (buffer.byteLength < HEADER_BYTES) throw new RangeError("points: shorter than the header");
  const head = new DataView(buffer);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, 8));
  if (magic !== MAGIC) throw new RangeError(`points: expected ${MAGIC}, found ${JSON.stringify(magic)}`);
  const count = head.getUint32(8, true);
  if (buffer.byteLength < HEADER_BYTES + 5 * count) throw new RangeError("points: fewer bytes than points");
  const bounds = {
    x_min: head.getFloat32(12, true),
    y_min: head.getFloat32(16, true),
    x_max: head.getFloat32(20, true),
    y_max: head.getFloat32(24, true),
  };
  const rawX = new Uint16Array(buffer, HEADER_BYTES, count);
  const rawY = new Uint16Array(buffer, HEADER_BYTES + 2 * count, count);
  const colour = new Uint8Array(buffer, HEADER_BYTES + 4 * count, count);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const stepX = (bounds.x_max - bounds.x_min) / FULL;
  const stepY = (bounds.y_max - bounds.y_min) / FULL;
  for (let n = 0; n < count; n += 1) {
    x[n] = bounds.x_min + (rawX[n] ?? 0) * stepX;
    y[n] = bounds.y_min + (rawY[n] ?? 0) * stepY;
  }
  return { count, bounds, rawX, rawY, colour, x, y };
}
