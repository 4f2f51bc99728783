import type { Analysis } from '../analysis/analysis';
import { readFields } from '../model/fields';
import type { Dependency, Group, Ticket } from '../model/plan';
import { isNone } from '../model/tables';
import { labelWords } from '../model/vocabulary';
import type { Span } from '../text/span';
import { placed, rowOf } from './cells';
import { linesOfBody } from './ownLines';

type Entity = Ticket | Group;

/** Where the dependencies of a ticket or group are written. */
export type DependencyPlace =
  /** Some are there; the last one, with what decorates it. */
  | { readonly type: 'list'; readonly names: readonly Span[] }
  /** A cell or a field that says nothing, or that there are none. */
  | { readonly type: 'cell'; readonly cell: Span }
  | { readonly type: 'field'; readonly value: Span };

/** Where a ticket or group says what it depends on; null where it does not. What a sentence elsewhere tells is left out. */
export function dependencyPlace(analysis: Analysis, entity: Entity): DependencyPlace | null {
  const written = entity.dependencies.filter(({ told }) => !told);
  if (written.length > 0)
    return { type: 'list', names: written.map(({ span }) => decorated(analysis.source.text, span)) };
  const cell = dependencyCell(analysis, entity);
  if (cell) return { type: 'cell', cell };
  const value = dependencyField(analysis, entity);
  return value && { type: 'field', value };
}

/** The cell for dependencies in the row of a ticket or group; null where there is none. */
export function dependencyCell(analysis: Analysis, entity: Entity): Span | null {
  if (entity.type === 'ticket') {
    const found = rowOf(analysis, entity);
    const column = found?.table.columns.depends;
    return (column === undefined ? undefined : found?.row.cells[column]) ?? null;
  }
  for (const table of analysis.plan.tables) {
    const { depends } = table.columns;
    if (table.type !== 'groups' || depends === undefined) continue;
    const starts = new Set(entity.mentions.map(({ span }) => span.start - table.base));
    const row = table.rows.find(({ span }) => starts.has(span.start));
    const cell = row && placed(table, row).cells[depends];
    if (cell) return cell;
  }
  return null;
}

/** The value of a field for dependencies that has none. */
function dependencyField({ source, plan }: Analysis, entity: Entity): Span | null {
  for (const line of linesOfBody(source, plan, entity))
    for (const { label, value } of readFields(source.text, line))
      if (labelWords.depends.includes(label) && isNone(source.slice(value))) return value;
  return null;
}

/** The span of a dependency with the emphasis or code marks around it. */
function decorated(text: string, { start, end }: Dependency['span']): Span {
  let by = 0;
  while (/[*_`]/.test(text[start - 1 - by] ?? '') && text[start - 1 - by] === text[end + by]) by++;
  return { start: start - by, end: end + by };
}
