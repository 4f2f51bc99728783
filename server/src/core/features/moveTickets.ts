import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, PlanTable, Ticket } from '../model/plan';
import type { TextEdit } from '../text/edit';
import { headOf, tableIn } from './addTicket';
import { fillCell, lineEndOf, rowOf } from './cells';
import { type Change, isRefusal, type Refusal } from './change';
import { groupName } from './dependencyChoices';
import { factName, unlike } from './facts';
import { insertAbove, insertBelow, insertInto } from './insertion';
import { linesOf, removals, rowOfTicket } from './movedText';
import { nameOf } from './names';

/**
 * Moves tickets, with all that they hold, into a group of their plan, in their order: to its end, or before one that is there. A
 * row takes on the columns and widths of the table that it comes to; a row that names its group in a column gets that name
 * changed. Refused where the group keeps its tickets in another form, where a cell would be lost, and where something would
 * be read differently then.
 */
export function moveTickets(
  snapshot: Snapshot,
  targets: readonly Target[],
  to: { readonly uri: string; readonly group: Group },
  before: Ticket | null = null,
): Change | Refusal {
  const { say } = snapshot;
  const analysis = snapshot.analysis(to.uri);
  const chosen = targets.flatMap(({ entity }) => (entity.type === 'ticket' ? entity : []));
  if (!analysis || chosen.length < targets.length || chosen.length === 0)
    return { refused: say('Only tickets can be moved.') };
  if (targets.some(({ uri }) => uri !== to.uri))
    return { refused: say('Tickets can be moved within their own file only.') };
  const tickets = withoutNested(chosen).filter(
    (ticket) => before !== null || ticket.group !== to.group || ticket.parent,
  );
  if (tickets.length === 0)
    return {
      refused: say('{0}: in {1} already.', chosen.map((one) => nameOf(say, one)).join(', '), nameOf(say, to.group)),
    };
  if (before && (before.group !== to.group || before.parent || tickets.includes(before)))
    return { refused: say('{0} is no place to move this to.', nameOf(say, before)) };
  const edits = editsFor(analysis, tickets, to.group, before);
  if (isRefusal(edits)) return edits;
  const change = { edits: new Map([[to.uri, edits]]) };
  const moved = new Set<Ticket>(tickets);
  const inner = new Set<Ticket>(tickets.flatMap(within));
  const isEmptied = isEmptiedBy(moved);
  const odd = unlike(snapshot, change, {
    // A section, and a phase that nothing but its rows told of, goes with the last of what was in it.
    may: (entity) => entity.type === 'group' && (entity.kind === 'section' || !entity.body) && isEmptied(entity),
    of: (fact) => {
      const { entity } = fact;
      if (entity.type !== 'ticket' || (!moved.has(entity) && !inner.has(entity))) return fact;
      return { ...fact, group: factName(to.group), parent: moved.has(entity) ? null : fact.parent };
    },
  });
  return odd === null
    ? change
    : { refused: say('In {0}, {1} would not be read as it is now.', nameOf(say, to.group), odd) };
}

const isEmptiedBy =
  (moved: ReadonlySet<Ticket>) =>
  (group: Group): boolean =>
    group.tickets.every((one) => moved.has(one)) && group.groups.every(isEmptiedBy(moved));

/** In the order of the text; what is in another one comes along with that. */
function withoutNested(tickets: readonly Ticket[]): Ticket[] {
  const all = new Set(tickets);
  const isInside = ({ parent }: Ticket): boolean => parent !== null && (all.has(parent) || isInside(parent));
  return [...all].filter((ticket) => !isInside(ticket)).sort((a, b) => a.span.start - b.span.start);
}

const within = (ticket: Ticket): Ticket[] => ticket.children.flatMap((child) => [child, ...within(child)]);

