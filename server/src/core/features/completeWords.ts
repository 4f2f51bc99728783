import type { Analysis } from '../analysis/analysis';
import type { Group, PlanTable, Ticket } from '../model/plan';
import { isNone } from '../model/tables';
import { shift } from '../text/span';
import { groupName } from './dependencyChoices';
import { plain } from './markdown';
import { nameOf } from './names';
import type { Slot } from './slots';

/** A word for a place, and what it means. */
export interface WordChoice {
  readonly word: string;
  readonly detail: string;
}

const mostWords = 100;

/** What a slot for an owner, branch, priority or phase can be given: what the plan has there, the commonest first. */
export function wordsFor(analysis: Analysis, { role, table, owner }: Slot & { type: 'word' }): WordChoice[] {
  if (role === 'group') return phases(analysis, table);
  const used = usedWords(analysis, role, owner);
  const branch = role === 'branch' && owner?.type === 'ticket' ? branchFor(analysis, owner, used) : null;
  const words = branch === null ? used : [branch, ...used.filter((word) => word !== branch)];
  return words.slice(0, mostWords).map((word) => ({ word, detail: '' }));
}

/** Words of a column or field, by how often they stand there; `@name` of check items as well. */
function usedWords(
  { plan, source }: Analysis,
  role: 'owner' | 'branch' | 'priority',
  owner: Ticket | Group | null,
): string[] {
  const counts = new Map<string, number>();
  const add = (word: string): void => {
    if (!isNone(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  const rows = new Set<Ticket>();
  const byRow = new Map(plan.allTickets.map((ticket) => [ticket.span.start, ticket]));
  for (const { columns, rows: all, base } of plan.tables)
    for (const row of columns[role] === undefined ? [] : all) {
      const ticket = byRow.get(row.span.start + base);
      const cell = row.cells[columns[role]!];
      if (ticket) rows.add(ticket);
      if (cell && ticket !== owner) add(source.slice(shift(cell, base)).trim());
    }
  for (const ticket of plan.allTickets)
    if (ticket !== owner && !rows.has(ticket) && ticket[role] !== null) add(plain(ticket[role]));
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** A branch for a ticket, named as the others are: their folder, then its id or the first words of its title. */
function branchFor({ plan }: Analysis, ticket: Ticket, used: readonly string[]): string | null {
  const named = plan.allTickets.filter((one) => one !== ticket && one.branch !== null);
  const [folder] = /^.*\//.exec(plain(used[0] ?? '').replace(/[`*_]/g, '')) ?? [];
  if (named.length === 0 || folder === undefined) return null;
  const byId = named.filter(({ id, branch }) => id !== null && branch!.toLowerCase().includes(id.toLowerCase()));
  const words =
    plain(ticket.title)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const name =
    byId.length * 2 > named.length && ticket.id !== null ? ticket.id.toLowerCase() : words.slice(0, 3).join('-');
  const mark = /^`/.test(used[0]!) ? '`' : '';
  return name === '' ? null : `${mark}${folder}${name}${mark}`;
}

/** The phases as the column of a table names them. */
function phases(analysis: Analysis, table: PlanTable | null): WordChoice[] {
  const { plan, source, say } = analysis;
  const column = table?.columns.group;
  const said = new Map<Group, string>();
  for (const ticket of plan.allTickets) {
    const row = table?.rows.find((one) => one.span.start + table.base === ticket.span.start);
    const cell = column === undefined ? undefined : row?.cells[column];
    if (cell && table && ticket.group && !said.has(ticket.group))
      said.set(ticket.group, source.slice(shift(cell, table.base)).trim());
  }
  const bare = said.size > 0 && [...said.values()].every((text) => /^(?:[\d.]+|[A-Z])$/.test(text));
  return plan.allGroups.flatMap((group) => {
    if (group.kind === 'section') return [];
    const word = said.get(group) ?? (bare ? group.key : groupName(analysis, group));
    return word === null || word === '' ? [] : [{ word, detail: nameOf(say, group) }];
  });
}
