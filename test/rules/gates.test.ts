import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';
import { expectSwaps } from '../support/swaps';

/** What plans say of phases in words: gates, orders and statuses in lines of text, and lists of what is blocked. */

describe('gates', () => {
  it('gate within phase b', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

## Phase A: Core

- [x] Loader
- [{ →x}] Parser

## Phase B: Shell

**Gate:** Phase A complete

- [x] Prompt
- [ ] History
`,
      { fix: false },
    );
  });

  it('exit criteria', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

## Phase A: Core

**Exit Criteria:** all of Phase A MERGED

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Loader | MERGED |
| A-2 | Parser | {OPEN→MERGED} |

## Phase B: Shell

| ID | Task | Status |
| --- | --- | --- |
| B-1 | Prompt | MERGED |
| B-2 | History | OPEN |
`,
      { fix: false },
    );
  });

  it('starts when', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

Phase B starts when Phase A is done.

## Phase A: Core

- [x] Loader
- [{ →x}] Parser

## Phase B: Shell

- [x] Prompt
- [ ] History
`,
      { fix: false },
    );
  });

  it('must be complete before', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

> Phase 1 must be complete before Phase 2 begins.

## Phase 1: Core

- [x] Loader
- [{ →x}] Parser

## Phase 2: Shell

- [x] Prompt
- [ ] History
`,
      { fix: false },
    );
  });

  it('spec kit blocking', () => {
    expectSwaps(
      'phase-gate',
      `# Tasks: Photo albums

**Input**: Design documents from \`/specs/001-photo-albums/\`
**Prerequisites**: plan.md (required), spec.md (required for user stories), research.md

## Format: \`[ID] [P?] [Story] Description\`

- **[P]**: Can run in parallel (different files, no dependencies)

## Phase 1: Setup (Shared Infrastructure)

**Purpose**: Project initialization and basic structure

- [x] T001 Create project structure per implementation plan
- [x] T002 [P] Configure linting and formatting tools

---

## Phase 2: Foundational (Blocking Prerequisites)

**Purpose**: Core infrastructure that MUST be complete before ANY user story can be implemented

**⚠️ CRITICAL**: No user story work can begin until this phase is complete

- [x] T003 Setup database schema and migrations framework
- [{ →x}] T004 [P] Setup API routing

**Checkpoint**: Foundation ready - user story implementation can now begin in parallel

---

## Phase 3: User Story 1 - Albums (Priority: P1) 🎯 MVP

**Goal**: Users can make albums

- [x] T005 [P] [US1] Contract test for albums in tests/contract/test_albums.py
- [ ] T006 [US1] Implement AlbumService in src/services/album_service.py (depends on T005)

**Checkpoint**: At this point, User Story 1 should be fully functional

## Phase N: Polish & Cross-Cutting Concerns

- [ ] T007 [P] Documentation updates in docs/

## Dependencies & Execution Order

### Phase Dependencies

- **Setup (Phase 1)**: No dependencies - can start immediately
- **Foundational (Phase 2)**: Depends on Setup completion - BLOCKS all user stories
- **User Stories (Phase 3+)**: All depend on Foundational phase completion
- **Polish (Final Phase)**: Depends on all desired user stories being complete
`,
      { fix: false },
    );
  });

  it('japanese gate', () => {
    expectSwaps(
      'phase-gate',
      `# 計画

フェーズ2はフェーズ1の完了後に開始する。

## フェーズ1: 基盤

- [x] 設計
- [{ →x}] 実装

## フェーズ2: 画面

- [x] 一覧
- [ ] 詳細
`,
      { fix: false },
    );
  });

  it('order line', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

Order: A → B → C

## Phase A

- [{ →x}] one

## Phase B

- [x] two
- [ ] two b

## Phase C

- [ ] three
`,
      { fix: false },
    );
  });
});

describe('gates in other words', () => {
  it('only what is optional is open', () => {
    expectFindings(`# Plan

Phase B starts after Phase A is done.

## Phase A

- [x] Loader
- [ ] Optional: pictures

## Phase B

- [x] Prompt
`);
  });

  it('side by side', () => {
    expectFindings(`# Plan

Phase B does not depend on Phase A; we looked at Phase A before Phase B, and liked it.

Phase B can run in parallel with Phase A.

## Phase A

- [x] Loader
- [ ] Parser

## Phase B

- [x] Prompt
- [ ] History
`);
  });

  it('do not start until', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

Do not start Phase 2 until Phase 1 is complete.

## Phase 1

- [x] Loader
- [{ →x}] Parser

## Phase 2

- [x] Prompt
- [ ] History
`,
      { fix: false },
    );
  });

  it('cannot begin before', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

Sprint 2 cannot begin before Sprint 1 is finished.

## Sprint 1

- [x] Loader
- [{ →x}] Parser

## Sprint 2

- [x] Prompt
- [ ] History
`,
      { fix: false },
    );
  });

  it('entry criteria', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

## Milestone 1: Alpha

- [x] Loader
- [{ →x}] Parser

## Milestone 2: Beta

- **Entry criteria**: Milestone 1 complete
- **Exit criteria**: all users moved

### Work

- [x] Prompt
- [ ] History
`,
      { fix: false },
    );
  });

  it('日本語の終了条件', () => {
    expectSwaps(
      'phase-gate',
      `# 計画

## フェーズA: 基盤

- Exit Criteria：フェーズA の全チケットが MERGED

| ID | タスク | 状態 |
| --- | --- | --- |
| A-1 | 設計 | MERGED |
| A-2 | 実装 | {進行中→MERGED} |

## フェーズB: 画面

| ID | タスク | 状態 |
| --- | --- | --- |
| B-1 | 一覧 | MERGED |
| B-2 | 詳細 | 未着手 |
`,
      { fix: false },
    );
  });

  it('einstieg auf deutsch', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

Phase 2 beginnt erst nach Phase 1.

## Phase 1

- [x] Lader
- [{ →x}] Zerteiler

## Phase 2

- [x] Eingabe
- [ ] Verlauf
`,
      { fix: false },
    );
  });

  it('a phase depends on another', () => {
    expectSwaps(
      'phase-gate',
      `# Plan

## Phase 1: Base

- [x] Loader
- [{ →x}] Parser

## Phase 2: Tools

**Depends on:** Phase 1

- [x] Prompt
- [ ] History
`,
      { fix: false },
    );
  });
});

describe('phases in lines of text', () => {
  it('phases in paragraph lines', () => {
    expectSwaps(
      'stale-status',
      `# Status

Phase 1: Base — {planned→done}
Phase 2: Tools — {done→in progress}
Phase 3: UI — planned

## Phase 1: Base

- [x] one
- [x] two

## Phase 2: Tools

- [x] three
- [ ] four

## Phase 3: UI

- [ ] five
`,
      { fix: false },
    );
  });

  it('phases in bullets', () => {
    expectSwaps(
      'stale-status',
      `# Status

- **Phase 1**: ✅ Complete
- **Phase 2**: {✅ Complete→🚧 In progress}
- **Phase 3**: Not started

## Phase 1: Base

- [x] one
- [x] two

## Phase 2: Tools

- [x] three
- [ ] four

## Phase 3: UI

- [ ] five
`,
      { fix: false },
    );
  });

  it('status phase n complete', () => {
    expectSwaps(
      'stale-status',
      `# Refactor

**Status:** Phase {2→1} complete

## Phase 1: Base

- [x] one
- [x] two

## Phase 2: Tools

- [x] three
- [ ] four
`,
      { fix: false },
    );
  });
});

describe('lines that say nothing of phases', () => {
  it('lines of something else', () => {
    expectFindings(`# Notes

Phase 1: Planning
Phase 2: Testing
Phase 3: we are done with talking

## Phase 1: Planning

- [ ] one

## Phase 2: Testing

- [ ] two
`);
  });

  it('phases in lines alone', () => {
    expectSwaps(
      'stale-focus',
      `# Status

Phase 1: Base — done
Phase 2: Tools — {done→planned}

Current phase: Phase 2
`,
      { fix: false },
    );
  });
});

describe('what is blocked', () => {
  it('no blocked', () => {
    expectSwaps(
      'blocked-list-mismatch',
      `# Board

**Blocked:** {None→A-2}

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Blocked |
| A-3 | Out | Open |
`,
      { fix: false },
    );
  });

  it('blockers none', () => {
    expectSwaps(
      'blocked-list-mismatch',
      `# Board

## Tasks

- [x] Schema
- [{!→ }] Login

## Blockers

No blocked tasks.
`,
      { fix: false },
    );
  });

  it('blocked list misses one', () => {
    expectSwaps(
      'blocked-list-mismatch',
      `# Board

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Blocked |
| A-3 | Out | {Blocked→Open} |

## Blocked

- A-2: waits for the vendor
`,
      { fix: false },
    );
  });
});

describe('blocked tickets by id', () => {
  it('blocked ids', () => {
    expectSwaps(
      'blocked-list-mismatch',
      `# Board

**Blocked:** A-2, {A-1→A-3}

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Schema | Done |
| A-2 | Login | Blocked |
| A-3 | Out | Blocked |
`,
      { fix: false },
    );
  });

  it('open boxes in a list of what is blocked', () => {
    expectFindings(`# Board

- [ ] A-1 Schema
- [ ] A-2 Login

## Blocked

- A-2: waits for the vendor
`);
  });

  it('blockers of one ticket', () => {
    expectFindings(`# Board

### T1: Login

- Status: Done
- Blockers: none

### T2: Logout

- Status: Blocked
- Blockers: the vendor
`);
  });
});
