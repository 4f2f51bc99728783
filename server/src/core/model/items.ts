import type { Item, ItemLine } from '../syntax/blocks';
import { owned } from '../text/memo';
import { shift } from '../text/span';
import { tellAsides, titleAside } from './asides';
import { readFigures, standsAlone } from './claims';
import { clauseBehindTitle, readDependencies } from './dependencies';
import { readFields } from './fields';
import type { OwnIds } from './ids';
import { leadingSign, plain, withoutSigns } from './inline';
import { isTicketField, readEntryDate, readLine } from './lines';
import { type GroupName, leadingGroupName, leadingId } from './names';
import type { RereadLine } from './patch';
import type { Mention, Status } from './plan';
import type { Reading, Scope } from './reading';
import { readRows } from './rows';
import { readTitleStatus } from './status';
import { readTally } from './tally';
import { type TicketReading, ticketReading } from './ticketReading';
import { boxMarks, isNothing, statusSigns } from './vocabulary';
import { someOf, wordedDependencies } from './worded';

/** Signs at the start of a bullet that say how far it is; others are decoration. */
const bulletSigns = new Set(['✅', '☑', '✔', '✓', '⬜', '🔲', '☐', '🔄', '🚧', '⏳']);

/** Reads a list item: a task, a phase told as a check item, a field, a figure, an entry of a blocked list. */
export function readItem(reading: Reading, item: Item, base: number, scope: Scope): void {
  const content = shift(item.content, base);
  const source = reading.text.slice(content.start, content.end);
  const box = item.box && shift(item.box, base);
  const mark = box ? reading.text.slice(box.start, box.end) : null;
  if (scope.sample || scope.legend) return;
  if (mark !== null && box) {
    const kind = boxKind(reading, mark);
    if (kind) {
      taskItem(reading, item, base, scope, { text: `[${mark}]`, kind, span: item.line.box!, inherited: false });
      return;
    }
    reading.unread.push({ span: shift(item.span, base), reason: 'its box is none that we know' });
  }
  if (mark === null && /^\[[ xX~-]?\]/.test(source))
    reading.unread.push({ span: shift(item.span, base), reason: 'it looks like a box, and is none' });
  if (scope.blocked) {
    const words = plain(source);
    if (isNothing(words)) reading.nothingBlocked.push(content);
    else if (words !== '') reading.blocked.push({ span: content, text: words });
    return;
  }
  const sign = leadingSign(source);
  const kind = sign && bulletSigns.has(sign.sign) ? statusSigns[sign.sign] : undefined;
  const counts = kind !== undefined && readTally(source, 0, reading.legend) !== null;
  if (sign && kind && scope.group && scope.group.kind !== 'section' && !counts && !/[:：]\s*[*_]*\s*\d/.test(source)) {
    reading.signedBullets.add(scope.group);
    const { start } = item.line.content;
    const span = { start, end: start + sign.length };
    addTask(reading, item, base, scope, { text: sign.sign, kind, span, inherited: false }, span.end);
    return;
  }
  if (kind && !counts) reading.loose = true;
  else if (scope.group && !scope.nested && readFields(reading.text, content).length === 0)
    reading.plainBullets.add(scope.group);
  if (phaseItem(reading, item, base, scope)) return;
  const lead = leadingId(source, reading.ids);
  if (
    lead &&
    item.children.some((child) => child.type === 'item' && isTicketField(reading.text, shift(child.content, base)))
  ) {
    addTask(reading, item, base, scope, null, item.line.content.start);
    return;
  }
  if (scope.log) readEntryDate(reading, content);
  readLine(reading, content, scope);
  readChildren(reading, item, base, { ...scope, nested: true });
}

function boxKind(reading: Reading, mark: string): Status['kind'] {
  const own = reading.legend.find((entry) => entry.text === `[${mark}]`);
  if (!own && mark === '-' && reading.dashIsBegun) return 'active';
  return own?.kind ?? boxMarks[mark] ?? null;
}

