/** An error as RFC 9457 tells it: what happened, and what to do. */

import { dict, number, text } from "./guards";

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
  ) {
    super(detail || title);
    this.name = "Problem";
  }
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
  );
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem("error", 0, "Error", error instanceof Error ? error.message : String(error), "");
