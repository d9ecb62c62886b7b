/** A small picture that is not kept anywhere: its bytes, or an empty place of the same size. */

import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";

@customElement("rashin-blob-picture")
export class BlobPicture extends LitElement {
  @property({ attribute: false }) picture: Blob | null = null;
  @property() label = "";
  @state() private url = "";

  static override styles = css`
    :host {
      display: block;
      aspect-ratio: 1;
      border-radius: 16%;
      overflow: hidden;
      background: var(--sunken);
    }
    img {
      display: block;
      width: 100%;
      height: 100%;
      object-fit: contain;
      background: #fff;
    }
  `;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.url);
    this.url = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("picture") && this.url !== "") return;
    // What was there stays until something else comes: an empty flash says nothing.
    if (!this.picture) return;
    URL.revokeObjectURL(this.url);
    this.url = URL.createObjectURL(this.picture);
  }

  override render() {
    return this.url === "" ? nothing : html`<img src=${this.url} alt=${this.label} />`;
  }
}
