import { edgeClass, markOf } from '../../../server/src/graph/draw';
import { svg } from '../kit/dom';
import type { Model } from './scene';

const mostEdges = 6000;

/** The whole picture in a few paths: what is small is not drawn one by one. */
export function farPicture({ graph, visible, layout }: Model): SVGElement[] {
  const patches = new Map<string, string>();
  for (const [index, { x, y, width, height }] of layout.nodes) {
    const mark = markOf(graph.nodes[index]!);
    patches.set(mark, `${patches.get(mark) ?? ''}M${x} ${y}h${width}v${height}h${-width}z`);
  }
  const lines = new Map<string, string[]>();
  visible.edges.forEach((edge, i) => {
    if (visible.edges.length > mostEdges && !edge.cycle && !edge.broken && !edge.critical) return;
    const name = edgeClass(edge);
    const list = lines.get(name);
    if (list) list.push(layout.edges[i]!);
    else lines.set(name, [layout.edges[i]!]);
  });
  return [
    ...[...lines].map(([name, paths]) => svg('path', { class: name, d: paths.join('') })),
    ...[...patches].map(([mark, d]) => svg('path', { class: `patch ${mark}`, d })),
  ];
}
