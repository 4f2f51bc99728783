import type { Analysis } from '../analysis/analysis';
import type { PlanTable, Ticket } from '../model/plan';
import { isNone } from '../model/tables';
import { normalize } from '../model/vocabulary';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import { rowOf } from './cells';
import type { Refusal } from './change';
import { plain } from './markdown';
import { nameOf } from './names';
import { lastRow, rowText } from './row';

/** A ticket's row with the columns and widths of another table. */
export function rowOfTicket(analysis: Analysis, ticket: Ticket, to: PlanTable | null): string | Refusal {
  const { source, say } = analysis;
  const found = rowOf(analysis, ticket);
  if (!found) return { refused: say('It cannot be told how the row of {0} is made.', nameOf(say, ticket)) };
  const { table, row } = found;
  if (!to || to === table) return source.slice(row.span);
  const headers = (one: PlanTable): string[] => one.header.cells.map((cell) => normalize(source.slice(cell)));
  const [own, wanted] = [headers(table), headers(to)];
  const roleOf = (one: PlanTable, column: number): string | undefined =>
    Object.entries(one.columns).find(([, at]) => at === column)?.[0];
  const taken = new Set<number>();
  const words = wanted.map((header, column): string => {
    const role = roleOf(to, column);
    const same = own.findIndex((one, at) => one === header && !taken.has(at));
    const at =
      same >= 0 ? same : own.findIndex((_, i) => !taken.has(i) && role !== undefined && roleOf(table, i) === role);
    const cell = row.cells[at];
    if (!cell) return '';
    taken.add(at);
    return source.slice(cell).trim();
  });
  const lost = row.cells.findIndex((cell, i) => !taken.has(i) && !isNone(source.slice(cell)));
  if (lost >= 0) {
    const header = table.header.cells[lost];
    const name = nameOf(say, ticket);
    return {
      refused: header
        ? say('{0} says something in “{1}”, which the other table does not have.', name, plain(source.slice(header)))
        : say('{0} has more cells than its table has columns.', name),
    };
  }
  return rowText(source, to, lastRow(to), words).text;
}

/** The lines of an item or heading without the indent of the first. */
export function linesOf(analysis: Analysis, ticket: Ticket): string {
  const { source } = analysis;
  const own = source.line(source.lineAt(ticket.span.start));
  const indent = source.text.slice(own.start, ticket.span.start).replace(/^\ufeff/, '');
  const { first, last } = extentOf(analysis, ticket);
  const text = source.text.slice(source.line(first).start, source.line(last).end).replace(/^\ufeff/, '');
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())).join('');
}

/** The lines that go where a ticket goes: its own, all that it holds, and a comment above that waives findings in it. */
function extentOf({ source, plan }: Analysis, { span, body }: Ticket): { first: number; last: number } {
  const first = source.lineAt(span.start);
  const { start } = source.line(first);
  const waiver = plan.waivers.find(
    ({ form, parts }) => form === 'disable-next-line' && parts.some(({ covers }) => covers.start === start),
  );
  return { first: waiver ? source.lineAt(waiver.span.start) : first, last: source.lineAt(body.end) };
}

/** Takes out the lines of tickets with their line ends; of headings with the blank lines behind them. */
export function removals(analysis: Analysis, tickets: readonly Ticket[], apart: boolean): TextEdit[] {
  const { source } = analysis;
  const isBlank = (line: number): boolean =>
    line >= 0 && line < source.lineCount && source.slice(source.line(line)).trim() === '';
  return tickets.map((ticket) => {
    const { first, last: end } = extentOf(analysis, ticket);
    let last = end;
    if (apart) while (isBlank(last + 1)) last++;
    else if (isBlank(first - 1) && isBlank(last + 1)) last++;
    return { span: wholeLines(analysis, first, last), newText: '' };
  });
}

/** At the end of the text with the line end before them, as there is none behind. */
function wholeLines({ source }: Analysis, first: number, last: number): Span {
  const { start } = source.line(first);
  if (last + 1 < source.lineCount) return { start, end: source.line(last + 1).start };
  return { start: first > 0 ? source.line(first - 1).end : start, end: source.text.length };
}
