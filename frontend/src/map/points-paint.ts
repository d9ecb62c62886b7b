/** How dots are painted: the shaders, their size in a crowd, and what dims or grows them. */

import { type GL, type Lens, program } from "./gl";
import { CHOSEN, GLOW, OUT } from "./marks";

// Dots that are on their way know where they were (`before`), and whether they are in both versions of the map (0),
// only in the newer (1) or only in the older one (2).
const ON_THE_WAY = `
layout(location=4) in vec2 before;
layout(location=5) in float only;
uniform float t;
vec2 place() { return mix(before, vec2(x, y), t); }
float there() { return only < 0.5 ? 1.0 : only < 1.5 ? t : 1.0 - t; }`;

const STANDING = `
vec2 place() { return vec2(x, y); }
float there() { return 1.0; }`;

const vertex = (where: string) => `
layout(location=0) in float x;
layout(location=1) in float y;
layout(location=2) in float colour;
layout(location=3) in uint marks;
uniform vec4 lens;
uniform float size;
uniform float ghost;
uniform bool glowing;
uniform bool choosing;
uniform sampler2D palette;
out vec4 ink;
${where}
void main() {
  gl_Position = vec4((place() - lens.xy) * lens.zw, 0.0, 1.0);
  vec4 base = texelFetch(palette, ivec2(int(colour + 0.5), 0), 0);
  float glow = float(marks & ${GLOW}u) / float(${GLOW});
  bool chosen = (marks & ${CHOSEN}u) != 0u;
  float lit = glowing ? 0.10 + 0.90 * glow : 1.0;
  float grown = glowing ? 0.75 + 0.85 * glow : 1.0;
  if (choosing) {
    // While something is searched, what glows stays lit whether it is chosen or not.
    lit *= chosen ? 1.0 : (glowing ? 0.6 : 0.16);
    grown *= chosen ? 1.3 : 1.0;
    base.a = chosen ? 1.0 : base.a;
  }
  if ((marks & ${OUT}u) != 0u) lit *= ghost;
  gl_PointSize = size * grown;
  ink = vec4(base.rgb, base.a * lit * there());
}`;

const ROUND = `
in vec4 ink;
out vec4 colour;
uniform float size;
void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  float a = ink.a * (1.0 - smoothstep(1.0 - 2.4 / size, 1.0, r));
  colour = vec4(ink.rgb * a, a);
}`;

// A dot of two pixels has no room for a round edge: a square costs a third less in software.
const TINY = `
in vec4 ink;
out vec4 colour;
void main() {
  colour = vec4(ink.rgb * ink.a, ink.a);
}`;

const TINY_PX = 2.6;
/** From so many points on, what a filter leaves out is nearly gone. */
const CROWD = 50_000;
const NAMES = ["lens", "size", "ghost", "glowing", "choosing", "palette", "t"] as const;

interface Painter {
  readonly program: WebGLProgram;
  readonly at: Record<(typeof NAMES)[number], WebGLUniformLocation | null>;
}

function painter(gl: GL, where: string, fragment: string): Painter {
  const built = program(gl, vertex(where), fragment);
  const at = Object.fromEntries(NAMES.map((name) => [name, gl.getUniformLocation(built, name)]));
  return { program: built, at: at as Painter["at"] };
}

/** What all dots of a drawing have in common. */
export interface Manner {
  readonly palette: WebGLTexture;
  /** Points of the whole map. */
  readonly count: number;
  readonly glowing: boolean;
  readonly choosing: boolean;
}

/**
 * Dots are as big as the crowd lets them be: about a pixel for a million, five for eight thousand; close up a larger
 * map has no pictures between its dots, so they grow faster. Device pixels.
 */
function dotSize(lens: Lens, count: number): number {
  const window = (lens.width - 2 * lens.margin) * (lens.height - 2 * lens.margin);
  const crowd = Math.sqrt(window / Math.max(1, count));
  const growth = 0.32 + 0.2 * Math.min(2, Math.max(0, Math.log10(Math.max(1, count)) - 4));
  return Math.min(11, Math.max(1.8, crowd * 0.4 * 2 ** (lens.zoom * growth))) * lens.ratio;
}

export class PointsPaint {
  private readonly round: Painter;
  private readonly tiny: Painter;

  constructor(
    private readonly gl: GL,
    moving = false,
  ) {
    const where = moving ? ON_THE_WAY : STANDING;
    this.round = painter(gl, where, ROUND);
    this.tiny = painter(gl, where, TINY);
  }

  /** Take the brush: what is drawn next are dots of this manner. `t`: how far on the way they are. */
  take(lens: Lens, { palette, count, glowing, choosing }: Manner, t = 1): void {
    const { gl } = this;
    const size = dotSize(lens, count);
    const { program: built, at } = size < TINY_PX ? this.tiny : this.round;
    gl.useProgram(built);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, palette);
    gl.uniform1i(at.palette, 0);
    gl.uniform4f(at.lens, lens.centreX, lens.centreY, lens.scaleX, lens.scaleY);
    gl.uniform1f(at.size, size);
    gl.uniform1f(at.ghost, count > CROWD ? 0.02 : 0.08);
    gl.uniform1i(at.glowing, glowing ? 1 : 0);
    gl.uniform1i(at.choosing, choosing ? 1 : 0);
    if (at.t) gl.uniform1f(at.t, t);
  }

  destroy(): void {
    for (const one of [this.round, this.tiny]) this.gl.deleteProgram(one.program);
  }
}
