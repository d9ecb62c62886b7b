/** Thumbnails as instanced quads with rounded corners, one draw call per sprite tile. */

import type { AtlasLevel, AtlasTiles } from "./atlas-tiles";
import { type GL, type Lens, program } from "./gl";

const VERTEX = `
layout(location=0) in vec2 corner;
layout(location=1) in vec4 place;
layout(location=2) in vec4 sprite;
uniform vec4 lens;
uniform vec2 pixel;
out vec2 uv;
out vec2 local;
out float alpha;
out float size;
void main() {
  vec2 centre = (place.xy - lens.xy) * lens.zw;
  float grown = place.z + 2.0;
  gl_Position = vec4(centre + corner * grown * pixel, 0.0, 1.0);
  local = corner * grown;
  size = place.z;
  vec2 inside = clamp(vec2(corner.x, -corner.y) * grown / place.z * 0.5 + 0.5, 0.0, 1.0);
  uv = sprite.xy + sprite.zw * mix(vec2(0.012), vec2(0.988), inside);
  alpha = place.w;
}`;

// The corner radius and the hairline are in device pixels; outside the rounded box lies a soft shadow.
const FRAGMENT = `
in vec2 uv;
in vec2 local;
in float alpha;
in float size;
out vec4 colour;
uniform sampler2D atlas;
uniform vec4 line;
void main() {
  float radius = size * 0.24;
  vec2 q = abs(local) * 0.5 - (size * 0.5 - radius);
  float edge = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
  float inside = 1.0 - smoothstep(-0.75, 0.25, edge);
  float border = inside * smoothstep(-1.9, -0.9, edge) * line.a;
  vec3 paint = mix(texture(atlas, uv).rgb, line.rgb, border);
  float a = inside * alpha;
  colour = vec4(paint * a, a);
}`;

export interface Thumb {
  readonly n: number;
  /** Place in [0, 1] over the bounds. */
  readonly x: number;
  readonly y: number;
  /** Device pixels. */
  readonly size: number;
  readonly alpha: number;
}

const FLOATS = 8;

export class ThumbsLayer {
  private readonly program: WebGLProgram;
  private readonly array: WebGLVertexArrayObject;
  private readonly instances: WebGLBuffer;
  private readonly at: Record<"lens" | "pixel" | "atlas" | "line", WebGLUniformLocation | null>;
  line: readonly [number, number, number, number] = [0, 0, 0, 0.12];

  constructor(
    private readonly gl: GL,
    private readonly tiles: AtlasTiles,
    private readonly levels: readonly AtlasLevel[],
  ) {
    this.program = program(gl, VERTEX, FRAGMENT);
    this.at = {
      lens: gl.getUniformLocation(this.program, "lens"),
      pixel: gl.getUniformLocation(this.program, "pixel"),
      atlas: gl.getUniformLocation(this.program, "atlas"),
      line: gl.getUniformLocation(this.program, "line"),
    };
    this.array = gl.createVertexArray();
    gl.bindVertexArray(this.array);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    this.instances = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.instances);
    for (const at of [1, 2]) {
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, 4, gl.FLOAT, false, FLOATS * 4, (at - 1) * 16);
      gl.vertexAttribDivisor(at, 1);
    }
    gl.bindVertexArray(null);
  }

  /** Draw what has arrived; the coarse level stands in until the fine one is there. */
  draw(lens: Lens, thumbs: readonly Thumb[]): void {
    const coarse = this.levels[0];
    if (!coarse || thumbs.length === 0) return;
    const groups = new Map<WebGLTexture, number[]>();
    for (const thumb of thumbs) {
      const wanted: AtlasLevel =
        this.levels.find((level) => level.thumb >= thumb.size * 0.8) ?? this.levels.at(-1) ?? coarse;
      if (!this.put(groups, wanted, thumb) && wanted !== coarse) this.put(groups, coarse, thumb);
    }
    const { gl, at } = this;
    gl.useProgram(this.program);
    gl.bindVertexArray(this.array);
    gl.uniform4f(at.lens, lens.centreX, lens.centreY, lens.scaleX, lens.scaleY);
    gl.uniform2f(at.pixel, 1 / (lens.width * lens.ratio), 1 / (lens.height * lens.ratio));
    gl.uniform4f(at.line, ...this.line);
    gl.uniform1i(at.atlas, 0);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.instances);
    for (const [texture, values] of groups) {
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(values), gl.STREAM_DRAW);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, values.length / FLOATS);
    }
    gl.bindVertexArray(null);
  }

  private put(groups: Map<WebGLTexture, number[]>, level: AtlasLevel, thumb: Thumb): boolean {
    const cells = level.columns * level.rows;
    const texture = this.tiles.get(level.level, Math.floor(thumb.n / cells));
    if (!texture) return false;
    const cell = thumb.n % cells;
    const u = (cell % level.columns) / level.columns;
    const v = Math.floor(cell / level.columns) / level.rows;
    const values = groups.get(texture) ?? [];
    values.push(thumb.x, thumb.y, thumb.size, thumb.alpha, u, v, 1 / level.columns, 1 / level.rows);
    groups.set(texture, values);
    return true;
  }
}
