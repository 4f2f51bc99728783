import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/core/features/completion';
import { applyEdits } from '../../server/src/core/text/edit';
import { atCursor } from '../support/fixture';
import { kite } from '../support/plans';

function at(marked: string) {
  const { snapshot, uri, offset, source } = atCursor(marked);
  const { items, complete } = completion(snapshot, uri, offset);
  for (const { edit } of items) {
    // As LSP wants it: on one line, and around the cursor.
    expect(edit.span.start <= offset && offset <= edit.span.end).toBe(true);
    expect(source.lineAt(edit.span.start)).toBe(source.lineAt(edit.span.end));
  }
  return { items, complete, source, offset };
}
/** What is offered beside whole rows, tasks, phases and plans. */
const labels = (marked: string) =>
  at(marked).items.flatMap(({ label, snippet }) => (snippet === undefined ? [label] : []));

/** The cursor's line after one of the items is taken. */
function taken(marked: string, label: string) {
  const { items, source, offset } = at(marked);
  const item = items.find((one) => one.label === label);
  if (!item) throw new Error(`no ${label} among ${items.map((one) => one.label).join(', ')}`);
  const line = source.lineAt(offset);
  return applyEdits(source.text, [item.edit]).split(/\r\n|\n/)[line];
}

const plan = (rows: string) => `# P

## Phase 1: Base

| ID  | Task   | Status | Depends on |
| --- | ------ | ------ | ---------- |
| A-1 | Schema | Done   | -          |
| A-2 | Login  | Open   | A-1        |
| A-3 | Logout | Open   | A-2        |
${rows}`;

