/** A button with a short list behind it: things to do, things to switch on, files to take away. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { type IconName, icon } from "./icons";
import { looks } from "./looks";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A switch, and whether it is on. */
  readonly on?: boolean;
  /** A file to fetch. */
  readonly href?: string;
}

@customElement("rashin-map-menu")
export class MapMenu extends LitElement {
  @property() label = "";
  @property() icon: IconName = "more";
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  /** What is said where there is nothing to choose. */
  @property() empty = "";
  @property({ type: Boolean }) busy = false;
  @state() private open = false;
  @query("[part=button]") private button!: HTMLButtonElement;
  private readonly away = (event: Event) => {
    if (!event.composedPath().includes(this)) this.close();
  };

  static override styles = [
    looks,
    css`
      :host {
        position: relative;
        display: block;
      }
      [part="button"] {
        border: 0;
        background: none;
        min-height: 38px;
        padding: 0 10px;
        white-space: nowrap;
      }
      [part="button"][aria-expanded="true"] {
        background: var(--sunken);
      }
      [part="button"] .dot {
        width: 7px;
        height: 7px;
        border-radius: 50%;
        background: var(--accent);
      }
      ul {
        position: absolute;
        z-index: 12;
        top: calc(100% + 7px);
        right: 0;
        margin: 0;
        padding: 5px;
        list-style: none;
        min-width: 232px;
        width: max-content;
        max-width: min(320px, calc(100vw - 24px));
        background: var(--raised);
        border: 1px solid var(--line);
        border-radius: 12px;
        box-shadow: var(--shadow);
      }
      [role="menu"] li > * {
        width: 100%;
        justify-content: flex-start;
        text-align: left;
        border: 0;
        background: none;
        font-weight: 500;
        min-height: 38px;
        padding: 4px 10px;
        line-height: 1.3;
      }
      li svg.i {
        color: var(--accent);
      }
      p {
        margin: 0;
        padding: 8px 10px;
        min-height: 0;
      }
      @media (max-width: 900px) {
        span {
          display: none;
        }
        [part="button"] {
          padding: 0;
          min-width: 34px;
          position: relative;
        }
        [part="button"] .dot {
          position: absolute;
          top: 7px;
          right: 3px;
        }
        ul {
          position: fixed;
          left: 10px;
          right: 10px;
          top: auto;
          bottom: 68px;
          width: auto;
          max-width: none;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("pointerdown", this.away);
  }

  private toggle(): void {
    if (this.open) this.close();
    else {
      this.open = true;
      window.addEventListener("pointerdown", this.away);
      this.dispatchEvent(new CustomEvent("open"));
      void this.updateComplete.then(() => this.entries[0]?.focus());
    }
  }

  private close(focus = false): void {
    this.open = false;
    window.removeEventListener("pointerdown", this.away);
    if (focus) this.button.focus();
  }

  private get entries(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("li > button, li > a")];
  }

  private keys(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") this.close(true);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const { entries } = this;
    const at = entries.findIndex((entry) => entry.matches(":focus"));
    entries[(at + step + entries.length) % entries.length]?.focus();
  }

  private choose(item: MenuItem): void {
    if (item.on === undefined) this.close(true);
    this.dispatchEvent(new CustomEvent("choose", { detail: item.id }));
  }

  private entry(item: MenuItem) {
    if (item.href !== undefined)
      return html`<a class="button" role="menuitem" download href=${item.href} @click=${() => this.close()}
        >${icon("down")}${item.label}</a
      >`;
    const role = item.on === undefined ? "menuitem" : "menuitemcheckbox";
    return html`<button
      role=${role}
      aria-checked=${item.on ?? nothing}
      data-testid="menu-${item.id}"
      @click=${() => this.choose(item)}
    >
      ${item.on ? icon("tick") : nothing}${item.label}
    </button>`;
  }

  override render() {
    return html`<button
        part="button"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label}
        title=${this.label}
        ?disabled=${this.busy}
        @click=${() => this.toggle()}
      >
        ${icon(this.icon)}<span>${this.label}</span>${this.items.some((item) => item.on) ? html`<i class="dot"></i>` : nothing}
      </button>
      ${
        this.open
          ? html`<ul role="menu" aria-label=${this.label} @keydown=${this.keys}>
            ${this.items.map((item) => html`<li role="none">${this.entry(item)}</li>`)}
            ${this.items.length === 0 ? html`<li><p class="quiet">${this.empty}</p></li>` : nothing}
          </ul>`
          : nothing
      }`;
  }
}
