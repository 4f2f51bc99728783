import type { Row } from '../syntax/blocks';
import type { Span } from '../text/span';
import type { CellTexts } from './cellTexts';
import type { Columns } from './columns';
import { plain } from './inline';
import type { Figure, LegendEntry, TallyEntry } from './plan';
import { numberIn, percentCell, type RawTally, statusLabel } from './tally';
import { columnWords, normalize, otherWords, overallWords } from './vocabulary';

/** Columns of numbers by status: `| Phase | Done | In progress | Todo | Total |`. */
export interface TallyColumns {
  readonly statuses: readonly (Pick<TallyEntry, 'text' | 'kind'> & { readonly column: number })[];
  readonly total: number | null;
}

const isNumber = (cell: string): boolean => /^[\s*_~`]*\d{1,6}[\s*_`]*$/.test(cell);
const isShare = (cell: string): boolean => cell.trim() === '' || percentCell.test(cell);
const isTotal = (cell: string): boolean => overallWords.includes(normalize(plain(cell)));

/** The columns of numbers by status; null where there are fewer than two. */
export function tallyColumns(
  headers: readonly string[],
  cells: readonly CellTexts[],
  legend: readonly LegendEntry[],
): TallyColumns | null {
  if (cells.length === 0) return null;
  const numbers = headers.map((_, i) => cells.every((row) => isNumber(row.cell(i) ?? '')));
  const statuses = headers.flatMap((header, column) => {
    const status = numbers[column] ? statusLabel(header, legend) : null;
    return status ? [{ ...status, column }] : [];
  });
  const total = headers.findIndex((header, i) => numbers[i] && isTotal(header));
  return statuses.length < 2 ? null : { statuses, total: total < 0 ? null : total };
}

/** "Points", "Hours": they are no number of tickets. */
const isOther = (header: string): boolean =>
  normalize(plain(header))
    .split(' ')
    .some((word) => otherWords.includes(word) || columnWords.estimate.includes(word));

/** Whether the whole table is one tally: statuses over one row of numbers. */
export const isTallyRow = (headers: readonly string[], cells: readonly CellTexts[], columns: TallyColumns): boolean =>
  cells.length === 1 &&
  headers.every(
    (header, i) =>
      columns.statuses.some(({ column }) => column === i) ||
      columns.total === i ||
      isShare(cells[0]!.cell(i) ?? '') ||
      header.trim() === '',
  );

/** The column of numbers in a table with a status in each row, `| Done | 12 |`; null where it is no such table. */
export function tallyOfRows(
  headers: readonly string[],
  cells: readonly CellTexts[],
  columns: Columns,
  legend: readonly LegendEntry[],
): number | null {
  if (headers.length < 2 || headers.length > 4 || cells.length < 2 || columns.depends !== undefined) return null;
  const named = cells.filter((row) => statusLabel(row.cell(0) ?? '', legend));
  if (named.length < 2 || cells.some((row) => !named.includes(row) && !isTotal(row.cell(0) ?? ''))) return null;
  const numbers = headers.flatMap((header, i) =>
    i > 0 && cells.every((row) => isNumber(row.cell(i) ?? '')) && !isOther(header) ? [i] : [],
  );
  return numbers[0] ?? null;
}

/** The tally of a row of a table with columns by status. */
export function tallyInRow(text: string, label: string, row: Row, columns: TallyColumns): RawTally | null {
  const entries = columns.statuses.flatMap(({ column, ...status }) => {
    const figure = row.cells[column] && numberIn(text, row.cells[column]);
    return figure ? [{ figure, percent: null, ...status }] : [];
  });
  const total = columns.total === null ? undefined : row.cells[columns.total];
  return entries.length === 0 ? null : { label, entries, total: total ? numberIn(text, total) : null };
}

/** The tally of a table with a status in each row; `column` is that of the numbers. */
export function tallyOfTable(
  text: string,
  rows: readonly Row[],
  column: number,
  legend: readonly LegendEntry[],
): RawTally {
  const entries: TallyEntry[] = [];
  let total: Figure | null = null;
  for (const { cells } of rows) {
    const [name] = cells;
    const figure = cells[column] ? numberIn(text, cells[column]) : null;
    if (!name || !figure) continue;
    const status = statusLabel(text.slice(name.start, name.end), legend);
    if (status) entries.push({ figure, percent: shareBehind(text, cells, column), ...status });
    else total ??= figure;
  }
  return { label: '', entries, total };
}

const shareBehind = (text: string, cells: readonly Span[], column: number): Figure | null =>
  cells.flatMap((cell, i) => (i === column ? [] : (numberIn(text, cell, percentCell) ?? [])))[0] ?? null;