describe('a dependency', () => {
  it('is one of the tickets, the nearest first, with title and status, found by its title', () => {
    const { items } = at(plan('| A-4 | New    | Open   | $0          |\n'));
    expect(items.map(({ label, detail, description, filter }) => [label, detail, description, filter])).toEqual([
      ['A-3', 'Logout', 'Open (not started)', 'A-3 Logout'],
      ['A-2', 'Login', 'Open (not started)', 'A-2 Login'],
      ['A-1', 'Schema', 'Done', 'A-1 Schema'],
    ]);
  });

  it('is neither the ticket itself nor one that waits on it, nor one that is there', () => {
    const with_ = (from: string, to: string) => plan('| A-4 | New    | Open   | -          |\n').replace(from, to);
    expect(labels(with_('Done   | -  ', 'Done   | $0  '))).toEqual(['A-4']);
    expect(labels(with_('| A-1        |', '| A-1, $0     |'))).toEqual(['A-4']);
    expect(labels(with_('| A-2        |', '| A-2, $0     |'))).toEqual(['A-1', 'A-4']);
    expect(labels(with_('| A-2        |', '| $0A-2     |'))).toEqual(['A-2', 'A-1', 'A-4']);
  });

  it('is a title in a plan without ids, where it can stand in a list', () => {
    const text =
      '# P\n\n| Task | Status | Depends on |\n|---|---|---|\n| Data models | Done | |\n| Login, logout | Open | |\n| 予約画面 | Open | |\n| Shop | Open | $0 |\n';
    expect(labels(text)).toEqual(['予約画面', 'Data models']);
    expect(labels(text.replace('$0', 'Data models, $0'))).toEqual(['予約画面']);
  });

  it('is a phase as well, but for the own one and one that waits on it', () => {
    const text = `${plan('')}
## Phase 2: More

**Depends on:** Phase 1

- [ ] **B-1** Shop (depends on: $0)

## Phase 3: Rest

- [ ] **D-1** Tests
`;
    expect(labels(text)).toEqual(['A-3', 'A-2', 'A-1', 'D-1', 'Phase 1', 'Phase 3']);
    const back = text.replace('$0', 'A-3').replace('A-2        |', '$0 |');
    expect(labels(back)).toEqual(['A-2', 'A-1', 'D-1', 'Phase 3']);
  });

  it('replaces the word at the cursor alone, and keeps the padding', () => {
    const row = (text: string) => plan(`| A-4 | New    | Open   |${text}|\n`);
    const cell = (text: string, label = 'A-2') => taken(row(text), label)!.split('|')[4];
    expect(cell(' $0          ')).toBe(' A-2          ');
    expect(cell(' A-$0        ')).toBe(' A-2        ');
    expect(cell(' A-1, lo$0gin  ')).toBe(' A-1, A-2  ');
    expect(cell(' A-1,$0       ')).toBe(' A-1, A-2       ');
    expect(cell(' A-1, $0, A-3 ')).toBe(' A-1, A-2, A-3 ');
    expect(cell('$0')).toBe(' A-2');
    expect(cell(' A-1、$0 ')).toBe(' A-1、A-2 ');
    expect(cell(' `A-$0` ')).toBe(' `A-2` ');
  });

  it('can be typed into a row that is typed half, by the columns of the header', () => {
    for (const row of [
      '| A-4 | New | Open | $0',
      '| A-4 | New | Open |$0',
      '| A-4 | New | | A-1, $0',
      '| A-4 | | | a$0',
    ])
      expect(labels(plan(row)), row).toContain('A-2');
    expect(taken(plan('| A-4 | New | Open |$0'), 'A-2')).toBe('| A-4 | New | Open | A-2');
    expect(taken(plan('| A-4 | N \\| w | Open | x $0'), 'A-2')).toBe('| A-4 | N \\| w | Open | A-2 ');
    expect(labels(plan('| A-4 | New $0'))).toEqual([]);
    expect(labels(plan('| A-4 | New | Open | - | $0'))).toEqual([]);
  });

  it('is offered behind a label', () => {
    const field = (line: string) => `# P

### A-1: Schema

**Status:** Done

### A-2: Login

**Status:** Open
${line}
`;
    expect(labels(field('**Depends on:** $0'))).toEqual(['A-1']);
    expect(labels(field('**Depends on:** A$0'))).toEqual(['A-1']);
    expect(labels(field('- Depends on: $0'))).toEqual(['A-1']);
    expect(taken(field('**依存:** sch$0'), 'A-1')).toBe('**依存:** A-1');
    expect(labels('# P\n\n- [x] **A-1** a\n- [ ] **A-2** b (depends on: $0\n')).toEqual(['A-1']);
  });

  it('is a ticket of another plan where its id is its own', () => {
    const { items } = at(`//- b.md
${plan('| A-4 | New | Open | $0 |')}
//- a.md
| ID  | Task   | Status |
| --- | ------ | ------ |
| A-1 | Other  | Done   |
| X-1 | Far    | Open   |
| 7   | Plain  | Open   |
`);
    expect(items.at(-1)).toMatchObject({ label: 'X-1', detail: 'Far', description: 'Open (not started) · a.md' });
    expect(items).toHaveLength(4);
  });

  it('is picked from many by what is typed', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `| B-${i} | Piece ${i} | Open | - |\n`).join('');
    const { items, complete } = at(plan(`${rows}| C-1 | New | Open | schem$0 |\n`));
    expect(complete).toBe(false);
    expect(items.map(({ label }) => label)).toEqual(['A-1']);
    expect(at(plan(`${rows}| C-1 | New | Open | $0 |\n`)).items).toHaveLength(500);
  });

  it('holds in CJK text with CRLF, and in a fence', () => {
    const text = `# 計画\n\n| 番号 | タスク | 状態 | 依存 |\n| --- | --- | --- | --- |\n| 課題1 | 基盤 | 完了 | なし |\n| 課題2 | 画面 | 未着手 | 課題$0 |\n`;
    expect(taken(text.replace(/\n/g, '\r\n'), '課題1')).toBe('| 課題2 | 画面 | 未着手 | 課題1 |');
    const fenced = `# P\n\n\`\`\`markdown\n${plan('| A-4 | New | Open | $0')}\n\`\`\`\n`;
    expect(labels(fenced)).toEqual(['A-3', 'A-2', 'A-1']);
  });
});

