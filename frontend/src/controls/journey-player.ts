/** The preview of a journey: the frames that are there, in time, with play, pause and scrubbing. */

import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Journey, Sample } from "@/api/journeys";
import { framesOf, nearest, placeAt } from "@/state/journey-state";
import { Speaks, t } from "@/state/language";
import { icon } from "./icons";
import { looks } from "./looks";

const SIDE = 512;
const ARROW_S = 0.1;

@customElement("rashin-journey-player")
export class JourneyPlayer extends LitElement {
  @property({ attribute: false }) journey: Journey | null = null;
  @state() private second = 0;
  @state() private playing = false;
  @query("canvas") private canvas!: HTMLCanvasElement;
  private frames: readonly Sample[] = [];
  private readonly pictures = new Map<string, HTMLImageElement>();
  private frame = 0;
  private drawnUrl = "";
  private before_ms = 0;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        gap: 10px;
        justify-items: center;
      }
      canvas {
        width: min(100%, var(--player, 400px));
        aspect-ratio: 1;
        object-fit: contain;
        border-radius: 7%;
        background: #fff;
        box-shadow: var(--shadow);
      }
      .bar {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        width: min(100%, var(--player, 400px));
      }
      input {
        width: 100%;
        min-height: 40px;
        accent-color: var(--accent);
      }
      span {
        font-size: 0.84rem;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
        min-width: 6.6em;
        text-align: end;
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    this.playing = false;
  }

  private get total(): number {
    return this.journey?.total_s ?? 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("journey")) return;
    this.frames = this.journey ? framesOf(this.journey) : [];
    for (const { image } of this.frames) {
      if (!image || this.pictures.has(image.url)) continue;
      const picture = new Image();
      picture.addEventListener("load", () => this.draw());
      picture.src = image.url;
      this.pictures.set(image.url, picture);
    }
    this.second = Math.min(this.second, this.total);
    if (this.frames.length === 0 && this.playing) this.toggle();
  }

  protected override updated(): void {
    this.draw();
  }

  private draw(): void {
    const { journey } = this;
    const pen = this.canvas.getContext("2d");
    if (!journey || !pen) return;
    const place = journey.ready ? placeAt(journey, this.second) : 0;
    const image = nearest(this.frames, place)?.image ?? journey.stations[0]?.image ?? null;
    this.canvas.dataset.place = place.toFixed(3);
    if (!image) return;
    let picture = this.pictures.get(image.url);
    if (!picture) {
      picture = new Image();
      picture.addEventListener("load", () => this.draw());
      picture.src = image.url;
      this.pictures.set(image.url, picture);
    }
    if (!picture.complete || picture.naturalWidth === 0 || this.drawnUrl === image.url) return;
    this.drawnUrl = image.url;
    pen.imageSmoothingEnabled = true;
    pen.imageSmoothingQuality = "high";
    pen.clearRect(0, 0, SIDE, SIDE);
    const scale = SIDE / Math.max(picture.naturalWidth, picture.naturalHeight);
    const [wide, high] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
    pen.drawImage(picture, (SIDE - wide) / 2, (SIDE - high) / 2, wide, high);
    this.canvas.dataset.drawn = String(Number(this.canvas.dataset.drawn ?? 0) + 1);
  }

  /** Go to the moment at which a station is reached. */
  goTo(station: number): void {
    const { journey } = this;
    const places = journey?.schedule?.places ?? [];
    if (!journey || places.length < 2 || journey.shape === "grid") return;
    const at = places.findIndex((place) => place >= station - 1e-3);
    const share = at < 0 ? 1 : at / (journey.loop ? places.length : places.length - 1);
    this.go(share * this.total);
  }

  /** Go to a second of the film. */
  go(second: number): void {
    this.second = Math.max(0, Math.min(this.total, second));
    this.dispatchEvent(new CustomEvent<number>("second", { detail: this.second }));
  }

  toggle(): void {
    this.playing = !this.playing;
    cancelAnimationFrame(this.frame);
    if (!this.playing) return;
    this.before_ms = performance.now();
    const on = (now: number) => {
      const next = this.second + (now - this.before_ms) / 1000;
      this.before_ms = now;
      this.go(next >= this.total ? 0 : next);
      if (this.playing) this.frame = requestAnimationFrame(on);
    };
    this.frame = requestAnimationFrame(on);
  }

  override render() {
    const { total, second } = this;
    const idle = !this.journey?.ready || this.frames.length === 0;
    const said = `${second.toFixed(1)} / ${total.toFixed(1)} ${t("journeys.seconds.short")}`;
    return html`<canvas width=${SIDE} height=${SIDE} role="img" aria-label=${t("journeys.preview")} data-testid="journey-picture"></canvas>
      <div class="bar">
        <button
          class="icon primary"
          data-testid="journey-play"
          aria-label=${t(this.playing ? "journeys.pause" : "journeys.play")}
          aria-pressed=${this.playing}
          ?disabled=${idle}
          @click=${() => this.toggle()}
        >
          ${icon(this.playing ? "pause" : "play")}
        </button>
        <input
          type="range"
          data-testid="journey-scrub"
          aria-label=${t("journeys.scrub")}
          aria-valuetext=${said}
          min="0"
          max=${Math.max(total, 0.1)}
          step=${ARROW_S}
          ?disabled=${idle}
          .value=${String(second)}
          @input=${(event: Event) => this.go(Number((event.target as HTMLInputElement).value))}
        />
        <span>${said}</span>
      </div>`;
  }
}
