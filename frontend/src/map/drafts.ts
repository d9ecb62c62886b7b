/** A shape while it is being drawn: lasso, box and brush by dragging, polygon corner by corner. */

import { boxBetween, type Shape, type Spot } from "./shapes";

export const TOOLS = ["lasso", "box", "brush", "polygon"] as const;
export type Tool = (typeof TOOLS)[number];

/** What the overlay draws. */
export interface Draft {
  readonly tool: Tool;
  readonly spots: readonly Spot[];
  /** Where the pointer is: the loose end of a polygon. */
  readonly end: Spot | null;
}

export const BRUSH_PX = 26;
/** A corner so near to the first one closes the polygon. */
const CLOSE_PX = 14;
const STEP_PX = 3;

export interface DraftHandlers {
  /** CSS pixels of the element → map units. */
  toMap(px: number, py: number): Spot;
  /** CSS pixels a map unit. */
  scale(): number;
  show(draft: Draft | null): void;
  /** A finished shape; `quick` where it is part of a brush stroke that goes on. */
  drawn(shape: Shape, keys: { readonly shift: boolean; readonly alt: boolean }): void;
}

export class Drafts {
  tool: Tool | null = null;
  private spots: Spot[] = [];
  private keys = { shift: false, alt: false };

  constructor(private readonly handlers: DraftHandlers) {}

  get busy(): boolean {
    return this.spots.length > 0;
  }

  use(tool: Tool | null): void {
    this.cancel();
    this.tool = tool;
  }

  cancel(): void {
    this.spots = [];
    this.handlers.show(null);
  }

  begin(px: number, py: number, keys: { readonly shift: boolean; readonly alt: boolean }): void {
    if (this.tool === "polygon") return;
    this.keys = { ...keys };
    this.spots = [this.handlers.toMap(px, py)];
    this.show(null);
  }

  move(px: number, py: number): void {
    const spot = this.handlers.toMap(px, py);
    if (this.tool === "polygon") {
      if (this.busy) this.show(spot);
      return;
    }
    const last = this.spots.at(-1);
    if (!last) return;
    if (this.tool === "box") this.spots = [this.spots[0] ?? spot, spot];
    else if (this.away(last, spot) >= STEP_PX) this.spots.push(spot);
    this.show(null);
  }

  end(): void {
    if (this.tool === "polygon") return;
    const { spots } = this;
    this.cancel();
    const [first, last] = [spots[0], spots.at(-1)];
    if (!first || !last) return;
    if (this.tool === "box" && spots.length > 1) this.handlers.drawn(boxBetween(first, last), this.keys);
    if (this.tool === "lasso" && spots.length > 2)
      this.handlers.drawn({ kind: "area", corners: spots }, this.keys);
    if (this.tool === "brush")
      this.handlers.drawn(
        { kind: "stroke", way: spots, radius: BRUSH_PX / this.handlers.scale() },
        this.keys,
      );
  }

  /** A tap sets a corner of a polygon; on the first corner it closes it. True when it was taken. */
  tap(px: number, py: number, keys: { readonly shift: boolean; readonly alt: boolean }): boolean {
    if (this.tool !== "polygon") return false;
    const spot = this.handlers.toMap(px, py);
    const first = this.spots[0];
    if (!first) this.keys = { ...keys };
    if (first && this.spots.length > 2 && this.away(first, spot) < CLOSE_PX) this.close();
    else {
      this.spots.push(spot);
      this.show(spot);
    }
    return true;
  }

  /** Close the polygon as it is. */
  close(): void {
    const corners = this.spots;
    this.cancel();
    if (corners.length > 2) this.handlers.drawn({ kind: "area", corners }, this.keys);
  }

  private away(a: Spot, b: Spot): number {
    return Math.hypot(a[0] - b[0], a[1] - b[1]) * this.handlers.scale();
  }

  private show(end: Spot | null): void {
    if (this.tool) this.handlers.show({ tool: this.tool, spots: [...this.spots], end });
  }
}
