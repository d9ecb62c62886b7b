/** What a new map is built from: words, a sweep, the history, or files. */

import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Brought, bringFiles } from "@/api/building";
import { asProblem } from "@/api/problem";
import { listSweeps, type Sweep } from "@/api/sweeps";
import { count, Speaks, t } from "@/state/language";
import { buildField } from "./build-field";
import { buildFormLooks } from "./build-form.looks";
import { looks } from "./looks";

const sweepName = (sweep: Sweep): string =>
  `${sweep.axes.map((axis) => `${axis.knob} × ${axis.values.length}`).join(", ")} · ${sweep.id.slice(0, 8)}`;

@customElement("rashin-build-source")
export class BuildSource extends LitElement {
  @property() source = "prompts";
  @property({ attribute: false }) values: Readonly<Record<string, string>> = {};
  @property({ attribute: false }) brought: Brought | null = null;
  @state() private sweeps: readonly Sweep[] | null = null;

  static override styles = [looks, buildFormLooks];

  constructor() {
    super();
    new Speaks(this);
  }

  protected override willUpdate(): void {
    if (this.source === "sweep" && this.sweeps === null) void this.findSweeps();
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private set(name: string, value: string): void {
    this.tell("value", { name, value });
  }

  private async findSweeps(): Promise<void> {
    this.sweeps = [];
    try {
      this.sweeps = (await listSweeps(undefined, 50)).items;
    } catch (error) {
      this.tell("fail", asProblem(error));
    }
  }

  private async bring(files: FileList | null): Promise<void> {
    if (!files || files.length === 0) return;
    this.tell("bringing", true);
    try {
      this.tell("brought", await bringFiles([...files]));
      this.tell("bringing", false);
    } catch (error) {
      this.tell("bringing", false);
      this.tell("fail", asProblem(error));
    }
  }

  override render() {
    return html`<div class="source">${this.fields()}</div>`;
  }

  private fields() {
    switch (this.source) {
      case "prompts":
        return [this.lines(), this.text("seeds", t("maps.seeds"), "0..3, 7")];
      case "template":
        return [
          this.text("template", t("maps.template"), t("maps.templateHint")),
          this.text("seeds", t("maps.seeds"), "0..3, 7"),
        ];
      case "words":
        return this.lines();
      case "history":
        return html`<label class="tick"
          ><input type="checkbox" @change=${(event: Event) => this.set("starred", (event.target as HTMLInputElement).checked ? "yes" : "")} />
          ${t("maps.starred")}</label
        >`;
      case "sweep":
        return this.sweep();
      case "upload":
        return this.files();
      default:
        return html`<p class="quiet">${t("maps.training")}</p>`;
    }
  }

  private sweep() {
    const now = this.values.sweep ?? "";
    const none = this.sweeps?.length === 0 ? t("maps.noSweep") : t("maps.chooseSweep");
    return html`<label>${t("maps.sweep")}
      <select data-testid="sweep" @change=${(event: Event) => this.set("sweep", (event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${now === ""}>${none}</option>
        ${this.sweeps?.map((one) => html`<option value=${one.id} ?selected=${one.id === now}>${sweepName(one)}</option>`)}
      </select>
    </label>`;
  }

  private files() {
    const { brought } = this;
    const left =
      brought && brought.leftOut > 0 ? ` · ${t("maps.leftOut", { n: count(brought.leftOut) })}` : "";
    return html`<label>${t("maps.files")}
        <input
          type="file"
          multiple
          data-testid="files"
          accept=".png,.jpg,.jpeg,.webp,.zip,.csv,.parquet,.npy"
          @change=${(event: Event) => void this.bring((event.target as HTMLInputElement).files)}
        />
      </label>
      <label
        >${t("maps.folder")}
        <input
          type="file"
          webkitdirectory
          data-testid="folder"
          @change=${(event: Event) => void this.bring((event.target as HTMLInputElement).files)}
        />
      </label>
      ${brought ? html`<span role="status">${t("maps.brought", { n: count(brought.rows) })}${left}</span>` : nothing}`;
  }

  private lines() {
    return html`<label>${t("maps.lines")}
      <textarea
        data-testid="lines"
        .value=${this.values.lines ?? ""}
        @input=${(event: Event) => this.set("lines", (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>`;
  }

  private text(name: string, title: string, hint: string) {
    return buildField(name, title, hint, this.values[name], (value) => this.set(name, value));
  }
}
