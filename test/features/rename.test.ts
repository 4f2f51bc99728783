import { describe, expect, it } from 'vitest';
import { prepareRename, rename } from '../../server/src/core/features/rename';
import { applyEdits } from '../../server/src/core/text/edit';
import { atCursor, dedent, parseFixture } from '../support/fixture';
import { kite } from '../support/plans';

/** The files that the new id changes, as they are then, or why it is refused. */
function renamed(marked: string, id: string) {
  const { snapshot, uri, offset } = atCursor(marked);
  const found = rename(snapshot, uri, offset, id);
  if ('refused' in found) return found.refused;
  return Object.fromEntries(
    [...found.edits].map(([at, edits]) => [at.slice('file:///'.length), applyEdits(snapshot.source(at)!.text, edits)]),
  );
}

/** Holds the text after renaming to `expected`; where one file alone is given, to that. */
function expectRenamed(marked: string, id: string, expected: string) {
  const { files } = parseFixture(expected);
  const before = parseFixture(marked).files;
  const after = renamed(marked, id);
  if (typeof after === 'string') throw new Error(after);
  for (const [i, file] of files.entries()) expect(after[file.path] ?? before[i]!.text, file.path).toBe(file.text);
}

function prepared(marked: string) {
  const { snapshot, uri, offset, source } = atCursor(marked);
  const found = prepareRename(snapshot, uri, offset);
  return found && ('refused' in found ? found.refused : [source.slice(found.span), found.name]);
}

const table = (rows: string) => `| ID   | Task   | Status | Depends on |
| ---- | ------ | ------ | ---------- |
${rows}`;

describe('renaming a ticket', () => {
  it('changes every place that names it, and keeps the pipes where they are', () =>
    expectRenamed(
      `
# Plan

Current task: A-1

${table(`| A-1$0  | Schema | Open   | -          |
| A-2  | Login  | Open   | A-1, A-3   |
| A-3  | Fix of A-1 | Open | \`a-1\` |
| A-11 | More   | Open   | A-2        |
`)}
Branch wt/A-1, and (A-1).

- [ ] **A-1** Schema

## Blocked tickets

- A-1: the disk is full
`,
      'DB-01',
      `
# Plan

Current task: DB-01

${table(`| DB-01 | Schema | Open   | -          |
| A-2  | Login  | Open   | DB-01, A-3 |
| A-3  | Fix of DB-01 | Open | \`DB-01\` |
| A-11 | More   | Open   | A-2        |
`)}
Branch wt/A-1, and (DB-01).

- [ ] **DB-01** Schema

## Blocked tickets

- DB-01: the disk is full
`,
    ));

  it('goes across files, from a dependency', () =>
    expectRenamed(
      `//- a.md
${table('| A-1  | Schema | Done   | -          |\n')}
//- b.md
${table('| B-1  | Login  | Open   | A-1$0        |\n')}
//- README.md
# Read me

It begins with A-1.
`,
      'A-7',
      `//- a.md
${table('| A-7  | Schema | Done   | -          |\n')}
//- b.md
${table('| B-1  | Login  | Open   | A-7        |\n')}
//- README.md
# Read me

It begins with A-7.
`,
    ));

  it('leaves alone what other plans call the same', () =>
    expectRenamed(
      `//- a.md
${table('| A-1$0  | Schema | Done   | -          |\n')}
//- b.md
${table('| A-1  | Other  | Open   | -          |\n| A-2  | Login  | Open   | A-1        |\n')}
`,
      'A-7',
      `//- a.md
${table('| A-7  | Schema | Done   | -          |\n')}
//- b.md
${table('| A-1  | Other  | Open   | -          |\n| A-2  | Login  | Open   | A-1        |\n')}
`,
    ));

  it('holds in CJK text with CRLF, fences, headings and half-typed rows', () => {
    const text = `# 計画\n\n| 番号 | タスク | 状態 | 依存 |\n| --- | --- | --- | --- |\n| A-1$0 | 基盤 | 完了 | なし |\n| A-2 | 画面 | 未着手 | A-1（必須）、A-3 |\n| A-3 | 帳票 | 未着手 | A-1\n\n次はA-1です。\n`;
    const to = text.replace('$0', '').replaceAll('A-1', 'A-10');
    expect(renamed(text.replace(/\n/g, '\r\n'), 'A-10')).toEqual({ 'plan.md': to.replace(/\n/g, '\r\n') });
    const fenced = `# P\n\n\`\`\`markdown\n${table('| A-1$0  | Schema | Done   | -          |\n')}\`\`\`\n`;
    expectRenamed(fenced, 'B-2', fenced.replace('A-1$0', 'B-2'));
    const headings =
      '# P\n\n### A-1: Schema\n\n**Status:** Done\n\n### A-2: Login\n\n**Depends on:** A-$01\n**Status:** Open\n';
    expectRenamed(headings, 'A-9', headings.replace('$0', '').replaceAll('A-1', 'A-9'));
  });

  it('makes one of two tickets with the same id another', () =>
    expectRenamed(
      table(
        '| A-1  | Schema | Done   | -          |\n| A-1$0  | Login  | Open   | -          |\n| A-3  | More   | Open   | A-1        |\n',
      ),
      'A-2',
      table(
        '| A-1  | Schema | Done   | -          |\n| A-2  | Login  | Open   | -          |\n| A-3  | More   | Open   | A-1        |\n',
      ),
    ));

  it('takes another spelling of the same id', () =>
    expectRenamed(
      table('| A-1$0  | Schema | Done   | -          |\n| A-2  | Login  | Open   | A-1        |\n'),
      'A-001',
      table('| A-001 | Schema | Done   | -          |\n| A-2  | Login  | Open   | A-001      |\n'),
    ));
});

