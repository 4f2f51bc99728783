import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { PlanTable, StatusKind, Ticket } from '../model/plan';
import { isNone } from '../model/tables';
import { contains } from '../text/span';
import { displayWidth } from '../text/width';
import { lineEndOf, placed, saidIn } from './cells';
import type { Change, Refusal } from './change';
import { unlike } from './facts';
import { boxChoices, wordChoices } from './statuses';
import { isJapanese, titleIn } from './titles';

/** Roles of the columns that a check list has words for, in the order in which a new table has them. */
const roles = ['id', 'title', 'status', 'depends'] as const;
type Role = (typeof roles)[number];
type Words = Readonly<Record<Role, string>>;

const english: Words = { id: 'ID', title: 'Task', status: 'Status', depends: 'Depends on' };
const japanese: Words = { id: 'ID', title: 'タスク', status: '状態', depends: '依存' };

/**
 * The check items beside one that could be rows: those of one list, each on a line of its own. Empty where they hold more.
 */
export function listAround({ plan, source }: Analysis, ticket: Ticket): Ticket[] {
  const all = (ticket.parent ? [] : (ticket.group?.tickets ?? plan.tickets)).filter(({ shape }) => shape === 'task');
  const line = (one: Ticket): number => source.lineAt(one.span.start);
  const at = all.indexOf(ticket);
  if (at < 0) return [];
  let first = at;
  while (first > 0 && line(all[first - 1]!) === line(all[first]!) - 1) first--;
  let last = at;
  while (last + 1 < all.length && line(all[last + 1]!) === line(all[last]!) + 1) last++;
  const list = all.slice(first, last + 1);
  const next = source.slice(source.line(line(all[last]!) + 1));
  const isPlain = list.every((one) => one.children.length === 0 && source.lineAt(one.body.end) === line(one));
  return isPlain && !/^\s+\S/.test(next) ? list : [];
}

