import type { GraphEnd, PlanGraph } from '../../core/features/graphData';
import type { Run } from '../run';

/** A graph as JSON: a contract, see `docs/command-line.md`. Tickets and phases are named by path and key. */
export function graphJson({ bands, nodes, edges, critical }: PlanGraph, run: Run): string {
  const lineOf = (uri: string, offset: number) => (run.snapshot.source(uri)?.lineAt(offset) ?? 0) + 1;
  const bandName = (index: number) => {
    const { uri, kind, key } = bands[index]!;
    return kind === 'plan' ? run.nameOf(uri) : `${run.nameOf(uri)}#${kind}:${key}`;
  };
  const nodeName = (index: number) => `${run.nameOf(nodes[index]!.uri)}#${nodes[index]!.key}`;
  const nameOf = (end: GraphEnd) => (end < 0 ? bandName(~end) : nodeName(end));
  const waits = new Map<GraphEnd, string[]>();
  for (const { from, to, met, soft } of edges)
    if (!met && !soft) waits.set(to, [...(waits.get(to) ?? []), nameOf(from)]);
  const onPath = new Set(critical?.nodes);
  const result = {
    version: 1,
    phases: bands.map(({ uri, span, kind, key, title, status, done, total, parent }, i) => ({
      id: bandName(i),
      kind,
      key,
      title,
      path: run.nameOf(uri),
      line: lineOf(uri, span.start),
      parent: parent === null ? null : bandName(parent),
      status: status ?? { text: '', kind: null },
      done,
      total,
      waitsOn: waits.get(~i) ?? [],
    })),
    tickets: nodes.map(({ uri, span, key, name, title, status, band, owner, estimate, findings, ...node }, i) => ({
      id: nodeName(i),
      key,
      ticket: name,
      title,
      path: run.nameOf(uri),
      line: lineOf(uri, span.start),
      phase: bandName(band),
      status: status ?? { text: '', kind: null },
      owner,
      estimate,
      isDone: node.isDone,
      ready: node.ready,
      waitsOn: waits.get(i) ?? [],
      below: { done: node.done, total: node.total },
      critical: onPath.has(i),
      findings,
    })),
    dependencies: edges.map(({ from, to, met, soft, cycle, broken }) => ({
      from: nameOf(from),
      to: nameOf(to),
      met,
      soft,
      cycle,
      contradicts: broken,
    })),
    criticalPath: critical && {
      tickets: critical.nodes.map(nodeName),
      length: critical.length,
      unit: critical.unit ?? 'tickets',
    },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}
