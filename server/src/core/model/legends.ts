import type { Table } from '../syntax/blocks';
import { owned } from '../text/memo';
import { shift } from '../text/span';
import { CellTexts } from './cellTexts';
import { readFields } from './fields';
import { readHeading } from './heading';
import { plain } from './inline';
import { legendKind, legendLine, splitMeaning } from './legend';
import { isNode, type OutlineNode } from './outline';
import type { LegendEntry } from './plan';
import { cellContent } from './rowCells';
import { readTable } from './tables';
import { type ColumnRole, legendWords, normalize } from './vocabulary';

/**
 * Every status that the plan explains: in a table of statuses and meanings, a list or line under a heading such as "Status
 * legend", or behind a label such as "Status key:".
 */
export function readLegends(text: string, root: OutlineNode, columns: ReadonlyMap<string, ColumnRole>): LegendEntry[] {
  const entries: LegendEntry[] = [];
  visit(text, root, false, columns, entries);
  return entries.slice(0, mostEntries);
}

/** No plan has more statuses; every status is looked up among them. */
const mostEntries = 100;

function visit(
  text: string,
  node: OutlineNode,
  below: boolean,
  columns: ReadonlyMap<string, ColumnRole>,
  out: LegendEntry[],
): void {
  let labelled = false;
  for (const entry of node.entries) {
    if (isNode(entry)) {
      const { block, base } = entry.heading!;
      const content = shift(block.content, base);
      visit(text, entry, isLegend(text.slice(content.start, content.end)), columns, out);
      continue;
    }
    const { block, base } = entry;
    if (block.type === 'table')
      for (const { span, ...said } of legendTable(text, block, base, below || labelled, columns))
        out.push({ ...said, span: shift(span, base) });
    else if (block.type === 'item' && (below || labelled)) {
      const content = shift(block.content, base);
      const words = plain(text.slice(content.start, content.end));
      const [word, meaning] = block.box
        ? [text.slice(content.start - 4, content.start).trim(), words]
        : splitMeaning(words);
      if (word !== '' && word.length <= 30 && meaning !== '')
        out.push({ text: word, meaning, kind: legendKind(word, meaning), span: content });
    } else if (block.type === 'paragraph') {
      labelled = false;
      for (const line of block.lines) {
        const at = shift(line, base);
        const field = readFields(text, at)[0];
        const named = field && legendWords.includes(field.label);
        if (named && field.value.start === field.value.end) labelled = true;
        const value = named ? { start: field.value.start, end: at.end } : below ? at : null;
        if (value) out.push(...legendLine(text.slice(value.start, value.end), value.start));
      }
      continue;
    }
    if (block.type !== 'item') labelled = false;
  }
}

const none: readonly never[] = [];

/** Whether a heading says that a legend follows. Nearly none does, which is seen without reading all of it. */
function isLegend(heading: string): boolean {
  if (/^[\x20-\x7e]*$/.test(heading) && !likely.test(normalize(plain(heading)))) return false;
  return readHeading(heading, { start: 0, end: heading.length }, { legend: none, ids: null }).legend;
}

const likely = new RegExp(legendWords.join('|'), 'u');

/** Tables with more columns explain nothing. */
const widest = 4;
const isWide = ({ header }: Table): boolean => header.line.width > widest;

/** What tables explain, offsets as theirs, and by what they were read. */
const known = new WeakMap<
  Table,
  { entries: readonly LegendEntry[]; below: boolean; columns: ReadonlyMap<string, ColumnRole> }
>();

function legendTable(
  text: string,
  table: Table,
  base: number,
  below: boolean,
  columns: ReadonlyMap<string, ColumnRole>,
): readonly LegendEntry[] {
  if (isWide(table)) return none;
  const last = known.get(table);
  if (last?.below === below && last.columns === columns) return last.entries;
  const { start, end } = shift(table.span, base);
  const entries = readLegendTable(' '.repeat(table.span.start) + owned(text.slice(start, end)), table, below, columns);
  known.set(table, { entries, below, columns });
  return entries;
}

/** Whether neither a table explains a status, nor the one did that stood in its place. */
export function explainsAlike(text: string, table: Table, base: number, before: Table): boolean {
  if (isWide(table) && isWide(before)) return true;
  const last = known.get(before);
  if (!last || last.entries.length > 0) return false;
  return legendTable(text, table, base, last.below, last.columns).length === 0;
}

const symbols =
  /^(?:symbol|icon|emoji|mark|marker|sign|box|記号|アイコン|マーク|图标|符号|아이콘|기호|símbolo|icono|symbole|icône|символ|simge)$/;

function readLegendTable(
  text: string,
  table: Table,
  below: boolean,
  columns: ReadonlyMap<string, ColumnRole>,
): LegendEntry[] {
  const rows = table.rows.slice(0, mostEntries);
  const headers = table.header.cells.map((cell) => text.slice(cell.start, cell.end));
  const cells = rows.map((row) => new CellTexts(text, row, 0));
  const reading = readTable(headers, cells, {
    legend: none,
    legendHeading: below,
    inherits: false,
    columns,
    ids: null,
  });
  const bySymbol = symbols.test(normalize(plain(headers[0] ?? ''))) && headers.length <= 3;
  if (reading.kind !== 'legend' && !bySymbol && !(below && headers.length <= 3)) return [];
  const key = reading.kind === 'legend' ? reading.columns.status! : 0;
  return rows.flatMap((row) => {
    const cell = row.cells[key];
    if (!cell) return [];
    const span = cellContent(text, cell);
    const word = plain(text.slice(span.start, span.end));
    const meaning = row.cells
      .filter((_, i) => i !== key)
      .map((other) => plain(text.slice(other.start, other.end)))
      .join(' ');
    return word === '' ? [] : [{ text: word, meaning, kind: legendKind(word, meaning), span }];
  });
}
