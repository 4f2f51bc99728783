import type { RowLine, Table } from '../syntax/blocks';
import type { Reason } from '../text/japanese/reading';
import { owned } from '../text/memo';
import { type Span, shift } from '../text/span';
import { tellAsides } from './asides';
import type { Columns } from './columns';
import { type DateMention, findDates } from './dates';
import type { DraftGroup } from './draft';
import type { OwnIds } from './ids';
import { plain } from './inline';
import { type GroupName, groupKindOf, groupNames, leadingId, looksLikeId } from './names';
import type { RereadLine } from './patch';
import { findPlaceholder } from './placeholders';
import type { TextIssue } from './plan';
import { type Reading, type Scope, statusIn } from './reading';
import { cellContent, dependenciesOf, otherText, percentBeside, targetOf } from './rowCells';
import { knownShape, shapeInPlaceOf, type TableShape } from './tableShape';
import { isNone } from './tables';
import { type TicketReading, ticketReading } from './ticketReading';
import { isNothing, normalize, overallWords } from './vocabulary';
import { someOf, wordedDependencies } from './worded';

/** What a row says by itself. Offsets are those of its line. */
export interface LineReading {
  readonly shape: TableShape;
  readonly placeholder: TextIssue | null;
  /** Null where the row tells of no ticket. */
  readonly ticket: RowTicket | null;
  /** Why it does not, where it looks as if it should. */
  readonly unread: Reason | null;
}

interface RowTicket {
  readonly reading: TicketReading;
  /** The row does not start with a date, which an entry of a log does. */
  readonly isUndated: boolean;
  readonly group: RowGroup | null;
  readonly date: DateMention | null;
}

/** What the line says, read once for all tables of its shape. */
export function lineReading({ text, ids }: Reading, line: RowLine, at: number, shape: TableShape): LineReading {
  const known = line.memo as LineReading | undefined;
  if (known?.shape === shape) return known;
  const source = owned(text.slice(at, at + line.length));
  const placeholder = findPlaceholder(source, 0);
  const tells = shape.kind === 'tickets' || shape.columns.id !== undefined;
  const { ticket, unread } = tells ? readTicket(source, line, shape, ids) : { ticket: null, unread: null };
  const reading: LineReading = { shape, placeholder, ticket, unread };
  line.memo = reading;
  return reading;
}

export function ticketRow(
  reading: Reading,
  { ticket: told, unread }: LineReading,
  line: RowLine,
  at: number,
  table: number,
  scope: Scope,
  { headers, columns }: TableShape,
): void {
  if (unread) reading.unread.push({ span: { start: at, end: at + line.length }, reason: unread });
  if (!told) return;
  const group = (told.group && groupOf(reading, told.group, at, headers[columns.group!] ?? '')) ?? scope.group;
  const place = { group, parent: null, log: scope.log };
  const ticket = reading.draft.addTicket(told.reading, at, place, { inherited: scope.inherited, table });
  tellAsides(reading, ticket, told.reading, at, told.reading.status ?? null);
  if (told.date) reading.targets.push({ ...told.date, span: shift(told.date.span, at), entity: ticket });
}

const overall = new Set(overallWords);
const isOverall = (words: string): boolean => overall.has(normalize(words));

