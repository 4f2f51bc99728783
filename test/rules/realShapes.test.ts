import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** Shapes of real plans, each told again in a small one of our own. */

describe('shapes of real plans', () => {
  it('a rule of dashes in a paragraph', () => {
    expectFindings(`# Plan

- [x] a

\\----------------------------------------------------------------\\
`);
  });

  it('an approved design', () => {
    expectFindings(`# Design

**Status:** Approved

- [ ] Build
- [ ] Test
`);
  });

  it('a document that is done', () => {
    expectSwaps(
      'stale-status',
      `# Design

**Status:** {Done→In progress}

- [x] Build
- [ ] Test
`,
      { fix: false },
    );
  });

  it('a remark behind a dash', () => {
    expectFindings(`# Plan

- [ ] Buttons need no change — verified, told in this plan
- [x] Form
- [x] Table
`);
  });

  it('something of a phase is ticked', () => {
    expectFindings(`# Review

- [x] Phase 1: pipeline scope and owners defined
- [x] Phase 2: rollout scope and owners defined

## Phase 1: Basic pipeline

- [ ] Reader
- [ ] Writer

## Phase 2: Careful rollout

- [ ] Ten percent
- [ ] All of it
`);
  });

  it('a heading that is no part of the plan', () => {
    expectFindings(`# Plan

## Next steps

- [x] Login
- [x] Logout
- [ ] Reset

### Ready for production (90%)

Nearly there.

### Left for later (10%)

Not much.
`);
  });

  it('percents of rows have a mean', () => {
    expectFindings(`# Plan

## Packages (70%)

| Package | Status | Progress |
| --- | --- | --- |
| Core | Done | 100% |
| Client | In progress | 90% |
| Docs | Not started | 20% |
`);
  });

  it('what was eliminated counts no more', () => {
    expectFindings(`# Plan

## Services (100%)

| Service | Status |
| --- | --- |
| Login | ✅ Complete |
| Mail | ✅ Complete |
| Gateway | ❌ Eliminated |
`);
  });
});
