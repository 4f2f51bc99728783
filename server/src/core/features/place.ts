import type { Group, Plan, Ticket } from '../model/plan';
import type { Span } from '../text/span';

interface Told {
  readonly span: Span;
  readonly entity: Group | Ticket;
}

const known = new WeakMap<Plan, readonly Told[]>();

/** The ticket or group that the offset's row, item or heading tells of; null between them. */
export function entityAt(plan: Plan, offset: number): Group | Ticket | null {
  const all = known.get(plan) ?? told(plan);
  known.set(plan, all);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  // Several may start at one place: a row that tells of a phase and of a ticket.
  for (let i = low - 1; i >= 0 && all[i]!.span.start >= (all[low - 1]?.span.start ?? 0); i--)
    if (offset <= all[i]!.span.end) return all[i]!.entity;
  return null;
}

/** Every place that tells of something, in the order of the text; of those that start together the ticket last. */
function told({ allGroups, allTickets }: Plan): Told[] {
  const of = (entity: Group | Ticket): Told[] => [entity, ...entity.mentions].map(({ span }) => ({ span, entity }));
  return [...allGroups.flatMap(of), ...allTickets.flatMap(of)].sort((a, b) => a.span.start - b.span.start);
}
