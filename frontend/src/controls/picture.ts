/** One picture that changes without flickering: decoded first, then painted in one go, smoothly enlarged. */

import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";

/** Enlarged to this many pixels by a good filter, and by the browser from there on. */
const CANVAS = 512;
/** Larger pictures are shown as they are, up to this length. */
const LARGEST = 2048;

@customElement("rashin-picture")
export class Picture extends LitElement {
  @property() label = "";
  @query("canvas") private canvas!: HTMLCanvasElement;
  private sequence = 0;
  private shown = 0;

  static override styles = css`
    :host {
      display: block;
      position: relative;
      aspect-ratio: var(--ratio, 1);
      border-radius: 7%;
      background: #fff;
      overflow: hidden;
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
    }
  `;

  /** Show the bytes of a picture; one that is overtaken while it is decoded is dropped. */
  async show(picture: Blob): Promise<void> {
    this.sequence += 1;
    const mine = this.sequence;
    const bitmap = await createImageBitmap(picture);
    await this.updateComplete;
    if (mine > this.shown) {
      this.shown = mine;
      const pen = this.canvas.getContext("2d");
      if (pen) {
        const long = Math.max(bitmap.width, bitmap.height);
        const scale = Math.min(LARGEST, Math.max(CANVAS, long)) / long;
        const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
        // A canvas is emptied by a new size, and painted again before anybody sees it.
        if (this.canvas.width !== width) this.canvas.width = width;
        if (this.canvas.height !== height) this.canvas.height = height;
        pen.imageSmoothingEnabled = true;
        pen.imageSmoothingQuality = "high";
        pen.drawImage(bitmap, 0, 0, width, height);
      }
      this.canvas.dataset.sequence = String(Number(this.canvas.dataset.sequence ?? 0) + 1);
    }
    bitmap.close();
  }

  override render() {
    return html`<canvas
      width=${CANVAS}
      height=${CANVAS}
      role="img"
      aria-label=${this.label}
      data-testid="picture"
      data-sequence="0"
    ></canvas>`;
  }
}
