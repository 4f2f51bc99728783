import type { Group, Plan, Ticket } from '../model/plan';
import type { SourceText } from '../text/source';
import { type Span, trimmed } from '../text/span';

/**
 * The lines below the heading or item of a ticket or group, trimmed, up to the first ticket or group in it: what fields of its
 * own can stand in. None for a row.
 */
export function linesOfBody(source: SourceText, plan: Plan, entity: Ticket | Group): Span[] {
  const { body } = entity;
  if (!body) return [];
  const isInside = (one: Ticket | Group): boolean => body.start < one.span.start && one.span.start < body.end;
  const inner = [...plan.allTickets, ...plan.allGroups].filter(isInside).map(({ span }) => span.start);
  const end = Math.min(body.end, ...inner);
  const lines: Span[] = [];
  for (let line = source.lineAt(entity.span.end) + 1; line < source.lineCount; line++) {
    const { start, end: lineEnd } = source.line(line);
    if (start >= end) break;
    if (lineEnd - start <= longestLine) lines.push(trimmed(source.text, start, lineEnd));
  }
  return lines;
}

/** Longer ones hold no fields. */
const longestLine = 2000;
