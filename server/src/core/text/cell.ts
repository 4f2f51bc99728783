import type { TextEdit } from './edit';
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

/**
 * Edits that leave the pipes of an aligned table where they are: for every cell that edits make wider or narrower, one more
 * edit takes padding from its larger side or adds some. Edits outside such cells come back as they are.
 */
export function keepingWidths(source: SourceText, edits: readonly TextEdit[]): TextEdit[] {
  const byCell = new Map<string, { slot: Span; grown: number }>();
  const pipes: Pipes = new Map();
  for (const { span, newText } of edits) {
    const slot = slotAt(source, span);
    if (!slot || !isAligned(source, slot, pipes)) continue;
    const cell = byCell.get(`${slot.start}`) ?? { slot, grown: 0 };
    cell.grown += displayWidth(newText) - displayWidth(source.slice(span));
    byCell.set(`${slot.start}`, cell);
  }
  const padding = [...byCell.values()].flatMap(({ slot, grown }): TextEdit[] => {
    const text = source.slice(slot);
    const left = /^ */.exec(text)![0].length;
    const right = text.length - text.trimEnd().length;
    const onLeft = left > right;
    const spare = Math.max(0, (onLeft ? left : right) - 1);
    const taken = Math.min(grown, spare);
    if (taken === 0) return [];
    const at = onLeft ? slot.start : slot.end;
    if (taken < 0) return [{ span: { start: at, end: at }, newText: ' '.repeat(-taken) }];
    return [{ span: onLeft ? { start: at, end: at + taken } : { start: at - taken, end: at }, newText: '' }];
  });
  return [...edits, ...padding];
}

/** What stands between the pipes on either side of a span in its line; null where there is none on one side. */
function slotAt(source: SourceText, span: Span): Span | null {
  const line = source.line(source.lineAt(span.start));
  const isPipe = (at: number): boolean =>
    source.chars.charCodeAt(at) === 0x7c && source.chars.charCodeAt(at - 1) !== 0x5c;
  let start = span.start;
  while (start > line.start && !isPipe(start - 1)) start--;
  let end = span.end;
  while (end < line.end && !isPipe(end)) end++;
  return start > line.start && end < line.end ? { start, end } : null;
}

/** How far up and down a table is looked at to tell whether its pipes stand under one another. */
const rowsLookedAt = 30;

/**
 * Whether the closing pipe of a cell stands where its column's other pipes stand, so that its width is worth keeping:
 * in most rows near it there is a pipe in the same display column, or the cell itself has padding to spare.
 * @param cell The span between the pipes in its row.
 * @param pipes Kept from one cell of the text to the next: where the pipes of lines stand.
 */
export function isAligned(source: SourceText, cell: Span, pipes: Pipes = new Map()): boolean {
  const text = source.slice(cell);
  if (/^ {2}| {2}$/.test(text) && text.trim() !== '') return true;
  const row = source.lineAt(cell.start);
  const column = displayWidth(source.chars.slice(source.line(row).start, cell.end));
  let rows = 0;
  let aligned = 0;
  for (const step of [-1, 1]) {
    for (
      let line = row + step;
      Math.abs(line - row) <= rowsLookedAt && line >= 0 && line < source.lineCount;
      line += step
    ) {
      const other = pipes.get(line) ?? pipesOf(source.slice(source.line(line)));
      pipes.set(line, other);
      if (other.size === 0) break;
      rows++;
      if (other.has(column)) aligned++;
    }
  }
  return rows > 0 && aligned * 2 > rows;
}

/** The display columns of pipes by line. */
type Pipes = Map<number, ReadonlySet<number>>;

function pipesOf(line: string): ReadonlySet<number> {
  const columns = new Set<number>();
  let at = 0;
  for (const part of line.includes('|') ? line.split(/(?=\|)/) : []) {
    if (part.startsWith('|')) columns.add(at);
    at += displayWidth(part);
  }
  return columns;
}

/** Whether `span` lies in the cell; gives it relative to the cell's start, else undefined. */
export function within(cell: Span, span: Span): Span | undefined {
  return contains(cell, span) ? { start: span.start - cell.start, end: span.end - cell.start } : undefined;
}
