/** Models: the embedded ones and the user's own; what is in memory, what fits, and what may be added. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { asProblem, type Problem } from "@/api/problem";
import * as api from "@/api/shelf";
import type { ConfirmSheet } from "@/controls/confirm-sheet";
import "@/controls/confirm-sheet";
import { icon } from "@/controls/icons";
import { looks } from "@/controls/looks";
import "@/controls/memory-bar";
import "@/controls/model-add";
import type { Act } from "@/controls/model-row";
import "@/controls/model-row";
import "@/controls/notice";
import type { Toast } from "@/controls/toast";
import "@/controls/toast";
import type { Page } from "@/router";
import { replaceQuery } from "@/state/address";
import { Speaks, say, t } from "@/state/language";
import { ShelfWatch } from "@/state/shelf-watch";

const titleOf = (model: api.ShelfModel): string => (model.card ? say(model.card.title) : model.id);

@customElement("models-page")
export class ModelsPage extends LitElement {
  @state() private problem: Problem | null = null;
  @state() private kind: api.Kind = "folder";
  @query("rashin-toast") private toast!: Toast;
  @query("rashin-confirm") private confirm!: ConfirmSheet;
  @query("aside") private aside!: HTMLElement;
  private readonly watch = new ShelfWatch(this, (error) => {
    this.problem = asProblem(error);
  });
  private readonly act: Act = (ask) => this.watch.after(ask);

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 360px;
        gap: 14px 28px;
        align-content: start;
        grid-auto-rows: max-content;
        height: 100%;
        overflow-y: auto;
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
        gap: 6px 24px;
        min-height: 44px;
      }
      h1 {
        margin: 0;
        font-size: 1.2rem;
        letter-spacing: -0.01em;
      }
      rashin-memory-bar {
        flex: 1 1 260px;
        max-width: 620px;
        margin-left: auto;
      }
      header button {
        display: none;
      }
      rashin-notice {
        grid-column: 1 / -1;
      }
      .list {
        display: flex;
        flex-direction: column;
        gap: 10px;
        min-width: 0;
      }
      .ghost {
        height: 74px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sunken);
      }
      aside {
        position: sticky;
        top: 0;
        align-self: start;
      }
      aside h2 {
        margin-bottom: 8px;
      }
      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
          padding: 10px 12px 60px;
          scrollbar-gutter: auto;
        }
        header {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
        }
        header button {
          display: inline-flex;
        }
        rashin-memory-bar {
          grid-column: 1 / -1;
          max-width: none;
          width: 100%;
        }
        aside {
          position: static;
          border-top: 1px solid var(--line);
          padding-top: 16px;
          margin-top: 8px;
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
    const asked = new URLSearchParams(location.search).get("kind");
    this.kind = api.KINDS.find((one) => one === asked) ?? "folder";
  }

  private choose(kind: api.Kind): void {
    this.kind = kind;
    replaceQuery(kind === "folder" ? "" : `kind=${kind}`);
  }

  private async forget(model: api.ShelfModel): Promise<void> {
    const title = titleOf(model);
    const yes = await this.confirm.ask({
      title: () => t("models.forgetAsk", { title }),
      body: () => t(model.origin.kind === "hub" ? "models.forgetHubBody" : "models.forgetBody"),
      yes: () => t("models.forget"),
    });
    if (!yes) return;
    await this.try(() => api.forgetModel(model.id));
    if (!this.problem) this.toast.show(() => t("models.forgotten", { title }), null);
  }

  private async forgetLora(model: api.ShelfModel, lora: api.ShelfLora): Promise<void> {
    const yes = await this.confirm.ask({
      title: () => t("models.loraForget", { title: lora.title }),
      body: () => t("models.loraForgetBody"),
      yes: () => t("models.forget"),
    });
    if (yes) await this.try(() => api.forgetLora(model.id, lora.id));
  }

  private async try(ask: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await this.act(ask);
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  private added(model: api.ShelfModel): void {
    this.toast.show(() => t("models.added", { title: titleOf(model) }), null);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector(`#model-${CSS.escape(model.id)}`)?.scrollIntoView({ block: "nearest" }),
    );
  }

  private toAdding(): void {
    this.aside.scrollIntoView({ behavior: "smooth", block: "start" });
  }

  override render() {
    const { shelf } = this.watch;
    return html`<header>
        <h1>${t("models.title")}</h1>
        <button @click=${() => this.toAdding()}>${icon("plus")}${t("models.add")}</button>
        <rashin-memory-bar .shelf=${shelf}></rashin-memory-bar>
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
      <section class="list" data-testid="models" aria-label=${t("models.title")}>
        ${
          shelf
            ? repeat(
                shelf.items,
                (model) => model.id,
                (model) => this.row(model),
              )
            : [1, 2, 3].map(() => html`<div class="ghost"></div>`)
        }
      </section>
      <aside>
        <h2>${t("models.add")}</h2>
        <rashin-model-add
          .kind=${this.kind}
          ?hub-allowed=${shelf?.hub_allowed ?? false}
          .act=${this.act}
          @kind=${(event: CustomEvent<api.Kind>) => this.choose(event.detail)}
          @added=${(event: CustomEvent<api.ShelfModel>) => this.added(event.detail)}
        ></rashin-model-add>
      </aside>
      <rashin-confirm></rashin-confirm>
      <rashin-toast></rashin-toast>`;
  }

  private row(model: api.ShelfModel) {
    return html`<rashin-model-row
      id="model-${model.id}"
      data-testid="model-${model.id}"
      .model=${model}
      .act=${this.act}
      @forget=${() => void this.forget(model)}
      @forget-lora=${(event: CustomEvent<api.ShelfLora>) => void this.forgetLora(model, event.detail)}
      @lora=${() => this.toast.show(() => t("models.loraAdded"), null)}
    ></rashin-model-row>`;
  }
}

export const page: Page = {
  path: "/models",
  title: "nav.models",
  order: 8,
  icon: "chip",
  headed: true,
  mount(root) {
    const element = document.createElement("models-page");
    root.append(element);
    return () => element.remove();
  },
};
