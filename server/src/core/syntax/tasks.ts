import type { Span } from '../text/span';
import type { Block, Item } from './blocks';

/** Deeper lists go through the Markdown parser, which lays them flat. */
const deepest = 20;

const taskLine = /^( *)([-*+])( +)\[([^\]\n])\](\*?) +(?=\S)/u;

/**
 * A tight list in which every line is a task of its own, read without a Markdown parser; null where any line is
 * something else. A child stands at its parent's content column or up to three behind it (CommonMark §5.2).
 */
export function readTaskList(text: string, lines: readonly Span[]): Block[] | null {
  const roots: Item[] = [];
  const open: { item: Item & { children: Block[] }; column: number; content: number }[] = [];
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
    const markerAt = start + column;
    const boxAt = markerAt + marker.length + gap.length + 1;
    const item: Item & { children: Block[] } = {
      type: 'item',
      span: { start: markerAt, end: trimEnd(text, start, end) },
      ordered: false,
      box: { start: boxAt, end: boxAt + mark.length },
      optional: star !== '',
      content: { start: start + all.length, end: trimEnd(text, start, end) },
      children: [],
    };
    (parent ? parent.item.children : roots).push(item);
    open.push({ item, column, content: column + marker.length + gap.length });
  }
  return roots;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}
