/** All points in one draw call: u16 places, a u8 palette index and a u8 glow each, five and one bytes a point. */

import { buffer, column, type GL, hex, type Lens, program } from "./gl";
import type { PointColumns } from "./points-file";

const VERTEX = `
layout(location=0) in float x;
layout(location=1) in float y;
layout(location=2) in float colour;
layout(location=3) in float glow;
uniform vec4 lens;
uniform float size;
uniform float glowing;
uniform sampler2D palette;
out vec4 ink;
void main() {
  gl_Position = vec4((x - lens.x) * lens.z, (y - lens.y) * lens.w, 0.0, 1.0);
  vec4 base = texelFetch(palette, ivec2(int(colour + 0.5), 0), 0);
  float lit = mix(1.0, 0.10 + 0.90 * glow, glowing);
  gl_PointSize = size * mix(1.0, 0.75 + 0.85 * glow, glowing);
  ink = vec4(base.rgb, base.a * lit);
}`;

const FRAGMENT = `
in vec4 ink;
out vec4 colour;
uniform float size;
void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  float a = ink.a * (1.0 - smoothstep(1.0 - 2.4 / size, 1.0, r));
  colour = vec4(ink.rgb * a, a);
}`;

export class PointsLayer {
  private readonly program: WebGLProgram;
  private readonly array: WebGLVertexArrayObject;
  private readonly colour: WebGLBuffer;
  private readonly glow: WebGLBuffer;
  private readonly palette: WebGLTexture;
  private readonly at: Record<"lens" | "size" | "glowing" | "palette", WebGLUniformLocation | null>;
  private glowing = false;

  constructor(
    private readonly gl: GL,
    private readonly points: PointColumns,
  ) {
    this.program = program(gl, VERTEX, FRAGMENT);
    this.at = {
      lens: gl.getUniformLocation(this.program, "lens"),
      size: gl.getUniformLocation(this.program, "size"),
      glowing: gl.getUniformLocation(this.program, "glowing"),
      palette: gl.getUniformLocation(this.program, "palette"),
    };
    this.array = gl.createVertexArray();
    gl.bindVertexArray(this.array);
    buffer(gl, points.rawX, gl.STATIC_DRAW);
    column(gl, 0, gl.UNSIGNED_SHORT, true);
    buffer(gl, points.rawY, gl.STATIC_DRAW);
    column(gl, 1, gl.UNSIGNED_SHORT, true);
    this.colour = buffer(gl, points.colour, gl.DYNAMIC_DRAW);
    column(gl, 2, gl.UNSIGNED_BYTE, false);
    this.glow = buffer(gl, new Uint8Array(points.count), gl.DYNAMIC_DRAW);
    column(gl, 3, gl.UNSIGNED_BYTE, true);
    gl.bindVertexArray(null);
    this.palette = gl.createTexture();
  }

  setColours(colour: Uint8Array<ArrayBuffer>): void {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, this.colour);
    this.gl.bufferSubData(this.gl.ARRAY_BUFFER, 0, colour);
  }

  /** Colours by index; `alone` fades every other index; index 255 is "no value". */
  setPalette(colours: readonly string[], quiet: string, alone: number | null): void {
    const { gl } = this;
    const texels = new Uint8Array(256 * 4);
    for (let index = 0; index < 256; index += 1) {
      const [r, g, b] = hex(colours[index] ?? quiet);
      const known = index < colours.length;
      texels.set([r, g, b, alone !== null && alone !== index ? 22 : known ? 225 : 110], index * 4);
    }
    gl.bindTexture(gl.TEXTURE_2D, this.palette);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  }

  setGlow(glow: Uint8Array<ArrayBuffer> | null): void {
    this.glowing = glow !== null;
    if (!glow) return;
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, this.glow);
    this.gl.bufferSubData(this.gl.ARRAY_BUFFER, 0, glow.subarray(0, this.points.count));
  }

  draw(lens: Lens): void {
    const { gl, at } = this;
    gl.useProgram(this.program);
    gl.bindVertexArray(this.array);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.palette);
    gl.uniform1i(at.palette, 0);
    gl.uniform4f(at.lens, lens.centreX, lens.centreY, lens.scaleX, lens.scaleY);
    // Dots are as big as the crowd lets them be: about a pixel for a million, five for eight thousand.
    const crowd = Math.sqrt((lens.width * lens.height) / Math.max(1, this.points.count));
    const size = Math.min(11, Math.max(1.8, crowd * 0.4 * 2 ** (lens.zoom * 0.32)));
    gl.uniform1f(at.size, size * lens.ratio);
    gl.uniform1f(at.glowing, this.glowing ? 1 : 0);
    gl.drawArrays(gl.POINTS, 0, this.points.count);
    gl.bindVertexArray(null);
  }
}
