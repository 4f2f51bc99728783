import type { Snapshot } from '../analysis/snapshot';
import { contains, type Span } from '../text/span';

/**
 * What of a plan can be folded beside what editors fold of any Markdown: its tables, and the phases of a plan inside a code
 * fence, which is nothing but a fence to them. Spans begin in the line that stays.
 */
export function folding(snapshot: Snapshot, uri: string): Span[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const { plan, source } = analysis;
  const bodies = plan.fences.length > 0 ? plan.allGroups.flatMap(({ body }) => body ?? []) : [];
  const fenced = bodies.filter((body) => plan.fences.some((fence) => contains(fence, body)));
  const lines = ({ start, end }: Span): number => source.lineAt(end) - source.lineAt(start);
  return [...plan.tables.map(({ span }) => span), ...fenced]
    .filter((span) => lines(span) > 0)
    .sort((a, b) => a.start - b.start);
}
