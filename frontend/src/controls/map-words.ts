/** The map for people who cannot see it: where one is, what lies around, which regions there are. */

import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PointCard } from "@/api/types";
import { Speaks, say, t } from "@/state/language";
import { looks } from "./looks";

@customElement("rashin-map-words")
export class MapWords extends LitElement {
  @property({ attribute: false }) card: PointCard | null = null;
  @property({ attribute: false }) regions: readonly string[] = [];

  /** The words of the picture that joined last. */
  @property() joined = "";

  static override styles = looks;

  constructor() {
    super();
    new Speaks(this);
  }

  override render() {
    const { card, regions } = this;
    const here = card ? [say(card.title), regions[0]].filter(Boolean).join(". ") : "";
    return html`<div class="off">
      <p aria-live="polite">${here}</p>
      <p aria-live="polite" data-testid="joined">${this.joined === "" ? "" : t("news.joined", { title: this.joined })}</p>
      <section aria-label=${t("atlas.regions")}>
        <ul>${regions.map((name) => html`<li>${name}</li>`)}</ul>
      </section>
    </div>`;
  }
}
