import { describe, expect, it } from 'vitest';
import { refactorings } from '../../server/src/core/features/refactor';
import { changed, difference } from '../support/changes';
import { atCursor } from '../support/fixture';
import { kite } from '../support/plans';

const titles = (marked: string) => {
  const { snapshot, uri, span } = atCursor(marked);
  return refactorings(snapshot, uri, span)
    .map(({ title }) => title)
    .filter((title) => !title.startsWith('Set status'));
};

/** The lines that come and go with one of what is offered; why not where it is refused. */
function done(marked: string, title: string) {
  const { snapshot, uri, span, source } = atCursor(marked);
  const found = refactorings(snapshot, uri, span).find((one) => one.title === title);
  if (!found) throw new Error(`no ${title} among ${titles(marked).join(', ')}`);
  const after = changed(snapshot, found.change()!);
  return typeof after === 'string' ? after : difference(source.text, after['plan.md']!);
}

const at = (text: string, marked: string) => text.replace(marked.replaceAll('$0', ''), marked);

describe('at a row', () => {
  it('offers what makes sense there', () => {
    expect(titles(at(kite, 'K-0$003 |'))).toEqual([
      'Add a ticket below',
      'Add a dependency on K-002 Sail',
      'Add a dependency on K-001 Frame of spars',
      'Move to Phase B — Air',
    ]);
    expect(titles(at(kite, 'OPEN        | K-0$002, K-003'))).toEqual([
      'Add a ticket below',
      'Remove the dependency on K-002 Sail',
      'Add a dependency on K-001 Frame of spars',
      'Move to Phase A — Ground',
    ]);
  });

  it('prefers the next status', () => {
    const { snapshot, uri, span } = atCursor(at(kite, 'K-0$003 |'));
    expect(refactorings(snapshot, uri, span).flatMap((one) => (one.preferred ? one.title : []))).toEqual([
      'Set status to IN_PROGRESS',
    ]);
  });

  it('does what it says', () => {
    expect(done(at(kite, 'K-0$003 |'), 'Add a ticket below')).toEqual([
      '+| K-004 | New ticket     |           | OPEN        | -          |',
    ]);
    expect(done(at(kite, 'K-0$003 |'), 'Add a dependency on K-002 Sail')).toEqual([
      '-| K-003 | Line and reel  | wt/line   | OPEN        | -          |',
      '+| K-003 | Line and reel  | wt/line   | OPEN        | K-002      |',
    ]);
    expect(done(at(kite, 'OPEN        | K-0$002, K-003'), 'Remove the dependency on K-002 Sail')).toEqual([
      '-| K-101 | First flight   | wt/first  | OPEN        | K-002, K-003 |',
      '+| K-101 | First flight   | wt/first  | OPEN        | K-003        |',
    ]);
  });

  it('moves all that are selected', () => {
    const two = at(at(kite, 'K-0$002 | Sail'), 'Line$0 and reel');
    expect(titles(two)).toEqual(['Move 2 tickets to Phase B — Air']);
    expect(done(two, 'Move 2 tickets to Phase B — Air')).toHaveLength(4);
  });

  it('offers nothing in other text', () => {
    expect(titles(at(kite, 'waiting for re$0view'))).toEqual([]);
    expect(titles('# Notes\n\nwo$0rds\n')).toEqual([]);
    expect(titles('$0')).toEqual([]);
  });
});

describe('sorting by dependency order', () => {
  const plan = (...rows: string[]) =>
    `# P\n\n## Phase 1\n\n| ID | Task | Status | Deps |\n|---|---|---|---|\n${rows.map((row) => `| ${row} |\n`).join('')}`;

  it('puts each behind what it depends on, and leaves the others where they are', () => {
    expect(
      done(plan('A-1$0 | a | Open | A-3', 'A-2 | b | Open | -', 'A-3 | c | Done | -'), 'Sort by dependency order'),
    ).toEqual(['-| A-1 | a | Open | A-3 |', '+| A-1 | a | Open | A-3 |']);
  });

  it('takes along what items hold', () => {
    const list = '# P\n\n## Phase 1\n\n- [ ] T1$0: a (depends on: T2)\n  - [ ] x\n- [x] T2: b\n  more\n';
    const sorted = '# P\n\n## Phase 1\n\n- [x] T2: b\n  more\n- [ ] T1: a (depends on: T2)\n  - [ ] x\n';
    expect(done(list, 'Sort by dependency order')).toEqual(difference(list.replace('$0', ''), sorted));
  });

  it('is not offered where they are sorted, in a circle, or where one waits on all above', () => {
    const sort = (text: string) => titles(text).includes('Sort by dependency order');
    expect(sort(plan('A-1$0 | a | Open | -', 'A-2 | b | Open | A-1'))).toBe(false);
    expect(sort(plan('A-1$0 | a | Open | A-2', 'A-2 | b | Open | A-1'))).toBe(false);
    expect(sort(plan('A-1$0 | a | Open | A-2', 'A-2 | b | Open | -', 'A-3 | c | Open | All above'))).toBe(false);
    expect(sort(plan('A-1$0 | a | Open | A-2', 'A-2 | b | Open | -'))).toBe(true);
  });
});

