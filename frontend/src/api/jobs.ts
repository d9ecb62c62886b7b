/** Following a long act until its end. */

import { type Act, act } from "./building";
import { API } from "./http";

/** How an act went in the end; `heard` is told of every change on the way. Rejects when nobody listens any more. */
export function follow(id: string, heard: (act: Act) => void, signal: AbortSignal): Promise<Act> {
  // After a lost connection the browser asks again by itself, from the last change that it heard.
  const stream = new EventSource(`${API}/jobs/${encodeURIComponent(id)}/events`);
  return new Promise<Act>((done, failed) => {
    signal.addEventListener("abort", () => failed(signal.reason), { once: true });
    const take = (event: MessageEvent<string>): Act => {
      const now = act(JSON.parse(event.data));
      heard(now);
      return now;
    };
    stream.addEventListener("state", take);
    stream.addEventListener("done", (event) => done(take(event)));
  }).finally(() => stream.close());
}
