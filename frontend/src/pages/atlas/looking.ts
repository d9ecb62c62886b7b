/** What is looked for: something that was typed, a picture, or points like some and unlike others. */

import { upload } from "@/api/client";
import type { MapQuestion } from "@/api/maps";
import { Problem } from "@/api/problem";
import type { Scored } from "@/api/types";
import { Finder } from "@/state/finder";
import { asked } from "@/state/map-question";
import type { Chart } from "./chart";
import type { Host } from "./host";

/** So many points are enough to say what something is like. */
const MOST = 10_000;

export class Looking {
  words = "";
  picture: { readonly sha256: string; readonly url: string } | null = null;
  like: readonly number[] = [];
  unlike: readonly number[] = [];
  best: readonly Scored[] | null = null;
  busy = false;
  /** What is wrong with an expression while it is being typed. */
  mistake = "";
  private readonly finder: Finder;

  constructor(
    private readonly chart: Chart,
    private readonly host: Host,
  ) {
    this.finder = new Finder({
      busy: (on) => {
        this.busy = on;
        host.changed();
      },
      found: (best) => {
        this.best = best;
        chart.glow(best);
        host.changed();
      },
      failed: (error, again) => this.failed(error, again),
    });
  }

  /** Ask another version of the map what was asked before. */
  adopt({ words, picture, like, unlike, best }: Looking): void {
    this.words = words;
    this.picture = picture;
    this.like = like;
    this.unlike = unlike;
    this.best = best;
    if (this.question) this.look();
  }

  type(words: string): void {
    this.words = words;
    if (words !== "") {
      this.picture = null;
      this.like = [];
      this.unlike = [];
    }
    this.host.remember();
    this.look();
  }

  async file(file: File): Promise<void> {
    try {
      const { sha256, url } = await upload(file);
      this.forget();
      this.picture = { sha256, url };
      this.look();
    } catch (error) {
      this.host.failed(error, () => void this.file(file));
    }
  }

  likeThese(points: readonly number[]): void {
    this.words = "";
    this.picture = null;
    this.like = points.slice(0, MOST);
    this.look();
  }

  unlikeThese(points: readonly number[]): void {
    this.words = "";
    this.picture = null;
    this.unlike = points.slice(0, MOST);
    this.look();
  }

  /** Let go of pictures and points; typed words are the box's own. */
  forget(): void {
    this.words = "";
    this.picture = null;
    this.like = [];
    this.unlike = [];
  }

  stop(): void {
    this.finder.stop();
  }

  private get question(): MapQuestion | null {
    if (this.picture) return { image: this.picture.sha256 };
    if (this.like.length + this.unlike.length > 0) return { like: this.like, unlike: this.unlike };
    const question = asked(this.words);
    if (question === null) return null;
    if (question.kind === "words") return { words: question.words };
    if (question.kind === "query") return { query: question.query };
    return { expression: question.expression };
  }

  private look(): void {
    this.mistake = "";
    this.finder.look(this.chart.map.id, this.question);
    this.host.changed();
  }

  private failed(error: unknown, again: () => void): void {
    // Whoever types an expression makes mistakes on the way: they are told where, and nothing is blocked.
    if (error instanceof Problem && error.status === 422) {
      this.mistake = [error.message, error.hint].filter((part) => part !== "").join(". ");
      this.busy = false;
      this.host.changed();
    } else this.host.failed(error, again);
  }
}