describe('a check list as a table, and back', () => {
  const list = `# P

## Phase 1

- [x] T1: Login
- [ ] T2: Log | out (depends on: T1)
- [~] T3: **Shop** of things

Words.
`;
  const table = `# P

## Phase 1

| ID  | Task               | Status      | Depends on |
| --- | ------------------ | ----------- | ---------- |
| T1  | Login              | Done        |            |
| T2  | Log \\| out         | Todo        | T1         |
| T3  | **Shop** of things | In Progress |            |

Words.
`;

  it('says the same', () => {
    expect(done(at(list, 'T2$0'), 'Turn this check list into a table')).toEqual(difference(list, table));
    expect(done(at(table, 'T2$0'), 'Turn this table into a check list')).toEqual(difference(table, list));
  });

  it('has the words of the plan’s other tables', () => {
    const text =
      '# 計画\n\n## フェーズ1\n\n| 番号 | 作業 | 状況 |\n|---|---|---|\n| A-1 | 基盤をつくる | 完了 |\n\n## フェーズ2\n\n- [ ] 画面$0\n- [x] 帳票\n';
    expect(done(text, 'Turn this check list into a table')).toEqual([
      '-- [ ] 画面',
      '-- [x] 帳票',
      '+| 作業 | 状況   |',
      '+| ---- | ------ |',
      '+| 画面 | 未着手 |',
      '+| 帳票 | 完了   |',
    ]);
  });

  it('holds in quotes, with CRLF and at the end of the text', () => {
    const text = '# P\r\n\r\n> - [ ] o$0ne\r\n> - [x] two';
    const { snapshot, uri, span } = atCursor(text);
    const found = refactorings(snapshot, uri, span).find(({ name }) => name === 'table')!;
    expect(changed(snapshot, found.change()!)).toEqual({
      'plan.md': '# P\r\n\r\n> | Task | Status |\r\n> | ---- | ------ |\r\n> | one  | Todo   |\r\n> | two  | Done   |',
    });
  });

  it('is not offered where something would be lost', () => {
    const offers = (text: string, what: string) => titles(text).some((title) => title.includes(what));
    expect(offers('# P\n\n- [ ] o$0ne\n  - [x] child\n- [ ] two\n', 'into a table')).toBe(false);
    expect(offers('# P\n\n- [ ] o$0ne\n  more\n- [ ] two\n', 'into a table')).toBe(false);
    expect(offers(at(kite, 'K-0$001 |'), 'into a check list')).toBe(false);
    expect(
      offers('# P\n\n| Task | Status |\n|---|---|\n| a$0 | Done |\n| b | In review |\n', 'into a check list'),
    ).toBe(false);
  });
});

describe('the summary', () => {
  it('is refreshed where it is wrong, from its lines and from headings', () => {
    const wrong = kite.replace('Phase A: 1 / 3', 'Phase A: 2 / 4').replace('Tickets: 5', 'Tickets: 7');
    for (const place of ['Phase A: $02 / 4', 'Phase A $0— Ground', '# Ki$0te'])
      expect(done(at(wrong, place), 'Refresh the summary')).toEqual(difference(wrong, kite));
    expect(titles(at(wrong, 'K-0$001 |'))).not.toContain('Refresh the summary');
    expect(titles(at(kite, 'Phase A $0— Ground'))).not.toContain('Refresh the summary');
  });

  it('is inserted where there is none', () => {
    const bare = kite.slice(0, kite.indexOf('\n## Summary'));
    expect(done(at(bare, '# Ki$0te'), 'Insert a summary')).toEqual([
      '+## Summary',
      '+',
      '+- Phase A: 1/3 done',
      '+- Phase B: 0/2 done',
      '+- Total: 1/5 done',
      '+',
    ]);
    expect(titles(at(kite, '# Ki$0te'))).not.toContain('Insert a summary');
    expect(
      done(
        '# 計$0画\n\n## フェーズ1: 基盤\n\n- [x] つくる\n\n## フェーズ2\n\n- [ ] 乙\n\n## メモ\n',
        'Insert a summary',
      ),
    ).toEqual(['+## 進捗', '+', '+- フェーズ1: 1/1 完了', '+- フェーズ2: 0/1 完了', '+- 合計: 1/2 完了', '+']);
  });
});

it('adds a ticket to a phase from its heading', () =>
  expect(done(at(kite, 'Phase B $0— Air'), 'Add a ticket to Phase B — Air')).toEqual([
    '+| K-103 | New ticket     |           | OPEN        | -            |',
  ]));
