import type { Group, Plan, Ticket } from '../model/plan';
import type { Span } from '../text/span';

/**
 * Whatever may stand in a stretch of a document, or be told of or depend on anything there: tickets, then groups, each in the order
 * of the text. Most tickets stand in one line, which says whether they do: the others, and groups, are looked at by who asks.
 */
export const near = (plan: Plan, part: Span): (Ticket | Group)[] => [...ticketsNear(plan, part), ...plan.allGroups];

/** The same for tickets alone. */
export function ticketsNear({ allTickets }: Plan, part: Span): Ticket[] {
  const inside: Ticket[] = [];
  for (let i = startingUntil(allTickets, part.end) - 1; i >= 0 && allTickets[i]!.span.end >= part.start; i--)
    if (allTickets[i]!.isInLine) inside.push(allTickets[i]!);
  const others = elsewhere(allTickets);
  return others.length === 0 ? inside.reverse() : [...inside, ...others].sort((a, b) => a.index - b.index);
}

/** How many of a plan's tickets start at an offset or before it: their lines are in order, and apart. */
export function startingUntil(tickets: readonly Ticket[], offset: number): number {
  let low = 0;
  let high = tickets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tickets[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const known = new WeakMap<readonly Ticket[], readonly Ticket[]>();

/** Those of a plan's tickets that not one line alone tells of: the same ones from one version of the plan to the next. */
export function elsewhere(tickets: readonly Ticket[]): readonly Ticket[] {
  let found = known.get(tickets);
  if (!found) {
    found = tickets.filter(({ isInLine }) => !isInLine);
    known.set(tickets, found);
  }
  return found;
}
