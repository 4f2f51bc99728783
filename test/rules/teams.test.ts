import { describe, expect, it } from 'vitest';
import { check } from '../../server/src/core/rules/check';
import { expectFindings, expectFixed, parseFixture, snapshotOf } from '../support/fixture';

/** Shapes in which agents and teams write plans, each with what a quick reader gets wrong in it. */
const readyTitles = (text: string): string[] => {
  const fixture = parseFixture(text);
  const analysis = snapshotOf(fixture).analysis(fixture.files[0]!.uri)!;
  return analysis.plan.allTickets.filter((ticket) => analysis.isReady(ticket)).map((ticket) => ticket.title);
};

describe('a board', () => {
  const board = (progress: string) => `## Open

- [ ] Dig
- [ ] Plant

## Done ✅

- [x] Buy seed
- [x] Buy soil
- [x] Borrow spade

${progress}
`;

  it('ends in a line about all of it', () => {
    expectFindings(board('**Progress: 3/5 tasks (60%)**'));
    expectFixed(board('**Progress: 2/5 tasks (40%)**'), board('**Progress: 3/5 tasks (60%)**'));
  });

  it('has nothing ready in what somebody is on', () => {
    expect(
      readyTitles('## Todo\n\n- [ ] Dig\n\n## In Progress\n\n- [ ] Plant\n\n## In review\n\n- [ ] Water\n'),
    ).toEqual(['Dig']);
  });
});

describe('a memory bank', () => {
  it('estimates its overall progress over more than the boxes that are left', () => {
    expectFindings(`## What works

- ✅ Sign-in
- ✅ Catalogue
- 🔄 Checkout

## What's left to build

- [x] Search
- [ ] Reviews
- [ ] Returns
- [ ] Vouchers

**Overall progress**: 65%

- Backend: 80% complete
- Frontend: 50% complete
`);
  });
});

describe('a table of phases', () => {
  const table = (row: string) => `| Phase | Total | Done | In Progress | Pending |
| --- | --- | --- | --- | --- |
${row}

## Phase 1

- [x] Dig
- [ ] Plant
- [ ] Water
`;

  it('is fixed as a whole', () => {
    const wrong = '| Phase 1 | 3 | 0 | 0 | 3 |';
    expectFindings(
      table(`${wrong}
                ^ 💡 warning stale-summary: Says 0, but Phase 1 has 1 of 3 done
                        ^ 💡 warning stale-summary: Says 3, but Phase 1 has 2 of 3 pending`),
    );
    expectFixed(table(wrong), table('| Phase 1 | 3 | 1 | 0 | 2 |'));
  });

  it('is not fixed by halves', () => {
    const wrong = '| Phase 1 | 3 | 0 | 0 | 3 |';
    const unknown = (row: string): string => table(row).replace('In Progress', 'Elsewhere').replace('Pending', 'Later');
    expectFindings(
      unknown(`${wrong}\n            ^^^^^ warning stale-summary: Says 0 of 3, but Phase 1 has 1 of 3 done`),
    );
    expectFixed(unknown(wrong), unknown(wrong));
  });
});

describe("Kiro's task lists", () => {
  it('mark what is optional with a star, and what is begun with a dash', () => {
    const text = `- [-] 1. Storage
  - [x] 1.1 Schema
  - [ ] 1.2 Migration
  - [ ]* 1.3 Unit tests
  - _Requirements: 2.1_
- [ ] 2. Screens
`;
    expectFindings(text);
    expect(readyTitles(text)).toEqual(['Migration', 'Unit tests', 'Screens']);
    const done = text.replace('- [-] 1.', '- [x] 1.').replace('- [ ] 1.2', '- [x] 1.2');
    expectFindings(
      done.replace('Storage', 'Storage\n   ^ info unfinished-parent: Storage is [x], but "1.3" below it is open'),
    );
  });
});

describe('a status', () => {
  it.each(['✅ DONE (2026-01-03)', '— Done (3 days)', '✅ (1/2)', '🎉 COMPLETED (100%)', '(Done, 3 days)'])(
    'in a heading, before a bracket: %s',
    (status) => {
      const text = `## Phase 1: Base ${status}\n\n- [x] a\n- [ ] b\n`;
      const fixture = parseFixture(text);
      const { plan } = snapshotOf(fixture).analysis(fixture.files[0]!.uri)!;
      expect(plan.allGroups[0]!.status?.kind).toBe('done');
    },
  );

  it.each([
    ['Done', 'done'],
    ['Done (PR #3)', 'done'],
    ['Done except tests', 'active'],
    ['Done (partially)', 'active'],
    ['Complete, needs review', 'active'],
    ['完了（一部）', 'active'],
    ['► in-progress', 'active'],
    ['Ready to merge', 'review'],
    ['Unblocked', 'todo'],
  ])('in a cell: %s', (status, kind) => {
    const fixture = parseFixture(
      `| ID | Task | Status |\n| --- | --- | --- |\n| A-1 | Dig | ${status} |\n| A-2 | Plant | Open |\n`,
    );
    const { plan } = snapshotOf(fixture).analysis(fixture.files[0]!.uri)!;
    expect(plan.allTickets[0]!.status?.kind).toBe(kind);
  });
});

