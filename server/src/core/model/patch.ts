import type { Block, Item, Table } from '../syntax/blocks';
import type { PlacedSection, SyntaxDocument } from '../syntax/document';
import type { Section } from '../syntax/section';
import { staysInLine, type TextChange } from '../text/change';
import { maySayEffort } from './bindTallies';
import type { Draft, DraftGroup } from './draft';
import type { DraftTicket } from './draftTicket';
import { rereadTask } from './items';
import { explainsAlike } from './legends';
import { findMojibake } from './mojibake';
import { type Moved, movedBy } from './move';
import type { PlacedTable } from './placedTable';
import type { Plan, Status } from './plan';
import type { Reading } from './reading';
import type { ReadPlan, Retold } from './state';
import type { TicketReading } from './ticketReading';
import { rereadRows } from './ticketRows';

/** A line that told of a ticket and still does, and what it says now. */
export interface RereadLine {
  /** Where it starts in the document. */
  readonly at: number;
  /** By how much it became longer, white space around it left out. */
  readonly longer: number;
  readonly before: TicketReading;
  readonly after: TicketReading;
  /** The status that the line says where its reading does not, offsets as the line's. */
  readonly own: Status | null;
}

/**
 * The plan after a change inside of one row or task that leaves its structure as it is: the same plan, with what the line says now, and
 * with all that stands behind it moved. Null where the change may reach farther: then the plan is read from all of its text. What this
 * gives equals that.
 *
 * @param change As small as can be.
 */
export function patchedPlan(
  { plan, reading }: ReadPlan,
  change: TextChange,
  before: SyntaxDocument,
  after: SyntaxDocument,
): (ReadPlan & { readonly retold: readonly Retold[] }) | null {
  if (!plan || !reading || plan.waivers.length > 0 || plan.fences.length > 0 || plan.mojibake.length > 0) return null;
  const swapped = swappedSection(before.sections, after.sections);
  if (!swapped) return null;
  const lines = staysInLine(before.text, after.text, change) ? rereadLines(reading, swapped) : null;
  // White space behind a line is nobody's.
  if (lines?.reduce((sum, { longer }) => sum + longer, 0) !== change.newEnd - change.oldEnd) return null;
  const isGarbled = (line: RereadLine): boolean =>
    findMojibake(after.text.slice(line.at, line.at + line.after.span.end), 0).length > 0;
  if (lines.some(isGarbled)) return null;
  const { start: from, oldEnd, newEnd } = change;
  const saysEffort = ({ text }: SyntaxDocument, end: number): boolean => maySayEffort(text, { start: from, end });
  if (reading.tallies.length > 0 && (saysEffort(before, oldEnd) || saysEffort(after, newEnd))) return null;
  const { draft } = reading;
  const changes: Change[] = [];
  for (const line of lines) {
    const ticket = ticketAt(draft.allTickets, line.at);
    if (!ticket || !mayChange(ticket, line, reading)) return null;
    changes.push({ ticket, line });
  }
  const [named, ...others] = changes.filter(({ line }) => isRenamed(line) || line.before.name !== line.after.name);
  if (others.length > 0 || (named && !draft.rename(named.ticket, named.line.before, named.line.after))) return null;
  const retold = changes.map((one) => retell(one, one === named));
  const told = withoutSpace(
    change,
    lines.findLast(({ at }) => at <= change.start),
  );
  const move = movedBy(told);
  moveEntities(draft, move, told);
  moveTables(reading.tables, swapped, told);
  return { plan: movedPlan(plan, move), reading, retold };
}

/**
 * A change that reaches into the white space behind what a line says, as one of what it says: that is where what holds it ends.
 * @param line The one that it is in; undefined where that says what it said.
 */
function withoutSpace(change: TextChange, line: RereadLine | undefined): TextChange {
  if (!line) return change;
  const oldEnd = line.at + line.before.span.end;
  const newEnd = oldEnd + line.longer;
  if (change.oldEnd <= oldEnd && change.newEnd <= newEnd) return change;
  return { start: Math.min(change.start, oldEnd, newEnd), oldEnd, newEnd };
}

interface Change {
  readonly ticket: DraftTicket;
  readonly line: RereadLine;
}

/** Gives a ticket its new line. */
function retell({ ticket, line: { before, after, own } }: Change, isNamed: boolean): Retold {
  const was = ticket.status;
  ticket.reread(after, own, isNamed ? after.name : ticket.key);
  const now = ticket.status;
  const isRecounted = was?.kind !== now?.kind || was?.text !== now?.text || before.optional !== after.optional;
  const isRelinked = linksOf(before) !== linksOf(after);
  return { ticket, idBefore: before.id ?? null, titleBefore: before.title, isRecounted, isRelinked };
}

/** All that decides what a line says that its ticket depends on. */
const linksOf = ({ dependencies = [] }: TicketReading): string =>
  dependencies.map(({ text, id, soft }) => `${id}${soft}${text}`).join('\n');

interface Swap {
  readonly was: PlacedSection;
  readonly now: PlacedSection;
}

/** The one section that differs; null where more do. */
function swappedSection(before: readonly PlacedSection[], after: readonly PlacedSection[]): Swap | null {
  if (before.length !== after.length) return null;
  let swap: Swap | null = null;
  for (let i = 0; i < before.length; i++) {
    if (before[i]!.section === after[i]!.section) continue;
    if (swap) return null;
    swap = { was: before[i]!, now: after[i]! };
  }
  return swap;
}

