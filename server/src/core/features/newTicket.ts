import type { Analysis } from '../analysis/analysis';
import type { PlanTable, Ticket } from '../model/plan';
import type { Row } from '../syntax/blocks';
import { contains, type Span, trimmed } from '../text/span';
import { emptyWord, lineEndOf, saidIn } from './cells';
import { linesOfBody } from './ownLines';
import { type RowText, rowText } from './row';
import { wordChoices } from './statuses';

/** The text of a ticket that is not there yet, and where its title stands in it. */
export interface TicketText {
  readonly text: string;
  readonly title: Span;
  /** As it will be read. */
  readonly status: string | null;
}

/** The words of a new row, by column. */
export interface RowWords {
  readonly words: readonly string[];
  /** The column that the title stands in; -1 where none can. */
  readonly title: number;
  readonly status: string | null;
}

/**
 * What a new row of a table says: its id and title, the plan's word for what is not started, and in other columns what rows
 * have there that say nothing.
 * @param like The row that it goes below, and its ticket.
 */
export function newRowWords(
  analysis: Analysis,
  table: PlanTable,
  like: { row: Row; ticket: Ticket } | null,
  id: string | null,
  title: string,
): RowWords {
  const { source } = analysis;
  const { columns, header } = table;
  const columnOf = (span: Span | null): number =>
    span && like ? like.row.cells.findIndex((cell) => contains(cell, span)) : -1;
  const titled = columnOf(like?.ticket.titleSpan ?? null);
  const named = columnOf(like?.ticket.idSpan ?? null);
  const titleColumn = titled >= 0 ? titled : (columns.title ?? columns.id ?? -1);
  const idColumn = named >= 0 ? named : (columns.id ?? -1);
  const inherits = like?.ticket.status?.inherited === true;
  const status = inherits ? null : (todoWord(analysis, table) ?? null);
  const marked = (column: number, word: string): string => {
    const cell = like?.row.cells[column];
    const said = cell ? source.slice(saidIn(analysis, cell)) : '';
    const [, open] = /^([*_`]*)/.exec(said) as unknown as [string, string];
    const close = [...open].reverse().join('');
    return open !== '' && said.endsWith(close) && word !== '' ? `${open}${word}${close}` : word;
  };
  const words = header.cells.map((_, column): string => {
    if (column === titleColumn && column === idColumn && like?.ticket.idSpan) {
      const { idSpan, titleSpan } = like.ticket;
      const cell = saidIn(analysis, like.row.cells[column]!);
      const between = titleSpan.start >= idSpan.end ? source.text.slice(idSpan.end, titleSpan.start) : ' ';
      return balanced(`${source.text.slice(cell.start, idSpan.start)}${id ?? ''}${between}${title}`);
    }
    if (column === titleColumn) return title;
    if (column === idColumn && id !== null) return marked(column, id);
    if (column === columns.status && status !== null) return marked(column, status);
    if (column === columns.group && like?.row.cells[column])
      return source.slice(saidIn(analysis, like.row.cells[column]));
    return emptyWord(analysis, table, column) ?? emptyElsewhere(analysis, table, column);
  });
  return { words, title: titleColumn, status: columns.status === undefined ? null : status };
}

/** What the same column of other tables has where it has nothing to say. */
function emptyElsewhere(analysis: Analysis, { columns }: PlanTable, column: number): string {
  const role = Object.keys(columns).find((one) => columns[one as keyof typeof columns] === column);
  for (const other of role === undefined ? [] : analysis.plan.tables) {
    const at = other.columns[role as keyof typeof columns];
    const word = at === undefined ? null : emptyWord(analysis, other, at);
    if (word !== null) return word;
  }
  return '';
}

/** A new row as text. */
export function newRow(
  analysis: Analysis,
  table: PlanTable,
  like: { row: Row; ticket: Ticket } | null,
  id: string | null,
  title: string,
): TicketText | null {
  const { words, title: column, status } = newRowWords(analysis, table, like, id, title);
  if (column < 0) return null;
  const row: RowText = rowText(analysis.source, table, like?.row ?? null, words);
  const { end } = row.words[column]!;
  const trailing = /[*_`~]*$/.exec(words[column]!)![0].length;
  const written = title.replace(/(?<!\\)\|/g, '\\|');
  return { text: row.text, title: { start: end - trailing - written.length, end: end - trailing }, status };
}

/** A new check item or bullet like another one, without indent. */
export function newTask({ source, plan }: Analysis, like: Ticket | null, id: string | null, title: string): TicketText {
  if (!like) return { text: `- [ ] ${title}`, title: { start: 6, end: 6 + title.length }, status: '[ ]' };
  const { span, statusSlot, idSpan, status } = like;
  const titleSpan = trimmed(source.text, like.titleSpan.start, like.titleSpan.end);
  const from = statusSlot ? statusSlot.end : span.start;
  let lead = numbered(source.text.slice(span.start, statusSlot?.start ?? span.start));
  let said: string | null = null;
  if (statusSlot) {
    lead += ' ';
    said = '[ ]';
  }
  let middle = source.text.slice(from, idSpan && id !== null ? idSpan.start : titleSpan.start);
  if (!statusSlot && status && !status.inherited && contains({ start: from, end: titleSpan.start }, status.span)) {
    const sign = todoSign(plan.allTickets);
    middle = middle.replace(status.text, sign);
    said = sign;
  }
  if (!statusSlot) middle = numbered(middle);
  const optional = /^\]\*/.test(middle) ? `]${middle.slice(2)}` : middle;
  const behind =
    idSpan && id !== null ? `${id}${source.text.slice(idSpan.end, Math.max(idSpan.end, titleSpan.start))}` : '';
  const before = `${lead}${optional}${behind}`;
  return {
    text: balanced(`${before}${title}`),
    title: { start: before.length, end: before.length + title.length },
    status: said,
  };
}

/** A new heading with the field for its status, like another one. */
export function newHeading(analysis: Analysis, like: Ticket, id: string | null, title: string): TicketText {
  const { source, plan } = analysis;
  const { span, idSpan, titleSpan, status, statusSlot } = like;
  const eol = lineEndOf(source);
  const todo = todoWord(analysis, null) ?? 'Todo';
  const named = idSpan && id !== null && idSpan.end <= titleSpan.start;
  let before = source.text.slice(span.start, named ? idSpan.start : titleSpan.start);
  if (statusSlot && statusSlot.start < titleSpan.start)
    before = `${source.text.slice(span.start, statusSlot.start)} ${source.text.slice(statusSlot.end, span.start + before.length)}`;
  else if (status && contains({ start: span.start, end: span.start + before.length }, status.span))
    before =
      `${source.text.slice(span.start, status.span.start)}${source.text.slice(status.span.end, span.start + before.length)}`.replace(
        /(#+ ) +/,
        '$1',
      );
  if (named) before += `${id}${source.text.slice(idSpan.end, titleSpan.start)}`;
  const heading = balanced(`${before}${title}`);
  const line = linesOfBody(source, plan, like).find(
    (one) => status !== null && !status.inherited && contains(one, status.span),
  );
  const said = line
    ? `${source.text.slice(line.start, status!.span.start)}${todo}${/^[*_`]*/.exec(source.text.slice(status!.span.end, line.end))![0]}`
    : `**Status:** ${todo}`;
  return {
    text: `${heading}${eol}${eol}${said}`,
    title: { start: before.length, end: before.length + title.length },
    status: statusSlot ? '[ ]' : todo,
  };
}

function todoWord({ plan }: Analysis, table: PlanTable | null): string | undefined {
  const choices = wordChoices(plan, table?.number ?? null);
  return choices.find(({ kind }) => kind === 'todo')?.text;
}

/** The sign that the plan's own bullets have where they are not started. */
function todoSign(tickets: readonly Ticket[]): string {
  const own = tickets.find(({ shape, status }) => shape === 'item' && status?.kind === 'todo' && !status.inherited);
  return own?.status?.text ?? '⬜';
}

/** The next number of an ordered list. */
const numbered = (marker: string): string => marker.replace(/^\d{1,8}(?=[.)])/, (number) => String(Number(number) + 1));

/** With the emphasis closed that a copied beginning opened. */
function balanced(text: string): string {
  for (const mark of ['**', '__', '`']) if (text.split(mark).length % 2 === 0) return `${text}${mark}`;
  return text;
}
