/** Sprite tiles on demand: fetched when a thumbnail of theirs is first wanted, the least recently used dropped. */

import type { GL } from "./gl";

export interface AtlasLevel {
  readonly level: number;
  readonly thumb: number;
  readonly columns: number;
  readonly rows: number;
  readonly tiles: number;
}

interface Tile {
  texture: WebGLTexture | null;
  used: number;
  failedAt: number;
}

/** A 2048² tile takes 16 MB on the graphics card. */
const KEPT = 14;
const AGAIN_MS = 5000;

export class AtlasTiles {
  private readonly tiles = new Map<string, Tile>();
  private clock = 0;
  private destroyed = false;

  constructor(
    private readonly gl: GL,
    private readonly url: (level: number, tile: number) => string,
    private readonly arrived: () => void,
  ) {}

  get(level: number, index: number): WebGLTexture | null {
    const key = `${level}/${index}`;
    let tile = this.tiles.get(key);
    const retry = tile && tile.failedAt > 0 && performance.now() - tile.failedAt > AGAIN_MS;
    if (!tile || retry) {
      tile = { texture: null, used: 0, failedAt: 0 };
      this.tiles.set(key, tile);
      void this.load(tile, level, index);
    }
    this.clock += 1;
    tile.used = this.clock;
    return tile.texture;
  }

  /** Some that were asked for are on their way. */
  get busy(): boolean {
    return [...this.tiles.values()].some((tile) => tile.texture === null && tile.failedAt === 0);
  }

  destroy(): void {
    this.destroyed = true;
    for (const tile of this.tiles.values()) this.gl.deleteTexture(tile.texture);
    this.tiles.clear();
  }

  private async load(tile: Tile, level: number, index: number): Promise<void> {
    try {
      const response = await fetch(this.url(level, index));
      if (!response.ok) throw new Error(String(response.status));
      const bitmap = await createImageBitmap(await response.blob());
      if (!this.destroyed) this.upload(tile, bitmap);
      bitmap.close();
    } catch {
      tile.failedAt = performance.now();
    }
  }

  private upload(tile: Tile, bitmap: ImageBitmap): void {
    const { gl } = this;
    tile.texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, tile.texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    this.dropOldest();
    this.arrived();
  }

  private dropOldest(): void {
    const held = [...this.tiles.entries()].filter(([, tile]) => tile.texture);
    held.sort(([, a], [, b]) => a.used - b.used);
    for (const [key, tile] of held.slice(0, Math.max(0, held.length - KEPT))) {
      this.gl.deleteTexture(tile.texture);
      this.tiles.delete(key);
    }
  }
}
