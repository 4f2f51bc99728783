import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';

describe('stale-focus', () => {
  const rules = ['stale-focus'];
  it('on a ticket, a phase by its tickets, a phase by its word', () => {
    expectFindings(
      `
      **Current phase:** Phase 1 -- Base
                         ^^^^^^^^^^^^^^^ warning stale-focus
      Current focus: Phase A-1 — one
                     ^^^^^^^^^^^^^^^ warning stale-focus
      - 対象フェーズ: フェーズ3
                ^^^^^ warning stale-focus

      ## Phase 1: Base

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | one | Done |

      ## Phase 2: Tools
      - [ ] two

      - [x] フェーズ3: 納品
    `,
      { rules },
    );
  });

  it('not on what is open, nor where a phase is called done over open tickets', () => {
    expectFindings('Current phase: Phase 2\n\n## Phase 1\n- [x] a\n## Phase 2\n- [ ] b\n', { rules });
    expectFindings('Current phase: Phase 1\n\n## Phase 1 ✅\n- [x] a\n- [ ] b\n', { rules });
  });
});

describe('over-limit', () => {
  const rules = ['over-limit'];
  it('counts entries, not what is below them', () => {
    expectFindings(
      `
      - [ ] Phase 1: a

      ## 次アクション（最大3つ）
      1. 一
         - 詳しく
         - もっと
      2. 二
      3. 三
      4. 四
      ^^^^^ warning over-limit: 5 entries, but the heading allows 3
      5. 五

      ## Next (max 2)
      - a
      - b
    `,
      { rules },
    );
  });
});

describe('duplicate-ticket', () => {
  const rules = ['duplicate-ticket'];
  it('two tickets of one id in a table, or in two with other titles', () => {
    expectFindings(
      `
      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | Draw the map | Done |
      | A-2 | Print the map | Open |
      | A-1 | Fold the map | Open |
        ^^^ warning duplicate-ticket
      | A-3 | Sell the map | Open |
      | A-4 | Burn the map | Open |
    `,
      { rules },
    );
  });

  it('not of one ticket shown twice, rows without ids, numbers that start again', () => {
    expectFindings(
      `
      ## By priority

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | Draw | Done |

      ## Phase 1

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | Draw | Done |

      ### A-1: Draw
      - [x] pencil

      ## Phase 2

      | # | Task | Status |
      | --- | --- | --- |
      | 1 | Fold | Open |
      | 2 | Cut | Open |

      ## Phase 3

      | # | Task | Status |
      | --- | --- | --- |
      | 1 | Sell | Open |
      | 2 | Burn | Open |
    `,
      { rules },
    );
  });
});

describe('status-section-mismatch', () => {
  const rules = ['status-section-mismatch'];
  it('of rows and boxes', () => {
    expectFindings(
      `
      ## In Progress

      | Task | Status |
      | --- | --- |
      | a | Todo |
            ^^^^ warning status-section-mismatch
      | b | In Progress |
      | c | Blocked |
      | d | Done |
            ^^^^ warning status-section-mismatch

      - [ ] e

      ## 完了済み ✅

      - [x] f
      - [ ] g
         ^ warning status-section-mismatch
      - [-] h

      ## Todo

      - [ ] i
      - [x] j
    `,
      { rules },
    );
  });

  it('through garbled headings', () => {
    expectFindings('### ‚úÖ Completed\n\n- [x] a\n- [ ] b\n   ^ warning status-section-mismatch\n', { rules });
  });

  it('not across a phase, nor of sections that only sound like one', () => {
    expectFindings(
      '## Done\n\n### Phase 1\n\n- [ ] a\n\n## Definition of done\n\n- [ ] b\n\n## Open questions\n\n- [x] c\n',
      {
        rules,
      },
    );
  });
});

describe('dependency-cycle', () => {
  const rules = ['dependency-cycle'];
  it('once for a circle, whatever its length; of itself; across shapes', () => {
    expectFindings(
      `
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | A-1 | one | Open | A-3 |
                           ^^^ error dependency-cycle: A-1 → A-3 → A-2 → A-1 depend on each other in a circle
      | A-2 | two | Open | A-1 |
      | A-3 | three | Open | A-2 |
      | A-4 | four | Open | A-1, A-3 |
      | B-1 | five | Open | B-2 |
                            ^^^ error dependency-cycle: B-1 → B-2 → B-1 depend on each other in a circle
      | B-2 | six | Open | B-1 |
    `,
      { rules },
    );
  });

  it('a long chain is no circle, and does not overflow', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `| A-${i} | t${i} | Open | ${i === 0 ? '-' : `A-${i - 1}`} |`);
    expectFindings(`| ID | Task | Status | Depends on |\n|---|---|---|---|\n${rows.join('\n')}\n`, { rules });
  });
});

describe('unknown-status', () => {
  const rules = ['unknown-status'];
  it('with a legend, every one that it does not have; without, near misses', () => {
    const table = (rows: string): string => `## Work\n\n| ID | Task | Status |\n| --- | --- | --- |\n${rows}`;
    expectFindings(
      `**Status key:** Open | In Progress | Done\n\n${table(`| A-1 | one | Done |
| A-2 | two | Purple |
              ^^^^^^ warning unknown-status: Purple is no status of this plan
| A-3 | three | Opne |
                ^^^^ warning unknown-status: Opne is no status of this plan; did you mean Open?
| A-4 | four | Blocked |
`)}`,
      { rules },
    );
    expectFindings(
      table(`| A-1 | one | Done |
| A-2 | two | Purple |
| A-3 | three | In Progres |
                ^^^^^^^^^^ warning unknown-status: In Progres is no status of this plan; did you mean In Progress?
| A-4 | four | waiting for Bo since May, see the notes |
| A-5 | five | In Progress |
`),
      { rules },
    );
  });
});
