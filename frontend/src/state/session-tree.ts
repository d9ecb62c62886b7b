/** The shape of a session as it is drawn: every node a row, every branch a lane. Pure. */

export interface Branching {
  readonly id: string;
  readonly parent: string | null;
}

export interface Row<N extends Branching> {
  readonly node: N;
  readonly lane: number;
  /** Lanes that run through or past this row, from its top to its bottom. */
  readonly passing: readonly number[];
  /** Lanes of children that branch off here. */
  readonly forks: readonly number[];
  /** A child goes on in this very lane. */
  readonly continued: boolean;
  /** It lies on the way from the first node to the head. */
  readonly trodden: boolean;
}

/** The nodes from the first one to this one. */
export function trailOf<N extends Branching>(nodes: ReadonlyMap<string, N>, id: string | null): readonly N[] {
  const found: N[] = [];
  const seen = new Set<string>();
  for (let at = id; at !== null && !seen.has(at); ) {
    const node = nodes.get(at);
    if (!node) break;
    found.push(node);
    seen.add(at);
    at = node.parent;
  }
  return found.reverse();
}

/** Where redo leads: to the child that was left last, else to the youngest. */
export function childOf<N extends Branching>(
  nodes: readonly N[],
  id: string | null,
  left: ReadonlyMap<string | null, string>,
): N | null {
  const children = nodes.filter((node) => node.parent === id);
  return children.find((node) => node.id === left.get(id)) ?? children[children.length - 1] ?? null;
}

/** Rows, the oldest first. A first child goes on in its parent's lane, any other opens the first lane that is free. */
export function rowsOf<N extends Branching>(nodes: readonly N[], head: string | null): readonly Row<N>[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const trodden = new Set(trailOf(byId, head).map((node) => node.id));
  const lanes = laneOf(nodes);
  const below = childrenOf(nodes);
  /** How many lines run in each lane past the row that is looked at. */
  const running = new Map<number, number>();
  const run = (lane: number, by: number): void => {
    const many = (running.get(lane) ?? 0) + by;
    if (many > 0) running.set(lane, many);
    else running.delete(lane);
  };
  return nodes.map((node) => {
    const lane = lanes.get(node.id) ?? 0;
    const to = (below.get(node.id) ?? []).map((child) => lanes.get(child.id) ?? 0);
    if (node.parent !== null && byId.has(node.parent)) run(lane, -1);
    const passing = [...running.keys()].sort((a, b) => a - b);
    for (const child of to) run(child, 1);
    return {
      node,
      lane,
      passing,
      forks: to.filter((child) => child !== lane),
      continued: to.includes(lane),
      trodden: trodden.has(node.id),
    };
  });
}

function childrenOf<N extends Branching>(nodes: readonly N[]): ReadonlyMap<string | null, readonly N[]> {
  const found = new Map<string | null, N[]>();
  for (const node of nodes) {
    const siblings = found.get(node.parent);
    if (siblings) siblings.push(node);
    else found.set(node.parent, [node]);
  }
  return found;
}

/** The lane of every node: a branch holds one from where it leaves its parent to its own last node. */
function laneOf(nodes: readonly Branching[]): ReadonlyMap<string, number> {
  const place = new Map(nodes.map((node, row) => [node.id, row]));
  const below = childrenOf(nodes);
  const lanes = new Map<string, number>();
  /** By lane: the last row of the branch that holds it. */
  const held: number[] = [];
  const open = (first: Branching, from: number): void => {
    let lane = held.findIndex((last) => last < from);
    if (lane < 0) lane = held.length;
    for (let at: Branching | undefined = first; at; at = below.get(at.id)?.[0]) {
      lanes.set(at.id, lane);
      held[lane] = place.get(at.id) ?? from;
    }
  };
  nodes.forEach((node, row) => {
    if (!lanes.has(node.id)) open(node, row);
    for (const child of (below.get(node.id) ?? []).slice(1)) open(child, row);
  });
  return lanes;
}