describe('renaming what a range holds', () => {
  const plan = (range: string) =>
    table(`| T1   | Schema | Open   | -          |
| T2   | Login  | Open   | -          |
| T3   | Shop   | Open   | -          |
| T4   | Tests  | Open   | ${range.padEnd(10)} |
`);

  it('writes the range out where it would mean something else', () => {
    const at = (id: string) => plan('T1-T3').replace(`| ${id} `, `| ${id}$0 `);
    expect(renamed(at('T2'), 'T9')).toEqual({ 'plan.md': plan('T1, T9, T3').replace('| T2 ', '| T9 ') });
    expect(renamed(at('T1'), 'T9')).toEqual({ 'plan.md': plan('T9, T2, T3').replace('| T1 ', '| T9 ') });
  });

  it('leaves it alone where it means the same', () => {
    expect(renamed(plan('T1-T3').replace('| T4 ', '| T4$0 '), 'T9')).toEqual({
      'plan.md': plan('T1-T3').replace('| T4 ', '| T9 '),
    });
    expect(renamed(plan('T1-T3').replace('| T1 ', '| T1$0 '), 'T0')).toEqual({
      'plan.md': plan('T0-T3').replace('| T1 ', '| T0 '),
    });
  });
});

describe('renaming a phase', () => {
  it('changes its key wherever it is named', () =>
    expectRenamed(
      `
# Plan

Current phase: Phase 2

Phase 1 → Phase 2 → Phase 3: each must be complete before the next.

| Phase | Name | Status | Depends on |
| ----- | ---- | ------ | ---------- |
| 1     | Base | Done   | -          |
| 2$0     | Core | Open   | 1          |
| 3     | More | Open   | Phase 2    |

## Phase 1: Base

- [x] one

## Phase 2: Core

Phase 2: 0/1 done. PHASE 2 goes on.

| ID  | Task | Status | Depends on |
| --- | ---- | ------ | ---------- |
| A-2 | x    | Open   | Phase 1    |

## Phase 3: More

| ID  | Task | Status | Depends on       |
| --- | ---- | ------ | ---------------- |
| A-3 | x    | Open   | Phase 2 complete |
`,
      '5',
      `
# Plan

Current phase: Phase 5

Phase 1 → Phase 5 → Phase 3: each must be complete before the next.

| Phase | Name | Status | Depends on |
| ----- | ---- | ------ | ---------- |
| 1     | Base | Done   | -          |
| 5     | Core | Open   | 1          |
| 3     | More | Open   | Phase 5    |

## Phase 1: Base

- [x] one

## Phase 5: Core

Phase 5: 0/1 done. PHASE 5 goes on.

| ID  | Task | Status | Depends on |
| --- | ---- | ------ | ---------- |
| A-2 | x    | Open   | Phase 1    |

## Phase 3: More

| ID  | Task | Status | Depends on       |
| --- | ---- | ------ | ---------------- |
| A-3 | x    | Open   | Phase 5 complete |
`,
    ));

  it('keeps how its number is written, in any language', () => {
    const plan = (one: string, two: string) =>
      `# P\n\n## ${one}: 甲\n\n- [x] a\n\n## ${two}: 乙\n\n**依存:** ${one}\n\n- [ ] b\n`;
    for (const [one, two, name, now] of [
      ['Phase 01', 'Phase 02', 'Phase 3', 'Phase 03'],
      ['フェーズ１', 'フェーズ２', 'フェーズ3', 'フェーズ３'],
      ['第一阶段', '第二阶段', '第三阶段', '第三阶段'],
      ['第1阶段', '第2阶段', '3', '第3阶段'],
      ['Week 1', 'Week 2', 'Week 3', 'Week 3'],
      ['Phase A', 'Phase B', 'c', 'Phase C'],
    ] as const) {
      const at = plan(one, two).replace(one, `${one.slice(0, 1)}$0${one.slice(1)}`);
      expect(renamed(at, name), `${one} ${name}`).toEqual({ 'plan.md': plan(now, two) });
    }
  });

  it('writes a range of phases out', () =>
    expect(
      renamed(
        '# P\n\n## Phase 1$0\n\n- [x] a\n\n## Phase 2\n\n- [x] b\n\n## Phase 3\n\n**Depends on:** Phase 1-2\n\n- [ ] c\n',
        '4',
      ),
    ).toEqual({
      'plan.md':
        '# P\n\n## Phase 4\n\n- [x] a\n\n## Phase 2\n\n- [x] b\n\n## Phase 3\n\n**Depends on:** Phase 4, Phase 2\n\n- [ ] c\n',
    }));

  it('changes the column that says it, and chains of keys', () =>
    expectRenamed(
      '# P\n\nA → B: complete first\n\n| ID | Task | Status | Phase |\n|---|---|---|---|\n| A-1 | a | Done | A |\n| A-2 | b | Open | B |\n| A-3 | c | Open | $0B |\n',
      'C',
      '# P\n\nA → C: complete first\n\n| ID | Task | Status | Phase |\n|---|---|---|---|\n| A-1 | a | Done | A |\n| A-2 | b | Open | C |\n| A-3 | c | Open | C |\n',
    ));

  it('follows into files that name the plan’s file, and into no others', () => {
    const plan = '# P\n\n## Phase 1\n\n- [x] a\n\n## Phase 2\n\n- [ ] b\n';
    const about = '# About\n\nSee PROGRESS.md: Phase 2 goes on.\n';
    const after = renamed(
      `//- PROGRESS.md\n${plan.replace('Phase 2', 'Phase$0 2')}\n//- README.md\n${about}\n//- NOTES.md\nPhase 2 of the trial.\n`,
      'Phase 7',
    );
    expect(after).toEqual({
      'PROGRESS.md': `${plan.replace('Phase 2', 'Phase 7')}\n`,
      'README.md': `${about.replace('Phase 2', 'Phase 7')}\n`,
    });
  });

  it('can begin at a figure behind it', () => {
    const text = '# P\n\n## 🚧 Phase 1: Base (0/1)\n\n- [ ] a\n\n## Phase 2\n\n- [ ] b\n';
    expect(renamed(text.replace('(0/1)', '(0/$01)'), '7')).toEqual({ 'plan.md': text.replace('Phase 1', 'Phase 7') });
  });

  it('is refused with the reason', () => {
    const at = kite.replace('Phase A — Ground', 'Phase$0 A — Ground');
    expect(prepared(at)).toEqual(['Phase A', 'Phase A']);
    expect(renamed(at, 'B')).toBe('B is taken: it is “Phase B — Air”.');
    for (const name of ['', 'Ground', 'Phase 1-3', 'Sprint A', 'Stage C', 'AB'])
      expect(renamed(at, name), name).toBe(
        `“${name}” is no name for this: it is “Phase A”, with another number or letter.`,
      );
    expect(renamed('# P\n\n## Phase 2$0\n\n- [ ] a\n\n### Phase 2.1\n\n- [ ] b\n', '5')).toMatch(
      /would no longer mean the same|would not be read/,
    );
  });
});

