/** An error as RFC 9457 tells it: what happened, and what to do. */

import { dict, number, text } from "./guards";

/** What to write in place of characters [start, end) of an expression. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    detail: string,
    readonly hint: string,
    readonly retryAfter_s: number | null = null,
    /** Where in an expression, counted in characters (not in UTF-16 units). */
    readonly position: number | null = null,
    readonly expected = "",
    readonly fix: Fix | null = null,
  ) {
    super(detail || title);
    this.name = "Problem";
  }
}

function fix(value: unknown): Fix | null {
  if (typeof value !== "object" || value === null) return null;
  const said = dict(value, "a fix");
  return { start: number(said.start), end: number(said.end), text: text(said.text) };
}

export function problemFrom(value: unknown, status: number, retryAfter_s: number | null = null): Problem {
  let said: Record<string, unknown> = {};
  try {
    said = dict(value, "a problem");
  } catch {
    // An error without a body still has its status.
  }
  return new Problem(
    text(said.code, status === 0 ? "offline" : "error"),
    number(said.status, status),
    text(said.title, `HTTP ${status}`),
    text(said.detail),
    text(said.hint),
    retryAfter_s,
    typeof said.position === "number" ? said.position : null,
    text(said.expected),
    fix(said.fix),
  );
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem("error", 0, "Error", error instanceof Error ? error.message : String(error), "");
