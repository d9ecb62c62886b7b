/** One question before something that cannot be taken back. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Speaks, t } from "@/state/language";
import { looks } from "./looks";
import { sheetLooks } from "./sheet.looks";

/** What is asked, in the page's language at the time of drawing. */
export interface Question {
  readonly title: () => string;
  readonly body: () => string;
  readonly yes: () => string;
}

@customElement("rashin-confirm")
export class ConfirmSheet extends LitElement {
  @state() private question: Question | null = null;
  @query("dialog") private dialog!: HTMLDialogElement;
  private answer: ((yes: boolean) => void) | null = null;

  static override styles = [
    looks,
    sheetLooks,
    css`
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  async ask(question: Question): Promise<boolean> {
    this.answer?.(false);
    this.question = question;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  private say(yes: boolean): void {
    const { answer } = this;
    this.answer = null;
    answer?.(yes);
    if (this.dialog.open) this.dialog.close();
  }

  override render() {
    const { question } = this;
    return html`<dialog
      role="alertdialog"
      data-testid="confirm"
      aria-label=${question?.title() ?? nothing}
      @close=${() => this.say(false)}
    >
      ${
        question
          ? html`<header><h2>${question.title()}</h2></header>
            <p>${question.body()}</p>
            <div class="ways">
              <button autofocus @click=${() => this.say(false)}>${t("common.cancel")}</button>
              <button class="primary" data-testid="confirm-yes" @click=${() => this.say(true)}>${question.yes()}</button>
            </div>`
          : nothing
      }
    </dialog>`;
  }
}
