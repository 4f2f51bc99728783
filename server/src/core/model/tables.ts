import type { Reason } from '../text/japanese/reading';
import type { CellTexts } from './cellTexts';
import { type Columns, readColumns } from './columns';
import type { OwnIds } from './ids';
import { plain } from './inline';
import { type GroupName, groupKindOf, groupNames, leadingGroupName, leadingId } from './names';
import type { GroupKind, LegendEntry } from './plan';
import { readStatus } from './status';
import { percentCell } from './tally';
import { isTallyRow, type TallyColumns, tallyColumns, tallyOfRows } from './tallyTables';
import { type ColumnRole, columnWords, metricWords, noneWords, normalize, timeWords } from './vocabulary';

/** What a table is to the plan. `counts`: figures about parts of the plan, by
 * their names. `fields`: two columns of label and value. `null`: nothing that we know. */
export type TableKind = 'legend' | 'groups' | 'tickets' | 'counts' | 'tally' | 'fields' | null;

export interface TableReading {
  readonly kind: TableKind;
  readonly columns: Columns;
  /** Of a table of groups. */
  readonly groupKind: Exclude<GroupKind, 'section'> | null;
  /** Columns of numbers by status, of tables of groups and of figures. */
  readonly tally: TallyColumns | null;
  /** The column of numbers where each row is a status. */
  readonly counted: number | null;
  /** Beside the statuses, a column says how far each is; not one of weights, which add up to all of it. */
  readonly percents: boolean;
  /** A column of weights: the percent of all is not one of tickets. */
  readonly weights: boolean;
  /** Why a table with a status or dependency column is not read; null where there is nothing to say. */
  readonly unread: Reason | null;
}

/** What the surroundings say of a table. */
export interface TableContext {
  readonly legend: readonly LegendEntry[];
  readonly legendHeading: boolean;
  /** The heading names a status that rows inherit. */
  readonly inherits: boolean;
  /** Roles that the settings give to headers. */
  readonly columns: ReadonlyMap<string, ColumnRole>;
  readonly ids: OwnIds | null;
}

const strongTitles = new Set(
  columnWords.title.filter((word) =>
    /task|ticket|story|work item|タスク|チケット|任务|작업|태스크|tarea|tâche|aufgabe|tarefa|задача|görev/.test(word),
  ),
);

/** Whether a header says by itself that its column names tickets. */
function isStrong(header: string, { columns }: TableContext): boolean {
  const words = normalize(plain(header));
  return strongTitles.has(words) || columns.get(words) === 'title';
}

/** Tells what a table is, by its headers and the cells of its rows. */
export function readTable(
  headers: readonly string[],
  cells: readonly CellTexts[],
  context: TableContext,
): TableReading {
  const isCount = (i: number): boolean =>
    cells.length > 0 && cells.every((row) => /^[\s*_~`]*\d+[\s*_`]*$/.test(row.cell(i) ?? ''));
  const columns = readColumns(headers, isCount, context.columns);
  findUnnamedStatus(headers, cells, columns, context.legend);
  const tally = tallyColumns(headers, cells, context.legend);
  const counted = tallyOfRows(headers, cells, columns, context.legend);
  const reading = (
    kind: TableKind,
    unread: Reason | null = null,
    groupKind: TableReading['groupKind'] = null,
  ): TableReading => ({
    kind,
    columns,
    groupKind,
    tally,
    counted,
    percents: tellsProgress(cells, columns),
    weights: hasWeights(cells, width),
    unread,
  });
  const width = headers.length;
  if (counted !== null || (tally && isTallyRow(headers, cells, tally))) return reading('tally');
  if (columns.status !== undefined && isLegendShape(columns, width, cells, context)) return reading('legend');

  if (metricWords.has(normalize(plain(headers[0] ?? '')))) return reading('fields');

  const groupKind = groupKindOf(plain(headers[0] ?? ''));
  if (groupKind && isGroupTable(cells, columns)) return reading('groups', null, groupKind);

  if (columns.status === undefined && columns.depends === undefined && countsFirst(columns, cells))
    return reading('counts');
  preferFilledTitles(headers, cells, columns);
  nameFirstColumn(headers, cells, columns, groupKind !== null);
  const name = columns.title ?? columns.id;
  if (name === undefined) {
    if (width === 2) return reading('fields');
    return reading(
      null,
      columns.status !== undefined && columns.depends !== undefined ? 'no column names the tickets' : null,
    );
  }
  if (columns.status !== undefined) {
    const stated = cells.map((row) => row.cell(columns.status!) ?? '').filter((cell) => !isNone(cell));
    const known = stated.filter((cell) => readStatus(cell, context.legend)?.kind);
    if (stated.length === 0 || known.length * 2 >= stated.length) return reading('tickets');
    if (columns.id !== undefined && columns.depends !== undefined) return reading('tickets');
    return reading(null, 'its status column holds no statuses');
  }
  if (columns.depends !== undefined && (columns.id !== undefined || namesRows(cells, columns, context.ids)))
    return reading('tickets');
  const strong = columns.title !== undefined && isStrong(headers[columns.title]!, context);
  const worked = columns.estimate ?? columns.owner ?? columns.branch ?? columns.priority;
  if (context.inherits && (strong || columns.id !== undefined || worked !== undefined)) return reading('tickets');
  if (strong && worked !== undefined) return reading('tickets');
  if (columns.id !== undefined && columns.title !== undefined && worked !== undefined) return reading('tickets');
  return reading(width === 2 ? 'fields' : null);
}

