/** The few lines of WebGL2 ceremony that both layers share. */

export type GL = WebGL2RenderingContext;

export class GraphicsUnavailable extends Error {}

export function program(gl: GL, vertex: string, fragment: string): WebGLProgram {
  const built = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new GraphicsUnavailable("the graphics context is lost");
    gl.shaderSource(shader, `#version 300 es\nprecision highp float;\n${source}`);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
      throw new GraphicsUnavailable(gl.getShaderInfoLog(shader) ?? "a shader does not compile");
    }
    gl.attachShader(built, shader);
  }
  gl.linkProgram(built);
  if (!gl.getProgramParameter(built, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new GraphicsUnavailable(gl.getProgramInfoLog(built) ?? "a shader program does not link");
  }
  return built;
}

export function buffer(gl: GL, data: ArrayBufferView<ArrayBuffer>, usage: number): WebGLBuffer {
  const made = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, made);
  gl.bufferData(gl.ARRAY_BUFFER, data, usage);
  return made;
}

export function column(gl: GL, at: number, type: number, normalised: boolean): void {
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, 1, type, normalised, 0, 0);
}

/** "#rrggbb" → [r, g, b] as bytes. */
export function hex(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.replace("#", "").slice(0, 6), 16);
  return Number.isNaN(value) ? [136, 136, 136] : [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** What both layers need to know about the view: clip = (p − centre) · scale, p in [0, 1] over the bounds. */
export interface Lens {
  readonly centreX: number;
  readonly centreY: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly zoom: number;
  /** CSS pixels on every side that belong to the drawing and not to the window. */
  readonly margin: number;
}
