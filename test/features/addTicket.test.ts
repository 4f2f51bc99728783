import { describe, expect, it } from 'vitest';
import { addTicket } from '../../server/src/core/features/addTicket';
import { applyEdits } from '../../server/src/core/text/edit';
import { difference, groupOf, ticketOf } from '../support/changes';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';

/** The lines that come and go, and what the change says of the new ticket; or why it is refused. */
function added(text: string, place: { below?: string; group?: string }, title?: string) {
  const snapshot = snapshotOf(parseFixture(text));
  const found = addTicket(
    snapshot,
    uri,
    {
      ...(place.below === undefined ? {} : { below: ticketOf(snapshot, uri, place.below) }),
      ...(place.group === undefined ? {} : { group: groupOf(snapshot, uri, place.group) }),
    },
    title,
  );
  if ('refused' in found) return found.refused;
  const before = snapshot.source(uri)!.text;
  const after = applyEdits(before, found.edits.get(uri)!);
  expect(after.slice(found.titleSpan.start, found.titleSpan.end).replaceAll('\\', '')).toBe(found.title);
  return difference(before, after);
}

/** What a ticket with this title is called once it is added, and how that is written. */
function titled(title: string) {
  const snapshot = snapshotOf(parseFixture('# P\n\n## Phase 1\n\n- [ ] one\n- [ ] two\n'));
  const found = addTicket(snapshot, uri, { group: groupOf(snapshot, uri, '1') }, title);
  if ('refused' in found) return found.refused;
  const after = applyEdits(snapshot.source(uri)!.text, found.edits.get(uri)!);
  return [found.title, after.slice(found.titleSpan.start, found.titleSpan.end)];
}

