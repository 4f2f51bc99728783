import { describe, expect, it } from 'vitest';
import { folding } from '../../server/src/core/features/folding';
import { hints } from '../../server/src/core/features/hints';
import { lenses, lensWords } from '../../server/src/core/features/lenses';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
const of = (text: string) => snapshotOf(parseFixture(text));

/** The lines that have a lens, each with its words. */
function lensesOf(text: string) {
  const snapshot = of(text);
  const source = snapshot.source(uri)!;
  return lenses(snapshot, uri).map(({ span, phase }) => [source.slice(span), lensWords(snapshot, uri, phase)]);
}

/** The text with every hint where it is shown. */
function hinted(text: string, part?: string) {
  const snapshot = of(text);
  const { text: whole } = snapshot.source(uri)!;
  const start = part === undefined ? 0 : whole.indexOf(part);
  const found = hints(snapshot, uri, { start, end: part === undefined ? whole.length : start + part.length });
  return found.map(
    ({ offset, text: words }) =>
      `${whole
        .slice(0, offset)
        .split(/[\r\n]/)
        .at(-1)} ⟨${words}⟩`,
  );
}

describe('lenses', () => {
  it('say how far each phase is', () => {
    expect(lensesOf(kite)).toEqual([
      ['# Kite', '1/5 done · 1 ready · 2 waiting'],
      ['## Phase A — Ground', '1/3 done · 1 ready'],
      ['## Phase B — Air', '0/2 done · 2 waiting'],
    ]);
    expect(lensesOf('# 計画\r\n\r\n## フェーズ1: 基盤\r\n\r\n- [x] 甲\r\n- [ ] 乙\r\n')).toEqual([
      ['## フェーズ1: 基盤', '1/2 done · 1 ready'],
    ]);
  });

  it('stand over headings alone, also in a fence, and only where there is something to count', () => {
    const text = `# P

| Phase | Status |
| ----- | ------ |
| 1     | Open   |
| 2     | Open   |

## Phase 1

- [ ] a

## Phase 3

Nothing yet.

## Notes

- [ ] Phase 4: Later
  - [x] b
`;
    expect(lensesOf(text)).toEqual([['## Phase 1', '0/1 done · 1 ready']]);
    expect(lensesOf(`# P\n\n\`\`\`markdown\n## Phase 1\n\n- [ ] a\n\`\`\`\n`)).toEqual([
      ['## Phase 1', '0/1 done · 1 ready'],
    ]);
    expect(lensesOf('# Notes\n\n## Phase 1\n')).toEqual([]);
  });

  it('are empty where the phase went away', () => expect(lensWords(of(kite), uri, 'phase:Z')).toBe(''));
});

describe('hints', () => {
  it('say what is not done of what a ticket depends on', () => {
    expect(hinted(kite)).toEqual([
      '| K-101 | First flight   | wt/first  | OPEN        | K-002, K-003 | ⟨waits on K-002 and K-003⟩',
      '| K-102 | Tricks         | wt/tricks | OPEN        | K-101        | ⟨waits on K-101⟩',
    ]);
    expect(hinted(kite, 'K-102')).toHaveLength(1);
  });

  it('are short, in tasks and headings too, and leave out what is over', () => {
    const tasks = Array.from({ length: 6 }, (_, i) => `- [ ] **T-${i}** Task ${i}\n`).join('');
    expect(hinted(`# P\n\n${tasks}- [ ] **T-7** 済 (depends on: T-0–T-5)\r\n`)).toEqual([
      '- [ ] **T-7** 済 (depends on: T-0–T-5) ⟨waits on T-0, T-1, T-2 and 3 more⟩',
    ]);
    expect(
      hinted('# P\n\n### A-1: Schema\n\n**Status:** Open\n\n### A-2: Login\n\n**Status:** Open\n**Depends on:** A-1\n'),
    ).toEqual(['### A-2: Login ⟨waits on A-1⟩']);
    expect(hinted(kite.replace('OPEN        | K-101', 'MERGED      | K-101'))).toHaveLength(1);
    expect(hinted('# Notes\n')).toEqual([]);
  });

  it('say how far a phase really is, behind a row that does not', () => {
    const plan = (figures: string) =>
      `# P\n\n| Phase | Status | Progress |\n|---|---|---|\n| 1 | Open | ${figures} |\n| 2 | Open | |\n\n## Phase 1\n\n- [x] a\n- [ ] b\n\n## Phase 2 (0/3)\n\n- [ ] c\n`;
    expect(hinted(plan(''))).toEqual([
      '| 1 | Open |  | ⟨1/2 done⟩',
      '| 2 | Open | | ⟨0/1 done⟩',
      '## Phase 2 (0/3) ⟨0/1 done⟩',
    ]);
    expect(hinted(plan('2/2'))[0]).toBe('| 1 | Open | 2/2 | ⟨1/2 done⟩');
    expect(hinted(plan('1/2'))).toHaveLength(2);
    expect(hinted(plan('50%'))).toHaveLength(2);
  });
});

