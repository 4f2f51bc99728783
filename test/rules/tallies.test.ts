import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** Numbers by status, "Done: 3, blocked: 1", beside the tickets that they count. */

describe('numbers by status are held against the tickets', () => {
  it('summary bullets per status', () => {
    expectSwaps(
      'stale-summary',
      `# Shop rewrite

## Summary

- **Total tasks:** {7→6}
- ✅ Completed: {2→3}
- 🔄 In progress: {2→1}
- ⬜ Not started: {3→2}

## Tasks

| ID | Task | Status |
| --- | --- | --- |
| S-1 | Cart model | Done |
| S-2 | Cart API | Done |
| S-3 | Cart UI | Done |
| S-4 | Checkout | In Progress |
| S-5 | Receipts | Not Started |
| S-6 | Refunds | Not Started |
`,
    );
  });

  it('inline tally line', () => {
    expectSwaps(
      'stale-summary',
      `# Billing

**Progress:** {3→2} done, {2→1} in progress, {0→1} blocked, 2 todo

| ID | Task | Status |
| --- | --- | --- |
| B-1 | Invoice model | Done |
| B-2 | Invoice PDF | Done |
| B-3 | Mail | In Progress |
| B-4 | Tax | Blocked |
| B-5 | Reminders | Todo |
| B-6 | Archive | Todo |
`,
    );
  });

  it('header fields with pipes', () => {
    expectSwaps(
      'stale-summary',
      `# API

**Total:** 5 | **Done:** {4→3} | **In Progress:** 1 | **Blocked:** {0→1}

## Work items

- [x] Auth endpoint
- [x] User endpoint
- [x] Search endpoint
- [~] Export endpoint
- [!] Import endpoint (waits for the vendor)
`,
    );
  });

  it('status count table', () => {
    expectSwaps(
      'stale-summary',
      `# Tracker

## Status overview

| Status | Count |
| --- | --- |
| DONE | {4→3} |
| IN PROGRESS | {1→2} |
| TODO | 2 |
| **Total** | **{8→7}** |

## Items

| ID | Title | Status | Owner |
| --- | --- | --- | --- |
| T-01 | Parse | DONE | Ann |
| T-02 | Lex | DONE | Ann |
| T-03 | Bind | DONE | Bo |
| T-04 | Check | IN PROGRESS | Bo |
| T-05 | Emit | IN PROGRESS | Cy |
| T-06 | Cache | TODO | - |
| T-07 | Watch | TODO | - |
`,
    );
  });

  it('status count table with percent', () => {
    expectSwaps(
      'stale-summary',
      `# Tracker

| Status | Count | % |
| --- | ---: | ---: |
| ✅ Done | {4→5} | 50% |
| 🔄 In Progress | {3→2} | 20% |
| ⏳ Pending | 3 | 30% |

- [x] a one
- [x] b two
- [x] c three
- [x] d four
- [x] e five
- [~] f six
- [~] g seven
- [ ] h eight
- [ ] i nine
- [ ] j ten
`,
    );
  });

  it('phase cross table', () => {
    expectSwaps(
      'stale-summary',
      `# Roadmap

| Phase | Done | In progress | Blocked | Todo | Total |
| --- | --- | --- | --- | --- | --- |
| Phase 1 | 3 | 0 | 0 | 0 | 3 |
| Phase 2 | {2→1} | 1 | {0→1} | {2→1} | {5→4} |
| **Total** | **4** | **1** | **1** | **1** | **7** |

## Phase 1: Base

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Seeds | Done |
| A-3 | Login | Done |

## Phase 2: Tools

| ID | Task | Status |
| --- | --- | --- |
| B-1 | CLI | Done |
| B-2 | Watch | In progress |
| B-3 | Signing | Blocked |
| B-4 | Docs | Todo |
`,
    );
  });

  it('transposed tally', () => {
    expectSwaps(
      'stale-summary',
      `# Sprint board

| Total | Done | In Progress | To Do |
| --- | --- | --- | --- |
| 6 | {1→2} | {2→1} | 3 |

| Ticket | Title | Status | Assignee |
| --- | --- | --- | --- |
| WEB-1 | Header | Done | Ann |
| WEB-2 | Footer | Done | Bo |
| WEB-3 | Search box | In Progress | Ann |
| WEB-4 | Filters | To Do | |
| WEB-5 | Pager | To Do | |
| WEB-6 | Empty state | To Do | |
`,
    );
  });

  it('per phase tally under headings', () => {
    expectSwaps(
      'stale-summary',
      `# Plan

## Phase A — Core

**Status:** In Progress · Done: {1→2}/3

- [x] Loader
- [x] Parser
- [ ] Printer

## Phase B — Shell

Completed: {2→1}/3

- [x] Prompt
- [ ] History
- [ ] Completion

Done: {1→3}/6
`,
    );
  });

  it('remaining', () => {
    expectSwaps(
      'stale-summary',
      `# To ship

Done: {2→3}, remaining: {4→3}

- [x] build
- [x] sign
- [x] notarise
- [ ] upload
- [ ] announce
- [ ] rest
`,
    );
  });

  it('remaining only', () => {
    expectSwaps(
      'stale-summary',
      `# To ship

**Remaining tasks:** {4→3}

- [x] build
- [x] sign
- [x] notarise
- [ ] upload
- [ ] announce
- [ ] rest
`,
    );
  });

  it('progress section memory bank', () => {
    expectSwaps(
      'stale-summary',
      `# Progress

## Status
- Overall completion: {50%→60%}
- Tasks done: {2→3}
- Tasks remaining: 2

## Tasks
- [x] Set up repository
- [x] Configure CI
- [x] Write parser
- [ ] Write printer
- [ ] Publish
`,
    );
  });

  it('counts words behind', () => {
    expectSwaps(
      'stale-summary',
      `# Progress

Currently {2→3} of 5 tasks are complete and two remain.

- [x] Set up repository
- [x] Configure CI
- [x] Write parser
- [ ] Write printer
- [ ] Publish
`,
    );
  });
});

describe('numbers of something else are left alone', () => {
  it('an archive of what is done and gone', () => {
    expectFindings(`# Backlog

Completed so far: 48 (see CHANGELOG)
Completed: 48

- [x] last one
- [ ] upload
- [ ] announce
- [ ] rest
`);
  });

  it('velocity is points', () => {
    expectFindings(`# Sprint 4

- Committed: 21
- Completed: 3
- Velocity: 18

| ID | Story | Points | Status |
| --- | --- | --- | --- |
| U-1 | Login | 5 | Done |
| U-2 | Logout | 8 | Done |
| U-3 | Reset | 8 | In Progress |
`);
  });

  it('test results beside tasks', () => {
    expectFindings(`# Module

- [x] unit tests
- [x] integration tests
- [ ] load tests
- [ ] docs

## Test results

- Passed: 3
- Failed: 1
- Skipped: 0
- Total: 4

## Bugs

- Open: 3
- Closed: 5
- In progress: 1
`);
  });

  it('counts of issues elsewhere', () => {
    expectFindings(`# Release

| Metric | Value |
| --- | --- |
| Open issues | 12 |
| Closed issues | 340 |
| Active users | 5 |
| Completed orders | 3 |

- [x] build
- [x] tag
- [ ] publish
`);
  });

  it('ratios, however they are written', () => {
    expectFindings(`## Phase A

- [x] Schema
- [ ] Login
- [ ] Logout

Progress: 1 / 3 done

Tasks: 1 ／ 3 done

Tickets: 1 / 3
`);
  });
});
