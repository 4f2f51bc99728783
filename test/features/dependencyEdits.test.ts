import { describe, expect, it } from 'vitest';
import { addDependency, removeDependency } from '../../server/src/core/features/dependencyEdits';
import { changed, difference, groupOf, ticketOf } from '../support/changes';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';

/** The lines that come and go as one depends on another, or no longer does; or why that is refused. */
function edited(change: typeof addDependency, text: string, name: string, on: string, where = uri) {
  const snapshot = snapshotOf(parseFixture(text));
  const at = snapshot.analysis(uri) ? uri : snapshot.planUris[0]!;
  const target = (document: string, one: string) => ({
    uri: document,
    entity: one.startsWith('@') ? groupOf(snapshot, document, one.slice(1)) : ticketOf(snapshot, document, one),
  });
  const after = changed(snapshot, change(snapshot, target(at, name), target(where, on)));
  return typeof after === 'string'
    ? after
    : Object.entries(after).flatMap(([path, now]) => difference(snapshot.source(`file:///${path}`)!.text, now));
}
const added = (text: string, name: string, on: string, where = uri) => edited(addDependency, text, name, on, where);
const removed = (text: string, name: string, on: string) => edited(removeDependency, text, name, on);

const table = (rows: string) => `# P\n\n## Phase 1\n\n| ID | Task | Status | Deps |\n|---|---|---|---|\n${rows}`;

describe('adding a dependency', () => {
  it('fills the cell of a row, or goes behind what is there, and keeps the pipes where they are', () => {
    expect(added(kite, 'K-003', 'K-001')).toEqual([
      '-| K-003 | Line and reel  | wt/line   | OPEN        | -          |',
      '+| K-003 | Line and reel  | wt/line   | OPEN        | K-001      |',
    ]);
    expect(added(kite, 'K-102', 'K-002')).toEqual([
      '-| K-102 | Tricks         | wt/tricks | OPEN        | K-101        |',
      '+| K-102 | Tricks         | wt/tricks | OPEN        | K-101, K-002 |',
    ]);
  });

  it('parts names as the cell does, and marks them as it does', () => {
    expect(
      added(table('| A-1 | a | Done | |\n| A-2 | b | Open | `A-1`|\n| A-3 | c | Open | |\n'), 'A-2', 'A-3'),
    ).toEqual(['-| A-2 | b | Open | `A-1`|', '+| A-2 | b | Open | `A-1`, `A-3`|']);
    expect(
      added(
        table(
          '| A-1 | a | Done | なし |\n| A-2 | b | Open | A-1、A-3（必須） |\n| A-3 | c | Open | なし |\n| A-4 | d | Open | |\n',
        ),
        'A-2',
        'A-4',
      ),
    ).toEqual(['-| A-2 | b | Open | A-1、A-3（必須） |', '+| A-2 | b | Open | A-1、A-3（必須）、A-4 |']);
  });

  it('keeps a comment that waives a finding', () =>
    expect(
      added(
        table('| A-1 | a | Open | <!-- plan-truth-disable-line overdue: later --> |\n| A-2 | b | Open | |\n'),
        'A-1',
        'A-2',
      ),
    ).toEqual([
      '-| A-1 | a | Open | <!-- plan-truth-disable-line overdue: later --> |',
      '+| A-1 | a | Open | A-2 <!-- plan-truth-disable-line overdue: later --> |',
    ]));

  it('names phases and tickets of other plans', () => {
    expect(added(kite, 'K-102', '@A')).toEqual([
      '-| K-102 | Tricks         | wt/tricks | OPEN        | K-101        |',
      '+| K-102 | Tricks         | wt/tricks | OPEN        | K-101, Phase A |',
    ]);
    const two = `//- plan.md\n${table('| A-1 | a | Open | |\n')}\n//- b.md\n${table('| B-1 | b | Open | |\n')}`;
    expect(added(two, 'A-1', 'B-1', 'file:///b.md')).toEqual(['-| A-1 | a | Open | |', '+| A-1 | a | Open | B-1 |']);
  });

  it('stands behind the title of a check item, as the plan writes it', () => {
    const tasks = (more: string) => `# P\n\n## Phase 1\n\n- [x] T1: Login\n- [ ] T2: Logout\n${more}`;
    expect(added(tasks(''), 'T2', 'T1')).toEqual(['-- [ ] T2: Logout', '+- [ ] T2: Logout (depends on: T1)']);
    expect(added(tasks('- [ ] T3: Shop (requires T1)\n'), 'T2', 'T1')).toEqual([
      '-- [ ] T2: Logout',
      '+- [ ] T2: Logout (requires T1)',
    ]);
    expect(added(tasks('- [ ] T3: Shop (requires T1)\n'), 'T3', 'T2')).toEqual([
      '-- [ ] T3: Shop (requires T1)',
      '+- [ ] T3: Shop (requires T1, T2)',
    ]);
    expect(added('# 計画\n\n## フェーズ1\n\n- [x] T1: 基盤をつくる\n- [ ] T2: 画面\n', 'T2', 'T1')).toEqual([
      '-- [ ] T2: 画面',
      '+- [ ] T2: 画面（依存: T1）',
    ]);
  });

  it('is a field of a heading, next to its status', () => {
    const headings = (fields: string) =>
      `# P\n\n## Phase 1\n\n### A-1: Schema\n\n**Status:** Done\n\n### A-2: Login\n\n${fields}`;
    expect(added(headings('- **Status**: Open\n- **Owner**: x\n'), 'A-2', 'A-1')).toEqual(['+- **Depends on**: A-1']);
    expect(added(headings('**Status:** Open  \n**Depends on:** none\n'), 'A-2', 'A-1')).toEqual([
      '-**Depends on:** none',
      '+**Depends on:** A-1',
    ]);
    expect(added(headings('**Status:** Open | **Owner:** x\n'), 'A-2', 'A-1')).toEqual(['+**Depends on:** A-1', '+']);
    expect(added(`${kite}`, '@B', '@A')).toEqual(['+**Depends on:** Phase A', '+']);
  });

  it('is refused with the reason', () => {
    expect(added(kite, 'K-001', 'K-001')).toBe('K-001 Frame of spars cannot depend on itself.');
    expect(added(kite, 'K-002', 'K-001')).toBe('K-002 Sail depends on K-001 Frame of spars already.');
    expect(added(kite, 'K-001', 'K-102')).toBe('K-102 Tricks waits on K-001 Frame of spars itself.');
    expect(added(kite, 'K-101', '@B')).toBe('K-101 First flight and Phase B — Air are part of each other.');
    const bare = '# P\n\n## Phase 1\n\n| ID | Task | Status |\n|---|---|---|\n| A-1 | a | Done |\n| A-2 | b | Open |\n';
    expect(added(bare, 'A-2', 'A-1')).toBe('The table of A-2 b has no cell for dependencies.');
    expect(added(table('| A-1 | a | Done | |\n| A-1 | b | Open | |\n| A-2 | c | Open | |\n'), 'A-2', 'b')).toMatch(
      /would not be read as it is meant/,
    );
  });
});

