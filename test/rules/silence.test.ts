import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';

/** Numbers, signs and words that look like those of a plan and are none: nothing is found. */

describe('what is no contradiction', () => {
  it('features not tasks', () => {
    expectFindings(`# Status

- Features: 5 complete, 3 planned
- Endpoints implemented: 3/12
- Modules done: 4 of 6
- Tests: 12 passing, 1 failing
- Coverage: 81%

## Tasks

- [x] Login
- [x] Logout
- [ ] Reset
- [ ] Profile
- [ ] Avatar
`);
  });

  it('other periods', () => {
    expectFindings(`# Status

- Completed this week: 3
- Completed last week: 8
- Completed in total: 41
- Planned for next week: 4

| ID | Task | Status |
| --- | --- | --- |
| A-1 | Login | Done |
| A-2 | Logout | In Progress |
| A-3 | Reset | Todo |
`);
  });

  it('remaining of other units', () => {
    expectFindings(`# Sprint

- Remaining: 3 days
- Remaining budget: 40%
- Left: 2 weeks
- Pending: 2 approvals
- Total: 4 engineers
- Open: 5 questions

- [x] Login
- [ ] Logout
- [ ] Reset
`);
  });

  it('wip limits obsidian', () => {
    expectFindings(`---

kanban-plugin: board

---

## Todo

- [ ] a
- [ ] b

## Doing (3)

- [ ] c

## Done

- [x] d
`);
  });

  it('wip limit in one lane', () => {
    expectFindings(`# Board

## Backlog

- [ ] a
- [ ] b

## In Progress (3)

- [ ] c

## Done

- [x] d
`);
  });

  it('recent ones only', () => {
    expectFindings(`# Board

## Completed (recent 3 of 48)

- [x] a
- [x] b
- [x] c

## Todo

- [ ] d
`);
  });

  it('by priority and by phase', () => {
    expectFindings(`# Plan

Total tasks: 4 · Done: 2

## By priority

- [x] Login
- [ ] Reset
- [x] Logout
- [ ] Profile

## By phase

### Phase 1

- [x] Login
- [x] Logout

### Phase 2

- [ ] Reset
- [ ] Profile
`);
  });

  it('acceptance criteria counts', () => {
    expectFindings(`# Stories

Stories: 2 (1 done, 1 in progress)

### US-1: Log in

**Status:** Done

- [x] Form
- [x] Session

### US-2: Log out

**Status:** In Progress

- [x] Button
- [ ] Session
`);
  });

  it('blocked column of no', () => {
    expectFindings(`# Tasks

| ID | Task | Status | Blocked? |
| --- | --- | --- | --- |
| A-1 | Login | Done | No |
| A-2 | Logout | In Progress | No |
| A-3 | Reset | Todo | Yes, legal |
`);
  });

  it('status cells with numbers', () => {
    expectFindings(`# Tasks

| Task | Status | Progress |
| --- | --- | --- |
| Login | Done | 5/5 |
| Logout | In Progress | 2/3 |
| Reset | Todo | 0/4 |
`);
  });

  it('rfc phases in prose', () => {
    expectFindings(`# Design

We split the work. Phase 1 covers reading, and Phase 2 writing. Phase 2 is optional. After Phase 1 we will look at the numbers; if 50% of users like it, Phase 2 starts.

## Phase 1

- [x] Reader
- [ ] Index

## Phase 2

- [ ] Writer
`);
  });

  it('phase after phase without gate', () => {
    expectFindings(`# Plan

## Phase 1: Read

- [x] Reader
- [ ] Index

## Phase 2: Write

- [x] Writer

Phase 2 went faster than Phase 1. We started Phase 2 before Phase 1 was complete, on purpose.
`);
  });

  it('sections of risks', () => {
    expectFindings(`# Plan

- [x] Login
- [ ] Logout

## Risks

| Risk | Status | Mitigation |
| --- | --- | --- |
| Vendor is late | Open | call |
| Team too small | Closed | hired |

Open: 1
Closed: 1
Total: 2
`);
  });

  it('definition of done', () => {
    expectFindings(`# Plan

## Phase 1

**Definition of Done:** all tests pass, docs complete, Phase 1 demo held

- [x] Login
- [ ] Docs

## Phase 2

- [x] Spike
`);
  });

  it('mixed checklists release', () => {
    expectFindings(`# Release 2.0

Release manager: Ann. 2 of 3 approvals. Rollout at 25%.

- [x] Branch cut
- [x] RC1
- [ ] RC2
- [ ] GA (after 2026-02-01)
- [ ] Announce (needs legal)
`);
  });

  it('percent of traffic', () => {
    expectFindings(`# Rollout

| Stage | Traffic | Status |
| --- | --- | --- |
| 1 | 5% | Done |
| 2 | 25% | Done |
| 3 | 50% | In Progress |
| 4 | 100% | Not started |
`);
  });

  it('weights', () => {
    expectFindings(`# Plan

| Task | Weight | Status |
| --- | --- | --- |
| Login | 40% | Done |
| Logout | 10% | Done |
| Reset | 50% | Todo |

Progress: 50%
`);
  });

  it('okr ordinary', () => {
    expectFindings(`# OKRs Q1

| Key result | Target | Progress | Status |
| --- | --- | --- | --- |
| Sign-ups | 1000 | 80% | On track |
| NPS | 50 | 100% | Done |
| Churn | <2% | 20% | At risk |
`);
  });

  it('hours', () => {
    expectFindings(`# Plan

| ID | Task | Est. | Spent | Status |
| --- | --- | --- | --- | --- |
| 1 | Login | 3h | 4h | Done |
| 2 | Logout | 1h | 1h | Done |
| 3 | Reset | 5h | 0h | Todo |

Estimated: 9h · Spent: 5h · Remaining: 5h
`);
  });

  it('completed dates', () => {
    expectFindings(`# Plan

| Task | Status | Completed |
| --- | --- | --- |
| Login | Done | 2026-01-02 |
| Logout | Done | 2026-01-05 |
| Reset | In Progress | - |
`);
  });

  it('yes and no', () => {
    expectFindings(`# Matrix

| Feature | Web | iOS | Android |
| --- | --- | --- | --- |
| Login | ✅ | ✅ | ✅ |
| Push | ❌ | ✅ | ✅ |
| Offline | ❌ | 🚧 | ❌ |

- [x] Decide
- [ ] Build
`);
  });

  it('scores', () => {
    expectFindings(`# Review

| Area | Score | Status |
| --- | --- | --- |
| Security | 8/10 | Done |
| Speed | 6/10 | In Progress |
| Docs | 3/10 | Todo |

Overall: 5.7/10
`);
  });

  it('test plan table ordinary', () => {
    expectFindings(`# Test plan

| ID | Case | Result |
| --- | --- | --- |
| TC-1 | Login | Pass |
| TC-2 | Logout | Fail |
| TC-3 | Reset | Not run |

Passed: 1 | Failed: 1 | Not run: 1
`);
  });

  it('notes that mention ids', () => {
    expectFindings(`# Tasks

| ID | Task | Status | Notes |
| --- | --- | --- | --- |
| A-1 | Schema | In Progress | |
| A-2 | Login | Done | Follow-up of A-1 tracked in A-9 |
| A-3 | Logout | Done | See also A-1, A-4 |
| A-4 | Reset | Done | After A-1 we renamed the table |
| A-5 | Mail | Done | Split from A-1 |
| A-6 | Push | Done | Duplicate of A-1? |
| A-7 | Poll | Done | needs A-1's follow-up later |
| A-8 | Icons | Done | Requires A-1 or A-2 |
`);
  });

  it('changelog and todo', () => {
    expectFindings(`# TODO

- [ ] Write docs
- [ ] Release

# Changelog

## 1.2.0 (2026-01-10)

- Added: 3 commands
- Fixed: 5
- Removed: 1

## 1.1.0

- Fixed: 2
`);
  });

  it('hiring plan', () => {
    expectFindings(`# Hiring

| Role | Open | Filled | Total |
| --- | --- | --- | --- |
| Engineer | 2 | 3 | 5 |
| Designer | 1 | 0 | 1 |

- [x] Post the ads
- [ ] Interviews
`);
  });

  it('issue counts by severity', () => {
    expectFindings(`# Bugs

| Severity | Open | Closed |
| --- | --- | --- |
| High | 1 | 4 |
| Low | 7 | 12 |

- [x] Triage
- [ ] Fix the high ones
- [ ] Fix the low ones
`);
  });

  it('velocity table', () => {
    expectFindings(`# Sprints

| Sprint | Committed | Completed |
| --- | --- | --- |
| Sprint 1 | 20 | 18 |
| Sprint 2 | 22 | 22 |
| Sprint 3 | 21 | - |

## Sprint 3

- [x] Login
- [ ] Logout
- [ ] Reset
`);
  });

  it('velocity table of points', () => {
    expectFindings(`# Sprints

| Sprint | Planned | Completed | Remaining |
| --- | --- | --- | --- |
| Sprint 1 | 8 | 5 | 3 |
| Sprint 2 | 5 | 3 | 2 |

## Sprint 1

- [x] Login (5)
- [ ] Reset (3)

## Sprint 2

- [x] Logout (3)
- [ ] Avatar (2)
`);
  });

  it('people and their load', () => {
    expectFindings(`# Team

| Owner | Done | In progress | Todo |
| --- | --- | --- | --- |
| Ann | 2 | 1 | 0 |
| Bo | 1 | 0 | 2 |

| ID | Task | Owner | Status |
| --- | --- | --- | --- |
| 1 | a | Ann | Done |
| 2 | b | Ann | Done |
| 3 | c | Ann | In progress |
| 4 | d | Bo | Done |
| 5 | e | Bo | Todo |
| 6 | f | Bo | Todo |
`);
  });

  it('meeting notes ordinary', () => {
    expectFindings(`# Weekly 2026-01-14

- Done: 3 interviews
- Next: 2 more
- Blocked: no

Decisions: 2. Open: 1.
`);
  });

  it('readme with roadmap ordinary', () => {
    expectFindings(`# My tool

![status](https://img.shields.io/badge/status-alpha-orange)

Phase 1 is done. Phase 2 comes after Phase 1.

## Install

1. Download
2. Run
`);
  });

  it('status badge alpha with tasks', () => {
    expectFindings(`# My tool

![status](https://img.shields.io/badge/status-stable-green) ![progress](https://img.shields.io/badge/coverage-90%25-green)

- [x] one
- [ ] two
`);
  });

  it('box before emoji in titles', () => {
    expectFindings(`# Launch

- [x] 🚀 Ship the beta
- [ ] ✅ Add check marks to the list
- [ ] 🔄 Retry failed uploads
- [x] 🔄 Refresh tokens
- [ ] ⏳ Loading spinner
- [x] 🚧 Construction page
`);
  });

  it('optional rest', () => {
    expectFindings(`# Tasks

Progress: 3/3 (optional ones not counted)

- [x] a
- [x] b
- [x] c
- [ ] (optional) d
`);
  });

  it('done with follow up percent', () => {
    expectFindings(`# Tasks

| ID | Task | Status | Completion |
| --- | --- | --- | --- |
| 1 | Login | In Progress | 0% |
| 2 | Logout | Done | 100% |
| 3 | Reset | Blocked | 60% |
| 4 | Mail | Cancelled | 30% |
| 5 | Push | On hold | 10% |
| 6 | Icons | In Review | 100% |
`);
  });
});
