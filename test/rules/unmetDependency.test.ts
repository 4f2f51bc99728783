import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';

const rules = ['unmet-dependency'];

describe('unmet-dependency', () => {
  it('is graver the further the work is', () => {
    expectFindings(
      `
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | A-1 | one | Open | - |
      | A-2 | two | Done | A-1 |
                           ^^^ warning unmet-dependency: A-2 is Done but depends on A-1, which is Open
      | A-3 | three | In Review | A-1 |
                                  ^^^ warning unmet-dependency: A-3 is In Review but depends on A-1, which is Open
      | A-4 | four | In Progress | A-1 |
                                   ^^^ info unmet-dependency: A-4 is In Progress but depends on A-1, which is Open
      | A-5 | five | Open | A-1 |
      | A-6 | six | Blocked | A-1 |
      | A-7 | seven | Skipped | A-1 |
    `,
      { rules },
    );
  });

  it('says which of several', () => {
    expectFindings(
      `
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | T1 | one | Done | - |
      | T2 | two | Open | - |
      | T3 | three | Blocked | - |
      | T4 | four | Done | T1, T2 |
                               ^^ warning unmet-dependency: T4 is Done but depends on T2, which is Open
      | T5 | five | Done | T1–T3 |
                           ^^^^^ warning unmet-dependency: T5 is Done but depends on T2, which is Open, and on T3, which is Blocked
    `,
      { rules },
    );
  });

  it('on a phase, on everything above, by title, below a heading', () => {
    expectFindings(
      `
      ## Phase 1: Base

      | Task | Depends on | Status |
      | --- | --- | --- |
      | Define core data models | - | In Progress |
      | Write importer | Data models | Done |
                         ^^^^^^^^^^^ warning unmet-dependency: Write importer is Done but depends on Define core data models, which is In Progress
      | Write handbook | All above | Done |
                         ^^^^^^^^^ warning unmet-dependency: Write handbook is Done but depends on Define core data models, which is In Progress

      ## Phase 2: Tools

      #### 1. Canvas ✅
      **Depends on:** Phase 1 complete
                      ^^^^^^^^^^^^^^^^ warning unmet-dependency: Canvas is ✅ but depends on Phase 1: Base, which is not finished
      - [x] draw
    `,
      { rules },
    );
  });

  it('of boxes', () => {
    expectFindings(
      `
      - [ ] **T-1** Dig
      - [x] **T-2** Plant (depends on: T-1)
                                       ^^^ warning unmet-dependency: T-2 is [x] but depends on T-1, which is [ ]
    `,
      { rules },
    );
  });

  it('of a phase that is done on one that is not', () => {
    expectFindings(
      `
      | Phase | Goal | Depends on | Status |
      | --- | --- | --- | --- |
      | 1 | base | - | In Progress |
      | 2 | tools | Phase 1 | Done |
                    ^^^^^^^ warning unmet-dependency
    `,
      { rules },
    );
  });

  it('not on what is done, dropped, wanted, ambiguous, ticked, or has no status', () => {
    expectFindings(
      `
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | A-1 | one logger | Open | - |
      | A-2 | two logger | N/A | - |
      | A-3 | three | Done | A-2 |
      | A-4 | four | Done | A-1 (recommended) |
      | A-5 | five | Done | logger |
      | A-6 | six | Done | A-1 ✓ |
      | A-7 | seven | | - |
      | A-8 | eight | Done | A-7 |
      | A-9 | nine | Done | the office |
    `,
      { rules },
    );
  });
});
