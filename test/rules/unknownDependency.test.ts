import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';

const rules = ['unknown-dependency'];

describe('unknown-dependency', () => {
  it('offers what is near, not another number', () => {
    expectFindings(
      `
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | AUTH-001 | Sign in | Done | - |
      | AUTH-002 | Sign out | Open | AUHT-001 |
                                     ^^^^^^^^ warning unknown-dependency: AUTH-002 depends on AUHT-001, which no plan has; did you mean AUTH-001?
      | AUTH-003 | Reset | Open | AUTH-009 |
                                  ^^^^^^^^ warning unknown-dependency: AUTH-003 depends on AUTH-009, which no plan has
      | AUTH-004 | Lock | Open | AUTH-001, AUTH-042 |
                                           ^^^^^^^^ warning unknown-dependency
    `,
      { rules },
    );
  });

  it('of a title with a slip, of a phase that is not there', () => {
    expectFindings(
      `
      ## Phase 1

      | Task | Depends on | Status |
      | --- | --- | --- |
      | Define core data models | - | Open |
      | Write importer | Define core data modles | Open |
                         ^^^^^^^^^^^^^^^^^^^^^^^ warning unknown-dependency: Write importer depends on Define core data modles, which no plan has; did you mean Define core data models?

      ## Phase 2

      | Task | Depends on | Status |
      | --- | --- | --- |
      | Draw | Phase 7 complete | Open |
               ^^^^^^^^^^^^^^^^ warning unknown-dependency
    `,
      { rules },
    );
  });

  it('of another file is known there', () => {
    expectFindings(
      `
      //- a/PLAN.md
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | A-1 | one | Open | B-1 |
      | A-2 | two | Open | B-2 |
                           ^^^ warning unknown-dependency
      | B-9 | three | Open | - |
      //- b/PLAN.md
      | ID | Task | Status |
      | --- | --- | --- |
      | B-1 | one | Open |
    `,
      { rules },
    );
  });

  it('not of free text, versions, other families, or remarks that place it elsewhere', () => {
    expectFindings(
      `
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | A-1 | one | Open | Node 20 |
      | A-2 | two | Open | v2.0, #31 |
      | A-3 | three | Open | API-02 (Sprint 2) |
      | A-4 | four | Open | IT answer, a budget |
      | A-5 | five | Open | 2026-04-01 |
      | A-6 | six | Open | [the survey](./survey.md) |
    `,
      { rules },
    );
  });
});
