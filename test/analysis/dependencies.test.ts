import { describe, expect, it } from 'vitest';
import { analyse, dependencies } from '../model/read';

/** A table of ids with their dependencies: `A-1`, `A-2: A-1`. The first `done` ones are done. */
function table(rows: readonly string[], done = 0): string {
  const body = rows.map((row, i) => {
    const [id, on = '-'] = row.split(/:\s*(.*)/s);
    return `| ${id} | title of ${id} | ${i < done ? 'Done' : 'Open'} | ${on} |`;
  });
  return ['| ID | Task | Status | Depends on |', '| --- | --- | --- | --- |', ...body, ''].join('\n');
}

describe('an id that no ticket has', () => {
  it('is not a ticket whose text holds it', () => {
    const text = `- [ ] A-1: Schema
- [ ] A-3: Login (depends on A-2)
- [ ] A-4: Logout (depends on A-3, A-2)
`;
    const analysis = analyse(text)!;
    const own = analysis.plan.allTickets.flatMap((ticket) => analysis.dependencies(ticket));
    expect(own.map(({ text: name, problem }) => `${name} ${problem}`)).toEqual([
      'A-2 unknown',
      'A-3 null',
      'A-2 unknown',
    ]);
  });

  it('is unknown where ids start like a word for a ticket', () => {
    const analysis = analyse(table(['T-001', 'T-003: T-002']))!;
    expect(analysis.dependencies(analysis.plan.allTickets[1]!).map(({ problem }) => problem)).toEqual(['unknown']);
  });
});

describe('by id', () => {
  it.each([
    ['A-001', 'A-001'],
    ['a-001', 'A-001'],
    ['A-1', 'A-001'],
    ['A001', 'A-001'],
    ['`A-001`', 'A-001'],
    ['**A-001**', 'A-001'],
    ['[A-001](#a-001)', 'A-001'],
    ['A-001 (schema only)', 'A-001'],
    ['A-001（スキーマのみ）', 'A-001'],
    ['A-001, A-002', 'A-001 A-002'],
    ['A-001,A-002', 'A-001 A-002'],
    ['A-001、A-002', 'A-001 A-002'],
    ['A-001; A-002', 'A-001 A-002'],
    ['A-001 + A-002', 'A-001 A-002'],
    ['A-001 & A-002', 'A-001 A-002'],
    ['A-001 and A-002', 'A-001 A-002'],
    ['A-001 und A-002', 'A-001 A-002'],
    ['A-001<br>A-002', 'A-001 A-002'],
    ['A-001 / A-002', 'A-001 A-002'],
    ['A-001–A-003', 'A-001 A-002 A-003'],
    ['A-001..A-003', 'A-001 A-002 A-003'],
    ['A-001 to A-003', 'A-001 A-002 A-003'],
    ['A-001～A-003', 'A-001 A-002 A-003'],
    ['A-002-A-004', 'A-002 A-003 A-004'],
    ['A-001, A-003–A-004', 'A-001 A-003 A-004'],
  ])('%s', (cell, expected) => {
    const text = table(['A-001', 'A-002', 'A-003', 'A-004', `A-005: ${cell}`]);
    const analysis = analyse(text)!;
    const own = analysis.dependencies(analysis.plan.allTickets[4]!);
    expect(own.map(({ problem }) => problem).filter((problem) => problem !== null)).toEqual([]);
    expect(own.flatMap(({ targets }) => targets.map(({ entity }) => 'id' in entity && entity.id)).join(' ')).toBe(
      expected,
    );
  });

  it.each([
    '-',
    '--',
    '—',
    '–',
    '',
    'None',
    'none',
    'N/A',
    'なし',
    '無し',
    '无',
    '없음',
    'ninguna',
    'keine',
    'нет',
    'yok',
    '**-**',
    'None (start here)',
    'None - can start now',
    'なし（最初）',
    '~~A-1~~',
  ])('nothing: "%s"', (cell) => {
    expect(dependencies(table(['A-1', `A-2: ${cell}`]))).toEqual([]);
  });
});

describe('an id', () => {
  const text = (on: string): string => `
    | ID | Task | Status | Depends on |
    | --- | --- | --- | --- |
    | A-1 | Data schema | Done | - |
    | A-2 | Import | Open | - |
    | A-3 | Export | Open | ${on} |
  `;
  it.each(['A-2 Import', 'A-2: Import', 'A-2 — Import', 'A-2 (Import)', 'Import (A-2)', '**A-2** Import'])(
    'with its title: %s',
    (on) => expect(dependencies(text(on))).toEqual(['A-3 -> A-2']),
  );

  it.each(['after A-2', 'Blocked by A-2', 'needs A-2', 'requires A-2', '→ A-2', 'A-2 done', 'A-2 完了後'])(
    'behind or before a word: %s',
    (on) => expect(dependencies(text(on))).toEqual(['A-3 -> A-2']),
  );
});

