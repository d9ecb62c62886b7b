/** Line icons, 24 × 24. */

import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.2-4.2"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  home: svg`<path d="M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4"/>`,
  help: svg`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"/>`,
  moon: svg`<path d="M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z"/>`,
  dice: svg`<rect x="4" y="4" width="16" height="16" rx="3.5"/><path d="M8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01"/>`,
  lock: svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`,
  unlock: svg`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 7.5-2"/>`,
  star: svg`<path d="m12 4 2.5 5.1 5.6.8-4 4 1 5.6-5.1-2.7-5 2.7 1-5.6-4.1-4 5.6-.8z"/>`,
  copy: svg`<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M5 15V6a2 2 0 0 1 2-2h8"/>`,
  down: svg`<path d="M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14"/>`,
  undo: svg`<path d="M9 14 4.5 9.5 9 5M5 9.5h9a5 5 0 0 1 0 10h-3"/>`,
  redo: svg`<path d="m15 14 4.5-4.5L15 5M19 9.5h-9a5 5 0 0 0 0 10h3"/>`,
  spark: svg`<path d="M12 4v4M12 16v4M4 12h4M16 12h4M7 7l2 2M15 15l2 2M17 7l-2 2M9 15l-2 2"/>`,
  between: svg`<circle cx="5.5" cy="12" r="2.5"/><circle cx="18.5" cy="12" r="2.5"/><path d="M8.5 12h7" stroke-dasharray="1 3"/>`,
  warp: svg`<path d="M4 6c4 0 4 4 8 4s4-4 8-4M4 12c4 0 4 4 8 4s4-4 8-4M4 18h16"/>`,
  image: svg`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.5"/><path d="m5 18 5-5 3 3 2.5-2.5L20 18"/>`,
  grid: svg`<rect x="4" y="4" width="16" height="16" rx="2"/><path d="M4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16"/>`,
  table: svg`<rect x="4" y="5" width="16" height="14" rx="2"/><path d="M4 10h16M4 14.5h16M9 5v14"/>`,
  steps: svg`<circle cx="5" cy="12" r="1.6"/><circle cx="12" cy="12" r="2.6"/><circle cx="19" cy="12" r="3.4"/>`,
  chip: svg`<rect x="6.5" y="6.5" width="11" height="11" rx="2"/><path d="M9.5 3.5v3M14.5 3.5v3M9.5 17.5v3M14.5 17.5v3M3.5 9.5h3M3.5 14.5h3M17.5 9.5h3M17.5 14.5h3"/>`,
  check: svg`<path d="M12 3.5 5 6v5.5c0 4.2 2.9 7.3 7 9 4.1-1.7 7-4.8 7-9V6z"/><path d="m9 12 2.2 2.2L15.2 10"/>`,
  play: svg`<path d="M8 5.5v13l10.5-6.5z"/>`,
  stop: svg`<rect x="6.5" y="6.5" width="11" height="11" rx="2"/>`,
  left: svg`<path d="m14.5 6-6 6 6 6"/>`,
  right: svg`<path d="m9.5 6 6 6-6 6"/>`,
  swap: svg`<path d="M5 9h13l-3.5-3.5M19 15H6l3.5 3.5"/>`,
  chart: svg`<path d="M9 5 4 7v12l5-2 6 2 5-2V5l-5 2z"/><path d="M9 5v12M15 7v12"/>`,
  brush: svg`<path d="M18.5 4.5 9.5 13.5l2 2 9-9a1.4 1.4 0 0 0-2-2z"/><path d="M8.5 14.5c-2 0-3 1.3-3 3 0 1-.7 1.7-1.5 2 3 .8 6.5 0 6.5-3a2 2 0 0 0-2-2z"/>`,
  clock: svg`<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>`,
  queue: svg`<path d="M4 6h10M4 12h10M4 18h10"/><path d="m18 9 2.5-2.5L18 4M18 20l2.5-2.5L18 15"/>`,
  layers: svg`<path d="m12 4 8.5 4.5L12 13 3.5 8.5z"/><path d="m4 13 8 4.3 8-4.3M4 16.8l8 4.2 8-4.2"/>`,
  more: svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3"/>`,
  page: svg`<rect x="5" y="4" width="14" height="16" rx="2"/><path d="M9 9h6M9 13h6"/>`,
  trash: svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 11v5M14 11v5"/>`,
  folder: svg`<path d="M3.5 7.5a1.5 1.5 0 0 1 1.5-1.5h4l2 2.5h8a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H5a1.5 1.5 0 0 1-1.5-1.5z"/>`,
  place: svg`<path d="M12 20.5s-6.5-5.7-6.5-10.5a6.5 6.5 0 0 1 13 0c0 4.8-6.5 10.5-6.5 10.5z"/><circle cx="12" cy="10" r="2.3"/>`,
  compare: svg`<rect x="3.5" y="5" width="17" height="14" rx="2"/><path d="M12 3v18"/><path d="m9 10-2 2 2 2M15 10l2 2-2 2"/>`,
  top: svg`<path d="M5 4.5h14M12 20V8.5M7.5 13 12 8.5l4.5 4.5"/>`,
  up: svg`<path d="M12 19V6M7 11l5-5 5 5"/>`,
  lower: svg`<path d="M12 5v13M7 13l5 5 5-5"/>`,
  grip: svg`<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" stroke-width="2.6"/>`,
  pause: svg`<path d="M9 6v12M15 6v12" stroke-width="2.6"/>`,
  pen: svg`<path d="m5 19 .8-3.8L16.5 4.5a1.6 1.6 0 0 1 2.3 0l.7.7a1.6 1.6 0 0 1 0 2.3L8.8 18.2z"/>`,
  tree: svg`<circle cx="7" cy="5.5" r="2"/><circle cx="7" cy="18.5" r="2"/><circle cx="17" cy="12" r="2"/><path d="M7 7.5v9M7 14c0-2.5 3-2 8-2"/>`,
  hand: svg`<path d="M8 12V6.5a1.5 1.5 0 0 1 3 0V11M11 11V5a1.5 1.5 0 0 1 3 0v6M14 11V6.5a1.5 1.5 0 0 1 3 0V14a6 6 0 0 1-6 6c-2.6 0-4-1.3-5.2-3.4L4 13.4a1.4 1.4 0 0 1 2.3-1.6L8 13.5"/>`,
  lasso: svg`<path d="M12 4.5c4.7 0 8.5 2.5 8.5 5.7S16.7 16 12 16s-8.5-2.6-8.5-5.8S7.3 4.5 12 4.5z" stroke-dasharray="3 2.4"/><path d="M8 15.5c-1.8.8-2 3-.3 3.700 1 .4 1.3 1 .8 1.8"/>`,
  box: svg`<rect x="4.5" y="5.5" width="15" height="13" rx="1" stroke-dasharray="3 2.4"/>`,
  polygon: svg`<path d="M5 9 13 4.5l6.5 7-4 8-9-1.5z" stroke-dasharray="3 2.4"/><path d="M5 9h.01M13 4.5h.01M19.5 11.5h.01M15.5 19.5h.01M6.5 18h.01" stroke-width="3.4"/>`,
  rows: svg`<path d="M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"/>`,
  tick: svg`<path d="m5.5 12.5 4.2 4.2 8.8-9.2"/>`,
} as const;

export type IconName = keyof typeof PATHS;

export const icon = (name: IconName): TemplateResult =>
  html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;

/** The compass needle. */
export const logo = html`<svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
  <circle cx="16" cy="16" r="14.2" fill="none" stroke="currentColor" stroke-width="1.8" />
  <path d="M21.8 5.6 18.6 17.3 13.4 14.7z" fill="var(--accent)" />
  <path d="M10.2 26.4 13.4 14.7 18.6 17.3z" fill="currentColor" />
</svg>`;
