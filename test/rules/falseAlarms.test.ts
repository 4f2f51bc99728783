import { describe, it } from 'vitest';
import { expectFindings } from '../support/fixture';

/** What a naive reader would report in real plans, each told again in a small one of our own. Nothing is found in any. */
const silent: Record<string, string> = {
  'a category number on each of its rows is no id': `
    ## Requirements

    | # | Category | Sub-category | Status |
    | --- | --- | --- | --- |
    | 01 | Purpose | Vision | Done |
    | 01 | Purpose | Readers | Done |
    | 02 | Screens | Shelf | In Progress |
    | 02 | Screens | Page | Open |
    | 02 | Screens | Settings | Open |
    | 03 | Data | Export | Open |
  `,
  'several boxes carry the number of the task they belong to': `
    ## Phase 4: Engine
    - [x] Task 4.1: Write the loader
    - [x] Task 4.3: Parse the header
    - [x] Task 4.3: Parse the body
    - [ ] Task 4.3: Parse the trailer
    ## Phase 5: Shell
    - [x] Task 5.1: Prompt
  `,
  'a later phase may run ahead of an earlier one': `
    ## Phase 3: Alerts
    - [x] e-mail
    - [ ] push
    ## Phase 4: Settings ✅
    - [x] quiet hours
    - [x] language
  `,
  'test counts in a log are evidence, and totals in it are of their day': `
    ## Phase 1
    - [x] C01 lexer
    - [x] C02 parser
    - [ ] C03 printer

    ## Log
    - 2026-01-04: C01–C02 done, 88/88 tests green (RC02/13/16 looked at)
    - 2026-01-09: 1/3 done; 132/132 tests green
    - 2026-01-11: 2/3 done
  `,
  'numbers may have gaps': `
    | ID | Task | Status |
    | --- | --- | --- |
    | 11 | Launcher | Done |
    | 13 | Updater | Done |
    | 17 | Telemetry | Open |
    | 19 | Crash reports | Open |
  `,
  'a box that the line itself explains': `
    ## Admin pages
    - [x] sec-02 Roles
    - [S] sec-03 Audit view — no mock-up needed, existing components
    - [ ] sec-05 Sessions
  `,
  'a dependency that a remark places elsewhere': `
    ## Sprint 3

    | ID | Task | Status | Depends on |
    | --- | --- | --- | --- |
    | UI-01 | Form | Open | API-02 (Sprint 2) |
    | UI-02 | List | Open | UI-01, TEST-01 (Sprint 2) |
    | API-09 | Search | Open | - |
  `,
  'task-01 is row 01': `
    # Phase 2

    | # | Task | Status | Depends on |
    | --- | --- | --- | --- |
    | 01 | Host | Done | - |
    | 02 | Defaults | Done | task-01 |
    | 03 | Health | Open | task-01, task-02 |
  `,
  'ranges, ids in titles, a condition that ticks itself': `
    ## Phase 2

    | Task | Depends on | Status |
    | --- | --- | --- |
    | **4.1** Sensors | Phase 1 complete ✓ | Open |
    | **4.3** Motors | Phase 1 complete ✓ | Done |
    | **4.4** Arms | 4.3 | Done |
    | **4.7** Base | 4.3-4.4 | Done |
    | **4.10** Report | 4.3-4.7 | Done |
    | **4.11** Paper | 4.10 | Done |
  `,
  'everything in a comment': `
    ---
    title: Progress
    ---
    <!--
    ## Phase 1 ✅
    - [ ] one
    Phase 1: 3/9
    **Updated:** YYYY-MM-DD
    -->
  `,
  'a specification of the format': `
    # Ticket format

    | Field | Required | In lists |
    | --- | --- | --- |
    | Id | ✅ | ✅ |
    | Owner | ❌ | ✅ |
    | Notes | ❌ | ❌ |

    ## Template

    \`\`\`markdown
    | Ticket | Title | Status | Depends on |
    | --- | --- | --- | --- |
    | TICKET-XXX | [Your title] | OPEN | TICKET-YYY |

    - [ ] It works
    \`\`\`
  `,
  'output of another tool in a fence that nothing closes': `
    # Testing by hand

    Run the tool with five of six tasks done. It prints:

    \`\`\`
    Tasks:  [████████░░] 66%
    Done:   4/6
    \`\`\`

    - [ ] the bar is drawn

    \`\`\`text
    Phase 1: [██░░░░░░░░] 80%
  `,
  'a catalogue of boxes': `
    # Alternate checkboxes

    | Box | Name |
    | --- | --- |
    | \`- [?]\` | question |
    | \`- [i]\` | information |

    - [ ] unchecked
    - [x] checked
    - [>] rescheduled
    - [?] question
    - ["] quote
    - [i] information
    - [p] pro
    - [c] con
  `,
  'a template of a roadmap': `
    # Roadmap: {Project}

    ## Phases

    - [ ] **Phase 1: {Phase 1 Name}** — {one line}
    - [ ] **Phase 2: {Phase 2 Name}** — {one line}

    ### Phase 1: {Phase 1 Name}
    **Depends on:** nothing

    - [ ] 01-01: {plan}
    - [ ] 01-02: {plan}

    ### Phase 2: {Phase 2 Name}
    **Depends on:** Phase 1
  `,
  'the alternatives on one line': `
    # Roadmap

    ## Phase 1: Start
    **Status**: [ ] Not Started | [/] In Progress | [x] Complete

    - [ ] one

    ## Phase 2: Go on
    **Status**: [ ] Not Started | [/] In Progress | [x] Complete

    - [ ] two
  `,
  'a template with a drawn bar and counts to fill in': `
    # Tasks: [name]

    Progress: ████████░░░░░░░░░░░░ 40%

    - **TASK-XXX**: X of X
    - **Total**: X tasks
  `,
  'the columns of a board with one sample card each': `
    ## Backlog

    - [ ] Card

    ## Doing

    - [ ] Card

    ## Done

    - [x] Card
  `,
  'a green tick in a box, fields behind pipes in an item': `
    ## Tasks
    - [✅] Base styles | @dev | 2h
    - [✅] Grid | @dev | 1h
    - [ ] Forms | @dev | 4h
  `,
  'a recommendation holds nothing up': `
    ## Progress

    | Unit | Status | Depends on |
    | --- | --- | --- |
    | Unit 3 | 完了 | なし |
    | Unit 4 | 未着手 | Unit 3 |
    | Unit 5 | 完了 | Unit 4推奨 |
    | Unit 6 | 進行中 | Unit 4（推奨） |
  `,
  'skipped is closed': `
    ## 進捗

    | ステップ | 状態 |
    | --- | --- |
    | 1. 準備 | 完了 |
    | 2. 監視 | スキップ |
    | 3. 配布 | 完了 |

    進捗: 3/3
  `,
  'tables that have dependencies but no status': `
    ## Phase 1

    | ID | Task | Deps |
    | --- | --- | --- |
    | T-010 | Read | - |
    | T-011 | Write | T-010 |
    | T-020 | Show | T-011 |

    ## Phase 2

    | ID | Task | Deps | Status |
    | --- | --- | --- | --- |
    | T-030 | Ship | T-020 | Open |
  `,
  'two statuses in a row, of two things': `
    | # | Chapter | Translated | Reviewed |
    | --- | --- | --- | --- |
    | 1 | Values | ✅ | ⏳ |
    | 2 | Loops | ✅ | ✅ |
    | 3 | Maps | ✅ | ⏳ |

    Translated: 3 من 3
  `,
  'an overall percent that is the mean of the milestones': `
    ## Milestone 1: 25%
    - [x] a
    - [ ] b
    - [ ] c
    - [ ] d
    ## Milestone 2: 0%
    - [ ] e
    - [ ] f
    ## Milestone 3: 0%
    - [ ] g
    - [ ] h
    - [ ] i
    - [ ] j
    - [ ] k
    - [ ] l
    ## Milestone 4: 0%
    - [ ] m
    - [ ] n

    Overall: 6%
  `,
  'rounded percents that sum to 101': `
    ## Shares

    | Module | Endpoints | Share |
    | --- | --- | --- |
    | Users | 44 | 24% |
    | Orders | 39 | 21% |
    | Stock | 61 | 33% |
    | Reports | 42 | 23% |

    - [x] counted
  `,
  'coverage and tests are different measures': `
    ## Phase 1

    - [x] Fix tests: 22/22 pass
    - [ ] Coverage is 90%

    Tests: 22/22
    Coverage: 90%
  `,
  'a bar that shows the gap, and a claim that is quoted to be refuted': `
    # Reality check

    - [ ] measure again

    > "Phase 1 is 100% done" was the claim.

    Claimed:  [██████████] 100%
    Real:     [████░░░░░░] 40%
    Gap:      [░░░░░░░░░░] 60%
  `,
  'rows of a cross reference name the same test': `
    | Test | Requirement | Status |
    | --- | --- | --- |
    | IT-012 | login | Done |
    | IT-015 | logout | Open |

    ## By requirement

    | Requirement | Test ID |
    | --- | --- |
    | R-1 | IT-012 |
    | R-2 | IT-012 |
    | R-3 | IT-015 |
    | R-4 | IT-015 |
  `,
  'an open box of a phase that has begun': `
    - [ ] **Phase 1: Base**
      - [x] a
      - [x] b
      - [ ] c
    - [ ] Phase 2: Tools

    ## Phase 2: Tools
    - [x] d
    - [ ] e
  `,
  'a date is no deadline': `
    - [ ] a

    | Decision | Status | Date |
    | --- | --- | --- |
    | ADR-1 Use files | Accepted | 2026-01-01 |
    | ADR-2 Use a server | Proposed | 2026-01-02 |
  `,
  'struck through is dropped': `
    ## Phase 1 ✅
    - [x] a
    - [ ] ~~b~~ moved to Phase 2
    - [ ] ~~c~~
    ## Phase 2
    - [ ] b
  `,
  'weights in a table of phases are no progress': `
    | Module | Weight | Progress |
    | --- | --- | --- |
    | Core | 60% | 100% |
    | UI | 40% | 50% |
    | Total | 100% | 80% |

    ## Core
    - [x] a
    ## UI
    - [x] b
    - [ ] c
  `,
  'steps and parts of something': `
    ## Phase 1: Base

    Step 2/4
    Part 3/4 of the import
    Duration: 3/4 weeks

    - [x] a
    - [ ] b
    - [ ] c
    - [ ] d
  `,
  'many ways to be right': `
    > Legend: ✅ done · 🚧 in progress · ⏳ planned

    | Phase | Status | Progress |
    | --- | --- | --- |
    | Phase 1 | ✅ Complete | 100% |
    | Phase 2 | 🚧 In progress | 40% |
    | Phase 3 | ⏳ Planned | 0% |

    Current phase: Phase 2
    Overall progress: 47%

    ## Phase 1
    - [x] a
    ## Phase 2
    - [x] b
    - [x] c
    - [ ] d
    - [ ] e
    - [~] f
    ## Phase 3
    - [ ] g

    ## Definition of done
    - [ ] tests are green
  `,
  'the order of a list is no dependency': `
    ## 2. Compile
    - [ ] 2.1 Read the project
    - [ ] 2.2 Cache it
    - [x] 2.4 Report progress
  `,
  'all done needs no summary': `
    ## 1. Watch
    - [x] 1.1 Create
    - [x] 1.2 Rename
    ## 2. Notify
    - [x] 2.1 Debounce
  `,
  'scores and speed-ups are no progress': `
    ## Phase 1: Logging

    - [x] Central log
    - [ ] Dashboards

    Quality before: 2/10
    Quality after: 9/10
    Improvement: 1380%
  `,
  'targets, gaps and comments in a shell fence': `
    # Checklist

    Progress: 50% (target 75%)

    ## Phase 1 — Target 75%
    - [x] model
    ## Phase 2 — Target 100% (90% missing)
    - [ ] training

    \`\`\`bash
    # Phase 1: 10% done
    # - [x] not a task
    run --phase 2
    \`\`\`
  `,
};

