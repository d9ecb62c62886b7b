/** How a knob says that it was turned: the event climbs to the page, whatever holds the knob. */

import type { StudioState } from "@/state/knobs";

export type Pace = "now" | "typing" | "drag";

export interface KnobChange {
  readonly patch: Partial<StudioState>;
  readonly pace: Pace;
}

export function turn(from: HTMLElement, patch: Partial<StudioState>, pace: Pace = "now"): void {
  const detail: KnobChange = { patch, pace };
  from.dispatchEvent(new CustomEvent<KnobChange>("knob", { detail, bubbles: true, composed: true }));
}

/** The hand let go: what is shown now is meant. */
export function rest(from: HTMLElement): void {
  from.dispatchEvent(new Event("settle", { bubbles: true, composed: true }));
}
