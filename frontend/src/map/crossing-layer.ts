/** The points on their way from one version to another: both places on the graphics card, mixed there. */

import type { Crossing, Left } from "./crossing";
import { inWindow, type Range, sample, total } from "./draw-order";
import { buffer, column, type GL, type Lens } from "./gl";
import type { PointsLayer } from "./points-layer";
import { PointsPaint } from "./points-paint";
import type { Survey } from "./survey";

const ONLY_OLD = 2;
const EVERYWHERE = { x0: 0, y0: 0, x1: 1, y1: 1 };

export class CrossingLayer {
  private readonly brush: PointsPaint;
  private readonly staying: WebGLVertexArrayObject;
  private readonly leaving: WebGLVertexArrayObject;
  private readonly own: WebGLBuffer[] = [];
  private readonly left: Left;
  private readonly levels: readonly (readonly Range[])[];

  constructor(
    private readonly gl: GL,
    private readonly points: PointsLayer,
    survey: Survey,
    private readonly crossing: Crossing,
  ) {
    this.brush = new PointsPaint(gl, true);
    this.levels = inWindow(survey.draw.levels, EVERYWHERE);
    const { before, only } = crossing.ways(survey.draw.order);
    this.staying = gl.createVertexArray();
    gl.bindVertexArray(this.staying);
    const { x, y, colour, marks } = points.held;
    this.take(x, () => column(gl, 0, gl.UNSIGNED_SHORT, true));
    this.take(y, () => column(gl, 1, gl.UNSIGNED_SHORT, true));
    this.take(colour, () => column(gl, 2, gl.UNSIGNED_BYTE, false));
    this.take(marks, () => whole(gl, 3));
    this.bring(before, () => pair(gl, 4));
    this.bring(only, () => column(gl, 5, gl.UNSIGNED_BYTE, false));

    this.left = crossing.left();
    const { left } = this;
    this.leaving = gl.createVertexArray();
    gl.bindVertexArray(this.leaving);
    this.bring(left.x, () => column(gl, 0, gl.FLOAT, false));
    this.bring(left.y, () => column(gl, 1, gl.FLOAT, false));
    this.bring(left.colour, () => column(gl, 2, gl.UNSIGNED_BYTE, false));
    this.bring(new Uint8Array(left.count), () => whole(gl, 3));
    this.bring(interleaved(left), () => pair(gl, 4));
    this.bring(new Uint8Array(left.count).fill(ONLY_OLD), () => column(gl, 5, gl.UNSIGNED_BYTE, false));
    gl.bindVertexArray(null);
  }

  /** Draw as many as there is time for: an even sample of a large map, all of a small one. */
  draw(lens: Lens): void {
    const { gl, left } = this;
    const { manner } = this.points;
    const ranges = sample(this.levels, manner.most);
    this.brush.take(lens, manner, this.crossing.t);
    gl.bindVertexArray(this.staying);
    for (const { start, count } of ranges) gl.drawArrays(gl.POINTS, start, count);
    if (left.count > 0) {
      gl.bindVertexArray(this.leaving);
      gl.drawArrays(gl.POINTS, 0, Math.min(left.count, Math.max(1, total(ranges))));
    }
    gl.bindVertexArray(null);
  }

  destroy(): void {
    const { gl } = this;
    this.brush.destroy();
    for (const array of [this.staying, this.leaving]) gl.deleteVertexArray(array);
    for (const each of this.own) gl.deleteBuffer(each);
  }

  /** A column that the points hold already. */
  private take(held: WebGLBuffer, point: () => void): void {
    this.gl.bindBuffer(this.gl.ARRAY_BUFFER, held);
    point();
  }

  private bring(data: ArrayBufferView<ArrayBuffer>, point: () => void): void {
    this.own.push(buffer(this.gl, data, this.gl.STATIC_DRAW));
    point();
  }
}

function pair(gl: GL, at: number): void {
  gl.enableVertexAttribArray(at);
  gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 0, 0);
}

function whole(gl: GL, at: number): void {
  gl.enableVertexAttribArray(at);
  gl.vertexAttribIPointer(at, 1, gl.UNSIGNED_BYTE, 0, 0);
}

function interleaved({ x, y, count }: Left): Float32Array<ArrayBuffer> {
  const both = new Float32Array(2 * count);
  for (let at = 0; at < count; at += 1) both.set([x[at] ?? 0, y[at] ?? 0], 2 * at);
  return both;
}
