/** The other thread: surveys the points, then answers what would make the page stutter. */

import { crowding, type Density, density, type Ring, rings } from "./density";
import { belongings, type Survey, survey, type Thinned, thinOut } from "./survey";

export type Question =
  | { readonly kind: "survey"; readonly buffer: ArrayBuffer }
  | {
      readonly kind: "thin";
      readonly from: number;
      readonly step: number;
      readonly spacings: readonly number[];
    }
  | { readonly kind: "crowding" }
  | { readonly kind: "contours"; readonly shares: readonly number[]; readonly members: Uint8Array | null };

export type Answer =
  | { readonly id: number; readonly survey: Survey }
  | { readonly id: number; readonly thinned: Thinned }
  | { readonly id: number; readonly crowding: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly contours: readonly (readonly Ring[])[] }
  | { readonly id: number; readonly error: string };

interface Known {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly bounds: Survey["points"]["bounds"];
}

let known: Known | null = null;
let all: Density | null = null;

const here = self as unknown as {
  postMessage(message: Answer, transfer: ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<{ id: number; question: Question }>) => void) | null;
};

function answer(id: number, question: Question): readonly [Answer, ArrayBuffer[]] {
  if (question.kind === "survey") {
    const made = survey(question.buffer);
    const { x, y, bounds } = made.points;
    known = { x: x.slice(), y: y.slice(), bounds };
    return [{ id, survey: made }, belongings(made)];
  }
  if (!known) throw new RangeError("nothing has been surveyed yet");
  if (question.kind === "thin") {
    const thinned = thinOut(known, question);
    return [{ id, thinned }, [thinned.appears.buffer, thinned.order.buffer]];
  }
  if (question.kind === "crowding") {
    all ??= density(known.x, known.y, known.bounds, null);
    const crowd = crowding(all, known.x, known.y);
    return [{ id, crowding: crowd }, [crowd.buffer]];
  }
  if (!question.members) all ??= density(known.x, known.y, known.bounds, null);
  const land = question.members ? density(known.x, known.y, known.bounds, question.members) : all;
  return [{ id, contours: land ? question.shares.map((share) => rings(land, share)) : [] }, []];
}

here.onmessage = ({ data: { id, question } }) => {
  try {
    here.postMessage(...(answer(id, question) as [Answer, ArrayBuffer[]]));
  } catch (error) {
    here.postMessage({ id, error: error instanceof Error ? error.message : String(error) }, []);
  }
};
