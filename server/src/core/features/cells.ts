import type { Analysis } from '../analysis/analysis';
import type { PlanTable, Ticket } from '../model/plan';
import { isNone } from '../model/tables';
import { Row } from '../syntax/blocks';
import { isAligned, keepingWidths, replaceInCell, undecorated, within } from '../text/cell';
import type { TextEdit } from '../text/edit';
import type { SourceText } from '../text/source';
import { contains, type Span, shift, trimmed } from '../text/span';

/** A row of a table with its spans in the document. */
export const placed = ({ base }: PlanTable, row: Row): Row => new Row(row.start + base, row.line);

/** The table and the row that a ticket is told by; null for one that is no row. */
export function rowOf({ plan }: Analysis, { table: number, span }: Ticket): { table: PlanTable; row: Row } | null {
  const table = number === null ? undefined : plan.tables.find((one) => one.number === number);
  const row = table?.rows.find((one) => one.span.start + table.base === span.start);
  return table && row ? { table, row: placed(table, row) } : null;
}

/** What a cell says, without padding and without the comments in it that waive findings. */
export function saidIn({ plan, source }: Analysis, cell: Span): Span {
  let { start, end } = cell;
  for (const { span } of plan.waivers) {
    if (!contains(cell, span)) continue;
    // What stands behind a comment is not looked for: comments stand at the end.
    end = Math.min(end, span.start);
  }
  ({ start, end } = trimmed(source.text, start, Math.max(start, end)));
  return { start, end };
}

/**
 * Puts a word in the place of what a cell says. What decorates it stays, and so do comments that waive findings; the pipes of
 * an aligned table stay where they are.
 * @param said What is replaced, where it is less than all that the cell says.
 */
export function fillCell(
  analysis: Analysis,
  cell: Span,
  word: string,
  said: Span = saidIn(analysis, cell),
): TextEdit[] {
  const { source } = analysis;
  const waived = analysis.plan.waivers.some(({ span }) => contains(cell, span));
  if (!waived) {
    const at = within(cell, said);
    const newText = replaceInCell(source.slice(cell), word, {
      keepWidth: isAligned(source, cell),
      ...(at ? { at } : {}),
    });
    return [trimEdit(source, cell, newText)];
  }
  const written = word.replace(/(?<!\\)\|/g, '\\|');
  if (said.start < said.end) {
    const old = undecorated(source.text, said);
    return keepingWidths(source, [{ span: old, newText: written }]);
  }
  const comment = analysis.plan.waivers.find(({ span }) => contains(cell, span))!.span;
  return keepingWidths(source, [{ span: { start: comment.start, end: comment.start }, newText: `${written} ` }]);
}

/** The edit without what it does not change at either end; a word is replaced whole. */
export function trimEdit(source: SourceText, span: Span, newText: string): TextEdit {
  const old = source.slice(span);
  let head = 0;
  while (head < old.length && head < newText.length && old[head] === newText[head]) head++;
  let tail = 0;
  const most = Math.min(old.length, newText.length) - head;
  while (tail < most && old[old.length - 1 - tail] === newText[newText.length - 1 - tail]) tail++;
  // No surrogate pair is cut: back to where the old word begins.
  while (head > 0 && !/\s/.test(old[head - 1]!)) head--;
  while (tail > 0 && !/\s/.test(old[old.length - tail]!)) tail--;
  return {
    span: { start: span.start + head, end: span.end - tail },
    newText: newText.slice(head, newText.length - tail),
  };
}

/** What the cells of a column have where they have nothing to say: `-`, `なし` or nothing at all; null where none is so. */
export function emptyWord({ source }: Analysis, table: PlanTable, column: number): string | null {
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const cell = row.cells[column];
    const text = cell ? source.slice(shift(cell, table.base)).trim() : null;
    if (text !== null && isNone(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  let most: string | null = null;
  for (const [text, count] of counts) if (most === null || count > counts.get(most)!) most = text;
  return most;
}

/** As the document ends its first line. */
export const lineEndOf = ({ text }: SourceText): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
