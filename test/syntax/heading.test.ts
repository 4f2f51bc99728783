import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMarkdown } from '../../server/src/core/syntax/markdown';
import { readSection } from '../../server/src/core/syntax/section';

const part = fc.constantFrom(
  ...[
    '#',
    '##',
    '######',
    '#######',
    ' ',
    '  ',
    '\t',
    '\\',
    '*',
    '**',
    '_',
    '`',
    '[a](b)',
    '<!-- x -->',
    '<b>',
    '&amp;',
  ],
  ...[
    'a',
    'Phase 1',
    '完了',
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u000b',
    '😀',
    '|',
    '- ',
    '1. ',
    '---',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
  ],
);

it('a heading by itself is read as the Markdown parser reads it', () => {
  const heading = fc
    .tuple(fc.constantFrom('# ', '## ', '#', '######  ', '#\t'), fc.array(part, { maxLength: 6 }))
    .map(([marks, parts]) => marks + parts.join(''));
  const single = heading.filter((text) => text.trim() !== '' && !/[\r\n][^\r\n]/.test(text));
  fc.assert(
    fc.property(single, (text) => {
      expect(readSection(text).blocks).toEqual(readMarkdown(text));
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 1500), seed: 20261120 },
  );
});