describe('symbols of the workspace', () => {
  const files = `//- a.md
${kite}
//- b.md
# 計画

- [x] **T-9** 基盤を作る
- [ ] 帳票
`;
  const found = (query: string) => workspaceSymbols(of(files), query).map(({ name, container }) => [name, container]);

  it('are found by id, title and status, in every plan', () => {
    expect(found('k-101')).toEqual([['K-101 First flight · OPEN', 'Phase B — Air · Kite']]);
    expect(found('sail')).toEqual([['K-002 Sail · IN_PROGRESS', 'Phase A — Ground · Kite']]);
    expect(found('merged')).toEqual([['K-001 Frame of spars · MERGED', 'Phase A — Ground · Kite']]);
    expect(found('phase b')).toEqual([['Phase B — Air', 'Kite']]);
    expect(found('基盤')).toEqual([['T-9 基盤を作る · [x]', '計画']]);
    expect(found('')).toHaveLength(9);
    expect(found('nothing of this')).toEqual([]);
  });
});

describe('folding', () => {
  const foldedIn = (text: string, beside = true) => {
    const snapshot = of(text);
    const source = snapshot.source(uri)!;
    return folding(snapshot, uri, beside).map(({ start, end }) => [source.lineAt(start), source.lineAt(end)]);
  };

  it('folds tables of the plan', () => {
    const lines = kite.split('\n');
    const first = lines.indexOf('| ID    | Title          | Branch    | Status      | Depends On |');
    expect(foldedIn(kite).at(0)).toEqual([first, first + 4]);
    expect(foldedIn(kite)).toHaveLength(2);
    expect(foldedIn('# Notes\n\n| a | b |\n|---|---|\n| 1 | 2 |\n')).toEqual([]);
  });

  it('folds the phases of a plan in a fence, and none outside', () => {
    const text = '# P\n\n```markdown\n## Phase 1\n\n- [ ] a\n\n## Phase 2\n\n- [ ] b\n\n```\n\nText\n';
    expect(foldedIn(text)).toEqual([
      [3, 5],
      [7, 9],
    ]);
    expect(foldedIn(text.replace(/\n/g, '\r\n'))).toEqual([
      [3, 5],
      [7, 9],
    ]);
    expect(foldedIn('# P\n\n## Phase 1\n\n- [ ] a\n')).toEqual([]);
  });

  it('folds phases, tickets and fences where the editor does not fold Markdown by itself', () => {
    const text =
      '# P\n\n## Phase 1\n\n### A-1: x\n\n**Status:** Open\n\nWords.\n\n## Phase 2\n\n| ID | Task | Status |\n|---|---|---|\n| A-2 | y | Open |\n';
    expect(foldedIn(text, false)).toEqual([
      [2, 8],
      [4, 8],
      [10, 14],
      [12, 14],
    ]);
    expect(foldedIn('# P\r\n\r\n```markdown\r\n## Phase 1\r\n\r\n- [ ] a\r\n```\r\n', false)).toEqual([
      [2, 6],
      [3, 5],
    ]);
  });
});
