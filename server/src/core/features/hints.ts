import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Claim, Group, Ticket } from '../model/plan';
import { together } from '../text/lists';
import type { Say } from '../text/say';
import { contains, type Span, touches } from '../text/span';
import { plain } from './markdown';
import { nameOf } from './names';
import { ticketsNear } from './near';

/** A few words behind a line. */
export interface Hint {
  readonly offset: number;
  readonly text: string;
}

const mostNamed = 3;
const longestName = 30;

/**
 * In a part of a document: behind every ticket that waits on something what of its dependencies is not done, and how far each
 * phase really is behind a row, item or heading that does not say so.
 */
export function hints(snapshot: Snapshot, uri: string, part: Span): Hint[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const tickets = ticketsNear(analysis.plan, part).flatMap((ticket) => {
    if (!touches(ticket.span, part)) return [];
    const text = waiting(analysis, ticket);
    return text === '' ? [] : [{ offset: ticket.span.end, text }];
  });
  const groups = analysis.plan.allGroups.flatMap((group) =>
    group.kind === 'section' ? [] : progressHints(analysis, group, part),
  );
  return [...tickets, ...groups].sort((a, b) => a.offset - b.offset);
}

function progressHints(analysis: Analysis, group: Group, part: Span): Hint[] {
  const { done, total } = analysis.totals(group);
  if (total === 0 || group.partial) return [];
  return group.mentions.flatMap(({ span }) => {
    if (!touches(span, part)) return [];
    const claims = analysis.plan.claims.filter((claim) => contains(span, claim.span));
    // A heading has a lens above it.
    const isTold = claims.length > 0 ? claims.every(isTrue) : group.body !== null && span.start === group.body.start;
    return isTold ? [] : [{ offset: span.end, text: analysis.say('{0}/{1} done', done, total) }];
  });

  function isTrue({ done: said, total: all, percent }: Claim): boolean {
    if (percent && !said && !all) return Math.round((done / total) * 100) === percent.value;
    return (!said || said.value === done) && (!all || all.value === total);
  }
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
