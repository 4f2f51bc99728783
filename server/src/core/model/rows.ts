import { Row, type RowLine, type Table } from '../syntax/blocks';
import { shift } from '../text/span';
import { countRow, groupRow, tallyTable } from './figureRows';
import { plain } from './inline';
import { readEntryDate, readLine } from './lines';
import { PlacedTable } from './placedTable';
import type { Reading, Scope } from './reading';
import { cellContent } from './rowCells';
import { shapeOf } from './tableShape';
import { isNone } from './tables';
import { type LineReading, lineReading, ticketRow } from './ticketRows';
import { isNothing } from './vocabulary';

/** Reads a table into tickets, mentions of groups, figures or fields. The legend was read before. */
export function readRows(reading: Reading, table: Table, base: number, scope: Scope): void {
  const shape = shapeOf(reading, table, base, scope);
  const { kind, columns, headers } = shape;
  if (shape.unread)
    reading.unread.push({ span: new Row(table.header.start + base, table.header.line).span, reason: shape.unread });
  const real = columns.id !== undefined || columns.depends !== undefined || columns.owner !== undefined;
  if (scope.sample || (scope.legend && kind !== 'groups' && !(kind === 'tickets' && real))) return;
  const number = reading.draft.nextTable();
  if (!scope.blocked && (kind === 'tickets' || kind === 'groups'))
    reading.tables.push(new PlacedTable(kind, number, columns, table, base));
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

function readMarks(reading: Reading, row: LineReading, line: RowLine, at: number, scope: Scope): void {
  if (scope.log) readEntryDate(reading, shift(line.cell(0) ?? { start: 0, end: line.length }, at));
  if (row.placeholder) reading.placeholders.push({ ...row.placeholder, span: shift(row.placeholder.span, at) });
}

/** What stands in a list of what is blocked is blocked, unless the row says otherwise. */
const blockedScope = (scope: Scope, line: RowLine, at: number): Scope => ({
  ...scope,
  inherited: { text: 'blocked', kind: 'blocked', span: { start: at, end: at + line.length }, inherited: true },
});

/** GFM drops the cells that a row has too many of, and its reader sees one column's content in another. */
function checkCells({ text, malformed }: Reading, line: RowLine, at: number, columns: number): void {
  const cells = line.width;
  if (cells === columns) return;
  const span = { start: at, end: at + line.length };
  const numbered = text[at] !== '|' && /^\d+[.)]\s/.test(text.slice(span.start, span.end));
  if (cells > columns || (numbered && cells < columns)) malformed.push({ span, cells, columns });
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
