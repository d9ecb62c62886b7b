/** Two buttons: this act as curl, this act as Python. */

import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Speaks, t } from "@/state/language";
import { asCurl, asPython, type Call } from "@/state/snippets";
import { icon } from "./icons";
import { looks } from "./looks";

@customElement("rashin-copy-call")
export class CopyCall extends LitElement {
  @property({ attribute: false }) call: Call | null = null;
  @state() private copied: "curl" | "python" | null = null;

  static override styles = [
    looks,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      button {
        font-size: 0.83rem;
        font-weight: 500;
        color: var(--soft);
        padding: 0 10px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private async copy(kind: "curl" | "python"): Promise<void> {
    if (!this.call) return;
    const spell = kind === "curl" ? asCurl : asPython;
    await navigator.clipboard.writeText(spell(this.call, location.origin));
    this.copied = kind;
    setTimeout(() => {
      this.copied = null;
    }, 1600);
  }

  override render() {
    const button = (kind: "curl" | "python", label: string) =>
      html`<button data-testid="copy-${kind}" ?disabled=${!this.call} @click=${() => void this.copy(kind)}>
        ${icon("copy")}${this.copied === kind ? t("common.copied") : label}
      </button>`;
    return html`${button("curl", t("common.copyCurl"))}${button("python", t("common.copyPython"))}
      <span class="off" role="status">${this.copied ? t("common.copied") : ""}</span>`;
  }
}
