/** The remakes of a picture by each way of inversion, closest first, each with its score: pick before you edit. */

import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { API } from "@/api/http";
import type { Candidate } from "@/api/inversions";
import type { ModelCard } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import { looks } from "./looks";

@customElement("rashin-candidates")
export class Candidates extends LitElement {
  @property() sha256 = "";
  @property({ attribute: false }) card: ModelCard | null = null;
  @property({ attribute: false }) candidates: readonly Candidate[] = [];

  static override styles = [
    looks,
    css`
      :host {
        display: block;
      }
      .quiet {
        margin: 0 0 12px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
        gap: 14px;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: 5px;
      }
      img {
        width: 100%;
        aspect-ratio: 1;
        object-fit: contain;
        border-radius: 12px;
        border: 1px solid var(--line);
        background: #fff;
      }
      .best img {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }
      b {
        font-size: 0.9rem;
        font-weight: 600;
      }
      small {
        color: var(--soft);
        font-size: 0.83rem;
        font-variant-numeric: tabular-nums;
        flex: 1;
      }
      footer {
        margin-top: 14px;
      }
      @media (max-width: 460px) {
        ul {
          grid-template-columns: 1fr 1fr;
          gap: 10px;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  private scores(one: Candidate): string {
    return [
      one.psnr_db === null ? "" : `${one.psnr_db.toFixed(1)} dB`,
      one.ssim === null ? "" : `SSIM ${one.ssim.toFixed(2)}`,
    ]
      .filter((part) => part !== "")
      .join(" · ");
  }

  override render() {
    return html`<p class="quiet">${t("studio.inversionHint")}</p>
      <ul>
        <li>
          <img src="${API}/images/${this.sha256}.png" alt=${t("studio.original")} />
          <b>${t("studio.original")}</b>
        </li>
        ${this.candidates.map((one, index) => this.one(one, index))}
      </ul>
      <footer>
        <button @click=${() => this.dispatchEvent(new Event("back"))}>${t("studio.back")}</button>
      </footer>`;
  }

  private one(one: Candidate, index: number) {
    const way = this.card?.inversions.find((known) => known.id === one.method);
    const title = way ? say(way.title) : one.method;
    return html`<li class=${index === 0 ? "best" : ""}>
      <img src=${one.render.image?.url ?? ""} alt=${title} data-testid="candidate-${index}" />
      <b>${title}</b>
      <small title=${t("studio.scoresHint")}>${this.scores(one)}${index === 0 ? ` · ${t("studio.closest")}` : ""}</small>
      <button
        class=${index === 0 ? "primary" : ""}
        data-testid="pick-${index}"
        @click=${() => this.dispatchEvent(new CustomEvent<Candidate>("pick", { detail: one }))}
      >
        ${t("studio.pick")}
      </button>
    </li>`;
  }
}
