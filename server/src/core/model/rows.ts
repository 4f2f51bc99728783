import { Row, type RowLine, type Table } from '../syntax/blocks';
import type { Reason } from '../text/japanese/reading';
import { owned } from '../text/memo';
import { type Span, shift, trimmed } from '../text/span';
import { percentAside, tellAsides } from './asides';
import { readBadges } from './badges';
import { clean, readFigures } from './claims';
import type { Columns } from './columns';
import { type DateMention, findDates, findShortDate } from './dates';
import { labelledDependencies, readDependencies } from './dependencies';
import type { DraftGroup } from './draft';
import type { OwnIds } from './ids';
import { plain } from './inline';
import { readEntryDate, readLine } from './lines';
import { type GroupName, groupKindOf, groupNames, leadingId, looksLikeId } from './names';
import type { RereadLine } from './patch';
import { findPlaceholder } from './placeholders';
import type { Dependency, Figure, Status, TextIssue } from './plan';
import { type Reading, type Scope, statusAt, statusIn } from './reading';
import { groupKeyOf, isNone, readTable, type TableContext, type TableReading } from './tables';
import { numberIn, percentCell } from './tally';
import { tallyInRow, tallyOfTable } from './tallyTables';
import { type TicketReading, ticketReading } from './ticketReading';
import { isNothing, normalize, overallWords } from './vocabulary';
import { someOf, wordedDependencies } from './worded';

/** Reads a table into tickets, mentions of groups, figures or fields. The legend was read before. */
export function readRows(reading: Reading, table: Table, base: number, scope: Scope): void {
  const shape = shapeOf(reading, table, base, scope);
  const { kind, columns, headers } = shape;
  const header = new Row(table.header.start + base, table.header.line);
  if (shape.unread) reading.unread.push({ span: header.span, reason: shape.unread });
  const real = columns.id !== undefined || columns.depends !== undefined || columns.owner !== undefined;
  if (scope.sample || (scope.legend && kind !== 'groups' && !(kind === 'tickets' && real))) return;
  const number = reading.draft.nextTable();
  if (!scope.blocked && (kind === 'tickets' || kind === 'groups'))
    reading.tables.push({ type: kind, number, span: shift(table.span, base), header, columns, rows: table.rows, base });
  if (kind === 'tickets' && shape.weights) reading.loose = true;
  if (kind === 'tickets' && shape.percents && scope.group) scope.group.estimated = true;
  if (kind === 'tally') {
    tallyTable(reading, table, base, shape, scope);
    return;
  }
  for (const { start, line } of table.rows) {
    const at = start + base;
    const row = lineReading(reading, line, at, shape);
    if (scope.log || row.placeholder) readMarks(reading, row, line, at, scope);
    if (scope.blocked) {
      blockedRow(reading, new Row(at, line));
      // With ids, the list is a column of the board, and its rows are tickets.
      if (columns.id !== undefined) ticketRow(reading, row, line, at, number, blockedScope(scope, line, at), shape);
    } else if (kind === 'groups') {
      checkCells(reading, line, at, headers.length);
      groupRow(reading, new Row(at, line), shape, number, scope);
    } else if (kind === 'tickets') {
      checkCells(reading, line, at, headers.length);
      ticketRow(reading, row, line, at, number, scope, shape);
    } else if (kind === 'counts') countRow(reading, new Row(at, line), shape, number, scope);
    else if (kind === 'fields') fieldRow(reading, new Row(at, line), scope);
  }
}

/** `| Done | 12 |` in each row, or statuses over one row of numbers. */
function tallyTable(reading: Reading, table: Table, base: number, kind: TableReading, scope: Scope): void {
  if (scope.log || scope.other || scope.blocked) return;
  const rows = table.rows.map((row) => new Row(row.start + base, row.line));
  const raw =
    kind.counted !== null
      ? tallyOfTable(reading.text, rows, kind.counted, reading.legend)
      : tallyInRow(reading.text, '', rows[0]!, kind.tally!);
  if (raw)
    reading.tallies.push({
      raw,
      span: shift(table.span, base),
      group: scope.group,
      bound: null,
      table: true,
      row: false,
    });
}

/** What a table is, and what its rows are read by: one object for all tables that are read alike. */
interface TableShape extends TableReading {
  readonly headers: readonly string[];
  readonly legend: Reading['legend'];
}

