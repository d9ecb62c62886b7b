/** Maps: what there is and how far it can be trusted, what is being built, and building new ones. */

import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import {
  type Act,
  type BuiltMap,
  buildingActs,
  buildMap,
  builtMaps,
  cancelBuild,
  mapSpaces,
  mapVersions,
  type Projector,
  projectors,
  type Quality,
  refitMap,
  removeMap,
  type Version,
} from "@/api/building";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard } from "@/api/types";
import "@/controls/build-form";
import { inWords } from "@/controls/build-form";
import "@/controls/confirm-sheet";
import type { ConfirmSheet } from "@/controls/confirm-sheet";
import { looks } from "@/controls/looks";
import { mapsLooks } from "@/controls/maps.looks";
import "@/controls/notice";
import "@/controls/progress";
import type { Page } from "@/router";
import type { Key } from "@/state/dictionary.en";
import { count, Speaks, say, t } from "@/state/language";
import { models } from "@/state/models";
import { noWayBack } from "@/state/way-back";

const LOOK_MS = 1000;
const UNFINISHED = ["queued", "running"];
const FIGURES = [
  ["trustworthiness", "maps.trust", "maps.trustHelp"],
  ["continuity", "maps.continuity", "maps.continuityHelp"],
  ["recall_15", "maps.recall", "maps.recallHelp"],
  ["stability", "maps.stability", "maps.stabilityHelp"],
] as const satisfies readonly (readonly [keyof Quality, Key, Key])[];
const STAGES = ["render", "layout", "quality", "labels", "write"] as const;

@customElement("maps-page")
export class MapsPage extends LitElement {
  @state() private maps: readonly BuiltMap[] | null = null;
  @state() private acts: readonly Act[] = [];
  @state() private versions: Readonly<Record<string, readonly Version[]>> = {};
  @state() private models: readonly ModelCard[] = [];
  @state() private spaces: Readonly<Record<string, readonly string[]>> = {};
  @state() private projectors: readonly Projector[] = [];
  @state() private problem: Problem | null = null;
  @state() private sending = false;
  @query("rashin-confirm") private confirm!: ConfirmSheet;
  @query("h2") private heading!: HTMLElement;
  private gone = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private begun: string | null = null;

