import type { Group, Plan, Ticket } from '../model/plan';
import type { Span } from '../text/span';
import { elsewhere, startingUntil } from './near';

interface Told {
  readonly span: Span;
  readonly entity: Group | Ticket;
}

const known = new WeakMap<Plan, readonly Told[]>();

/** The ticket or group that the offset's row, item or heading tells of; null between them. */
export function entityAt(plan: Plan, offset: number): Group | Ticket | null {
  const others = known.get(plan) ?? toldElsewhere(plan);
  known.set(plan, others);
  const ticket = plan.allTickets[startingUntil(plan.allTickets, offset) - 1];
  const own = ticket?.isInLine ? ticket.span : null;
  const other = startingLast(others, offset);
  // Several may start at one place: a row that tells of a phase and of a ticket.
  if (own && own.start >= (other[0]?.span.start ?? 0) && offset <= own.end) return ticket!;
  if (own && own.start > (other[0]?.span.start ?? -1)) return null;
  return other.findLast(({ span }) => offset <= span.end)?.entity ?? null;
}

/** Of those that start at an offset or before it, the ones that start last. */
function startingLast(all: readonly Told[], offset: number): readonly Told[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  let first = low;
  while (first > 0 && all[first - 1]!.span.start === all[low - 1]!.span.start) first--;
  return all.slice(first, low);
}

/** Every place that tells of something but the lines that alone tell of a ticket; of those that start together the ticket last. */
function toldElsewhere({ allGroups, allTickets }: Plan): Told[] {
  const of = (entity: Group | Ticket): Told[] => [entity, ...entity.mentions].map(({ span }) => ({ span, entity }));
  return [...allGroups.flatMap(of), ...elsewhere(allTickets).flatMap(of)].sort((a, b) => a.span.start - b.span.start);
}
