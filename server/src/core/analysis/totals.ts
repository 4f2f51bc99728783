import type { Group, Plan, Ticket } from '../model/plan';
import type { Totals } from './analysis';

/** Counts leaf tickets; a dropped ticket is left out with all that it holds, as the plan no longer counts it. */
export function countLeaves(tickets: readonly Ticket[], totals: Counting = emptyTotals()): Totals {
  for (const ticket of tickets) countTicket(ticket, totals);
  return totals;
}

type Counting = { total: number; done: number; byKind: Record<keyof Totals['byKind'], number> };

const emptyTotals = (): Counting => ({
  total: 0,
  done: 0,
  byKind: { todo: 0, active: 0, review: 0, done: 0, blocked: 0, dropped: 0, none: 0 },
});

function countTicket(ticket: Ticket, totals: Counting): void {
  const kind = ticket.status?.kind ?? 'none';
  if (kind !== 'dropped' && ticket.children.length > 0) {
    for (const child of ticket.children) countTicket(child, totals);
    return;
  }
  totals.byKind[kind]++;
  if (kind === 'dropped') return;
  totals.total++;
  if (kind === 'done') totals.done++;
}

/** @param totalsIn Those of the groups in it, as far as they are known already. */
export function totalsOf({ tickets, groups }: Group | Plan, totalsIn: (group: Group) => Totals): Totals {
  const totals = emptyTotals();
  countLeaves(tickets, totals);
  for (const group of groups) if (group.status?.kind !== 'dropped') add(totalsIn(group), totals);
  return totals;
}

function add({ total, done, byKind }: Totals, totals: Counting): void {
  totals.total += total;
  totals.done += done;
  for (const kind of Object.keys(byKind) as (keyof Totals['byKind'])[]) totals.byKind[kind] += byKind[kind];
}
