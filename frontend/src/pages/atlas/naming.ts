/** The region whose name is looked at: what else it could be called, a name of one's own, the computed one back. */

import type { Named } from "@/api/made";
import { renameLabel } from "@/api/maps";
import type { LabelLayer, MapLabel, Words } from "@/api/types";
import { say } from "@/state/language";
import { session } from "@/state/session";
import type { Chart } from "./chart";
import type { Host } from "./host";

export class Naming {
  region: MapLabel | null = null;
  busy = false;

  constructor(
    private readonly chart: Chart,
    private readonly host: Host,
  ) {}

  /** Look at the name of the region that lies at x, y on the map. */
  at(x: number, y: number): void {
    this.look(({ labels }) => labels.filter((label) => label.x === x && label.y === y), x, y);
  }

  /** Look at the name of the nearest region in view that is called one of these names. */
  middle(names: readonly string[]): void {
    const { x, y } = this.chart.view.camera;
    this.look(({ labels }) => labels.filter((label) => names.includes(say(label.title))), x, y);
  }

  /** The nearest one of those in the layers that can be seen. */
  private look(wanted: (layer: LabelLayer) => readonly MapLabel[], x: number, y: number): void {
    const { zoom } = this.chart.view.camera;
    const away = (label: MapLabel) => (label.x - x) ** 2 + (label.y - y) ** 2;
    const seen = this.chart.labels.filter((layer) => zoom >= layer.min_zoom - 0.01 && zoom < layer.max_zoom);
    this.region = seen.flatMap(wanted).sort((a, b) => away(a) - away(b))[0] ?? null;
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
      this.region = null;
      void session.act("label", effects);
      await this.chart.loadLabels();
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
