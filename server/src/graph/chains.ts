import type { GraphEdge, GraphEnd } from '../core/features/graphData';

/** All that a ticket waits for and all that waits for it, at whatever remove, by the ends of a graph's edges. */
export interface Chains {
  readonly up: ReadonlySet<GraphEnd>;
  readonly down: ReadonlySet<GraphEnd>;
}

interface Shape {
  readonly nodes: readonly { readonly band: number }[];
  readonly bands: readonly { readonly parent: number | null }[];
  readonly edges: readonly Pick<GraphEdge, 'from' | 'to'>[];
}

/** The chains of one node or band. What its band waits for, it waits for; a band on the way is followed as a whole. */
export function chainsOf(graph: Shape, end: GraphEnd): Chains {
  return { up: reach(graph, end, 'to', 'from'), down: reach(graph, end, 'from', 'to') };
}

function reach({ nodes, bands, edges }: Shape, start: GraphEnd, here: 'from' | 'to', there: 'from' | 'to') {
  const next = new Map<GraphEnd, GraphEnd[]>();
  for (const edge of edges) {
    const list = next.get(edge[here]);
    if (list) list.push(edge[there]);
    else next.set(edge[here], [edge[there]]);
  }
  const found = new Set<GraphEnd>();
  const entered = new Set<GraphEnd>([start]);
  const open = [start];
  for (let end = open.pop(); end !== undefined; end = open.pop()) {
    const above = end >= 0 ? nodes[end]!.band : bands[~end]!.parent;
    // Standing in a band is no link of the chain: only what the band itself waits for or holds up is.
    if (above !== null && !entered.has(~above)) {
      entered.add(~above);
      open.push(~above);
    }
    for (const to of next.get(end) ?? []) {
      found.add(to);
      if (entered.has(to)) continue;
      entered.add(to);
      open.push(to);
    }
  }
  found.delete(start);
  return found;
}
