import { describe, expect, it } from 'vitest';
import type { StatusKind } from '../../server/src/core/model/plan';
import { expectFindings } from '../support/fixture';
import { outline, read, tickets } from './read';

const statusOf = (cell: string, legend = ''): StatusKind | null | undefined =>
  read(
    `${legend}\n## Work\n\n| ID | Task | Status |\n|---|---|---|\n| A-1 | one | ${cell} |\n| A-2 | two | Done |\n`,
  ).allTickets.find(({ id }) => id === 'A-1')!.status?.kind;

describe('a status without a legend', () => {
  it.each<[string, StatusKind | null | undefined]>([
    ['In_Progress', 'active'],
    ['IN-PROGRESS', 'active'],
    ['WIP', 'active'],
    ['`MERGED`', 'done'],
    ['**Done** (PR #12)', 'done'],
    ['Done, see below', 'done'],
    ['✅ Done', 'done'],
    ['✅', 'done'],
    ['☑️ shipped', 'done'],
    ['[x]', 'done'],
    ['[ ]', 'todo'],
    ['[~]', 'active'],
    ['100%', 'done'],
    ['0%', 'todo'],
    ['40 %', 'active'],
    ['%60', 'active'],
    ['⏳', 'todo'],
    ['⏳ In progress', 'active'],
    ['🚧', 'active'],
    ['⏸️ On hold', 'blocked'],
    ['🚫 Blocked by legal', 'blocked'],
    ['In review', 'review'],
    ['PR_OPEN', 'review'],
    ['Skipped', 'dropped'],
    ['~~Won’t do~~', 'dropped'],
    ['N/A', 'dropped'],
    ['スキップ', 'dropped'],
    ['延期', 'dropped'],
    ['Eliminado', 'dropped'],
    ['Abandonné', 'dropped'],
    ['完了（2026-01-16）', 'done'],
    ['実装中', 'active'],
    ['未着手', 'todo'],
    ['レビュー待ち', 'review'],
    ['进行中', 'active'],
    ['진행 중', 'active'],
    ['en cours', 'active'],
    ['in Bearbeitung', 'active'],
    ['em andamento', 'active'],
    ['в работе', 'active'],
    ['devam ediyor', 'active'],
    ['en revisión', 'review'],
    ['not done', 'todo'],
    ['Not Started', 'todo'],
    ['-', undefined],
    ['', undefined],
    ['Jabberwocky', null],
  ])('%s', (cell, kind) => {
    expect(statusOf(cell)).toBe(kind);
  });
});

describe('boxes', () => {
  it.each<[string, StatusKind]>([
    [' ', 'todo'],
    ['x', 'done'],
    ['X', 'done'],
    ['✅', 'done'],
    ['~', 'active'],
    ['/', 'active'],
    ['▶', 'active'],
    ['-', 'dropped'],
    ['>', 'dropped'],
    ['S', 'dropped'],
    ['!', 'blocked'],
  ])('[%s]', (mark, kind) => {
    expect(read(`- [${mark}] one\n`).allTickets[0]!.status).toMatchObject({ kind, text: `[${mark}]` });
  });

  it('an unknown one is no ticket, and told', () => {
    const plan = read('- [ ] one\n- [§] two\n');
    expect(plan.allTickets.map(({ title }) => title)).toEqual(['one']);
    expect(plan.unread.map(({ reason }) => reason)).toEqual(['its box is none that we know']);
  });

  it('a link or a footnote is no box', () => {
    expect(read('- [ ] one\n- [a](b.md) two\n- [^1] three\n').unread).toEqual([]);
  });
});