describe('of a row of groups', () => {
  it.each([
    ['Milestone', 'M1: Base', 'M2: Tools', 'M1', 'milestone'],
    ['Epic', 'E1', 'E2', 'E1', 'epic'],
    ['Sprint', '1', '2', '1', 'sprint'],
    ['Phase', 'A', 'B', 'A', 'phase'],
  ])('%s', (header, one, two, on, kind) => {
    const text = `| ${header} | Goal | Depends on | Status |\n|---|---|---|---|\n| ${one} | x | - | Open |\n| ${two} | y | ${on} | Open |\n`;
    const key = kind === 'phase' ? ['A', 'B'] : ['1', '2'];
    expect(dependencies(text)).toEqual([`${kind} ${key[1]} -> ${kind} ${key[0]}`]);
  });
});

describe('ids with dots', () => {
  const text = table(['4.1', '4.2', '4.3', '4.7', '4.9', '4.10', '4.11', 'x: 4.1', 'y: 4.10', 'z: 4.3-4.10'], 1);
  it('4.10 is not 4.1, and a range counts, it does not compare letters', () => {
    expect(dependencies(text)).toEqual([
      'title of x -> 4.1 met',
      'title of y -> 4.10',
      'title of z -> 4.3+4.7+4.9+4.10',
    ]);
  });
});

describe('families of ids', () => {
  it.each([
    [['T1', 'T2', 'T3', 'T8', 'T9: T1–T8'], 'T9 -> T1+T2+T3+T8'],
    [['WP01', 'WP02', 'WP05', 'WP06: WP01-WP05'], 'WP06 -> WP01+WP02+WP05'],
    [['T01', 'T02', 'T04', 'T05: T01～T04'], 'T05 -> T01+T02+T04'],
    [['S2BA1', 'S2BA2', 'S3F1: S2BA1,S2BA2'], 'S3F1 -> S2BA1, S2BA2'],
    [['#1', '#2', '#3: #1, 2'], '#3 -> #1, #2'],
    [['01', '02', '03: task-01, Task 2'], '03 -> 01, 02'],
    [['1', '2', '3: 1, 2'], '3 -> 1, 2'],
    [['AUTH_1', 'AUTH_2: auth-1'], 'AUTH_2 -> AUTH_1'],
  ])('%j', (rows, expected) => {
    expect(dependencies(table(rows))).toEqual([expected]);
  });
});

describe('by title', () => {
  const text = (on: string): string => `
    | Task | Status | Depends on |
    | --- | --- | --- |
    | Set up project structure and tooling | Done | -- |
    | Define core data models | In Progress | -- |
    | Implement base connector class | Open | -- |
    | Add request logging | Open | -- |
    | Add audit logging | Open | -- |
    | Write handbook | Open | ${on} |
  `;
  it.each([
    ['Project structure', 'Set up project structure and tooling met'],
    ['Data models', 'Define core data models'],
    ['data model', 'Define core data models'],
    ['Define core data models', 'Define core data models'],
    ['Base connector', 'Implement base connector class'],
    ['connector class', 'Implement base connector class'],
    ['Request logging', 'Add request logging'],
    ['logging', 'Add request logging+Add audit logging ambiguous'],
    ['IT answer', '? none'],
    ['budget approval', '? none'],
  ])('%s', (on, expected) => {
    expect(dependencies(text(on))).toEqual([`Write handbook -> ${expected}`]);
  });

  it('in Japanese, behind a label below a heading', () => {
    const plan = `
      ### Phase 1: 土台
      #### 1. 畑の準備
      - [x] 柵
      ### Phase 2: 作付け
      #### 1. 苗を植える
      **依存**: 畑の準備
      - [ ] 林檎
      #### 2. 水やり
      **依存**: 苗を植える、畑の準備（柵だけ）
      - [ ] 朝
    `;
    expect(dependencies(plan)).toEqual(['苗を植える -> 畑の準備 met', '水やり -> 苗を植える, 畑の準備 met']);
  });

  it('a title told twice is one ticket to depend on', () => {
    const plan = `
      ## Board
      | Task | Status |
      | --- | --- |
      | Tide client | In Progress |
      ## Details
      #### T2: Tide client
      - [ ] cache
      #### T3: Pilot form
      **Depends on:** Tide client
      - [ ] draught
    `;
    expect(dependencies(plan)).toEqual(['T3 -> T2']);
  });
});

