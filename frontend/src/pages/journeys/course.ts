/** The journey that is on the page: saved as it is edited, and looked at again when that changes what is seen. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import * as api from "@/api/journeys";
import { tellChanged } from "@/api/made";
import { change } from "@/state/journey-state";

const AGAIN_MS = 350;
const REST_MS = 300;

export class Course implements ReactiveController {
  journey: api.Journey | null = null;
  /** The outlook that is under way. */
  job: api.JourneyJob | null = null;
  private gone = new AbortController();
  private turn: Promise<void> = Promise.resolve();
  private rest = 0;
  private timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly failed: (error: unknown) => void,
    private readonly changed: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.gone = new AbortController();
  }

  hostDisconnected(): void {
    this.gone.abort();
    clearTimeout(this.timer);
    clearTimeout(this.rest);
  }

  /** Take a journey in, and look at it where nobody has. */
  show(journey: api.Journey | null): void {
    const other = journey?.id !== this.journey?.id;
    if (other) this.job = null;
    this.journey = journey;
    this.host.requestUpdate();
    if (other) this.changed();
    if (journey) this.lookSoon(journey, other);
  }

  /** A look that was under way before the page was opened goes on; one before an edit is out of date. */
  private lookSoon(journey: api.Journey, opened: boolean): void {
    clearTimeout(this.rest);
    const blank = journey.stations.some((one) => one.image === null);
    const under = journey.jobs.find((one) => one.kind === "outlook");
    if (under && opened) void this.follow(under);
    else if ((journey.ready && journey.outlook === null) || blank)
      this.rest = window.setTimeout(() => void this.look(journey.id), REST_MS);
  }

  private async look(id: string): Promise<void> {
    try {
      await this.follow(await api.look(id));
    } catch (error) {
      this.failed(error);
    }
  }

  private async follow(job: api.JourneyJob): Promise<void> {
    clearTimeout(this.timer);
    this.job = job;
    const under = job.state === "queued" || job.state === "running";
    const id = this.journey?.id;
    try {
      if (id !== undefined && !this.gone.signal.aborted) {
        const journey = await api.getJourney(id, this.gone.signal);
        // What was edited meanwhile is newer than this answer.
        if (this.job === job && journey.id === this.journey?.id) this.journey = journey;
      }
      if (this.job !== job) return;
      if (!under) {
        this.job = null;
        if (job.state === "failed") this.failed(new Error(job.error ?? job.state));
      } else
        this.timer = window.setTimeout(async () => {
          try {
            const next = await api.getJob(job.id, this.gone.signal);
            if (this.job === job) await this.follow(next);
          } catch (error) {
            if (!this.gone.signal.aborted) this.failed(error);
          }
        }, AGAIN_MS);
    } catch (error) {
      if (!this.gone.signal.aborted) this.failed(error);
    } finally {
      this.host.requestUpdate();
    }
  }

  async cancel(): Promise<void> {
    const { job } = this;
    if (job) await api.cancelJob(job.id).catch(this.failed);
  }

  /** Read it again, for instance when a film is there. */
  async again(): Promise<void> {
    const id = this.journey?.id;
    if (id !== undefined) this.journey = await api.getJourney(id, this.gone.signal);
    this.host.requestUpdate();
  }

  /** Save a change; one after the other, so that the last word is the last. `wish` sees the newest state. */
  edit(wish: (journey: api.Journey | null) => api.Changes): Promise<void> {
    this.turn = this.turn.then(async () => {
      try {
        const { journey } = this;
        const changes = wish(journey);
        this.job = null;
        clearTimeout(this.timer);
        this.show(journey ? await api.changeJourney(journey.id, changes) : await api.createJourney(changes));
        if (journey) tellChanged({ kind: "journey", journey: journey.id, ...change(journey, changes) });
      } catch (error) {
        this.failed(error);
      }
    });
    return this.turn;
  }
}
