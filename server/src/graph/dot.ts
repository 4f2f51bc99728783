import { cardName, shortened } from './names';
import { everything, type Picture, type View, visibleIn } from './visible';

const shapes = {
  none: 'shape=box',
  todo: 'shape=box',
  active: 'shape=box, style="rounded,filled", fillcolor="#fdf3dd", color="#a66a00"',
  review: 'shape=hexagon, style=filled, fillcolor="#f3e8fb", color="#8646b8"',
  done: 'shape=box, style="rounded,filled", fillcolor="#e2f3e8", color="#1f8045", penwidth=2',
  blocked: 'shape=octagon, style=filled, fillcolor="#fbe6e6", color="#c62f2f"',
  dropped: 'shape=box, style=dashed, color="#9aa3b2", fontcolor="#5c6679"',
} as const;

/**
 * A graph in Graphviz' language: phases as clusters, unmet dependencies dashed, those in a circle red. Texts are quoted
 * strings, never HTML labels, in which quotes and backslashes are escaped.
 */
export function toDot(picture: Picture, view: View = everything): string {
  const visible = visibleIn(picture, view);
  const lines = ['digraph plan {', '  rankdir=TB;', '  node [fontname="sans-serif"];', '  edge [color="#7b8698"];'];
  for (const { band, nodes } of visible.bands) {
    const { title, done, total } = picture.bands[band]!;
    const label = quoted(`${shortened(title)}${total > 0 ? ` ${done}/${total}` : ''}`);
    if (nodes.length === 0) {
      lines.push(`  b${band} [label=${label}, shape=folder];`);
      continue;
    }
    lines.push(`  subgraph cluster_b${band} {`, `    label=${label};`);
    if (visible.edges.some(({ from, to }) => from === ~band || to === ~band))
      lines.push(`    b${band} [label=${label}, shape=folder];`);
    for (const index of nodes) {
      const node = picture.nodes[index]!;
      lines.push(`    n${index} [label=${quoted(cardName(node))}, ${shapes[node.status?.kind ?? 'none']}];`);
    }
    lines.push('  }');
  }
  for (const { from, to, met, soft, cycle, broken } of visible.edges) {
    const style = [
      ...(cycle || broken ? ['color="#c62f2f"'] : []),
      ...(cycle ? ['penwidth=2.5'] : soft ? ['style=dotted'] : met ? [] : ['style=dashed']),
    ];
    lines.push(`  ${idOf(from)} -> ${idOf(to)}${style.length > 0 ? ` [${style.join(', ')}]` : ''};`);
  }
  return `${lines.join('\n')}\n}\n`;
}

const idOf = (end: number): string => (end < 0 ? `b${~end}` : `n${end}`);

const quoted = (text: string): string =>
  `"${text.replace(/[\0-\x1f\x7f]|\p{Cs}/gu, '\ufffd').replace(/["\\]/g, '\\$&')}"`;
