import type { Row, RowLine } from '../syntax/blocks';
import { type Span, trimmed } from '../text/span';
import { percentAside } from './asides';
import type { Columns } from './columns';
import { type DateMention, findDates, findShortDate } from './dates';
import { labelledDependencies, readDependencies } from './dependencies';
import type { Dependency, Status } from './plan';
import { numberIn, percentCell } from './tally';

/** The content of a cell without padding, emphasis and code marks around all of it. */
export function cellContent(text: string, cell: Span): Span {
  const span = trimmed(text, cell.start, cell.end);
  if (!'[*_~`'.includes(text[span.start] ?? 'x')) return span;
  const link = /^\[([^\][]+)\]\([^()\s]*\)$/u.exec(text.slice(span.start, span.end));
  if (link) return cellContent(text, { start: span.start + 1, end: span.start + 1 + link[1]!.length });
  const marks = /^(\*\*|__|~~|`|\*|_)(.+)\1$/su.exec(text.slice(span.start, span.end));
  if (!marks || marks[2]!.includes(marks[1]!)) return span;
  return { start: span.start + marks[1]!.length, end: span.end - marks[1]!.length };
}

/** A percent in a column of its own that speaks against the status. */
export function percentBeside(text: string, cell: Span | undefined, { kind }: Status): Status | null {
  const figure = cell && numberIn(text, cell, percentCell);
  const said = figure ? percentAside(figure.value, kind) : null;
  if (!said || !cell) return null;
  const span = cellContent(text, cell);
  return { text: text.slice(span.start, span.end), kind: said, span, inherited: false };
}

export function targetOf(text: string, row: Pick<Row, 'cell'>, columns: Columns): DateMention | null {
  const cell = columns.date === undefined ? undefined : row.cell(columns.date);
  if (!cell) return null;
  const source = text.slice(cell.start, cell.end);
  return findDates(source, cell.start)[0] ?? findShortDate(source, cell.start);
}

/** The first cell that has no role, for tables that name their tickets under a header that we do not know. */
export function otherText(row: RowLine, columns: Columns, text: string): Span | null {
  const taken = new Set(Object.values(columns));
  const index = row.cells.findIndex((cell, i) => !taken.has(i) && text.slice(cell.start, cell.end).trim() !== '');
  return index < 0 ? null : cellContent(text, row.cell(index)!);
}

export function dependenciesOf(text: string, row: Pick<Row, 'cell'>, columns: Columns): Dependency[] {
  const cell = columns.depends === undefined ? undefined : row.cell(columns.depends);
  if (cell) return readDependencies(text, cell);
  const notes = columns.notes === undefined ? undefined : row.cell(columns.notes);
  return notes ? labelledDependencies(text, notes) : [];
}
