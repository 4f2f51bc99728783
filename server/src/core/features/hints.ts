import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { together } from '../text/lists';
import type { Say } from '../text/say';
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
  const { say } = analysis;
  if (analysis.isDone(ticket) || ticket.status?.kind === 'dropped') return '';
  const names = [...new Set(analysis.waitsOn(ticket).map(({ entity }) => shortName(analysis.say, entity)))];
  if (names.length === 0) return '';
  const more = names.length > mostNamed ? [say('{0} more', names.length - mostNamed)] : [];
  return say('waits on {0}', together(say, [...names.slice(0, mostNamed), ...more]));
}

function shortName(say: Say, entity: Ticket | Group): string {
  const name = entity.type === 'ticket' && entity.id !== null ? plain(entity.id) : nameOf(say, entity);
  return name.length > longestName ? `${name.slice(0, longestName - 1).replace(/[\ud800-\udbff]$/, '')}…` : name;
}
