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

/** Rows, the oldest first. A first child goes on in its parent's lane, any other opens a lane of its own. */
export function rowsOf<N extends Branching>(nodes: readonly N[], head: string | null): readonly Row<N>[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const trodden = new Set(trailOf(byId, head).map((node) => node.id));
  const lanes = laneOf(nodes);
  const place = new Map(nodes.map((node, row) => [node.id, row]));
  /** Rows in which a lane is drawn: from the row of a parent to that of its last child. */
  const spans = nodes.flatMap((node, row) => {
    const above = node.parent === null ? undefined : place.get(node.parent);
    return above === undefined ? [] : [{ lane: lanes.get(node.id) ?? 0, start: above, end: row }];
  });
  const children = new Map<string | null, number[]>();
  for (const node of nodes)
    children.set(node.parent, [...(children.get(node.parent) ?? []), lanes.get(node.id) ?? 0]);
  return nodes.map((node, row) => {
    const lane = lanes.get(node.id) ?? 0;
    const below = children.get(node.id) ?? [];
    const passing = spans.filter((span) => span.start < row && row < span.end).map((span) => span.lane);
    return {
      node,
      lane,
      passing: [...new Set(passing)].sort((a, b) => a - b),
      forks: below.filter((child) => child !== lane),
      continued: below.includes(lane),
      trodden: trodden.has(node.id),
    };
  });
}

function laneOf(nodes: readonly Branching[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  const continued = new Set<string>();
  let next = 0;
  for (const node of nodes) {
    const above = node.parent === null ? undefined : lanes.get(node.parent);
    if (node.parent !== null && above !== undefined && !continued.has(node.parent)) {
      lanes.set(node.id, above);
      continued.add(node.parent);
    } else lanes.set(node.id, next++);
  }
  return lanes;
}
