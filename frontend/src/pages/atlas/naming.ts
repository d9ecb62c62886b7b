/** The region whose name is looked at: what else it could be called, a name of one's own, the computed one back. */

import { type Named, tellChanged } from "@/api/made";
import { renameLabel } from "@/api/maps";
import type { MapLabel, Words } from "@/api/types";
import { say } from "@/state/language";
import type { Chart } from "./chart";
import type { Host } from "./host";

export class Naming {
  region: MapLabel | null = null;
  busy = false;

  constructor(
    private readonly chart: Chart,
    private readonly host: Host,
  ) {}

  /** Look at the name of a region, by the name that it has on the map. */
  open(title: string): void {
    const labels = this.chart.labels.flatMap((layer) => layer.labels);
    const { x, y } = this.chart.view.camera;
    const away = (label: MapLabel) => (label.x - x) ** 2 + (label.y - y) ** 2;
    const found = labels.filter((label) => say(label.title) === title).sort((a, b) => away(a) - away(b));
    this.region = found[0] ?? null;
    this.host.changed();
  }

  /** The named region nearest to the middle of the view. */
  middle(shown: readonly string[]): void {
    const { x, y } = this.chart.view.camera;
    const names = new Set(shown);
    const near = this.chart.labels
      .flatMap((layer) => layer.labels)
      .filter((label) => names.has(say(label.title)))
      .sort((a, b) => (a.x - x) ** 2 + (a.y - y) ** 2 - ((b.x - x) ** 2 + (b.y - y) ** 2));
    this.region = near[0] ?? null;
    this.host.changed();
  }

  close(): void {
    this.region = null;
    this.host.changed();
  }

  /** Call the region so, at every zoom; null gives the computed name back. */
  async call(title: Partial<Words> | null): Promise<void> {
    const { region } = this;
    if (!region) return;
    this.busy = true;
    this.host.changed();
    try {
      const { map } = this.chart;
      const effects = this.places(region).map(
        ({ layer, label, before }): Named => ({
          kind: "label",
          map: map.name,
          version: String(map.version),
          layer,
          label,
          before,
          after: title,
        }),
      );
      for (const { layer, label } of effects) await renameLabel(map.id, { layer, label }, title);
      await this.chart.loadLabels();
      for (const effect of effects) tellChanged(effect);
      this.region = null;
    } catch (error) {
      this.host.failed(error, () => void this.call(title));
    }
    this.busy = false;
    this.host.changed();
  }

  /** One region has a name in every layer that shows it. */
  private places(region: MapLabel) {
    const own = (label: MapLabel) => (label.computed ?? label.title).en;
    return this.chart.labels.flatMap(({ labels }, layer) =>
      labels.flatMap((one, label) =>
        one.x === region.x && one.y === region.y && own(one) === own(region)
          ? [{ layer, label, before: one.computed === null ? null : one.title }]
          : [],
      ),
    );
  }
}
