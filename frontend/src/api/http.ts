/** One door for every request: JSON in, JSON or bytes out, problems thrown. */

import { Problem, problemFrom } from "./problem";

export const API = "/api/v1";

export interface Ask {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(path: string, ask: Ask): Promise<Response> {
  const headers: Record<string, string> = { ...ask.headers };
  const init: RequestInit = { method: ask.method ?? "GET", headers };
  if (ask.signal) init.signal = ask.signal;
  if (ask.body instanceof FormData) init.body = ask.body;
  else if (ask.body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(ask.body);
  }
  let response: Response;
  try {
    response = await fetch(API + path, init);
  } catch (error) {
    if (ask.signal?.aborted) throw error;
    throw new Problem("offline", 0, "Offline", "The server cannot be reached.", "");
  }
  if (!response.ok) {
    const wait = Number(response.headers.get("Retry-After"));
    const body: unknown = await response.json().catch(() => null);
    throw problemFrom(body, response.status, Number.isFinite(wait) && wait > 0 ? wait : null);
  }
  return response;
}

export async function json(path: string, ask: Ask = {}): Promise<unknown> {
  const response = await send(path, ask);
  return response.status === 204 ? null : response.json();
}

export async function bytes(path: string, ask: Ask = {}): Promise<ArrayBuffer> {
  return (await send(path, ask)).arrayBuffer();
}
