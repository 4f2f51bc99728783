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

  it('a word that starts like one of dependency', () => {
    expectFindings(`# Plan

- [x] Seed the types (DEPARTMENT, PROJECT, DEPTH)
- [ ] Filter by project
- [ ] Filter by project type
`);
  });

  it('a limit that is none', () => {
    expectFindings(`# Plan

- [ ] one

### Why LIMIT 1?

- It is quick
- It is safe
`);
  });

  it('under construction and planned', () => {
    expectFindings(`# Plan

### 🚧 Phase 2: Local models (Planned)

### ✅ Phase 1: Base (Done)
`);
  });

  it('shares of the whole', () => {
    expectFindings(`# Plan

### Production ready (97%)

| Part | Status |
| --- | --- |
| Login | Done |
| Mail | Done |

### Pending parts (3%)

| Part | Status |
| --- | --- |
| Push | Planned |
| SMS | Planned |
`);
  });

  it('ready with a tick', () => {
    expectFindings(`# Plan

### Build: ✅ READY

- [x] one
- [x] two
`);
  });

  it('the percent of boxes', () => {
    expectSwaps(
      'stale-summary',
      `# Plan

## Backend ({60→50}%)

- [x] one
- [ ] two
`,
    );
  });

  it('partly is a status', () => {
    expectFindings(`# Plan

> Status legend: Live · Planned

| Format | Task | Status |
| --- | --- | --- |
| JSON | Import | Live |
| TOML | Import | Partially live |
| YAML | Import | Planned |
`);
  });
});
