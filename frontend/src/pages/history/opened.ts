/** The picture that is looked at: one of the grid, or one that an address names and the grid does not hold. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { maps } from "@/api/client";
import { getRender, placeOf } from "@/api/history";
import type { MapCard, Render } from "@/api/types";

export class Opened implements ReactiveController {
  private guest: Render | null = null;
  private maps: readonly MapCard[] = [];
  private gone = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly failed: (error: unknown) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.gone = new AbortController();
    // Without maps there is no place on one; everything else goes on.
    maps().then(
      (cards) => {
        this.maps = cards;
        this.host.requestUpdate();
      },
      () => undefined,
    );
  }

  hostDisconnected(): void {
    this.gone.abort();
  }

  /** Ask for what the grid does not hold. False when there is no such picture. */
  async lookFor(id: string | null, items: readonly Render[]): Promise<boolean> {
    if (id === null || this.guest?.id === id || items.some((one) => one.id === id)) return true;
    try {
      this.guest = await getRender(id, this.gone.signal);
      this.host.requestUpdate();
    } catch (error) {
      if (this.gone.signal.aborted) return true;
      this.failed(error);
      return false;
    }
    return true;
  }

  of(id: string | null, items: readonly Render[]): Render | null {
    if (id === null) return null;
    return items.find((one) => one.id === id) ?? (this.guest?.id === id ? this.guest : null);
  }

  /** The map that knows pictures of this model. */
  mapOf(render: Render | null): MapCard | undefined {
    return this.maps.find((map) => map.model === render?.recipe?.model);
  }

  /** The address of the point on a map that looks most like this picture. */
  async placeOf(render: Render): Promise<string | null> {
    const map = this.mapOf(render);
    if (!map || !render.image) return null;
    try {
      const n = await placeOf(map.id, render.image.sha256);
      return n === null ? null : `/?${new URLSearchParams({ map: map.id, n: String(n) })}`;
    } catch (error) {
      this.failed(error);
      return null;
    }
  }
}
