/** The map: typed arrays and props in, callbacks out. Draws only when something changed. */

import { AtlasTiles } from "./atlas-tiles";
import type { Camera, Viewport } from "./camera";
import * as cameras from "./camera";
import type { Version } from "./crossing";
import { type Draft, Drafts, type Tool } from "./drafts";
import { markFirst } from "./first-paint";
import { Eye } from "./flight";
import { type GestureHandlers, listen } from "./gestures";
import { GraphicsUnavailable, hex, type Lens } from "./gl";
import { handsOn, PICK_PX } from "./hands";
import { Hits } from "./hits";
import { LabelsLayer } from "./labels-layer";
import { packed } from "./marks";
import { Overlay, type Scene, type Stage } from "./overlay";
import { Passage } from "./passage";
import { PointGrid } from "./picking";
import { PointsLayer } from "./points-layer";
import type { Bytes, MapCallbacks, MapData, MapProps } from "./props";
import { changed, NOTHING } from "./scene";
import { type Sight, Slide } from "./slide";
import { Thumbnails } from "./thumbnails";
import { ThumbsLayer } from "./thumbs-layer";
import type { Heading } from "./walk";

const PICTURES_WITHIN_MS = 1200; // those that are not there by then come later
export class LatentMap {
  readonly grid: PointGrid;
  readonly drafts: Drafts;
  private readonly canvas = document.createElement("canvas");
  private readonly shapes = document.createElement("canvas");
  private readonly names = document.createElement("div");
  private readonly gl: WebGL2RenderingContext;
  private readonly pointsLayer: PointsLayer;
  private readonly thumbsLayer: ThumbsLayer;
  private readonly tiles: AtlasTiles;
  private readonly labelsLayer: LabelsLayer;
  private readonly overlay: Overlay;
  private readonly thumbnails: Thumbnails;
  private readonly eye: Eye;
  private readonly hits: Hits;
  private passage: Passage | null = null;
  private readonly stop: (() => void)[] = [];
  private marks: { glow: Bytes | null; out: Bytes | null; chosen: Bytes | null } = {
    glow: null,
    out: null,
    chosen: null,
  };
  private scene: Scene = NOTHING;
  private readonly slide: Slide;
  private frame = 0;
  /** What is drawn is no longer true; it is true and not finished. */
  private stale = true;
  private unfinished = false;
  private painted = false;
  private labelTop = 0;
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  constructor(
    private readonly host: HTMLElement,
    private readonly data: MapData,
    private readonly callbacks: MapCallbacks,
    camera?: Camera,
  ) {
    const { points, index } = data.survey;
    const viewport = { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) };
    const home = camera ?? cameras.home(points.bounds, viewport, points.x, points.y);
    this.eye = new Eye(points.bounds, viewport, home, (seen) => callbacks.moved(seen));
    this.grid = new PointGrid(points.x, points.y, points.bounds, index);

