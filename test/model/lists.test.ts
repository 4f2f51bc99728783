import { describe, expect, it } from 'vitest';
import { nameOf, read } from './read';

const base = `# Plan

- [x] Phase 1: Base
- [ ] Phase 2: Tools

| ID | Task | Status |
| --- | --- | --- |
| A-1 | one | Done |
| A-2 | two | Open |
`;

describe('focus', () => {
  it.each([
    ['Current phase: Phase 1', 'phase 1'],
    ['**Current phase:** Phase 1 -- Base', 'phase 1'],
    ['Current Focus: Phase A-2 — two', 'A-2'],
    ['Current focus: A-2', 'A-2'],
    ['- 対象フェーズ: フェーズ2', 'phase 2'],
    ['**現在のフェーズ**: フェーズ2 - 道具', 'phase 2'],
    ['当前阶段：阶段 2', 'phase 2'],
    ['현재 단계: 2단계', 'phase 2'],
    ['Fase actual: Fase 2', 'phase 2'],
    ['Aktuelle Phase: Phase 2', 'phase 2'],
    ['Текущая фаза: Фаза 2', 'phase 2'],
    ['> **Current phase:** Phase 2', 'phase 2'],
    ['| Field | Value |\n|---|---|\n| Current phase | Phase 2 |', 'phase 2'],
  ])('%s', (line, target) => {
    expect(read(`${base}\n${line}\n`).focus.map((focus) => nameOf(focus.target))).toEqual([target]);
  });

  it.each([
    'Current phase: Phase 1 ✅',
    'Current phase: Phase 1 (complete)',
    'Current phase: Phase 1 完了',
    'Current phase: Phase 1 → Phase 2',
    'Current phase: Phases 1-2',
    'Current phase: Phase 9',
    'Current focus: quality',
    'The current phase is hard',
  ])('none: %s', (line) => {
    expect(read(`${base}\n${line}\n`).focus).toEqual([]);
  });
});

describe('lists with a limit', () => {
  it.each([
    ['Next actions (max 3)', 3],
    ['Next up (at most 2)', 2],
    ['次アクション（最大3つ）', 3],
    ['下一步（最多3项）', 3],
    ['다음 작업 (최대 3개)', 3],
    ['Próximas acciones (máximo 3)', 3],
    ['WIP (limit: 2)', 2],
  ])('%s', (heading, limit) => {
    const text = `${base}\n## ${heading}\n\n1. a\n   - detail\n   - detail\n2. b\n3. c\n4. d\n`;
    const plan = read(text);
    expect(plan.limits).toMatchObject([{ limit: { value: limit }, items: { length: 4 } }]);
    const { span } = plan.limits[0]!.limit;
    expect(text.slice(span.start, span.end)).toBe(String(limit));
  });

  it('none without a number or entries', () => {
    expect(read(`${base}\n## Max speed\n\n- a\n\n## Up to 3 things\n\nprose\n`).limits).toEqual([]);
  });
});

describe('blocked lists', () => {
  it('name tickets by id or title; "none" names nothing', () => {
    const text = `${base}
## Blocked items

| Item | Blocker | Since |
| --- | --- | --- |
| A-2 | the office | May |
| Import of maps | no maps | June |
| None | - | - |

## ブロックされているタスク

- two
- なし
`;
    expect(read(text).blocked.map(({ text: entry, ticket }) => [entry, ticket?.id ?? null])).toEqual([
      ['A-2', 'A-2'],
      ['Import of maps', null],
      ['two', 'A-2'],
    ]);
    expect(read(text).allTickets.map(({ id }) => id)).toEqual(['A-1', 'A-2']);
  });
});

describe('placeholders', () => {
  it.each([
    ['**Project:** [Your Project Name]', '[Your Project Name]'],
    ['**Updated:** YYYY-MM-DD', 'YYYY-MM-DD'],
    ['- 日付: YYYY/MM/DD', 'YYYY/MM/DD'],
    ['**Owner:** <your name>', '<your name>'],
    ['| A-3 | [Insert title] | Open |', '[Insert title]'],
  ])('%s', (line, text) => {
    const plan = read(line.startsWith('|') ? `${base}${line}\n` : `${base}\n${line}\n`);
    expect(plan.placeholders.map((issue) => issue.text)).toEqual([text]);
  });

  it.each([
    'Dates are written as YYYY-MM-DD.',
    '**Format:** `YYYY-MM-DD`',
    '**Docs:** [Your first walk](./first.md)',
    '**Log:** notes-YYYY-MM-DD.md',
    '<!-- Replace [Your Project Name] -->',
    '```\nUpdated: YYYY-MM-DD\n```',
    '**Shape:** [1, 2, 3]',
    '**Generic:** Array<string>',
  ])('none: %s', (line) => {
    expect(read(`${base}\n${line}\n`).placeholders).toEqual([]);
  });
});

describe('what was not understood is told', () => {
  it('a table with statuses that names no tickets', () => {
    const text = `${base}\n| When | Status | Depends on |\n| --- | --- | --- |\n| May | Open | A-1 |\n`;
    expect(read(text).unread.map(({ reason }) => reason)).toHaveLength(1);
  });

  it('nothing where all was', () => {
    expect(read(base).unread).toEqual([]);
  });
});
