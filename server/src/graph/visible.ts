import type { GraphBand, GraphEdge, GraphEnd, GraphNode, PlanGraph } from '../core/features/graphData';

/** A graph without the places in the text: what a picture needs. */
export interface Picture {
  readonly bands: readonly Omit<GraphBand, 'span' | 'uri'>[];
  readonly nodes: readonly Omit<GraphNode, 'span' | 'uri'>[];
  readonly edges: readonly GraphEdge[];
  readonly critical: PlanGraph['critical'];
}

export interface View {
  /** Indexes of bands that are shown as one line. */
  readonly collapsed: ReadonlySet<number>;
  /** Indexes of the nodes to show, null for all. */
  readonly only: ReadonlySet<number> | null;
}

export const everything: View = { collapsed: new Set(), only: null };

/** One line of the picture: an edge, or several between the same two ends where bands are collapsed. */
export interface VisibleEdge {
  readonly from: GraphEnd;
  readonly to: GraphEnd;
  readonly met: boolean;
  readonly soft: boolean;
  readonly cycle: boolean;
  readonly broken: boolean;
  /** On the critical path. */
  readonly critical: boolean;
  readonly count: number;
}

/** What of a graph is in sight, by the indexes of its nodes and bands, in their order. */
export interface Visible {
  readonly bands: readonly { readonly band: number; readonly collapsed: boolean; readonly nodes: readonly number[] }[];
  readonly edges: readonly VisibleEdge[];
}

/** The part of a graph that a view shows. An edge into a collapsed band leads to the band. */
export function visibleIn({ bands, nodes, edges, critical }: Picture, { collapsed, only }: View): Visible {
  const shown = bands.map((): number[] => []);
  nodes.forEach(({ band }, node) => {
    if (!only || only.has(node)) shown[band]!.push(node);
  });
  const seen = (end: GraphEnd): boolean => end < 0 || !only || only.has(end);
  const endOf = (end: GraphEnd): GraphEnd => (end >= 0 && collapsed.has(nodes[end]!.band) ? ~nodes[end]!.band : end);
  const ended = new Set<number>();
  const merged = new Map<string, VisibleEdge>();
  const steps = stepsOf(critical?.nodes ?? []);
  for (const { from: first, to: last, met, soft, cycle, broken } of edges) {
    if (!seen(first) || !seen(last)) continue;
    const from = endOf(first);
    const to = endOf(last);
    if (from === to && first !== last) continue;
    for (const end of [from, to]) if (end < 0) ended.add(~end);
    const key = `${from} ${to}`;
    const known = merged.get(key);
    merged.set(key, {
      from,
      to,
      met: met && (known?.met ?? true),
      soft: soft && (known?.soft ?? true),
      cycle: cycle || (known?.cycle ?? false),
      broken: broken || (known?.broken ?? false),
      critical: steps.has(`${first} ${last}`) || (known?.critical ?? false),
      count: 1 + (known?.count ?? 0),
    });
  }
  return {
    bands: bands.flatMap((_, band) =>
      shown[band]!.length > 0 || ended.has(band)
        ? [{ band, collapsed: collapsed.has(band), nodes: collapsed.has(band) ? [] : shown[band]! }]
        : [],
    ),
    edges: [...merged.values()],
  };
}

function stepsOf(path: readonly number[]): ReadonlySet<string> {
  return new Set(path.slice(1).map((node, i) => `${path[i]} ${node}`));
}
