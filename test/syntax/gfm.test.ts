import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByGfm, readByUs } from '../support/gfm';
import { markdown, tablesAndTasks } from '../support/markdown';
import { mistakes, tolerances } from './tolerances';

/** Tables, rows, cells and boxes as remark-gfm reads them, but for what `tolerances.ts` lists. */
function expectGfm(text: string): void {
  expect(mistakes(text, readByGfm(text), readByUs(text))).toEqual([]);
}

const numRuns = Number(process.env.FUZZ_RUNS ?? 1500);

describe('read as GFM reads it', () => {
  it.each([
    ['a table', '| a | b |\n| --- | --- |\n| c | d |\n'],
    ['without pipes at the ends', 'a | b\n--- | ---\nc | d\n'],
    ['alignments, of any width', '| a | bc | d |\n| :-: | -----------: | :- |\n| e | f | g |\n'],
    ['an escaped pipe', '| a \\| b | c |\n| - | - |\n| **d \\| e** | `f \\| g` |\n'],
    ['a pipe in a code span parts cells', '| a | b |\n| - | - |\n| `c | d` |\n'],
    ['a backslash before an escaped pipe', '| a | b |\n| - | - |\n| c \\\\| d |\n'],
    ['it ends at a heading', '| a | b |\n| - | - |\n| c | d |\n# e | f\n'],
    ['it ends at a quote', '| a | b |\n| - | - |\n| c | d |\n> e | f\n'],
    ['it ends at a list', '| a | b |\n| - | - |\n| c | d |\n- e | f\n'],
    ['it ends at a fence', '| a | b |\n| - | - |\n| c | d |\n```\n| e | f |\n```\n'],
    ['it ends at a break', '| a | b |\n| - | - |\n| c | d |\n---\n| e | f |\n'],
    ['it ends at a blank line', '| a | b |\n| - | - |\n| c | d |\n\n| e | f |\n'],
    ['rows with fewer and with more cells', '| a | b |\n| - | - |\n| c |\n| d | e | f |\n'],
    ['no rows', '| a | b |\n| - | - |\n\ntext\n'],
    ['one column', '| a |\n| - |\n| b |\n'],
    ['empty cells', '| a | b |\n| - | - |\n|  |  |\n| c || d |\n||\n'],
    ['behind a paragraph', 'text\n| a | b |\n| - | - |\n| c | d |\n'],
    ['in an item', '- | a | b |\n  | - | - |\n  | c | d |\n'],
    ['in a quote', '> | a | b |\n> | - | - |\n> | c | d |\n'],
    ['white space around', '  | a | b |  \n   | - | - |\t\n | c | d |\n'],
    ['CRLF and CR', '| a | b |\r\n| - | - |\r\n| c | d |\r\n\r| a |\r| - |\r'],
    ['no table without a delimiter row', '| a | b |\n| c | d |\n'],
    [
      'no table in a fence, in code or in HTML',
      '```\n| a |\n| - |\n```\n\n    | a |\n    | - |\n\n<div>\n| a |\n| - |\n</div>\n',
    ],
    [
      'no delimiter row with anything else',
      '| a | b |\n| - | - x |\n\n| a | b |\n| - | - - |\n\n| a | b |\n| : | :: |\n',
    ],
    ['tasks', '- [ ] a\n- [x] b\n- [X] c\n'],
    ['every marker', '* [ ] a\n\n+ [x] b\n\n1. [ ] c\n\n2) [x] d\n'],
    ['children', '- [x] a\n  - [ ] b\n    - [x] c\n- [ ] d\n'],
    ['in a quote and in an item', '> - [ ] a\n\n1. - [x] b\n'],
    ['no task without a space behind', '- [ ]a\n- [x](url)\n- [x]: y\n'],
    ['no task but at the start', '- a [ ] b\n- **[x]** c\n- \\[ ] d\n\n[ ] e\n'],
    ['no task in two characters or none', '- [] a\n- [  ] b\n- [ x] c\n'],
    ['no task in a heading or a fence', '- # [ ] a\n- ```\n  - [ ] b\n  ```\n'],
    ['the first paragraph of an item alone', '- [ ] a\n\n  [x] b\n'],
    ['a task over lines', '- [ ] a\n  b\n- [x]\n  c\n'],
  ])('%s', (_, text) => expectGfm(text));

  it('random tables and tasks', () => {
    fc.assert(fc.property(tablesAndTasks, expectGfm), { numRuns, seed: 20261120 });
  });

  it('random plans', () => {
    const withoutFrontMatter = markdown.filter((text) => !/^\ufeff?---/.test(text));
    fc.assert(fc.property(withoutFrontMatter, expectGfm), { numRuns, seed: 20261120 });
  });

  const corpus = join(import.meta.dirname, '../../../shared/corpus/files');
  const plans = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.md')) : [];
  it.skipIf(plans.length === 0)(
    plans.length === 0 ? 'skipped: real plans are not beside this checkout' : 'real plans',
    () => {
      for (const name of plans) {
        const text = readFileSync(join(corpus, name), 'utf8');
        if (!text.startsWith('---')) expect([name, ...mistakes(text, readByGfm(text), readByUs(text))]).toEqual([name]);
      }
    },
  );
});

describe('read otherwise, on purpose', () => {
  it.each<[name: string, text: string, ours: string[]]>([
    ['any one character makes a box', '- [-] a\n- [~] b\n- [✅] c\n', ['task [-]', 'task [~]', 'task [✅]']],
    ['a box may have nothing behind it', '- [ ]\n', ['task [ ]']],
    [
      'header and delimiter row may differ in their cells, where both have two',
      '| a | b | c |\n| - | - |\n| d | e |\n',
      ['row a ¦ b ¦ c', 'row d ¦ e'],
    ],
    ['every line of a table has a pipe', '| a | b |\n| - | - |\n| c | d |\ntext\n', ['row a ¦ b', 'row c ¦ d']],
    ['a table may be the lazy end of an item or a quote', '- x\n| a | b |\n| - | - |\n', ['row a ¦ b']],
    ['lines of a table may be indented by four and more', '| a |\n| - |\n    | b |\n', ['row a', 'row b']],
    ['what cannot end a paragraph does not end a table', '| a |\n| - |\n2. b | c\n', ['row a', 'row 2. b ¦ c']],
    ['footnotes are text', '[^1]: note\n\n    - [ ] a\n', []],
  ])('%s', (name, text, ours) => {
    expect([...readByUs(text).values()].map(({ told }) => told)).toEqual(ours);
    expect([...readByGfm(text).values()].map(({ told }) => told)).not.toEqual(ours);
    expect(tolerances.map((one) => one.name)).toContain(name);
    expectGfm(text);
  });
});