/** @param status What its box says, offsets as the line's. */
function taskItem(reading: Reading, item: Item, base: number, scope: Scope, status: Status): void {
  const at = item.start + base;
  const { title, phase, struck } = lineReading(reading.text, item.line, at);
  if (title === '') return;
  if (phase) {
    const content = shift(item.content, base);
    const placed = { ...status, span: shift(status.span, at) };
    const mention: Mention = {
      span: shift(item.span, base),
      titleSpan: content,
      status: placed,
      statusSlot: placed.span,
    };
    const group = reading.draft.addGroup(
      { ...mention, kind: phase.kind, key: phase.key, title: withoutSigns(title), headed: false },
      null,
    );
    const source = reading.text.slice(content.start, content.end);
    const raw = readFigures(source, content.start);
    if (raw && !scope.log && standsAlone(source, raw.span.start - content.start))
      reading.claims.push({ raw, group, bound: group, source: 'heading' });
    readChildren(reading, item, base, { ...scope, group, ticket: null });
    return;
  }
  const dropped = struck && status.kind === 'todo';
  addTask(reading, item, base, scope, dropped ? { ...status, kind: 'dropped' } : status, item.line.content.start, true);
}

/** "1. **Milestone 1: Prototype** ✅" over tasks: a phase told as an item without a box. */
function phaseItem(reading: Reading, item: Item, base: number, scope: Scope): boolean {
  if (item.children.length === 0 || scope.log || scope.ticket || scope.nested) return false;
  const { phase, title } = lineReading(reading.text, item.line, item.start + base);
  if (
    !phase ||
    phase.start > 0 ||
    !item.children.some((child) => child.type === 'item' && holdsTasks(reading.text, child, base))
  )
    return false;
  const content = shift(item.content, base);
  const source = reading.text.slice(content.start, content.end);
  const own = readTitleStatus(source, reading.legend);
  const span = { start: content.start + own.from, end: content.start + own.to };
  const status: Status | null = own.status && { ...own.status, span, inherited: false };
  const mention: Mention = { span: shift(item.span, base), titleSpan: content, status, statusSlot: null };
  const parts = { ...mention, kind: phase.kind, key: phase.key, headed: false };
  const group = reading.draft.addGroup({ ...parts, title: withoutSigns(plain(own.status ? own.title : title)) }, null);
  const raw = readFigures(source, content.start);
  if (raw && standsAlone(source, raw.span.start - content.start))
    reading.claims.push({ raw, group, bound: group, source: 'heading' });
  readChildren(reading, item, base, { ...scope, group });
  return true;
}

/** A task's line in place of another one; null where one of the two does not tell of a ticket and nothing else. */
export function rereadTask(reading: Reading, before: ItemLine, item: Item, base: number): RereadLine | null {
  const { line } = item;
  const at = item.start + base;
  const was = before.memo as LineReading | undefined;
  const mark = line.box && reading.text.slice(at + line.box.start, at + line.box.end);
  const kind = mark !== null && boxMarks[mark] !== undefined ? boxKind(reading, mark) : null;
  if (!was?.task?.boxed || !kind || before.optional !== line.optional) return null;
  const { title, phase, struck } = lineReading(reading.text, line, at);
  if (title === '' || phase) return null;
  const status = { text: `[${mark}]`, kind, span: line.box!, inherited: false };
  const own: Status = struck && kind === 'todo' ? { ...status, kind: 'dropped' } : status;
  const after = taskReading(reading, line, at, line.content.start, true);
  return { at, longer: line.length - before.length, before: was.task.reading, after, own };
}

/** What the line of an item says by itself. Offsets are the line's. */
interface LineReading {
  readonly text: string;
  /** As a reader sees it. */
  readonly title: string;
  /** The phase that it is, by its name: "Phase 1: Setup". */
  readonly phase: GroupName | null;
  readonly struck: boolean;
  /** The ticket that it is, by where its text starts. */
  task: { readonly from: number; readonly boxed: boolean; readonly reading: TicketReading } | null;
}

