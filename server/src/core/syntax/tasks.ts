import type { TextChange } from '../text/change';
import type { Span } from '../text/span';
import { type Block, Item } from './blocks';
import { linesOf } from './lines';

/** Deeper lists go through the Markdown parser, which lays them flat. */
const deepest = 20;

const taskLine = /^( *)([-*+])( +)\[([^\]\n])\](\*?) +(?=\S)/u;

/**
 * A tight list in which every line is a task of its own, read without a Markdown parser; null where any line is
 * something else. A child stands at its parent's content column or up to three behind it (CommonMark §5.2).
 */
export function readTaskList(text: string, lines: readonly Span[]): Item[] | null {
  const roots: Item[] = [];
  const open: { children: Block[]; content: number }[] = [];
  for (const { start, end } of lines) {
    const match = taskLine.exec(text.slice(start, end));
    if (!match) return null;
    const [all, indent, marker, gap, mark, star] = match as unknown as [string, string, string, string, string, string];
    if (gap.length > 4 || (mark.trim() !== mark && mark !== ' ')) return null;
    const column = indent.length;
    while (open.length > 0 && column < open.at(-1)!.content) open.pop();
    const parent = open.at(-1);
    if (open.length > deepest) return null;
    if (column - (parent?.content ?? 0) > 3) return null;
    const boxAt = marker.length + gap.length + 1;
    const length = trimEnd(text, start, end) - start - column;
    const children: Block[] = [];
    const item = new Item(
      start + column,
      {
        length,
        ordered: false,
        box: { start: boxAt, end: boxAt + mark.length },
        optional: star !== '',
        content: { start: all.length - column, end: length },
        memo: undefined,
      },
      children,
    );
    (parent?.children ?? roots).push(item);
    open.push({ children, content: column + marker.length + gap.length });
  }
  return roots;
}

/**
 * A task list after a change in it: the outermost items that it touches are read again. Null where that cannot be told from
 * those items alone.
 *
 * @param change In a text that the list fills, but for blank lines behind it.
 */
export function changedTaskList(roots: readonly Item[], text: string, change: TextChange): Item[] | null {
  const { start, oldEnd, newEnd } = change;
  const by = newEnd - oldEnd;
  const kept = countUntil(roots, start - 1);
  const rest = countUntil(roots, oldEnd);
  if (kept === 0) return null;
  const from = lineStart(text, roots[kept - 1]!.start);
  const to = rest < roots.length ? lineStart(text, roots[rest]!.start + by) : text.length;
  // Farther in, an item may become a child of the one before it.
  if (rest < roots.length && (to <= newEnd || roots[rest]!.start + by - to > 1)) return null;
  const lines = linesOf(text, { start: from, end: to });
  if (rest === roots.length)
    while (lines.length > 0 && text.slice(lines.at(-1)!.start, lines.at(-1)!.end).trim() === '') lines.pop();
  const changed = lines.length > 0 ? readTaskList(text, lines) : null;
  if (!changed) return null;
  const next = roots.slice(0, kept - 1);
  next.push(...changed);
  for (let i = rest; i < roots.length; i++) next.push(moved(roots[i]!, by));
  return next;
}

const moved = (item: Item, by: number): Item =>
  by === 0
    ? item
    : new Item(
        item.start + by,
        item.line,
        item.children.length === 0 ? none : item.children.map((child) => moved(child as Item, by)),
      );

const none: readonly Block[] = [];

/** Where the line of a task starts: before the blanks in front of it. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (text[start - 1] === ' ') start--;
  return start;
}

/** How many items start at an offset or before it. */
function countUntil(items: readonly Item[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}