describe('renaming a title', () => {
  const plan = (title: string, ...depends: string[]) => `# P

## Phase 1: Base

| Task | Status | Deps |
| ---- | ------ | ---- |
| ${title} | Done | - |
${depends.map((name, i) => `| Row ${'ab'[i]!} | Open | ${name} |\n`).join('')}`;

  it('takes along those that depend on it by its title or a part of it', () => {
    const at = plan('Data mo$0dels of users', 'Data models of users', 'Data models');
    expect(prepared(at)).toEqual(['Data models of users', 'Data models of users']);
    expect(renamed(at, 'Schema')).toEqual({ 'plan.md': plan('Schema', 'Schema', 'Schema') });
    expect(renamed(at, 'Data models | more')).toEqual({
      'plan.md': plan('Data models \\| more', 'Data models \\| more', 'Data models'),
    });
  });

  it('can begin at a dependency', () =>
    expect(renamed(plan('Data models', 'Da$0ta models'), 'Schema')).toEqual({ 'plan.md': plan('Schema', 'Schema') }));

  it('leaves the id, marks, dependencies in brackets and status alone', () => {
    const tasks = (title: string) =>
      `# P\n\n## Phase 1: Base ✅\n\n- [x] **T1: ${title}**\n- [ ] T2: b (depends on: T1)\n`;
    expect(renamed(tasks('Lo$0gin'), 'Sign in')).toEqual({ 'plan.md': tasks('Sign in') });
    const second = tasks('Login').replace('T2: b', 'T2: $0b');
    expect(prepared(second)).toEqual(['b', 'b']);
    expect(renamed(second, 'c')).toEqual({ 'plan.md': tasks('Login').replace('T2: b', 'T2: c') });
  });

  it('renames what a phase is called behind its number, in its table as well', () => {
    const text = (name: string) =>
      `# P\n\n| Phase | Name | Status |\n|---|---|---|\n| 1 | ${name} | Open |\n| 2 | More | Open |\n\n## Phase 1: ${name}\n\n- [ ] a\n\n## Phase 2: More\n\n**Depends on:** ${name}\n\n- [ ] b\n`;
    expect(renamed(text('Base').replace('Phase 1: Base', 'Phase 1: B$0ase'), 'Ground')).toEqual({
      'plan.md': text('Ground'),
    });
  });

  it('renames sections', () => {
    const text = (name: string) => `# P\n\n## ${name}\n\n- [ ] a\n\n## More\n\n- [ ] b\n`;
    expect(renamed(text('Gar$0den'), 'Yard')).toEqual({ 'plan.md': text('Yard') });
  });

  it('leaves a figure behind it alone, and finds it behind a bare key', () => {
    const text = (name: string, key = '2') =>
      `# P\n\n| Phase | Status |\n|---|---|\n| 1. Base | Open |\n| ${key}. ${name} | Open |\n\n## Phase 1: Base (1/1)\n\n- [x] a\n\n## Phase ${key}: ${name} (2 tasks)\n\n- [ ] b\n- [ ] c\n`;
    expect(renamed(text('More').replace('2. More', '2. Mo$0re'), 'Yet more')).toEqual({ 'plan.md': text('Yet more') });
    expect(renamed(text('More').replace('2: More', '2: Mo$0re'), 'Yet more')).toEqual({ 'plan.md': text('Yet more') });
    expect(prepared(text('More').replace('2. More', '$02. More'))).toEqual(['2', '2']);
    expect(renamed(text('More').replace('2. More', '$02. More'), '7')).toEqual({ 'plan.md': text('More', '7') });
  });

  it('goes to every row and heading that has it, with CRLF and in fences', () => {
    const text = (title: string) =>
      `# P\r\n\r\n| ID | Task | Status |\r\n|---|---|---|\r\n| A-1 | ${title} | Open |\r\n\r\n### A-1: ${title}\r\n\r\n**Status:** Open\r\n`;
    expect(renamed(text('予約').replace('予約', '予$0約'), '予約画面')).toEqual({ 'plan.md': text('予約画面') });
    const fenced = (title: string) => `# P\n\n\`\`\`markdown\n- [ ] ${title}\n- [x] b\n\`\`\`\n`;
    expect(renamed(fenced('o$0ne'), 'two')).toEqual({ 'plan.md': fenced('two') });
  });

  it('is refused with the reason', () => {
    expect(renamed(plan('Data mo$0dels', 'Data models'), '  ')).toBe('A title has at least one letter.');
    expect(renamed(plan('Data mo$0dels', 'Data models'), 'Models, data')).toMatch(/would no longer mean the same/);
    expect(renamed('# P\n\n- [ ] o$0ne\n- [ ] two\n', 'Phase 3: x')).toMatch(/would not be read as it is now/);
    expect(prepared('# P\n\nCurrent task: the T1$0x\n\n- [ ] T1: a\n')).toBeNull();
  });
});

