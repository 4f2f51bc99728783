import type { Analysis } from '../analysis/analysis';
import { readFields } from '../model/fields';
import { isFocus } from '../model/lines';
import type { Group, PlanTable, Status, Ticket } from '../model/plan';
import { readStatus } from '../model/status';
import { labelWords } from '../model/vocabulary';
import { Row } from '../syntax/blocks';
import { undecorated } from '../text/cell';
import type { SourceText } from '../text/source';
import { type Span, trimmed } from '../text/span';
import { near } from './near';
import { tableAt } from './tables';

/** A place that something of the plan is typed into, filled or not. */
export type Slot =
  | {
      readonly type: 'dependency';
      /** The cell, or what stands behind the label. */
      readonly span: Span;
      /** What depends; null where the row is no ticket yet. */
      readonly owner: Ticket | Group | null;
    }
  | {
      readonly type: 'status';
      readonly span: Span;
      /** The table that it stands in, as in `Ticket.table`; null outside of tables of tickets. */
      readonly table: number | null;
      readonly status: Status | null;
    }
  | {
      readonly type: 'word';
      readonly role: 'owner' | 'branch' | 'priority' | 'group';
      readonly span: Span;
      readonly table: PlanTable | null;
      readonly owner: Ticket | Group | null;
    }
  | {
      /** Behind "Current phase:" and the like. */
      readonly type: 'focus';
      readonly span: Span;
    }
  | { readonly type: 'box'; readonly span: Span; readonly closed: boolean }
  | { readonly type: 'id'; readonly span: Span; readonly table: PlanTable; readonly owner: Ticket | Group | null };

/** The slot at an offset; null where there is none. A row that is typed half has the columns of its table's header. */
export function slotAt(analysis: Analysis, offset: number): Slot | null {
  const { plan, source } = analysis;
  const line = source.line(source.lineAt(offset));
  // White space behind the last row is none of the table's, and is in its last cell all the same.
  const table = tableAt(plan, offset) ?? tableAt(plan, trimmed(source.text, line.start, line.end).start);
  if (table) return cellSlot(analysis, table, offset);
  if (line.end - line.start > longestLine) return null;
  return (
    boxSlot(source, line, offset) ??
    fieldSlot(analysis, line, offset) ??
    inlineSlot(analysis, line, offset) ??
    ownerSlot(analysis, line, offset)
  );
}

const longestLine = 2000;
const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The row of a table that the offset's line is, white space behind it included; null in the header. */
export function rowAt(source: SourceText, { rows, base }: PlanTable, offset: number): Row | null {
  const line = source.line(source.lineAt(offset));
  const row = rows.find(({ span }) => holds(line, span.start + base));
  return row ? new Row(row.start + base, row.line) : null;
}

function cellSlot(analysis: Analysis, table: PlanTable, offset: number): Slot | null {
  const { source } = analysis;
  const row = rowAt(source, table, offset);
  const cell = row && cellAt(source, row, offset);
  if (!row || !cell) return null;
  const { span, column } = cell;
  const { columns } = table;
  const told = toldBy(analysis, row.span.start);
  if (column === columns.depends) return { type: 'dependency', span, owner: told?.entity ?? null };
  if (column === columns.status)
    return {
      type: 'status',
      span,
      table: table.type === 'tickets' ? table.number : null,
      status: told?.status ?? null,
    };
  if (column === columns.id && table.type === 'tickets')
    return { type: 'id', span, table, owner: told?.entity ?? null };
  if (table.type !== 'tickets') return null;
  for (const role of ['owner', 'branch', 'priority', 'group'] as const)
    if (column === columns[role]) return { type: 'word', role, span, table, owner: told?.entity ?? null };
  return null;
}

/** The cell at an offset, counted by the pipes before it: the row may end before its columns do. */
function cellAt(source: SourceText, row: Row, offset: number): { span: Span; column: number } | null {
  const { text } = source;
  const { end } = source.line(source.lineAt(offset));
  let column = text[row.span.start] === '|' ? -1 : 0;
  let start = row.span.start;
  let at = row.span.start;
  for (; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') {
      if (at >= offset) break;
      column++;
      start = at + 1;
    }
  }
  return column < 0 ? null : { span: { start, end: Math.min(at, end) }, column };
}

/** The ticket or group that a row tells of, and the status that the row itself gives. */
function toldBy({ plan }: Analysis, start: number): { entity: Ticket | Group; status: Status | null } | null {
  for (const entity of near(plan, { start, end: start }))
    for (const mention of entity.mentions)
      if (mention.span.start === start) return { entity, status: mention.status?.inherited ? null : mention.status };
  return null;
}

