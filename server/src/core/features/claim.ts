import type { Analysis } from '../analysis/analysis';
import { type Count, countings } from '../analysis/counts';
import type { Snapshot } from '../analysis/snapshot';
import type { Claim, Ticket } from '../model/plan';
import { expected, scopeOf, unitOf } from '../rules/figures';
import { linkTo, list, withStatus } from './describe';
import { escapeMarkdown } from './markdown';
import { leaves } from './progress';

/**
 * The Markdown that tells how a figure about the plan is counted; empty where it is not known what it counts, or not all
 * of that is here.
 */
export function describeClaim(snapshot: Snapshot, analysis: Analysis, claim: Claim): string {
  const scope = scopeOf(analysis, claim);
  const count = scope && (expected(analysis, claim) ?? fitting([...countings(analysis, scope, claim.unit)], claim));
  if (!scope || !count || count.total === 0) return '';
  const left = [...leaves(scope)].filter((ticket) => !count.counted.includes(ticket));
  const isAll = left.length + count.done === count.total;
  const { say } = snapshot;
  const where = 'type' in scope ? linkTo(snapshot, { uri: analysis.uri, entity: scope }) : say('the plan');
  const what = escapeMarkdown(unitOf(say, claim));
  const percent = Math.round((count.done / count.total) * 100);
  const shown = (ticket: Ticket) => withStatus(snapshot, { uri: analysis.uri, entity: ticket });
  return [
    say('**{0} of {1}** tickets of {2}: {3} · {4}%', count.done, count.total, where, what, percent),
    list(say, say('Counted'), count.counted.map(shown)),
    isAll ? list(say, say('Not counted'), left.map(shown)) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The way of counting that a true figure follows; the usual one where several do. */
function fitting(counts: readonly Count[], { done, total }: Claim): Count | undefined {
  const fits = (count: Count) => (!total || total.value === count.total) && (!done || done.value === count.done);
  return counts.find(fits) ?? counts[0];
}