describe('renaming is refused', () => {
  const rows = table(`| T1$0   | Schema | Done   | -          |
| T2   | Login  | Open   | -          |
| T3   | Shop   | Open   | -          |
| T4   | Tests  | Open   | T1-T3      |
`);

  it.each([
    ['', '“” is no id'],
    ['Schema', '“Schema” is no id'],
    ['T 7', '“T 7” is no id'],
    ['T|7', '“T|7” is no id'],
    ['T2', 'T2 is taken: it is “Login”.'],
    ['t02', 't02 is taken: it is “Login”.'],
  ])('with the id %j', (id, reason) => expect(renamed(rows, id)).toContain(reason));

  it('where another row would be all that is above', () => {
    const all = rows.replace('T1-T3', 'All above').replace('T2 ', 'T02');
    expect(typeof renamed(all, 'T9')).toBe('object');
  });

  it('where another plan would mean this ticket from then on', () =>
    expect(
      renamed(
        `//- a.md\n${table('| A-1$0  | Schema | Done   | -          |\n')}//- b.md\n${table('| B-1  | Login  | Open   | A-7        |\n| A-6 | x | Open | - |\n')}`,
        'A-7',
      ),
    ).toBe('“A-7”, which B-1 Login depends on, would no longer mean the same.'));

  it('where the new one would not be read as an id', () =>
    expect(renamed('# P\n\n- [ ] **A-1$0** Schema\n- [ ] **A-2** Login\n', 'c1')).toMatch(/would not be read/));

  it('at what is no single id', () => {
    expect(prepared(rows)).toEqual(['T1', 'T1']);
    expect(prepared(rows.replace('T1$0', 'T1').replace('T1-T3', 'T1 -$0 T3'))).toMatch(/more than one ticket/);
    expect(prepared(kite.replace('# Kite', '# Ki$0te'))).toBeNull();
    expect(prepared(dedent('\n$0\n'))).toBeNull();
  });
});
