import type { TextChange } from '../text/change';
import { type Span, trimmed } from '../text/span';
import { Row, RowLine, type Table } from './blocks';
import { linesOf } from './lines';

const pipe = 0x7c;
const backslash = 0x5c;

/** Whether a delimiter row could stand here: `| --- | :-: |`. GFM §4.10. */
function isDelimiterRow(text: string, span: Span): boolean {
  let dashes = false;
  let pipes = false;
  for (let i = span.start; i < span.end; i++) {
    const char = text[i];
    if (char === '-') dashes = true;
    else if (char === '|') pipes = true;
    else if (char !== ':' && char !== ' ' && char !== '\t') return false;
  }
  return (
    dashes &&
    pipes &&
    splitRow(text, span).cells.every((cell) => /^\s*:?-+:?\s*$/.test(text.slice(cell.start, cell.end)))
  );
}

/**
 * A line as a table row. A pipe behind a backslash belongs to its cell; one in a code span does not (GFM §4.10). Pipes
 * at the line's ends are optional.
 */
function splitRow(text: string, line: Span): Row {
  const { start, end } = trimmed(text, line.start, line.end);
  let from = text.charCodeAt(start) === pipe ? start + 1 : start;
  const edges = [from - start];
  for (let at = text.indexOf('|', from); at >= 0 && at < end; at = text.indexOf('|', at + 1)) {
    if (isEscaped(text, from, at)) continue;
    from = at + 1;
    edges.push(from - start);
  }
  if (from < end) edges.push(end + 1 - start);
  // A copy has no room for more, which the one that grew has.
  return new Row(start, new RowLine(end - start, edges.slice()));
}

/** Whether an odd number of backslashes stands right before an offset, none of them before `from`. */
function isEscaped(text: string, from: number, at: number): boolean {
  let first = at;
  while (first > from && text.charCodeAt(first - 1) === backslash) first--;
  return (at - first) % 2 === 1;
}

/** Whether the line has a pipe that could part cells. */
const hasPipe = (text: string, line: Span): boolean => {
  const at = text.indexOf('|', line.start);
  return at >= 0 && at < line.end;
};

/**
 * The table that starts at a header line, or null. Takes the delimiter row and every line behind it that has a pipe;
 * wider than GFM in one thing: header and delimiter row may differ by cells (half-typed tables), as long as both have two.
 */
export function tableAt(text: string, lines: readonly Span[], from: number): { table: Table; next: number } | null {
  const head = lines[from];
  const delimiter = lines[from + 1];
  if (!head || !delimiter || !hasPipe(text, head) || !isDelimiterRow(text, delimiter)) return null;
  const header = splitRow(text, head);
  const columns = splitRow(text, delimiter).line.width;
  const named = header.line.width;
  if (named !== columns && (named < 2 || columns < 2)) return null;
  const rows: Row[] = [];
  let next = from + 2;
  for (; next < lines.length && hasPipe(text, lines[next]!); next++) rows.push(splitRow(text, lines[next]!));
  const span = { start: header.start, end: lines[next - 1]!.end };
  return { table: { type: 'table', span, header, rows }, next };
}

/**
 * The table after a change in its rows; null where the change reaches beyond them, or makes something else of a line. Every
 * line of the table starts with a pipe, before the change and after it.
 *
 * @param change In a text that the table fills, but for blank lines behind it.
 */
export function changedTable(table: Table, text: string, { start, oldEnd, newEnd }: TextChange): Table | null {
  const { rows } = table;
  const by = newEnd - oldEnd;
  const kept = countUntil(rows, start - 1);
  const rest = countUntil(rows, oldEnd);
  if (kept === 0) return null;
  const from = rows[kept - 1]!.start;
  const to = rest < rows.length ? rows[rest]!.start + by : text.length;
  const lines = linesOf(text, { start: from, end: to });
  if (rest === rows.length)
    while (lines.length > 0 && text.slice(lines.at(-1)!.start, lines.at(-1)!.end).trim() === '') lines.pop();
  if (lines.length === 0 || lines.some((line) => text.charCodeAt(line.start) !== pipe)) return null;
  const end = rest < rows.length ? table.span.end + by : lines.at(-1)!.end;
  const next = rows.slice(0, kept - 1);
  for (const line of lines) next.push(splitRow(text, line));
  for (let i = rest; i < rows.length; i++) next.push(by === 0 ? rows[i]! : new Row(rows[i]!.start + by, rows[i]!.line));
  return { ...table, span: { start: table.span.start, end }, rows: next };
}

/** How many rows start at an offset or before it. */
function countUntil(rows: readonly Row[], offset: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
