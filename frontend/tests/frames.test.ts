import { expect, test } from "vitest";
import { parseFrame } from "@/api/frames";

function frame(header: unknown, picture: Uint8Array, length?: number): ArrayBuffer {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + json.length + picture.length);
  new DataView(bytes.buffer).setUint32(0, length ?? json.length, true);
  bytes.set(json, 4);
  bytes.set(picture, 4 + json.length);
  return bytes.buffer;
}

test("header and picture are taken apart, Japanese included", () => {
  const header = { view: "猫", seq: 7, id: "ab", final: true, mime: "image/png", width: 64, height: 64 };
  const read = parseFrame(frame(header, Uint8Array.of(1, 2, 3)));
  expect(read).toMatchObject({ view: "猫", seq: 7, id: "ab", final: true, mime: "image/png" });
  expect([...read.picture]).toEqual([1, 2, 3]);
});

test("a preview is not final", () => {
  expect(parseFrame(frame({ view: "a", seq: 1, final: false }, new Uint8Array())).final).toBe(false);
});

test("cut or lying frames are refused", () => {
  expect(() => parseFrame(new ArrayBuffer(3))).toThrow(RangeError);
  expect(() => parseFrame(frame({}, new Uint8Array(2), 5000))).toThrow(RangeError);
});
