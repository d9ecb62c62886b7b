/** Journeys: stations in a row, an even pace between them, and a film of it. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import * as client from "@/api/client";
import * as api from "@/api/journeys";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard } from "@/api/types";
import { DropAnywhere } from "@/controls/drop-anywhere";
import { icon } from "@/controls/icons";
import "@/controls/journey-chart";
import "@/controls/journey-export";
import "@/controls/journey-leg";
import type { JourneyLeg } from "@/controls/journey-leg";
import "@/controls/journey-pace";
import "@/controls/journey-player";
import type { JourneyPlayer } from "@/controls/journey-player";
import "@/controls/journey-square";
import "@/controls/journey-strip";
import type { Moved } from "@/controls/journey-strip";
import { looks } from "@/controls/looks";
import "@/controls/notice";
import "@/controls/progress";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { readWish } from "@/state/journey-address";
import { asInput, legsWithout, moved, stationsOf } from "@/state/journey-state";
import { leftWords } from "@/state/journey-words";
import { Speaks, t } from "@/state/language";
import { models } from "@/state/models";
import "./journeys/add";
import type { JourneyAdd } from "./journeys/add";
import { Course } from "./journeys/course";
import "./journeys/earlier";
import { journeysLooks } from "./journeys/looks";

const FILMS = /^video\/|^application\/(zip|x-zip-compressed)$|^image\/gif$/;

@customElement("journeys-page")
export class JourneysPage extends LitElement {
  @state() private models: readonly ModelCard[] = [];
  @state() private earlier: readonly api.Journey[] = [];
  @state() private more: string | null = null;
  @state() private problem: Problem | null = null;
  @state() private second = 0;
  @state() private at = 0;
  @query("rashin-journey-add") private add!: JourneyAdd;
  @query("rashin-journey-leg") private leg!: JourneyLeg;
  @query("rashin-journey-player") private player!: JourneyPlayer;
  private readonly course = new Course(
    this,
    (error) => {
      this.problem = asProblem(error);
    },
    () => {
      const id = this.course.journey?.id;
      replaceQuery(id === undefined ? "" : `id=${id}`);
      void this.list();
    },
  );
  private gone = new AbortController();
  private readonly drop = new DropAnywhere(this, (files) => void this.take(files));

  static override styles = [looks, journeysLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.gone = new AbortController();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gone.abort();
  }

  private async begin(): Promise<void> {
    const asked = location.search;
    const id = new URLSearchParams(asked).get("id");
    try {
      this.models = await models(this.gone.signal);
      if (id !== null) this.course.show(await api.getJourney(id));
      else {
        const wish = readWish(asked);
        if (wish) await this.course.edit(() => wish);
        else await this.list();
      }
    } catch (error) {
      if (this.gone.signal.aborted) return;
      this.problem = asProblem(error);
      await this.list();
    }
  }

  private async list(cursor?: string): Promise<void> {
    try {
      const found = await api.listJourneys(cursor);
      this.earlier = cursor === undefined ? found.items : [...this.earlier, ...found.items];
      this.more = found.next;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private edit(wish: (journey: api.Journey | null) => api.Changes): void {
    this.problem = null;
    void this.course.edit(wish);
  }

  private take_(stations: readonly api.StationInput[]): void {
    this.edit((journey) => ({ stations: [...stationsOf(journey), ...stations] }));
  }

  private move({ from, to }: Moved): void {
    this.edit((journey) => ({ stations: moved(journey?.stations ?? [], from, to).map(asInput), beats: [] }));
  }

  private takeAway(at: number): void {
    this.edit((journey) => ({
      stations: stationsOf(journey).filter((_, place) => place !== at),
      legs: legsWithout(journey?.legs ?? [], at),
      beats: [],
    }));
  }

  /** Films restore their journey; pictures become stations, by their recipe if they carry one. */
  private async take(files: readonly File[]): Promise<void> {
    this.problem = null;
    for (const file of files)
      try {
        if (FILMS.test(file.type) || /\.(zip|gif|mp4|webm)$/i.test(file.name)) {
          this.course.show(await api.readFilm(file));
          continue;
        }
        if (await this.moves(file)) continue;
        const found = await client.upload(file);
        const model = this.course.journey?.stations[0]?.recipe.model;
        this.take_([
          found.recipe
            ? { recipe: found.recipe }
            : { image: found.sha256, ...(model !== undefined && { model }) },
        ]);
      } catch (error) {
        this.problem = asProblem(error);
      }
  }

  /** A PNG or WebP may be a film as well. */
  private async moves(file: File): Promise<boolean> {
    const bytes = new TextDecoder("latin1").decode(await file.arrayBuffer());
    if (!/rashin[-:]journey/.test(bytes)) return false;
    this.course.show(await api.readFilm(file));
    return true;
  }

  private start(): void {
    const model = this.models[0]?.id;
    if (model === undefined) return;
    const stations = [
      { prompt: t("journeys.example.a"), seed: 3, model },
      { prompt: t("journeys.example.b"), seed: 8, model },
    ];
    this.edit(() => ({ stations }));
  }

  private async forget(id: string): Promise<void> {
    try {
      await api.deleteJourney(id);
      if (this.course.journey?.id === id) this.course.show(null);
      else await this.list();
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private open(id: string): void {
    void api
      .getJourney(id)
      .then((journey) => this.course.show(journey))
      .catch((error: unknown) => {
        this.problem = asProblem(error);
      });
  }

  override render() {
    const { journey } = this.course;
    return html`${this.head(journey)}
      ${journey ? this.journey(journey) : this.beginning()}
      <rashin-journey-earlier
        .journeys=${this.earlier}
        .open=${journey?.id ?? ""}
        .more=${this.more !== null}
        @open=${(event: CustomEvent<string>) => this.open(event.detail)}
        @forget=${(event: CustomEvent<string>) => void this.forget(event.detail)}
        @more=${() => void this.list(this.more ?? undefined)}
      ></rashin-journey-earlier>
      <rashin-journey-add
        .models=${this.models}
        .model=${journey?.stations[0]?.recipe.model ?? ""}
        .sources=${journey?.stations.map((one) => one.source) ?? []}
        .refused=${this.problem}
        @back=${(event: CustomEvent<number>) =>
          this.edit((now) => ({ stations: stationsOf(now).slice(0, -event.detail), beats: [] }))}
        @take=${(event: CustomEvent<readonly api.StationInput[]>) => this.take_(event.detail)}
        @files=${(event: CustomEvent<readonly File[]>) => void this.take(event.detail)}
      ></rashin-journey-add>
      <rashin-journey-leg
        .leg=${journey?.legs[this.at] ?? null}
        .from=${this.at + 1}
        .to=${this.at + 1 === (journey?.stations.length ?? 0) ? 1 : this.at + 2}
        @leg=${(event: CustomEvent<{ leg: api.Leg; everywhere: boolean }>) => {
          const { leg, everywhere } = event.detail;
          const { at } = this;
          this.edit((now) => ({
            legs: (now?.legs ?? []).map((one, place) => (everywhere || place === at ? leg : one)),
            beats: [],
          }));
        }}
      ></rashin-journey-leg>
      ${this.drop.over ? html`<div class="over">${t("journeys.dropHere")}</div>` : nothing}`;
  }

  private head(journey: api.Journey | null) {
    return html`<header>
      <input
        data-testid="journey-title"
        aria-label=${t("journeys.title")}
        placeholder=${t("journeys.untitled")}
        maxlength="200"
        ?disabled=${!journey}
        .value=${journey?.title ?? ""}
        @change=${(event: Event) => {
          const title = (event.target as HTMLInputElement).value;
          this.edit(() => ({ title }));
        }}
      />
      ${
        journey
          ? html`<div class="shapes" role="group" aria-label=${t("journeys.shape")}>
              ${(["line", "grid"] as const).map(
                (shape) => html`<button
                  data-testid="shape-${shape}"
                  aria-pressed=${journey.shape === shape}
                  ?disabled=${shape === "grid" && journey.stations.length > 4}
                  title=${t(`journeys.shapeHint.${shape}`)}
                  @click=${() => this.edit(() => ({ shape, legs: [], route: [], loop: false, beats: [] }))}
                >
                  ${icon(shape === "line" ? "between" : "grid")}${t(`journeys.shape.${shape}`)}
                </button>`,
              )}
            </div>
            <button data-testid="journey-new" aria-label=${t("journeys.new")} @click=${() => this.course.show(null)}>${icon("plus")}<span class="wide">${t("journeys.new")}</span></button>`
          : nothing
      }
    </header>`;
  }

  private notice() {
    return this.problem ? html`<rashin-notice .problem=${this.problem}></rashin-notice>` : nothing;
  }

  private beginning() {
    return html`<div class="begin">
      ${this.notice()}
      <p>${t("journeys.empty")}</p>
      <div class="ways">
        <button class="primary" data-testid="journey-example" @click=${() => this.start()}>
          ${icon("play")}${t("journeys.example")}
        </button>
        <button data-testid="add-first" @click=${() => this.add.open()}>${icon("plus")}${t("journeys.add")}</button>
      </div>
      <p class="quiet">${t("journeys.dropHint")}</p>
    </div>`;
  }

  private journey(journey: api.Journey) {
    const grid = journey.shape === "grid";
    return html`<section class="strip">
        <rashin-journey-strip
          .journey=${journey}
          @add=${() => this.add.open()}
          @moved=${(event: CustomEvent<Moved>) => this.move(event.detail)}
          @remove=${(event: CustomEvent<number>) => this.takeAway(event.detail)}
          @go=${(event: CustomEvent<number>) => this.player.goTo(event.detail)}
          @leg=${(event: CustomEvent<number>) => {
            this.at = event.detail;
            this.leg.open();
          }}
        ></rashin-journey-strip>
      </section>
      <section class="view">
        ${this.notice()}
        <rashin-journey-player
          .journey=${journey}
          @second=${(event: CustomEvent<number>) => {
            this.second = event.detail;
          }}
        ></rashin-journey-player>
        <div class="looking">${this.looking()}</div>
        ${
          grid
            ? html`<rashin-journey-square
              .journey=${journey}
              @route=${(event: CustomEvent<readonly (readonly [number, number])[]>) =>
                this.edit(() => ({ route: event.detail }))}
              @changes=${(event: CustomEvent<api.Changes>) => this.edit(() => event.detail)}
            ></rashin-journey-square>`
            : nothing
        }
      </section>
      <section class="facts">
        <h2>${t("journeys.timing")}</h2>
        <rashin-journey-pace
          .journey=${journey}
          @changes=${(event: CustomEvent<api.Changes>) => this.edit(() => event.detail)}
        ></rashin-journey-pace>
        <rashin-journey-chart
          .outlook=${journey.outlook}
          .share=${journey.total_s > 0 ? this.second / journey.total_s : 0}
        ></rashin-journey-chart>
        <h2>${t("journeys.film")}</h2>
        <rashin-journey-export .journey=${journey} @filmed=${() => void this.course.again()}></rashin-journey-export>
      </section>`;
  }

  private looking() {
    const { job } = this.course;
    if (!job) return nothing;
    return html`<rashin-progress
      data-testid="outlook-progress"
      .words=${t("journeys.looking") + leftWords(job)}
      .share=${job.progress}
      @cancel=${() => void this.course.cancel()}
    ></rashin-progress>`;
  }
}

export const page: Page = {
  path: "/journeys",
  title: "nav.journeys",
  order: 5,
  icon: "between",
  mount(root) {
    const element = document.createElement("journeys-page");
    root.append(element);
    return () => element.remove();
  },
};
