/** A binary frame of the live socket: u32 LE header length, JSON header, picture bytes. */

import { dict, number, text } from "./guards";

export interface Frame {
  readonly view: string;
  readonly seq: number;
  readonly id: string;
  readonly final: boolean;
  readonly step: number;
  readonly steps: number;
  readonly mime: string;
  readonly picture: Uint8Array<ArrayBuffer>;
}

const HEADER_LIMIT = 65_536;

export function parseFrame(buffer: ArrayBuffer): Frame {
  if (buffer.byteLength < 4) throw new RangeError("a frame is shorter than its header length");
  const length = new DataView(buffer).getUint32(0, true);
  if (length > HEADER_LIMIT || 4 + length > buffer.byteLength) {
    throw new RangeError("a frame is shorter than its header says");
  }
  const header: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const said = dict(header, "a frame header");
  return {
    view: text(said.view),
    seq: number(said.seq, -1),
    id: text(said.id),
    final: said.final !== false,
    step: number(said.step),
    steps: number(said.steps),
    mime: text(said.mime, "image/png"),
    picture: new Uint8Array(buffer.slice(4 + length)),
  };
}