  static override styles = [looks, mapsLooks];

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
    Promise.all([projectors(), mapSpaces()]).then(
      ([ways, spaces]) => {
        this.projectors = ways;
        this.spaces = spaces;
      },
      (error: unknown) => this.fail(error),
    );
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.gone.abort();
    clearTimeout(this.timer);
  }

  private fail(error: unknown): void {
    if (!this.gone.signal.aborted) this.problem = asProblem(error);
  }

  private async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const before = this.acts.filter((one) => UNFINISHED.includes(one.state)).length;
      this.acts = await buildingActs();
      const now = this.acts.filter((one) => UNFINISHED.includes(one.state)).length;
      if (this.maps === null || now < before) {
        this.maps = await builtMaps();
        this.versions = {};
      }
      if (now > 0 && this.isConnected) this.timer = setTimeout(() => void this.look(), LOOK_MS);
    } catch (error) {
      this.fail(error);
      if (this.isConnected) this.timer = setTimeout(() => void this.look(), 5 * LOOK_MS);
    }
  }

  private async try(deed: () => Promise<unknown>): Promise<void> {
    this.problem = null;
    this.sending = true;
    try {
      await deed();
    } catch (error) {
      this.fail(error);
    } finally {
      this.sending = false;
    }
    await this.look();
  }

  private async begin(deed: () => Promise<Act>): Promise<void> {
    await this.try(async () => {
      const act = await deed();
      this.begun = act.id;
      this.acts = [act, ...this.acts];
    });
  }

  private async discard(map: BuiltMap): Promise<void> {
    const yes = await this.confirm.ask({
      title: () => t("maps.removeAsk", { title: say(map.title) }),
      body: () => t("maps.removeBody"),
      yes: () => t("maps.remove"),
    });
    if (yes)
      await this.try(async () => {
        await removeMap(map.id);
        this.maps = await builtMaps();
      });
  }

  /** On narrow windows the form lies below every map: go there. */
  private toForm(): void {
    this.heading.scrollIntoView({ block: "start" });
    this.heading.focus({ preventScroll: true });
  }

  private async unfold(id: string): Promise<void> {
    if (this.versions[id]) return;
    try {
      this.versions = { ...this.versions, [id]: await mapVersions(id) };
    } catch (error) {
      this.fail(error);
    }
  }

  override render() {
    const shown = this.acts.filter(
      (one) => UNFINISHED.includes(one.state) || (one.id === this.begun && one.state === "failed"),
    );
    return html`<header>
        <div>
          <h1>${t("maps.title")}</h1>
          <p class="quiet">${t("maps.hint")}</p>
        </div>
        <button data-testid="to-form" @click=${() => this.toForm()}>${t("maps.build")}</button>
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
      <ul>
        ${shown.map((act) => this.act(act))} ${this.maps?.map((map) => this.map(map)) ?? t("common.loading")}
      </ul>
      <aside>
        <h2 tabindex="-1">${t("maps.build")}</h2>
        <rashin-build-form
          .models=${this.models}
          .spacesOf=${this.spaces}
          .maps=${this.maps ?? []}
          .projectors=${this.projectors}
          ?busy=${this.sending}
          @build=${(event: CustomEvent<object>) => void this.begin(() => buildMap(event.detail))}
        ></rashin-build-form>
      </aside>
      <rashin-confirm></rashin-confirm>`;
  }

  private act(act: Act) {
    if (act.state === "failed")
      return html`<li class="act" data-testid="act"><b>${t("maps.build")}</b><p class="error" role="alert">${act.error ?? ""}</p></li>`;
    const stage = STAGES.find((one) => one === act.stage);
    const left = act.eta_s === null ? "" : ` · ${t("maps.left", { time: inWords(act.eta_s) })}`;
    const words = act.state === "queued" || !stage ? t("maps.waiting") : `${t(`maps.stage.${stage}`)}${left}`;
    return html`<li class="act" data-testid="act">
      <rashin-progress
        .words=${words}
        .share=${act.state === "queued" ? null : act.progress}
        @cancel=${() => void this.try(() => cancelBuild(act.id))}
      ></rashin-progress>
    </li>`;
  }

  private map(map: BuiltMap) {
    const versions = this.versions[map.id];
    return html`<li class="map" data-testid="map" data-id=${map.id}>
      <div class="top">
        <div>
          <b>${say(map.title)}</b>
          <small
            >${[t("maps.points", { n: count(map.count) }), map.space, map.projector.toUpperCase(), t("maps.version", { n: map.version })].join(" · ")}${map.shipped ? ` · ${t("maps.shipped")}` : ""}</small
          >
        </div>
        <a class="button" href="/?map=${map.id}">${t("maps.open")}</a>
        <button data-testid="refit" ?disabled=${this.sending || map.projector === "axes"} @click=${() => void this.begin(() => refitMap(map.id))}>
          ${t("maps.refit")}
        </button>
        ${map.shipped ? nothing : html`<button class="bare" data-testid="remove" @click=${() => void this.discard(map)}>${t("maps.remove")}</button>`}
      </div>
      <dl>
        ${FIGURES.map(([name, title, help]) => this.figure(map.quality[name], t(title), t(help)))}
      </dl>
      ${map.whyNot === null ? nothing : html`<p class="quiet why">${noWayBack(map.whyNot)}</p>`}
      <details @toggle=${() => void this.unfold(map.id)}>
        <summary>${t("maps.versions")}</summary>
        <ul>
          ${versions?.map(
            (one) => html`<li>
              <a href="/?map=${one.key}">${t("maps.version", { n: one.version })}</a>
              <small>${t("maps.points", { n: count(one.count) })} · ${one.projector.toUpperCase()} · ${t("maps.trust")} ${one.quality.trustworthiness?.toFixed(3) ?? "–"}</small>
              ${one.current ? html`<small>${t("maps.current")}</small>` : nothing}
            </li>`,
          )}
        </ul>
      </details>
    </li>`;
  }

  private figure(value: number | null, title: string, help: string) {
    return html`<div title=${help}>
      <dt>${title}</dt>
      <dd>${value === null ? "–" : html`${value.toFixed(3)}<meter min="0" max="1" value=${value} aria-label=${title}></meter>`}</dd>
    </div>`;
  }
}

export const page: Page = {
  path: "/maps",
  title: "nav.maps",
  order: 9,
  icon: "layers",
  headed: true,
  mount(root) {
    const element = document.createElement("maps-page");
    root.append(element);
    return () => element.remove();
  },
};
