import type { TextChange } from '../text/change';
import { trimmed } from '../text/span';
import type { Block, Fence, Item } from './blocks';
import { fenceOf } from './fence';
import { headingOf } from './heading';
import { linesOf } from './lines';
import { readMarkdown } from './markdown';
import { changedTable, tableAt } from './table';
import { changedTaskList, readTaskList } from './tasks';

/** A piece of text and its blocks, whose offsets start at the section. Shared between versions of a document. */
export interface Section {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What fills it, where it was read without the Markdown parser. */
  readonly filledBy?: 'table' | 'tasks' | 'fence';
  /** The fence that stood here before the last change. */
  readonly before?: Fence;
}

/** Lines longer than this are no plan; Markdown in them is not parsed, which keeps reading linear. */
const longestLine = 20_000;

/** A table, task list or fence that fills a section is read as such, by line; all else goes through the Markdown parser. */
export function readSection(text: string): Section {
  const lines = linesOf(text, { start: 0, end: text.length });
  while (lines.length > 0 && text.slice(lines.at(-1)!.start, lines.at(-1)!.end).trim() === '') lines.pop();
  if (lines.length === 0) return { text, blocks: [] };
  if (lines.every(({ start }) => text[start] === '|')) {
    const found = tableAt(text, lines, 0);
    if (found?.next === lines.length) return { text, blocks: [found.table], filledBy: 'table' };
  }
  const tasks = readTaskList(text, lines);
  if (tasks) return { text, blocks: tasks, filledBy: 'tasks' };
  const heading = headingOf(text, lines);
  if (heading) return { text, blocks: [heading] };
  const fence = fenceOf(text, lines);
  if (fence) return { text, blocks: [fence], filledBy: 'fence' };
  // A comment that nothing closes takes in all that follows (CommonMark §4.6, kind 2).
  if (text.startsWith('<!--') && !text.includes('-->'))
    return { text, blocks: [{ type: 'html', span: { start: 0, end: trimmed(text, 0, text.length).end } }] };
  return { text, blocks: readOther(text, lines) };
}

function readOther(text: string, lines: readonly { readonly start: number; readonly end: number }[]): Block[] {
  const span = { start: lines[0]!.start, end: lines.at(-1)!.end };
  if (lines.some(({ start, end }) => end - start > longestLine))
    return [{ type: 'unparsed', span, reason: 'a line is too long for a plan' }];
  if (lines.some(({ start }) => depthOf(text, start) > deepestLine))
    return [{ type: 'unparsed', span, reason: 'it is nested too deep for a plan' }];
  return readMarkdown(text);
}

/**
 * A section after a change in it, from what it was. Null where that is not quicker than reading it.
 * @param change In the section's text.
 */
export function changedSection(before: Section, text: string, change: TextChange): Section | null {
  const [block] = before.blocks;
  if (before.filledBy === 'table' && block?.type === 'table') {
    const table = changedTable(block, text, change);
    return table && { text, blocks: [table], filledBy: 'table' };
  }
  if (before.filledBy === 'tasks') {
    const tasks = changedTaskList(before.blocks as readonly Item[], text, change);
    return tasks && { text, blocks: tasks, filledBy: 'tasks' };
  }
  if (before.filledBy === 'fence' && block?.type === 'fence') {
    const section = readSection(text);
    return section.filledBy === 'fence' ? { ...section, before: block } : section;
  }
  return null;
}

/** Deeper indents and quotes are no plan, and the parser's stack would not hold them. */
const deepestLine = 500;

/** Characters of indent, quote marks and list markers at the start of a line. */
function depthOf(text: string, start: number): number {
  let at = start;
  while (' \t>-+*'.includes(text[at] ?? 'x')) at++;
  return at - start;
}
