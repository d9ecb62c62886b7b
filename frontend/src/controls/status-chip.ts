/** Whether the model is awake, said quietly. */

import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { WorkerState } from "@/api/types";
import { Speaks, t } from "@/state/language";
import { askNow, onStatus, workerState } from "@/state/status";
import { looks } from "./looks";

@customElement("rashin-status")
export class StatusChip extends LitElement {
  @state() private worker: WorkerState = workerState();
  private stop: (() => void) | undefined;

  static override styles = [
    looks,
    css`
      :host {
        display: inline-flex;
      }
      span.chip {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-size: 0.84rem;
        color: var(--soft);
        white-space: nowrap;
      }
      i {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--good);
        flex: none;
      }
      .starting i,
      .restarting i {
        background: var(--warn);
        animation: pulse 0.9s infinite alternate;
      }
      .failed i,
      .offline i {
        background: var(--accent);
      }
      @keyframes pulse {
        to {
          opacity: 0.25;
        }
      }
      @media (max-width: 1180px) {
        .words {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
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
    this.stop = onStatus((worker) => {
      this.worker = worker;
    });
    askNow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  override render() {
    const words = t(`status.${this.worker}`);
    return html`<span class="chip ${this.worker}" role="status" data-testid="status" data-state=${this.worker} title=${words}>
      <i></i><span class="words">${words}</span>
    </span>`;
  }
}