describe('a status', () => {
  const statuses = (marked: string) =>
    at(marked).items.map(({ label, preferred }) => (preferred ? `${label}!` : label));

  it('is one of the legend, the natural next first, the current last', () => {
    const text = kite.replace('| IN_PROGRESS | K-001', '| $0IN_PROGRESS | K-001');
    expect(statuses(text)).toEqual(['PR_OPEN!', 'OPEN', 'MERGED', 'BLOCKED', 'IN_PROGRESS']);
    expect(at(text).items[0]).toMatchObject({ detail: 'in review', filter: 'IN_PROGRESS PR_OPEN' });
    expect(taken(text, 'MERGED')).toBe('| K-002 | Sail           | wt/sail   | MERGED | K-001      |');
  });

  it('is found by what is typed, in a new row', () => {
    expect(statuses(plan('| A-4 | New | $0'))).toEqual(['Open!', 'In Progress', 'Done', 'Blocked']);
    expect(at(plan('| A-4 | New | In p$0')).items[1]).toMatchObject({ label: 'In Progress', filter: 'In Progress' });
    expect(taken(plan('| A-4 | New | In p$0'), 'In Progress')).toBe('| A-4 | New | In Progress');
    expect(taken(plan('| A-4 | New |$0'), 'Open')).toBe('| A-4 | New | Open');
    expect(taken(plan('| A-4 | New | **Op$0** | - |'), 'Done')).toBe('| A-4 | New | **Done** | - |');
  });

  it('stands behind a label, in a table of phases, in words of the plan', () => {
    expect(statuses('# P\n\n## Phase 1\n\n**Status:** $0\n\n- [ ] a\n').at(0)).toBe('Todo!');
    expect(
      statuses('# P\n\n| Phase | Status |\n|---|---|\n| 1 | Planned |\n| 2 | $0 |\n\n## Phase 1\n\n- [ ] a\n').at(0),
    ).toBe('Planned!');
    expect(statuses('| 番号 | タスク | 状態 |\n|---|---|---|\n| A-1 | 甲 | 完了 |\n| A-2 | 乙 | $0')).toEqual([
      '未着手!',
      '進行中',
      '完了',
      'ブロック中',
    ]);
  });

  it('is a mark in a box', () => {
    const text = '# P\n\n- [x] one\n- [~] two\n- [$0 ] three\n';
    expect(statuses(text)).toEqual(['[~]!', '[x]', '[ ]']);
    expect(taken(text, '[x]')).toBe('- [x] three');
    expect(taken('# P\n\n- [x] one\n- [$0', '[ ]')).toBe('- [ ] ');
    expect(taken('# P\n\n- [x] one\n- [$0] two', '[x]')).toBe('- [x] two');
    expect(labels('# P\n\n- [x] one\n- [l$0ink](x)\n')).toEqual([]);
  });
});

describe('an id', () => {
  it('is the next free one of its table, in its form', () => {
    expect(labels(plan('| $0'))).toEqual(['A-4']);
    expect(labels(plan('|$0'))).toEqual(['A-4']);
    expect(labels(plan('| A$0 | | | |'))).toEqual(['A-4']);
    expect(taken(plan('| $0  |        |        |            |'), 'A-4')).toBe(
      '| A-4  |        |        |            |',
    );
    expect(
      labels(kite.replace('## Phase B', '| $0\n\n## Phase B').replace('-          |\n\n| ', '-          |\n| ')),
    ).toEqual(['K-004']);
  });

  it('is not one that another plan has, nor offered where another is typed', () => {
    expect(
      labels(`//- b.md\n${plan('| $0')}\n//- a.md\n| ID | Task | Status |\n|---|---|---|\n| A-4 | x | Done |\n`),
    ).toEqual(['A-5']);
    expect(labels(plan('| B$0 | x | Open | - |'))).toEqual([]);
    expect(labels(plan('').replace('| A-2 |', '| A-2$0 |'))).toEqual([]);
  });
});

it('nothing is offered elsewhere', () => {
  for (const text of [
    '$0',
    '# Notes, $0\n',
    '#$0',
    '| a | b |\n|---|---|\n| $0 | |\n',
    kite.replace('# Kite', '# Kite$0'),
    kite.replace('| ID    | Title', '| $0ID    | Title'),
    kite.replace('| ----- |', '| --$0--- |'),
    kite.replace('Sail ', 'Sail$0 '),
    kite.replace('Total Tickets: 5', 'Total Tickets: $05'),
  ])
    expect(labels(text), text).toEqual([]);
});
