/** Light or dark: the system's, until a person says otherwise. */

export type Theme = "light" | "dark";

const STORE = "rashin.theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const changes = new EventTarget();

const chosen = (): Theme | null => {
  const kept = localStorage.getItem(STORE);
  return kept === "light" || kept === "dark" ? kept : null;
};

export const theme = (): Theme => chosen() ?? (system.matches ? "dark" : "light");

function apply(): void {
  document.documentElement.dataset.theme = theme();
  changes.dispatchEvent(new Event("change"));
}

export function toggleTheme(): void {
  localStorage.setItem(STORE, theme() === "dark" ? "light" : "dark");
  apply();
}

export function onTheme(changed: () => void): () => void {
  changes.addEventListener("change", changed);
  return () => changes.removeEventListener("change", changed);
}

system.addEventListener("change", apply);
apply();
