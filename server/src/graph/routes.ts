import type { GraphEnd } from '../core/features/graphData';
import { Gaps } from './gaps';
import type { Box, Point, Row, Way } from './layout';
import type { Visible } from './visible';

interface Places {
  readonly bands: ReadonlyMap<number, Box>;
  readonly nodes: ReadonlyMap<number, Box>;
  readonly rows: readonly Row[];
  readonly ways: readonly (Way | null)[];
}

const portGap = 18;
const portRoom = 0.7;
const bow = 20;

/** The path of every edge from what is depended on to what depends on it, as SVG writes it. */
export function routeEdges({ edges }: Visible, places: Places): string[] {
  const { bands, nodes, rows, ways } = places;
  const ports = portsOf(edges, places);
  const gaps = new Gaps(rows, nodes.values(), insideOf(bands));
  for (const way of ways) for (const [i, row] of way?.rows.entries() ?? []) gaps.take(row, way!.xs[i]!);
  return edges.map(({ from, to }, i) => {
    if (from < 0 && to < 0) return besideBands(bands.get(~from)!, bands.get(~to)!);
    if (from === to) return loop(nodes.get(from)!);
    const start = endPoint(from, to, places, ports.get(`${i} from`) ?? 0);
    const end = endPoint(to, from, places, ports.get(`${i} to`) ?? 0);
    const way = ways[i];
    if (way) {
      const through = way.xs.flatMap((x, i): Point[] => {
        const { y, height } = rows[way.rows[i]!]!;
        return [
          { x, y },
          { x, y: y + height },
        ];
      });
      return smooth([start, ...(start.y < end.y ? through : through.reverse()), end]);
    }
    // Where it touches a band is of no matter: there it goes straight.
    if (to < 0) {
      const through = gaps.through(start, end);
      return smooth([start, ...through, { ...end, x: through.at(-1)?.x ?? end.x }]);
    }
    const through = gaps.through(end, start).reverse();
    return smooth([from < 0 ? { ...start, x: through[0]?.x ?? start.x } : start, ...through, end]);
  });
}

function insideOf(bands: ReadonlyMap<number, Box>): { left: number; right: number } {
  const { x = 0, width = 0 } = bands.values().next().value ?? {};
  return { left: x, right: x + width };
}

/** Where an edge touches an end: below it where it leads down, above it where it leads up. */
function endPoint(end: GraphEnd, other: GraphEnd, { nodes, bands }: Places, port: number): Point {
  const box = (one: GraphEnd): Box => (one < 0 ? bands.get(~one)! : nodes.get(one)!);
  const own = box(end);
  const far = box(other);
  const inside = end < 0 && own.y <= far.y && far.y + far.height <= own.y + own.height;
  const down = inside ? false : own.y < far.y;
  const x = end < 0 ? far.x + far.width / 2 : own.x + own.width / 2 + port;
  return { x, y: down ? own.y + own.height : own.y };
}

/** Edges that share a side of a node touch it side by side, in the order of where they come from. */
function portsOf(edges: Visible['edges'], { nodes, bands, ways }: Places): ReadonlyMap<string, number> {
  const sides = new Map<string, { key: string; x: number }[]>();
  const box = (end: GraphEnd): Box => (end < 0 ? bands.get(~end)! : nodes.get(end)!);
  edges.forEach(({ from, to }, i) => {
    if (from === to) return;
    const down = box(from).y < box(to).y;
    const xs = ways[i]?.xs ?? [];
    const add = (end: GraphEnd, other: GraphEnd, below: boolean, key: string): void => {
      if (end < 0) return;
      const near = below ? xs[0] : xs.at(-1);
      const far = box(other);
      const x = near ?? (other < 0 ? box(end).x + box(end).width / 2 : far.x + far.width / 2);
      const side = `${end} ${below}`;
      const list = sides.get(side);
      if (list) list.push({ key, x });
      else sides.set(side, [{ key, x }]);
    };
    add(from, to, down, `${i} from`);
    add(to, from, !down, `${i} to`);
  });
  const ports = new Map<string, number>();
  const width = nodes.values().next().value?.width ?? 0;
  for (const list of sides.values()) {
    const gap = Math.min(portGap, (width * portRoom) / Math.max(1, list.length - 1));
    list.sort((a, b) => a.x - b.x);
    for (const [i, { key }] of list.entries()) ports.set(key, (i - (list.length - 1) / 2) * gap);
  }
  return ports;
}

/** Straight where it passes a row, a curve between rows. */
function smooth(points: readonly Point[]): string {
  const [start, ...rest] = points.filter(({ x }, i) => x !== points[i - 1]?.x || x !== points[i + 1]?.x);
  let path = `M${at(start!)}`;
  let last = start!;
  for (const point of rest) {
    const half = (last.y + point.y) / 2;
    path +=
      point.x === last.x
        ? `L${at(point)}`
        : `C${at({ x: last.x, y: half })} ${at({ x: point.x, y: half })} ${at(point)}`;
    last = point;
  }
  return path;
}

/** Bands are joined on their left side. */
function besideBands(from: Box, to: Box): string {
  const out = from.x - bow - 8;
  const start = { x: from.x, y: from.y + 18 };
  const end = { x: to.x, y: to.y + 18 };
  return `M${at(start)}C${at({ x: out, y: start.y })} ${at({ x: out, y: end.y })} ${at(end)}`;
}

function loop({ x, y, width, height }: Box): string {
  const right = x + width;
  const middle = y + height / 2;
  const out = right + bow;
  return `M${at({ x: right, y: middle - 10 })}C${at({ x: out, y: middle - 16 })} ${at({ x: out, y: middle + 16 })} ${at({ x: right, y: middle + 10 })}`;
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): string => String(Math.round(value * 10) / 10);
