import { type Memory, nodeGap } from './columns';
import { routeEdges } from './routes';
import { Rowing } from './rowing';
import type { Visible } from './visible';

/** All in pixels. */
export interface Sizes {
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  /** Nodes side by side in a row, about. */
  readonly perRow: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything is. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** By index of the band. */
  readonly bands: ReadonlyMap<number, Box>;
  /** By index of the node. */
  readonly nodes: ReadonlyMap<number, Box>;
  /** The path of every edge, in the order of `Visible.edges`, as it is written in SVG. */
  readonly edges: readonly string[];
}

/** Where an edge passes the rows between its ends, from the upper end to the lower. */
export interface Way {
  /** The numbers of these rows. */
  readonly rows: readonly number[];
  readonly xs: readonly number[];
}

/** A row of cards. */
export interface Row {
  readonly y: number;
  readonly height: number;
}

const margin = 16;
const head = 38;
const foot = 20;
const rowGap = 38;
const looseGap = 14;
const bandGap = 16;
const collapsedHeight = 40;
const smallest = 520;
const gutter = 40;

/**
 * Places what is visible: bands below each other in the order of the text; in each of them the nodes in rows, below what
 * they depend on, and those that have nothing to do with others where there is room.
 */
export function layOut(visible: Visible, sizes: Sizes, memory?: Memory): Layout {
  const plan = new Rowing(visible, sizes, memory);
  const rows: Row[] = [];
  const frames: { y: number; height: number }[] = [];
  let y = margin;
  visible.bands.forEach(({ collapsed }, i) => {
    const top = y;
    const count = plan.rowsIn[i]!;
    if (collapsed || count === 0) y += collapsedHeight;
    else {
      for (let row = 0; row < count; row++) {
        rows.push({ y: y + head, height: sizes.nodeHeight });
        const below = row + 1 < plan.linkedRowsIn[i]! ? rowGap : looseGap;
        y += sizes.nodeHeight + (row + 1 < count ? below : head + foot);
      }
    }
    frames.push({ y: top, height: y - top });
    y += bandGap;
  });
  const left = margin + (visible.edges.some(({ from, to }) => from < 0 && to < 0) ? gutter : 0);
  const width = Math.max(plan.width, smallest) + 2 * nodeGap;
  const bands = new Map(visible.bands.map(({ band }, i): [number, Box] => [band, { x: left, width, ...frames[i]! }]));
  const nodes = new Map(
    [...plan.rowOf]
      .sort(([a], [b]) => a - b)
      .map(([node, row]): [number, Box] => [
        node,
        {
          x: left + nodeGap + plan.lefts.get(node)!,
          y: rows[row]!.y,
          width: sizes.nodeWidth,
          height: sizes.nodeHeight,
        },
      ]),
  );
  const ways = plan.ways.map((way) => way && { ...way, xs: way.xs.map((x) => x + left + nodeGap) });
  return {
    width: left + width + margin,
    height: Math.max(y - bandGap, margin) + margin,
    bands,
    nodes,
    edges: routeEdges(visible, { bands, nodes, rows, ways }),
  };
}
