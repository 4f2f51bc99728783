import type { Analysis } from '../analysis/analysis';
import { groupNames } from '../model/names';
import type { Group } from '../model/plan';
import { cellContent } from '../model/rowCells';
import { type Span, shift } from '../text/span';
import { keyWithin } from './groupKeys';
import type { Use } from './occurrences';

/** Cells and chains of arrows that name a group by its key alone, or once more. */
export function* keyUses({ uri, plan, source }: Analysis): Generator<Use> {
  if (plan.orders.length === 0 && plan.tables.every(({ columns }) => columns.group === undefined)) return;
  const named = new Set(plan.allGroups.flatMap(({ mentions: all }) => all.map(({ titleSpan }) => titleSpan.start)));
  const use = (group: Group, span: Span): Use => ({
    uri,
    span,
    role: 'mention',
    by: 'name',
    targets: [{ uri, entity: group }],
    around: null,
  });
  const rows = new Map(plan.allTickets.map((ticket) => [ticket.span.start, ticket]));
  for (const table of plan.tables)
    for (const row of table.columns.group === undefined ? [] : table.rows) {
      const cell = row.cells[table.columns.group!];
      const group = rows.get(row.span.start + table.base)?.group;
      const span = cell && group && cellContent(source.text, shift(cell, table.base));
      if (span && !named.has(span.start) && keyWithin(source.slice(span), group)) yield use(group, span);
    }
  for (const { span, groups } of plan.orders) {
    const text = source.slice(span);
    if (groupNames(text).length > 0) continue;
    let at = 0;
    for (const group of groups) {
      const found = keyIn(text, group.key, at);
      if (!found) break;
      at = found.end;
      yield use(group, shift(found, span.start));
    }
  }
}

/** The next place of a key that stands alone. */
function keyIn(text: string, key: string, from: number): Span | null {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapeKey(key)}(?![\\p{L}\\p{N}])`, 'u');
  const found = pattern.exec(text.slice(from));
  return found && { start: from + found.index, end: from + found.index + found[0].length };
}

const escapeKey = (key: string): string => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