/** Makes a table of the check list around a ticket; null where that list holds what no table could. */
export function listToTable(snapshot: Snapshot, uri: string, ticket: Ticket): Change | Refusal | null {
  const analysis = snapshot.analysis(uri);
  const list = analysis ? listAround(analysis, ticket) : [];
  if (!analysis || list.length === 0) return null;
  const { plan, source, say } = analysis;
  const choices = wordChoices(plan, null);
  const words = new Map(list.map((one) => [one, statusWord(choices, one.status?.kind ?? null, isJapanese(plan))]));
  if ([...words.values()].includes(null)) return { refused: say('The plan has no word for one of these statuses.') };
  const cells = list.map((one): Record<Role, string> => {
    const title = titleIn(source, one, one.titleSpan);
    return {
      id: one.id ?? '',
      title: title ? source.slice(title) : one.title,
      status: words.get(one)!,
      depends: one.dependencies.map(({ span }) => source.slice(span)).join(', '),
    };
  });
  const used = roles.filter((role) => role === 'title' || role === 'status' || cells.some((row) => row[role] !== ''));
  const header = headerOf(analysis);
  const rows = [used.map((role) => header[role]), ...cells.map((row) => used.map((role) => row[role]))];
  const text = tableText(rows);
  const first = source.line(source.lineAt(list[0]!.span.start));
  const last = source.line(source.lineAt(list.at(-1)!.span.start));
  const indent = source.text.slice(first.start, list[0]!.span.start).replace(/^\ufeff/, '');
  const eol = lineEndOf(source);
  const line = source.lineAt(first.start);
  const isOpen = (at: number): boolean =>
    at >= 0 && at < source.lineCount && !/^[\s>]*(?:$|#|```|~~~)/.test(source.slice(source.line(at)));
  const lines = text.map((one) => `${indent}${one}`);
  const newText = `${isOpen(line - 1) ? eol : ''}${lines.join(eol)}${isOpen(source.lineAt(last.end) + 1) ? eol : ''}`;
  const change = {
    edits: new Map([[uri, [{ span: { start: list[0]!.span.start - indent.length, end: last.end }, newText }]]]),
  };
  const odd = unlike(snapshot, change, {
    of: (fact) => {
      const word = fact.entity.type === 'ticket' ? words.get(fact.entity) : undefined;
      return word === undefined ? fact : { ...fact, status: word };
    },
  });
  return odd === null ? change : { refused: say('As a table, {0} would not be read as it is now.', odd) };
}

/** The marks that a box has for a status where the plan itself has none. */
const marks: Readonly<Partial<Record<StatusKind, string>>> = {
  todo: ' ',
  active: '~',
  done: 'x',
  dropped: '-',
  blocked: '!',
};

/** Tables with more rows than these are not looked through for it wherever the cursor goes. */
const mostTurned = 2000;

/** Whether a check list could say all that a table says: ids, titles, statuses with a mark, dependencies. */
export function fitsList(analysis: Analysis, table: PlanTable): boolean {
  const { plan, source } = analysis;
  if (table.type !== 'tickets' || table.rows.length === 0 || table.columns.status === undefined) return false;
  if (table.rows.length > mostTurned) return false;
  const tickets = plan.allTickets.filter((one) => one.table === table.number);
  if (tickets.length !== table.rows.length) return false;
  const told = new Set<number | undefined>(roles.map((role) => table.columns[role]));
  const isSaid = (row: (typeof table.rows)[number]): boolean =>
    placed(table, row).cells.every((cell, i) => told.has(i) || isNone(source.slice(saidIn(analysis, cell))));
  const hasMark = ({ status }: Ticket): boolean =>
    status === null || (status.kind !== null && marks[status.kind] !== undefined);
  return table.rows.every(isSaid) && tickets.every(hasMark);
}

/** Makes a check list of the table of a ticket; null where a list could not say all that the table does. */
export function tableToList(snapshot: Snapshot, uri: string, table: PlanTable): Change | Refusal | null {
  const analysis = snapshot.analysis(uri);
  if (!analysis || !fitsList(analysis, table)) return null;
  const { plan, source, say } = analysis;
  const own = boxChoices(plan);
  const tickets = plan.allTickets.filter((one) => one.table === table.number);
  const boxes = new Map(
    tickets.map((one) => {
      const kind = one.status?.kind ?? 'todo';
      return [one, own.find((choice) => choice.kind === kind)?.text ?? marks[kind]!];
    }),
  );
  const [open, close] = isJapanese(plan) ? ['（依存: ', '）'] : [' (depends on: ', ')'];
  const lines = tickets.map((one) => {
    const span = titleIn(source, one, one.titleSpan);
    const title = (span ? source.slice(span) : one.title).replace(/\\\|/g, '|');
    const depends = one.dependencies.filter(({ told }) => !told).map(({ span: at }) => source.slice(at));
    const tail = depends.length > 0 ? `${open}${depends.join(', ')}${close}` : '';
    const name = one.id === null || title.includes(one.id) ? title : `${one.id}: ${title}`;
    return `- [${boxes.get(one)}] ${name}${tail}`;
  });
  const eol = lineEndOf(source);
  const indent = source.text.slice(source.line(source.lineAt(table.span.start)).start, table.span.start);
  const newText = lines.join(`${eol}${indent.replace(/^\ufeff/, '')}`);
  const change = { edits: new Map([[uri, [{ span: table.span, newText }]]]) };
  const odd = unlike(snapshot, change, {
    of: (fact) => {
      const box = fact.entity.type === 'ticket' ? boxes.get(fact.entity) : undefined;
      return box === undefined ? fact : { ...fact, status: `[${box}]` };
    },
  });
  return odd === null ? change : { refused: say('As a check list, {0} would not be read as it is now.', odd) };
}

function statusWord(
  choices: ReturnType<typeof wordChoices>,
  kind: StatusKind | null,
  inJapanese: boolean,
): string | null {
  const own = choices.find((choice) => choice.kind === kind)?.text;
  return own ?? (kind === 'dropped' ? (inJapanese ? '中止' : 'Dropped') : null);
}

/** The headers of the plan's own tables, as far as it has some. */
function headerOf({ plan, source }: Analysis): Words {
  const words: Record<Role, string> = { ...(isJapanese(plan) ? japanese : english) };
  for (const { type, columns, header } of [...plan.tables].reverse())
    for (const role of type === 'tickets' ? roles : []) {
      const cell = columns[role] === undefined ? undefined : header.cells[columns[role]];
      if (cell && contains(header.span, cell)) words[role] = source.slice(cell).trim();
    }
  return words;
}

/** A table whose pipes stand under one another. */
function tableText(rows: readonly (readonly string[])[]): string[] {
  const written = rows.map((row) => row.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')));
  const widths = written[0]!.map((_, i) => Math.max(3, ...written.map((row) => displayWidth(row[i]!))));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell + ' '.repeat(widths[i]! - displayWidth(cell))).join(' | ')} |`;
  const [head, ...body] = written.map(line);
  return [head!, line(widths.map((width) => '-'.repeat(width))), ...body];
}