describe('silent', () => {
  it.each(Object.entries(silent))('%s', (_, text) => {
    expectFindings(text, { today: '2026-03-01' });
  });
});

/** Markdown that is no plan at all: whatever stands in it, it is not read as one. */
const ordinary: Record<string, string> = {
  'a README': `
    # Tool

    [![build](https://example.org/b.svg)](https://example.org)

    | Option | Default | Description |
    | --- | --- | --- |
    | \`--done\` | false | what is done |
    | \`--status\` | open | which status |

    ## Status

    Phase 1 of the rewrite is 80% complete. ✅ Works on 3/4 of all machines.
  `,
  'a change log': `
    # Changelog

    ## 1.2.0 (2026-01-02)

    ### Fixed

    - #123: crash on start (depends on #99)
    - T-1000 support

    ### Done in 1.1

    - 5/7 languages
  `,
  'a comparison': `
    # A or B

    | Feature | A | B |
    | --- | --- | --- |
    | Undo | ✅ | ❌ |
    | Sync | 🚧 | ✅ |
  `,
  'an essay': `
    # On phases

    ## Phase 1: Denial

    Nobody is ever done. In progress is a state of mind, blocked is another.
    Current phase: Phase 1. Overall: 10%. **Date:** YYYY-MM-DD

    ## Phase 2: Anger

    ‚úÖ is what is left of a tick.
  `,
  'an API': `
    # API

    | Status | Description |
    | --- | --- |
    | 200 | OK |
    | 404 | Not found |
  `,
  'meeting notes': `
    # 2026-01-12

    - Ada: done with the import
    - Bo: blocked by the office
    1. Next: order chairs (max 3)
  `,
};

describe('ordinary Markdown', () => {
  it.each(Object.entries(ordinary))('%s', (_, text) => {
    expectFindings(text, { today: '2026-03-01' });
  });
});
