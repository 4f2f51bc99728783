import type { Analysis } from '../analysis/analysis';
import { indexOf } from '../analysis/index';
import type { Snapshot } from '../analysis/snapshot';
import { canonicalId } from '../model/names';
import type { Group, PlanTable, Ticket } from '../model/plan';

/** An id as all that stands before its last number, the number, and how many digits it is written with. */
function parts(id: string): { head: string; number: number; digits: number } | null {
  const match = /^(.*?)(\d{1,9})$/u.exec(id);
  return match && { head: match[1]!, number: Number(match[2]), digits: match[2]!.length };
}

/**
 * The id that follows the last one of a table, in its form, that no ticket of any plan has. Null where the table's ids have
 * no numbers at their end, or it has none.
 * @param row The ticket of the row that the id is for, which is not counted.
 */
export function nextId(
  snapshot: Snapshot,
  { plan }: Analysis,
  table: PlanTable,
  row: Ticket | Group | null,
): string | null {
  const counted = plan.allTickets.filter((ticket) => ticket !== row && ticket.id !== null);
  const last =
    counted.findLast((ticket) => ticket.table === table.number) ??
    counted.findLast((ticket) => ticket.span.start < table.span.start) ??
    counted[0];
  const form = last ? parts(last.id!) : null;
  if (!form) return null;
  let number = form.number;
  for (const { id } of counted) {
    const other = parts(id!);
    if (other?.head === form.head) number = Math.max(number, other.number);
  }
  for (;;) {
    const id = `${form.head}${String(++number).padStart(form.digits, '0')}`;
    if (!isTaken(snapshot, id, row)) return id;
  }
}

/** Whether a ticket of any plan has the id, however it is spelt. */
function isTaken(snapshot: Snapshot, id: string, except: Ticket | Group | null): boolean {
  const canonical = canonicalId(id);
  return snapshot.planUris.some((uri) => {
    const tickets = indexOf(snapshot.analysis(uri)!.plan).byId.get(canonical) ?? [];
    return tickets.some((ticket) => ticket !== except);
  });
}