function editsFor(
  analysis: Analysis,
  tickets: readonly Ticket[],
  group: Group,
  before: Ticket | null,
): TextEdit[] | Refusal {
  const { say } = analysis;
  const named = before ? null : renamedCells(analysis, tickets, group);
  if (named) return named;
  const staying = group.tickets.filter((ticket) => !tickets.includes(ticket));
  const like = before ?? staying.at(-1) ?? null;
  const [first] = tickets;
  const shapes = new Set(tickets.map(formOf));
  if (shapes.size > 1)
    return { refused: say('Rows, check items and headings can only be moved apart from each other.') };
  if (like && formOf(like) !== formOf(first!)) return { refused: say(formTexts[formOf(like)], nameOf(say, group)) };
  if (!like && !group.body)
    return { refused: say('{0} has no heading that a ticket could stand below.', nameOf(say, group)) };
  const table = first!.shape === 'row' ? tableFor(analysis, first!, group, like) : null;
  const texts: string[] = [];
  for (const ticket of tickets) {
    const text = ticket.shape === 'row' ? rowOfTicket(analysis, ticket, table) : linesOf(analysis, ticket);
    if (typeof text !== 'string') return text;
    texts.push(text);
  }
  const eol = lineEndOf(analysis.source);
  const apart = formOf(first!) === 'heading';
  const text = texts.join(apart ? `${eol}${eol}` : eol);
  const from = table || like ? null : rowOf(analysis, first!);
  const head = from ? headOf(analysis, from.table) : '';
  const added = insertion(analysis, { like, before, group, table, head, text, apart });
  const gone = removals(analysis, tickets, apart);
  // The group itself may stand below what is to be moved into it.
  const isInside = ({ span }: TextEdit) => gone.some((one) => one.span.start < span.start && span.start < one.span.end);
  if (added.some(isInside)) return { refused: say('{0} is no place to move this to.', nameOf(say, before ?? group)) };
  return [...added, ...gone];
}

type Form = 'row' | 'item' | 'heading';
export const formOf = ({ shape }: Ticket): Form => (shape === 'row' || shape === 'heading' ? shape : 'item');
const formTexts = {
  row: 'The tickets of {0} are rows of a table.',
  item: 'The tickets of {0} are items of a list.',
  heading: 'The tickets of {0} are headings.',
} as const;

/** Where every row says by a column of its own in which group it is: that name alone. Null where that is not so. */
function renamedCells(analysis: Analysis, tickets: readonly Ticket[], group: Group): TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const ticket of tickets) {
    const found = rowOf(analysis, ticket);
    const column = found?.table.columns.group;
    const cell = column === undefined ? undefined : found?.row.cells[column];
    if (!cell) return null;
    const said = analysis.source.slice(cell).trim();
    const other = group.tickets.map((one) => rowOf(analysis, one)).find((one) => one?.table === found!.table);
    const like = other?.row.cells[column!];
    const bare = /^(?:[\d.]+|[A-Z])$/.test(said);
    const word = like ? analysis.source.slice(like).trim() : bare ? group.key : groupName(analysis, group);
    if (word === null || said === '') return null;
    edits.push(...fillCell(analysis, cell, word));
  }
  return edits;
}

/** The table that rows go to; null where they get one of their own. */
function tableFor(analysis: Analysis, first: Ticket, group: Group, like: Ticket | null): PlanTable | null {
  if (like) return rowOf(analysis, like)?.table ?? null;
  const empty = tableIn(analysis, group);
  return empty && empty !== rowOf(analysis, first)?.table ? empty : null;
}

interface Place {
  readonly like: Ticket | null;
  readonly before: Ticket | null;
  readonly group: Group;
  readonly table: PlanTable | null;
  /** The head of a table for rows that get one of their own. */
  readonly head: string;
  readonly text: string;
  readonly apart: boolean;
}

function insertion(analysis: Analysis, { like, before, group, table, head, text, apart }: Place): TextEdit[] {
  const { source } = analysis;
  const lineEnd = (offset: number): number => source.line(source.lineAt(offset)).end;
  if (before) return [insertAbove(analysis, before.span.start, text, apart)];
  if (like) return [insertBelow(analysis, like.span.start, lineEnd(like.body.end), text, apart).edit];
  if (table) return [insertBelow(analysis, table.span.start, lineEnd(table.span.end), text).edit];
  return [insertInto(analysis, group, `${head}${text}`, 0).edit];
}
