import { describe, it } from 'vitest';
import { expectFindings, expectFixed } from '../support/fixture';

/** Dependencies and totals that a plan tells in words, away from the tickets. */
const rules = ['unmet-dependency', 'stale-summary', 'dependency-cycle'];

const tasks = (first: string, second: string, third: string) => `
## Task 1: Research

- [${first}] Find out

## Task 2: Plumbing

- [${second}] Lay the pipes

## Task 3: Taps

- [${third}] Fit the taps
`;

describe('an order in a sentence', () => {
  it('puts a finding where the ticket is done', () => {
    expectFindings(
      `# Tasks

> Dependency order: T1 (what the host can do) gates T2/T3; T3 is independent
> after T2.
${tasks(' ', 'x', ' ').replace('- [x] Lay the pipes', '- [x] Lay the pipes\n   ^ warning unmet-dependency: Plumbing is done but depends on Research, which is not finished')}`,
      { rules },
    );
  });

  it('with arrows', () => {
    expectFindings(
      `Order: T1 → T2 → T3
${tasks('x', ' ', 'x').replace('- [x] Fit the taps', '- [x] Fit the taps\n   ^ warning unmet-dependency: Taps is done but depends on Plumbing, which is not finished')}`,
      { rules },
    );
  });

  it('is silent where it is kept', () => {
    expectFindings(`Order: T1 → T2 → T3\n${tasks('x', 'x', ' ')}`, { rules });
  });

  it('needs a label: a sentence in prose is no order', () => {
    expectFindings(`We looked at T1 before T2 and liked it.\n${tasks(' ', 'x', ' ')}`, { rules });
  });
});

const estimates = (total: string) => `${total}

| Task | Estimate | Status |
| --- | --- | --- |
| Dig | 2h | Done |
| Build | 3.5h | Open |
| Paint | 4 hours | Open |
`;

describe('a total of estimates', () => {
  it('is what the estimates add up to', () => {
    expectFindings(
      estimates(`**Total estimate:** 12h
                    ^^ 💡 warning stale-summary: Says 12, but the estimates add up to 9.5`),
      { rules },
    );
    expectFixed(estimates('**Total estimate:** 12h'), estimates('**Total estimate:** 9.5h'));
  });

  it('in Japanese', () => {
    expectFindings(
      `**合計見積もり**: 7時間
            ^ 💡 warning stale-summary: Says 7, but the estimates add up to 5

| タスク | 見積もり | 状態 |
| --- | --- | --- |
| 掘る | 2時間 | 完了 |
| 建てる | 2.5時間 | 未着手 |
| 塗る | 0.5時間 | 未着手 |
`,
      { rules },
    );
  });

  it.each(['9.5h', '9.5 hours', '~10h', '7.5h'])('%s is right, of all or of what is open', (total) => {
    expectFindings(estimates(`Total estimate: ${total}`), { rules });
  });

  it('is not compared where units differ or an estimate is a range', () => {
    expectFindings(estimates('Total estimate: 3 days'), { rules });
    expectFindings(estimates('Total estimate: 12h').replace('2h', '1-2h'), { rules });
  });
});

describe('what remains', () => {
  it('is counted in the list below', () => {
    expectFindings(
      `## Remaining tasks (3 of 20)
                    ^^^^^^^ 💡 warning stale-summary: Says 3 of 20, but Remaining tasks (3 of 20) has 1 of 20 remaining

- [x] Dig
- [ ] Build
- [x] Paint
`,
      { rules },
    );
  });

  it('is right where all of it is open', () => {
    expectFindings('## Remaining tasks (2 of 20)\n\n- [ ] Dig\n- [ ] Build\n', { rules });
  });
});

describe('100 %', () => {
  it('is not true over an open box, ticked parents or not', () => {
    expectFindings(
      `## Phase 1

Progress: 100%
          ^^^ 💡 warning stale-summary: Says 100%, but Phase 1 has 2 of 3 done (67%)

- [x] Dig
  - [x] Deep
  - [ ] Wide
- [x] Build
`,
      { rules },
    );
  });

  it('is true where only the optional is open', () => {
    expectFindings('## Phase 1\n\nProgress: 100%\n\n- [x] Dig\n- [x] Build\n- [ ] Optional: paint\n', { rules });
  });
});
