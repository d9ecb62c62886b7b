/**
 * All points: u16 places, a u8 palette index and a u8 of marks each, six bytes a point on the graphics card.
 *
 * A view with few points is drawn as it is. A crowded one is kept as a picture: when the drawing has to begin
 * elsewhere, the picture is moved and only the strip that came in is drawn; when it rests, the picture is drawn anew,
 * a part each frame, from a sparse sample to every single point.
 */

import { Budget, LEAST } from "./budget";
import { arranged, inWindow, portion, type Range, sample, total } from "./draw-order";
import { Frame } from "./frame";
import { buffer, column, type GL, hex, type Lens } from "./gl";
import { type Manner, PointsPaint } from "./points-paint";
import type { Survey } from "./survey";

const sameView = (a: Lens, b: Lens): boolean =>
  a.centreX === b.centreX && a.centreY === b.centreY && sameScale(a, b);
const sameScale = (a: Lens, b: Lens): boolean =>
  a.scaleX === b.scaleX && a.scaleY === b.scaleY && a.width === b.width && a.height === b.height;

export class PointsLayer {
  /** The columns on the graphics card, for whoever draws the same points elsewhere. */
  readonly held: Record<"x" | "y" | "colour" | "marks", WebGLBuffer>;
  private readonly brush: PointsPaint;
  private readonly array: WebGLVertexArrayObject;
  private readonly palette: WebGLTexture;
  private readonly scratch: Uint8Array<ArrayBuffer>;
  private readonly budget = new Budget();
  /** What is on the screen, and what is being drawn behind it. */
  private front: Frame;
  private back: Frame;
  private glowing = false;
  private choosing = false;

  constructor(
    private readonly gl: GL,
    private readonly survey: Survey,
  ) {
    const { drawn, points } = survey;
    this.brush = new PointsPaint(gl);
    this.front = new Frame(gl);
    this.back = new Frame(gl);
    this.scratch = new Uint8Array(points.count);
    this.array = gl.createVertexArray();
    gl.bindVertexArray(this.array);
    const x = buffer(gl, drawn.x, gl.STATIC_DRAW);
    column(gl, 0, gl.UNSIGNED_SHORT, true);
    const y = buffer(gl, drawn.y, gl.STATIC_DRAW);
    column(gl, 1, gl.UNSIGNED_SHORT, true);
    const colour = buffer(gl, drawn.colour, gl.DYNAMIC_DRAW);
    column(gl, 2, gl.UNSIGNED_BYTE, false);
    const marks = buffer(gl, this.scratch, gl.DYNAMIC_DRAW);
    this.held = { x, y, colour, marks };
    gl.enableVertexAttribArray(3);
    gl.vertexAttribIPointer(3, 1, gl.UNSIGNED_BYTE, 0, 0);
    gl.bindVertexArray(null);
    this.palette = gl.createTexture();
  }

  setColours(colour: Uint8Array<ArrayBuffer>): void {
    this.upload(this.held.colour, colour);
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
    this.forget();
  }

  setMarks(marks: Uint8Array<ArrayBuffer>, glowing: boolean, choosing: boolean): void {
    this.glowing = glowing;
    this.choosing = choosing;
    this.upload(this.held.marks, marks);
  }

  /** Draw onto the screen; true while there is more to draw for this view. */
  draw(lens: Lens, moving: boolean, now: number): boolean {
    this.budget.frame(now);
    const levels = inWindow(this.survey.draw.levels, seen(lens));
    const everything = levels.flat();
    // Asking the budget here would swing between drawing all and moving the picture.
    if (total(everything) <= LEAST) {
      this.forget();
      this.paint(lens, everything);
      return false;
    }
    if (lens.margin === 0) {
      // The scale changes: the next frame has no use for a picture of this one.
      this.forget();
      this.paint(lens, sample(levels, this.budget.points));
      return true;
    }
    for (const frame of [this.front, this.back])
      frame.fit(pixels(lens.width, lens), pixels(lens.height, lens));
    if (moving) {
      this.follow(lens, levels);
      this.front.show();
      return true;
    }
    const more = this.refine(lens, levels, everything);
    const shown = more && this.front.points > this.back.points ? this.front : this.back;
    (more ? shown : this.front).show();
    return more;
  }

  /** A frame in which nothing is drawn here. */
  pass(): void {
    this.budget.pause();
  }

  /** How dots are painted at the moment, and how many of them a frame has time for. */
  get manner(): Manner & { readonly most: number } {
    const { palette, glowing, choosing, budget } = this;
    return { palette, glowing, choosing, count: this.survey.points.count, most: budget.points };
  }

