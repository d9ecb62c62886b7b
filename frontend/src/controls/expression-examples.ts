/** Expressions to begin with. */

import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { Speaks, t } from "@/state/language";
import { EXAMPLES, type Example, inShort } from "@/state/playground-state";
import { icon } from "./icons";
import { looks } from "./looks";

@customElement("rashin-expression-examples")
export class ExpressionExamples extends LitElement {
  static override styles = [
    looks,
    css`
      :host {
        display: flex;
        gap: 7px;
        flex-wrap: wrap;
        align-items: center;
      }
      button {
        border-radius: 20px;
        font-weight: 450;
        font-size: 0.84rem;
        font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Noto Sans Mono CJK JP", monospace;
        max-width: 100%;
      }
      span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      @media (max-width: 900px) {
        :host {
          flex-wrap: nowrap;
          overflow-x: auto;
          scrollbar-width: none;
          margin: 0 -14px;
          padding: 2px 14px;
        }
        button {
          flex: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    return html`<h2>${t("playground.examples")}</h2>
      ${EXAMPLES.map(
        (one) =>
          html`<button
            data-testid="example"
            @click=${() => this.dispatchEvent(new CustomEvent<Example>("use", { detail: one }))}
          >
            ${icon(one.mode === "words" ? "pen" : "image")}<span>${inShort(one.expression)}</span>
          </button>`,
      )}`;
  }
}
