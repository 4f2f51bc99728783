import type { SourceText } from '../../core/text/source';
import type { Span } from '../../core/text/span';
import { type Cell, cellsOf } from './display';

export interface Excerpt {
  readonly text: string;
  /** Blanks up to the span, and the mark under it. */
  readonly indent: string;
  readonly mark: string;
}

const ellipsis = '…';
const leastBefore = 12;

/**
 * The line where a span begins, at most about `width` columns of it, and what underlines the span: `~~~`, or `^` under
 * a single column or an empty span. Of a span over several lines, the first line's part.
 */
export function excerptOf(source: SourceText, span: Span, width: number): Excerpt {
  const line = source.line(source.lineAt(span.start));
  // Far more than can be shown is not looked at: a line may be megabytes long.
  const reach = width * 4;
  const from = wholeCharacter(source.text, Math.max(line.start, span.start - reach));
  const to = wholeCharacter(source.text, Math.min(line.end, span.start + reach));
  const cells = cellsOf(source.text.slice(from, to));
  const first = indexFrom(cells, (cell) => cell.end > span.start - from);
  const last = Math.max(
    first,
    indexFrom(cells, (cell) => cell.start >= span.end - from),
  );
  const [left, right] = windowAround(cells, first, last, width);

  const cutLeft = left > 0 || from > line.start;
  const cutRight = right < cells.length || to < line.end;
  const body = cells.slice(left, right).map((cell) => cell.text);
  const before = widthOf(cells, left, first) + (cutLeft ? 1 : 0);
  const under = widthOf(cells, first, Math.min(last, right));
  return {
    text: `${cutLeft ? ellipsis : ''}${body.join('')}${cutRight ? ellipsis : ''}`.trimEnd(),
    indent: ' '.repeat(before),
    mark: under > 1 ? '~'.repeat(under) : '^',
  };
}

/** The cells to show: the span's, and as many around them as there is room for. */
function windowAround(cells: readonly Cell[], first: number, last: number, width: number): [number, number] {
  if (widthOf(cells, 0, cells.length) <= width) return [0, cells.length];
  const room = Math.max(leastBefore, width - widthOf(cells, first, last));
  // What the right side does not need goes to the left.
  const after = widthOf(cells, last, cells.length);
  let budget = Math.max(Math.min(room / 2, room), room - after);
  let left = first;
  while (left > 0 && cells[left - 1]!.width <= budget) budget -= cells[--left]!.width;
  budget = width - widthOf(cells, left, first);
  let right = first;
  while (right < cells.length && cells[right]!.width <= budget) budget -= cells[right++]!.width;
  return [left, right];
}

function widthOf(cells: readonly Cell[], from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += cells[i]!.width;
  return sum;
}

function indexFrom(cells: readonly Cell[], test: (cell: Cell) => boolean): number {
  const index = cells.findIndex(test);
  return index < 0 ? cells.length : index;
}

/** The offset, or the one before where it would part a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff && offset > 0 ? offset - 1 : offset;
}
