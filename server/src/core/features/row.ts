import type { PlanTable } from '../model/plan';
import type { Row } from '../syntax/blocks';
import { isAligned } from '../text/cell';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import { displayWidth } from '../text/width';
import { placed } from './cells';

/** A row that is not there yet. */
export interface RowText {
  /** From its first pipe to its last one, without what its line has before them. */
  readonly text: string;
  /** Where the word of each column stands in it. */
  readonly words: readonly Span[];
}

/**
 * A row of a table with these words in its cells, which looks like another row of it: with pipes at its ends where that has
 * some, and padded so that pipes stand under one another where they do so there.
 * @param like A row of the table, its spans in the document; the header where there is none.
 */
export function rowText(source: SourceText, table: PlanTable, like: Row | null, words: readonly string[]): RowText {
  const { header } = table;
  const model = like ?? header;
  const outer = source.slice(model.span);
  let text = outer.startsWith('|') || words.length === 1 ? '|' : '';
  const spans: Span[] = [];
  for (const [i, word] of words.entries()) {
    const cell = model.cells[i] ?? header.cells[i];
    const written = word.replace(/(?<!\\)\|/g, '\\|');
    const { before, after } = padding(source, cell, header.cells[i], written, i === 0 && text === '');
    spans.push({ start: text.length + before.length, end: text.length + before.length + written.length });
    const last = i === words.length - 1;
    text += `${before}${written}${last && !outer.trimEnd().endsWith('|') ? '' : `${after}|`}`;
  }
  return { text, words: spans };
}

/** The row of a table that stands last, its spans in the document; null where it has none. */
export const lastRow = (table: PlanTable): Row | null => {
  const row = table.rows.at(-1);
  return row ? placed(table, row) : null;
};

function padding(source: SourceText, cell: Span | undefined, header: Span | undefined, word: string, bare: boolean) {
  const text = cell ? source.slice(cell) : ' - ';
  const model = text.trim() === '' && header ? source.slice(header) : text;
  const left = bare ? 0 : /^\s*/.exec(model)![0].length;
  const right = model.length - model.trimEnd().length;
  const narrow = { before: ' '.repeat(Math.min(left, 1)), after: ' '.repeat(Math.min(right, 1)) };
  if (!cell || !isAligned(source, cell)) return narrow;
  const spare = displayWidth(text) - displayWidth(word) - narrow.before.length - narrow.after.length;
  if (spare <= 0) return narrow;
  return left > right && text.trim() !== ''
    ? { ...narrow, before: narrow.before + ' '.repeat(spare) }
    : { ...narrow, after: narrow.after + ' '.repeat(spare) };
}
