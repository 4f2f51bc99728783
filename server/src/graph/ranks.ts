/** The number of the row of each node of a band, from 0. */
export interface Ranks {
  readonly rankOf: ReadonlyMap<number, number>;
  readonly rows: number;
}

/**
 * Rows for the nodes of one band: each below what it depends on, no row with more than `width` of them (the layering of
 * Coffman and Graham, in the order of the text). An arc that closes a circle is left out. Linear but for full rows.
 */
export function ranksOf(
  nodes: readonly number[],
  before: ReadonlyMap<number, readonly number[]>,
  width: number,
): Ranks {
  const inside = new Set(nodes);
  const levels = new Map<number, number>();
  const linked = new Set<number>();
  const order: number[] = [];
  for (const root of nodes) visit(root);

  function visit(root: number): void {
    if (levels.has(root)) return;
    const path = [{ node: root, at: 0 }];
    levels.set(root, -1);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const above = before.get(top.node) ?? [];
      const next = above[top.at++];
      if (next === undefined) {
        path.pop();
        levels.set(top.node, 1 + Math.max(-1, ...above.map((node) => levels.get(node) ?? -1)));
        order.push(top.node);
      } else if (inside.has(next)) {
        linked.add(next).add(top.node);
        if (levels.has(next)) continue;
        levels.set(next, -1);
        path.push({ node: next, at: 0 });
      }
    }
  }

  const rankOf = new Map<number, number>();
  const filled: number[] = [];
  /** No row before this one has room. */
  let free = 0;
  const place = (node: number, from: number): void => {
    let rank = Math.max(from, free);
    while ((filled[rank] ?? 0) >= width) rank++;
    while (filled.length <= rank) filled.push(0);
    filled[rank]!++;
    rankOf.set(node, rank);
    while ((filled[free] ?? 0) >= width) free++;
  };
  const sorted = order
    .map((node, i) => ({ node, i, level: levels.get(node)! }))
    .sort((a, b) => a.level - b.level || a.i - b.i);
  for (const { node } of sorted) {
    if (!linked.has(node)) continue;
    const above = (before.get(node) ?? []).map((one) => rankOf.get(one) ?? -1);
    place(node, 1 + Math.max(-1, ...above));
  }
  for (const node of nodes) if (!linked.has(node)) place(node, 0);
  return { rankOf, rows: filled.length };
}
