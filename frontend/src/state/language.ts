/** Which language the page speaks: from the address, else remembered, else the browser's. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { en, type Key } from "./dictionary.en";
import { ja } from "./dictionary.ja";

export type Language = "en" | "ja";

const STORE = "rashin.language";
const changes = new EventTarget();

function first(): Language {
  const asked = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(STORE);
  if (asked === "en" || asked === "ja") return asked;
  return navigator.language.startsWith("ja") ? "ja" : "en";
}

let current: Language = first();
document.documentElement.lang = current;

export const language = (): Language => current;

export function setLanguage(next: Language): void {
  current = next;
  localStorage.setItem(STORE, next);
  document.documentElement.lang = next;
  const address = new URL(location.href);
  if (address.searchParams.has("lang")) {
    address.searchParams.set("lang", next);
    history.replaceState(history.state, "", address);
  }
  changes.dispatchEvent(new Event("change"));
}

export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  const said = (current === "ja" ? ja : en)[key];
  return said.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The card's words in the page's language. */
export const say = (words: { readonly en: string; readonly ja: string }): string => words[current];

export const count = (n: number): string => n.toLocaleString(current === "ja" ? "ja-JP" : "en-GB");

export function onLanguage(changed: () => void): () => void {
  changes.addEventListener("change", changed);
  return () => changes.removeEventListener("change", changed);
}

/** Draws its element again when the language changes. */
export class Speaks implements ReactiveController {
  private stop: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = onLanguage(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop?.();
  }
}
