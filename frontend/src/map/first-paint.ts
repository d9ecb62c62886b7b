/** When the points are really on the screen: after the graphics card says so, not when it was asked. */

import type { GL } from "./gl";

/** The name under which the browser's timeline keeps that moment. */
export const PAINTED = "rashin:map-painted";

/** Mark the moment at which everything that was asked of the card so far is done. */
export function markFirst(gl: GL, gone: () => boolean): void {
  const done = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const look = () => {
    if (gone()) return;
    if (done && gl.getSyncParameter(done, gl.SYNC_STATUS) !== gl.SIGNALED) requestAnimationFrame(look);
    else performance.mark(PAINTED);
  };
  requestAnimationFrame(look);
}
