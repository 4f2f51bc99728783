import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Row } from '../../server/src/core/syntax/blocks';
import { parseDocument } from '../../server/src/core/syntax/document';

/** What a reading has of one line: a table's row with the cells' own text, or a box with what stands in it. */
export interface Fact {
  readonly told: string;
  /** The line of the table's header; -1 for a task. */
  readonly table: number;
}

/** By line, from 0. */
export type Facts = ReadonlyMap<number, Fact>;

const gfm = unified().use(remarkParse).use(remarkGfm).freeze();

/** As remark-gfm reads it. */
export function readByGfm(text: string): Facts {
  const facts = new Map<number, Fact>();
  // remark drops a byte order mark and does not count it.
  const lead = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lineOf = lines(text);
  const startOf = (node: Nodes): number => lineOf(node.position!.start.offset! + lead);
  const visit = (node: Nodes): void => {
    if (node.type === 'table')
      for (const one of node.children) {
        const cells = one.children.map(({ position }) =>
          cellText(text.slice(position!.start.offset! + lead, position!.end.offset! + lead)),
        );
        facts.set(startOf(one), row(cells, startOf(node)));
      }
    if (node.type === 'listItem' && typeof node.checked === 'boolean')
      facts.set(startOf(node), box(node.checked ? 'x' : ' '));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(gfm.parse(text));
  return facts;
}

/** As we read it. */
export function readByUs(text: string): Facts {
  const facts = new Map<number, Fact>();
  const lineOf = lines(text);
  for (const { start, section } of parseDocument(text).sections) {
    const add = ({ span, cells }: Row, table: number): void => {
      const texts = cells.map((cell) => section.text.slice(cell.start, cell.end).trim());
      facts.set(lineOf(start + span.start), row(texts, table));
    };
    const visit = (block: Block): void => {
      if (block.type === 'table')
        for (const one of [block.header, ...block.rows]) add(one, lineOf(start + block.header.span.start));
      if (block.type !== 'item') return;
      if (block.box) {
        const mark = section.text.slice(block.box.start, block.box.end);
        facts.set(lineOf(start + block.span.start), box(mark === 'X' ? 'x' : mark));
      }
      for (const child of block.children) visit(child);
    };
    for (const block of section.blocks) visit(block);
  }
  return facts;
}

const row = (cells: readonly string[], table: number): Fact => ({ told: `row ${cells.join(' ¦ ')}`, table });
const box = (mark: string): Fact => ({ told: `task [${mark}]`, table: -1 });

/** The text between the pipes: a cell's position has the pipe before it, the last one's also the pipe behind it. */
function cellText(written: string): string {
  const inner = written.replace(/^\s*\|/, '');
  return inner.replace(/(^|[^\\])((?:\\\\)*)\|\s*$/, '$1$2').trim();
}

/** Gives the line of an offset. */
function lines(text: string): (offset: number) => number {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let line = 0;
    while (line + 1 < starts.length && starts[line + 1]! <= offset) line++;
    return line;
  };
}
