import { describe, expect, it } from 'vitest';
import { dedent } from '../support/marks';
import { analyse, dependencies, outline, read } from './read';

const lines = (text: string): string => dedent(text).trimEnd();

describe('phases and their like', () => {
  it.each([
    ['Phase 2: Base', 'phase', '2'],
    ['PHASE 2 — Base', 'phase', '2'],
    ['Phase A - Base', 'phase', 'A'],
    ['Phase 02', 'phase', '2'],
    ['Phase 2.1: Base', 'phase', '2.1'],
    ['1. Phase 2: Base', 'phase', '2'],
    ['🚀 Phase 2: Base', 'phase', '2'],
    ['**Phase 2**: Base', 'phase', '2'],
    ['フェーズ2: 基盤', 'phase', '2'],
    ['フェーズ２：基盤', 'phase', '2'],
    ['第2フェーズ 基盤', 'phase', '2'],
    ['第二阶段：基础', 'phase', '2'],
    ['阶段 2：基础', 'phase', '2'],
    ['2단계: 기반', 'phase', '2'],
    ['단계 2: 기반', 'phase', '2'],
    ['Fase 2: Base', 'phase', '2'],
    ['Etapa 2 – Base', 'phase', '2'],
    ['Étape 2 : Base', 'phase', '2'],
    ['Фаза 2: Основа', 'phase', '2'],
    ['Этап 2. Основа', 'phase', '2'],
    ['Aşama 2: Temel', 'phase', '2'],
    ['2. Aşama: Temel', 'phase', '2'],
    ['Sprint 2 - Base', 'sprint', '2'],
    ['スプリント2', 'sprint', '2'],
    ['Спринт 2', 'sprint', '2'],
    ['Epic 2: Base', 'epic', '2'],
    ['Milestone 2: Base', 'milestone', '2'],
    ['マイルストーン2: 基盤', 'milestone', '2'],
  ])('%s', (heading, kind, key) => {
    const plan = read(`## ${heading}\n\n- [ ] one\n- [x] two\n`);
    expect(plan.allGroups.map((g) => [g.kind, g.key, g.tickets.length])).toEqual([[kind, key, 2]]);
  });

  it.each(['Phases', 'Phase overview', 'Sprint planning', 'How we work in phases', 'Next steps', 'Two phase commit'])(
    'no phase: %s',
    (heading) => {
      expect(read(`## ${heading}\n\n- [ ] one\n`).allGroups.map(({ kind }) => kind)).toEqual(['section']);
    },
  );

  it('told in several places are one', () => {
    const text = `
      # Plan

      | Phase | Name | Status |
      | --- | --- | --- |
      | 1 | Base | Done |
      | 2 | Tools | In Progress |

      - [x] Phase 1: Base
      - [ ] Phase 2: Tools

      ## Phase 1 — Base

      Goal: a base.

      ## Phase 1: tasks

      - [x] one

      ## Phase 2

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | two | Open |
    `;
    const plan = read(text);
    expect(plan.allGroups.map((g) => [g.kind, g.key, g.title, g.mentions.length, g.tickets.length])).toEqual([
      ['phase', '1', 'Phase 1 — Base', 4, 1],
      ['phase', '2', 'Phase 2', 3, 1],
    ]);
    expect(plan.allGroups.map((g) => g.status?.kind)).toEqual(['done', 'active']);
  });

  it('A and 1 are two, phase 1 and sprint 1 are two', () => {
    const text = '## Phase A\n- [ ] a\n## Phase 1\n- [ ] b\n## Sprint 1\n- [ ] c\n## Milestone 1\n- [ ] d\n';
    expect(read(text).allGroups.map((g) => `${g.kind}:${g.key}`)).toEqual([
      'phase:A',
      'phase:1',
      'sprint:1',
      'milestone:1',
    ]);
  });

  it('as check items hold the checklist below them', () => {
    const text = `
      - [ ] Phase 1: Base
        - [x] one
        - [ ] two
      - [ ] Phase 2: Tools
        - [ ] three
    `;
    expect(outline(text)).toBe(
      lines(`
      phase 1 Phase 1: Base · todo
        one · done
        two · todo
      phase 2 Phase 2: Tools · todo
        three · todo
      `),
    );
  });

  it('milestones hold their conditions, and their fields', () => {
    const text = `
      ## Milestones
      ### Milestone 1: Usable (Phase 1 complete)
      **Target:** May
      **Status:** In progress

      **Conditions**:
      - [x] one
      - [ ] two
    `;
    expect(outline(text)).toBe(
      lines(`
      milestone 1 Milestone 1: Usable (Phase 1 complete) · active
        one · done
        two · todo
      `),
    );
  });

  it('in a row with other columns are mentions, with what they depend on', () => {
    const text = `
      | Sprint | Goal | Depends on | State |
      | --- | --- | --- | --- |
      | Sprint 1 | base | - | ✅ |
      | Sprint 2 | tools | Sprint 1 | 🚧 |

      ## Sprint 2
      - [ ] one
    `;
    const analysis = analyse(text)!;
    const sprint2 = analysis.plan.allGroups.find(({ key }) => key === '2')!;
    expect(analysis.dependencies(sprint2)).toMatchObject([{ text: 'Sprint 1', met: true, problem: null }]);
    expect(analysis.isDone(analysis.plan.allGroups.find(({ key }) => key === '1')!)).toBe(true);
  });
});

