import { type Span, trimmed } from '../text/span';
import type { Row, Table } from './blocks';

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
  const cells: Span[] = [];
  let from = text.charCodeAt(start) === pipe ? start + 1 : start;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === backslash) i++;
    else if (code === pipe) {
      cells.push({ start: from, end: i });
      from = i + 1;
    }
  }
  if (from < end) cells.push({ start: from, end });
  return { span: { start, end }, cells };
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
  const columns = splitRow(text, delimiter).cells.length;
  if (header.cells.length !== columns && (header.cells.length < 2 || columns < 2)) return null;
  const rows: Row[] = [];
  let next = from + 2;
  for (; next < lines.length && hasPipe(text, lines[next]!); next++) rows.push(splitRow(text, lines[next]!));
  const span = { start: header.span.start, end: lines[next - 1]!.end };
  return { table: { type: 'table', span, header, rows }, next };
}
