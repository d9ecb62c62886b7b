/** The frame around every page: navigation, language, theme, status. */

import { css, html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { icon, logo } from "@/controls/icons";
import { looks } from "@/controls/looks";
import "@/controls/page-bar";
import "@/controls/session-panel";
import "@/controls/shared-bar";
import "@/controls/status-chip";
import { language, Speaks, setLanguage, t } from "@/state/language";
import { session } from "@/state/session";
import { onTheme, theme, toggleTheme } from "@/state/theme";
import { type Page, pageAt, pages } from "./router";

const BESIDE = "rashin.session.beside";

/** Pages from here on are not in the navigation: a picture leads there. */
const REACHED_FROM_PICTURES = 90;

@customElement("rashin-app")
export class Shell extends LitElement {
  @state() private page: Page | undefined = pageAt(location.pathname);
  /** The session is shown beside the page. */
  @state() private beside = localStorage.getItem(BESIDE) === "1";
  @query("#main") private main!: HTMLElement;
  private leave: (() => void) | undefined;

  static override styles = [
    looks,
    css`
      :host {
        display: grid;
        grid-template-rows: var(--bar) auto minmax(0, 1fr);
        grid-template-columns: minmax(0, 1fr) auto;
        height: 100dvh;
      }
      header,
      rashin-shared-bar {
        grid-column: 1 / -1;
      }
      main,
      .lost {
        grid-row: 3;
        grid-column: 1;
      }
      rashin-session-panel {
        grid-row: 3;
        grid-column: 2;
        width: 320px;
        min-height: 0;
      }
      @media (max-width: 1100px) {
        rashin-session-panel {
          position: fixed;
          inset: var(--bar) 0 var(--tabs, 0px) auto;
          width: min(340px, 100vw);
          z-index: 30;
          box-shadow: var(--shadow);
        }
      }
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 0 12px 0 16px;
        background: var(--surface);
        border-bottom: 1px solid var(--line);
        position: relative;
        z-index: 20;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 9px;
        color: var(--ink);
        text-decoration: none;
        font-weight: 650;
        font-size: 1.06rem;
        letter-spacing: -0.01em;
        margin-right: 14px;
        min-height: 40px;
      }
      nav {
        display: flex;
        align-self: stretch;
        flex: 1;
        min-width: 0;
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav a {
        display: flex;
        align-items: center;
        padding: 2px 12px 0;
        white-space: nowrap;
        color: var(--soft);
        text-decoration: none;
        font-weight: 550;
        border-bottom: 2px solid transparent;
      }
      nav a:hover {
        color: var(--ink);
      }
      nav a[aria-current] {
        color: var(--ink);
        border-color: var(--accent);
      }
      rashin-status {
        margin-right: 6px;
      }
      main {
        position: relative;
        min-height: 0;
        overflow: auto;
      }
      main:focus {
        outline: none;
      }
      .skip:not(:focus) {
        position: absolute;
        clip-path: inset(50%);
      }
      .lost {
        max-width: 460px;
        margin: 14vh auto;
        padding: 0 24px;
        text-align: center;
      }
      .lost h1 {
        font-size: 1.5rem;
        letter-spacing: -0.015em;
        margin: 14px 0 6px;
        text-wrap: balance;
      }
      .lost svg {
        width: 72px;
        height: 72px;
        transform: rotate(118deg);
      }
      rashin-page-bar {
        display: none;
      }
      @media (max-width: 1180px) {
        nav a {
          padding: 2px 9px 0;
        }
        .brand {
          margin-right: 6px;
        }
      }
      @media (max-width: 960px) {
        .brand span {
          display: none;
        }
      }
      @media (max-width: 760px) {
        :host {
          --bar: 48px;
          --tabs: calc(56px + env(safe-area-inset-bottom));
          grid-template-rows: var(--bar) auto minmax(0, 1fr) var(--tabs);
        }
        header {
          padding: 0 6px 0 14px;
        }
        .brand span {
          display: inline;
        }
        nav {
          visibility: hidden;
        }
        rashin-page-bar {
          grid-row: 4;
          grid-column: 1 / -1;
          display: block;
          min-width: 0;
          position: relative;
          z-index: 20;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Speaks(this);
    onTheme(() => this.requestUpdate());
    window.addEventListener("popstate", () => {
      if (this.page?.rereads && this.page === pageAt(location.pathname)) return;
      this.go();
    });
    window.addEventListener("click", (event) => this.follow(event));
    window.addEventListener("keydown", (event) => this.takeBack(event));
    void session.start();
  }

  /** Undo and redo of whatever the page itself has not taken back. */
  private takeBack(event: KeyboardEvent): void {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const back = event.key.toLowerCase() === "z" && !event.shiftKey;
    const forth = event.key.toLowerCase() === "y" || (event.key.toLowerCase() === "z" && event.shiftKey);
    const target = event.composedPath()[0];
    const writes =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && target.type !== "range");
    if ((!back && !forth) || writes) return;
    event.preventDefault();
    void (back ? session.undo() : session.redo()).catch(() => this.show(true));
  }

  private show(beside: boolean): void {
    this.beside = beside;
    localStorage.setItem(BESIDE, beside ? "1" : "0");
  }

  protected override firstUpdated(): void {
    this.mount();
  }

  private follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.origin !== location.origin || link.hasAttribute("download") || link.target) return;
    if (!pageAt(link.pathname)) return;
    event.preventDefault();
    if (link.href !== location.href) history.pushState(null, "", link.href);
    this.go();
    this.main.focus({ preventScroll: true });
  }

  private go(): void {
    this.page = pageAt(location.pathname);
    this.mount();
  }

  private mount(): void {
    this.leave?.();
    this.leave = undefined;
    if (this.page) this.leave = this.page.mount(this.main);
    document.title = `${this.page ? `${t(this.page.title)} · ` : ""}Rashin`;
  }

  override render() {
    const dark = theme() === "dark";
    const listed = pages.filter((page) => page.order < REACHED_FROM_PICTURES);
    return html`<header>
        <a class="button skip" href="#main" @click=${(event: Event) => {
          event.preventDefault();
          this.main.focus();
        }}>${t("nav.skip")}</a>
        <a class="brand" href="/" aria-label="Rashin">${logo}<span>Rashin</span></a>
        ${this.page && !this.page.headed ? html`<h1 class="off">${t(this.page.title)}</h1>` : nothing}
        <nav>
          ${listed.map(
            (page) =>
              html`<a href=${page.path} aria-current=${page === this.page ? "page" : nothing}>${t(page.title)}</a>`,
          )}
        </nav>
        <rashin-status></rashin-status>
        <button
          class="bare icon"
          data-testid="session"
          aria-label=${t("session.open")}
          title=${t("session.title")}
          aria-expanded=${this.beside}
          @click=${() => this.show(!this.beside)}
        >
          ${icon("tree")}
        </button>
        <button
          class="bare language"
          data-testid="language"
          aria-label=${t("nav.languageLabel")}
          lang=${language() === "ja" ? "en" : "ja"}
          @click=${() => setLanguage(language() === "ja" ? "en" : "ja")}
        >
          ${t("nav.language")}
        </button>
        <button class="bare icon" data-testid="theme" aria-label=${t("nav.theme")} @click=${toggleTheme}>
          ${icon(dark ? "sun" : "moon")}
        </button>
      </header>
      <rashin-shared-bar></rashin-shared-bar>
      <main id="main" tabindex="-1" ?hidden=${!this.page}></main>
      ${
        this.beside
          ? html`<rashin-session-panel @close=${() => this.show(false)}></rashin-session-panel>`
          : nothing
      }
      ${this.page ? nothing : this.lost()}
      <rashin-page-bar .tabs=${listed} current=${this.page?.path ?? ""}></rashin-page-bar>`;
  }

  private lost() {
    return html`<main class="lost">
      ${logo}
      <h1>${t("lost.title")}</h1>
      <p class="quiet">${t("lost.body", { path: location.pathname })}</p>
      <p><a class="button" href="/">${t("lost.home")}</a></p>
    </main>`;
  }
}
