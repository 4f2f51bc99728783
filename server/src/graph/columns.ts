import { layout as dagre, Graph } from '@dagrejs/dagre';

/** Nodes in rows, each with the number of its row, and edges from an upper one to a lower one, by index. */
export interface Rows {
  readonly rowOf: readonly number[];
  readonly edges: readonly (readonly [upper: number, lower: number])[];
  readonly nodeWidth: number;
}

/** Where nodes and edges are from left to right, in pixels from the leftmost on. */
export interface Columns {
  /** The left side of each node. */
  readonly lefts: readonly number[];
  /** Where each edge passes the rows between its ends, from the upper one to the lower. */
  readonly ways: readonly (readonly number[])[];
}

export const nodeGap = 26;
const edgeGap = 18;

/** Columns that were worked out before, by what they were worked out for. */
export type Memory = Map<string, Columns>;

const mostKept = 2000;

/** The order in the rows, the columns and the ways of the edges, which are dagre's. */
export function columnsOf(rows: Rows, memory?: Memory): Columns {
  const key = memory && JSON.stringify(rows);
  const known = key !== undefined && memory?.get(key);
  if (known) return known;
  const columns = runDagre(rows);
  if (memory && key !== undefined) {
    if (memory.size >= mostKept) memory.clear();
    memory.set(key, columns);
  }
  return columns;
}

function runDagre({ rowOf, edges, nodeWidth }: Rows): Columns {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ranker: keepRows, nodesep: nodeGap, edgesep: edgeGap });
  rowOf.forEach((rank, i) => {
    // The height is of no matter: where a row is, is not dagre's to say.
    graph.setNode(String(i), { width: nodeWidth, height: 10, rank });
  });
  edges.forEach(([upper, lower], i) => {
    // What passes a row is kept straight before what only leads to the next.
    graph.setEdge(
      String(upper),
      String(lower),
      { labeloffset: 0, weight: rowOf[lower]! - rowOf[upper]! > 1 ? 2 : 1 },
      String(i),
    );
  });
  dagre(graph);
  const lefts = rowOf.map((_, i) => graph.node(String(i)).x - nodeWidth / 2);
  const ways = edges.map(([upper, lower], i) => {
    const points: { x: number }[] = graph.edge(String(upper), String(lower), String(i)).points;
    return rowOf[lower] === rowOf[upper]! + 1 ? [] : points.slice(1, -1).map(({ x }) => x);
  });
  let least = Infinity;
  for (const x of [...lefts, ...ways.flat()]) least = Math.min(least, x);
  return { lefts: lefts.map((x) => x - least), ways: ways.map((way) => way.map((x) => x - least)) };
}

/**
 * Leaves the rows as they are. dagre makes two ranks of one, for the labels of edges, and so knows no edge without a place
 * on its way: one that joins neighbouring rows gets some place, which is not looked at.
 */
function keepRows(graph: Graph): void {
  for (const edge of graph.edges()) graph.edge(edge).points = [{ x: 0, y: 0 }];
}