/** A column of percents that are parts of a whole. */
function hasWeights(cells: readonly CellTexts[], width: number): boolean {
  if (cells.length < 2 || !cells[0]!.holds(/[%％]/)) return false;
  for (let i = 0; i < width; i++) {
    const values = cells.map((row) => Number(percentCell.exec(row.cell(i) ?? '')?.[1] ?? Number.NaN));
    const sum = values.reduce((all, value) => all + value, 0);
    if (sum >= 98 && sum <= 102 && !values.includes(0) && !values.includes(100)) return true;
  }
  return false;
}

function tellsProgress(cells: readonly CellTexts[], { status, percent }: Columns): boolean {
  if (status === undefined || percent === undefined) return false;
  const values = cells.map((row) => Number(percentCell.exec(row.cell(percent) ?? '')?.[1] ?? Number.NaN));
  const known = values.filter((value) => !Number.isNaN(value));
  const sum = known.reduce((all, value) => all + value, 0);
  return known.some((value) => value === 0 || value === 100) || sum < 98 || sum > 102;
}

export const isNone = (cell: string): boolean => {
  const normal = normalize(plain(cell));
  return normal === '' || noneWords.has(normal);
};

/** The first column names something and another is nothing but numbers: `| Category | Count |`. */
function countsFirst(columns: Columns, cells: readonly CellTexts[]): boolean {
  const counted = columns.totalCount ?? columns.doneCount ?? columns.percent;
  if (counted === undefined || counted === 0 || cells.length === 0 || (columns.id === 0 && columns.title !== undefined))
    return false;
  return cells.every((row) => /^[\s*_~`]*\d+(?:[.,]\d+)?\s*[%\p{L}]{0,8}[\s*_`]*$/u.test(row.cell(counted) ?? ''));
}

/** Of two columns that could name the tickets, the one that is filled in every row: the other one groups them. */
function preferFilledTitles(headers: readonly string[], cells: readonly CellTexts[], columns: Columns): void {
  const { title } = columns;
  const filled = (i: number): boolean => cells.every((row) => plain(row.cell(i) ?? '') !== '');
  if (title === undefined || cells.length === 0 || filled(title)) return;
  const taken = new Set(Object.values(columns));
  const other = headers.findIndex(
    (header, i) => !taken.has(i) && columnWords.title.includes(normalize(plain(header))) && filled(i),
  );
  if (other >= 0) columns.title = other;
}

/**
 * A table with a status column lists something: where no header names the tickets, or the first one names a kind of group
 * without keys ("Hito"), they stand in the first column that is nothing else.
 */
