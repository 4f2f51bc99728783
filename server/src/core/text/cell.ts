import type { SourceText } from './source';
import { contains, type Span } from './span';
import { displayWidth } from './width';

/**
 * A table cell with another word in it. What decorates the old word stays: emphasis, backticks, padding on the left.
 * @param cell What stands between the pipes, padding included.
 * @param word The new word; a pipe in it is escaped.
 * @param options `keepWidth`: make up for the difference in width with padding, as far as there is any to spare (one
 * space before the pipe is kept where there was one). `at`: where the old word stands in the cell, as far as known.
 */
export function replaceInCell(cell: string, word: string, options: { keepWidth: boolean; at?: Span }): string {
  const old = undecorated(cell, options.at ?? { start: 0, end: cell.length });
  const written = word.replace(/(?<!\\)\|/g, '\\|');
  if (cell.trim() === '') return filled(cell, written, options.keepWidth);
  const replaced = cell.slice(0, old.start) + written + cell.slice(old.end);
  return options.keepWidth ? padded(replaced, displayWidth(cell)) : replaced;
}

/** An empty cell with a word in it. */
function filled(cell: string, word: string, keepWidth: boolean): string {
  const text = ` ${word} `;
  return keepWidth ? padded(text, displayWidth(cell)) : text;
}

/** The cell with its padding changed so that it comes as near to the width as it can. The larger side gives or takes. */
function padded(cell: string, width: number): string {
  const left = /^ */.exec(cell)![0].length;
  const right = cell.length - cell.trimEnd().length;
  let spare = width - displayWidth(cell);
  const onLeft = left > right;
  const side = onLeft ? left : right;
  if (spare < 0) spare = -Math.min(-spare, Math.max(0, side - 1));
  const pad = ' '.repeat(side + spare);
  return onLeft ? pad + cell.slice(left) : cell.slice(0, cell.length - right) + pad;
}

/** The span without white space and emphasis, strike-through and code marks around it. */
export function undecorated(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s*_~`]/.test(text[start]!)) start++;
  while (end > start && /[\s*_~`]/.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : span;
}

/** How far up and down a table is looked at to tell whether its pipes stand under one another. */
const rowsLookedAt = 30;

/**
 * Whether the closing pipe of a cell stands where its column's other pipes stand, so that its width is worth keeping:
 * in most rows near it there is a pipe in the same display column, or the cell itself has padding to spare.
 * @param cell The span between the pipes in its row.
 */
export function isAligned(source: SourceText, cell: Span): boolean {
  const text = source.slice(cell);
  if (/^ {2}| {2}$/.test(text) && text.trim() !== '') return true;
  const row = source.lineAt(cell.start);
  const column = displayWidth(source.text.slice(source.line(row).start, cell.end));
  let rows = 0;
  let aligned = 0;
  for (const step of [-1, 1]) {
    for (
      let line = row + step;
      Math.abs(line - row) <= rowsLookedAt && line >= 0 && line < source.lineCount;
      line += step
    ) {
      const other = source.slice(source.line(line));
      if (!other.includes('|')) break;
      rows++;
      if (hasPipeAt(other, column)) aligned++;
    }
  }
  return rows > 0 && aligned * 2 > rows;
}

function hasPipeAt(line: string, column: number): boolean {
  let at = 0;
  for (const part of line.split(/(?=\|)/)) {
    if (at === column && part.startsWith('|')) return true;
    if (at > column) return false;
    at += displayWidth(part);
  }
  return false;
}

/** Whether `span` lies in the cell; gives it relative to the cell's start, else undefined. */
export function within(cell: Span, span: Span): Span | undefined {
  return contains(cell, span) ? { start: span.start - cell.start, end: span.end - cell.start } : undefined;
}
