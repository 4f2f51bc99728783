import { Row, type Table } from '../syntax/blocks';
import { shift } from '../text/span';
import { readBadges } from './badges';
import { clean, readFigures } from './claims';
import type { Columns } from './columns';
import type { DraftGroup } from './draft';
import { plain } from './inline';
import type { Figure } from './plan';
import { type Reading, type Scope, statusAt } from './reading';
import { cellContent, dependenciesOf, percentBeside, targetOf } from './rowCells';
import type { TableShape } from './tableShape';
import { groupKeyOf, type TableReading } from './tables';
import { numberIn } from './tally';
import { tallyInRow, tallyOfTable } from './tallyTables';
import { normalize, overallWords } from './vocabulary';

/** `| Done | 12 |` in each row, or statuses over one row of numbers. */
export function tallyTable(reading: Reading, table: Table, base: number, kind: TableReading, scope: Scope): void {
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

/** One row of a phase overview: a mention of the group, with the figures that it gives. */
export function groupRow(reading: Reading, row: Row, table: TableShape, number: number, scope: Scope): void {
  const { text, draft } = reading;
  const { columns, headers } = table;
  const first = row.cell(0);
  if (!first) return;
  const nameSpan = cellContent(text, first);
  const source = text.slice(nameSpan.start, nameSpan.end);
  const found = groupKeyOf(source);
  const statusCell = columns.status === undefined ? undefined : row.cell(columns.status);
  const status = statusCell ? statusAt(reading, cellContent(text, statusCell)) : null;
  let group: DraftGroup | null = null;
  if (found) {
    const kind = found.name?.kind ?? table.groupKind!;
    const titled = columns.title === undefined || columns.title === 0 ? null : row.cell(columns.title);
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
  const aside = group && status && table.percents ? percentBeside(text, row.cell(columns.percent!), status) : null;
  if (group && status && aside)
    reading.asides.push({ entity: group, status: aside, own: status, against: true, sign: null });
  const tally = tallyRow(reading, row, table, clean(source), scope, group);
  const raw = rowFigures(text, row, columns, tally);
  if (raw && !scope.log)
    reading.claims.push({ raw, group: scope.group, bound: group, family: number, source: group ? 'row' : 'total' });
}

/** `| UI | 6 |`: what the first cell names is bound to a part of the plan once all are known. */
export function countRow(reading: Reading, row: Row, kind: TableReading, table: number, scope: Scope): void {
  const first = row.cell(0);
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
    const cell = i === undefined || inTally ? undefined : row.cell(i);
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
