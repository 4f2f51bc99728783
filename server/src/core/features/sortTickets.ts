import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Ticket } from '../model/plan';
import type { TextEdit } from '../text/edit';
import type { Change, Refusal } from './change';
import { unlike } from './facts';
import { nameWithin } from './naming';

/**
 * The tickets beside one, in the order in which they can be done: each behind what it depends on, else as they are. Null where
 * they stand so already, where they wait on each other in a circle, and where one depends on all that is above.
 */
export function sortedOrder(analysis: Analysis, ticket: Ticket): { from: Ticket[]; to: Ticket[] } | null {
  const from = siblings(analysis, ticket);
  if (from.length < 2 || from.length > mostSorted) return null;
  const place = new Map(from.map((one, i) => [one, i]));
  const before = from.map(() => new Set<number>());
  for (const [i, one] of from.entries())
    for (const { targets, problem, span, told } of one.dependencies.length > 0 ? analysis.dependencies(one) : []) {
      const text = analysis.source.slice(span);
      if (targets.length > 1 && !told && !targets.some(({ entity }) => nameWithin(text, entity))) return null;
      for (const { entity } of problem === null ? targets : []) {
        const at = entity.type === 'ticket' ? place.get(topOf(entity, place)) : undefined;
        if (at !== undefined && at !== i) before[i]!.add(at);
      }
    }
  const order: number[] = [];
  const left = new Set(from.keys());
  while (left.size > 0) {
    const next = [...left].find((i) => ![...before[i]!].some((one) => left.has(one)));
    if (next === undefined) return null;
    left.delete(next);
    order.push(next);
  }
  return order.every((at, i) => at === i) ? null : { from, to: order.map((i) => from[i]!) };
}

/** More rows than this nobody sorts by what depends on what. */
const mostSorted = 300;

/** Puts the tickets beside one into the order in which they can be done. */
export function sortTickets(snapshot: Snapshot, uri: string, ticket: Ticket): Change | Refusal | null {
  const analysis = snapshot.analysis(uri);
  const order = analysis && sortedOrder(analysis, ticket);
  if (!order) return null;
  const { source, say } = analysis;
  const text = ({ span, body }: Ticket): string =>
    source.text.slice(span.start, source.line(source.lineAt(body.end)).end);
  const edits = order.from.flatMap((old, i): TextEdit[] => {
    const now = order.to[i]!;
    if (now === old) return [];
    const start = old.span.start;
    return [{ span: { start, end: start + text(old).length }, newText: text(now) }];
  });
  const change = { edits: new Map([[uri, edits]]) };
  const odd = unlike(snapshot, change, {});
  return odd === null ? change : { refused: say('In another order, {0} would not be read as it is now.', odd) };
}

/** The tickets of the same table, or the items of the same list, in the order of the text. */
function siblings({ plan, source }: Analysis, ticket: Ticket): Ticket[] {
  if (ticket.shape === 'row') return plan.allTickets.filter((one) => one.table === ticket.table && one.table !== null);
  if (ticket.shape === 'heading') return [];
  const all = ticket.parent?.children ?? ticket.group?.tickets ?? plan.tickets;
  // What stands inside of another is none of the list's own. They are in the order of the text.
  let end = -1;
  const items = all.filter(({ shape, body }) => {
    const isInside = body.end <= end;
    end = Math.max(end, body.end);
    return shape === ticket.shape && !isInside;
  });
  const indent = (one: Ticket): number => one.span.start - source.line(source.lineAt(one.span.start)).start;
  return items.filter((one) => indent(one) === indent(ticket));
}

/** The ticket itself or the one around it that stands among the others. */
function topOf(ticket: Ticket, among: ReadonlyMap<Ticket, number>): Ticket {
  let at: Ticket = ticket;
  while (!among.has(at) && at.parent) at = at.parent;
  return at;
}
