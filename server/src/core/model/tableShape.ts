import type { Table } from '../syntax/blocks';
import { owned } from '../text/memo';
import { CellTexts } from './cellTexts';
import type { Reading, Scope } from './reading';
import { readTable, type TableContext, type TableReading } from './tables';

/** What a table is, and what its rows are read by: one object for all tables that are read alike. */
export interface TableShape extends TableReading {
  readonly headers: readonly string[];
  readonly legend: Reading['legend'];
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

export function shapeOf(reading: Reading, table: Table, base: number, scope: Scope): TableShape {
  const place = { legendHeading: scope.legend, inherits: scope.inherited !== null || scope.blocked };
  const known = found.get(table);
  if (known?.shape.legend === reading.legend && known.roles === reading.columns && isSamePlace(known.place, place))
    return known.shape;
  return judgedShape(reading, table, base, place);
}

function judgedShape(reading: Reading, table: Table, base: number, place: TablePlace): TableShape {
  const { text, legend, columns: roles, ids } = reading;
  const header = new CellTexts(text, table.header, base);
  const headers = table.header.line.cells.map((_, i) => owned(header.cell(i)!));
  // A row with a stray pipe has its cells in other columns: it says nothing of what these are.
  const cells: CellTexts[] = [];
  for (const row of table.rows.slice(0, judged))
    if (row.line.width <= headers.length) cells.push(new CellTexts(text, row, base));
  const read = readTable(headers, cells, { legend, ...place, columns: roles, ids });
  const shape = sameShape({ ...read, headers, legend });
  found.set(table, { shape, roles, place });
  return shape;
}

/** The shape of a table that stands where another one stood; null where that one was never judged. */
export function shapeInPlaceOf(reading: Reading, old: Table, table: Table, base: number): TableShape | null {
  const known = found.get(old);
  return known?.shape.legend === reading.legend ? judgedShape(reading, table, base, known.place) : null;
}

/** What a table was found to be; undefined where it was never judged. */
export const knownShape = (table: Table): TableShape | undefined => found.get(table)?.shape;

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
