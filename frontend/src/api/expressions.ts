/** What the server says about expressions: their parts, what could come next, what they are near to. */

import { dict, list, number, recipe, soft, text, words } from "./guards";
import { json } from "./http";
import type { Recipe, RecipeInput, Words } from "./types";

export type Kind = "point" | "direction";
export type Place = "prompt" | "noise";

/** Characters [start, end) of the source, counted as the server counts them: whole characters. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly kind: Kind;
  readonly expression: string;
  /** One recipe for a point; before and after for a direction. */
  readonly shows: readonly RecipeInput[];
}

export interface Apart {
  readonly expression: string;
  readonly kind: Kind;
  readonly place: Place;
  readonly recipe: Recipe | null;
  readonly parts: readonly Part[];
}

export interface Candidate {
  readonly text: string;
  readonly kind: string;
  readonly detail: string;
  readonly title: Words | null;
  readonly image: string | null;
}

export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Candidate[];
}

/** A word, or a point of a map. */
export interface NearItem {
  readonly text: string;
  readonly score: number;
  readonly n: number | null;
  readonly title: Words | null;
}

export interface Near {
  readonly among: string;
  readonly items: readonly NearItem[];
  readonly baselines: readonly {
    readonly name: string;
    readonly expression: string;
    readonly items: readonly NearItem[];
  }[];
}

export interface Used {
  readonly expression: string;
  readonly place: Place;
  readonly image: string | null;
}

const kind = (value: unknown): Kind => (value === "direction" ? "direction" : "point");
const place = (value: unknown): Place => (value === "noise" ? "noise" : "prompt");

const part = (value: unknown): Part => {
  const said = dict(value, "a part of an expression");
  return {
    start: number(said.start),
    end: number(said.end),
    depth: number(said.depth),
    kind: kind(said.kind),
    expression: text(said.expression),
    // The server made these from its own card: they go back as they came.
    shows: list(said.shows).map((one) => soft(one) as unknown as RecipeInput),
  };
};

export interface Question {
  readonly expression: string;
  readonly model: string;
  readonly recipe: Partial<RecipeInput>;
}

export async function parts(question: Question, signal: AbortSignal): Promise<Apart> {
  const said = dict(
    await json("/expressions/parts", { method: "POST", body: question, signal }),
    "the parts of an expression",
  );
  return {
    expression: text(said.expression),
    kind: kind(said.kind),
    place: place(said.place),
    recipe: said.recipe === null ? null : recipe(said.recipe),
    parts: list(said.parts).map(part),
  };
}

export async function complete(
  source: string,
  cursor: number,
  model: string,
  signal: AbortSignal,
): Promise<Completions> {
  const body = { source, cursor, model };
  const said = soft(await json("/expressions/complete", { method: "POST", body, signal }));
  return {
    start: number(said.start),
    end: number(said.end),
    candidates: list(said.candidates).map((value) => {
      const one = soft(value);
      return {
        text: text(one.text),
        kind: text(one.kind),
        detail: text(one.detail),
        title: one.title ? words(one.title) : null,
        image: text(one.image) || null,
      };
    }),
  };
}

const item = (value: unknown): NearItem => {
  const one = soft(value);
  return {
    text: text(one.text),
    score: number(one.score),
    n: typeof one.n === "number" ? one.n : null,
    title: one.title ? words(one.title) : null,
  };
};

export interface NearQuestion extends Question {
  readonly among: string;
  readonly k: number;
  readonly language?: string;
}

export async function nearest(question: NearQuestion, signal: AbortSignal): Promise<Near> {
  const said = dict(
    await json("/expressions/nearest", { method: "POST", body: question, signal }),
    "what is near an expression",
  );
  return {
    among: text(said.among),
    items: list(said.items).map(item),
    baselines: list(said.baselines).map((value) => {
      const one = soft(value);
      return { name: text(one.name), expression: text(one.expression), items: list(one.items).map(item) };
    }),
  };
}

/** The expressions of kept pictures, newest first. */
export async function lately(model: string): Promise<readonly Used[]> {
  const query = new URLSearchParams({ model, limit: "24" });
  return list(soft(await json(`/expressions?${query}`)).items).map((value) => {
    const one = soft(value);
    return {
      expression: text(one.expression),
      place: place(one.place),
      image: text(soft(one.image).url) || null,
    };
  });
}
