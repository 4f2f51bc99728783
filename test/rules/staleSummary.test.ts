import { describe, it } from 'vitest';
import { expectFindings, expectFixed } from '../support/fixture';

const rules = ['stale-summary'];
const phase = (boxes: string): string =>
  `## Phase 1: Base\n\n${[...boxes].map((box, i) => `- [${box}] task ${i}`).join('\n')}\n`;

describe('stale-summary', () => {
  it('changes numbers, not lines', () => {
    const before = `${phase('xxx  ')}
**Phase 1 progress:** 2/6 tasks complete (33%), since May
- Phase 1 … 2 of 5 tasks

| Phase | Done | Total |
|:------|-----:|------:|
| 1     |    2 |     5 |
`;
    const after = before
      .replace('2/6 tasks complete (33%)', '3/5 tasks complete (60%)')
      .replace('2 of 5', '3 of 5')
      .replace('|    2 |', '|    3 |');
    expectFixed(before, after);
  });

  it('keeps ~, spaces, and full-width signs', () => {
    expectFixed(`${phase('xx  ')}\nPhase 1: ~25%\n`, `${phase('xx  ')}\nPhase 1: ~50%\n`);
    expectFixed(`${phase('xx  ')}\nPhase 1: 1 / 4 done\n`, `${phase('xx  ')}\nPhase 1: 2 / 4 done\n`);
    expectFixed(`${phase('xx  ')}\nフェーズ1：1／4 完了（25％）\n`, `${phase('xx  ')}\nフェーズ1：2／4 完了（50％）\n`);
  });

  it('redraws the bar of the same claim, in its own glyphs and width', () => {
    expectFixed(
      `${phase('xx  ')}\nPhase 1 [■■□□□□□□□□] 20%\nPhase 1: 🟩⬜⬜⬜⬜⬜ 1/4\nPhase 1: \`[####----------------]\` 20%\n`,
      `${phase('xx  ')}\nPhase 1 [■■■■■□□□□□] 50%\nPhase 1: 🟩🟩🟩⬜⬜⬜ 2/4\nPhase 1: \`[##########----------]\` 50%\n`,
    );
  });

  it('counts what the unit says', () => {
    const text = `## Phase 1

| ID | Task | Status |
| --- | --- | --- |
| A-1 | one | MERGED |
| A-2 | two | PR_OPEN |
| A-3 | three | PR_OPEN |

Phase 1: 1 / 3 MERGED
Phase 1: 2 / 3 PR_OPEN
Phase 1: 1 / 3 PR_OPEN
         ^^^^^ 💡 warning stale-summary: Says 1 of 3, but Phase 1 has 2 of 3 PR_OPEN
`;
    expectFindings(text, { rules });
  });

  it('of a table of phases, row by row, and the total', () => {
    expectFindings(
      `
      ${phase('xx').replace(/\n/g, '\n      ')}
      ## Phase 2: Tools

      - [ ] a
      - [ ] b

      ## Overview

      | Phase | Progress |
      | --- | --- |
      | Phase 1 | 1/2 (50%) |
                  ^^^^^^^ 💡 warning stale-summary
      | Phase 2 | 0/2 (0%) |
      | Total | 1/4 (25%) |
                ^^^^^^^ 💡 warning stale-summary
    `,
      { rules },
    );
  });

  it('of the whole plan', () => {
    expectFindings(
      `${phase('xx  ')}
## Summary

Total Tickets: 5
               ^ 💡 warning stale-summary: Says 5 tickets, but the plan has 4
Overall Completion: ~25%
                     ^^ 💡 warning stale-summary: Says ~25%, but the plan has 2 of 4 done (50%)
`,
      { rules },
    );
  });

  it('in a heading', () => {
    expectFindings('## Phase 1 (1/2)\n            ^^^ 💡 warning stale-summary\n\n- [x] a\n- [x] b\n', { rules });
  });

  it('not where not all is there, or what is counted is no ticket', () => {
    expectFindings('## Phase 1 (remaining tasks)\n\n- [ ] a\n- [ ] b\n\nPhase 1: 5/7\n', { rules });
    expectFindings(`${phase('xx  ')}\nPhase 1: 3/40 screens\nPhase 1 tests: 7/9\n`, { rules });
    expectFindings(`${phase('xx  ')}\nPhase 1: 40/90\n`, { rules });
  });

  it('not where work in progress may count for a part', () => {
    expectFindings(`${phase('x~~ ')}\nPhase 1: 45%\n`, { rules });
  });

  it('not in a log', () => {
    expectFindings(`${phase('xx  ')}\n## Log\n\n- 2026-01-02: Phase 1: 1/4\n\n### 2026-01-03\n\nPhase 1: 1/4\n`, {
      rules,
    });
  });
});
