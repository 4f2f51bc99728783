import type { Model } from './scene';

/** Which node comes next from one, by the keys of arrows: along the chain, or along the rows. */
export function nextFrom({ layout, visible, graph }: Model, index: number, key: string): number | null {
  const middle = (node: number): number => {
    const box = layout.nodes.get(node)!;
    return box.x + box.width / 2;
  };
  const near = (nodes: readonly number[]): number | null => {
    const here = middle(index);
    const order = nodes.filter((node) => node !== index && layout.nodes.has(node));
    return order.sort((a, b) => Math.abs(middle(a) - here) - Math.abs(middle(b) - here) || a - b)[0] ?? null;
  };
  const inBand = (end: number): number[] =>
    end >= 0 ? [end] : graph.nodes.flatMap(({ band }, node) => (band === ~end && layout.nodes.has(node) ? [node] : []));
  switch (key) {
    case 'ArrowUp':
      return near(visible.edges.flatMap(({ from, to }) => (to === index ? inBand(from) : [])));
    case 'ArrowDown':
      return near(visible.edges.flatMap(({ from, to }) => (from === index ? inBand(to) : [])));
  }
  const order = [...layout.nodes].sort(([, a], [, b]) => a.y - b.y || a.x - b.x).map(([node]) => node);
  const at = order.indexOf(index);
  switch (key) {
    case 'ArrowLeft':
      return order[at - 1] ?? null;
    case 'ArrowRight':
      return order[at + 1] ?? null;
    case 'Home':
      return order[0] ?? null;
    case 'End':
      return order.at(-1) ?? null;
  }
  return null;
}
