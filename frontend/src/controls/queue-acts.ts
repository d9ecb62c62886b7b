/** The long acts: sweeps, maps, films and the like, under way and lately finished. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { LongAct } from "@/api/queue";
import type { Sweep } from "@/api/sweeps";
import type { JobState } from "@/api/types";
import { count, language, Speaks, t } from "@/state/language";
import { spoken } from "@/state/queue-state";
import { titleOf } from "@/state/recipe-words";
import { looks } from "./looks";
import "./progress";

const KINDS = ["map", "verify", "inversion", "scrub", "film", "direction", "audit", "fetch"] as const;

/** A sweep or a job, as this list shows it. */
export interface Act {
  readonly id: string;
  readonly what: "sweep" | "job";
  readonly title: string;
  readonly about: string;
  readonly state: JobState;
  readonly share: number;
  readonly error: string | null;
  readonly when: string;
  readonly address: string | null;
}

function ofSweep(sweep: Sweep): Act {
  const done = sweep.cells.filter((cell) => cell.state === "done").length;
  return {
    id: sweep.id,
    what: "sweep",
    title: `${t("queue.sweep")} · ${titleOf(sweep.recipe, sweep.id)}`,
    about: t("queue.sweepCells", { done: count(done), all: count(sweep.cells.length) }),
    state: sweep.state,
    share: sweep.progress,
    error: null,
    when: sweep.created_at,
    address: `/sweeps?id=${sweep.id}`,
  };
}

function ofJob(job: LongAct): Act {
  const kind = KINDS.find((known) => known === job.kind);
  const left = spoken(job.eta_s ?? 0);
  const map = job.kind === "map" && typeof job.result?.map_id === "string" ? job.result.map_id : null;
  const eta = job.eta_s === null || job.state !== "running" ? "" : t(left.key, { n: count(left.n) });
  return {
    id: job.id,
    what: "job",
    title: kind ? t(`queue.job.${kind}`) : t("queue.job.other", { kind: job.kind }),
    about: [job.state === "running" ? job.stage : "", eta].filter((part) => part !== "").join(" · "),
    state: job.state,
    share: job.progress,
    error: job.error,
    when: job.created_at,
    address: map === null ? null : `/?${new URLSearchParams({ map })}`,
  };
}

@customElement("rashin-queue-acts")
export class QueueActs extends LitElement {
  @property({ attribute: false }) jobs: readonly LongAct[] = [];
  @property({ attribute: false }) sweeps: readonly Sweep[] = [];

  static override styles = [
    looks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: flex;
        flex-direction: column;
        gap: 8px;
      }
      .now li {
        padding: 10px 12px 12px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .past li {
        padding: 6px 2px;
        border-bottom: 1px solid var(--line);
      }
      a {
        color: inherit;
      }
      b {
        display: block;
        font-weight: 550;
        font-size: 0.94rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        color: var(--soft);
        font-size: 0.84rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const acts = [...this.sweeps.map(ofSweep), ...this.jobs.map(ofJob)].sort((a, b) =>
      a.when < b.when ? 1 : -1,
    );
    const under = (act: Act): boolean => act.state === "queued" || act.state === "running";
    const past = acts.filter((act) => !under(act)).slice(0, 6);
    const now = acts.filter(under);
    return html`${
      now.length === 0
        ? nothing
        : html`<h2>${t("queue.acts")}</h2>
          <ul class="now" data-testid="acts">
            ${repeat(
              now,
              (act) => act.id,
              (act) => this.running(act),
            )}
          </ul>`
    }
    ${
      past.length === 0
        ? nothing
        : html`<h2>${t("queue.finished")}</h2>
          <ul class="past" data-testid="acts-past">
            ${repeat(
              past,
              (act) => act.id,
              (act) => this.finished(act),
            )}
          </ul>`
    }`;
  }

  private named(act: Act) {
    return html`<b>${act.address === null ? act.title : html`<a href=${act.address}>${act.title}</a>`}</b>`;
  }

  private running(act: Act) {
    const words = [t(`queue.state.${act.state}`), act.about].filter((part) => part !== "").join(" · ");
    return html`<li data-testid="act" data-id=${act.id}>
      ${this.named(act)}
      <rashin-progress
        .words=${words}
        .share=${act.share}
        @cancel=${() => this.dispatchEvent(new CustomEvent<Act>("stop", { detail: act }))}
      ></rashin-progress>
    </li>`;
  }

  private finished(act: Act) {
    const when = new Date(act.when).toLocaleString(language() === "ja" ? "ja-JP" : "en-GB", {
      dateStyle: "medium",
      timeStyle: "short",
    });
    const state = act.state === "done" && act.what === "sweep" ? act.about : t(`queue.state.${act.state}`);
    return html`<li>${this.named(act)}<small>${[state, when, act.error].filter((part) => part).join(" · ")}</small></li>`;
  }
}
