import { describe, expect, it } from 'vitest';
import { moveTickets } from '../../server/src/core/features/moveTickets';
import { changed, difference, groupOf, ticketOf } from '../support/changes';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';

/** The lines that come and go as tickets move to a group; or why that is refused. */
function moved(text: string, names: string[], to: string, before?: string) {
  const snapshot = snapshotOf(parseFixture(text));
  const targets = names.map((name) => ({ uri, entity: ticketOf(snapshot, uri, name) }));
  const place = { uri, group: groupOf(snapshot, uri, to) };
  const found = moveTickets(snapshot, targets, place, before === undefined ? null : ticketOf(snapshot, uri, before));
  const after = changed(snapshot, found);
  return typeof after === 'string' ? after : difference(snapshot.source(uri)!.text, after['plan.md']!);
}

describe('moving tickets', () => {
  it('takes rows to the end of another table, in its widths, in their order', () => {
    expect(moved(kite, ['K-003'], 'B')).toEqual([
      '-| K-003 | Line and reel  | wt/line   | OPEN        | -          |',
      '+| K-003 | Line and reel  | wt/line   | OPEN        | -            |',
    ]);
    expect(moved(kite, ['K-003', 'K-002'], 'B')).toEqual([
      '-| K-002 | Sail           | wt/sail   | IN_PROGRESS | K-001      |',
      '-| K-003 | Line and reel  | wt/line   | OPEN        | -          |',
      '+| K-002 | Sail           | wt/sail   | IN_PROGRESS | K-001        |',
      '+| K-003 | Line and reel  | wt/line   | OPEN        | -            |',
    ]);
  });

  it('takes them before another one', () => {
    expect(moved(kite, ['K-102'], 'B', 'K-101')).toEqual([
      '-| K-101 | First flight   | wt/first  | OPEN        | K-002, K-003 |',
      '+| K-101 | First flight   | wt/first  | OPEN        | K-002, K-003 |',
    ]);
    expect(moved(kite, ['K-002'], 'B', 'K-101')).toEqual([
      '-| K-002 | Sail           | wt/sail   | IN_PROGRESS | K-001      |',
      '+| K-002 | Sail           | wt/sail   | IN_PROGRESS | K-001        |',
    ]);
  });

  const two = (rows: string) =>
    `# P\n\n## Phase 1\n\n| ID | Task | Status | Note |\n|---|---|---|---|\n${rows}\n## Phase 2\n\n| Status | ID | Task |\n|---|---|---|\n| Open | A-9 | z |`;

  it('brings cells under the columns of the other table', () =>
    expect(moved(two('| A-1 | **x** | Done | - |\n| A-2 | y | Open | n |\n'), ['A-1'], '2')).toEqual([
      '-| A-1 | **x** | Done | - |',
      '+| Done | A-1 | **x** |',
    ]));

  it('is refused where a cell would be lost', () =>
    expect(moved(two('| A-1 | x | Done | n |\n'), ['A-1'], '2')).toBe(
      'A-1 x says something in “Note”, which the other table does not have.',
    ));

  it('gives rows a table of their own in a phase without tickets', () =>
    expect(moved(`${kite}\n## Phase C — Night\n`, ['K-102'], 'C')).toEqual([
      '-| K-102 | Tricks         | wt/tricks | OPEN        | K-101        |',
      '+',
      '+| ID    | Title          | Branch    | Status      | Depends On   |',
      '+| ----- | -------------- | --------- | ----------- | ------------ |',
      '+| K-102 | Tricks         | wt/tricks | OPEN        | K-101        |',
    ]));

  it('changes the name of the phase where a column says it', () => {
    const text = (phase: string) =>
      `# P\n\n| ID | Task | Status | Phase |\n|---|---|---|---|\n| A-1 | a | Done | ${phase}1 |\n| A-2 | b | Open | ${phase}2 |\n`;
    for (const phase of ['', 'Phase '])
      expect(moved(text(phase), ['A-1'], '2')).toEqual([
        `-| A-1 | a | Done | ${phase}1 |`,
        `+| A-1 | a | Done | ${phase}2 |`,
      ]);
  });

  it('takes check items with all that they hold, as far in as the others', () => {
    const tasks =
      '# P\n\n## Phase 1\n\n- [x] one\n- [ ] two\n  more\n  - [ ] child\n- [ ] three\n\n## Phase 2\n\n  - [ ] four\n';
    expect(moved(tasks, ['two'], '2')).toEqual([
      '-- [ ] two',
      '-  more',
      '-  - [ ] child',
      '+  - [ ] two',
      '+    more',
      '+    - [ ] child',
    ]);
    expect(moved(tasks, ['child'], '1')).toEqual(['-  - [ ] child', '+- [ ] child']);
    expect(moved(tasks, ['two', 'child'], '1', 'one')).toEqual(['-- [x] one', '+- [x] one']);
    const board = '# P\n\n## Todo\n\n- [ ] one\n\n- [ ] two\n\n- [ ] three\n\n## Done\n\n- [x] four\n';
    expect(moved(board, ['two'], 'Done')).toEqual(['-- [ ] two', '-', '+- [ ] two']);
    // The last one: its section is a heading like any other then.
    const last = '# P\n\n## Todo\n\n- [ ] one\n\n## Done\n\n- [x] four\n';
    expect(moved(last, ['one'], 'Done')).toEqual(['-- [ ] one', '-', '+- [ ] one']);
  });

  it('takes headings with their text', () => {
    const heading = (id: string) => `### ${id}: Title ${id}\n\n**Status:** Open\n\nWords.\n`;
    const plan = (...parts: string[]) => `# P\n\n## Phase 1\n\n${parts.join('\n')}`;
    const [a, b, c] = ['A-1', 'A-2', 'A-3'].map(heading) as [string, string, string];
    const from = plan(a, b, '## Phase 2\n', c);
    expect(moved(from, ['A-1'], '2')).toEqual(difference(from, plan(b, '## Phase 2\n', c, a)));
    expect(moved(from, ['A-3'], '1', 'A-2')).toEqual(difference(from, plan(a, c, b, '## Phase 2\n')));
  });

  it('takes along a comment that waives a finding', () =>
    expect(
      moved(
        '# P\n\n## Phase 1\n\n- [x] one\n<!-- plan-truth-disable-next-line overdue: x -->\n- [ ] two\n\n## Phase 2\n\n- [ ] three\n',
        ['two'],
        '2',
      ),
    ).toEqual([
      '-<!-- plan-truth-disable-next-line overdue: x -->',
      '-- [ ] two',
      '+<!-- plan-truth-disable-next-line overdue: x -->',
      '+- [ ] two',
    ]));

  it('holds with CRLF, in fences and at the end of the text', () => {
    const crlf = kite.replaceAll('\n', '\r\n');
    expect(moved(crlf, ['K-003'], 'B')).toEqual(moved(kite, ['K-003'], 'B'));
    expect(moved(`# P\n\n\`\`\`markdown\n${kite}\`\`\`\n`, ['K-003'], 'B')).toEqual(moved(kite, ['K-003'], 'B'));
    expect(moved(two('| A-1 | x | Done | - |\n'), ['A-9'], '1')).toEqual([
      '+| A-9 | z | Open |  |',
      '-| Open | A-9 | z |',
    ]);
  });

  it('is refused with the reason', () => {
    expect(moved(kite, ['K-003'], 'A')).toBe('K-003 Line and reel: in Phase A — Ground already.');
    expect(moved(kite.replace('## Summary', '## Phase C\n\n- [ ] task\n\n## Summary'), ['K-003'], 'C')).toBe(
      'The tickets of Phase C are items of a list.',
    );
    const far = '# P\n\n| Phase | Status |\n|---|---|\n| 1 | Open |\n| 2 | Open |\n\n## Phase 1\n\n- [ ] a\n';
    expect(moved(far, ['a'], '2')).toBe('Phase 2 has no heading that a ticket could stand below.');
  });
});