describe('taking a dependency away', () => {
  it('leaves the others, or the word that says none', () => {
    expect(removed(kite, 'K-101', 'K-002')).toEqual([
      '-| K-101 | First flight   | wt/first  | OPEN        | K-002, K-003 |',
      '+| K-101 | First flight   | wt/first  | OPEN        | K-003        |',
    ]);
    expect(removed(kite, 'K-101', 'K-003')).toEqual([
      '-| K-101 | First flight   | wt/first  | OPEN        | K-002, K-003 |',
      '+| K-101 | First flight   | wt/first  | OPEN        | K-002        |',
    ]);
    expect(removed(kite, 'K-002', 'K-001')).toEqual([
      '-| K-002 | Sail           | wt/sail   | IN_PROGRESS | K-001      |',
      '+| K-002 | Sail           | wt/sail   | IN_PROGRESS | -          |',
    ]);
    expect(removed(table('| A-1 | a | Done | なし |\n| A-2 | b | Open | `A-1` |\n'), 'A-2', 'A-1')).toEqual([
      '-| A-2 | b | Open | `A-1` |',
      '+| A-2 | b | Open | なし |',
    ]);
  });

  it('takes the brackets along, and says none in a field', () => {
    expect(removed('# P\n\n## Phase 1\n\n- [x] T1: a\n- [ ] T2: b (depends on: T1)\n', 'T2', 'T1')).toEqual([
      '-- [ ] T2: b (depends on: T1)',
      '+- [ ] T2: b',
    ]);
    expect(
      removed(
        '# P\n\n### A-1: a\n\n**Status:** Done\n\n### A-2: b\n\n**Status:** Open\n**Depends on:** A-1\n',
        'A-2',
        'A-1',
      ),
    ).toEqual(['-**Depends on:** A-1', '+**Depends on:** None']);
  });

  it('is refused where the name means others, too', () => {
    const rows = table('| T1 | a | Done | |\n| T2 | b | Open | |\n| T3 | c | Open | T1-T2 |\n| T4 | d | Open | |\n');
    expect(removed(rows, 'T3', 'T1')).toBe('“T1-T2” means more than T1 a: change it by hand.');
    expect(removed(rows, 'T4', 'T1')).toBe('T4 d does not depend on T1 a.');
  });
});
