import fc from 'fast-check';

/** Lines that plans are made of, and those that break readers. */
const lines = [
  '# Plan',
  '## Phase A — Base',
  '### In Progress',
  '#### 2. Backend setup',
  '### T1: Hooks',
  'Setext',
  '---',
  '===',
  '',
  '',
  '',
  ' ',
  '\t',
  '| ID | Task | Status | Depends on |',
  '| --- | --- | --- | --- |',
  '| A-1 | Schema | Done | - |',
  '| A-2 | Login \\| out | Open | A-1 |',
  '| A-3 | `a|b` | **OPEN** | A-1, A-2 |',
  '| A-4 |',
  '|',
  'a | b',
  '- | -',
  '- [ ] Write it',
  '- [x] **T-1** Ship it (depends on: A-1)',
  '  - [ ] nested',
  '    - [x] deeper',
  '      - text',
  '- plain',
  '* star',
  '+ plus',
  '1. one',
  '2) two',
  '-',
  '  indented',
  '    code',
  '\tcode',
  'lazy text',
  '**Status:** In Progress',
  'Current phase: Phase A',
  'Phase A: 1 / 3 done',
  'Phase A [██░░░] 40%',
  'Overall: ~18%',
  '> quote',
  '> - [ ] quoted task',
  '> ```',
  '```',
  '```markdown',
  '~~~',
  '````',
  '   ```',
  '  ```js',
  '<!-- comment',
  '-->',
  '<!-- one line -->',
  '<div>',
  '</div>',
  '<b>',
  '<pre>',
  '</pre>',
  '<?php',
  '?>',
  '[ref]: https://example.com',
  '[^1]: note',
  '\\- [ ] no task',
  '状態: 進行中',
  '- [x] フェーズ1: 基盤（完了）',
  '‚úÖ Completed',
  'YYYY-MM-DD',
  '\ud83d',
  '\u0000',
];

const line = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...lines) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('', ' ', '  ', '   ', '    ', '- ', '> '), fc.constantFrom(...lines))
      .map(([a, b]) => a + b),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

/** A document of such lines, with any line ends, with or without byte order mark and front matter. */
export const markdown = fc
  .record({
    bom: fc.boolean(),
    frontMatter: fc.boolean(),
    body: fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')), { maxLength: 30 }),
    last: line,
  })
  .map(({ bom, frontMatter, body, last }) => {
    const text = body.map(([text, end]) => text + end).join('') + last;
    return (bom ? '\ufeff' : '') + (frontMatter ? '---\nstatus: done\n---\n' : '') + text;
  });

const cellPiece = fc.constantFrom(
  ...['a', 'b', ' ', ' ', '|', '|', '|', '\\|', '\\', '`', '`|`', '-', ':', '*', '日本', '\t'],
);
const tableRow = fc.oneof(
  fc.array(cellPiece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.constantFrom(
    ...['| a | b |', 'a | b', '| a |', '|', '||', '| | |', '| a | b', 'a | b |', '  | a | b |', '    | a | b |'],
    ...['| `x | y` | b |', '| a \\| b | c |', '| a | b | c | d |', 'a', '|a|b|\\', '| a | b |  ', '\t| a | b |'],
  ),
);
const delimiterRow = fc.constantFrom(
  ...[
    '| - | - |',
    '| --- | :-: |',
    '- | -',
    '|-|-|',
    '|-|',
    ':-',
    '-',
    '--- | ---',
    '|---|',
    '| - |',
    '|:-|-:|',
    '---',
  ],
  ...['| -- | x |', '|  -  |  -  |  ', '   | - | - |', '    | - | - |', '| - - | - |', '|::|-|', '- | - |', '|-|-|-|'],
);
const otherLine = fc.constantFrom(
  ...[
    '',
    '',
    'text',
    '# H',
    '> q',
    '> | a | b |',
    '> | - | - |',
    '- item',
    '- | a | b |',
    '  | - | - |',
    '1. x',
    '```',
  ],
  ...['---', '<div>', '<b>', 'lazy', '[r]: x', '===', '***', '* * *', '- [ ] t'],
);
const taskLine = fc
  .tuple(
    fc.constantFrom('', '', '  ', '   ', '    ', '> ', '\t', '- ', '1. '),
    fc.constantFrom('-', '*', '+', '1.', '2)', '10.'),
    fc.constantFrom(' ', '  ', '   ', '    ', '     ', '\t', ''),
    fc.constantFrom('[ ]', '[x]', '[X]', '[-]', '[]', '[  ]', '[ x]', '\\[ ]', '[\t]', '[x](u)', '[x][y]', '**[x]**'),
    fc.constantFrom(' t', '\tt', '  t', '', 't', ' ', ' [ ] t', ' | a', ' # h', ' - [ ] u', ' > q'),
  )
  .map((parts) => parts.join(''));
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r');

/** Documents of lines that are, or nearly are, those of tables and tasks. */
export const tablesAndTasks = fc
  .oneof(
    fc.array(fc.tuple(fc.oneof(tableRow, tableRow, delimiterRow, otherLine, taskLine), lineEnd), { maxLength: 12 }),
    fc
      .tuple(
        fc.array(fc.tuple(otherLine, lineEnd), { maxLength: 2 }),
        fc.tuple(tableRow, lineEnd),
        fc.tuple(delimiterRow, lineEnd),
        fc.array(fc.tuple(fc.oneof(tableRow, tableRow, tableRow, otherLine), lineEnd), { maxLength: 5 }),
      )
      .map(([before, header, delimiter, rows]) => [...before, header, delimiter, ...rows]),
  )
  .map((all) => all.map((one) => one.join('')).join(''));

/** Replacements, as fractions of the length of the text they meet. */
export const edits = fc.array(
  fc.record({
    // Doubles are nearly all near 0, and left to itself, fast-check prefers the ends.
    at: fc.noBias(fc.nat(1_000_000)).map((at) => at / 1_000_000),
    length: fc.integer({ min: 0, max: 30 }),
    insert: fc.oneof(fc.constantFrom(...lines, '\n', '|', '`', '- [ ] ', '\r', 'x'), fc.string({ maxLength: 4 })),
  }),
  { minLength: 1, maxLength: 8 },
);

export function applyRandomEdit(text: string, edit: { at: number; length: number; insert: string }): string {
  const start = Math.floor(edit.at * text.length);
  return text.slice(0, start) + edit.insert + text.slice(start + edit.length);
}
