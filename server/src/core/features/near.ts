import type { Group, Plan, Ticket } from '../model/plan';
import { type Span, touches } from '../text/span';

/**
 * Whatever may stand in a stretch of a document, or be told of or depend on anything there: tickets, then groups, each in the order
 * of the text. Most tickets stand in one line, which says whether they do: the others, and groups, are looked at by who asks.
 */
export const near = (plan: Plan, part: Span): (Ticket | Group)[] => [...ticketsNear(plan, part), ...plan.allGroups];

/** The same for tickets alone. */
export const ticketsNear = ({ allTickets }: Plan, part: Span): Ticket[] =>
  allTickets.filter((ticket) => !ticket.isInLine || touches(ticket.span, part));
