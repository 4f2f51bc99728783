import type { Item } from '../syntax/blocks';
import { type Span, shift } from '../text/span';
import { readFigures, standsAlone } from './claims';
import { inlineDependencies } from './dependencies';
import { readFields } from './fields';
import { leadingSign, plain, withoutSigns } from './inline';
import { isTicketField, readEntryDate, readLine } from './lines';
import { leadingGroupName, leadingId } from './names';
import type { Mention, Status } from './plan';
import type { Reading, Scope } from './reading';
import { readRows } from './rows';
import { readTally } from './tally';
import { boxMarks, isNothing, statusSigns } from './vocabulary';

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
      taskItem(reading, item, base, scope, { text: `[${mark}]`, kind, span: box, inherited: false }, box);
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
    const start = content.start + sign.length;
    const span = { start: content.start, end: start };
    addTask(reading, item, base, scope, { text: sign.sign, kind, span, inherited: false }, null, {
      start,
      end: content.end,
    });
    return;
  }
  if (kind && !counts) reading.loose = true;
  else if (scope.group && !scope.nested && readFields(reading.text, content).length === 0)
    reading.plainBullets.add(scope.group);
  const lead = leadingId(source);
  if (
    lead &&
    item.children.some((child) => child.type === 'item' && isTicketField(reading.text, shift(child.content, base)))
  ) {
    addTask(reading, item, base, scope, scope.inherited, null, content);
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

function taskItem(reading: Reading, item: Item, base: number, scope: Scope, status: Status, box: Span): void {
  const content = shift(item.content, base);
  const source = reading.text.slice(content.start, content.end);
  const title = plain(source);
  if (title === '') return;
  const name = leadingGroupName(title);
  const behind = name ? title.slice(name.end) : '';
  if (name && name.keys.length === 1 && (behind === '' || /^\s*(?:[:：—–(（]|-\s)/.test(behind))) {
    const mention: Mention = { span: shift(item.span, base), titleSpan: content, status, statusSlot: box };
    const group = reading.draft.addGroup(
      { ...mention, kind: name.kind, key: name.key, title: withoutSigns(title), headed: false },
      null,
    );
    const raw = readFigures(source, content.start);
    if (raw && !scope.log && standsAlone(source, raw.span.start - content.start))
      reading.claims.push({ raw, group, bound: group, source: 'heading' });
    readChildren(reading, item, base, { ...scope, group, ticket: null });
    return;
  }
  if (isStruck(source) && status.kind === 'todo')
    addTask(reading, item, base, scope, { ...status, kind: 'dropped' }, box, content);
  else addTask(reading, item, base, scope, status, box, content);
}

function addTask(
  reading: Reading,
  item: Item,
  base: number,
  scope: Scope,
  status: Status | null,
  box: Span | null,
  content: Span,
): void {
  const source = reading.text.slice(content.start, content.end);
  const found = leadingId(source);
  // "Task 1 (AC: 1)" has no other name than its number.
  const lead = found && /^[(（][^()（）]*[)）]\s*$/u.test(source.slice(found.length)) ? null : found;
  const titleSpan =
    lead && lead.length < source.length ? { start: content.start + lead.length, end: content.end } : content;
  const inline = inlineDependencies(reading.text, titleSpan);
  const title = plain(reading.text.slice(titleSpan.start, titleSpan.end));
  const ticket = reading.draft.addTicket(
    {
      shape: box ? 'task' : 'item',
      id: lead?.id ?? null,
      idSpan: lead && { start: content.start + lead.start, end: content.start + lead.end },
      title: title || source,
      titleSpan,
      span: shift(item.span, base),
      body: { start: item.span.start + base, end: endOf(item) + base },
      status,
      statusSlot: box,
      optional: item.optional,
      dependencies: inline,
      owner: /(?:^|\s)@([\w-]+)/.exec(source)?.[1] ?? null,
    },
    { group: scope.group, parent: scope.ticket, log: scope.log },
  );
  readChildren(reading, item, base, { ...scope, ticket, inherited: null });
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
