/** The page's side of the other thread: questions out, answers in. */

import type { Ring } from "./density";
import type { Survey, Thinned } from "./survey";
import type { Answer, Question } from "./survey-worker";

interface Waiting {
  done(answer: Answer): void;
  failed(error: Error): void;
}

export class Surveyor {
  private readonly worker = new Worker(new URL("./survey-worker.ts", import.meta.url), { type: "module" });
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const one = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if ("error" in data) one?.failed(new RangeError(data.error));
      else one?.done(data);
    };
    this.worker.onerror = (event) => this.giveUp(new Error(event.message || "the map's worker cannot start"));
  }

  /** points.bin (given away) → the survey of the map. Rejects with a RangeError where the file is damaged. */
  async survey(buffer: ArrayBuffer): Promise<Survey> {
    const answer = await this.ask({ kind: "survey", buffer }, [buffer]);
    if (!("survey" in answer)) throw new TypeError("not a survey");
    return answer.survey;
  }

  async thin(steps: {
    readonly from: number;
    readonly step: number;
    readonly spacings: readonly number[];
  }): Promise<Thinned> {
    const answer = await this.ask({ kind: "thin", ...steps });
    if (!("thinned" in answer)) throw new TypeError("not thumbnails");
    return answer.thinned;
  }

  /** Rings around the densest shares of the points (of the `members` that are 1, else of all). */
  async contours(
    shares: readonly number[],
    members: Uint8Array | null = null,
  ): Promise<readonly (readonly Ring[])[]> {
    const answer = await this.ask({ kind: "contours", shares, members });
    if (!("contours" in answer)) throw new TypeError("not contours");
    return answer.contours;
  }

  /** How crowded it is around each point, 0..254. */
  async crowding(): Promise<Uint8Array<ArrayBuffer>> {
    const answer = await this.ask({ kind: "crowding" });
    if (!("crowding" in answer)) throw new TypeError("not a crowd");
    return answer.crowding;
  }

  close(): void {
    this.worker.terminate();
    this.giveUp(new DOMException("the map was closed", "AbortError"));
  }

  private ask(question: Question, transfer: ArrayBuffer[] = []): Promise<Answer> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, question }, transfer);
    });
  }

  private giveUp(error: Error): void {
    for (const one of this.waiting.values()) one.failed(error);
    this.waiting.clear();
  }
}
