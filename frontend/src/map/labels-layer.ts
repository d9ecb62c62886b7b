/** Region names as HTML over the map: collision-free, by zoom, readable by everyone. */

import { keepApart } from "./declutter";

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly score: number;
}

export interface LabelLayerData {
  readonly min_zoom: number;
  readonly max_zoom: number;
  readonly labels: readonly Label[];
}

const HEIGHT = 22;
/** Free space around a name: fewer names, each of them read. */
const APART = 30;
/** One name for so many square pixels of the window. */
const AREA = 36_000;

export class LabelsLayer {
  private readonly pool = new Map<string, HTMLElement>();
  private readonly ruler = document.createElement("canvas").getContext("2d");
  private readonly widths = new Map<string, number>();
  private layers: readonly LabelLayerData[] = [];

  constructor(private readonly host: HTMLElement) {
    const root = getComputedStyle(document.documentElement);
    if (this.ruler) this.ruler.font = `700 ${Number.parseFloat(root.fontSize) * 0.87}px ${root.fontFamily}`;
  }

  setLayers(layers: readonly LabelLayerData[]): void {
    this.layers = layers;
    for (const element of this.pool.values()) element.remove();
    this.pool.clear();
  }

  /** The names of the regions in view, most important first. */
  draw(
    zoom: number,
    project: (x: number, y: number) => [number, number],
    width: number,
    height: number,
    top: number,
    above: number,
  ): string[] {
    const most = Math.max(6, Math.round((width * height) / AREA));
    const near = this.layers
      .filter((layer) => zoom >= layer.min_zoom - 0.01 && zoom < layer.max_zoom)
      .flatMap((layer) => [...layer.labels].sort((a, b) => b.score - a.score));
    const boxes = [];
    for (const label of near) {
      const [x, y] = project(label.x, label.y);
      const wide = this.measure(label.text);
      if (x < 0 || y - above - HEIGHT < top || x > width || y > height) continue;
      const left = Math.min(width - wide - 8, Math.max(8, x - wide / 2));
      boxes.push({ label, x: left, y: y - above - HEIGHT, width: wide, height: HEIGHT });
      if (boxes.length >= most * 4) break;
    }
    const kept = keepApart(boxes, APART);
    const shown = boxes.filter((_, index) => kept[index]).slice(0, most);
    const wanted = new Set<string>();
    for (const box of shown) {
      const key = `${box.label.text}|${box.label.x}|${box.label.y}`;
      wanted.add(key);
      const element = this.pool.get(key) ?? this.make(key, box.label);
      element.style.setProperty("transform", `translate(${box.x.toFixed(1)}px, ${box.y.toFixed(1)}px)`);
    }
    for (const [key, element] of this.pool) {
      if (wanted.has(key)) continue;
      element.remove();
      this.pool.delete(key);
    }
    return shown.map((box) => box.label.text);
  }

  private make(key: string, { text, x, y }: Label): HTMLElement {
    const element = document.createElement("span");
    element.className = "region";
    element.textContent = text;
    Object.assign(element.dataset, { x, y });
    this.host.append(element);
    this.pool.set(key, element);
    return element;
  }

  private measure(text: string): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      width = (this.ruler?.measureText(text).width ?? text.length * 7) + 12;
      this.widths.set(text, width);
    }
    return width;
  }
}
