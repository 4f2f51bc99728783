import { meanEffort } from '../model/effort';
import type { GraphBand, GraphEdge, GraphEnd, GraphNode } from './graphData';

/** The longest chain of tickets that are left to do, each waiting on the one before. */
export interface CriticalPath {
  /** Indexes of nodes, from what comes first to what comes last. */
  readonly nodes: readonly number[];
  /** Its length in `unit`. */
  readonly length: number;
  /** `h`, `sessions`, `points`; null where the tickets were counted, as the plan does not estimate them. */
  readonly unit: string | null;
}

/** What of a graph decides about its paths. */
export interface GraphShape {
  readonly bands: readonly Pick<GraphBand, 'parent'>[];
  readonly nodes: readonly Pick<GraphNode, 'band' | 'isDone' | 'status' | 'estimate'>[];
  readonly edges: readonly Pick<GraphEdge, 'from' | 'to' | 'soft' | 'cycle'>[];
}

/**
 * The edges (by index) that lie on a circle of needed dependencies, those between bands included: the strongly connected
 * components, by Tarjan's algorithm with a stack of its own. Linear in nodes and edges.
 */
export function cyclicEdges(
  nodes: number,
  bands: number,
  edges: readonly Pick<GraphEdge, 'from' | 'to' | 'soft'>[],
): ReadonlySet<number> {
  const at = (end: GraphEnd): number => (end < 0 ? nodes + ~end : end);
  const next = successors(
    nodes + bands,
    edges.flatMap(({ from, to, soft }) => (soft ? [] : [[at(from), at(to)] as const])),
  );
  const component = components(next);
  return new Set(
    edges.flatMap(({ from, to, soft }, i) => (!soft && component[at(from)] === component[at(to)] ? [i] : [])),
  );
}

/** What comes behind each vertex. */
function successors(count: number, arcs: readonly (readonly [number, number])[]): number[][] {
  const next: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of arcs) next[from]!.push(to);
  return next;
}

/** The number of the strongly connected component of each vertex. */
function components(next: readonly (readonly number[])[]): number[] {
  const component = new Array<number>(next.length).fill(-1);
  const order = new Array<number>(next.length).fill(-1);
  const low = new Array<number>(next.length).fill(0);
  const open: number[] = [];
  let visited = 0;
  let found = 0;
  for (let root = 0; root < next.length; root++) {
    if (order[root] !== -1) continue;
    const path: { vertex: number; at: number }[] = [];
    const enter = (vertex: number): void => {
      order[vertex] = low[vertex] = visited++;
      open.push(vertex);
      path.push({ vertex, at: 0 });
    };
    enter(root);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const to = next[top.vertex]![top.at++];
      if (to !== undefined) {
        if (order[to] === -1) enter(to);
        else if (component[to] === -1) low[top.vertex] = Math.min(low[top.vertex]!, order[to]!);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) low[above.vertex] = Math.min(low[above.vertex]!, low[top.vertex]!);
      if (low[top.vertex] !== order[top.vertex]) continue;
      for (let vertex = -1; vertex !== top.vertex; ) {
        vertex = open.pop()!;
        component[vertex] = found;
      }
      found++;
    }
  }
  return component;
}

/**
 * The critical path of what is neither done nor dropped, by the plan's estimates where half of these tickets have one of
 * the same sort (the others count as the middle one), else by their number. A band is done when all in it is, and nothing
 * in it starts before what it waits on. Null where no two tickets that are left wait for each other.
 */
export function criticalPath({ bands, nodes, edges }: GraphShape): CriticalPath | null {
  const open = nodes.map(({ isDone, status }) => !isDone && status?.kind !== 'dropped');
  const { weights, unit } = weigh(nodes, open);
  // Vertices: the nodes, then where each band starts, then where it ends.
  const starts = (band: number): number => nodes.length + band;
  const ends = (band: number): number => nodes.length + bands.length + band;
  const arcs: [number, number][] = [];
  bands.forEach(({ parent }, band) => {
    arcs.push([starts(band), ends(band)]);
    if (parent !== null) arcs.push([starts(parent), starts(band)], [ends(band), ends(parent)]);
  });
  nodes.forEach(({ band }, node) => {
    arcs.push([starts(band), node], [node, ends(band)]);
  });
  for (const { from, to, soft } of edges)
    if (!soft) arcs.push([from < 0 ? ends(~from) : from, to < 0 ? starts(~to) : to]);
  const next = successors(nodes.length + 2 * bands.length, arcs);
  const path = longestPath(next, (vertex) => (open[vertex] ? weights[vertex]! : 0)).filter((vertex) => open[vertex]);
  if (path.length < 2) return null;
  const length = path.reduce((sum, node) => sum + weights[node]!, 0);
  return { nodes: path, length: Math.round(length * 100) / 100, unit };
}

/** The heaviest path, depth first with a stack of its own; an arc back to where it came from is left out. */
function longestPath(next: readonly (readonly number[])[], weightOf: (vertex: number) => number): number[] {
  const best = new Array<number>(next.length).fill(-1);
  const follow = new Array<number>(next.length).fill(-1);
  const entered = new Array<boolean>(next.length).fill(false);
  let first = -1;
  for (let root = 0; root < next.length; root++) {
    if (entered[root]) continue;
    const path = [{ vertex: root, at: 0 }];
    entered[root] = true;
    while (path.length > 0) {
      const top = path.at(-1)!;
      const to = next[top.vertex]![top.at++];
      if (to !== undefined) {
        if (entered[to]) continue;
        entered[to] = true;
        path.push({ vertex: to, at: 0 });
        continue;
      }
      path.pop();
      let length = 0;
      for (const after of next[top.vertex]!)
        if (best[after]! > length) {
          length = best[after]!;
          follow[top.vertex] = after;
        }
      best[top.vertex] = length + weightOf(top.vertex);
    }
    if (first === -1 || best[root]! > best[first]!) first = root;
  }
  const path: number[] = [];
  for (let vertex = first; vertex !== -1; vertex = follow[vertex]!) path.push(vertex);
  return path;
}

const hours: Readonly<Record<string, number>> = { min: 1 / 60, h: 1, d: 8, w: 40 };

function weigh(nodes: GraphShape['nodes'], open: readonly boolean[]): { weights: number[]; unit: string | null } {
  const efforts = nodes.map(({ estimate }) => {
    const effort = estimate === null ? null : meanEffort(estimate);
    const factor = effort && hours[effort.unit];
    return effort && factor ? { value: effort.value * factor, unit: 'h' } : effort;
  });
  const total = open.filter(Boolean).length;
  const units = new Map<string, number[]>();
  efforts.forEach((effort, i) => {
    if (!effort || !open[i]) return;
    const values = units.get(effort.unit);
    if (values) values.push(effort.value);
    else units.set(effort.unit, [effort.value]);
  });
  for (const [unit, values] of units) {
    if (values.length * 2 < total) continue;
    const middle = [...values].sort((a, b) => a - b)[values.length >> 1]!;
    return { weights: efforts.map((effort) => (effort?.unit === unit ? effort.value : middle)), unit };
  }
  return { weights: nodes.map(() => 1), unit: null };
}