function lineReading(text: string, line: ItemLine, at: number): LineReading {
  const known = line.memo as LineReading | undefined;
  if (known) return known;
  const whole = owned(text.slice(at, at + line.length));
  const source = whole.slice(line.content.start, line.content.end);
  const title = plain(source);
  const name = leadingGroupName(title);
  const behind = name ? title.slice(name.end) : '';
  const named = name && name.keys.length === 1 && (behind === '' || /^\s*(?:[:：—–(（]|-\s)/.test(behind));
  const reading: LineReading = { text: whole, title, phase: named ? name : null, struck: isStruck(source), task: null };
  line.memo = reading;
  return reading;
}

/**
 * @param own What the line says of its status, offsets as its own; null where it inherits one.
 * @param from Where the text of the ticket starts, behind box or sign, in the item's line.
 * @param boxed Its box is its status.
 */
function addTask(
  reading: Reading,
  item: Item,
  base: number,
  scope: Scope,
  own: Status | null,
  from: number,
  boxed = false,
): void {
  const at = item.start + base;
  const { draft } = reading;
  const place = { group: scope.group, parent: scope.ticket, log: scope.log };
  const told = taskReading(reading, item.line, at, from, boxed);
  const ticket = draft.addTicket(told, at, place, own ? { own } : { inherited: scope.inherited });
  tellAsides(reading, ticket, told, at, boxed ? own : null);
  if (item.children.length > 0 && ticket.start === at) ticket.body = { start: at, end: endOf(item) + base };
  readChildren(reading, item, base, { ...scope, ticket, inherited: null });
}

function taskReading({ text, ids }: Reading, line: ItemLine, at: number, from: number, boxed: boolean): TicketReading {
  const known = lineReading(text, line, at);
  if (known.task?.from === from && known.task.boxed === boxed) return known.task.reading;
  const reading = readTask(known.text, line, from, boxed, ids);
  known.task = { from, boxed, reading };
  return reading;
}

/** The ticket that the line of an item tells of. */
function readTask(text: string, line: ItemLine, from: number, boxed: boolean, ids: OwnIds | null): TicketReading {
  const content = { start: from, end: line.content.end };
  const source = text.slice(content.start, content.end);
  const found = leadingId(source, ids);
  // "Task 1 (AC: 1)" has no other name than its number.
  const lead = found && /^[(（][^()（）]*[)）]\s*$/u.test(source.slice(found.length)) ? null : found;
  const titleSpan = lead && lead.length < source.length ? { start: from + lead.length, end: content.end } : content;
  const title = plain(text.slice(titleSpan.start, titleSpan.end));
  const clause = clauseBehindTitle(text, titleSpan);
  return ticketReading({
    shape: boxed ? 'task' : 'item',
    id: lead?.id ?? null,
    idSpan: lead && { start: from + lead.start, end: from + lead.end },
    title: title || source,
    titleSpan,
    span: { start: 0, end: line.length },
    statusSlot: boxed ? line.box : null,
    optional: line.optional,
    dependencies: clause ? readDependencies(text, clause.names) : [],
    aside: boxed ? titleAside(text, from, content.end) : null,
    worded: someOf(wordedDependencies(text, titleSpan, clause)),
    owner: /(?:^|\s)@([\w-]+)/.exec(source)?.[1] ?? null,
  });
}

/** Where the last block of an item ends. */
function endOf(item: Item): number {
  const last = item.children.at(-1);
  return last ? Math.max(item.span.end, last.type === 'item' ? endOf(last) : last.span.end) : item.span.end;
}

/** A title that is struck through, or starts so, is of a ticket that was given up or moved. */
const isStruck = (title: string): boolean => /^[*_\s]*~~[^~]+~~/.test(title);

/** What an item holds besides its first line. Fields in it are those of the ticket or group that the item is. */
function readChildren(reading: Reading, item: Item, base: number, scope: Scope): void {
  for (const block of item.children) {
    if (block.type === 'item') readItem(reading, block, base, scope);
    else if (block.type === 'paragraph') for (const line of block.lines) readLine(reading, shift(line, base), scope);
    else if (block.type === 'table') readRows(reading, block, base, scope);
  }
}

/** Whether anything directly below a heading is a task, or a field that only tickets have. */
export function holdsTasks(text: string, item: Item, base: number): boolean {
  if (item.box) return boxMarks[text.slice(item.box.start + base, item.box.end + base)] !== undefined;
  return (
    isTicketField(text, shift(item.content, base)) ||
    item.children.some((child) => child.type === 'item' && holdsTasks(text, child, base))
  );
}
