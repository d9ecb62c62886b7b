/** How many points a frame may draw: learnt from how long frames take, so that software and a fast card both move well. */

const FIRST = 120_000;
/** So few points are drawn anew at every frame, whatever the machine. */
export const LEAST = 40_000;
const MOST = 4_000_000;
/** Screens of sixty frames a second have none that is faster. */
const FAST_MS = 17.5;
const SLOW_MS = 30;
/** A longer gap is a pause, not a slow frame. */
const PAUSE_MS = 250;

export class Budget {
  points = FIRST;
  private last = 0;
  private fast = 0;
  private slow = 0;

  /** Say that a frame begins. */
  frame(now: number): void {
    const took = now - this.last;
    this.last = now;
    if (took <= 0 || took > PAUSE_MS) return;
    this.fast = took < FAST_MS ? this.fast + 1 : 0;
    this.slow = took > SLOW_MS ? this.slow + 1 : 0;
    // One slow frame may be anybody's fault; several in a row are ours.
    if (this.slow >= 3) this.change(0.75);
    else if (this.fast >= 6) this.change(1.3);
  }

  /** What comes next is no frame after the last one. */
  pause(): void {
    this.last = Number.NEGATIVE_INFINITY;
  }

  private change(factor: number): void {
    this.points = Math.round(Math.min(MOST, Math.max(LEAST, this.points * factor)));
    this.fast = 0;
    this.slow = 0;
  }
}
