/** Files dropped or pasted anywhere on the page. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

export class DropAnywhere implements ReactiveController {
  /** A file hovers over the page. */
  over = false;
  private events = new AbortController();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly take: (files: readonly File[]) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.events = new AbortController();
    const { signal } = this.events;
    window.addEventListener(
      "dragover",
      (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        this.hovering(true);
      },
      { signal },
    );
    window.addEventListener(
      "dragleave",
      (event) => {
        if (event.relatedTarget === null) this.hovering(false);
      },
      { signal },
    );
    window.addEventListener(
      "drop",
      (event) => {
        this.hovering(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        this.take(files);
      },
      { signal },
    );
    window.addEventListener(
      "paste",
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length > 0) this.take(files);
      },
      { signal },
    );
  }

  hostDisconnected(): void {
    this.events.abort();
  }

  private hovering(over: boolean): void {
    if (this.over === over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}
