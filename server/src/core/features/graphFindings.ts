import type { Plan, Ticket } from '../model/plan';
import type { Finding } from '../rules/finding';
import { entityAt } from './place';

/** Where a document's findings tell of a ticket that is further than what it depends on. */
export const contradictions = (findings: readonly Finding[]): ReadonlySet<number> =>
  new Set(
    findings
      .filter(({ rule, severity }) => rule === 'unmet-dependency' && (severity === 'error' || severity === 'warning'))
      .map(({ span }) => span.start),
  );

/** A document's findings by the ticket that they stand on; one on a ticket that is no node counts for that above it. */
export function findingsByTicket(
  findings: readonly Finding[],
  plan: Plan,
  nodes: ReadonlySet<Ticket>,
): ReadonlyMap<Ticket, readonly Finding[]> {
  const found = new Map<Ticket, Finding[]>();
  for (const finding of findings) {
    const entity = entityAt(plan, finding.span.start);
    let ticket = entity?.type === 'ticket' ? entity : null;
    while (ticket && !nodes.has(ticket)) ticket = ticket.parent;
    if (!ticket) continue;
    const list = found.get(ticket);
    if (list) list.push(finding);
    else found.set(ticket, [finding]);
  }
  return found;
}
