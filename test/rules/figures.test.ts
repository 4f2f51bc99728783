import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** More plans of teams: figures in tables, bars, bold text and quotes, told by areas, epics and steps. */

describe('figures in plans', () => {
  it('copilot style implementation plan', () => {
    expectFindings(`---
goal: Move the importer to streams
version: 1.0
date_created: 2026-01-02
status: 'In progress'
tags: [refactor]
---

# Introduction

![Status: In progress](https://img.shields.io/badge/status-In%20progress-yellow)

## 2. Implementation Steps

### Implementation Phase 1

- GOAL-001: Streams in the reader

| Task | Description | Completed | Date |
|------|-------------|-----------|------|
| TASK-001 | Reader yields chunks | ✅ | 2026-01-03 |
| TASK-002 | Reader honours back pressure | ✅ | 2026-01-04 |
| TASK-003 | Tests | | |

### Implementation Phase 2

- GOAL-002: Streams in the writer

| Task | Description | Completed | Date |
|------|-------------|-----------|------|
| TASK-004 | Writer takes chunks | | |
| TASK-005 | Remove the old API | | |
`);
  });

  it('beads like list', () => {
    expectFindings(`# Issues

- [x] bd-1 Parser (P1)
- [x] bd-2 Printer (P1) — depends on bd-1
- [ ] bd-3 CLI (P2) — depends on bd-2
- [ ] bd-4 Docs (P3) — blocked by bd-3
`);
  });

  it('cursor plan todos front matter', () => {
    expectFindings(`---
name: Streams
overview: Move to streams
todos:
  - id: reader
    content: Reader yields chunks
    status: completed
  - id: writer
    content: Writer takes chunks
    status: pending
isProject: false
---

# Streams

## Steps

- [x] Reader yields chunks
- [ ] Writer takes chunks
`);
  });

  it('claude plan with checkpoints', () => {
    expectSwaps(
      'stale-status',
      `# Plan: add search

Status: {DONE→IN PROGRESS|stale-status!}

## Step 1: Index

- [x] Tokeniser
- [x] Index file

## Step 2: Query

- [x] Parser
- [ ] Ranking

## Step 3: UI

- [ ] Box
- [ ] Results

### Progress

Steps complete: 1/3
Tasks complete: {4→3|stale-summary}/6
`,
    );
  });

  it('feature tracker by area', () => {
    expectSwaps(
      'stale-summary',
      `# Feature tracker

| Area | Total | Done | % |
| --- | ---: | ---: | ---: |
| Editor | 3 | {3→2|stale-summary} | 67% |
| Sync | 2 | 0 | {10→0|stale-summary!}% |
| **Total** | **5** | **2** | **40%** |

## Editor

- [x] Cursor
- [x] Selection
- [ ] Undo

## Sync

- [ ] Push
- [ ] Pull
`,
    );
  });

  it('migration with bars', () => {
    expectSwaps(
      'stale-summary',
      `# Migration

Overall: ████████░░ {90→80|stale-summary}%

- Models: \`[██████████]\` 100% (2/2)
- Views: \`[{█████████░→███████░░░|bar-mismatch}]\` 67% (2/3)

## Models

- [x] User
- [x] Post

## Views

- [x] List
- [x] Detail
- [ ] Admin
`,
    );
  });

  it('changelog style done list', () => {
    expectSwaps(
      'status-section-mismatch',
      `# TODO

## Now

- [ ] Search

## Done

- [x] Login (2026-01-02)
- [x] Logout (2026-01-03)
- [{ →x}] Profile (2026-01-05)
`,
      { fix: false },
    );
  });

  it('table of epics with counts', () => {
    expectSwaps(
      'stale-summary',
      `# Overview

| Epic | Stories | Done | Status |
| --- | --- | --- | --- |
| E1: Accounts | {4→3} | 3 | Done |
| E2: Billing | 2 | {2→1} | In Progress |

## Epic 1: Accounts

- [x] Sign up
- [x] Log in
- [x] Reset

## Epic 2: Billing

- [x] Plans
- [ ] Invoices
`,
    );
  });

  it('sprint with daily burndown', () => {
    expectSwaps(
      'stale-summary',
      `# Sprint 3

**Sprint goal:** Search
**Completed:** {3→2}/4 stories

| Day | Remaining points | Done |
| --- | --- | --- |
| Mon | 13 | 0 |
| Tue | 10 | 3 |
| Wed | 8 | 5 |

| Story | Points | Status |
| --- | --- | --- |
| Index | 3 | Done |
| Query | 2 | Done |
| Ranking | 5 | In Progress |
| UI | 3 | To Do |
`,
    );
  });

  it('sections and sub phases', () => {
    expectSwaps(
      'stale-status',
      `# Plan

## Phase 1: Base (Week 1-2) — COMPLETE

### 1.1 Repository

- [x] Create
- [{ →x}] Protect main

### 1.2 Pipeline

- [x] Build
- [x] Test

## Phase 2: Core (Week 3-4) — IN PROGRESS

### 2.1 Models

- [x] User
- [ ] Post

### 2.2 API

- [ ] Routes
`,
      { fix: false },
    );
  });

  it('notes with blockers', () => {
    expectSwaps(
      'blocked-list-mismatch',
      `# Progress

## Blocked

- B-2: waiting for the design

## Tasks

| ID | Task | Status | Depends on |
| --- | --- | --- | --- |
| B-1 | Draft | Done | - |
| B-2 | Design | {Done→Blocked} | - |
| B-3 | Build | Todo | B-2 |
`,
      { fix: false },
    );
  });

  it('percent in phase rows with status', () => {
    expectSwaps(
      'stale-summary',
      `# Phases

| Phase | Status | Progress |
| --- | --- | --- |
| Phase 1 | ✅ Done | {80→100}% |
| Phase 2 | 🔄 In progress | 50% |
| Phase 3 | ⬜ Not started | {20→0}% |

## Phase 1

- [x] a
- [x] b

## Phase 2

- [x] c
- [ ] d

## Phase 3

- [ ] e
- [ ] f
`,
    );
  });

  it('percent in phase rows alone', () => {
    expectSwaps(
      'conflicting-status',
      `# Phases

| Phase | Status | Progress |
| --- | --- | --- |
| Phase 1 | ✅ Done | {80%→100%} |
| Phase 2 | 🔄 In progress | 50% |
| Phase 3 | ⬜ Not started | {100%→0%} |
`,
      { fix: false },
    );
  });

  it('phase of phases', () => {
    expectSwaps(
      'stale-status',
      `# Roadmap

**Status:** Phase 1 complete, Phase 2 in progress

- Phase 1 — Base ✅
- Phase 2 — Tools 🚧
- Phase 3 — UI

## Phase 1 — Base

- [x] a
- [{ →x}] b

## Phase 2 — Tools

- [x] c
- [ ] d

## Phase 3 — UI

- [ ] e
`,
      { fix: false },
    );
  });

  it('user stories with points', () => {
    expectSwaps(
      'stale-summary',
      `# Backlog

| ID | As a … I want … | Points | Status | Sprint |
| --- | --- | --- | --- | --- |
| US-1 | log in | 3 | ✅ Done | Sprint 1 |
| US-2 | log out | 1 | ✅ Done | Sprint 1 |
| US-3 | reset | 5 | 🔄 In Progress | Sprint 2 |
| US-4 | search | 8 | ⬜ To Do | Sprint 2 |

Total points: 17 · Done: 4 points · Remaining: 13 points
Stories: {5→4|-} · Done: 2
`,
    );
  });

  it('research checklist', () => {
    expectSwaps(
      'stale-summary',
      `# Checklist

Completed {5→4} of 6 items.

1. [x] Read the paper
2. [x] Run the code
3. [x] Collect the data
4. [x] Clean the data
5. [ ] Train
6. [ ] Write up
`,
    );
  });

  it('bold numbers', () => {
    expectSwaps(
      'stale-summary',
      `# Status

**{5→4}** of **6** tasks done, **2** remaining.

- [x] Read the paper
- [x] Run the code
- [x] Collect the data
- [x] Clean the data
- [ ] Train
- [ ] Write up
`,
    );
  });

  it('blockquote summary', () => {
    expectSwaps(
      'stale-summary',
      `# Status

> **Progress:** {5→4}/6 · **Blocked:** 0

- [x] Read the paper
- [x] Run the code
- [x] Collect the data
- [x] Clean the data
- [ ] Train
- [ ] Write up
`,
    );
  });

  it('summary at the end with emoji', () => {
    expectSwaps(
      'stale-summary',
      `# Status

- [x] Read the paper
- [x] Run the code
- [~] Collect the data
- [ ] Clean the data

---

📊 **Summary:** ✅ {3→2} | 🔄 1 | ⬜ {2→1}
`,
    );
  });

  it('html summary', () => {
    expectFindings(`# Status

<!-- progress: 50% -->

<details>
<summary>Phase 1 (2/2)</summary>

- [x] Read the paper
- [x] Run the code

</details>

- [ ] Collect the data
- [ ] Clean the data
`);
  });
});
