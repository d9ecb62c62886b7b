/** The map: typed arrays and props in, callbacks out. Draws only when something changed. */

import { type AtlasLevel, AtlasTiles } from "./atlas-tiles";
import type { Camera } from "./camera";
import * as cameras from "./camera";
import { listen } from "./gestures";
import { GraphicsUnavailable, hex, type Lens } from "./gl";
import { type LabelLayerData, LabelsLayer } from "./labels-layer";
import { type Ink, type Newcomer, Overlay, type Scene, type Stage, type Voyage } from "./overlay";
import { PointGrid } from "./picking";
import type { PointColumns } from "./points-file";
import { PointsLayer } from "./points-layer";
import { Thumbnails, thumbSize } from "./thumbnails";
import { ThumbsLayer } from "./thumbs-layer";
import { type Heading, type Place, step } from "./walk";

export interface MapCallbacks {
  moved(camera: Camera): void;
  hovered(n: number | null, x: number, y: number): void;
  picked(n: number): void;
  emptied(x: number, y: number): void;
  regions(names: readonly string[]): void;
  /** The graphics card was taken away and has come back: build the map again. */
  lost(): void;
}

export interface MapData {
  readonly points: PointColumns;
  readonly atlas: readonly AtlasLevel[];
  readonly tileUrl: (level: number, tile: number) => string;
}

export interface MapProps {
  readonly palette?: { colours: readonly string[]; quiet: string; alone: number | null };
  readonly colours?: Uint8Array<ArrayBuffer>;
  readonly glow?: Uint8Array<ArrayBuffer> | null;
  readonly labels?: readonly LabelLayerData[];
  readonly newcomers?: readonly Newcomer[];
  readonly selected?: number | null;
  readonly ties?: readonly number[];
  readonly best?: readonly number[];
  readonly voyage?: Voyage | null;
  readonly ink?: Ink;
  readonly labelTop?: number;
}

const PICK_PX = 14;
const TOUCH_PICK_PX = 22;
const HIT_TEST_EVERY_MS = 50;
const FLIGHT_MS = 650;
/** A step of the keyboard is at least this long on the screen, else one treads water in a dense cloud. */
const STRIDE_PX = 14;

export class LatentMap {
  camera: Camera;
  readonly grid: PointGrid;
  private readonly canvas = document.createElement("canvas");
  private readonly shapes = document.createElement("canvas");
  private readonly names = document.createElement("div");
  private readonly gl: WebGL2RenderingContext;
  private readonly pointsLayer: PointsLayer;
  private readonly thumbsLayer: ThumbsLayer;
  private readonly tiles: AtlasTiles;
  private readonly labelsLayer: LabelsLayer;
  private readonly overlay: Overlay;
  private readonly stop: (() => void)[] = [];
  private viewport = { width: 1, height: 1 };
  private readonly thumbnails: Thumbnails;
  private glow: Uint8Array | null = null;
  private scene: Scene = {
    hover: null,
    selected: null,
    ties: [],
    newcomers: [],
    voyage: null,
    best: [],
  };
  private frame = 0;
  private flight: { from: Camera; to: Camera; start: number } | null = null;
  private testedAt = 0;
  private labelTop = 0;
  private readonly still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  constructor(
    private readonly host: HTMLElement,
    private readonly data: MapData,
    private readonly callbacks: MapCallbacks,
    camera?: Camera,
  ) {
    const { points } = data;
    this.thumbnails = new Thumbnails(points);
    this.viewport = { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) };
    this.camera = camera ?? this.homeCamera();
    this.thumbnails.thinOut(this.viewport, this.glow);
    this.grid = new PointGrid(points.x, points.y, points.bounds);

