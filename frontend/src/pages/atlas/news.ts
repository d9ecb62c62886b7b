/** Pictures that join the map while it is open, made here or elsewhere: they appear as they land. */

import { joining } from "@/api/map-news";
import type { Chart } from "./chart";

export class News {
  private stop: (() => void) | null = null;
  private readonly life = new AbortController();

  constructor(
    private readonly chart: Chart,
    /** Something joined; with its words where it joined just now. */
    private readonly joined: (words: string | null) => void,
  ) {
    const { signal } = this.life;
    document.addEventListener("visibilitychange", () => this.listen(), { signal });
    this.listen();
  }

  close(): void {
    this.life.abort();
    this.stop?.();
    this.stop = null;
  }

  /** A hidden tab holds no connection: a browser has only six to a server. */
  private listen(): void {
    this.stop?.();
    this.stop = null;
    if (document.visibilityState !== "visible") return;
    const { chart } = this;
    this.stop = joining(
      chart.map.id,
      (point) => {
        if (chart.join(point, performance.now())) this.joined(point.recipe?.conditioning ?? "");
      },
      () => void this.catchUp(),
    );
  }

  private async catchUp(): Promise<void> {
    if (await this.chart.loadAdditions().catch(() => false)) this.joined(null);
  }
}