describe('a legend decides', () => {
  const table = '| Status | Meaning |\n|---|---|\n| `PARKED` | in progress |\n| `LANDED` | done |\n';
  const list = '## Status legend\n\n- ⏳ In progress\n- 🔴 Not started\n- 🟢 Done\n';
  const line = '**Status key:** ⏳ = In progress | 🔴 = Not started | 🟢 = Done\n';
  const boxes = '## Legend\n\n- [o] in progress\n- [#] done\n';

  it('as a table of statuses and meanings', () => {
    expect(statusOf('PARKED', table)).toBe('active');
    expect(statusOf('LANDED', table)).toBe('done');
  });

  it('as a list below its heading', () => {
    expect(statusOf('⏳', list)).toBe('active');
    expect(statusOf('🔴', list)).toBe('todo');
    expect(statusOf('🟢', list)).toBe('done');
  });

  it('as a line behind its label', () => {
    expect(statusOf('⏳', line)).toBe('active');
    expect(statusOf('🔴 ', line)).toBe('todo');
  });

  it('as a line of signs and words', () => {
    const legend = '凡例: ✅ 完了 / 🔶 進行中 / ❌ 中止\n';
    expect(statusOf('🔶', legend)).toBe('active');
    expect(statusOf('❌', legend)).toBe('dropped');
  });

  it('for boxes', () => {
    expect(tickets(`${boxes}\n## Work\n\n- [o] one\n- [#] two\n`)).toEqual(['one · active', 'two · done']);
  });

  it('over the word itself, where it says so outright', () => {
    const legend =
      '| Status | 意味 |\n|---|---|\n| `WAITING` | 未着手 |\n| `ACCEPTED` | レビュー待ち |\n| `SHIPPED` | 完了 |\n';
    expect(statusOf('WAITING', legend)).toBe('todo');
    expect(statusOf('ACCEPTED', legend)).toBe('review');
  });

  it('but a description that only mentions another status does not', () => {
    const legend =
      '| Status | Meaning |\n|---|---|\n| `BLOCKED` | a ticket above is not done |\n| `OPEN` | nobody is working on it |\n' +
      '| `PR_OPEN` | the pull request is open |\n';
    expect(statusOf('BLOCKED', legend)).toBe('blocked');
    expect(statusOf('OPEN', legend)).toBe('todo');
    expect(statusOf('PR_OPEN', legend)).toBe('review');
  });

  it('and does not swallow the tickets that follow it', () => {
    expect(tickets(`${list}\n---\n\n| ID | Task | Status |\n|---|---|---|\n| A-1 | one | ⏳ |\n`)).toEqual([
      'A-1 one · active',
    ]);
  });

  it('and gives no tickets, claims or phases itself', () => {
    const plan = read(`${table}\n${line}\n${list}\n## Work\n\n- [ ] one\n`);
    expect(plan.allTickets.map(({ title }) => title)).toEqual(['one']);
    expect(plan.legend.map(({ text }) => text)).toEqual(['PARKED', 'LANDED', '⏳', '🔴', '🟢', '⏳', '🔴', '🟢']);
    expect(plan.claims).toEqual([]);
  });

  it('a line that offers the choices of one ticket is none', () => {
    expectFindings('## Phase 1\n\n**Status:** [ ] Not Started | [/] In Progress | [x] Complete\n\n- [ ] one\n');
  });
});

describe('sections named after a status', () => {
  it('give it to rows without one of their own', () => {
    const text = `
      ## ✅ Completed

      | Task | Date |
      | --- | --- |
      | one | 2026-01-02 |

      ## To do (this sprint)

      | Task | Estimate |
      | --- | --- |
      | two | 2h |

      ## 進行中 🚧

      | タスク | 見積もり |
      | --- | --- |
      | three | 1日 |
    `;
    expect(tickets(text)).toEqual(['one · done', 'two · todo', 'three · active']);
  });

  it('a heading says the status of its phase before, behind or in brackets', () => {
    const text = `
      ## ✅ Phase 1: Base
      ### Tasks
      - [x] one
      ## Phase 2 — IN PROGRESS
      - [ ] two
      ## Phase 3: Tools (Not started)
      - [ ] three
      ## フェーズ4: 運用（未着手）
      - [ ] four
    `;
    expect(
      outline(text)
        .split('\n')
        .filter((line) => line.startsWith('phase')),
    ).toEqual([
      'phase 1 Phase 1: Base · done',
      'phase 2 Phase 2 · active',
      'phase 3 Phase 3: Tools · todo',
      'phase 4 フェーズ4: 運用 · todo',
    ]);
  });
});
