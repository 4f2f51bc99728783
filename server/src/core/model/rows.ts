import type { Row, Table } from '../syntax/blocks';
import { type Span, shift, trimmed } from '../text/span';
import { clean, readFigures } from './claims';
import type { Columns } from './columns';
import { findDates, findShortDate } from './dates';
import { labelledDependencies, readDependencies } from './dependencies';
import type { DraftGroup, DraftTicket } from './draft';
import { plain } from './inline';
import { readEntryDate, readLine } from './lines';
import { groupKindOf, groupNames, leadingId, looksLikeId } from './names';
import { findPlaceholder } from './placeholders';
import type { Dependency, Figure } from './plan';
import { type Reading, type Scope, statusAt } from './reading';
import { groupKeyOf, isNone, readTable, type TableReading } from './tables';
import { numberIn } from './tally';
import { tallyInRow, tallyOfTable } from './tallyTables';
import { isNothing, normalize, overallWords } from './vocabulary';

/** Reads a table into tickets, mentions of groups, figures or fields. The legend was read before. */
export function readRows(reading: Reading, table: Table, base: number, scope: Scope): void {
  const { text } = reading;
  const cellText = (row: Row, i: number): string => {
    const cell = row.cells[i];
    return cell ? text.slice(cell.start + base, cell.end + base) : '';
  };
  const headers = table.header.cells.map((_, i) => cellText(table.header, i));
  // A row with a stray pipe has its cells in other columns: it says nothing of what these are.
  const whole = table.rows.filter((row) => row.cells.length <= headers.length);
  const cells = whole.map((row) => row.cells.map((_, i) => cellText(row, i)));
  const kind = readTable(headers, cells, {
    legend: reading.legend,
    legendHeading: scope.legend,
    inherits: scope.inherited !== null || scope.blocked,
    columns: reading.columns,
  });
  if (kind.unread) reading.unread.push({ span: shift(table.header.span, base), reason: kind.unread });
  const real = kind.columns.id !== undefined || kind.columns.depends !== undefined || kind.columns.owner !== undefined;
  if (scope.sample || (scope.legend && kind.kind !== 'groups' && !(kind.kind === 'tickets' && real))) return;
  const number = reading.draft.nextTable();
  if (!scope.blocked && (kind.kind === 'tickets' || kind.kind === 'groups'))
    reading.tables.push({
      type: kind.kind,
      number,
      span: shift(table.span, base),
      header: { span: shift(table.header.span, base), cells: table.header.cells.map((cell) => shift(cell, base)) },
      columns: kind.columns,
      rows: table.rows,
      base,
    });
  if (kind.kind === 'tally') {
    tallyTable(reading, table, base, kind, scope);
    return;
  }
  for (const row of table.rows) {
    const placed: Row = { span: shift(row.span, base), cells: row.cells.map((cell) => shift(cell, base)) };
    if (scope.log) readEntryDate(reading, placed.cells[0] ?? placed.span);
    const placeholder = findPlaceholder(text.slice(placed.span.start, placed.span.end), placed.span.start);
    if (placeholder) reading.placeholders.push(placeholder);
    if (scope.blocked) {
      blockedRow(reading, placed);
      // With ids, the list is a column of the board, and its rows are tickets.
      if (kind.columns.id !== undefined)
        ticketRow(reading, placed, kind.columns, number, blockedScope(scope, row, base), headers);
    } else if (kind.kind === 'groups') {
      checkCells(reading, placed, headers.length);
      groupRow(reading, placed, kind, headers, scope);
    } else if (kind.kind === 'tickets') {
      checkCells(reading, placed, headers.length);
      ticketRow(reading, placed, kind.columns, number, scope, headers);
    } else if (kind.kind === 'counts') countRow(reading, placed, kind, number, scope);
    else if (kind.kind === 'fields') fieldRow(reading, placed, scope);
  }
}

/** `| Done | 12 |` in each row, or statuses over one row of numbers. */
function tallyTable(reading: Reading, table: Table, base: number, kind: TableReading, scope: Scope): void {
  if (scope.log || scope.other || scope.blocked) return;
  const rows = table.rows.map((row) => ({
    span: shift(row.span, base),
    cells: row.cells.map((cell) => shift(cell, base)),
  }));
  const raw =
    kind.counted !== null
      ? tallyOfTable(reading.text, rows, kind.counted, reading.legend)
      : tallyInRow(reading.text, '', rows[0]!, kind.tally!);
  if (raw) reading.tallies.push({ raw, span: shift(table.span, base), group: scope.group, bound: null, row: false });
}

/** What stands in a list of what is blocked is blocked, unless the row says otherwise. */
const blockedScope = (scope: Scope, row: Row, base: number): Scope => ({
  ...scope,
  inherited: { text: 'blocked', kind: 'blocked', span: shift(row.span, base), inherited: true },
});