describe('adding a ticket', () => {
  it('makes a row with the file’s own columns, the next id, and its widths', () => {
    expect(added(kite, { below: 'K-002' }, 'Tail')).toEqual([
      '+| K-004 | Tail           |           | OPEN        | -          |',
    ]);
    expect(added(kite, { group: 'B' })).toEqual([
      '+| K-103 | New ticket     |           | OPEN        | -            |',
    ]);
    expect(added(kite, { group: 'B' }, 'A | B')).toEqual([
      '+| K-103 | A \\| B         |           | OPEN        | -            |',
    ]);
  });

  it('takes tags for text, and other Markdown for what it is', () => {
    const title = 'Rudder | <b>$(zap)</b> <!-- x -->';
    expect(added(kite, { group: 'B' }, title)).toEqual([
      '+| K-103 | Rudder \\| \\<b>$(zap)\\</b> \\<!-- x --> |           | OPEN        | -            |',
    ]);
    expect(added('# P\n\n## Phase 1\n\n- [ ] one\n- [ ] two\n', { below: 'one' }, 'Read <T> & 1 < 2')).toEqual([
      '+- [ ] Read \\<T> & 1 < 2',
    ]);
    expect(titled('Parse `<b>` and *more*')).toEqual(['Parse <b> and more', 'Parse `<b>` and *more*']);
  });

  it('keeps what a table does not pad, its marks and its outer pipes', () => {
    const table = (rows: string) => `# P\n\n## Phase 1\n\nID|Task|Status|Note\n--|--|--|--\n${rows}`;
    expect(added(table('`A-1`|**Login**|Done|x\n'), { below: 'A-1' }, 'Logout')).toEqual(['+`A-2`|Logout|Todo|']);
    expect(
      added('# P\n\n## Phase 1\n\n|Task|Status|\n|---|---|\n|**A-1** — Login|Done|\n', { below: 'A-1' }, 'Logout'),
    ).toEqual(['+|**A-2** — Logout|Todo|']);
  });

  it('says in Japanese what the plan says in Japanese', () =>
    expect(
      added(
        '# 計画\n\n## フェーズ1\n\n| 番号 | タスク | 状態 | 依存 |\n| --- | --- | --- | --- |\n| A-1 | 基盤をつくる | 完了 | なし |\n',
        {
          group: '1',
        },
      ),
    ).toEqual(['+| A-2 | 新しいチケット | 未着手 | なし |']));

  it('makes a check item like the others, behind all that the one above holds', () => {
    const tasks = '# P\n\n## Phase 1\n\n- [x] **T1**: Login\n  - [ ] child\n    more of it\n- [ ] **T2**: Logout\n';
    expect(added(tasks, { below: 'T1' }, 'Reset')).toEqual(['+- [ ] **T3**: Reset']);
    expect(added(tasks, { below: 'child' }, 'other')).toEqual(['+  - [ ] other']);
    expect(added('# P\n\n## Phase 1\n\n* [x] one\n', { group: '1' }, 'two')).toEqual(['+* [ ] two']);
    expect(added('# P\n\n## Phase 1\n\n1. [x] one\n2. [ ] two', { group: '1' }, 'three')).toEqual(['+3. [ ] three']);
    expect(added('# P\n\n## Phase 1\n\n- ✅ one\n- ⬜ two\n', { group: '1' }, 'three')).toEqual(['+- ⬜ three']);
  });

  it('makes a heading with its status', () => {
    const text =
      '# P\n\n## Phase 1\n\n### A-1: Schema\n\n- **Status:** Done\n- **Owner:** x\n\n### A-2: Login\n\n**Status:** Open\n\n## Notes\n';
    expect(added(text, { below: 'A-1' }, 'Shop')).toEqual(['+### A-3: Shop', '+', '+- **Status:** Open', '+']);
    expect(added(text, { group: '1' }, 'Shop')).toEqual(['+### A-3: Shop', '+', '+**Status:** Open', '+']);
  });

  it('gives a phase without tickets the form that the plan has', () => {
    const empty = `${kite.slice(0, kite.indexOf('## Summary'))}## Phase C — Night\n\nLamps.\n\n## Summary\n`;
    expect(added(empty, { group: 'C' }, 'Lamp')).toEqual([
      '+| ID    | Title          | Branch    | Status      | Depends On   |',
      '+| ----- | -------------- | --------- | ----------- | ------------ |',
      '+| K-103 | Lamp           |           | OPEN        | -            |',
      '+',
    ]);
    expect(added('# P\n\n## Phase 1\n\n- [x] one\n\n## Phase 2', { group: '2' }, 'two')).toEqual(['+', '+- [ ] two']);
    expect(added('# P\n\n## Phase 1: a ✅\n## Phase 2: b\n', { group: '1' }, 'two')).toEqual(['+', '+- [ ] two', '+']);
    expect(
      added(
        '# P\n\n## Phase 1\n\n| ID | Task | Status |\n|---|---|---|\n| A-1 | x | Done |\n\n## Phase 2\n\n| ID | Tasks | Status |\n| - | - | - |\n\n## Notes\n',
        { group: '2' },
        'y',
      ),
    ).toEqual(['+| A-2 | y | Todo |']);
  });

  it('holds in fences, quotes and with CRLF', () => {
    const fenced = `# P\n\n\`\`\`markdown\n${kite}\`\`\`\n`;
    expect(added(fenced, { group: 'B' })).toEqual([
      '+| K-103 | New ticket     |           | OPEN        | -            |',
    ]);
    const quoted = '# P\n\n> - [ ] one\n>   - [x] two\n';
    expect(added(quoted, { below: 'one' }, 'three')).toEqual(['+> - [ ] three']);
    const snapshot = snapshotOf(parseFixture(kite.replaceAll('\n', '\r\n')));
    const found = addTicket(snapshot, uri, { group: groupOf(snapshot, uri, 'B') });
    if ('refused' in found) throw new Error(found.refused);
    expect(found.edits.get(uri)![0]!.newText).toMatch(/^\r\n\| K-103/);
  });

  it('is refused where the place or the title is none', () => {
    expect(added(kite, {})).toBe('Say in which phase: all tickets of this plan are in one.');
    expect(added('# P\n\n## Phase 1\n\n- [ ] one\n', { group: '1' }, 'Phase 3: new')).toBe(
      '“Phase 3: new” would not be read as a ticket here.',
    );
    expect(added('# P\n\n- [ ] one\n', {}, 'two')).toEqual(['+- [ ] two']);
  });
});