/** The lines of tickets that differ; null where a line differs that does more, or does less, than tell of a ticket. */
function rereadLines(reading: Reading, { was, now }: Swap): RereadLine[] | null {
  const { blocks: old } = was.section;
  const { text, blocks: next, filledBy } = now.section;
  if (filledBy === undefined || filledBy !== was.section.filledBy || old.length !== next.length) return null;
  // Rows of other tables do more than to tell of tickets: they list what is blocked.
  if (filledBy === 'table' && !reading.tables.some(({ base }) => base === was.start)) return null;
  // The section's own text will do, without the rest.
  const lines = rereadSection({ ...reading, text }, filledBy, old, next);
  return lines?.map((line) => ({ ...line, at: line.at + now.start })) ?? null;
}

function rereadSection(
  reading: Reading,
  filledBy: Section['filledBy'],
  old: readonly Block[],
  next: readonly Block[],
): RereadLine[] | null {
  if (filledBy === 'table') {
    const [before, table] = [old[0] as Table, next[0] as Table];
    return explainsAlike(reading.text, table, 0, before) ? rereadRows(reading, before, table, 0) : null;
  }
  return filledBy === 'tasks' ? rereadTasks(reading, old as readonly Item[], next as readonly Item[]) : null;
}

/** The same of items, which have to stand in each other as before. */
function rereadTasks(reading: Reading, old: readonly Item[], next: readonly Item[]): RereadLine[] | null {
  if (old.length !== next.length) return null;
  const lines: RereadLine[] = [];
  for (let i = 0; i < old.length; i++) {
    const [was, now] = [old[i]!, next[i]!];
    if (was.line !== now.line) {
      const line = rereadTask(reading, was.line, now, 0);
      if (!line) return null;
      lines.push(line);
    }
    if (was.children.length === 0 && now.children.length === 0) continue;
    const below = rereadTasks(reading, was.children as readonly Item[], now.children as readonly Item[]);
    if (!below) return null;
    lines.push(...below);
  }
  return lines;
}

const isRenamed = ({ before, after }: RereadLine): boolean => before.canonicalId !== after.canonicalId;

/** Whether nothing but the ticket itself is another when its line is. */
function mayChange(ticket: DraftTicket, { before, after, own }: RereadLine, reading: Reading): boolean {
  if (!ticket.isPlain || !ticket.isToldBy(before) || after.shape !== ticket.shape) return false;
  if ([before, after].some(({ aside, worded }) => aside || worded)) return false;
  // A dash in a box means what the boxes around it say.
  const dashed = [ticket.status, after.status, own, ticket.parent?.status].some((status) => status?.text === '[-]');
  if (dashed) return false;
  const named = before.title !== after.title || before.canonicalId !== after.canonicalId || before.id !== after.id;
  if (!named) return true;
  // Of tickets with one id, their titles say whether they are one.
  if (ticket.canonicalId !== null && reading.draft.sameIds.has(ticket.canonicalId)) return false;
  return !namesTickets(reading);
}

/** Whether something in the plan but dependencies of lines looks at the names of tickets: at those of the others, too. */
const namesTickets = ({ focus, blocked, worded, ordered, asides }: Reading): boolean =>
  [focus, blocked, worded, ordered, asides].some(({ length }) => length > 0);

/** The ticket whose line starts at an offset; null where none does. */
function ticketAt(tickets: Draft['allTickets'], at: number): DraftTicket | null {
  let low = 0;
  let high = tickets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tickets[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return tickets[low]?.start === at ? tickets[low]! : null;
}

function moveEntities(
  { places, elsewhere, allGroups, pruned }: Draft,
  move: Moved,
  { oldEnd, newEnd }: TextChange,
): void {
  for (let i = 0; i < places.length; i++) if (places[i]! >= oldEnd) places[i]! += newEnd - oldEnd;
  for (const ticket of elsewhere) ticket.moveOthers(move);
  for (const group of allGroups) moveGroup(group, move);
  for (const group of pruned) moveGroup(group, move);
}

function moveGroup(group: DraftGroup, move: Moved): void {
  group.span = move.span(group.span);
  group.titleSpan = move.span(group.titleSpan);
  if (group.body) group.body = move.span(group.body);
  if (group.status) group.status = move(group.status);
  if (group.dependencies.length > 0) group.dependencies = move(group.dependencies);
  for (const [i, mention] of group.mentions.entries()) {
    const [span, titleSpan] = [move.span(mention.span), move.span(mention.titleSpan)];
    const [status, statusSlot] = [
      mention.status && move(mention.status),
      mention.statusSlot && move(mention.statusSlot),
    ];
    const isSame = span === mention.span && titleSpan === mention.titleSpan && status === mention.status;
    if (!isSame || statusSlot !== mention.statusSlot) group.mentions[i] = { span, titleSpan, status, statusSlot };
  }
}

function moveTables(tables: readonly PlacedTable[], { now }: Swap, { oldEnd, newEnd }: TextChange): void {
  const [block] = now.section.blocks;
  for (const table of tables) {
    table.move(oldEnd, newEnd - oldEnd);
    if (table.base === now.start && block?.type === 'table') table.reread(block);
  }
}

function movedPlan(plan: Plan, move: Moved): Plan {
  const { groups, tickets, allTickets, allGroups, byId, sameIds, tables, ...rest } = plan;
  return { ...move(rest), groups, tickets, allTickets, allGroups, byId, sameIds, tables };
}