describe('by phase', () => {
  const plan = (on: string, status = 'Open'): string => `
    ## Phase 1: Base
    | ID | Task | Status | Depends on |
    | --- | --- | --- | --- |
    | A-1 | one | ${status} | - |
    | A-2 | two | ${status} | - |
    ## Phase 2: Tools
    | ID | Task | Status | Depends on |
    | --- | --- | --- | --- |
    | B-1 | three | Open | ${on} |
  `;
  it.each([
    ['Phase 1', 'phase 1'],
    ['phase 1 complete', 'phase 1'],
    ['Phase 1 completion', 'phase 1'],
    ['All of Phase 1', 'phase 1'],
    ['Base (Phase 1)', 'phase 1'],
    ['フェーズ1 完了', 'phase 1'],
    ['Фаза 1', 'phase 1'],
    ['A-1, Phase 1', 'A-1, phase 1'],
    ['Phase 1 complete ✓', 'phase 1 met'],
    ['Phase 9', '? unknown'],
  ])('%s', (on, expected) => {
    expect(dependencies(plan(on))).toEqual([`B-1 -> ${expected}`]);
  });

  it.each(['Phase 1 and 2', 'Phase 1, 2', 'Phases 1-2', 'Phase 1 + Phase 2'])('several: %s', (on) => {
    const text = `## Phase 1\n- [x] a\n## Phase 2\n- [ ] b\n## Phase 3\n**Depends on:** ${on}\n- [ ] c\n`;
    const analysis = analyse(text)!;
    const phase3 = analysis.plan.allGroups.find(({ key }) => key === '3')!;
    expect(analysis.waitsOn(phase3).map(({ entity }) => entity.title)).toEqual(['Phase 2']);
    expect(analysis.isReady(analysis.plan.allTickets[2]!)).toBe(false);
  });

  it('is met when all of it is done', () => {
    expect(dependencies(plan('Phase 1 complete', 'Done'))).toEqual(['B-1 -> phase 1 met']);
  });
});

describe('everything above', () => {
  it.each(['All above', 'All of the above', 'all previous tasks', '上記すべて', 'Todo lo anterior', 'Alle obigen'])(
    '%s',
    (on) => {
      expect(dependencies(table(['A-1', 'A-2', `A-3: ${on}`, 'A-4']))).toEqual(['A-3 -> A-1+A-2']);
    },
  );

  it('means the rows of its own table', () => {
    const text = `## Phase 1\n\n${table(['A-1', 'A-2'])}\n## Phase 2\n\n${table(['B-1', 'B-2: All above'])}`;
    expect(dependencies(text)).toEqual(['B-2 -> B-1']);
  });
});

describe('what is only wanted', () => {
  it.each(['A-1 (recommended)', 'A-1（推奨）', 'A-1推奨', 'A-1 (optional)', 'A-1 (recomendado)'])('%s', (on) => {
    expect(dependencies(table(['A-1', `A-2: ${on}`]))).toEqual(['A-2 -> A-1 soft met']);
  });
});

describe('what is not there', () => {
  it.each([
    ['A-7', '? unknown'],
    ['A-2a', '? none'],
    ['API-02 (Sprint 2)', '? none'],
    ['v2.0', '? none'],
    ['#123', '? none'],
    ['Node 20', '? none'],
    ['14 + IT answer', '? none, ? none'],
  ])('%s', (on, expected) => {
    expect(dependencies(table(['A-1', 'A-2', `A-3: ${on}`]))).toEqual([`A-3 -> ${expected}`]);
  });
});

describe('both ways', () => {
  it('ready, waits on, unblocks', () => {
    const analysis = analyse(table(['A-1', 'A-2: A-1', 'A-3: A-1, A-2', 'A-4: A-3'], 1))!;
    const ids = (list: readonly { entity: { title: string } }[]): string[] =>
      list.map(({ entity }) => entity.title.replace('title of ', ''));
    const [one, two, three] = analysis.plan.allTickets;
    expect(ids(analysis.unblocks(one!))).toEqual(['A-2', 'A-3']);
    expect(ids(analysis.waitsOn(three!))).toEqual(['A-2']);
    expect(ids(analysis.unblocks(three!))).toEqual(['A-4']);
    expect(analysis.plan.allTickets.map((ticket) => analysis.isReady(ticket))).toEqual([false, true, false, false]);
    expect(ids(analysis.waitsOn(two!))).toEqual([]);
  });

  it('a dropped ticket holds nothing up; a circle ends', () => {
    const text = `
      | ID | Task | Status | Depends on |
      | --- | --- | --- | --- |
      | A-1 | one | Skipped | - |
      | A-2 | two | Open | A-1 |
      | A-3 | three | Open | A-4 |
      | A-4 | four | Open | A-3 |
    `;
    expect(dependencies(text)).toEqual(['A-2 -> A-1 met', 'A-3 -> A-4', 'A-4 -> A-3']);
    const analysis = analyse(text)!;
    expect(analysis.plan.allTickets.map((ticket) => analysis.isReady(ticket))).toEqual([false, true, false, false]);
  });

  it('what a phase waits on holds its tickets up', () => {
    const text = `
      ## Phase 1
      - [ ] one
      ## Phase 2
      **Depends on:** Phase 1
      - [ ] two
    `;
    const analysis = analyse(text)!;
    expect(analysis.plan.allTickets.map((ticket) => analysis.isReady(ticket))).toEqual([true, false]);
  });
});
