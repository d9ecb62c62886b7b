/** Verify: make the kept picture again, compare, and say why it differs if it does. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { verify } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import type { Verified } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";
import "./notice";

@customElement("rashin-verdict")
export class VerdictView extends LitElement {
  /** The recipe's id; a new one puts the old verdict away. */
  @property() recipe = "";
  @state() private verified: Verified | null = null;
  @state() private running = false;
  @state() private progress = 0;
  @state() private problem: Problem | null = null;
  private abort = new AbortController();

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      :host(:not([open])) {
        display: none;
      }
      .box {
        display: flex;
        gap: 12px;
        align-items: flex-start;
        padding: 10px 8px 10px 14px;
        background: var(--raised);
        border: 1px solid var(--line);
        border-left: 3px solid var(--soft);
        border-radius: var(--radius-small);
      }
      .identical {
        border-left-color: var(--good);
      }
      .perceptually_identical {
        border-left-color: var(--warn);
      }
      .different {
        border-left-color: var(--accent);
      }
      .said {
        flex: 1;
        min-width: 0;
        padding: 3px 0;
      }
      b {
        font-weight: 600;
        font-size: 0.94rem;
      }
      ul {
        margin: 4px 0 0;
        padding-left: 18px;
        color: var(--soft);
        font-size: 0.87rem;
        overflow-wrap: anywhere;
      }
      .figure {
        color: var(--soft);
        font-size: 0.87rem;
        font-variant-numeric: tabular-nums;
      }
      .box > button {
        min-height: 32px;
        min-width: 32px;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abort.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("recipe") || changed.get("recipe") === undefined) return;
    this.close();
  }

  protected override updated(): void {
    this.toggleAttribute("open", this.running || this.verified !== null || this.problem !== null);
  }

  private close(): void {
    this.abort.abort();
    this.running = false;
    this.verified = null;
    this.problem = null;
  }

  async begin(recipe: string): Promise<void> {
    this.recipe = recipe;
    await this.updateComplete;
    this.close();
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.running = true;
    this.progress = 0;
    try {
      const verified = await verify(
        recipe,
        (share) => {
          this.progress = share;
        },
        signal,
      );
      if (signal.aborted) return;
      this.verified = verified;
    } catch (error) {
      if (signal.aborted) return;
      this.problem = asProblem(error);
    }
    this.running = false;
  }

  override render() {
    if (this.problem)
      return html`<rashin-notice .problem=${this.problem} @dismiss=${() => this.close()}></rashin-notice>`;
    if (this.running)
      return html`<div class="box" role="status">
        <div class="said">
          <b>${t("studio.verifying")}</b>
          ${this.progress > 0 ? html`<span class="figure">${Math.round(this.progress * 100)} %</span>` : nothing}
        </div>
        <button @click=${() => this.close()}>${t("common.cancel")}</button>
      </div>`;
    const { verified } = this;
    if (!verified) return nothing;
    const psnr = verified.psnr_db;
    return html`<div class="box ${verified.verdict}" role="status" data-testid="verdict" data-verdict=${verified.verdict}>
      <div class="said">
        <b>${t(`studio.verdict.${verified.verdict}`)}</b>
        ${verified.verdict !== "identical" && psnr !== null ? html`<span class="figure"> · ${psnr.toFixed(1)} dB</span>` : nothing}
        ${
          verified.reasons.length > 0
            ? html`<ul>
              ${verified.reasons.map((reason) => html`<li>${reason}</li>`)}
            </ul>`
            : nothing
        }
      </div>
      <button class="bare icon" aria-label=${t("common.close")} @click=${() => this.close()}>${icon("close")}</button>
    </div>`;
  }
}
