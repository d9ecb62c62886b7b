/** One model of the shelf: what it is, whether it is in memory, and what can be done with it. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { asProblem, type Problem } from "@/api/problem";
import * as api from "@/api/shelf";
import { language, Speaks, say, t } from "@/state/language";
import { bytesInWords } from "@/state/memory";
import { icon } from "./icons";
import { looks } from "./looks";
import { modelRowLooks } from "./model-row.looks";
import "./notice";

/** How the page does something for a row: it looks again afterwards. */
export type Act = <T>(ask: () => Promise<T>) => Promise<T>;

@customElement("rashin-model-row")
export class ModelRow extends LitElement {
  @property({ attribute: false }) model!: api.ShelfModel;
  @property({ attribute: false }) act: Act = (ask) => ask();
  @state() private problem: Problem | null = null;
  @state() private busy = false;

  static override styles = [looks, modelRowLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  private get title_(): string {
    const { card, id } = this.model;
    return card ? say(card.title) : id;
  }

  private async do(ask: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      await this.act(ask);
      return true;
    } catch (error) {
      this.problem = asProblem(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private async addLora(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem("path") as HTMLInputElement;
    const path = field.value.trim();
    if (path === "") return;
    if (await this.do(() => api.addLora(this.model.id, path))) {
      field.value = "";
      this.tell("lora");
    }
  }

  private tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  override render() {
    const { model } = this;
    const { card, state: now } = model;
    return html`<div class="top">
        <div>
          <h3>${this.title_}</h3>
          <p class="facts">
            <span class="state ${now}" role="status" data-testid="state-${model.id}" data-state=${now}
              ><i class="dot"></i>${now === "ready" && card?.resident ? t("models.resident") : t(`models.state.${now}`)}</span
            >
            ${model.bytes_needed ? html`<span>${t("models.needs", { need: bytesInWords(model.bytes_needed) })}</span>` : nothing}
            ${card ? html`<span>${card.family}</span><span>${card.size.width} × ${card.size.height}</span>` : nothing}
            <span>${this.origin()}</span>
          </p>
        </div>
        <div class="ways">${this.ways()}</div>
      </div>
      ${now === "failed" && model.error ? html`<p class="error">${model.error}</p>` : nothing}
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
      <details data-testid="details-${model.id}">
        <summary>${t("models.details")}${model.loras.length > 0 ? ` · ${t("models.loras")} ${model.loras.length}` : ""}</summary>
        ${this.details()} ${model.removable ? this.loras() : nothing}
      </details>`;
  }

  private origin(): string {
    const kind = api.KINDS.find((one) => one === this.model.origin.kind);
    return t(kind ? `models.from.${kind}` : "models.from.embedded");
  }

  private ways() {
    const { model } = this;
    const stays = model.card?.resident === true;
    return html`${
      model.card
        ? html`<a class="button" data-testid="draw-${model.id}" href="/studio?model=${encodeURIComponent(model.id)}"
            >${icon("brush")}${t("models.draw")}</a
          >`
        : nothing
    }
    ${
      stays || !model.card
        ? nothing
        : model.state === "ready"
          ? html`<button data-testid="unload-${model.id}" ?disabled=${this.busy} @click=${() => void this.do(() => api.unloadModel(model.id))}>
            ${t("models.unload")}
          </button>`
          : html`<button
            data-testid="load-${model.id}"
            ?disabled=${this.busy || model.state === "loading"}
            @click=${() => void this.do(() => api.loadModel(model.id))}
          >
            ${t("models.load")}
          </button>`
    }
    ${
      model.removable
        ? html`<button
          class="bare icon"
          data-testid="forget-${model.id}"
          title=${t("models.forget")}
          aria-label="${t("models.forget")}: ${this.title_}"
          @click=${() => this.tell("forget", model)}
        >
          ${icon("trash")}
        </button>`
        : nothing
    }`;
  }

  private details() {
    const { model } = this;
    const { card } = model;
    const row = (title: string, value: string) =>
      value ? html`<dt>${title}</dt><dd>${value}</dd>` : nothing;
    const runs = card?.placement;
    const said = runs
      ? [runs.device, runs.dtype, runs.offload === "none" ? "" : t("models.offloadPart")]
      : [];
    return html`<dl>
        ${row(t("models.place"), model.origin.name)}
        ${row(t("models.licence"), card ? (model.removable ? t("models.licenceOwn") : card.licence) : "")}
        ${row(t("models.weights"), card?.weights ?? "")}
        ${row(t("models.onDisk"), card?.weights_bytes ? bytesInWords(card.weights_bytes) : "")}
        ${row(t("models.runs"), said.filter((word) => word !== "").join(" · "))}
      </dl>
      ${runs?.notes.map((note) => html`<p class="note">${say(note)}</p>`)}
      ${
        card && card.guesses.length > 0
          ? html`<p class="note">${t("models.guessed", { guesses: card.guesses.join(language() === "ja" ? "、" : ", ") })}</p>`
          : nothing
      }`;
  }

  private loras() {
    const { model } = this;
    return html`<div class="loras">
      <h2>${t("models.loras")}</h2>
      ${
        model.loras.length === 0
          ? html`<p class="note">${t("models.loraNone")}</p>`
          : html`<ul>
            ${model.loras.map(
              (lora) => html`<li>
                ${lora.title}<button
                  class="bare icon"
                  aria-label=${t("models.loraForget", { title: lora.title })}
                  @click=${() => this.tell("forget-lora", lora)}
                >
                  ${icon("close")}
                </button>
              </li>`,
            )}
          </ul>`
      }
      <form @submit=${(event: SubmitEvent) => void this.addLora(event)}>
        <input
          name="path"
          data-testid="lora-path-${model.id}"
          placeholder=${t("models.loraPath")}
          aria-label=${t("models.loraPath")}
          autocomplete="off"
          spellcheck="false"
          required
        />
        <button ?disabled=${this.busy}>${t("models.loraAdd")}</button>
      </form>
    </div>`;
  }
}
