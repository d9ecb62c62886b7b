/** One act of a session: its place in the tree, what it did, and the ways to it. */

import { html, nothing, svg, type TemplateResult } from "lit";
import type { SessionNode } from "@/api/sessions";
import { en, type Key } from "@/state/dictionary.en";
import { count, t } from "@/state/language";
import type { Row } from "@/state/session-tree";
import { type Change, changes, pageOf } from "@/state/session-words";
import { type IconName, icon } from "./icons";

export const ROW_PX = 46;
const LANE_PX = 13;
const MOST_LANES = 6;
const LONGEST = 34;

const ICONS: Readonly<Record<string, IconName>> = {
  page: "page",
  slider: "between",
  words: "pen",
  select: "brush",
  knob: "spark",
  render: "image",
  delete: "trash",
  mark: "star",
  group: "layers",
  journey: "between",
  view: "search",
  label: "pen",
};

const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);

const known = (key: string): key is Key => key in en;

function nameOf(name: string): string {
  const key = `session.name.${name}`;
  return known(key) ? t(key) : name.replace(/^[dl]\./, "").replaceAll("_", " ");
}

function pageWords(address: string): string {
  const path = pageOf(address);
  const key = `nav.${path === "/" ? "atlas" : path.slice(1)}`;
  return known(key) ? t(key) : path;
}

function changeWords(change: Change): string {
  const name = nameOf(change.name);
  if (change.after === null) return t("session.away", { name });
  if (change.name === "s") return t("session.chosen", { n: count(change.after.split(".").length) });
  // An id, or something packed, says nothing to a reader.
  if (/^[0-9a-f]{12,}$|^[[{~]|~/.test(change.after)) return name;
  if (change.name === "prompt" || change.name === "q" || change.name === "e")
    return `“${short(change.after)}”`;
  const before = change.before === null || change.before.length > 12 ? "" : `${change.before} → `;
  return `${name} ${before}${short(change.after)}`;
}

/** What an act did, in a few words. */
export function actWords(node: SessionNode, parent: SessionNode | null): string {
  if (node.label !== "") return node.label;
  const [effect] = node.effects;
  if (effect?.kind === "group")
    return t(effect.after === null ? "session.groupGone" : "session.groupKept", { name: effect.group });
  if (effect?.kind === "journey") return t("session.kind.journey");
  if (node.kind === "view") return t("session.kind.view");
  if (node.kind === "delete" || node.kind === "mark")
    return t(`session.kind.${node.kind}`, { n: count(node.effects.length) });
  if (node.kind === "render" && node.renders.length > 1)
    return t("session.kind.renders", { n: count(node.renders.length) });
  const done = changes(parent?.address ?? null, node.address);
  const turned = parent !== null && pageOf(parent.address) !== pageOf(node.address);
  const [first, ...rest] = turned || parent === null ? [] : done;
  if (!first) return node.kind === "page" ? pageWords(node.address) : t(kindKey(node.kind));
  const more = rest.length > 0 ? ` ${t("session.more.changes", { n: rest.length })}` : "";
  return changeWords(first) + more;
}

const kindKey = (kind: string): Key => (kind in ICONS ? `session.kind.${kind}` : "session.kind.knob") as Key;

const laneX = (lane: number): number => 10 + Math.min(lane, MOST_LANES) * LANE_PX;

export const graphWidth = (rows: readonly Row<SessionNode>[]): number =>
  laneX(Math.max(0, ...rows.map((row) => row.lane))) + 12;

/** The lines of a row. The newest is on top, so a parent lies below its children. */
function graph(row: Row<SessionNode>, isHead: boolean, width: number): TemplateResult {
  const x = laneX(row.lane);
  const middle = ROW_PX / 2;
  const fork = (lane: number) =>
    svg`<path d="M${laneX(lane)} 0C${laneX(lane)} ${middle} ${x} 0 ${x} ${middle}" />`;
  return html`<svg class="graph" width=${width} height=${ROW_PX} aria-hidden="true">
    ${row.passing.map((lane) => svg`<path d="M${laneX(lane)} 0V${ROW_PX}" />`)} ${row.forks.map(fork)}
    ${row.continued ? svg`<path d="M${x} 0V${middle}" />` : nothing}
    ${row.node.parent === null ? nothing : svg`<path d="M${x} ${middle}V${ROW_PX}" />`}
    <circle cx=${x} cy=${middle} r=${isHead ? 5.5 : 4} class=${isHead ? "head" : row.trodden ? "trodden" : ""} />
  </svg>`;
}

export interface RowView {
  readonly row: Row<SessionNode>;
  readonly parent: SessionNode | null;
  readonly isHead: boolean;
  readonly width: number;
  readonly picture: string | null;
  readonly go: () => void;
  readonly compare: () => void;
  /** Its name is being written. */
  readonly naming: boolean;
  readonly name: (on: boolean) => void;
  readonly rename: (words: string) => void;
}

/** The row while its name is written: Enter and leaving keep it, Escape does not. */
function naming(view: RowView): TemplateResult {
  const { node } = view.row;
  const keep = (event: Event): void => {
    const words = (event.target as HTMLInputElement).value.trim();
    view.name(false);
    if (words !== node.label) view.rename(words);
  };
  return html`<div class="row" data-node=${node.id}>
    ${graph(view.row, view.isHead, view.width)}
    <input
      class="naming"
      data-testid="act-label"
      aria-label=${t("session.nameAct")}
      placeholder=${actWords({ ...node, label: "" }, view.parent)}
      maxlength="300"
      .value=${node.label}
      @blur=${keep}
      @keydown=${(event: KeyboardEvent) => {
        event.stopPropagation();
        if (event.key === "Enter") (event.target as HTMLInputElement).blur();
        if (event.key !== "Escape") return;
        (event.target as HTMLInputElement).value = node.label;
        view.name(false);
      }}
    />
  </div>`;
}

export function sessionRow(view: RowView): TemplateResult {
  const { node, trodden } = view.row;
  const words = actWords(node, view.parent);
  const time = new Date(node.createdAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  if (view.naming) return naming(view);
  return html`<div class="row ${trodden ? "trodden" : "aside"}" data-node=${node.id}>
    ${graph(view.row, view.isHead, view.width)}
    <button
      class="bare act"
      data-testid="act"
      aria-current=${view.isHead ? "step" : nothing}
      title=${view.isHead ? t("session.here") : t("session.go")}
      @click=${view.go}
    >
      ${view.picture ? html`<img src=${view.picture} alt="" width="30" height="30" />` : icon(ICONS[node.kind] ?? "spark")}
      <span class="words">${words}</span>
      <time datetime=${node.createdAt}>${time}</time>
    </button>
    <button class="bare icon" data-testid="name-act" aria-label=${`${t("session.nameAct")}: ${words}`} title=${t("session.nameAct")} @click=${() => view.name(true)}>
      ${icon("pen")}
    </button>
    ${
      view.isHead
        ? html`<span class="here"></span>`
        : html`<button class="bare icon" data-testid="compare-with" aria-label=${`${t("session.compare")}: ${words}`} title=${t("session.compare")} @click=${view.compare}>
          ${icon("compare")}
        </button>`
    }
  </div>`;
}
