/** What is known about the map as a whole: how far it can be believed, its versions, and laying it out anew. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Act, Quality, Version } from "@/api/building";
import type { AtlasMap } from "@/api/maps";
import type { Key } from "@/state/dictionary.en";
import { count, Speaks, say, t } from "@/state/language";
import { inWords } from "./build-form";
import { icon } from "./icons";
import { looks } from "./looks";
import { mapAboutLooks } from "./map-about.looks";
import "./progress";

const FIGURES = [
  ["trustworthiness", "about.trust", "about.trustHelp"],
  ["continuity", "about.continuity", "about.continuityHelp"],
  ["recall_15", "about.recall", "about.recallHelp"],
  ["stability", "about.stability", "about.stabilityHelp"],
] as const satisfies readonly (readonly [keyof Quality, Key, Key])[];
const STAGES = ["render", "layout", "quality", "labels", "write"] as const;

@customElement("rashin-map-about")
export class MapAbout extends LitElement {
  @property({ attribute: false }) map: AtlasMap | null = null;
  /** The chip, in few words. */
  @property() words = "";
  @property({ attribute: false }) versions: readonly Version[] = [];
  @property({ attribute: false }) act: Act | null = null;
  /** The version that is being fetched. */
  @property({ attribute: false }) going: number | null = null;
  @state() private open = false;
  @query(".chip") private chip!: HTMLButtonElement;
  @query("header button") private closer!: HTMLButtonElement | null;
  private readonly away = (event: Event) => {
    if (!event.composedPath().includes(this)) this.close();
  };

  static override styles = [looks, mapAboutLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pointerdown", this.away);
  }

  private toggle(): void {
    if (this.open) {
      this.close();
      return;
    }
    this.open = true;
    window.addEventListener("pointerdown", this.away);
    this.dispatchEvent(new Event("open"));
    void this.updateComplete.then(() => this.closer?.focus());
  }

  private close(focus = false): void {
    this.open = false;
    window.removeEventListener("pointerdown", this.away);
    if (focus) this.chip.focus();
  }

  private get behind(): boolean {
    return this.versions.some((one) => one.current && one.version !== this.map?.version);
  }

  override render() {
    return html`<button
        class="chip"
        data-testid="quality"
        aria-expanded=${this.open}
        aria-haspopup="dialog"
        title=${this.behind ? t("about.behind") : t("about.open")}
        @click=${() => this.toggle()}
      >
        ${this.behind || this.act ? html`<i></i>` : nothing}<span>${this.words}</span>${icon("up")}
      </button>
      ${this.open && this.map ? this.panel(this.map) : nothing}`;
  }

  private panel(map: AtlasMap) {
    return html`<div
      class="panel"
      role="dialog"
      aria-label=${t("about.open")}
      data-testid="about"
      @keydown=${(event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === "Escape") this.close(true);
      }}
    >
      <header>
        <h2>${say(map.title)}</h2>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.close(true)}>${icon("close")}</button>
      </header>
      <p class="quiet">
        ${[t("about.points", { n: count(map.count) }), map.projector.toUpperCase(), t("about.versionOf", { n: map.version })].join(" · ")}
      </p>
      <h3>${t("about.believe")}</h3>
      <p class="quiet">${t("about.believeHint")}</p>
      <dl>
        ${FIGURES.map(([name, title, help]) => figure(map.quality[name], t(title), t(help)))}
      </dl>
      <h3>${t("about.versions")}</h3>
      <ul data-testid="versions">
        ${this.versions.map((one) => this.version(one, map.version))}
      </ul>
      <div class="anew">${this.act ? this.layout(this.act) : this.anew(map)}</div>
      <footer><a href="/maps">${t("about.all")}</a></footer>
    </div>`;
  }

  private version(one: Version, shown: number) {
    const day =
      one.created === "" ? "" : new Date(one.created).toLocaleDateString(document.documentElement.lang);
    const facts = [
      one.current ? t("about.newest") : "",
      t("about.points", { n: count(one.count) }),
      one.joined > 0 ? t("about.joined", { n: count(one.joined) }) : day,
    ];
    return html`<li>
      <button
        data-testid="version-${one.version}"
        aria-pressed=${one.version === shown}
        ?disabled=${this.going !== null}
        @click=${() => this.dispatchEvent(new CustomEvent("version", { detail: one }))}
      >
        ${t("about.version", { n: one.version })}
        <small>${this.going === one.version ? t("about.going", { n: one.version }) : facts.filter((fact) => fact !== "").join(" · ")}</small>
      </button>
    </li>`;
  }

  private anew(map: AtlasMap) {
    const fixed = map.projector === "axes";
    return html`<button
        data-testid="anew"
        ?disabled=${fixed}
        @click=${() => this.dispatchEvent(new Event("anew"))}
      >
        ${t("about.anew")}
      </button>
      <p class="quiet">${fixed ? t("about.anewAxes") : t("about.anewHint")}</p>`;
  }

  private layout(act: Act) {
    const stage = STAGES.find((one) => one === act.stage);
    const left = act.eta_s === null ? "" : ` · ${t("about.left", { time: inWords(act.eta_s) })}`;
    const queued = act.state === "queued" || !stage;
    return html`<rashin-progress
      .words=${queued ? t("about.waiting") : `${t(`about.stage.${stage}`)}${left}`}
      .share=${queued ? null : act.progress}
      @cancel=${() => this.dispatchEvent(new Event("cancel"))}
    ></rashin-progress>`;
  }
}

const figure = (value: number | null, title: string, help: string) => html`<div>
  <dt>
    ${title}<b>${value === null ? t("about.unknown") : value.toFixed(2)}</b>
    ${value === null ? nothing : html`<meter min="0" max="1" value=${value} aria-label=${title}></meter>`}
  </dt>
  <dd>${help}</dd>
</div>`;
