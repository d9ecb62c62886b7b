/** Making a second map of the same recipes: with which model, seen in which space, of how many pictures. */

import { css, html, LitElement } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type Act, type Estimate, estimateMap } from "@/api/building";
import type { AtlasMap } from "@/api/maps";
import { asProblem, type Problem } from "@/api/problem";
import type { ModelCard } from "@/api/types";
import { count, Speaks, say, t } from "@/state/language";
import { inWords } from "./build-form";
import { icon } from "./icons";
import { looks } from "./looks";
import "./progress";
import { sheetLooks } from "./sheet.looks";

const SPACES = ["judge", "prompt", "latent", "noise", "sentence", "bottleneck"] as const;
type Space = (typeof SPACES)[number];
const SAMPLES = [300, 1000] as const;
/** So many pictures take minutes even where they are quick. */
const FEWEST = 20;

@customElement("rashin-twin")
export class TwinSheet extends LitElement {
  @property({ attribute: false }) map: AtlasMap | null = null;
  @property({ attribute: false }) models: readonly ModelCard[] = [];
  @property({ attribute: false }) chosen: readonly number[] = [];
  /** The building that is under way. */
  @property({ attribute: false }) act: Act | null = null;
  @property({ attribute: false }) problem: Problem | null = null;
  @state() private model = "";
  @state() private space: Space = "judge";
  @state() private many = "300";
  @state() private estimate: Estimate | null = null;
  @state() private wrong: Problem | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  private asking = new AbortController();

  static override styles = [
    looks,
    sheetLooks,
    css`
      label {
        display: grid;
        gap: 4px;
        margin-bottom: 10px;
        font-size: 0.86rem;
        color: var(--soft);
      }
      select {
        color: var(--ink);
      }
      p {
        margin: 4px 0 0;
        min-height: 2.6em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  async open(): Promise<void> {
    // What was loaded for this is handed over with the next drawing of the page.
    await new Promise((done) => requestAnimationFrame(done));
    const other = this.models.find((one) => one.id !== this.map?.model);
    if (this.model === "") this.model = other?.id ?? this.map?.model ?? "";
    this.many =
      this.chosen.length >= FEWEST ? "chosen" : (this.map?.count ?? 0) <= SAMPLES[0] ? "all" : "300";
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    void this.ask();
  }

  close(): void {
    this.asking.abort();
    if (this.dialog?.open) this.dialog.close();
  }

  /** The body of POST /maps. */
  private get wish(): Record<string, unknown> | null {
    const { map, model, space } = this;
    if (!map || model === "") return null;
    const source = {
      kind: "map",
      map: map.name,
      ...(this.many === "chosen" ? { points: this.chosen } : {}),
      ...(/^\d+$/.test(this.many) ? { most: Number(this.many) } : {}),
    };
    const stem = `${map.name.slice(0, 24)}-${model.slice(-20)}-${space}`;
    const id = `${stem}-${Date.now().toString(36).slice(-5)}`
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]+/g, "-")
      .slice(0, 64);
    const title = t("twin.name", {
      title: say(map.title),
      model: this.titleOf(model),
      space: t(`maps.space.${space}`),
    });
    return { id, title: title.slice(0, 200), model, space, source };
  }

  private titleOf(id: string): string {
    const card = this.models.find((one) => one.id === id);
    return card ? say(card.title) : id;
  }

  private async ask(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.estimate = null;
    this.wrong = null;
    const { wish } = this;
    if (!wish) return;
    try {
      const told = await estimateMap(wish, signal);
      if (!signal.aborted) this.estimate = told;
    } catch (error) {
      if (!signal.aborted) this.wrong = asProblem(error);
    }
  }

  private cost(): string {
    const { estimate } = this;
    const wrong = this.wrong ?? this.problem;
    if (wrong) return [wrong.message, wrong.expected, wrong.hint].filter(Boolean).join(". ");
    if (!estimate || estimate.points === null) return "";
    const n = count(estimate.points);
    if (estimate.renders === 0) return t("twin.costFree", { n });
    return estimate.seconds === null
      ? t("twin.costNone", { n })
      : t("twin.cost", { n, time: inWords(estimate.seconds) });
  }

  private choice(
    id: string,
    title: string,
    now: string,
    list: readonly (readonly [string, string])[],
    set: (value: string) => void,
  ) {
    return html`<label>${title}
      <select
        data-testid="twin-${id}"
        @change=${(event: Event) => {
          set((event.target as HTMLSelectElement).value);
          void this.ask();
        }}
      >${list.map(([value, said]) => html`<option value=${value} ?selected=${value === now}>${said}</option>`)}</select>
    </label>`;
  }

  private amounts(): readonly (readonly [string, string])[] {
    const all = this.map?.count ?? 0;
    return [
      ...(this.chosen.length >= FEWEST
        ? [["chosen", t("twin.chosen", { n: count(this.chosen.length) })] as const]
        : []),
      ...SAMPLES.filter((n) => n < all).map((n) => [String(n), t("twin.some", { n: count(n) })] as const),
      ["all", t("twin.all", { n: count(all) })],
    ];
  }

  override render() {
    const { act } = this;
    return html`<dialog data-testid="twin" aria-label=${t("twin.title")} @keydown=${(event: Event) => event.stopPropagation()}>
      <header>
        <h2>${t("twin.title")}</h2>
        <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.close()}>${icon("close")}</button>
      </header>
      ${
        act
          ? html`<rashin-progress
            data-testid="twin-progress"
            .words=${act.eta_s === null ? t("twin.busy") : `${t("twin.busy")} · ${inWords(act.eta_s)}`}
            .share=${act.progress}
            @cancel=${() => this.dispatchEvent(new CustomEvent("cancel"))}
          ></rashin-progress>`
          : html`${this.choice(
              "model",
              t("twin.model"),
              this.model,
              this.models.map((one) => [one.id, say(one.title)] as const),
              (value) => {
                this.model = value;
              },
            )}
            ${this.choice(
              "space",
              t("twin.space"),
              this.space,
              SPACES.map((one) => [one, t(`maps.space.${one}`)] as const),
              (value) => {
                this.space = SPACES.find((one) => one === value) ?? "judge";
              },
            )}
            ${this.choice("many", t("twin.most"), this.many, this.amounts(), (value) => {
              this.many = value;
            })}
            <p class="quiet" role="status" data-testid="twin-cost">${this.cost()}</p>
            <div class="ways">
              <button
                class="primary"
                data-testid="twin-make"
                ?disabled=${this.wrong !== null || this.estimate === null}
                @click=${() => this.dispatchEvent(new CustomEvent("make", { detail: this.wish }))}
              >${t("twin.make")}</button>
            </div>`
      }
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rashin-twin": TwinSheet;
  }
}
