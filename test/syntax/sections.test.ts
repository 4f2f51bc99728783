import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, Item, Row } from '../../server/src/core/syntax/blocks';
import { parseDocument, type SyntaxDocument } from '../../server/src/core/syntax/document';
import { readMarkdown } from '../../server/src/core/syntax/markdown';
import { type Case, casesFound } from '../support/cases';
import { edits, markdown } from '../support/markdown';
import { typedInto } from '../support/typing';

/** Blocks of a document with offsets from its start. */
function flat(document: SyntaxDocument): unknown[] {
  return document.sections.flatMap(({ start, section }) => section.blocks.map((block) => moved(block, start)));
}

function moved(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, by));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Row) return moved({ span: value.span, cells: value.cells }, by);
  if (value instanceof Item) {
    const { span, box, content, children, line } = value;
    return moved({ type: 'item', span, box, content, children, ordered: line.ordered, optional: line.optional }, by);
  }
  if ('start' in value && 'end' in value && Object.keys(value).length === 2)
    return { start: (value.start as number) + by, end: (value.end as number) + by };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moved(item, by)]));
}

const withoutFrontMatter = (blocks: unknown[]): unknown[] =>
  blocks.filter((block) => (block as Block).type !== 'frontMatter');

describe('sections', () => {
  it('read one by one give what the whole text gives', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        // micromark 4 takes a list behind indented code and blank lines for one that interrupts a paragraph.
        fc.pre(
          !/(?:^|[\r\n\ufeff])(?: {0,3}\t| {4})[^\r\n]*[\r\n]+(?:[ \t]*[\r\n]+)*[ \t]*(?:[-+*]|\d+[.)])/.test(text),
        );
        fc.pre(!/(?:^|[\r\n])[ \t]+(?:[\r\n]|$)/.test(text));
        const document = parseDocument(text);
        const front =
          document.sections[0]?.section.blocks[0]?.type === 'frontMatter'
            ? document.sections[0].section.text.length
            : 0;
        const whole = readMarkdown(text.slice(front)).map((block) => moved(block, front));
        expect(withoutFrontMatter(flat(document))).toEqual(whole);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 3000) },
    );
  });

  it('cover the text without a gap', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(
          parseDocument(text)
            .sections.map(({ section }) => section.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it.each(casesFound())('taken from the reading before, where that went wrong once: %s', (_, found) => play(found));

  it('taken from the reading before give what a reading from scratch gives', () => {
    fc.assert(fc.property(typedInto({ 'plan.md': markdown }, edits), play), {
      numRuns: Number(process.env.FUZZ_RUNS ?? 4000),
    });
  });
});

function play(found: Case): void {
  const documents = new Map([...found.files].map(([path, text]) => [path, parseDocument(text)]));
  for (const { step, texts } of found.versions()) {
    const text = texts.get(step.path)!;
    const document = parseDocument(text, documents.get(step.path));
    expect(flat(document)).toEqual(flat(parseDocument(text)));
    documents.set(step.path, document);
  }
}
