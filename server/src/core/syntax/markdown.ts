import type { Nodes, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Span, shift, trimmed } from '../text/span';
import { type Block, Item } from './blocks';
import { linesOf } from './lines';
import { tableAt } from './table';

const parser = unified().use(remarkParse).freeze();

/** Any Markdown as blocks. Tables and boxes, which CommonMark does not know, are read out of its paragraphs. */
export function readMarkdown(text: string): Block[] {
  const out: Block[] = [];
  // remark drops a leading byte order mark and counts its offsets without it.
  const lead = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const node of parser.parse(text).children) append(text, node, lead, out, 0);
  return out;
}

/** Blocks nested deeper than this stand beside the one that holds them: nothing that recurses over blocks goes deeper. */
const deepest = 30;

function spanOf(node: Nodes, lead: number): Span {
  return { start: node.position!.start.offset! + lead, end: node.position!.end.offset! + lead };
}

const withoutBlankEnd = (text: string, { start, end }: Span): Span => ({ start, end: trimmed(text, start, end).end });

function append(text: string, node: RootContent, lead: number, out: Block[], depth: number): void {
  const span = spanOf(node, lead);
  switch (node.type) {
    case 'heading': {
      // What CommonMark takes for an underlined heading is to GFM a table with a break behind it.
      const lines = linesOf(text, span);
      const above = lines.slice(0, -1).map((line) => withoutQuote(text, line));
      if (above.some((_, i) => tableAt(text, above, i))) {
        appendParagraph(text, { start: span.start, end: lines.at(-2)!.end }, out);
        break;
      }
      const children = node.children;
      const content =
        children.length > 0
          ? { start: spanOf(children[0]!, lead).start, end: spanOf(children.at(-1)!, lead).end }
          : { start: span.end, end: span.end };
      out.push({ type: 'heading', depth: node.depth, span, content });
      break;
    }
    case 'paragraph':
      appendParagraph(text, span, out);
      break;
    case 'list':
      for (const item of node.children) {
        const itemSpan = spanOf(item, lead);
        const children: Block[] = [];
        const own = depth < deepest;
        for (const [i, child] of item.children.entries())
          if (own || i === 0) append(text, child, lead, children, depth + 1);
        out.push(listItem(text, itemSpan, node.ordered === true, children));
        if (!own) for (const child of item.children.slice(1)) append(text, child, lead, out, depth);
      }
      break;
    case 'code': {
      // A fence that nothing closes may or may not reach over the blank lines behind it: it does not here.
      const span = withoutBlankEnd(text, spanOf(node, lead));
      const lines = linesOf(text, span);
      const fenced = /^[`~]{3}/.test(text.slice(span.start, span.start + 3));
      if (!fenced) break;
      const first = lines[1]?.start ?? span.end;
      const last = lines.at(-1)!;
      const closed = lines.length > 1 && /^[\s>]*[`~]{3,}\s*$/.test(text.slice(last.start, last.end));
      const language = (node.lang ?? '').toLowerCase();
      const end = closed ? last.start : span.end;
      out.push({ type: 'fence', span, language, content: { start: Math.min(first, end), end } });
      break;
    }
    case 'html':
      out.push({ type: 'html', span: withoutBlankEnd(text, span) });
      break;
    case 'blockquote':
      for (const child of node.children) append(text, child, lead, out, depth);
      break;
    default:
      break;
  }
}

/** Lines of a paragraph: tables in it become tables, the rest stays text. */
function appendParagraph(text: string, span: Span, out: Block[]): void {
  const lines = linesOf(text, span).map((line) => withoutQuote(text, line));
  let run: Span[] = [];
  const flush = () => {
    if (run.length > 0)
      out.push({ type: 'paragraph', span: { start: run[0]!.start, end: run.at(-1)!.end }, lines: run });
    run = [];
  };
  for (let i = 0; i < lines.length; ) {
    const found = tableAt(text, lines, i);
    if (found) {
      flush();
      out.push(found.table);
      i = found.next;
    } else run.push(lines[i++]!);
  }
  flush();
}

/** A continuation line in a block quote still carries its `>`. */
function withoutQuote(text: string, line: Span): Span {
  const mark = /^(?:[ \t]*>)+/.exec(text.slice(line.start, line.end));
  return trimmed(text, line.start + (mark?.[0].length ?? 0), line.end);
}

function listItem(text: string, span: Span, ordered: boolean, children: Block[]): Item {
  const first = children[0];
  const line = linesOf(text, span)[0]!;
  const { start } = line;
  const length = trimmed(text, line.start, line.end).end - start;
  const item = (box: Span | null, optional: boolean, content: Span, others: readonly Block[]): Item =>
    new Item(start, { length, ordered, box, optional, content: shift(content, -start), memo: undefined }, others);
  if (first?.type !== 'paragraph' || first.span.start >= line.end)
    return item(null, false, { start: start + length, end: start + length }, children);
  const content = first.lines[0]!;
  const rest = first.lines.slice(1);
  const others = children.slice(1);
  if (rest.length > 0)
    others.unshift({ type: 'paragraph', span: { start: rest[0]!.start, end: rest.at(-1)!.end }, lines: rest });
  const box = /^\[([^\]\n])\](\*?)(?:[ \t]+|$)/u.exec(text.slice(content.start, content.end));
  if (!box) return item(null, false, content, others);
  const mark = { start: content.start + 1 - start, end: content.start + 1 - start + box[1]!.length };
  return item(mark, box[2] !== '', { start: content.start + box[0].length, end: content.end }, others);
}