/** The ticket that a row tells of. */
function readTicket(
  text: string,
  row: RowLine,
  shape: TableShape,
  ids: OwnIds | null,
): Pick<LineReading, 'ticket' | 'unread'> {
  const { columns, headers, legend } = shape;
  const content = (i: number | undefined): Span | null => {
    const cell = i === undefined ? undefined : row.cell(i);
    return cell ? cellContent(text, cell) : null;
  };
  const words = (i: number | undefined): string | null => {
    const span = content(i);
    const value = span ? plain(text.slice(span.start, span.end)) : '';
    return value === '' || isNone(value) ? null : value;
  };
  const none = { ticket: null, unread: null };
  const idCell = content(columns.id);
  const idText = idCell ? plain(text.slice(idCell.start, idCell.end)) : '';
  let id: string | null = null;
  let idSpan: Span | null = null;
  let titleSpan = content(columns.title);
  if (idCell && looksLikeId(idText, ids)) {
    id = idText;
    idSpan = idCell;
  } else if (idCell && idText !== '' && !isNone(idText)) {
    const lead = leadingId(text.slice(idCell.start, idCell.end), ids);
    if (lead) {
      id = lead.id;
      idSpan = { start: idCell.start + lead.start, end: idCell.start + lead.end };
    }
    titleSpan ??= lead ? { start: idCell.start + lead.length, end: idCell.end } : idCell;
  }
  titleSpan ??= otherText(row, columns, text) ?? idCell;
  if (!titleSpan) return none;
  let title = text.slice(titleSpan.start, titleSpan.end);
  if (!id) {
    const lead = leadingId(title, ids);
    if (lead) {
      id = lead.id;
      idSpan = { start: titleSpan.start + lead.start, end: titleSpan.start + lead.end };
      if (lead.length < title.length) titleSpan = { start: titleSpan.start + lead.length, end: titleSpan.end };
      title = text.slice(titleSpan.start, titleSpan.end);
    }
  }
  if (id && (title === '' || plain(title) === id) && titleSpan !== null) {
    // The column called "Task" holds ids, and another one says what they are.
    const described = content(columns.meaning ?? columns.notes) ?? otherText(row, columns, text);
    if (described && columns.id === undefined && described.end > described.start) titleSpan = described;
    title = text.slice(titleSpan.start, titleSpan.end);
  }
  title = plain(title) || (id ?? '');
  if (!id && isNone(title)) {
    const filled = row.cells.filter((cell) => !isNone(text.slice(cell.start, cell.end)));
    const said = filled.length > 1 && titleSpan !== null && !isNothing(title);
    return { ticket: null, unread: said ? 'it has no title' : null };
  }
  if (/^(?:\.{2,}|…)$/.test(title) || isOverall(title) || (id !== idText && isOverall(idText))) return none;
  const statusCell = columns.status === undefined ? undefined : row.cell(columns.status);
  const status = statusCell ? statusIn(text, cellContent(text, statusCell), legend) : null;
  const notes = columns.notes === undefined ? undefined : row.cell(columns.notes);
  const reading = ticketReading({
    shape: 'row',
    id,
    idSpan,
    title,
    titleSpan,
    span: { start: 0, end: row.length },
    status,
    aside: shape.percents && status ? percentBeside(text, row.cell(columns.percent!), status) : null,
    worded: someOf([
      ...wordedDependencies(text, titleSpan),
      ...(notes ? wordedDependencies(text, cellContent(text, notes)) : []),
    ]),
    statusSlot: statusCell ?? null,
    dependencies: dependenciesOf(text, row, columns),
    branch: words(columns.branch),
    owner: words(columns.owner),
    estimate: words(columns.estimate),
    priority: words(columns.priority),
  });
  const group = readGroup(text, row, columns, headers);
  const first = row.cell(0);
  const isUndated = !first || findDates(text.slice(first.start, first.end), 0).length === 0;
  return { ticket: { reading, isUndated, group, date: targetOf(text, row, columns) }, unread: null };
}

/** The group that a row's own column names: `| A-001 | … | Phase 2 |`. */
interface RowGroup {
  readonly kind: GroupName['kind'];
  readonly key: string;
  /** Null where the cell gives no more than its key. */
  readonly title: string | null;
  readonly span: Span;
}

function readGroup(text: string, row: RowLine, columns: Columns, headers: readonly string[]): RowGroup | null {
  const cell = columns.group === undefined ? undefined : row.cell(columns.group);
  if (!cell) return null;
  const source = plain(text.slice(cell.start, cell.end));
  const named = groupNames(source)[0];
  const kind = named?.kind ?? groupKindOf(plain(headers[columns.group!] ?? ''));
  const key = named?.key ?? (/^(?:\d{1,3}(?:\.\d+)*|[A-Z])$/.test(source) ? source : null);
  if (!kind || key === null || (named && named.keys.length > 1)) return null;
  return { kind, key, title: named ? source : null, span: cellContent(text, cell) };
}

function groupOf(
  { draft }: Reading,
  { kind, key, title, span: own }: RowGroup,
  at: number,
  header: string,
): DraftGroup {
  const span = shift(own, at);
  const parts = { headed: false, span, titleSpan: span, status: null, statusSlot: null };
  return (
    draft.group(kind, key) ?? draft.addGroup({ ...parts, kind, key, title: title ?? `${plain(header)} ${key}` }, null)
  );
}

/**
 * The rows of a table that differ from those of another; null where the table is another by them, or where a row does not tell of a
 * ticket and nothing else, before or after.
 */
export function rereadRows(reading: Reading, old: Table, table: Table, base: number): RereadLine[] | null {
  const shape = knownShape(old);
  if (shape?.kind !== 'tickets' || old.rows.length !== table.rows.length) return null;
  if (old.header.line !== table.header.line || shapeInPlaceOf(reading, old, table, base) !== shape) return null;
  const lines: RereadLine[] = [];
  for (let i = 0; i < table.rows.length; i++) {
    const { start, line } = table.rows[i]!;
    const before = old.rows[i]!.line;
    if (before === line) continue;
    const was = before.memo as LineReading | undefined;
    if (was?.shape !== shape) return null;
    const at = start + base;
    const now = lineReading(reading, line, at, shape);
    if (!isTicketAlone(was, before, shape) || !isTicketAlone(now, line, shape)) return null;
    if (!isSameGroup(was.ticket!.group, now.ticket!.group)) return null;
    const longer = line.length - before.length;
    lines.push({ at, longer, before: was.ticket!.reading, after: now.ticket!.reading, own: null });
  }
  return lines;
}

function isTicketAlone({ ticket, placeholder, unread }: LineReading, line: RowLine, { headers }: TableShape): boolean {
  if (!ticket || placeholder || unread || ticket.date || line.width !== headers.length) return false;
  return ticket.reading.span.start === 0 && ticket.isUndated;
}

const isSameGroup = (a: RowGroup | null, b: RowGroup | null): boolean =>
  a?.kind === b?.kind && a?.key === b?.key && a?.title === b?.title;
