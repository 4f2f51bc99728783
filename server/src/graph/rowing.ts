import { type Columns, columnsOf, type Memory, nodeGap } from './columns';
import type { Sizes, Way } from './layout';
import { ranksOf } from './ranks';
import type { Visible } from './visible';

/** Bands with more nodes than this together are laid out apart from each other: time grows with their number alone. */
const chunkSize = 60;
/** Bands that would get wider together than this many full rows are taken apart as well. */
const widest = 1.4;
/** An edge over more rows takes no part in the layout: it would need a place in each of them. */
const longest = 6;

type Bands = Visible['bands'];

/** Bands that stand in one layout of dagre's, by number from their first row on. */
interface Chunk {
  readonly bands: Bands;
  /** The first row of each band. */
  readonly starts: readonly number[];
  readonly rows: number;
  /** The nodes that have to do with others of the chunk, and their rows. */
  readonly linked: readonly number[];
  readonly rowOf: readonly number[];
  /** Edges that have a way, and their ends among `linked`, the upper one first. */
  readonly edges: readonly number[];
  readonly ends: readonly (readonly [number, number])[];
  readonly columns: Columns;
  readonly width: number;
}

/** Which row every node is in, counted over all bands, and how far to the right. */
export class Rowing {
  readonly rowOf = new Map<number, number>();
  readonly lefts = new Map<number, number>();
  readonly ways: (Way | null)[];
  /** Of each band. */
  readonly rowsIn: number[] = [];
  /** Those of them that edges lead through. */
  readonly linkedRowsIn: number[] = [];
  width = 0;
  readonly #full: number;
  #rows = 0;
  /** The edges into each node. */
  readonly #into = new Map<number, number[]>();

