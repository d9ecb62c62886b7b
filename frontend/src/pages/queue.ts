/** The queue: what is being made, what waits and in which order, and the long acts beside it. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { cancelRender } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import { cancelAct, clearQueue, enqueue, moveWaiting, type QueueView, type Waiting } from "@/api/queue";
import { cancelSweep } from "@/api/sweeps";
import type { ModelCard } from "@/api/types";
import type { ConfirmSheet } from "@/controls/confirm-sheet";
import "@/controls/confirm-sheet";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import type { Act } from "@/controls/queue-acts";
import "@/controls/queue-acts";
import "@/controls/queue-made";
import type { Moved } from "@/controls/queue-waiting";
import "@/controls/queue-waiting";
import type { Toast } from "@/controls/toast";
import "@/controls/toast";
import type { Page } from "@/router";
import { count, Speaks, t } from "@/state/language";
import { models } from "@/state/models";
import { spoken } from "@/state/queue-state";
import { QueueWatch } from "@/state/queue-watch";

const MORE = 200;

@customElement("queue-page")
export class QueuePage extends LitElement {
  @state() private models: readonly ModelCard[] = [];
  @state() private problem: Problem | null = null;
  @query("rashin-toast") private toast!: Toast;
  @query("rashin-confirm") private confirm!: ConfirmSheet;
  private readonly watch = new QueueWatch(this, (error) => {
    this.problem = asProblem(error);
  });
  private gone = new AbortController();

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 340px;
        gap: 14px 28px;
        align-content: start;
        height: 100%;
        overflow-y: auto;
        overflow-anchor: none;
        scrollbar-gutter: stable;
        padding: 14px 20px 90px;
        max-width: 1500px;
        margin: 0 auto;
      }
      header {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
        min-height: 44px;
        padding-bottom: 6px;
      }
      h1 {
        margin: 0;
        font-size: 1.2rem;
        letter-spacing: -0.01em;
      }
      header p {
        flex: 1 1 180px;
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      .paused {
        color: var(--warn);
        font-weight: 550;
      }
      rashin-notice {
        grid-column: 1 / -1;
      }
      section {
        display: flex;
        flex-direction: column;
        gap: 8px;
        min-width: 0;
      }
      section + section {
        margin-top: 20px;
      }
      .row {
        display: flex;
        align-items: center;
        justify-content: space-between;
        min-height: 40px;
      }
      .row button {
        min-height: 34px;
        font-size: 0.86rem;
      }
      .none {
        display: grid;
        place-items: center;
        align-content: center;
        text-align: center;
        min-height: 150px;
        border: 1px dashed var(--line);
        border-radius: var(--radius);
        padding: 18px;
      }
      .none b {
        font-weight: 600;
      }
      .none p {
        margin: 2px 0 12px;
      }
      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          padding: 10px 12px 60px;
          scrollbar-gutter: auto;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.gone = new AbortController();
    void models(this.gone.signal).then((cards) => {
      this.models = cards;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gone.abort();
  }

  /** Cancel one; whoever thinks again gets it back where it stood. */
  private async stop(one: Waiting): Promise<void> {
    const { recipe, position } = one;
    if (!(await this.watch.after(() => cancelRender(one.id)))) return;
    const back = async (): Promise<void> => {
      if (!recipe) return;
      await enqueue(recipe);
      if (position !== null) await moveWaiting(one.id, position);
    };
    this.toast.show(() => t("queue.cancelled"), recipe ? () => void this.watch.after(back) : null);
  }

  private async stopAct(act: Act): Promise<void> {
    await this.watch.after(() => (act.what === "sweep" ? cancelSweep(act.id) : cancelAct(act.id)));
  }

  private async clear(n: number): Promise<void> {
    const yes = await this.confirm.ask({
      title: () => t("queue.cancelAllAsk", { n: count(n) }),
      body: () => t("queue.cancelAllBody"),
      yes: () => t("queue.cancelAllDo"),
    });
    if (yes) await this.watch.after(clearQueue);
  }

  override render() {
    const { queue } = this.watch;
    const made = queue?.items.filter((one) => one.position === null) ?? [];
    const waiting = queue?.items.filter((one) => one.position !== null) ?? [];
    return html`<header>
        <h1>${t("queue.title")}</h1>
        <p class="quiet ${queue?.paused ? "paused" : ""}" role="status" data-testid="queue-state">
          ${queue ? this.state(queue) : t("common.loading")}
        </p>
        <button
          data-testid="pause"
          class=${queue?.paused ? "primary" : ""}
          ?disabled=${!queue}
          @click=${() => void this.watch.pause(!queue?.paused)}
        >
          ${icon(queue?.paused ? "play" : "pause")}${t(queue?.paused ? "queue.resume" : "queue.pause")}
        </button>
      </header>
      ${
        this.problem
          ? html`<rashin-notice
              .problem=${this.problem}
              @dismiss=${() => {
                this.problem = null;
              }}
            ></rashin-notice>`
          : nothing
      }
      <div>
        <section>
          <div class="row"><h2>${t("queue.making")}${made.length > 0 ? ` · ${count(made.length)}` : ""}</h2></div>
          <rashin-queue-made
            .items=${made}
            .models=${this.models}
            @stop=${(event: CustomEvent<Waiting>) => void this.stop(event.detail)}
          ></rashin-queue-made>
        </section>
        <section>${queue ? this.line(queue, waiting) : nothing}</section>
      </div>
      <rashin-queue-acts
        .jobs=${this.watch.acts}
        .sweeps=${this.watch.sweeps}
        @stop=${(event: CustomEvent<Act>) => void this.stopAct(event.detail)}
      ></rashin-queue-acts>
      <rashin-confirm></rashin-confirm>
      <rashin-toast></rashin-toast>`;
  }

  private state(queue: QueueView): string {
    if (queue.paused) return `${t("queue.pausedTitle")}. ${t("queue.pausedBody")}`;
    if (queue.items.length === 0) return "";
    const { key, n } = spoken(queue.eta_s ?? 0);
    const time = queue.eta_s === null ? "" : t("queue.allIn", { time: t(key, { n: count(n) }) });
    const many = queue.waiting === 0 ? "" : t("queue.count", { n: count(queue.waiting) });
    return [many, time].filter((part) => part !== "").join(" · ");
  }

  private line(queue: QueueView, waiting: readonly Waiting[]) {
    if (queue.waiting === 0)
      return html`<div class="row"><h2>${t("queue.waiting")}</h2></div>
        <div class="none" data-testid="nothing">
          <b>${t("queue.nothing")}</b>
          <p class="quiet">${t("queue.nothingHint")}</p>
          <a class="button" href="/sweeps">${t("queue.nothingDo")}</a>
        </div>`;
    return html`<div class="row">
        <h2>${t("queue.waiting")} · ${count(queue.waiting)}</h2>
        <button class="bare" data-testid="clear" @click=${() => void this.clear(queue.waiting)}>
          ${t("queue.cancelAll")}
        </button>
      </div>
      <rashin-queue-waiting
        .items=${waiting}
        .all=${queue.waiting}
        .models=${this.models}
        .scroller=${this}
        @hold=${(event: CustomEvent<boolean>) => this.watch.hold(event.detail)}
        @move=${(event: CustomEvent<Moved>) => void this.watch.move(event.detail.one.id, event.detail.to)}
        @stop=${(event: CustomEvent<Waiting>) => void this.stop(event.detail)}
        @more=${() => {
          this.watch.limit += MORE;
          void this.watch.look();
        }}
      ></rashin-queue-waiting>`;
  }
}

export const page: Page = {
  path: "/queue",
  title: "nav.queue",
  order: 7,
  icon: "queue",
  headed: true,
  mount(root) {
    const element = document.createElement("queue-page");
    root.append(element);
    return () => element.remove();
  },
};
