import type { Analysis } from '../analysis/analysis';
import { indexOf } from '../analysis/index';
import type { Snapshot } from '../analysis/snapshot';
import { canonicalId } from '../model/names';
import type { Group, PlanTable, Ticket } from '../model/plan';

/** More digits are no number that is counted on. */
const mostDigits = 9;

/** An id as all that stands before its last number, the number, and how many digits it is written with. */
function parts(id: string): { head: string; number: number; digits: number } | null {
  let start = id.length;
  while (start > 0 && id.length - start < mostDigits && isDigit(id.charCodeAt(start - 1))) start--;
  const digits = id.length - start;
  return digits === 0 ? null : { head: id.slice(0, start), number: Number(id.slice(start)), digits };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** A series of ids that ends so far before the next one has room of its own: `A-003` before `A-101`. */
const room = 10;

/**
 * The id that a new row of a table gets. Null where the table's ids have no numbers at their end, or it has none.
 * @param row The ticket of the row that the id is for, which is not counted.
 */
export function nextId(
  snapshot: Snapshot,
  analysis: Analysis,
  table: PlanTable,
  row: Ticket | Group | null,
): string | null {
  const counted = analysis.plan.allTickets.filter((ticket) => ticket !== row && ticket.id !== null);
  const last =
    counted.findLast((ticket) => ticket.table === table.number) ??
    counted.findLast((ticket) => ticket.span.start < table.span.start) ??
    counted[0];
  return last ? idAfter(snapshot, analysis, last, row) : null;
}

/**
 * The id that goes on where a ticket's own stands, in its form, that no ticket of any plan has: behind all of that form, or
 * behind those of its table or phase where these have a series of their own. Null where its id has no number at its end.
 */
export function idAfter(
  snapshot: Snapshot,
  { plan }: Analysis,
  last: Ticket,
  except: Ticket | Group | null = null,
): string | null {
  const form = last.id === null ? null : parts(last.id);
  if (!form) return null;
  const numbers: number[] = [];
  let near = form.number;
  for (const ticket of plan.allTickets) {
    const other = ticket === except || ticket.id === null ? null : parts(ticket.id);
    if (other?.head !== form.head) continue;
    numbers.push(other.number);
    const beside = last.table === null ? ticket.group === last.group : ticket.table === last.table;
    if (beside) near = Math.max(near, other.number);
  }
  let above = Number.POSITIVE_INFINITY;
  let most = near;
  for (const number of numbers) {
    if (number > near) above = Math.min(above, number);
    most = Math.max(most, number);
  }
  let number = above - near >= room ? near : most;
  for (;;) {
    const id = `${form.head}${String(++number).padStart(form.digits, '0')}`;
    if (!isTaken(snapshot, id, except)) return id;
  }
}

/** Whether a ticket of any plan has the id, however it is spelt. */
function isTaken(snapshot: Snapshot, id: string, except: Ticket | Group | null): boolean {
  const canonical = canonicalId(id);
  return snapshot.planUris.some((uri) => {
    const tickets = indexOf(snapshot.analysis(uri)!.plan).withId(canonical);
    return tickets.some((ticket) => ticket !== except);
  });
}
