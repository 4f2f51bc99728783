import { describe, expect, it } from 'vitest';
import { analyse } from '../model/read';
import { expectFindings } from '../support/fixture';

const totals = (text: string): { done: number; total: number } => {
  const analysis = analyse(text)!;
  const { done, total } = analysis.totals(analysis.plan);
  return { done, total };
};

describe('what a plan counts', () => {
  it('leaves, without what was dropped', () => {
    const text = `
      - [x] a
        - [x] b
        - [ ] c
      - [-] d
      - [ ] e
    `;
    expect(totals(text)).toEqual({ done: 1, total: 3 });
  });

  it('a ticket in two tables once', () => {
    const row = '| ID | Task | Status |\n|---|---|---|\n| A-1 | one | Done |\n';
    expect(totals(`## By priority\n\n${row}\n## By phase\n\n${row}`)).toEqual({ done: 1, total: 1 });
  });

  it('nothing where there is nothing but phases', () => {
    expect(totals('- [x] Phase 1: a\n- [ ] Phase 2: b\n')).toEqual({ done: 0, total: 0 });
  });

  it('kinds by what they mean', () => {
    const analysis = analyse('- [ ] a\n- [~] b\n- [x] c\n- [!] d\n- [-] e\n')!;
    expect(analysis.totals(analysis.plan).byKind).toEqual({
      todo: 1,
      active: 1,
      review: 0,
      done: 1,
      blocked: 1,
      dropped: 1,
      none: 0,
    });
  });
});

describe('done', () => {
  it.each([
    ['by its boxes', '## Phase 1\n- [x] a\n- [x] b\n', true],
    ['not with an open one', '## Phase 1\n- [x] a\n- [ ] b\n', false],
    ['with a dropped one', '## Phase 1\n- [x] a\n- [-] b\n', true],
    ['by its own word', '## Phase 1 ✅\nAll good.\n- [x] a\n', true],
    ['not where there is nothing', '## Phase 1 \n\n| Phase | Status |\n|---|---|\n| 1 | Open |\n', false],
  ])('a phase: %s', (_, text, done) => {
    const analysis = analyse(text)!;
    expect(analysis.isDone(analysis.plan.allGroups.find(({ kind }) => kind === 'phase')!)).toBe(done);
  });
});

/** A figure that is right by one honest way of counting is right. */
describe('ways of counting', () => {
  it.each([
    ['leaves', '- [x] a\n  - [x] b\n  - [ ] c\n- [ ] d', '1/3'],
    ['all boxes', '- [x] a\n  - [x] b\n  - [ ] c\n- [ ] d', '2/4'],
    ['top boxes', '- [x] a\n  - [x] b\n  - [x] c\n- [ ] d', '1/2'],
    ['with dropped ones as open', '- [x] a\n- [-] b\n- [ ] c', '1/3'],
    ['with dropped ones as closed', '- [x] a\n- [-] b\n- [ ] c', '2/3'],
    ['without dropped ones', '- [x] a\n- [-] b\n- [ ] c', '1/2'],
  ])('%s', (_, boxes, ratio) => {
    expectFindings(`## Phase 1\n\n${boxes}\n\nPhase 1: ${ratio} done\n`, { rules: ['stale-summary'] });
  });

  it('an overall percent as share of the tickets, or as mean of the phases', () => {
    const text =
      '## Phase 1\n- [x] a\n- [x] b\n- [x] c\n- [ ] d\n## Phase 2\n- [ ] e\n- [ ] f\n\n## Summary\n\nOverall: ';
    for (const percent of ['50%', '37%', '38%', '37.5%', '~40%']) expectFindings(`${text}${percent}\n`);
  });

  it('an overall figure over phases alone', () => {
    expectFindings('- [x] Phase 1: a\n- [ ] Phase 2: b\n- [ ] Phase 3: c\n\nOverall progress: 33%\n');
  });

  it('rounded up, down or to the nearest', () => {
    for (const percent of ['33%', '34%', '33.3%', '~30%', '~35%'])
      expectFindings(`## Phase 1\n- [x] a\n- [ ] b\n- [ ] c\n\nPhase 1: ${percent}\n`);
  });
});
