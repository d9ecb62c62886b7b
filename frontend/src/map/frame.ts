/** A picture of the points, kept on the graphics card. */

import type { GL, Lens } from "./gl";

export class Frame {
  width = 0;
  height = 0;
  /** Where it was looked at from; null when it shows nothing that counts. */
  lens: Lens | null = null;
  /** How many points are in it. */
  points = 0;
  /** Every point of the view is in it. */
  whole = false;
  private readonly buffer: WebGLFramebuffer;
  private readonly texture: WebGLTexture;

  constructor(private readonly gl: GL) {
    this.buffer = gl.createFramebuffer();
    this.texture = gl.createTexture();
  }

  fit(width: number, height: number): void {
    if (width === this.width && height === this.height) return;
    const { gl } = this;
    this.width = width;
    this.height = height;
    this.lens = null;
    this.points = 0;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.buffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.texture, 0);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  bind(): void {
    this.gl.bindFramebuffer(this.gl.FRAMEBUFFER, this.buffer);
  }

  /** Bind and empty it. */
  clear(): void {
    this.bind();
    this.gl.clear(this.gl.COLOR_BUFFER_BIT);
  }

  begin(lens: Lens): void {
    this.lens = lens;
    this.points = 0;
    this.whole = false;
  }

  done(lens: Lens, points: number): void {
    this.lens = lens;
    this.points = points;
    this.whole = false;
  }

  /** Copy the other picture in, moved by whole pixels (up and right are positive). */
  take(other: Frame, dx: number, dy: number): void {
    const { gl, width, height } = this;
    const [x0, x1] = [Math.max(0, -dx), width - Math.max(0, dx)];
    const [y0, y1] = [Math.max(0, -dy), height - Math.max(0, dy)];
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, other.buffer);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, this.buffer);
    gl.blitFramebuffer(x0, y0, x1, y1, x0 + dx, y0 + dy, x1 + dx, y1 + dy, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    this.bind();
  }

  /** Copy onto the screen, and draw there from now on. */
  show(): void {
    const { gl, width, height } = this;
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, this.buffer);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  destroy(): void {
    this.gl.deleteFramebuffer(this.buffer);
    this.gl.deleteTexture(this.texture);
  }
}