  constructor(
    readonly visible: Visible,
    readonly sizes: Sizes,
    readonly memory: Memory | undefined,
  ) {
    const { nodeWidth, perRow } = sizes;
    this.#full = perRow * nodeWidth + (perRow - 1) * nodeGap;
    this.ways = visible.edges.map(() => null);
    visible.edges.forEach(({ from, to }, i) => {
      if (from < 0 || to < 0 || from === to) return;
      const list = this.#into.get(to);
      if (list) list.push(i);
      else this.#into.set(to, [i]);
    });
    for (const bands of chunksOf(visible)) {
      const together = this.#chunk(bands);
      if (bands.length === 1 || together.width <= this.#full * widest) this.#place(together);
      else for (const band of bands) this.#place(this.#chunk([band]));
    }
  }

  #chunk(bands: Bands): Chunk {
    const inside = new Set(bands.flatMap(({ nodes }) => nodes));
    const before = new Map<number, number[]>();
    const joined = new Set<number>();
    const inner: number[] = [];
    for (const node of inside) {
      const into = (this.#into.get(node) ?? []).filter((i) => inside.has(this.visible.edges[i]!.from));
      if (into.length === 0) continue;
      const above = into.map((i) => this.visible.edges[i]!.from);
      before.set(node, above);
      for (const one of [node, ...above]) joined.add(one);
      inner.push(...into);
    }
    const linked: number[] = [];
    const rowOf: number[] = [];
    const starts: number[] = [];
    let rows = 0;
    for (const { nodes } of bands) {
      const own = nodes.filter((node) => joined.has(node));
      const ranks = ranksOf(own, before, this.sizes.perRow);
      for (const node of own) {
        linked.push(node);
        rowOf.push(rows + ranks.rankOf.get(node)!);
      }
      starts.push(rows);
      rows += ranks.rows;
    }
    const at = new Map(linked.map((node, i) => [node, i]));
    const rowOfNode = (node: number): number => rowOf[at.get(node)!]!;
    const edges = this.#routed(inner, rowOfNode, linked.length);
    const ends = edges.map((i) => {
      const { from, to } = this.visible.edges[i]!;
      const [a, b] = [at.get(from)!, at.get(to)!];
      return rowOf[a]! < rowOf[b]! ? ([a, b] as const) : ([b, a] as const);
    });
    const { nodeWidth } = this.sizes;
    const columns =
      linked.length > 0 ? columnsOf({ rowOf, edges: ends, nodeWidth }, this.memory) : { lefts: [], ways: [] };
    const width = columns.lefts.reduce((most, left) => Math.max(most, left + nodeWidth), 0);
    return { bands, starts, rows, linked, rowOf, edges, ends, columns, width };
  }

  #place({ bands, starts, rows, linked, rowOf, edges, ends, columns, width }: Chunk): void {
    const { nodeWidth } = this.sizes;
    this.width = Math.max(this.width, width);
    /** How far each row is taken. */
    const taken = new Array<number>(rows).fill(0);
    const take = (row: number, end: number): void => {
      taken[row] = Math.max(taken[row]!, end + nodeGap);
      this.width = Math.max(this.width, end);
    };
    linked.forEach((node, i) => {
      this.lefts.set(node, columns.lefts[i]!);
      take(rowOf[i]!, columns.lefts[i]! + nodeWidth);
    });
    ends.forEach(([upper], i) => {
      columns.ways[i]!.forEach((x, passed) => {
        take(rowOf[upper]! + 1 + passed, x);
      });
    });

    // Loose nodes fill up the rows of their band, then rows of their own, which move all that is below them.
    const full = Math.max(width, this.#full);
    const joined = new Set(linked);
    const moved: number[] = [];
    let next = this.#rows;
    bands.forEach(({ nodes }, i) => {
      const start = starts[i]!;
      const count = (starts[i + 1] ?? rows) - start;
      const lefts = taken.slice(start, start + count);
      for (let row = 0; row < count; row++) moved.push(next + row);
      let row = 0;
      for (const node of nodes) {
        if (joined.has(node)) continue;
        while ((lefts[row] ?? 0) > 0 && lefts[row]! + nodeWidth > full) row++;
        const left = lefts[row] ?? 0;
        this.rowOf.set(node, next + row);
        this.lefts.set(node, left);
        lefts[row] = left + nodeWidth + nodeGap;
        this.width = Math.max(this.width, left + nodeWidth);
      }
      this.rowsIn.push(lefts.length);
      this.linkedRowsIn.push(count);
      next += lefts.length;
    });
    linked.forEach((node, i) => {
      this.rowOf.set(node, moved[rowOf[i]!]!);
    });
    edges.forEach((edge, i) => {
      const first = rowOf[ends[i]![0]]! + 1;
      const xs = columns.ways[i]!;
      this.ways[edge] = { rows: xs.map((_, passed) => moved[first + passed]!), xs };
    });
    this.#rows = next;
  }

  /** The edges that dagre finds a way for: those over few rows, as long as they are not too many. */
  #routed(edges: readonly number[], rowOf: (node: number) => number, most: number): number[] {
    const short = edges
      .map((i) => ({ i, rows: Math.abs(rowOf(this.visible.edges[i]!.from) - rowOf(this.visible.edges[i]!.to)) }))
      .filter(({ rows }) => rows > 0 && rows <= longest)
      .sort((a, b) => a.rows - b.rows || a.i - b.i);
    const routed: number[] = [];
    let places = 0;
    for (const { i, rows } of short) {
      places += rows - 1;
      if (places <= most) routed.push(i);
    }
    return routed.sort((a, b) => a - b);
  }
}

/** Bands that follow on each other, with so many nodes that they can stand in one layout. */
function chunksOf({ bands }: Visible): Visible['bands'][] {
  const chunks: Visible['bands'][number][][] = [];
  let size = 0;
  for (const band of bands) {
    const last = chunks.at(-1);
    if (last && size + band.nodes.length <= chunkSize) {
      last.push(band);
      size += band.nodes.length;
    } else {
      chunks.push([band]);
      size = band.nodes.length;
    }
  }
  return chunks;
}
