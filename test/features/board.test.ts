import { describe, expect, it } from 'vitest';
import { board as drawn } from '../../server/src/core/features/board';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

function board(text: string) {
  const fixture = parseFixture(text);
  const snapshot = snapshotOf(fixture);
  return drawn(snapshot, snapshot.planUris[0] ?? '')!;
}

/** Each column and its cards: `OPEN: K-003 K-101`. A column that the plan has no word for is named by its meaning. */
function columns(text: string): string[] {
  const { columns, cards } = board(text);
  return columns.map(({ label, kind }, i) => {
    const own = cards.filter(({ column }) => column === i).map(({ name, title }) => name ?? title);
    return `${label ?? `(${kind})`}: ${own.join(' ')}`.trim();
  });
}

describe('the columns of the board', () => {
  it('are the statuses of the legend, in its order', () => {
    expect(columns(kite)).toEqual([
      'OPEN: K-003 K-101 K-102',
      'IN_PROGRESS: K-002',
      'PR_OPEN:',
      'MERGED: K-001',
      'BLOCKED:',
    ]);
  });

  it('are the meanings where there is no legend, each under the word most used, with those that one may want to set', () => {
    const text = `# P

| ID  | Task | Status   |
| --- | ---- | -------- |
| T-1 | a    | Complete |
| T-2 | b    | Done     |
| T-3 | c    | Done     |
| T-4 | d    | Pending  |
`;
    expect(columns(text)).toEqual(['Pending: T-4', 'In Progress:', 'Done: T-1 T-2 T-3', 'Blocked:']);
    expect(board(text).cards.map(({ word }) => word)).toEqual(['Complete', null, null, null]);
  });

  it('of check lists are open and done, and what else the boxes say', () => {
    const text = '# P\n\n## Phase 1\n\n- [ ] Sow\n- [x] Dig\n- [~] Water\n';
    expect(columns(text)).toEqual(['(todo): Sow', '(active): Water', '(done): Dig']);
    expect(board(text).columns.map(({ words }) => words)).toEqual([['[ ]'], ['[~]'], ['[x]']]);
  });

  it('take boxes in where tickets have words', () => {
    const text =
      '# P\n\n| ID | Task | Status |\n|--|--|--|\n| T-1 | a | Done |\n| T-2 | b | Todo |\n\n## Phase 2\n\n- [x] Dig\n';
    expect(columns(text).find((column) => column.startsWith('Done'))).toBe('Done: T-1 Dig');
  });

  it('have a place for words that mean nothing, and for tickets without a status', () => {
    const text = '# P\n\n| ID | Task | Status |\n|--|--|--|\n| T-1 | a | Done |\n| T-2 | b | Zzyzx |\n| T-3 | c | |\n';
    const found = columns(text);
    expect(found[0]).toBe('(null): T-3');
    expect(found.at(-1)).toBe('(null): T-2');
    expect(board(text).columns.map(({ words }) => words.length > 0)).toContain(false);
  });
});

describe('the cards of the board', () => {
  it('tell what their ticket waits on, who has it, what is wrong with it', () => {
    const text = `# P

## Phase A: Ground

| ID  | Task          | Owner | Estimate | Status | Depends on |
| --- | ------------- | ----- | -------- | ------ | ---------- |
| A-1 | Frame         | Mia   | 2h       | Open   | -          |
| A-2 | Sail of cloth | Bo    | 3h       | Done   | A-1        |
| A-3 | Reel          | mia   | -        | Open   | A-1, A-2   |
`;
    const { cards, owners, phases } = board(text);
    expect(owners).toEqual(['Mia', 'Bo']);
    expect(phases).toMatchObject([{ label: 'Phase A: Ground', done: 1, total: 3 }]);
    expect(cards).toMatchObject([
      { name: 'A-1', title: 'Frame', owner: 'Mia', estimate: '2h', phase: 0, ready: true, waitsOn: [], findings: [] },
      { name: 'A-2', ready: false, waitsOn: [], findings: [{ severity: 'warning' }] },
      { name: 'A-3', owner: 'Mia', ready: false, waitsOn: ['A-1'] },
    ]);
    expect(cards[1]!.findings[0]!.message).toBe('A-2 is Done but depends on A-1, which is Open');
  });

  it('are there for all that has a status of its own, and for what has nothing below it', () => {
    const text = '# P\n\n## Phase 1\n\n- [ ] Beds\n  - [x] Dig\n  - [ ] Sow\n- [ ] Fence\n';
    expect(board(text).cards.map(({ title, parent, progress }) => [title, parent, progress])).toEqual([
      ['Beds', null, { done: 1, total: 2 }],
      ['Dig', 'Beds', null],
      ['Sow', 'Beds', null],
      ['Fence', null, null],
    ]);
  });

  it('stand in the lane of their phase; a section that is a status is no lane', () => {
    const text = '# P\n\n## Phase 1: Soil\n\n### Tools\n\n- [ ] Spade\n\n## In Progress\n\n- [ ] Hose\n';
    const { cards, phases } = board(text);
    expect(phases.map(({ label }) => label)).toEqual(['Phase 1: Soil']);
    expect(cards.map(({ title, phase }) => [title, phase])).toEqual([
      ['Spade', 0],
      ['Hose', null],
    ]);
  });

  it('are there for phases that say a status and hold no tickets', () => {
    const text = '# P\n\n## Phases\n\n- [x] Phase 1: Soil\n- [ ] Phase 2: Seed\n\n## Phase 2: Seed\n\n- [ ] Sow\n';
    expect(board(text).cards.map(({ title, isPhase, phase, settable }) => [title, isPhase, phase, settable])).toEqual([
      ['Phase 1: Soil', true, null, true],
      ['Sow', false, 0, true],
    ]);
  });

  it('carry hostile and endless titles as plain text on one line, and not all of it', () => {
    const title = `\u202e[x](javascript:alert(1)) ${'long '.repeat(2000)}`;
    const [card] = board(`# P\n\n## Phase 1\n\n- [ ] ${title}\n`).cards;
    expect(card!.title).toMatch(/^\[x\]\(javascript:alert\(1\)\) long/);
    expect(card!.title).not.toMatch(/\u202e/);
    expect(card!.title.length).toBeLessThan(400);
  });
});

it('there is no board of what is no plan', () => {
  expect(drawn(snapshotOf(parseFixture('# Notes\n\nJust words.\n')), 'file:///plan.md')).toBeNull();
});
