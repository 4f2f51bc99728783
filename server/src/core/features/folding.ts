import type { Snapshot } from '../analysis/snapshot';
import type { SourceText } from '../text/source';
import { contains, type Span } from '../text/span';

/**
 * What of a plan can be folded: its tables, phases, headings of tickets, and the fences that hold it. Spans begin in the line
 * that stays.
 * @param beside Only what editors do not fold of any Markdown: tables, and what stands inside of a fence, which is nothing but a
 * fence to them.
 */
export function folding(snapshot: Snapshot, uri: string, beside: boolean): Span[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const { plan, source } = analysis;
  const headed = plan.allTickets.flatMap(({ shape, body }) => (shape === 'heading' ? body : []));
  const bodies = [...plan.allGroups.flatMap(({ body }) => body ?? []), ...headed];
  const fenced = beside ? bodies.filter((body) => plan.fences.some((fence) => contains(fence, body))) : bodies;
  const fences = beside ? [] : plan.fences.map((content) => aroundFence(source, content));
  const lines = ({ start, end }: Span): number => source.lineAt(end) - source.lineAt(start);
  return [...plan.tables.map(({ span }) => span), ...fenced, ...fences]
    .filter((span) => lines(span) > 0)
    .sort((a, b) => a.start - b.start);
}

/** A fence from the line that opens it on. */
function aroundFence(source: SourceText, { start, end }: Span): Span {
  const open = source.line(Math.max(0, source.lineAt(start) - 1));
  return { start: open.start, end: source.line(source.lineAt(end)).end };
}