describe('a line of figures', () => {
  it.each([
    'Total: 4 hours',
    'Total: 5h',
    '合計：2日',
    'Overall: 1 done, 2 open',
    'Tasks: 2 remaining',
    'All tasks: 5 per sprint',
  ])('that counts something else: %s', (line) => expectFindings(`${line}\n\n- [x] a\n- [ ] b\n- [ ] c\n`));

  it('behind the last phase may be about all of them', () => {
    const plan = (line: string) =>
      `## Phase 1\n\n- [x] a\n- [x] b\n\n## Phase 2\n\n- [x] c\n- [x] d\n- [x] e\n- [ ] f\n\n${line}\n`;
    expectFindings(plan('**Progress: 5/6 (83%)**'));
    expectFindings(plan('Progress: 3/4'));
    expectFixed(plan('Progress: 4/6 (67%)'), plan('Progress: 5/6 (83%)'));
    expectFindings(
      plan('Progress: 4/6\n          ^^^ 💡 warning stale-summary: Says 4 of 6, but the plan has 5 of 6 done'),
    );
  });

  it('that is the total of its own table', () => {
    expectFindings(
      '| Category | Count |\n| --- | --- |\n| Bugs | 2 |\n| Features | 2 |\n| Total | 4 |\n\n- [x] a\n- [ ] b\n- [ ] c\n',
    );
  });

  it('of another time', () => {
    expectFindings('## Phase 1\n\nProgress: 80% (last month)\n\n- [x] a\n- [ ] b\n');
  });
});

it('numbers that start again in each phase mean those of their own', () => {
  expectFindings(`## Phase 1

### Task 1: Dig

- [ ] a

## Phase 2

### Task 1: Paint

- [x] b

### Task 2: Varnish

**Depends on**: Task 1

- [x] c
`);
});

it('signs on some bullets of a phase say nothing of the others', () => {
  expectFindings(`## Phase 1: Tests ⏳

- Write unit tests
- ✅ Write snapshot tests
`);
});

it('dates ahead are no log', () => {
  expectFindings(`Last updated: 2026-01-10

## Timeline

- 2026-02-01: Beta
- 2026-03-01: Release

## Work

- [ ] Dig
`);
});

it('a log says what was so on its day', () => {
  expectFindings(`## Tasks

- [ ] **T-1** Build

## Progress log

### 2026-01-10

- [x] **T-1** Build
`);
});

it('a list of what is blocked is a part of the board', () => {
  const fixture = parseFixture(`## In Progress

| ID | Title | Owner |
| --- | --- | --- |
| B-1 | Dig | Ann |

## Blocked

| ID | Title | Reason |
| --- | --- | --- |
| B-2 | Plant | no seed |
`);
  const { plan } = snapshotOf(fixture).analysis(fixture.files[0]!.uri)!;
  expect(plan.allTickets.map(({ id, status }) => `${id} ${status?.kind}`)).toEqual(['B-1 active', 'B-2 blocked']);
});

it('rows that go on below a story are tickets', () => {
  const fixture = parseFixture(`| Story | Task | Est | Status |
| --- | --- | --- | --- |
| Sign-in | Form | 2h | Done |
| | Tests | 1h | Open |
`);
  const { plan } = snapshotOf(fixture).analysis(fixture.files[0]!.uri)!;
  expect(plan.allTickets.map(({ title }) => title)).toEqual(['Form', 'Tests']);
});

it('a task keeps its id before a mark, and is called by its number where it has no name', () => {
  const fixture = parseFixture('- [ ] T001 [P] Create the folder\n- [x] Task 1 (AC: 1)\n');
  const { plan } = snapshotOf(fixture).analysis(fixture.files[0]!.uri)!;
  expect(plan.allTickets.map(({ id, title }) => `${id}: ${title}`)).toEqual([
    'T001: [P] Create the folder',
    'null: Task 1 (AC: 1)',
  ]);
});

it('a linked id is an id, and its row has a title', () => {
  const fixture = parseFixture(`| Ticket | Summary | Status |
| --- | --- | --- |
| [PROJ-101](https://tracker.example/PROJ-101) | Login | Done |
| [PROJ-102](https://tracker.example/PROJ-102) | Logout | Open |
`);
  const { plan } = snapshotOf(fixture).analysis(fixture.files[0]!.uri)!;
  expect(plan.allTickets.map(({ id, title }) => `${id}: ${title}`)).toEqual(['PROJ-101: Login', 'PROJ-102: Logout']);
});

it('a free text that a ticket waits for keeps it from being ready', () => {
  expect(
    readyTitles(
      '| ID | Task | Status | Depends on |\n| --- | --- | --- | --- |\n| A-1 | Dig | Open | Legal approval |\n| A-2 | Plant | Open | - |\n',
    ),
  ).toEqual(['Plant']);
});

it('a label over sections side by side counts all of them', () => {
  expectFindings(`## Web

### Frontend Admin

- [ ] Editor
- [ ] Menu

### Frontend Shop

- [ ] Cart

## Statistics

- **Frontend**: 0/4 complete
                ^^^ warning stale-summary: Says 0 of 4, but Frontend has 0 of 3 done
`);
});

it.each(['[░░░░░░░░░░] 10%', '[████░░░░░░] 50%', '[██████████] 90%', '[█░░░░░░░░░] 0%'])(
  '%s: a cell too few or too many',
  (bar) => {
    const fixture = parseFixture(`## Phase 1\n\n- [ ] a\n\nPhase 1 ${bar}\n`);
    expect(check(snapshotOf(fixture), fixture.files[0]!.uri).map(({ rule }) => rule)).toEqual(['bar-mismatch']);
  },
);