    this.canvas.className = "map-points";
    this.shapes.className = "map-shapes";
    this.names.className = "map-names";
    this.names.setAttribute("aria-hidden", "true");
    const gl = this.canvas.getContext("webgl2", { antialias: false, alpha: true, premultipliedAlpha: true });
    if (!gl) throw new GraphicsUnavailable("WebGL2");
    this.gl = gl;
    host.append(this.canvas, this.names, this.shapes);
    host.style.setProperty("overflow", "hidden");
    this.slide = new Slide(this.canvas, this.names);
    const redraw = () => this.redraw();
    this.thumbnails = new Thumbnails(points, this.grid, data.atlas.length > 0 ? data.thinOut : null, redraw);
    this.thumbnails.thinOut(viewport, null);
    this.hits = new Hits(points, this.grid, this.thumbnails, this.eye);
    this.tiles = new AtlasTiles(gl, data.tileUrl, redraw);
    this.pointsLayer = new PointsLayer(gl, data.survey);
    this.thumbsLayer = new ThumbsLayer(gl, this.tiles, data.atlas);
    this.labelsLayer = new LabelsLayer(this.names);
    this.overlay = new Overlay(this.shapes, redraw);
    this.drafts = new Drafts({
      toMap: (px, py) => this.eye.toMap(px, py),
      scale: () => this.eye.scale(),
      show: (draft) => this.sketch(draft),
      drawn: (shape, held) => callbacks.drawn(shape, held),
    });
    this.watchSize();
    this.stop.push(listen(host, this.handlers()));
    const events = new AbortController();
    const { signal } = events;
    this.canvas.addEventListener("webglcontextlost", (event) => event.preventDefault(), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => callbacks.lost(), { signal });
    this.stop.push(() => events.abort());
  }

  get camera(): Camera {
    return this.eye.camera;
  }

  /** CSS pixels. */
  get size(): Viewport {
    return this.eye.viewport;
  }

  /** Show every point where it was in another version; resolves when the pictures are there to move. */
  async comeFrom(old: Version): Promise<void> {
    if (this.still) return;
    this.passage = new Passage(this.gl, this.pointsLayer, this.data.survey, this.grid, old);
    const latest = performance.now() + PICTURES_WITHIN_MS;
    do {
      this.redraw();
      await new Promise((done) => requestAnimationFrame(done));
    } while (this.frame !== -1 && !this.whole && performance.now() < latest);
  }

  /** Let the points go from there to where they are now. */
  setOut(): void {
    this.passage?.begin(performance.now());
    this.redraw();
  }

  /** Every picture that this view wants is here. */
  private get whole(): boolean {
    return this.painted && this.thumbnails.ready && !this.tiles.busy;
  }

  /** What the view shows right now, without the names, as one picture. */
  picture(paper: string): HTMLCanvasElement {
    this.stale = true;
    this.draw(performance.now());
    const { width, height, ratio } = this.eye.lens();
    const whole = document.createElement("canvas");
    whole.width = Math.round(width * ratio);
    whole.height = Math.round(height * ratio);
    const pen = whole.getContext("2d");
    if (!pen) return whole;
    pen.fillStyle = paper;
    pen.fillRect(0, 0, whole.width, whole.height);
    const [x, y] = this.slide.corner;
    pen.drawImage(this.canvas, Math.round(x * ratio), Math.round(y * ratio));
    pen.drawImage(this.shapes, 0, 0);
    return whole;
  }

  /** The pictures that the view shows: where (CSS pixels of the element) and how large. */
  shown(): readonly { readonly n: number; readonly x: number; readonly y: number; readonly size: number }[] {
    const lens = this.eye.lens();
    return this.thumbnails.visible(this.camera, this.eye.scale(), lens).map(({ n, size }) => {
      const [x, y] = this.project(...(this.grid.place(n) ?? [0, 0]));
      return { n, x, y, size: size / lens.ratio };
    });
  }

  update(props: MapProps): void {
    if (props.ink) {
      this.overlay.ink = props.ink;
      const [r, g, b] = hex(props.ink.ink);
      this.thumbsLayer.line = [r / 255, g / 255, b / 255, 0.16];
    }
    if (props.palette)
      this.pointsLayer.setPalette(props.palette.colours, props.palette.quiet, props.palette.alone);
    if (props.colours) this.pointsLayer.setColours(props.colours);
    this.mark(props);
    if (props.labels) this.labelsLayer.setLayers(props.labels);
    if (props.labelTop !== undefined) this.labelTop = props.labelTop;
    if (props.newcomers) this.grid.setLate(props.newcomers);
    this.scene = changed(this.scene, props);
    this.redraw();
  }

  /** Take a drawing tool into the hand, or none. */
  use(tool: Tool | null): void {
    this.drafts.use(tool);
    this.host.classList.toggle("drawing", tool !== null);
  }

  flyTo(to: Camera): void {
    this.eye.flyTo(to);
    this.look();
  }

  zoomBy(delta: number): void {
    this.eye.zoomBy(delta);
    this.look();
  }

  goHome(): void {
    const { bounds, x, y } = this.data.survey.points;
    this.flyTo(cameras.home(bounds, this.eye.viewport, x, y));
  }

  /** Look from there at once, as another map does. */
  follow(camera: Camera): void {
    this.eye.look(cameras.keepInside(camera, this.data.survey.points.bounds));
    this.look();
  }

  /** Move so that the point is in the comfortable middle; zooms in only when asked. */
  reveal(n: number, zoom?: number): void {
    const place = this.grid.place(n);
    if (!place) return;
    const [x, y] = this.project(...place);
    const { width, height } = this.eye.viewport;
    const inside = x > width * 0.15 && x < width * 0.7 && y > height * 0.15 && y < height * 0.7;
    if (!inside || zoom !== undefined)
      this.flyTo({ x: place[0], y: place[1], zoom: Math.max(this.camera.zoom, zoom ?? this.camera.zoom) });
  }

  /** Map units → CSS pixels of the element. */
  project(x: number, y: number): [number, number] {
    return this.eye.project(x, y);
  }

  /** CSS pixels of the element → map units. */
  toMap(px: number, py: number): [number, number] {
    return this.eye.toMap(px, py);
  }

  /** What lies under a pixel of the element. */
  pick(px: number, py: number): number | null {
    return this.hits.pick(px, py, PICK_PX);
  }

  /** The corners of the view in map units: x0, y0 (below), x1, y1 (above). */
  view(): readonly [number, number, number, number] {
    const { width, height } = this.eye.viewport;
    const [x0, y1] = this.eye.toMap(0, 0);
    const [x1, y0] = this.eye.toMap(width, height);
    return [x0, y0, x1, y1];
  }

  /** The point nearest to the middle of the view. */
  middle(): number | null {
    return this.hits.middle();
  }

  /** Whom an arrow key leads to: a true neighbour in that direction, else whoever lies there. */
  ahead(from: number, heading: Heading, neighbours: readonly number[]): number | null {
    return this.hits.ahead(from, heading, neighbours);
  }

  redraw(): void {
    this.stale = true;
    this.look();
  }

  /** Show what is drawn from where one looks now, and what lies above it. */
  private look(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame((now) => this.draw(now));
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.frame = -1;
    for (const stop of this.stop) stop();
    this.arrive();
    this.tiles.destroy();
    this.pointsLayer.destroy();
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
    this.canvas.remove();
    this.names.remove();
    this.shapes.remove();
  }

  private mark({ glow, out, chosen }: MapProps): void {
    if (glow === undefined && out === undefined && chosen === undefined) return;
    this.marks = {
      glow: glow === undefined ? this.marks.glow : glow,
      out: out === undefined ? this.marks.out : out,
      chosen: chosen === undefined ? this.marks.chosen : chosen,
    };
    const { marks } = this;
    this.pointsLayer.setMarks(
      packed(marks, this.data.survey.points.count),
      marks.glow !== null,
      marks.chosen !== null,
    );
    if (glow !== undefined) this.thumbnails.light(this.eye.viewport, glow);
    this.thumbnails.mark(marks.out, marks.chosen);
    this.hits.hide(marks.out);
  }

  private sketch(draft: Draft | null): void {
    this.scene = { ...this.scene, draft };
    this.look();
  }

  private watchSize(): void {
    const measure = () => {
      const { clientWidth, clientHeight } = this.host;
      const { eye } = this;
      if (clientWidth === 0 || clientHeight === 0) return;
      if (clientWidth === eye.viewport.width && clientHeight === eye.viewport.height) return;
      eye.viewport = { width: clientWidth, height: clientHeight };
      this.thumbnails.thinOut(eye.viewport, this.marks.glow);
      this.redraw();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(this.host);
    this.stop.push(() => observer.disconnect());
    measure();
  }

  private handlers(): GestureHandlers {
    const { drafts, eye, hits, host, callbacks } = this;
    return handsOn({
      drafts,
      eye,
      hits,
      host,
      callbacks,
      look: () => this.look(),
      hovered: () => this.scene.hover !== null,
      hover: (n, x, y) => this.setHover(n, x, y),
    });
  }

  private setHover(n: number | null, x: number, y: number): void {
    this.host.classList.toggle("over", n !== null);
    if (n !== this.scene.hover) {
      this.scene = { ...this.scene, hover: n };
      this.look();
    }
    this.callbacks.hovered(n, x, y);
  }

  private draw(now: number): void {
    this.frame = 0;
    const moving = this.eye.tick(now);
    if (this.passage?.tick(now) === false) this.arrive();
    const lens = this.eye.lens();
    const sight = this.slide.aim(this.camera, lens, this.eye.scale(), this.passage !== null);
    if (!sight.stays || this.stale || (this.unfinished && !moving)) this.paint(sight, moving, now);
    else this.pointsLayer.pass();
    if (!sight.stays || !moving) this.name(lens);
    const playing = this.overlay.draw(this.scene, this.stage(lens, now));
    if (!this.painted) markFirst(this.gl, () => this.frame === -1);
    this.painted = true;
    if (this.unfinished || moving || playing) this.look();
  }

  private paint({ camera, lens }: Sight, moving: boolean, now: number): void {
    const { gl, canvas, passage } = this;
    this.stale = false;
    const edge = (canvas.width - Math.round(lens.width * lens.ratio)) / 2;
    gl.viewport(edge, edge, canvas.width - 2 * edge, canvas.height - 2 * edge);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.unfinished = passage ? passage.draw(lens) : this.pointsLayer.draw(lens, moving, now);
    const thumbs = this.thumbnails.visible(camera, this.eye.scale(), lens);
    this.thumbsLayer.draw(lens, passage ? passage.thumbs(thumbs, lens.ratio) : thumbs);
  }

  /** Lay out the names of the regions. */
  private name({ width, height }: Lens): void {
    const { passage } = this;
    const regions = this.labelsLayer.draw(
      this.camera.zoom,
      (x, y) => this.project(...(passage?.name(x, y) ?? ([x, y] as const))),
      width,
      height,
      this.labelTop,
      this.hits.thumb() / 2,
    );
    this.slide.named();
    this.callbacks.regions(regions);
  }

  private arrive(): void {
    this.passage?.destroy();
    this.passage = null;
  }

  private stage(lens: Lens, now: number): Stage {
    return {
      width: lens.width,
      height: lens.height,
      ratio: lens.ratio,
      now,
      still: this.still,
      project: (x, y) => this.project(x, y),
      place: (n) => this.passage?.place(n) ?? this.grid.place(n),
      thumb: (n) => this.hits.shownSize(n),
      thumbSize: this.hits.thumb(),
    };
  }
}