/** GFM drops the cells that a row has too many of, and its reader sees one column's content in another. */
function checkCells(reading: Reading, row: Row, columns: number): void {
  const numbered =
    reading.text[row.span.start] !== '|' && /^\d+[.)]\s/.test(reading.text.slice(row.span.start, row.span.end));
  if (row.cells.length > columns || (numbered && row.cells.length < columns))
    reading.malformed.push({ span: row.span, cells: row.cells.length, columns });
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
  row: Row,
  columns: Columns,
  table: number,
  scope: Scope,
  headers: readonly string[],
): void {
  const { text, draft } = reading;
  const content = (i: number | undefined): Span | null => {
    const cell = i === undefined ? undefined : row.cells[i];
    return cell ? cellContent(text, cell) : null;
  };
  const words = (i: number | undefined): string | null => {
    const span = content(i);
    const value = span ? plain(text.slice(span.start, span.end)) : '';
    return value === '' || isNone(value) ? null : value;
  };
  const idCell = content(columns.id);
  const idText = idCell ? plain(text.slice(idCell.start, idCell.end)) : '';
  let id: string | null = null;
  let idSpan: Span | null = null;
  let titleSpan = content(columns.title);
  if (idCell && looksLikeId(idText)) {
    id = idText;
    idSpan = idCell;
  } else if (idCell && idText !== '' && !isNone(idText)) {
    const lead = leadingId(text.slice(idCell.start, idCell.end));
    if (lead) {
      id = lead.id;
      idSpan = { start: idCell.start + lead.start, end: idCell.start + lead.end };
    }
    titleSpan ??= lead ? { start: idCell.start + lead.length, end: idCell.end } : idCell;
  }
  titleSpan ??= otherText(row, columns, text) ?? idCell;
  if (!titleSpan) return;
  let title = text.slice(titleSpan.start, titleSpan.end);
  if (!id) {
    const lead = leadingId(title);
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
    if (filled.length > 1 && titleSpan !== null && !isNothing(title))
      reading.unread.push({ span: row.span, reason: 'it has no title' });
    return;
  }
  if (/^(?:\.{2,}|…)$/.test(title) || [title, idText].some((words) => overallWords.includes(normalize(words)))) return;
  const statusCell = columns.status === undefined ? undefined : row.cells[columns.status];
  const stated = statusCell ? statusAt(reading, cellContent(text, statusCell)) : null;
  const placed = groupOf(reading, row, columns, headers) ?? scope.group;
  const ticket = draft.addTicket(
    {
      shape: 'row',
      id,
      idSpan,
      title,
      titleSpan,
      span: row.span,
      status: stated ?? scope.inherited,
      statusSlot: statusCell ?? null,
      dependencies: dependenciesOf(reading, row, columns),
      table,
      branch: words(columns.branch),
      owner: words(columns.owner),
      estimate: words(columns.estimate),
      priority: words(columns.priority),
    },
    { group: placed, parent: null, log: scope.log },
  );
  targetDate(reading, row, columns, ticket);
}

function targetDate(reading: Reading, row: Row, columns: Columns, entity: DraftTicket | DraftGroup): void {
  const cell = columns.date === undefined ? undefined : row.cells[columns.date];
  const source = cell ? reading.text.slice(cell.start, cell.end) : '';
  const date = cell && (findDates(source, cell.start)[0] ?? findShortDate(source, cell.start));
  if (date) reading.targets.push({ ...date, entity });
}

/** The first cell that has no role, for tables that name their tickets under a header that we do not know. */
function otherText(row: Row, columns: Columns, text: string): Span | null {
  const taken = new Set(Object.values(columns));
  const index = row.cells.findIndex((cell, i) => !taken.has(i) && text.slice(cell.start, cell.end).trim() !== '');
  return index < 0 ? null : cellContent(text, row.cells[index]!);
}

function dependenciesOf(reading: Reading, row: Row, columns: Columns): Dependency[] {
  const cell = columns.depends === undefined ? undefined : row.cells[columns.depends];
  if (cell) return readDependencies(reading.text, cell);
  const notes = columns.notes === undefined ? undefined : row.cells[columns.notes];
  return notes ? labelledDependencies(reading.text, notes) : [];
}

/** The group that the row's own column names: `| A-001 | … | Phase 2 |`. */
function groupOf(reading: Reading, row: Row, columns: Columns, headers: readonly string[]): DraftGroup | null {
  const cell = columns.group === undefined ? undefined : row.cells[columns.group];
  if (!cell) return null;
  const source = plain(reading.text.slice(cell.start, cell.end));
  const named = groupNames(source)[0];
  const kind = named?.kind ?? groupKindOf(plain(headers[columns.group!] ?? ''));
  const key = named?.key ?? (/^(?:\d{1,3}(?:\.\d+)*|[A-Z])$/.test(source) ? source : null);
  if (!kind || key === null || (named && named.keys.length > 1)) return null;
  const span = cellContent(reading.text, cell);
  return (
    reading.draft.group(kind, key) ??
    reading.draft.addGroup(
      {
        kind,
        key,
        title: named ? source : `${plain(headers[columns.group!] ?? '')} ${key}`,
        headed: false,
        span,
        titleSpan: span,
        status: null,
        statusSlot: null,
      },
      null,
    )
  );
}

/** One row of a phase overview: a mention of the group, with the figures that it gives. */
function groupRow(reading: Reading, row: Row, table: TableReading, headers: readonly string[], scope: Scope): void {
  const { text, draft } = reading;
  const { columns } = table;
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
    targetDate(reading, row, columns, group);
    if (columns.depends !== undefined && group.dependencies.length === 0)
      group.dependencies = dependenciesOf(reading, row, columns);
  } else if (!overallWords.includes(normalize(clean(source)))) return;
  const tally = tallyRow(reading, row, table, clean(source), scope, group);
  const raw = rowFigures(text, row, columns, tally);
  if (raw && !scope.log)
    reading.claims.push({ raw, group: scope.group, bound: group, source: group ? 'row' : 'total' });
}

/** `| UI | 6 |`: what the first cell names is bound to a part of the plan once all are known. */
function countRow(reading: Reading, row: Row, kind: TableReading, table: number, scope: Scope): void {
  const first = row.cells[0];
  const label = first ? clean(reading.text.slice(first.start, first.end)) : '';
  const raw = rowFigures(reading.text, row, kind.columns, tallyRow(reading, row, kind, label, scope, null));
  if (!first || !raw || scope.log) return;
  reading.claims.push({ raw: { ...raw, label }, group: scope.group, bound: null, table, source: 'counts' });
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
    i === 0 ? null : readFigures(text.slice(cell.start, cell.end), cell.start),
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
