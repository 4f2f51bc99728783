import type { Block, Heading } from '../syntax/blocks';
import { parseFence, type SyntaxDocument } from '../syntax/document';
import type { Section } from '../syntax/section';

/** A block and the offset in the document that its spans are relative to. */
export interface Placed<B extends Block = Block> {
  readonly block: B;
  readonly base: number;
}

/** A heading with all that stands below it; the root has none. */
export interface OutlineNode {
  readonly heading: Placed<Heading> | null;
  readonly depth: number;
  /** In the order of the text: blocks of its own and the headings below it. */
  readonly entries: (Placed | OutlineNode)[];
}

export const isNode = (entry: Placed | OutlineNode): entry is OutlineNode => 'entries' in entry;

/**
 * The headings of a document as a tree. Where `descend` says so, the Markdown inside a fence takes part as if it stood below
 * the heading that the fence stands below.
 */
export function readOutline(
  document: SyntaxDocument,
  descend: (fence: Placed, text: string, heading: string) => boolean,
): OutlineNode {
  const root: OutlineNode = { heading: null, depth: 0, entries: [] };
  fill(root, document, 0, descend);
  return root;
}

function fill(
  root: OutlineNode,
  document: SyntaxDocument,
  base: number,
  descend: (fence: Placed, text: string, heading: string) => boolean,
): void {
  const open: OutlineNode[] = [root];
  for (const { start, section } of document.sections)
    for (const block of section.blocks) {
      const placed = { block, base: base + start };
      if (block.type === 'heading') {
        const depth = root.depth + block.depth;
        while (open.length > 1 && open.at(-1)!.depth >= depth) open.pop();
        const node: OutlineNode = { heading: placed as Placed<Heading>, depth, entries: [] };
        open.at(-1)!.entries.push(node);
        open.push(node);
      } else if (
        block.type === 'fence' &&
        descend(placed, contentOf(section, block), headingOf(open.at(-1)!, section))
      ) {
        const inner: OutlineNode = { heading: null, depth: open.at(-1)!.depth, entries: open.at(-1)!.entries };
        fill(inner, parseFence(section, block), base + start + block.content.start, descend);
      } else open.at(-1)!.entries.push(placed);
    }
}

const contentOf = (section: Section, fence: { content: { start: number; end: number } }): string =>
  section.text.slice(fence.content.start, fence.content.end);

/** The text of the heading when it is in the same section; sections start at headings, so that it nearly always is. */
function headingOf(node: OutlineNode, section: Section): string {
  const heading = node.heading?.block;
  return heading ? section.text.slice(heading.content.start, heading.content.end) : '';
}

/** Where the last block below a heading ends; the heading's own end where nothing is below it. */
export function endOf(node: OutlineNode): number {
  const last = node.entries.at(-1);
  if (last) return isNode(last) ? endOf(last) : last.block.span.end + last.base;
  return node.heading ? node.heading.block.span.end + node.heading.base : 0;
}

/** Every block of the outline outside headings, list children included, in the order of the text. */
export function* blocksOf(node: OutlineNode): Generator<Placed> {
  for (const entry of node.entries) {
    if (isNode(entry)) yield* blocksOf(entry);
    else yield* withChildren(entry);
  }
}

function* withChildren(placed: Placed): Generator<Placed> {
  yield placed;
  if (placed.block.type === 'item')
    for (const block of placed.block.children) yield* withChildren({ block, base: placed.base });
}