describe('headings as tickets', () => {
  it('with an id and a checklist', () => {
    const text = `
      ## Remaining
      #### T1: Read the tide table
      **Priority:** P0 | **Estimate:** 2h | **Owner:** Aylin

      - [x] one
      - [ ] two

      #### T2: Show it
      **Depends on:** T1

      - [ ] three
    `;
    const plan = read(text);
    expect(plan.allTickets.map((t) => [t.id, t.title, t.shape, t.priority, t.estimate, t.owner])).toEqual([
      ['T1', 'Read the tide table', 'heading', 'P0', '2h', 'Aylin'],
      [null, 'one', 'task', null, null, null],
      [null, 'two', 'task', null, null, null],
      ['T2', 'Show it', 'heading', null, null, null],
      [null, 'three', 'task', null, null, null],
    ]);
    expect(plan.allTickets[3]!.dependencies.map(({ text }) => text)).toEqual(['T1']);
  });

  it('numbered, inside a phase', () => {
    const text = `
      ### Phase 1: Base
      #### 1. Set up the yard
      - [x] fence
      - [x] gate
        - [x] lock
      #### 2. Plant trees
      **Depends on**: Set up the yard

      **North**:
      - [ ] apple
      **South**:
      - [ ] pear
    `;
    expect(outline(text)).toBe(
      lines(`
      phase 1 Phase 1: Base
        Set up the yard
          fence · done
          gate · done
            lock · done
        Plant trees
          apple · todo
          pear · todo
      `),
    );
    const analysis = analyse(text)!;
    const [yard, , , , trees] = analysis.plan.allTickets;
    expect(analysis.isDone(yard!)).toBe(true);
    expect(analysis.dependencies(trees!)[0]).toMatchObject({
      met: true,
      targets: [{ entity: { title: yard!.title } }],
    });
    expect(analysis.totals(analysis.plan.allGroups[0]!)).toMatchObject({ done: 2, total: 4 });
  });

  it('with a box or a status of their own', () => {
    const text = `
      ## Phase 1
      ### [x] Task 1.1: Boil water
      ### Task 1.2: Brew ✅
      - [x] wait
      ### Task 1.3: Pour (in progress)
      - [ ] slowly
    `;
    expect(
      read(text)
        .allTickets.filter(({ shape }) => shape === 'heading')
        .map((t) => [t.id, t.status?.kind]),
    ).toEqual([
      ['1.1', 'done'],
      ['1.2', 'done'],
      ['1.3', 'active'],
    ]);
  });

  it('not those that number chapters', () => {
    const text = `
      # 1. Why
      Because.
      # 2. Tickets
      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | one | Open |
      # 3. Rules
      - be kind
    `;
    expect(read(text).allTickets.map(({ id }) => id)).toEqual(['A-1']);
  });
});

describe('bullets', () => {
  it('plain bullets with fields are tickets, and their fields are not the phase’s', () => {
    const text = `
      ## Phase 1
      - **T-1: Dig**
        - Status: Done
      - **T-2: Plant**
        - **Status:** Open
        - **Depends on:** T-1
    `;
    expect(outline(text)).toBe(
      lines(`
      phase 1 Phase 1
        [T-1] Dig · done
        [T-2] Plant · todo
      `),
    );
    expect(dependencies(text)).toEqual(['T-2 -> T-1 met']);
  });

  it('with signs are tickets in a phase', () => {
    expect(
      read('## Phase 1\n- ✅ one\n- ⬜ two\n- 🚧 three\n').allTickets.map((t) => [t.title, t.status?.kind]),
    ).toEqual([
      ['one', 'done'],
      ['two', 'todo'],
      ['three', 'active'],
    ]);
  });

  it('tables below a list item are read', () => {
    const text = '- [ ] a\n\n  | ID | Task | Status |\n  |---|---|---|\n  | A-1 | one | Open |\n';
    expect(read(text).allTickets.map(({ title }) => title)).toEqual(['a', 'one']);
  });
});

describe('checklists', () => {
  it('nest as deep as they are', () => {
    const text = `
      - [ ] a
        - [x] b
          - [x] c
            continued
          - note
        - [ ] d
      1. [ ] e
         * [x] f
    `;
    expect(outline(text)).toBe(
      lines(`
      a · todo
        b · done
          c · done
        d · todo
      e · todo
        f · done
      `),
    );
  });

  it('in block quotes and behind other lists', () => {
    expect(read('- plain\n  - [ ] a\n\n> - [x] b\n').allTickets.map(({ title }) => title)).toEqual(['a', 'b']);
  });

  it('with owners, dependencies and ids in the line', () => {
    const text =
      '- [x] **T-1** Dig @ada\n- [ ] **T-2** Plant (depends on: T-1) @bo\n- [ ] T-3: Water — blocked by T-2\n';
    const plan = read(text);
    expect(plan.allTickets.map((t) => [t.id, t.owner, t.dependencies.map((d) => d.text)])).toEqual([
      ['T-1', 'ada', []],
      ['T-2', 'bo', ['T-1']],
      ['T-3', null, ['T-2']],
    ]);
  });

  it('one ticket shown twice is one where its id says so', () => {
    const text = `
      ## By priority

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | one | Done |

      ## By phase

      | ID | Task | Status |
      | --- | --- | --- |
      | A-1 | one | Done |
      | A-2 | two | Open |
    `;
    const plan = read(text);
    expect(plan.allTickets.map(({ id, mentions }) => [id, mentions.length])).toEqual([
      ['A-1', 2],
      ['A-2', 1],
    ]);
  });
});
