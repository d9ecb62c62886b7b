/** From a journey to a file: which kind, how large; a job that goes on when the page is closed. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import * as api from "@/api/journeys";
import { asProblem, type Problem } from "@/api/problem";
import { wishOf } from "@/state/journey-state";
import { leftWords } from "@/state/journey-words";
import { count, Speaks, t } from "@/state/language";
import "./copy-call";
import { icon } from "./icons";
import { looks } from "./looks";
import "./notice";
import "./progress";

const AGAIN_MS = 400;
/** So many fit into one film. */
const MOST_FRAMES = 3_600;
const SCALES = [0, 1, 2, 4, 8] as const;

@customElement("rashin-journey-export")
export class JourneyExport extends LitElement {
  @property({ attribute: false }) journey: api.Journey | null = null;
  @state() private formats: readonly api.FormatCard[] = [];
  @state() private format: api.Format = "mp4";
  @state() private scale = 0;
  @state() private keep = false;
  @state() private job: api.JourneyJob | null = null;
  @state() private problem: Problem | null = null;
  private timer = 0;
  private followed = "";

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
        gap: 10px;
        align-items: end;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 0.84rem;
        color: var(--soft);
      }
      select {
        min-height: 40px;
        width: 100%;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--sunken);
        color: var(--ink);
      }
      .tick {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        color: var(--ink);
        font-size: 0.9rem;
      }
      .tick input {
        width: 18px;
        height: 18px;
        accent-color: var(--accent);
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 6px;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 10px;
        font-size: 0.88rem;
      }
      li video,
      li img,
      .packed {
        width: 56px;
        height: 56px;
        border-radius: 10px;
        background: #fff;
        object-fit: cover;
        display: grid;
        place-items: center;
        color: #566274;
      }
      p {
        margin: 0;
        font-size: 0.86rem;
      }
      .warn {
        color: var(--accent);
      }
      summary {
        min-height: 40px;
        display: flex;
        align-items: center;
        cursor: pointer;
        font-size: 0.86rem;
        color: var(--soft);
      }
      .copies {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 14px;
        align-items: center;
        font-size: 0.86rem;
      }
      .status {
        min-height: 40px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async begin(): Promise<void> {
    try {
      this.formats = await api.formats();
      const able = this.formats.find((one) => one.available);
      if (able) this.format = able.format;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("journey")) return;
    const id = this.journey?.id ?? "";
    if (id === this.followed) return;
    // Another journey: go on with its film, if one is under way.
    this.followed = id;
    clearTimeout(this.timer);
    this.job = null;
    this.problem = null;
    const under = this.journey?.jobs.find((one) => one.kind === "film");
    if (under) void this.follow(under);
  }

  private async follow(job: api.JourneyJob): Promise<void> {
    this.job = job;
    if (job.state === "queued" || job.state === "running") {
      this.timer = window.setTimeout(async () => {
        try {
          await this.follow(await api.getJob(job.id));
        } catch (error) {
          this.problem = asProblem(error);
        }
      }, AGAIN_MS);
      return;
    }
    if (job.state === "failed" && job.error) this.problem = asProblem(new Error(job.error));
    this.dispatchEvent(new Event("filmed"));
  }

  private get wish(): api.Changes {
    const wish = { format: this.format, keep_frames: this.keep };
    return this.scale === 0 ? wish : { ...wish, scale: this.scale };
  }

  private async make(): Promise<void> {
    if (!this.journey) return;
    this.problem = null;
    try {
      await this.follow(await api.film(this.journey.id, this.wish));
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  override render() {
    const { job } = this;
    const under = job !== null && (job.state === "queued" || job.state === "running");
    const card = this.formats.find((one) => one.format === this.format);
    return html`<div class="fields">
        <label
          >${t("journeys.format")}
          <select
            data-testid="film-format"
            @change=${(event: Event) => {
              this.format = (event.target as HTMLSelectElement).value as api.Format;
            }}
          >
            ${this.formats.map(
              (one) =>
                html`<option value=${one.format} ?disabled=${!one.available} .selected=${one.format === this.format}>
                  ${t(`journeys.format.${one.format}`)}
                </option>`,
            )}
          </select>
        </label>
        <label
          >${t("journeys.scale")}
          <select
            ?disabled=${this.format === "frames"}
            @change=${(event: Event) => {
              this.scale = Number((event.target as HTMLSelectElement).value);
            }}
          >
            ${SCALES.map((one) => html`<option value=${one} .selected=${one === this.scale}>${one === 0 ? t("journeys.scale.fit") : `× ${one}`}</option>`)}
          </select>
        </label>
        <button
          class="primary"
          data-testid="film-make"
          ?disabled=${!this.journey?.ready || under || !card?.available}
          @click=${() => void this.make()}
        >
          ${icon("down")}${t("journeys.render")}
        </button>
      </div>
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${this.keep}
          @change=${(event: Event) => {
            this.keep = (event.target as HTMLInputElement).checked;
          }}
        />${t("journeys.keep")}</label
      >
      ${this.size()}
      ${this.copies()}
      ${this.formats.some((one) => !one.available) ? html`<p class="quiet">${t("journeys.install")}</p>` : nothing}
      ${this.problem ? html`<rashin-notice .problem=${this.problem}></rashin-notice>` : nothing}
      <div class="status">${under ? this.progress(job) : nothing}</div>
      ${this.films()}`;
  }

  /** How many frames it will be, and whether that is too many for one film. */
  private size() {
    const { journey } = this;
    if (!journey?.ready) return nothing;
    const n = Math.max(2, Math.round(journey.total_s * journey.fps));
    const words = t("journeys.frames", { n: count(n), s: journey.total_s });
    if (n <= MOST_FRAMES) return html`<p class="quiet" data-testid="film-size">${words}</p>`;
    return html`<p class="warn" role="alert" data-testid="film-size">
      ${words}: ${t("journeys.tooLong", { most: count(MOST_FRAMES) })}
    </p>`;
  }

  /** The film as a call, and the journey as one that makes it anew elsewhere. */
  private copies() {
    const { journey } = this;
    if (!journey) return nothing;
    const film = journey.ready ? { path: api.journeyPath(journey.id, "/films"), body: this.wish } : null;
    return html`<details>
      <summary>${t("journeys.copies")}</summary>
      <div class="copies">
        <span>${t("journeys.copyJourney")}</span>
        <rashin-copy-call data-testid="copy-journey" .call=${{ path: api.journeyPath(), body: wishOf(journey) }}></rashin-copy-call>
        <span>${t("journeys.copyFilm")}</span>
        <rashin-copy-call data-testid="copy-film" .call=${film}></rashin-copy-call>
      </div>
    </details>`;
  }

  private progress(job: api.JourneyJob) {
    const frame = job.stage.match(/(\d+) of (\d+)/);
    const stage = frame
      ? t("journeys.frame", { n: frame[1] ?? "", all: frame[2] ?? "" })
      : t(job.stage === "" ? "journeys.waiting" : "journeys.writing");
    return html`<rashin-progress
      data-testid="film-progress"
      .words=${stage + leftWords(job)}
      .share=${job.progress}
      @cancel=${() =>
        void api.cancelJob(job.id).catch((error: unknown) => {
          this.problem = asProblem(error);
        })}
    ></rashin-progress>`;
  }

  private films() {
    const films = this.journey?.films ?? [];
    if (films.length === 0) return nothing;
    return html`<ul data-testid="films">
      ${films.map((one) => {
        const size = `${count(Math.max(1, Math.round(one.bytes / 1000)))} kB`;
        const kind = one.media_type.split("/").at(-1) ?? "";
        return html`<li>
          ${
            one.media_type.startsWith("video/")
              ? html`<video src=${one.url} muted loop playsinline controls preload="metadata" aria-label=${kind}></video>`
              : one.media_type.startsWith("image/")
                ? html`<img src=${one.url} alt=${kind} loading="lazy" />`
                : html`<span class="packed">${icon("layers")}</span>`
          }
          <span>${kind.toUpperCase()} · ${size}<br /><small class="quiet">${t("journeys.frames", { n: count(one.frames), s: one.seconds })}</small></span>
          <a class="button" data-testid="film-file" href=${one.url} download="journey.${one.name.split(".").at(-1)}">${icon("down")}<span class="off">${t("journeys.download")}</span></a>
        </li>`;
      })}
    </ul>`;
  }
}
