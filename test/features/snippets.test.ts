import { describe, expect, it } from 'vitest';
import { completion } from '../../server/src/core/features/completion';
import { snippetOf } from '../../server/src/core/features/snippet';
import { applyEdits } from '../../server/src/core/text/edit';
import { difference } from '../support/changes';
import { atCursor, parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const at = (marked: string) => {
  const { snapshot, uri, offset, source } = atCursor(marked);
  const { items } = completion(snapshot, uri, offset);
  for (const { edit } of items) {
    expect(edit.span.start <= offset && offset <= edit.span.end).toBe(true);
    expect(source.lineAt(edit.span.start)).toBe(source.lineAt(edit.span.end));
  }
  return { items, source, uri };
};
const labels = (marked: string) => at(marked).items.map(({ label }) => label);
const snippet = (marked: string, label: string) => at(marked).items.find((one) => one.label === label)?.snippet;

/** The lines that come and go with an item, places filled in with what stands there at first. */
function taken(marked: string, label: string) {
  const { items, source, uri } = at(marked);
  const item = items.find((one) => one.label === label);
  if (!item) throw new Error(`no ${label} among ${items.map((one) => one.label).join(', ')}`);
  const after = applyEdits(source.text, [item.edit]);
  const snapshot = snapshotOf({ ...parseFixture(after), cursor: null });
  return { lines: difference(source.text, after), after: snapshot.analysis(uri)?.plan ?? null };
}

/** `§` stands for the `$` of a place to be filled in. */
const stops = (text: string) => text.replaceAll('§', '$');

describe('the syntax of snippets', () => {
  it('keeps text as it is', () => {
    expect(snippetOf(['a $b {c} \\ ', { hold: 'x}$' }, '|', { hold: '' }, { choices: ['a,b', 'c|d', '$e'] }])).toEqual({
      plain: 'a $b {c} \\ x}$|a,b',
      snippet: stops('a \\$b {c\\} \\\\ §{1:x\\}\\$}|§{2}§{3|a\\,b,c\\|d,\\$e|}$0'),
    });
  });
});

describe('a new row', () => {
  const rows = (more: string) => kite.replace('-          |\n\n## Phase B', `-          |\n${more}\n\n## Phase B`);

  it('follows the file’s own columns and widths, below the last row and in one that is begun', () => {
    for (const typed of ['$0', '|$0', '| $0', '| K$0', '| K-0$0 |']) {
      const { lines, after } = taken(rows(typed), 'New row');
      expect(lines.at(-1), typed).toBe('+| K-004 | New ticket     |           | OPEN        | -          |');
      expect(after!.allTickets.map(({ id }) => id)).toEqual(['K-001', 'K-002', 'K-003', 'K-004', 'K-101', 'K-102']);
    }
  });

  it('has places for the title, the status in the plan’s words, and the rest', () =>
    expect(snippet(rows('$0'), 'New row')).toBe(
      stops(
        '| K-004 | §{1:New ticket}     | §{2}          | §{3|OPEN,IN_PROGRESS,PR_OPEN,MERGED,BLOCKED|}        | §{4:-}          |$0',
      ),
    ));

  it('is found by what is typed', () => {
    const item = at(rows('| K-0$0')).items.find(({ label }) => label === 'New row')!;
    expect(item.filter.startsWith('| K-0')).toBe(true);
    expect(item.detail).toBe('K-004');
  });

  it('holds in fences, quotes, with CRLF, and in Japanese', () => {
    const fenced = `# P\n\n\`\`\`markdown\n${rows('$0')}\`\`\`\n`;
    expect(taken(fenced, 'New row').lines.at(-1)).toContain('| K-004 | New ticket');
    const quoted = '# P\n\n> | ID | Task | Status |\n> |---|---|---|\n> | A-1 | x | Done |\n> $0';
    expect(taken(quoted, 'New row').lines.at(-1)).toBe('+> | A-2 | New ticket | Todo |');
    const japanese = '# 計画\r\n\r\n| 番号 | タスク | 状態 |\r\n|---|---|---|\r\n| A-1 | 基盤をつくる | 完了 |\r\n$0';
    expect(taken(japanese, 'New row').lines.at(-1)).toBe('+| A-2 | 新しいチケット | 未着手 |');
  });

  it('is not offered elsewhere', () => {
    for (const text of [
      rows('| Z$0'),
      rows('| K-004 | Tail$0'),
      rows('words $0'),
      kite.replace('| K-002 | Sail', '| K-002 | Sa$0il'),
      kite.replace('| ----- |', '|$0 ----- |'),
      '| a | b |\n|---|---|\n| 1 | 2 |\n$0',
    ])
      expect(labels(text), text).not.toContain('New row');
  });
});

describe('a new check item', () => {
  const list = '# P\n\n## Phase 1\n\n- [x] **T1**: a\n- [ ] **T2**: b\n  - [ ] c\n';

  it('is like the one above, with the next id', () => {
    expect(taken(`${list}$0`, 'New task').lines).toEqual(['-', '+  - [ ] New ticket']);
    expect(taken(`${list.replace('  - [ ] c\n', '')}- $0\n`, 'New task').lines).toEqual([
      '-- ',
      '+- [ ] **T3**: New ticket',
    ]);
    expect(snippet(`${list.replace('  - [ ] c\n', '')}- [$0\n`, 'New task')).toBe(
      stops('- [ ] **T3**: §{1:New ticket}$0'),
    );
  });

  it('is not offered away from lists', () => {
    expect(labels(`${list}\n$0`)).not.toContain('New task');
    expect(labels(`${list}- [ ] x$0`)).not.toContain('New task');
  });
});

describe('a new phase', () => {
  it('goes on where the last one stands, with a first ticket in its form', () => {
    const { lines, after } = taken(kite.replace('## Summary', '##$0\n\n## Summary'), 'New phase');
    expect(lines).toContain('+## Phase C — Name');
    expect(lines).toContain('+| K-103 | New ticket     |           | OPEN        | -            |');
    expect(after!.allGroups.find(({ key }) => key === 'C')?.tickets.map(({ id }) => id)).toEqual(['K-103']);
  });

  it('is written as the others are', () => {
    const plan = (one: string, two: string) => `# P\n\n### ${one}\n\n- [x] a\n\n### ${two}\n\n- [ ] b\n\n$0`;
    for (const [one, two, wanted] of [
      ['Phase 1: A', 'Phase 2: B', '+### Phase 3: Name'],
      ['フェーズ1', 'フェーズ2', '+### フェーズ3: 名前'],
      ['Sprint 01 - A', 'Sprint 02 - B', '+### Sprint 03 - Name'],
      ['第一阶段：甲', '第二阶段：乙', '+### 第三阶段：Name'],
    ] as const)
      expect(taken(plan(one, two), 'New phase').lines).toContain(wanted);
  });

  it('is offered where a line begins with it, and not in other text', () => {
    const offered = (typed: string) => labels(kite.replace('## Summary', `${typed}\n\n## Summary`));
    for (const typed of ['$0', '## Ph$0', 'pha$0', 'Phase C$0']) expect(offered(typed), typed).toContain('New phase');
    for (const typed of ['words$0', '- $0', '## Notes$0', 'phase 1 is $0'])
      expect(offered(typed), typed).not.toContain('New phase');
    expect(labels('# P\n\n- [ ] a\n\n$0')).not.toContain('New phase');
  });
});

describe('a new plan', () => {
  it('is offered in a document that says nothing, in its language', () => {
    const { after } = taken('$0', 'New plan');
    expect(after!.allGroups.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['phase 1', 'phase 2']);
    expect(after!.allTickets.map(({ id, dependencies }) => [id, ...dependencies.map(({ text }) => text)])).toEqual([
      ['T-1'],
      ['T-2', 'T-1'],
      ['T-3', 'Phase 1'],
    ]);
    const japanese = taken('# 計画をつくる\r\n\r\n$0', '新しい計画');
    expect(japanese.lines.filter((line) => /^\+./.test(line)).slice(0, 3)).toEqual([
      '+## フェーズ1: 名前',
      '+| ID | タスク | ステータス | 依存先 |',
      '+| --- | --- | --- | --- |',
    ]);
    expect(japanese.after!.allTickets.map(({ status }) => status?.kind)).toEqual(['todo', 'todo', 'todo']);
  });

  it('is not offered in ordinary documents', () => {
    for (const text of ['# Notes\n\nWords.\n\n$0', 'Wo$0', '# Title$0', '- $0', '```\n$0'])
      expect(labels(text), text).toEqual([]);
  });
});

describe('owners, branches and phases', () => {
  const table = (rows: string) => `# P

| ID  | Task       | Owner | Branch  | Priority | Phase   | Status |
| --- | ---------- | ----- | ------- | -------- | ------- | ------ |
| A-1 | Log in     | mika  | wt/login | high    | Phase 1 | Done   |
| A-2 | Log out    | aki   | wt/out  | low      | Phase 1 | Open   |
| A-3 | Sail away home far | mika  | -       | high     | Phase 2 | Open   |
${rows}`;

  it('are those of the plan, the commonest first', () => {
    expect(labels(table('| A-4 | x | $0 | | | | |'))).toEqual(['mika', 'aki']);
    expect(labels(table('| A-4 | x | m$0 | | | | |'))).toEqual(['mika', 'aki']);
    expect(labels(table('| A-4 | x | | | $0 | | |'))).toEqual(['high', 'low']);
    expect(labels(table('| A-4 | x | | | | $0 | |'))).toEqual(['Phase 1', 'Phase 2']);
    expect(labels(table('').replaceAll('Phase 1 ', '1 ').replace('| Phase 2 |', '| $02 |'))).toEqual(['1', '2']);
  });

  it('make a branch of the title as the others are made', () => {
    const empty = table('').replace('| -       |', '| $0       |');
    expect(labels(empty)).toEqual(['wt/sail-away-home', 'wt/login', 'wt/out']);
    const ids = empty.replace('wt/login', '`feat/a-1`').replace('wt/out ', '`feat/a-2`');
    expect(labels(ids)[0]).toBe('`feat/a-3`');
  });

  it('stand behind labels and @ as well', () => {
    const headings =
      '# P\n\n### A-1: x\n\n**Status:** Done\n**Owner:** mika\n\n### A-2: y\n\n**Status:** Open\n**Owner:** $0\n';
    expect(labels(headings)).toEqual(['mika']);
    const tasks = '# P\n\n- [x] a @mika\n- [ ] b @aki\n- [ ] c @$0\n';
    expect(labels(tasks)).toEqual(['mika', 'aki']);
    expect(labels(tasks.replace('@$0', 'mail@$0'))).toEqual([]);
  });

  it('phases and tickets stand behind the focus', () => {
    expect(labels(`Current phase: $0\n\n${kite}`)).toEqual([
      'Phase A',
      'Phase B',
      'K-001',
      'K-002',
      'K-003',
      'K-101',
      'K-102',
    ]);
  });
});
