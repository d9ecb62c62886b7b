/** Pictures of many recipes at once, over the live socket: a few at a time, each drawn once. */

import type { Problem } from "@/api/problem";
import type { RecipeInput } from "@/api/types";
import { live } from "@/state/live";

const AT_ONCE = 3;
const KEPT = 200;

export class PartPictures {
  private readonly pictures = new Map<string, Blob>();
  private readonly drawing = new Map<string, string>();
  private waiting: string[] = [];
  private readonly recipes = new Map<string, RecipeInput>();

  constructor(
    private readonly name: string,
    private readonly changed: () => void,
    private readonly failed: (problem: Problem) => void,
  ) {}

  /** Begin; the views of the socket are ours until `close`. */
  open(): void {
    for (let at = 0; at < AT_ONCE; at += 1) {
      const view = `${this.name}-${at}`;
      live().watch(view, {
        frame: (frame) => {
          const key = this.drawing.get(view);
          if (key && frame.final) this.keep(key, new Blob([frame.picture], { type: frame.mime }));
        },
        done: () => this.next(view),
        failed: (problem) => {
          this.failed(problem);
          this.next(view);
        },
      });
    }
  }

  close(): void {
    for (let at = 0; at < AT_ONCE; at += 1) live().forget(`${this.name}-${at}`);
    this.drawing.clear();
    this.waiting = [];
  }

  of(recipe: RecipeInput): Blob | null {
    return this.pictures.get(JSON.stringify(recipe)) ?? null;
  }

  /** Draw these and no others, in this order; what is there already is not drawn again. */
  want(recipes: readonly RecipeInput[]): void {
    const busy = new Set(this.drawing.values());
    this.waiting = [];
    for (const recipe of recipes) {
      const key = JSON.stringify(recipe);
      if (this.pictures.has(key) || busy.has(key) || this.waiting.includes(key)) continue;
      this.recipes.set(key, recipe);
      this.waiting.push(key);
    }
    for (let at = 0; at < AT_ONCE; at += 1) {
      const view = `${this.name}-${at}`;
      if (!this.drawing.has(view)) this.next(view);
    }
  }

  private next(view: string): void {
    this.drawing.delete(view);
    const key = this.waiting.shift();
    const recipe = key === undefined ? undefined : this.recipes.get(key);
    if (key === undefined || !recipe) return;
    this.drawing.set(view, key);
    live().ask(view, recipe);
  }

  private keep(key: string, picture: Blob): void {
    this.recipes.delete(key);
    this.pictures.set(key, picture);
    const oldest = this.pictures.keys().next().value;
    if (this.pictures.size > KEPT && oldest !== undefined) this.pictures.delete(oldest);
    this.changed();
  }
}