function boxSlot(source: SourceText, line: Span, offset: number): Slot | null {
  const match = /^(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+\[)([^\]]?)(\])?/u.exec(source.slice(line));
  if (!match) return null;
  const start = line.start + match[1]!.length;
  const span = { start, end: start + match[2]!.length };
  if (!holds(span, offset)) return null;
  const closed = match[3] !== undefined;
  return closed || match[2] === '' ? { type: 'box', span, closed } : null;
}

/** Behind a label of its own: `**Depends on:** A-1`, `- Status: Open`. */
function fieldSlot(analysis: Analysis, line: Span, offset: number): Slot | null {
  const { source, plan } = analysis;
  const from = trimmed(source.text, line.start, line.end).start;
  const fields = readFields(source.text, { start: from, end: line.end });
  const at = fields.findLastIndex(({ value }) => value.start <= offset);
  const field = fields[at];
  if (!field || (fields[at + 1] && offset > field.value.end)) return null;
  const span = { start: field.value.start, end: Math.max(field.value.end, at === fields.length - 1 ? line.end : 0) };
  if (labelWords.depends.includes(field.label)) return { type: 'dependency', span, owner: above(analysis, offset) };
  if (isFocus(field.label)) return { type: 'focus', span };
  for (const role of ['owner', 'branch', 'priority'] as const)
    if (labelWords[role].includes(field.label))
      return { type: 'word', role, span, table: null, owner: above(analysis, offset) };
  if (!labelWords.status.includes(field.label)) return null;
  const text = source.slice(field.value);
  const read = readStatus(text, plan.legend);
  return { type: 'status', span, table: null, status: read && { ...read, span: field.value, inherited: false } };
}

const inlineLabel =
  /(?:[（([]|\s[—–-]\s)\s*[*_`]*(?:depends(?:\s+on)?|deps|blocked\s+by|requires|依存|依赖|의존)[*_`]*\s*[:：]?\s*([^)）\]]*)/giu;

/** In a task: `- [ ] Login (depends on: A-1)`. */
function inlineSlot(analysis: Analysis, line: Span, offset: number): Slot | null {
  const owner = above(analysis, offset);
  if (owner?.type !== 'ticket' || !holds(line, owner.span.start)) return null;
  for (const match of analysis.source.slice(line).matchAll(inlineLabel)) {
    const end = line.start + match.index + match[0].length;
    const span = { start: end - match[1]!.length, end };
    if (holds(span, offset)) return { type: 'dependency', span, owner };
  }
  return null;
}

/** In a task: `- [ ] Login @mi`. */
function ownerSlot(analysis: Analysis, line: Span, offset: number): Slot | null {
  const owner = above(analysis, offset);
  if (owner?.type !== 'ticket' || !holds(line, owner.span.start)) return null;
  const typed = /(?:^|\s)@([\p{L}\p{N}_-]*)$/u.exec(analysis.source.text.slice(line.start, offset));
  if (!typed) return null;
  const rest = /^[\p{L}\p{N}_-]*/u.exec(analysis.source.text.slice(offset, line.end))![0];
  const span = { start: offset - typed[1]!.length, end: offset + rest.length };
  return { type: 'word', role: 'owner', span, table: null, owner };
}

/** The ticket or group that a line below it is about. */
function above({ plan }: Analysis, offset: number): Ticket | Group | null {
  const last = <T extends Ticket | Group>(all: readonly T[]) => all.findLast(({ span }) => span.start <= offset);
  const ticket = last(plan.allTickets);
  const group = last(plan.allGroups);
  return ticket && (!group || group.span.start < ticket.span.start) ? ticket : (group ?? null);
}

/**
 * The word of a slot that is typed or replaced at the offset: all of it, or what stands between two separators. Without
 * padding and marks; where the cursor stands behind white space after it, this is part of it.
 */
export function wordAt({ text }: SourceText, slot: Span, offset: number, separators: RegExp | null): Span {
  let { start, end } = slot;
  if (separators) {
    for (let at = offset; at > slot.start; at--)
      if (separators.test(text[at - 1]!)) {
        start = at;
        break;
      }
    for (let at = offset; at < slot.end; at++)
      if (separators.test(text[at]!)) {
        end = at;
        break;
      }
  }
  const inner = trimmed(text, start, end);
  if (inner.start >= inner.end || offset < inner.start) return { start: offset, end: offset };
  const word = undecorated(text, inner);
  return offset <= word.end ? word : { start: word.start, end: Math.max(inner.end, offset) };
}
