/** Who joins a map, told by the server as it happens. */

import * as guards from "./guards";
import { API } from "./http";
import type { Addition } from "./types";

/** A stream that the server refused is asked for again after this long. */
const AGAIN_MS = 30_000;

/**
 * Hear of every point that joins from now on. `begun` is told whenever a connection begins: what joined before it
 * has to be asked for. Returns the way to stop.
 */
export function joining(map: string, joined: (point: Addition) => void, begun: () => void): () => void {
  let stream: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    stream = new EventSource(`${API}/maps/${map}/events`);
    stream.addEventListener("open", begun);
    stream.addEventListener("joined", (event: MessageEvent<string>) =>
      joined(guards.addition(JSON.parse(event.data))),
    );
    // A lost connection is taken up again by the browser; a refused one is not.
    stream.addEventListener("error", () => {
      if (stream?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    stream?.close();
  };
}
