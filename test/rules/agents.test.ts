import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** Plans as teams and coding agents write them: silent where they are consistent, and each planted contradiction is found. */

describe('plans of agents and teams', () => {
  it('kiro tasks', () => {
    expectSwaps(
      'unfinished-parent',
      `# Implementation Plan

- [x] 1. Set up project structure and core interfaces
  - Create directory structure for models, services, repositories
  - Define interfaces that establish system boundaries
  - _Requirements: 1.1_

- [{x→-}] 2. Implement data models and validation
  - [x] 2.1 Create core data model interfaces and types
    - Write TypeScript interfaces for all data models
    - _Requirements: 2.1, 3.3_
  - [ ] 2.2 Implement User model with validation
    - Write User class with validation methods
    - _Requirements: 1.2_
  - [ ]* 2.3 Write unit tests for the User model
    - _Requirements: 1.2_

- [ ] 3. Checkpoint - Ensure all tests pass
  - Ensure all tests pass, ask the user if questions arise.
`,
      { fix: false },
    );
  });

  it('memory bank progress', () => {
    expectSwaps(
      'stale-summary',
      `# Progress

## What Works
- ✅ Project scaffolding
- ✅ CI pipeline
- ✅ User login

## What's Left to Build
- [ ] Password reset
- [ ] Profile page
- [{ →x|-}] Avatar upload

## Current Status
- **Phase 1 (Foundation)**: {🚧 In progress→✅ Complete|-}
- **Phase 2 (Accounts)**: 🚧 In progress (60%)

## Known Issues
- 3 open bugs in the login form
- Test coverage is at 72%
`,
    );
  });

  it('memory bank active context', () => {
    expectSwaps(
      'stale-focus',
      `# Active Context

## Current Focus
Phase 2: Accounts

## Recent Changes
- 2026-01-10: login merged (12/12 tests passing)
- 2026-01-08: schema done

## Next Steps
1. Password reset
2. Profile page

## Tasks
### Phase 1: Foundation
- [x] Scaffolding
- [x] CI

### Phase 2: Accounts
- [x] Login
- [{x→ }] Reset
- [x] Profile
`,
      { fix: false },
    );
  });

  it('roadmap quarters', () => {
    expectSwaps(
      'stale-status',
      `# Roadmap

> Status legend: ✅ done · 🚧 in progress · 📋 planned

| Quarter | Theme | Status |
| --- | --- | --- |
| Q1 2026 | Search | ✅ |
| Q2 2026 | Sharing | 🚧 |
| Q3 2026 | Offline | 📋 |

## Q1 2026 — Search ✅

- [x] Index
- [x] Ranking
- [{ →x}] Highlighting

## Q2 2026 — Sharing 🚧

- [x] Links
- [ ] Permissions

## Q3 2026 — Offline 📋

- [ ] Cache
- [ ] Sync
`,
      { fix: false },
    );
  });

  it('claude progress', () => {
    expectSwaps(
      'stale-summary',
      `# PROGRESS.md

**Last updated:** 2026-01-14
**Current phase:** Phase 3 — API
**Overall progress:** {9→8|stale-summary}/14 tasks (57%)

## Phase 1 — Setup ({3→4|stale-summary}/4) ✅

| Task | Status | Notes |
| --- | --- | --- |
| 1.1 Init repo | ✅ Done | |
| 1.2 Lint | ✅ Done | |
| 1.3 CI | ✅ Done | |
| 1.4 Docker | ✅ Done | |

## Phase 2 — Database ✅

| Task | Status | Notes |
| --- | --- | --- |
| 2.1 Schema | ✅ Done | |
| 2.2 Migrations | ✅ Done | |
| 2.3 Seeds | {⬜ Todo→✅ Done|stale-status!} | |

## Phase 3 — API 🔄

| Task | Status | Notes |
| --- | --- | --- |
| 3.1 Auth | ✅ Done | |
| 3.2 Users | 🔄 In progress | |
| 3.3 Posts | ⬜ Todo | needs 3.2 |
| 3.4 Search | ⬜ Todo | |

## Phase 4 — UI ⬜

| Task | Status | Notes |
| --- | --- | --- |
| 4.1 Shell | ⬜ Todo | |
| 4.2 Pages | ⬜ Todo | after 4.1 |
| 4.3 Polish | ⬜ Todo | |

## Session log

- 2026-01-14: finished 3.1 (8/14)
- 2026-01-12: finished 2.3 (7/14)
- 2026-01-09: 2.1, 2.2 (6/14)
`,
    );
  });

  it('openspec tasks', () => {
    expectFindings(`## 1. Implementation
- [x] 1.1 Add the \`archive\` command
- [x] 1.2 Move the change into the archive
- [ ] 1.3 Update the specs

## 2. Validation
- [ ] 2.1 Unit tests
- [ ] 2.2 Run \`openspec validate --strict\`

## 3. Docs
- [x] 3.1 README
`);
  });

  it('backlog md task', () => {
    expectSwaps(
      'stale-status',
      `---
id: task-42
title: Search by label
status: {Done→In Progress}
assignee:
  - '@ann'
created_date: '2026-01-02'
labels:
  - search
dependencies:
  - task-40
priority: high
---

## Description

Let people search by label.

## Acceptance Criteria
<!-- AC:BEGIN -->
- [x] #1 Labels are indexed
- [x] #2 The query language knows labels
- [ ] #3 Documented
<!-- AC:END -->

## Implementation Notes

Index rebuilt in 40% of the time.
`,
      { fix: false },
    );
  });

  it('gsd state', () => {
    expectSwaps(
      'bar-mismatch',
      `# Project State

## Current Position

Phase: 2 of 4 (Accounts)
Plan: 1 of 3 in current phase
Status: In progress
Last activity: 2026-01-14 — finished plan 02-01

Progress: [{██████░░░░→████░░░░░░}] 40%

## Phases

- [x] **Phase 1: Base** - The base
- [ ] **Phase 2: Accounts** - Accounts
- [ ] **Phase 3: Sharing** - Sharing
- [ ] **Phase 4: Launch** - Launch
`,
    );
  });

  it('gsd roadmap', () => {
    expectSwaps(
      'stale-status',
      `# Roadmap: Notes

## Phases

- [x] **Phase 1: Foundation** - Editor and storage
- [ ] **Phase 2: Sync** - Sync between devices
- [ ] **Phase 3: Sharing** - Share notes

## Phase Details

### Phase 1: Foundation
**Goal**: An editor that saves
**Depends on**: Nothing (first phase)
**Plans**: 2 plans

Plans:
- [x] 01-01: Editor
- [{ →x|stale-status!}] 01-02: Storage

### Phase 2: Sync
**Goal**: Notes on all devices
**Depends on**: Phase 1
**Plans**: 2 plans

Plans:
- [x] 02-01: Protocol
- [ ] 02-02: Conflicts

### Phase 3: Sharing
**Depends on**: Phase 2

Plans:
- [ ] 03-01: Links

## Progress

**Execution Order:**
Phases execute in numeric order: 1 → 2 → 3

| Phase | Plans Complete | Status | Completed |
|-------|----------------|--------|-----------|
| 1. Foundation | {1→2|stale-summary}/2 | Complete | 2026-01-05 |
| 2. Sync | {2→1|stale-summary}/2 | In progress | - |
| 3. Sharing | 0/1 | Not started | - |
`,
    );
  });

  it('task master', () => {
    expectSwaps(
      'stale-summary',
      `# Task Master: notes

**Progress:** \`[######--------------] 30%\`
**Tasks:** Done: {2→3|stale-summary}, In Progress: {2→1|stale-summary}, Pending: 6

| ID | Title | Status | Priority | Dependencies |
| --- | --- | --- | --- | --- |
| 1 | Init | done | high | None |
| 2 | Schema | done | high | 1 |
| 3 | Auth | done | high | 1, 2 |
| 4 | Upload | in-progress | medium | {5→2|unmet-dependency!} |
| 5 | Thumbnails | pending | medium | 3 |
| 6 | Albums | pending | medium | 3 |
| 7 | Share | pending | low | 5, 6 |
| 8 | Search | pending | low | 2 |
| 9 | Docs | pending | low | All above |
| 10 | Release | pending | high | 9 |
`,
    );
  });

  it('github issue tracking', () => {
    expectSwaps(
      'stale-summary',
      `# Tracking: v2.0

**Progress: {4→3}/6 complete**

### Must have
- [x] #101 New parser
- [x] #102 New printer
- [ ] #103 Migration guide

### Nice to have
- [x] #110 Colours
- [ ] #111 Themes
- [ ] #112 Icons

Closes #90, refs #85. Depends on #99.
`,
    );
  });

  it('sprint board with summary', () => {
    expectSwaps(
      'stale-summary',
      `# Sprint 14 (2026-01-05 – 2026-01-16)

**Goal:** Checkout works end to end
**Velocity (last three):** 21, 24, 22
**Committed:** 23 points

| Key | Summary | Points | Assignee | Status |
| --- | --- | ---: | --- | --- |
| SHOP-11 | Cart totals | 3 | Ann | Done |
| SHOP-12 | Address form | 5 | Bo | In Review |
| SHOP-13 | Payment | 8 | Cy | In Progress |
| SHOP-14 | Receipts | 5 | Ann | To Do |
| SHOP-15 | Emails | 2 | Bo | To Do |

## Summary

| Status | Tickets | Points |
| --- | ---: | ---: |
| Done | 1 | 3 |
| In Review | {2→1} | 5 |
| In Progress | 1 | 8 |
| To Do | {1→2} | 7 |
`,
    );
  });

  it('epics', () => {
    expectSwaps(
      'stale-summary',
      `# Epics

## Epic 1: Onboarding ({2→1}/3 stories done)

- [x] Story 1.1: Sign up
- [ ] Story 1.2: Tour
- [ ] Story 1.3: Invite

## Epic 2: Billing (1/2 stories done)

- [x] Story 2.1: Plans
- [ ] Story 2.2: Invoices (depends on 2.1)

## Summary

- Epics: 2
- Stories: {6→5}
- Stories done: {3→2}
`,
    );
  });

  it('epic story statuses yaml like', () => {
    expectSwaps(
      'stale-status',
      `# Stories

## Epic 1

### Story 1.1: Sign up

Status: Done

#### Tasks / Subtasks

- [x] Task 1 (AC: 1)
  - [x] Form
  - [x] Validation
- [{ →x}] Task 2 (AC: 2)

### Story 1.2: Tour

Status: Ready for Review

- [x] Task 1 (AC: 1)
- [x] Task 2 (AC: 2, 3)

### Story 1.3: Invite

Status: Draft

- [ ] Task 1 (AC: 1)
`,
      { fix: false },
    );
  });

  it('milestones nested lists', () => {
    expectSwaps(
      'stale-summary',
      `# Plan

1. **Milestone 1: Prototype** ✅
   - [x] Spike
   - [x] Demo
2. **Milestone 2: Beta**
   - [x] Login
   - [ ] Import
     - [x] CSV
     - [ ] XLSX
3. **Milestone 3: Launch**
   - [ ] Pricing

Milestones complete: {2→1}/3
`,
    );
  });

  it('implementation plan with weeks', () => {
    expectSwaps(
      'stale-summary',
      `# Implementation plan

## Week 1: Base (100%)

- [x] Setup
- [x] Models

## Week 2: API ({75→50}%)

- [x] Routes
- [ ] Auth

## Week 3: UI (0%)

- [ ] Pages
- [ ] Styles
`,
    );
  });

  it('dev plan with status fields', () => {
    expectSwaps(
      'stale-summary',
      `# Development plan

### Task 1: Parser

**Status:** Done
**Priority:** High
**Dependencies:** None

### Task 2: Printer

**Status:** {Done→In Progress|-}
**Priority:** High
**Dependencies:** Task 1

### Task 3: CLI

**Status:** {Done→Todo|unmet-dependency!}
**Priority:** Low
**Dependencies:** Task 1, Task 4

### Task 4: Docs

**Status:** Todo
**Dependencies:** None
`,
    );
  });

  it('checklists with sections and totals', () => {
    expectSwaps(
      'stale-summary',
      `# Release checklist

## Code ({4→3}/4)

- [x] Freeze
- [x] Bump
- [x] Changelog
- [ ] Tag

## Docs (1/2)

- [x] Guide
- [ ] API

**Total: {5→4}/6**
`,
    );
  });

  it('agents todo with inline statuses', () => {
    expectSwaps(
      'unmet-dependency',
      `# TODO

1. Parser — DONE
2. Printer — DONE
3. CLI — IN PROGRESS
4. Docs — TODO

- [x] T1: parser
- [x] T2: printer
- [ ] T3: cli (needs T2)
- [{x→ }] T4: docs (needs T3)
`,
      { fix: false },
    );
  });

  it('refactor phases with rollback', () => {
    expectSwaps(
      'stale-status',
      `# Refactor

| Phase | Description | Risk | Status |
| --- | --- | --- | --- |
| 0 | Inventory | Low | ✅ Complete |
| 1 | Extract | Medium | ✅ Complete |
| 2 | Switch | High | {✅ Complete→🔄 In Progress|stale-status!} |
| 3 | Delete | Low | ⏳ Pending |

## Phase 0: Inventory
- [x] List callers

## Phase 1: Extract
- [x] Interface
- [x] Adapter

## Phase 2: Switch
- [x] Flag
- [ ] Migrate callers

## Phase 3: Delete
- [ ] Remove the old code

**Phases complete: {3→2|stale-summary} of 4**
`,
    );
  });

  it('dated log progress', () => {
    expectFindings(`# Journal

## 2026-01-12

Done: 3/5. Login works, 60% of the forms are there.

## 2026-01-14

Done: 4/5. All forms.

## Tasks

- [x] a
- [x] b
- [x] c
- [x] d
- [x] e
`);
  });

  it('kanban obsidian', () => {
    expectFindings(`---

kanban-plugin: basic

---

## Todo

- [ ] Write tests
- [ ] Deploy


## Doing

- [ ] Build UI


## Done

**Complete**
- [x] Design
- [x] Prototype


%% kanban:settings
\`\`\`
{"kanban-plugin":"basic"}
\`\`\`
%%
`);
  });

  it('table with two status columns', () => {
    expectFindings(`# Translation

| Page | Translated | Reviewed |
| --- | --- | --- |
| Intro | ✅ | ✅ |
| Setup | ✅ | ❌ |
| Usage | ❌ | ❌ |

Translated: 2/3
Reviewed: 1/3
`);
  });
});