    this.canvas.className = "map-points";
    this.shapes.className = "map-shapes";
    this.names.className = "map-names";
    this.names.setAttribute("aria-hidden", "true");
    const gl = this.canvas.getContext("webgl2", { antialias: false, alpha: true, premultipliedAlpha: true });
    if (!gl) throw new GraphicsUnavailable("WebGL2");
    this.gl = gl;
    host.append(this.canvas, this.names, this.shapes);
    const redraw = () => this.redraw();
    this.tiles = new AtlasTiles(gl, data.tileUrl, redraw);
    this.pointsLayer = new PointsLayer(gl, points);
    this.thumbsLayer = new ThumbsLayer(gl, this.tiles, data.atlas);
    this.labelsLayer = new LabelsLayer(this.names);
    this.overlay = new Overlay(this.shapes, redraw);
    this.watchSize();
    this.stop.push(listen(host, this.handlers()));
    const events = new AbortController();
    const { signal } = events;
    this.canvas.addEventListener("webglcontextlost", (event) => event.preventDefault(), { signal });
    this.canvas.addEventListener("webglcontextrestored", () => callbacks.lost(), { signal });
    this.stop.push(() => events.abort());
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
    if (props.glow !== undefined) {
      this.glow = props.glow;
      this.pointsLayer.setGlow(props.glow);
      this.thumbnails.thinOut(this.viewport, this.glow);
    }
    if (props.labels) this.labelsLayer.setLayers(props.labels);
    if (props.labelTop !== undefined) this.labelTop = props.labelTop;
    if (props.newcomers)
      for (const newcomer of props.newcomers) this.grid.add(newcomer.n, newcomer.x, newcomer.y);
    const { selected, ties, newcomers, voyage, best } = props;
    this.scene = {
      ...this.scene,
      ...(selected !== undefined && { selected }),
      ...(ties && { ties }),
      ...(newcomers && { newcomers }),
      ...(voyage !== undefined && { voyage }),
      ...(best && { best }),
    };
    this.redraw();
  }

  flyTo(to: Camera): void {
    const target = cameras.keepInside(to, this.data.points.bounds);
    if (this.still) this.look(target);
    else this.flight = { from: this.camera, to: target, start: performance.now() };
    this.redraw();
  }

  zoomBy(delta: number): void {
    const goal = this.flight?.to ?? this.camera;
    this.flyTo({ ...goal, zoom: cameras.clampZoom(goal.zoom + delta) });
  }

  goHome(): void {
    this.flyTo(this.homeCamera());
  }

  /** Move so that the point is in the comfortable middle; zooms in only when asked. */
  reveal(n: number, zoom?: number): void {
    const place = this.grid.place(n);
    if (!place) return;
    const [x, y] = this.project(...place);
    const { width, height } = this.viewport;
    const inside = x > width * 0.15 && x < width * 0.7 && y > height * 0.15 && y < height * 0.7;
    if (!inside || zoom !== undefined)
      this.flyTo({ x: place[0], y: place[1], zoom: Math.max(this.camera.zoom, zoom ?? this.camera.zoom) });
  }

  /** Map units → CSS pixels of the element. */
  project(x: number, y: number): [number, number] {
    return cameras.toScreen(this.camera, this.scale(), this.viewport, x, y);
  }

  /** The point nearest to the middle of the view. */
  middle(): number | null {
    const { bounds } = this.data.points;
    return this.grid.nearest(this.camera.x, this.camera.y, bounds.x_max - bounds.x_min);
  }

  /** Whom an arrow key leads to: a true neighbour in that direction, else whoever lies there. */
  ahead(from: number, heading: Heading, neighbours: readonly number[]): number | null {
    const at = this.grid.place(from);
    if (!at) return null;
    const [x, y] = at;
    const placed = (n: number): Place[] => {
      const place = this.grid.place(n);
      return place && n !== from ? [{ n, x: place[0], y: place[1] }] : [];
    };
    const { bounds } = this.data.points;
    const stride = STRIDE_PX / this.scale();
    const reach = Math.max((bounds.x_max - bounds.x_min) / 8, 4 * stride);
    const near = neighbours.flatMap(placed);
    const around = () => [...this.grid.inBox(x - reach, y - reach, x + reach, y + reach)].flatMap(placed);
    return (
      step({ x, y }, heading, near, stride) ??
      step({ x, y }, heading, around(), stride) ??
      step({ x, y }, heading, near)
    );
  }

  redraw(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame((now) => this.draw(now));
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.frame = -1;
    for (const stop of this.stop) stop();
    this.tiles.destroy();
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
    this.canvas.remove();
    this.names.remove();
    this.shapes.remove();
  }

  private thumb(zoom = this.camera.zoom): number {
    return thumbSize(zoom, this.viewport);
  }

  private homeCamera(): Camera {
    const { bounds, x, y } = this.data.points;
    return cameras.home(bounds, this.viewport, x, y);
  }

  private scale(zoom = this.camera.zoom): number {
    return cameras.pixelsPerUnit(this.data.points.bounds, this.viewport, zoom);
  }

  private look(camera: Camera): void {
    this.camera = camera;
    this.callbacks.moved(camera);
    this.redraw();
  }

  private watchSize(): void {
    const measure = () => {
      const { clientWidth, clientHeight } = this.host;
      if (clientWidth === 0 || clientHeight === 0) return;
      if (clientWidth === this.viewport.width && clientHeight === this.viewport.height) return;
      this.viewport = { width: clientWidth, height: clientHeight };
      this.thumbnails.thinOut(this.viewport, this.glow);
      this.redraw();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(this.host);
    this.stop.push(() => observer.disconnect());
    measure();
  }

  private handlers(): Parameters<typeof listen>[1] {
    const { bounds } = this.data.points;
    return {
      pan: (dx, dy) => {
        this.flight = null;
        this.look(cameras.pan(this.camera, bounds, this.viewport, dx, dy));
      },
      zoom: (x, y, delta) => {
        this.flight = null;
        this.look(cameras.zoomAt(this.camera, bounds, this.viewport, x, y, delta));
      },
      hold: (moving) => this.host.classList.toggle("moving", moving),
      leave: () => this.setHover(null, 0, 0),
      hover: (x, y) => {
        const now = performance.now();
        if (now - this.testedAt < HIT_TEST_EVERY_MS && this.scene.hover === null) return;
        this.testedAt = now;
        this.setHover(this.pick(x, y, PICK_PX), x, y);
      },
      tap: (x, y, touch, forced) => {
        const n = forced ? null : this.pick(x, y, touch ? TOUCH_PICK_PX : PICK_PX);
        if (n !== null) this.callbacks.picked(n);
        else this.callbacks.emptied(...cameras.toMap(this.camera, this.scale(), this.viewport, x, y));
      },
    };
  }

  private setHover(n: number | null, x: number, y: number): void {
    this.host.classList.toggle("over", n !== null);
    if (n !== this.scene.hover) {
      this.scene = { ...this.scene, hover: n };
      this.redraw();
    }
    this.callbacks.hovered(n, x, y);
  }

  /** The thumbnail under the pixel, else the nearest dot within reach. */
  private pick(px: number, py: number, radius: number): number | null {
    const scale = this.scale();
    const [x, y] = cameras.toMap(this.camera, scale, this.viewport, px, py);
    const half = this.thumb() / 2 / scale;
    let over: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const n of this.grid.inBox(x - half, y - half, x + half, y + half)) {
      const place = this.grid.place(n);
      if (!place || this.shownSize(n) === 0) continue;
      const away = Math.max(Math.abs(place[0] - x), Math.abs(place[1] - y));
      if (away <= half && away < least) {
        least = away;
        over = n;
      }
    }
    return over ?? this.grid.nearest(x, y, radius / scale);
  }

  private shownSize(n: number): number {
    const { count } = this.data.points;
    if (n >= count) return this.thumb() * 0.86;
    return this.thumbnails.isShown(n, this.camera.zoom) ? this.thumb() : 0;
  }

  private lens(): Lens {
    const { bounds } = this.data.points;
    const { width, height } = this.viewport;
    const [w, h] = [bounds.x_max - bounds.x_min || 1, bounds.y_max - bounds.y_min || 1];
    const scale = this.scale();
    return {
      centreX: (this.camera.x - bounds.x_min) / w,
      centreY: (this.camera.y - bounds.y_min) / h,
      scaleX: (2 * scale * w) / width,
      scaleY: (2 * scale * h) / height,
      width,
      height,
      ratio: Math.min(2, window.devicePixelRatio || 1),
      zoom: this.camera.zoom,
    };
  }

  private draw(now: number): void {
    this.frame = 0;
    let moving = false;
    if (this.flight) {
      const t = Math.min(1, Math.max(0, (now - this.flight.start) / FLIGHT_MS));
      const { from, to } = this.flight;
      this.camera = t === 1 ? to : cameras.between(from, to, this.data.points.bounds, t);
      if (t === 1) this.flight = null;
      this.callbacks.moved(this.camera);
      moving = this.flight !== null;
    }
    const lens = this.lens();
    const { gl, canvas } = this;
    const [width, height] = [Math.round(lens.width * lens.ratio), Math.round(lens.height * lens.ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.pointsLayer.draw(lens);
    this.thumbsLayer.draw(lens, this.thumbnails.visible(this.camera, this.scale(), lens));
    const regions = this.labelsLayer.draw(
      this.camera.zoom,
      (x, y) => this.project(x, y),
      lens.width,
      lens.height,
      this.labelTop,
      this.thumb() / 2,
    );
    this.callbacks.regions(regions);
    moving = this.overlay.draw(this.scene, this.stage(lens, now)) || moving;
    if (moving) this.redraw();
  }

  private stage(lens: Lens, now: number): Stage {
    return {
      width: lens.width,
      height: lens.height,
      ratio: lens.ratio,
      now,
      still: this.still,
      project: (x, y) => this.project(x, y),
      place: (n) => this.grid.place(n),
      thumb: (n) => this.shownSize(n),
      thumbSize: this.thumb(),
    };
  }
}