function nameFirstColumn(
  headers: readonly string[],
  cells: readonly CellTexts[],
  columns: Columns,
  ofGroups: boolean,
): void {
  if (columns.status === undefined || columns.id !== undefined) return;
  if (ofGroups && columns.group === 0) {
    if (columns.title !== undefined && strongTitles.has(normalize(plain(headers[columns.title]!)))) return;
    columns.title = 0;
    delete columns.group;
  } else if (columns.title === undefined) {
    const taken = new Set(Object.values(columns));
    const index = headers.findIndex((header, i) => !taken.has(i) && plain(header) !== '');
    const worded = cells.filter((row) => /\p{L}{2}/u.test(row.cell(index) ?? ''));
    const named = index === 0 && !timeWords.has(normalize(plain(headers[0]!)));
    if (named && worded.length * 2 > cells.length) columns.title = index;
  }
}

/** A status column without a header, or with one that we do not know: nearly every cell is a status. */
function findUnnamedStatus(
  headers: readonly string[],
  cells: readonly CellTexts[],
  columns: Columns,
  legend: readonly LegendEntry[],
): void {
  if (columns.status !== undefined || cells.length === 0) return;
  const taken = new Set(Object.values(columns));
  const index = headers.findIndex((header, i) => {
    const filled = cells.map((row) => row.cell(i) ?? '').filter((cell) => cell.trim() !== '');
    // "Completed" over ticks and empty cells.
    if (doneHeaders.has(normalize(plain(header))))
      return filled.length > 0 && filled.every((cell) => /^\s*[✅☑✔✓❌✗]\ufe0f?\s*$/u.test(cell));
    if (taken.has(i) || plain(header) !== '') return false;
    return filled.length * 2 > cells.length && filled.every((cell) => readStatus(cell, legend)?.kind);
  });
  if (index >= 0) columns.status = index;
}

const doneHeaders = new Set(['completed', 'complete', 'done', 'finished', '完了', '完成', '완료'].map(normalize));

function isLegendShape(columns: Columns, width: number, cells: readonly CellTexts[], context: TableContext): boolean {
  if (columns.id !== undefined || columns.depends !== undefined || columns.owner !== undefined) return false;
  const described = columns.meaning ?? columns.title ?? columns.notes;
  if (width > 4 || described === undefined) return false;
  if (columns.status !== 0 && !context.legendHeading) return false;
  const words = cells.map((row) => normalize(plain(row.cell(columns.status!) ?? '')));
  return new Set(words).size === words.length && words.every((word) => word !== '' && word.length <= 30);
}

/** Rows that each name another group of the table's kind: by a name, a number or a letter. */
function isGroupTable(cells: readonly CellTexts[], columns: Columns): boolean {
  if (cells.length === 0 || columns.id === 0) return false;
  const named = cells.flatMap((row) => {
    const found = groupKeyOf(row.cell(0) ?? '');
    return found ? [`${found.name?.kind ?? ''}:${found.key}`] : [];
  });
  const dotted = named.filter((key) => key.includes('.'));
  if (dotted.length * 2 > named.length) return false;
  return named.length * 2 >= cells.length && new Set(named).size === named.length;
}

/** The key of a group in the first cell of its row: `1`, `A`, `1. Tokenizer`, `M1: Foundation`, `Phase 2 — API`. */
export function groupKeyOf(cell: string): { name: GroupName | null; key: string } | null {
  const text = plain(cell);
  const name = leadingGroupName(text);
  if (name) return name.keys.length === 1 ? { name, key: name.key } : null;
  const bare = /^[^\p{L}\p{N}]*(?:M|S|E|P)?(\d{1,3}(?:\.\d+)?|[A-Z])(?=$|[\s.:：)—–-])/u.exec(text);
  return bare ? { name: null, key: bare[1]!.replace(/^0+(?=\d)/, '') } : null;
}

/** Whether some dependency of the table names one of its rows: otherwise "Dependencies" may be packages. */
function namesRows(cells: readonly CellTexts[], columns: Columns, own: OwnIds | null): boolean {
  const ids = cells
    .map((row) => leadingId(row.cell(columns.title ?? -1) ?? '', own)?.id)
    .filter((id) => id !== undefined);
  if (ids.length * 2 >= cells.length) return true;
  const titles = cells.map((row) => normalize(plain(row.cell(columns.title ?? -1) ?? '')));
  return cells.some((row) => {
    const cell = normalize(plain(row.cell(columns.depends!) ?? ''));
    if (isNone(cell)) return false;
    return (
      groupNames(cell).length > 0 ||
      titles.some((title) => title !== '' && (title.includes(cell) || cell.includes(title)))
    );
  });
}
