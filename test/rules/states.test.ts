import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';

describe('conflicting-status', () => {
  const rules = ['conflicting-status'];
  it('of a ticket in two tables, of a phase in two places', () => {
    expectFindings(
      `
      - [x] Phase 1: Base
      - [ ] Phase 2: Tools

      | Phase | Status |
      | --- | --- |
      | 1 | Done |
      | 2 | Complete |
            ^^^^^^^^ warning conflicting-status: Phase 2: Tools is Complete here, but [ ] in line 2

      ## Now

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | one | Open |
      | A-2 | two | In Progress |

      ## All

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | one | Skipped |
                    ^^^^^^^ warning conflicting-status: A-1 is Skipped here, but Open in line 13
      | A-2 | two | In Review |
    `,
      { rules },
    );
  });

  it('not of two tickets, of two columns, nor of a section’s name', () => {
    expectFindings(
      `
      ## In Progress

      | ID | Task | Owner |
      | --- | --- | --- |
      | A-1 | one | Ada |

      ## Phase 1

      | ID | Task | Status | Review |
      | --- | --- | --- | --- |
      | A-1 | one | Done | Open |
      | A-2 | one | Open | Open |
    `,
      { rules },
    );
  });
});

describe('unfinished-parent', () => {
  const rules = ['unfinished-parent'];
  it('names what is open, however deep; optional work is told, not warned of', () => {
    expectFindings(
      `
      - [x] a
         ^ warning unfinished-parent: a is [x], but "d" and 1 more below it are open
        - [x] b
           ^ warning unfinished-parent: b is [x], but "d" below it is open
          - [x] c
          - [ ] d
        - [~] e
      - [x] f
         ^ info unfinished-parent
        - [ ] g (optional)
      - [x] h
        - [-] i
        - note
      - [ ] j
        - [x] k
    `,
      { rules },
    );
  });
});

describe('stale-status', () => {
  const rules = ['stale-status'];
  it('of phases, wherever they are told', () => {
    expectFindings(
      `
      | Phase | Name | Status |
      | --- | --- | --- |
      | 1 | Base | Complete |
                   ^^^^^^^^ warning stale-status: Phase 1: Base is Complete, but 1 of 2 tickets is not done
      | 2 | Tools | Planned |
                    ^^^^^^^ warning stale-status: Phase 2: Tools is Planned, but all 2 tickets are done
      | 3 | Ship | In Progress |

      ## Phase 1: Base
      - [x] a
      - [ ] b

      ## Phase 2: Tools
      - [x] c
      - [x] d

      ## Phase 3: Ship
      - [ ] e
      - [ ] f
    `,
      { rules },
    );
  });

  it('of a heading that is a ticket, of front matter', () => {
    expectFindings(
      `---
status: done
        ^^^^ warning stale-status: The document is done, but 1 of 2 tickets is not done
---

## Phase 1

### T1: Tides ✅
              ^ warning stale-status: T1 is ✅, but 1 of 2 tickets is not done
- [x] read
- [ ] show
`,
      { rules },
    );
  });

  it('not of a part, nor a second time for a section named after a status', () => {
    expectFindings('## Phase 1 ✅ (remaining)\n\n- [ ] a\n', { rules });
    expectFindings('## Completed ✅\n\n- [x] a\n- [ ] b\n', { rules });
    expectFindings('## Phase 1: In Progress\n\n- [ ] a\n- [x] b\n', { rules });
  });
});

describe('blocked-list-mismatch', () => {
  const rules = ['blocked-list-mismatch'];
  it('both ways', () => {
    expectFindings(
      `
      | Task | Status |
      | --- | --- |
      | Import of photos | In Progress |
      | Import of maps | Blocked |

      ## Blocked tasks

      | Task | Blocked by |
      | --- | --- |
      | Import of photos | a dialog |
        ^^^^^^^^^^^^^^^^ info blocked-list-mismatch: Import of photos is in the list of what is blocked, but it is In Progress
      | Import of maps | no maps |
      | Something else | a storm |
    `,
      { rules },
    );
    expectFindings(
      `
      | Task | Status |
      | --- | --- |
      | Import of maps | Blocked |

      ## ブロックされているタスク

      現時点でブロックされているタスクはありません。
      ^^^^^^^^^^^^^^^^^^^^^^^ info blocked-list-mismatch
    `,
      { rules },
    );
  });

  it('not where the list says none and none is', () => {
    expectFindings('- [ ] a\n\n## Blocked items\n\n| Item | Since |\n|---|---|\n| None | - |\n', { rules });
  });
});

describe('needless-block', () => {
  const rules = ['needless-block'];
  it('when the last of several is done', () => {
    expectFindings(
      `
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | A-1 | one | Done | - |
      | A-2 | two | Skipped | - |
      | A-3 | three | Open | - |
      | A-4 | four | Blocked | A-1, A-2 |
                     ^^^^^^^ info needless-block
      | A-5 | five | Blocked | A-1, A-3 |
      | A-6 | six | Blocked | - |
      | A-7 | seven | Blocked | A-1, the office |
    `,
      { rules },
    );
  });
});

describe('phase-gate', () => {
  const rules = ['phase-gate'];
  it('where the plan gives an order', () => {
    expectFindings(
      `
      Always in the order **A → B → C**.

      ## Phase A
      - [x] one
      ## Phase B
      - [ ] two
      ## Phase C
      - [ ] three
      - [~] four
         ^ info phase-gate: four is [~], but Phase B comes first and is not complete
      - [x] five
    `,
      { rules },
    );
  });

  it('not where it gives none', () => {
    expectFindings('## Phase 1\n- [ ] a\n## Phase 2\n- [x] b\n', { rules });
  });
});

describe('duplicate-phase', () => {
  const rules = ['duplicate-phase'];
  it('of two different phases, not of one told often', () => {
    expectFindings(
      `
      | Phase | Status |
      | --- | --- |
      | Phase 1: Storage | Done |

      - [x] Phase 1: Storage

      ## Phase 1 — Storage (done)
      - [x] a
      ## Phase 1: tasks
      - [x] b
      ## Phase 2: Tools
      - [ ] c
      ## Sprint 2: Something else
      - [ ] d
      ## Phase 2: Marketing
         ^^^^^^^^^^^^^^^^^^ info duplicate-phase
      - [ ] e
    `,
      { rules },
    );
  });
});

describe('malformed-row', () => {
  const rules = ['malformed-row'];
  it('of rows with too many cells, not of short ones', () => {
    expectFindings(
      `
      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | \`a|b\` | Done |
      ^^^^^^^^^^^^^^^^^^^^^^ warning malformed-row: 4 cells, but the table has 3 columns
      | A-2 | a\\|b | Done |
      | A-3 | short |
      | A-4 | open end | Done
      A-5 | no pipes | Done
    `,
      { rules },
    );
  });
});
