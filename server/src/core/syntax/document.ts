import type { Span } from '../text/span';
import type { Block, Fence } from './blocks';
import { linesOf } from './lines';
import { readMarkdown } from './markdown';
import { cutSections } from './sections';
import { tableAt } from './table';
import { readTaskList } from './tasks';

/** A piece of text and its blocks, whose offsets start at the section. Shared between versions of a document. */
export interface Section {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** A document as a sequence of sections, each with the offset at which it starts. */
export interface SyntaxDocument {
  readonly sections: readonly { readonly start: number; readonly section: Section }[];
}

/** Lines longer than this are no plan; Markdown in them is not parsed, which keeps reading linear. */
const longestLine = 20_000;

/**
 * The blocks of a text. Sections that the previous reading also had are taken from there; the result is the same with
 * and without it.
 */
export function parseDocument(text: string, previous?: SyntaxDocument): SyntaxDocument {
  const known = new Map(previous?.sections.map(({ section }) => [section.text, section]));
  const sections: { start: number; section: Section }[] = [];
  const frontMatter = frontMatterEnd(text);
  // A byte order mark is a section of its own, so that none of the others has to know of it.
  const head = frontMatter || (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const spans: Span[] = head > 0 ? [{ start: 0, end: head }] : [];
  spans.push(...cutSections(text, head));
  for (const { start, end } of spans) {
    const source = text.slice(start, end);
    if (start === 0 && frontMatter > 0) {
      const section: Section = {
        text: source,
        blocks: [{ type: 'frontMatter', span: { start: 0, end: source.length } }],
      };
      sections.push({ start, section });
      continue;
    }
    let section = known.get(source);
    if (!section) {
      section = { text: source, blocks: readSection(source) };
      known.set(source, section);
    }
    sections.push({ start, section });
  }
  return { sections };
}

/** Tables and task lists that fill a section are read as such, by line; everything else goes through the Markdown parser. */
function readSection(text: string): Block[] {
  const lines = linesOf(text, { start: 0, end: text.length });
  while (lines.length > 0 && text.slice(lines.at(-1)!.start, lines.at(-1)!.end).trim() === '') lines.pop();
  if (lines.length === 0) return [];
  if (lines.every(({ start }) => text[start] === '|')) {
    const found = tableAt(text, lines, 0);
    if (found?.next === lines.length) return [found.table];
  }
  const tasks = readTaskList(text, lines);
  if (tasks) return tasks;
  const span = { start: lines[0]!.start, end: lines.at(-1)!.end };
  if (lines.some(({ start, end }) => end - start > longestLine))
    return [{ type: 'unparsed', span, reason: 'a line is too long for a plan' }];
  if (lines.some(({ start }) => depthOf(text, start) > deepestLine))
    return [{ type: 'unparsed', span, reason: 'it is nested too deep for a plan' }];
  return readMarkdown(text);
}

/** Deeper indents and quotes are no plan, and the parser's stack would not hold them. */
const deepestLine = 500;

/** Characters of indent, quote marks and list markers at the start of a line. */
function depthOf(text: string, start: number): number {
  let at = start;
  while (' \t>-+*'.includes(text[at] ?? 'x')) at++;
  return at - start;
}

/** Where YAML front matter ends: behind the line `---` that closes the one on the first line; 0 where there is none. */
function frontMatterEnd(text: string): number {
  const match = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!match) return 0;
  const close = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g;
  close.lastIndex = match[0].length - 1;
  const end = close.exec(text);
  return end ? end.index + end[0].length : 0;
}

const nested = new WeakMap<Fence, SyntaxDocument>();

/** The Markdown inside a fence; its offsets start at the fence's content. */
export function parseFence(section: Section, fence: Fence): SyntaxDocument {
  let document = nested.get(fence);
  if (!document) {
    document = parseDocument(section.text.slice(fence.content.start, fence.content.end));
    nested.set(fence, document);
  }
  return document;
}
