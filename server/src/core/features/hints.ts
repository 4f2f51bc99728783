import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { type Span, touches } from '../text/span';
import { plain } from './markdown';
import { nameOf } from './names';

/** A few words behind a line. */
export interface Hint {
  readonly offset: number;
  readonly text: string;
}

const mostNamed = 3;
const longestName = 30;

/** Behind every ticket in a part of a document that waits on something: what of its dependencies is not done. */
export function hints(snapshot: Snapshot, uri: string, part: Span): Hint[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  return analysis.plan.allTickets.flatMap((ticket) => {
    if (!touches(ticket.span, part)) return [];
    const text = waiting(analysis, ticket);
    return text === '' ? [] : [{ offset: ticket.span.end, text }];
  });
}

function waiting(analysis: Analysis, ticket: Ticket): string {
  if (analysis.isDone(ticket) || ticket.status?.kind === 'dropped') return '';
  const names = [...new Set(analysis.waitsOn(ticket).map(({ entity }) => shortName(entity)))];
  if (names.length === 0) return '';
  const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : [];
  const shown = [...names.slice(0, mostNamed), ...more];
  const last = shown.pop()!;
  return `waits on ${shown.length > 0 ? `${shown.join(', ')} and ${last}` : last}`;
}

function shortName(entity: Ticket | Group): string {
  const name = entity.type === 'ticket' && entity.id !== null ? plain(entity.id) : nameOf(entity);
  return name.length > longestName ? `${name.slice(0, longestName - 1).replace(/[\ud800-\udbff]$/, '')}…` : name;
}
