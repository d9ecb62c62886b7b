/** Sessions: trees of what somebody did, links to their nodes, and their archives. */

import { dict, list, number, page, soft, text } from "./guards";
import { API, json } from "./http";
import type { Effect } from "./made";

export interface Session {
  readonly id: string;
  readonly title: string;
  readonly head: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

export interface NewNode {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: string;
  readonly label: string;
  readonly address: string;
  readonly effects: readonly Effect[];
  readonly renders: readonly string[];
}

export interface SessionNode extends NewNode {
  readonly number: number;
  readonly createdAt: string;
}

export interface Stand {
  readonly head: string | null;
  readonly address: string | null;
  readonly undone: readonly string[];
  readonly redone: readonly string[];
  readonly lost: readonly string[];
}

export interface SessionLink {
  readonly id: string;
  readonly url: string;
  readonly node: string;
  readonly forkable: boolean;
}

export interface Followed {
  readonly link: SessionLink;
  readonly session: Session;
  readonly trail: readonly SessionNode[];
}

export interface Side {
  readonly nodes: readonly SessionNode[];
  readonly renders: readonly string[];
}

export interface Comparison {
  readonly meeting: string | null;
  readonly one: Side;
  readonly two: Side;
  readonly shared: readonly string[];
}

export interface TakenIn {
  readonly session: Session;
  readonly renders: number;
  readonly leftOut: readonly { readonly what: string; readonly reason: string }[];
}

const idOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
const texts = (value: unknown): string[] => list(value).map((one) => text(one));

function session(value: unknown): Session {
  const said = dict(value, "a session");
  return {
    id: text(said.id),
    title: text(said.title),
    head: idOf(said.head),
    createdAt: text(said.created_at),
    changedAt: text(said.changed_at),
  };
}

function node(value: unknown): SessionNode {
  const said = dict(value, "a node");
  return {
    id: text(said.id),
    parent: idOf(said.parent),
    kind: text(said.kind),
    label: text(said.label),
    address: text(said.address),
    effects: list(said.effects).map((effect) => soft(effect) as unknown as Effect),
    renders: texts(said.renders),
    number: number(said.number),
    createdAt: text(said.created_at),
  };
}

function link(value: unknown): SessionLink {
  const said = dict(value, "a link");
  return {
    id: text(said.id),
    url: text(said.url),
    node: text(said.node),
    forkable: said.forkable === true,
  };
}

const at = (id: string): string => `/sessions/${encodeURIComponent(id)}`;

export const begin = async (title: string): Promise<Session> =>
  session(await json("/sessions", { method: "POST", body: { title } }));

export const sessions = async (): Promise<readonly Session[]> => page(await json("/sessions"), session).items;

export const find = async (id: string): Promise<Session> => session(await json(at(id)));

export const rename = async (id: string, title: string): Promise<Session> =>
  session(await json(at(id), { method: "PATCH", body: { title } }));

export const remove = async (id: string): Promise<void> => {
  await json(at(id), { method: "DELETE" });
};

/** Every node, in the order in which they grew. */
export async function nodesOf(id: string): Promise<readonly SessionNode[]> {
  const found: SessionNode[] = [];
  let after = "0";
  while (true) {
    const some = page(await json(`${at(id)}/nodes?after=${after}&limit=5000`), node);
    found.push(...some.items);
    if (some.next === null) return found;
    after = some.next;
  }
}

export const grow = async (id: string, one: NewNode): Promise<SessionNode> =>
  node(await json(`${at(id)}/nodes`, { method: "POST", body: one }));

export const label = async (id: string, one: string, words: string): Promise<SessionNode> =>
  node(await json(`${at(id)}/nodes/${one}`, { method: "PATCH", body: { label: words } }));

export async function go(id: string, to: string | null): Promise<Stand> {
  const said = dict(await json(`${at(id)}/go`, { method: "POST", body: { node: to } }), "where one stands");
  return {
    head: idOf(said.head),
    address: idOf(said.address),
    undone: texts(said.undone),
    redone: texts(said.redone),
    lost: texts(said.lost),
  };
}

export async function compare(id: string, one: string, two: string): Promise<Comparison> {
  const said = dict(await json(`${at(id)}/compare?one=${one}&two=${two}`), "a comparison");
  const side = (value: unknown): Side => {
    const each = dict(value, "a branch");
    return { nodes: list(each.nodes).map(node), renders: texts(each.renders) };
  };
  return {
    meeting: idOf(said.meeting),
    one: side(said.one),
    two: side(said.two),
    shared: texts(said.shared_renders),
  };
}

export const share = async (id: string, to: string, forkable: boolean): Promise<SessionLink> =>
  link(await json(`${at(id)}/links`, { method: "POST", body: { node: to, forkable } }));

export const links = async (id: string): Promise<readonly SessionLink[]> =>
  page(await json(`${at(id)}/links`), link).items;

export const unlink = async (id: string): Promise<void> => {
  await json(`/links/${encodeURIComponent(id)}`, { method: "DELETE" });
};

export async function follow(id: string): Promise<Followed> {
  const said = dict(await json(`/links/${encodeURIComponent(id)}`), "where a link leads");
  return { link: link(said.link), session: session(said.session), trail: list(said.trail).map(node) };
}

export const fork = async (id: string): Promise<Session> =>
  session(await json(`/links/${encodeURIComponent(id)}/fork`, { method: "POST", body: {} }));

export const archiveUrl = (id: string): string => `${API}${at(id)}/export.zip`;

export async function takeIn(file: File): Promise<TakenIn> {
  const body = new FormData();
  body.set("file", file);
  const said = dict(await json("/sessions/import", { method: "POST", body }), "what came in");
  return {
    session: session(said.session),
    renders: number(said.renders),
    leftOut: list(said.left_out).map((each) => {
      const one = soft(each);
      return { what: text(one.what), reason: text(one.reason) };
    }),
  };
}
