/** The picture that follows the hand: newest wins, fewer steps while dragging, patience with slow models. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Frame } from "@/api/frames";
import type { Problem } from "@/api/problem";
import type { ModelCard } from "@/api/types";
import type { Pace } from "@/controls/knob-event";
import { draftSteps, type StudioState } from "@/state/knobs";
import { live } from "@/state/live";
import { toRecipe } from "@/state/studio-recipe";

const VIEW = "studio";
const TYPING_MS = 120;
/** A drag whose pictures take longer than this is drawn with fewer steps; the last one has all of them. */
const SLUGGISH_MS = 110;
/** Pictures that take longer than this are drawn when the hand lets go, not while it moves. */
const DEAR_MS = 1200;
const TYPING_DEAR_MS = 500;
/** Progress is shown for what takes longer than this. */
const SLOW_MS = 600;

export interface DrawingEvents {
  frame(frame: Frame): void;
  /** The newest picture is whole. */
  done(): void;
  failed(problem: Problem): void;
}

export class Drawing implements ReactiveController {
  /** There was a picture. */
  drawn = false;
  /** The picture on its way takes long enough to say so. */
  slow = false;
  /** Pictures take so long that none is made without a reason. */
  dear = false;
  step: { readonly step: number; readonly steps: number } | null = null;
  /** Something was asked and not answered. */
  busy = false;
  private sluggish = false;
  private draft = false;
  private wanted: { studio: StudioState; card: ModelCard } | null = null;
  private askTimer: ReturnType<typeof setTimeout> | undefined;
  private slowTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly events: DrawingEvents,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    live().watch(VIEW, {
      frame: (frame) => {
        this.drawn = true;
        this.step = frame.final ? null : { step: frame.step, steps: frame.steps };
        this.events.frame(frame);
        this.host.requestUpdate();
      },
      done: (_id, _recipe, took_ms) => {
        this.working(false);
        this.sluggish = took_ms > SLUGGISH_MS;
        this.dear = took_ms > DEAR_MS;
        this.events.done();
      },
      failed: (problem) => {
        this.working(false);
        this.events.failed(problem);
      },
    });
  }

  hostDisconnected(): void {
    clearTimeout(this.askTimer);
    clearTimeout(this.slowTimer);
    live().forget(VIEW);
  }

  /** Follow the knobs at the pace of the hand. */
  follow(studio: StudioState, card: ModelCard, pace: Pace): void {
    this.wanted = { studio, card };
    // While a slider is held: at least eight pictures a second, if need be with fewer steps.
    if (pace === "drag") this.draft ||= this.sluggish;
    clearTimeout(this.askTimer);
    if (pace === "typing")
      this.askTimer = setTimeout(() => this.ask(), this.dear ? TYPING_DEAR_MS : TYPING_MS);
    else if (pace !== "drag" || !this.dear) this.ask();
  }

  /** The hand let go: the picture that stays has all its steps. */
  settle(): void {
    const exact = !this.draft;
    this.draft = false;
    if (!exact) this.ask();
  }

  cancel(): void {
    clearTimeout(this.askTimer);
    live().cancel(VIEW);
    this.working(false);
  }

  /** A failure elsewhere ends the waiting. */
  rest(): void {
    this.working(false);
  }

  private ask(): void {
    if (!this.wanted) return;
    const { studio, card } = this.wanted;
    const steps = (this.draft ? draftSteps(card, studio.steps) : null) ?? studio.steps;
    live().ask(VIEW, toRecipe({ ...studio, steps }, card), this.dear || !card.resident);
    this.working(true);
  }

  private working(on: boolean): void {
    clearTimeout(this.slowTimer);
    this.busy = on;
    if (!on) {
      this.slow = false;
      this.step = null;
    } else if (!this.slow)
      this.slowTimer = setTimeout(() => {
        this.slow = true;
        this.host.requestUpdate();
      }, SLOW_MS);
    this.host.requestUpdate();
  }
}
