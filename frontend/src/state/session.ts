/** The session of this tab: every act becomes a node of a tree on the server, and any node can be gone back to.

Pages need not know of it. What they show stands in the address, so an act is a change of the address that
came after a hand moved; what was made or marked on the server is told by the API. */

import { type Effect, isMaking, onChanged, onMade, onMarked } from "@/api/made";
import { Problem } from "@/api/problem";
import type { NewNode, Session, SessionNode, Stand } from "@/api/sessions";
import * as api from "@/api/sessions";
import { childOf } from "./session-tree";
import { kindOf, meaning, pageOf, remembered, uncovered } from "./session-words";

const KEY = "rashin.session";
const UNSENT = "rashin.session.unsent";
/** A slider is let go, a sentence is typed: so long nothing more happens. */
const QUIET_MS = 700;
const AGAIN_MS = 3000;
const INPUTS = ["pointerdown", "pointerup", "keydown", "input", "wheel", "drop"] as const;

const freshId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const here = (): string => remembered(location.pathname + location.search);

function kept<T>(storage: Storage, key: string): T | null {
  try {
    return JSON.parse(storage.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

/** A node as it looks before the server has told its number. */
const early = (node: NewNode): SessionNode => ({
  ...node,
  number: Number.MAX_SAFE_INTEGER,
  createdAt: new Date().toISOString(),
});

export class SessionStore extends EventTarget {
  session: Session | null = null;
  nodes: readonly SessionNode[] = [];
  head: string | null = null;
  /** Renders that an undo could not bring back, because they were removed for good. */
  lost: readonly string[] = [];
  /** The server does not answer; acts are kept here until it does. */
  waiting = false;
  private unsent: NewNode[] = [];
  private standing = "";
  private made: string[] = [];
  private changed: Effect[] = [];
  private moved = 0;
  private settledAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private naming: Promise<unknown> = Promise.resolve();
  private readonly left = new Map<string | null, string>();

  /** Begin to listen, and find again what this tab did before it was loaded anew. */
  async start(): Promise<void> {
    this.standing = here();
    for (const kind of INPUTS)
      window.addEventListener(kind, () => (this.moved = performance.now()), { capture: true, passive: true });
    const navigation = (window as { navigation?: EventTarget }).navigation;
    if (navigation) navigation.addEventListener("currententrychange", () => this.look());
    else setInterval(() => this.look(), QUIET_MS / 2);
    onMade(({ render, alone }) => {
      if (alone) {
        const effect = { render, before: { deleted: true }, after: { deleted: false } };
        void this.act("render", [effect]);
        return;
      }
      this.made.push(render);
      this.look();
    });
    onChanged((effect) => {
      this.changed.push(effect);
      this.look();
    });
    onMarked((marks) => void this.act(marks[0]?.after.deleted === true ? "delete" : "mark", marks));
    window.addEventListener("pagehide", () => this.settle());
    const id = sessionStorage.getItem(KEY);
    this.unsent = kept<NewNode[]>(sessionStorage, UNSENT) ?? [];
    if (id !== null) await this.open(id).catch(() => this.forget());
    await this.flush();
  }

  /** The session that was left last in this browser, for a tab that has none. */
  get leftLast(): string | null {
    const id = localStorage.getItem(KEY);
    return id !== this.session?.id ? id : null;
  }

  /** Go on with a session; the page stays where it is until somebody goes to a node. */
  async open(id: string): Promise<void> {
    const [session, nodes] = await Promise.all([api.find(id), api.nodesOf(id)]);
    if (this.unsent.length === 0) this.unsent = kept<NewNode[]>(localStorage, `${UNSENT}.${id}`) ?? [];
    this.take(session, nodes);
  }

  /** Go on with a session where it was left. */
  async goOn(id: string): Promise<void> {
    // What was done until now belongs to the session that is left, which may only be beginning.
    await this.saved();
    await this.open(id);
    if (this.head !== null) await this.go(this.head);
  }

  private take(session: Session, nodes: readonly SessionNode[]): void {
    this.session = session;
    const known = new Set(nodes.map((node) => node.id));
    this.nodes = [...nodes, ...this.unsent.filter((node) => !known.has(node.id)).map(early)];
    this.head = this.unsent.at(-1)?.id ?? session.head;
    this.left.clear();
    sessionStorage.setItem(KEY, session.id);
    localStorage.setItem(KEY, session.id);
    this.tell();
  }

  /** Begin a fresh tree; the old one stays on the server. */
  forget(): void {
    this.session = null;
    this.nodes = [];
    this.head = null;
    this.unsent = [];
    this.standing = here();
    sessionStorage.removeItem(KEY);
    sessionStorage.removeItem(UNSENT);
    this.tell();
  }

  /** Look whether the address says something new, once hands are still. */
  private look(): void {
    clearTimeout(this.timer);
    // An act and the picture that it led to are one node.
    this.timer = setTimeout(() => (isMaking() ? this.look() : this.settle()), QUIET_MS);
  }

  /** Write down what was done until now. */
  settle(): void {
    clearTimeout(this.timer);
    const now = here();
    const done = meaning(now) !== meaning(this.standing);
    const idle = this.made.length === 0 && this.changed.length === 0;
    if (this.moved <= this.settledAt && idle) {
      this.standing = now; // The page put its own address in order.
      return;
    }
    if (!done && idle) return;
    if (!done && this.changed.length === 0 && this.adopt()) return;
    const effects = this.changed.splice(0);
    const kind = effects[0]?.kind ?? (done ? kindOf(this.headNode?.address ?? this.standing, now) : "render");
    this.add({ kind, effects, renders: this.made.splice(0) });
  }

  /** Let the last act have the pictures that came after it, if it led to them. */
  private adopt(): boolean {
    const head = this.headNode;
    if (!head || head.kind === "page" || head.effects.length > 0) return false;
    const renders = [...new Set([...head.renders, ...this.made.splice(0)])];
    const { number: _, createdAt: __, ...node } = { ...head, renders };
    this.nodes = this.nodes.map((each) => (each.id === head.id ? { ...each, renders } : each));
    this.queue([...this.unsent.filter((each) => each.id !== head.id), node]);
    void this.flush();
    return true;
  }

  /** A tab that is closed forgets what it kept; what was not sent is found again with the session. */
  private keepFor(id: string, unsent: readonly NewNode[]): void {
    if (unsent.length === 0) localStorage.removeItem(`${UNSENT}.${id}`);
    else localStorage.setItem(`${UNSENT}.${id}`, JSON.stringify(unsent));
  }

  private queue(unsent: NewNode[]): void {
    this.unsent = unsent;
    sessionStorage.setItem(UNSENT, JSON.stringify(unsent));
    if (this.session) this.keepFor(this.session.id, unsent);
    this.tell();
  }

  /** Write down an act that changed something on the server. */
  async act(kind: string, effects: readonly Effect[]): Promise<void> {
    this.catchUp();
    this.add({
      kind,
      effects,
      renders: effects.flatMap((effect) => ("render" in effect ? [effect.render] : [])),
    });
    await this.flush();
  }

  private add(act: Pick<NewNode, "kind" | "effects" | "renders">): void {
    const address = here();
    // A page that was come to by its address alone stands before the first act on it.
    const elsewhere = !this.headNode || pageOf(this.headNode.address) !== pageOf(this.standing);
    if (elsewhere) this.push({ kind: "page", effects: [], renders: [] }, this.standing);
    this.push(act, address);
    this.standing = address;
    this.settledAt = performance.now();
    void this.flush();
  }

  private push(act: Pick<NewNode, "kind" | "effects" | "renders">, address: string): void {
    const node: NewNode = { id: freshId(), parent: this.head, label: "", address, ...act };
    this.nodes = [...this.nodes, early(node)];
    this.head = node.id;
    this.queue([...this.unsent, node]);
  }

  /** Send what is not on the server yet, one after another; what cannot be sent waits here. */
  async flush(): Promise<void> {
    this.sending ??= this.send().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  private async send(): Promise<void> {
    try {
      while (this.unsent.length > 0) {
        this.session ??= await this.create();
        const [node] = this.unsent;
        if (!node) break;
        const grown = await api.grow(this.session.id, node);
        // It may have got pictures while it was under way; then it is sent again.
        this.queue(this.unsent.filter((each) => each !== node));
        this.nodes = this.nodes.map((each) => (each.id === grown.id ? grown : each));
      }
      this.waiting = false;
      this.tell();
    } catch (error) {
      this.stumble(error);
    }
  }

  private async create(): Promise<Session> {
    const session = await api.begin("");
    sessionStorage.setItem(KEY, session.id);
    localStorage.setItem(KEY, session.id);
    return session;
  }

  private stumble(error: unknown): void {
    const gone = error instanceof Problem && [404, 409, 422, 429].includes(error.status);
    if (gone) {
      // The session was removed, or is full: what is done from here on begins another.
      this.forget();
      return;
    }
    this.waiting = true;
    this.tell();
    setTimeout(() => void this.flush(), AGAIN_MS);
  }

  // Walking

  get headNode(): SessionNode | null {
    return this.nodes.find((node) => node.id === this.head) ?? null;
  }

  get before(): string | null {
    return this.headNode?.parent ?? null;
  }

  get after(): string | null {
    return childOf(this.nodes, this.head, this.left)?.id ?? null;
  }

  /** Let pages write what they have not written yet into the address, and note it. */
  private catchUp(): void {
    this.dispatchEvent(new Event("settling"));
    this.settle();
  }

  /** Have a node that says exactly what is seen now: a way of looking alone makes none. */
  async pin(): Promise<void> {
    this.catchUp();
    if (this.head === null || this.headNode?.address !== here())
      this.add({ kind: "view", effects: [], renders: [] });
    await this.flush();
  }

  /** Give a node a name of its own. */
  async label(id: string, words: string): Promise<void> {
    await this.flush();
    if (!this.session || this.unsent.length > 0) return;
    const named = await api.label(this.session.id, id, words);
    this.nodes = this.nodes.map((node) => (node.id === id ? named : node));
    this.tell();
  }

  async undo(): Promise<boolean> {
    this.catchUp();
    return this.before === null ? false : this.go(this.before);
  }

  async redo(): Promise<boolean> {
    this.catchUp();
    return this.after === null ? false : this.go(this.after);
  }

  /** Stand on a node: the server takes acts back or does them again, and the page shows the node's address. */
  async go(id: string): Promise<boolean> {
    this.catchUp();
    await this.flush();
    if (!this.session || this.unsent.length > 0) return false;
    const stand = await api.go(this.session.id, id);
    this.arrive(stand);
    return true;
  }

  private arrive(stand: Stand): void {
    const parents = new Map(this.nodes.map((node) => [node.id, node.parent]));
    for (const node of stand.undone) this.left.set(parents.get(node) ?? null, node);
    this.head = stand.head;
    this.lost = stand.lost;
    if (stand.address !== null) this.visit(uncovered(stand.address));
    this.tell();
  }

  /** Show an address as if somebody had come to it, which is no act; the language stays. */
  visit(address: string): void {
    const url = new URL(address, location.origin);
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang !== null) url.searchParams.set("lang", lang);
    history.pushState(null, "", url.pathname + url.search);
    window.dispatchEvent(new PopStateEvent("popstate"));
    this.standing = here();
    this.settledAt = performance.now();
  }

  async rename(title: string): Promise<void> {
    if (!this.session) return;
    const naming = api.rename(this.session.id, title);
    this.naming = naming.catch(() => null); // whoever named it is told
    this.session = await naming;
    this.tell();
  }

  /** Everything that was done here is known to the server, the name too. */
  async saved(): Promise<void> {
    this.catchUp();
    await Promise.all([this.flush(), this.naming]);
  }

  private tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

export const session = new SessionStore();