/** What a row says by itself. Offsets are those of its line. */
interface LineReading {
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

/** A table is judged by so many of its rows. */
const judged = 300;

/** What tables were found to be, in which surroundings. */
const found = new WeakMap<Table, { shape: TableShape; roles: Reading['columns']; place: TablePlace }>();

/** What the surroundings say of a table. */
type TablePlace = Pick<TableContext, 'legendHeading' | 'inherits'>;

const isSamePlace = (a: TablePlace, b: TablePlace): boolean =>
  a.legendHeading === b.legendHeading && a.inherits === b.inherits;

const shapes = new WeakMap<Reading['legend'], Map<string, TableShape>>();

function shapeOf(reading: Reading, table: Table, base: number, scope: Scope): TableShape {
  const place = { legendHeading: scope.legend, inherits: scope.inherited !== null || scope.blocked };
  const known = found.get(table);
  if (known?.shape.legend === reading.legend && known.roles === reading.columns && isSamePlace(known.place, place))
    return known.shape;
  return judgedShape(reading, table, base, place);
}

function judgedShape(reading: Reading, table: Table, base: number, place: TablePlace): TableShape {
  const { text, legend, columns: roles, ids } = reading;
  const cellsOf = ({ start, line }: Row): string[] =>
    line.cells.map((cell) => text.slice(cell.start + start + base, cell.end + start + base));
  const headers = cellsOf(table.header).map(owned);
  // A row with a stray pipe has its cells in other columns: it says nothing of what these are.
  const whole = table.rows.slice(0, judged).filter(({ line }) => line.cells.length <= headers.length);
  const read = readTable(headers, whole.map(cellsOf), { legend, ...place, columns: roles, ids });
  const shape = sameShape({ ...read, headers, legend });
  found.set(table, { shape, roles, place });
  return shape;
}

/**
 * The rows of a table that differ from those of another; null where the table is another by them, or where a row does not tell of a
 * ticket and nothing else, before or after.
 */
export function rereadRows(reading: Reading, old: Table, table: Table, base: number): RereadLine[] | null {
  const known = found.get(old);
  if (known?.shape.kind !== 'tickets' || old.rows.length !== table.rows.length) return null;
  if (old.header.line !== table.header.line || known.shape.legend !== reading.legend) return null;
  const { shape } = known;
  if (judgedShape(reading, table, base, known.place) !== shape) return null;
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
  if (!ticket || placeholder || unread || ticket.date || line.cells.length !== headers.length) return false;
  return ticket.reading.span.start === 0 && ticket.isUndated;
}

const isSameGroup = (a: RowGroup | null, b: RowGroup | null): boolean =>
  a?.kind === b?.kind && a?.key === b?.key && a?.title === b?.title;

/** The first shape that is like this one. */
function sameShape(shape: TableShape): TableShape {
  const { legend, ...rest } = shape;
  const known = shapes.get(legend) ?? new Map<string, TableShape>();
  shapes.set(legend, known);
  const key = JSON.stringify(rest);
  const same = known.get(key) ?? shape;
  known.set(key, same);
  return same;
}

/** What the line says, read once for all tables of its shape. */
function lineReading({ text, ids }: Reading, line: RowLine, at: number, shape: TableShape): LineReading {
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

function readMarks(reading: Reading, row: LineReading, line: RowLine, at: number, scope: Scope): void {
  if (scope.log) readEntryDate(reading, shift(line.cells[0] ?? { start: 0, end: line.length }, at));
  if (row.placeholder) reading.placeholders.push({ ...row.placeholder, span: shift(row.placeholder.span, at) });
}

/** What stands in a list of what is blocked is blocked, unless the row says otherwise. */
const blockedScope = (scope: Scope, line: RowLine, at: number): Scope => ({
  ...scope,
  inherited: { text: 'blocked', kind: 'blocked', span: { start: at, end: at + line.length }, inherited: true },
});

/** GFM drops the cells that a row has too many of, and its reader sees one column's content in another. */
function checkCells({ text, malformed }: Reading, line: RowLine, at: number, columns: number): void {
  const cells = line.cells.length;
  if (cells === columns) return;
  const span = { start: at, end: at + line.length };
  const numbered = text[at] !== '|' && /^\d+[.)]\s/.test(text.slice(span.start, span.end));
  if (cells > columns || (numbered && cells < columns)) malformed.push({ span, cells, columns });
}

/** The content of a cell without padding, emphasis and code marks around all of it. */
export function cellContent(text: string, cell: Span): Span {
  const span = trimmed(text, cell.start, cell.end);
  const link = /^\[([^\][]+)\]\([^()\s]*\)$/u.exec(text.slice(span.start, span.end));
  if (link) return cellContent(text, { start: span.start + 1, end: span.start + 1 + link[1]!.length });
  const marks = /^(\*\*|__|~~|`|\*|_)(.+)\1$/su.exec(text.slice(span.start, span.end));
  if (!marks || marks[2]!.includes(marks[1]!)) return span;
  return { start: span.start + marks[1]!.length, end: span.end - marks[1]!.length };
}

function ticketRow(
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

/** The ticket that a row tells of. */
function readTicket(
  text: string,
  row: RowLine,
  shape: TableShape,
  ids: OwnIds | null,
): Pick<LineReading, 'ticket' | 'unread'> {
  const { columns, headers, legend } = shape;
  const content = (i: number | undefined): Span | null => {
    const cell = i === undefined ? undefined : row.cells[i];
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
  if (/^(?:\.{2,}|…)$/.test(title) || [title, idText].some((words) => overallWords.includes(normalize(words))))
    return none;
  const statusCell = columns.status === undefined ? undefined : row.cells[columns.status];
  const status = statusCell ? statusIn(text, cellContent(text, statusCell), legend) : null;
  const notes = columns.notes === undefined ? undefined : row.cells[columns.notes];
  const reading = ticketReading({
    shape: 'row',
    id,
    idSpan,
    title,
    titleSpan,
    span: { start: 0, end: row.length },
    status,
    aside: shape.percents && status ? percentBeside(text, row.cells[columns.percent!], status) : null,
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
  const isUndated = !row.cells[0] || findDates(text.slice(row.cells[0].start, row.cells[0].end), 0).length === 0;
  return { ticket: { reading, isUndated, group, date: targetOf(text, row, columns) }, unread: null };
}

/** A percent in a column of its own that speaks against the status. */
function percentBeside(text: string, cell: Span | undefined, { kind }: Status): Status | null {
  const figure = cell && numberIn(text, cell, percentCell);
  const said = figure ? percentAside(figure.value, kind) : null;
  if (!said || !cell) return null;
  const span = cellContent(text, cell);
  return { text: text.slice(span.start, span.end), kind: said, span, inherited: false };
}

function targetOf(text: string, row: Pick<Row, 'cells'>, columns: Columns): DateMention | null {
  const cell = columns.date === undefined ? undefined : row.cells[columns.date];
  if (!cell) return null;
  const source = text.slice(cell.start, cell.end);
  return findDates(source, cell.start)[0] ?? findShortDate(source, cell.start);
}

/** The first cell that has no role, for tables that name their tickets under a header that we do not know. */
function otherText(row: RowLine, columns: Columns, text: string): Span | null {
  const taken = new Set(Object.values(columns));
  const index = row.cells.findIndex((cell, i) => !taken.has(i) && text.slice(cell.start, cell.end).trim() !== '');
  return index < 0 ? null : cellContent(text, row.cells[index]!);
}

function dependenciesOf(text: string, row: Pick<Row, 'cells'>, columns: Columns): Dependency[] {
  const cell = columns.depends === undefined ? undefined : row.cells[columns.depends];
  if (cell) return readDependencies(text, cell);
  const notes = columns.notes === undefined ? undefined : row.cells[columns.notes];
  return notes ? labelledDependencies(text, notes) : [];
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
  const cell = columns.group === undefined ? undefined : row.cells[columns.group];
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

/** One row of a phase overview: a mention of the group, with the figures that it gives. */
function groupRow(reading: Reading, row: Row, table: TableShape, number: number, scope: Scope): void {
  const { text, draft } = reading;
  const { columns, headers } = table;
  const first = row.cells[0];
  if (!first) return;
  const nameSpan = cellContent(text, first);
  const source = text.slice(nameSpan.start, nameSpan.end);
  const found = groupKeyOf(source);
  const statusCell = columns.status === undefined ? undefined : row.cells[columns.status];
  const status = statusCell ? statusAt(reading, cellContent(text, statusCell)) : null;
  let group: DraftGroup | null = null;
  if (found) {
    const kind = found.name?.kind ?? table.groupKind!;
    const titled = columns.title === undefined || columns.title === 0 ? null : row.cells[columns.title];
    const name = titled ? plain(text.slice(titled.start, titled.end)) : '';
    const bare = found.name === null && /^[^\p{L}]*(?:\p{N}+|[A-Z])$/u.test(plain(source));
    const title = bare ? `${plain(headers[0]!)} ${found.key}${name === '' ? '' : `: ${name}`}` : plain(source);
    group = draft.addGroup(
      {
        kind,
        key: found.key,
        title,
        headed: false,
        span: row.span,
        titleSpan: nameSpan,
        status,
        statusSlot: statusCell ?? null,
      },
      null,
    );
    const date = targetOf(text, row, columns);
    if (date) reading.targets.push({ ...date, entity: group });
    if (columns.depends !== undefined && group.dependencies.length === 0)
      group.dependencies = dependenciesOf(text, row, columns);
  } else if (!overallWords.includes(normalize(clean(source)))) return;
  const aside = group && status && table.percents ? percentBeside(text, row.cells[columns.percent!], status) : null;
  if (group && status && aside)
    reading.asides.push({ entity: group, status: aside, own: status, against: true, sign: null });
  const tally = tallyRow(reading, row, table, clean(source), scope, group);
  const raw = rowFigures(text, row, columns, tally);
  if (raw && !scope.log)
    reading.claims.push({ raw, group: scope.group, bound: group, family: number, source: group ? 'row' : 'total' });
}

/** `| UI | 6 |`: what the first cell names is bound to a part of the plan once all are known. */
function countRow(reading: Reading, row: Row, kind: TableReading, table: number, scope: Scope): void {
  const first = row.cells[0];
  const label = first ? clean(reading.text.slice(first.start, first.end)) : '';
  const raw = rowFigures(reading.text, row, kind.columns, tallyRow(reading, row, kind, label, scope, null));
  if (!first || !raw || scope.log) return;
  reading.claims.push({
    raw: { ...raw, label },
    group: scope.group,
    bound: null,
    table,
    family: table,
    source: 'counts',
  });
}

/** The numbers by status of a row, whether it has any: then they are no figures of their own. */
function tallyRow(
  reading: Reading,
  row: Row,
  { tally }: TableReading,
  label: string,
  scope: Scope,
  bound: DraftGroup | null,
): boolean {
  const raw = tally && tallyInRow(reading.text, label, row, tally);
  if (raw && !scope.log) reading.tallies.push({ raw, span: row.span, group: scope.group, bound, row: true });
  return raw !== null;
}

/** The figures of a row: done and total by their columns, a percent or ratio by its form. */
function rowFigures(text: string, row: Row, columns: Columns, inTally: boolean) {
  const whole = (i: number | undefined): Figure | null => {
    const cell = i === undefined || inTally ? undefined : row.cells[i];
    return cell ? numberIn(text, cell) : null;
  };
  const figures = row.cells.map((cell, i) =>
    i === 0
      ? null
      : (readBadges(text.slice(cell.start, cell.end), cell.start).figures[0] ??
        readFigures(text.slice(cell.start, cell.end), cell.start)),
  );
  const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? found[0]! : null);
  // A percent of another column may be a weight or a share of something else.
  const stated = columns.percent === undefined ? figures : [figures[columns.percent]];
  const percent = only(stated.filter((one) => one?.percent))?.percent ?? null;
  const ratio = only(figures.filter((one) => one?.done));
  const bar = only(figures.filter((one) => one?.bar))?.bar ?? null;
  const done = ratio?.done ?? whole(columns.doneCount);
  const total = ratio ? ratio.total : whole(columns.totalCount ?? columns.title);
  const first = ratio ?? done ?? total ?? percent ?? bar;
  const numbers = row.cells.filter(
    (cell, i) => i > 0 && /^[\s*_~`]*\d+[\s*_`]*$/.test(text.slice(cell.start, cell.end)),
  );
  const used = [done, total].filter(
    (figure) => figure && numbers.some((cell) => cell.start <= figure.span.start && figure.span.end <= cell.end),
  );
  return (
    first && {
      span: first.span,
      label: '',
      unit: '',
      done,
      total,
      percent,
      bar,
      beside: !inTally && numbers.length > used.length,
    }
  );
}

/** `| Payment integration | ADR not written | …`: the first cell names what is blocked. */
function blockedRow(reading: Reading, row: Row): void {
  const first = row.cells[0];
  if (!first) return;
  const span = cellContent(reading.text, first);
  const text = plain(reading.text.slice(span.start, span.end));
  if (isNone(text) || isNothing(text)) reading.nothingBlocked.push(row.span);
  else reading.blocked.push({ span, text });
}

/** `| Current phase | Phase 3 |` is read like the line `Current phase: Phase 3`. */
function fieldRow(reading: Reading, row: Row, scope: Scope): void {
  const [name, value] = row.cells;
  if (!name || !value) return;
  readLine(reading, row.span, scope, {
    label: plain(reading.text.slice(name.start, name.end)),
    value: cellContent(reading.text, value),
  });
}
