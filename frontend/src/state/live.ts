/** One live socket for the whole page, opened when it is first needed. */

import { Live } from "@/api/live";

let socket: Live | null = null;

export function live(): Live {
  socket ??= new Live();
  return socket;
}
