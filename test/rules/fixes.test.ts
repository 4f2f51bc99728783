import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/core/rules/check';
import { fixAll } from '../../server/src/core/rules/fix';
import { displayWidth } from '../../server/src/core/text/width';
import { Workspace } from '../../server/src/core/workspace';

const uri = 'file:///plan.md';
const fixed = (text: string): string => fixAll(new Workspace().apply({ documents: [{ uri, text }] }), uri).text;

const before = `# Plan

## ‚úÖ Phase 1: Base

| ID  | Task | Status |
| --- | ---- | ------ |
| A-1 | 一   | 完了   |
| A-2 | two  | Done   |

Phase 1: 1 / 2 done [█████░░░░░]
Trailing space stays  
`;
const after = before.replace('‚úÖ', '✅').replace('1 / 2 done [█████░░░░░]', '2 / 2 done [██████████]');

/** What fixes leave alone. */
describe('fixes keep', () => {
  it.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replace(/\n/g, '\r\n')],
    ['lone CR', (text: string) => text.replace(/\n/g, '\r')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['a byte order mark and CRLF', (text: string) => `\ufeff${text.replace(/\n/g, '\r\n')}`],
    ['no line end at the end', (text: string) => text.trimEnd()],
    ['mixed line ends', (text: string) => text.replace(/\n/g, (_, i: number) => (i % 2 ? '\n' : '\r\n'))],
    ['tabs and odd bytes', (text: string) => `\t\u0000\ud83d\n\n${text}`],
    ['front matter', (text: string) => `---\nstatus: done\n---\n${text}`],
  ])('%s', (_, form) => {
    expect(fixed(form(before))).toBe(form(after));
  });

  it('the width of a cell whose pipes stand under one another', () => {
    const table = `## Phase 1

- [x] a
- [x] b
- [ ] c

| Phase | 名前 | Progress     | Notes |
| ----- | ---- | ------------ | ----- |
| 1     | 土台 | 1/3 (33%)    | 日本  |
`;
    const text = fixed(table);
    expect(text).toContain('2/3 (67%)');
    const widths = text.split('\n').flatMap((line) => (line.startsWith('|') ? [displayWidth(line)] : []));
    expect(new Set(widths).size).toBe(1);
  });

  it('the width even where the number grows', () => {
    const boxes = Array.from({ length: 12 }, (_, i) => `- [x] task ${i}`).join('\n');
    const text = fixed(`## Phase 1

${boxes}

| Phase | Progress | Notes |
| ----- | -------- | ----- |
| 1     | 9/12     | all   |
`);
    expect(text).toContain('| 1     | 12/12    | all   |');
  });
});

describe('fixAll', () => {
  it('does nothing where nothing is wrong, and nothing to what is no plan', () => {
    for (const text of ['', '\ufeff', '# Plan\r\n', '- [ ] a\n', 'Phase 1: 9/9 ‚úÖ\n']) expect(fixed(text)).toBe(text);
  });

  it('counts what it did', () => {
    expect(fixAll(new Workspace().apply({ documents: [{ uri, text: before }] }), uri).applied).toBe(2);
  });

  it('takes none of the fixes that are a choice', () => {
    const text = `| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| A-1 | one | Done | - |
| A-2 | two | Opne | A-l |
`;
    expect(fixed(text)).toBe(text);
    const found = check(new Workspace().apply({ documents: [{ uri, text }] }), uri);
    expect(found.flatMap(({ fixes }) => fixes.map(({ safety }) => safety))).not.toContain('safe');
  });

  it('leaves nothing out in a plan of many wrong lines', () => {
    const phases = Array.from(
      { length: 50 },
      (_, i) => `## Phase ${i + 1}\n\n- [x] a\n- [ ] b\n\nPhase ${i + 1}: 0/2\n`,
    );
    const text = fixed(`${phases.join('\n')}`);
    expect(text.match(/: 0\/2/g)).toBeNull();
    expect(text.match(/: 1\/2/g)?.length).toBe(50);
  });
});
