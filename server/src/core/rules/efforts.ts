import type { Analysis } from '../analysis/analysis';
import { effortOf } from '../model/effort';
import type { Group, Plan, Ticket } from '../model/plan';
import type { RuleFinding } from './rule';

/**
 * Totals of estimates that their tickets do not add up to, with or without those that were dropped. Silent unless every ticket with
 * an estimate has one number in the same unit.
 */
export function* staleEfforts(analysis: Analysis): Generator<RuleFinding> {
  for (const { total, unit, group } of analysis.plan.efforts) {
    const tickets = estimated(group ?? analysis.plan);
    const efforts = tickets.map((ticket) => effortOf(ticket.estimate!));
    if (tickets.length < 3 || efforts.some((effort) => effort?.unit !== unit)) continue;
    const sum = (kept: (ticket: Ticket) => boolean): number =>
      efforts.reduce((all, effort, i) => all + (kept(tickets[i]!) ? effort!.value : 0), 0);
    const all = sum(() => true);
    const kept = sum((ticket) => ticket.status?.kind !== 'dropped');
    const open = sum((ticket) => ticket.status?.kind !== 'dropped' && ticket.status?.kind !== 'done');
    if ([all, kept, open].some((value) => Math.abs(value - total.value) < (total.approximate ? total.value / 10 : 0.5)))
      continue;
    const newText = String(Math.round(all * 100) / 100);
    yield {
      message: analysis.say('Says {0}, but the estimates add up to {1}', total.value, newText),
      span: total.span,
      fixes: [
        {
          title: analysis.say('Change {0} to {1}', total.value, newText),
          safety: all === kept ? 'safe' : 'unsafe',
          edits: [{ span: total.span, newText }],
        },
      ],
    };
  }
}

const estimated = (scope: Group | Plan): Ticket[] => [
  ...scope.tickets.filter((ticket) => ticket.estimate !== null),
  ...scope.groups.flatMap(estimated),
];