  destroy(): void {
    this.brush.destroy();
    this.front.destroy();
    this.back.destroy();
  }

  private forget(): void {
    this.front.lens = null;
    this.back.lens = null;
    this.front.points = 0;
  }

  /** In motion: move the picture when only the place changed, else draw a sample. */
  private follow(lens: Lens, levels: Range[][]): void {
    const { front, back } = this;
    if (front.lens && sameView(front.lens, lens)) return;
    const before = front.lens;
    if (before && sameScale(before, lens) && front.points > 0) {
      const dx = Math.round(((before.centreX - lens.centreX) * lens.scaleX * front.width) / 2);
      const dy = Math.round(((before.centreY - lens.centreY) * lens.scaleY * front.height) / 2);
      if (dx === 0 && dy === 0) return;
      if (Math.abs(dx) < front.width / 2 && Math.abs(dy) < front.height / 2) {
        const moved = {
          ...lens,
          centreX: before.centreX - (2 * dx) / (lens.scaleX * front.width),
          centreY: before.centreY - (2 * dy) / (lens.scaleY * front.height),
        };
        this.scroll(moved, dx, dy);
        return;
      }
    }
    back.clear();
    const part = sample(levels, this.budget.points);
    this.paint(lens, part);
    back.done(lens, total(part));
    this.swap();
  }

  private scroll(lens: Lens, dx: number, dy: number): void {
    const { front, back, gl } = this;
    const { width, height } = front;
    back.clear();
    back.take(front, dx, dy);
    gl.enable(gl.SCISSOR_TEST);
    const strips = [
      dx === 0 ? null : { x: dx > 0 ? 0 : width + dx, y: 0, w: Math.abs(dx), h: height },
      dy === 0
        ? null
        : {
            x: Math.max(0, dx),
            y: dy > 0 ? 0 : height + dy,
            w: width - Math.abs(dx),
            h: Math.abs(dy),
          },
    ];
    const view = seen(lens);
    const across = (view.x1 - view.x0) / width;
    const up = (view.y1 - view.y0) / height;
    for (const strip of strips) {
      if (!strip) continue;
      gl.scissor(strip.x, strip.y, strip.w, strip.h);
      const part = inWindow(this.survey.draw.levels, {
        x0: view.x0 + (strip.x - EDGE_PX) * across,
        x1: view.x0 + (strip.x + strip.w + EDGE_PX) * across,
        y0: view.y0 + (strip.y - EDGE_PX) * up,
        y1: view.y0 + (strip.y + strip.h + EDGE_PX) * up,
      });
      this.paint(lens, sample(part, this.budget.points));
    }
    gl.disable(gl.SCISSOR_TEST);
    back.done(lens, front.points);
    this.swap();
  }

  /** At rest: go on with the picture behind, show it when it has more than the one in front. */
  private refine(lens: Lens, levels: Range[][], everything: Range[]): boolean {
    const { front, back } = this;
    const wanted = total(everything);
    if (front.lens && front.whole && sameView(front.lens, lens)) return false;
    if (!back.lens || back.whole || !sameView(back.lens, lens)) {
      back.clear();
      back.begin(lens);
    }
    back.bind();
    const part = portion(levels.flat(), back.points, this.budget.points);
    this.paint(lens, part);
    back.points += total(part);
    if (back.points < wanted) return true;
    back.whole = true;
    this.swap();
    return false;
  }

  private swap(): void {
    [this.front, this.back] = [this.back, this.front];
    this.back.lens = null;
  }

  private upload(into: WebGLBuffer, values: Uint8Array<ArrayBuffer>): void {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, into);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, arranged(values, this.survey.draw.order, this.scratch));
    this.forget();
  }

  private paint(lens: Lens, ranges: readonly Range[]): void {
    const { gl } = this;
    this.brush.take(lens, this.manner);
    gl.bindVertexArray(this.array);
    for (const { start, count: points } of ranges) gl.drawArrays(gl.POINTS, start, points);
    gl.bindVertexArray(null);
  }
}

/** A dot at the edge of a strip reaches into it. */
const EDGE_PX = 6;

const pixels = (css: number, lens: Lens): number => Math.round(css * lens.ratio);

/** The part of the map that a lens shows, and a dot's width around it. */
function seen({ centreX, centreY, scaleX, scaleY }: Lens): {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
} {
  return {
    x0: centreX - 1 / scaleX,
    y0: centreY - 1 / scaleY,
    x1: centreX + 1 / scaleX,
    y1: centreY + 1 / scaleY,
  };
}
