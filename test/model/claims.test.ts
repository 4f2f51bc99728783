import { describe, expect, it } from 'vitest';
import { claims, read } from './read';

/** A phase of five with two done, one open phase behind it, and a line to be read. */
const plan = (line: string, heading = ''): string => `# Plan

## Phase 1: Base

- [x] a
- [x] b
- [ ] c
- [ ] d
- [ ] e

## Phase 2: Tools

- [ ] f
- [ ] g

${heading}
${line}
`;

describe('figures about a phase', () => {
  it.each([
    ['Phase 1: 2 / 5 MERGED', 'phase 1: 2/5'],
    ['Phase 1: 2/5', 'phase 1: 2/5'],
    ['- Phase 1: 2/5 done', 'phase 1: 2/5'],
    ['**Phase 1 progress:** 2/5 tasks complete (40%)', 'phase 1: 2/5 40%'],
    ['Phase 1 progress: 2 of 5 tasks', 'phase 1: 2/5'],
    ['Phase 1: 3 out of 5 tasks completed', 'phase 1: 3/5'],
    ['Phase 1: ~40%', 'phase 1: ~40%'],
    ['Phase 1: about 40 %', 'phase 1: ~40%'],
    ['Phase 1 [████░░░░░░] 40%', 'phase 1: 40% bar 4/10'],
    ['Phase 1 `[####------]` 40%', 'phase 1: 40% bar 4/10'],
    ['Phase 1: ▓▓▓▓▓▓▓▓░░░░░░░░░░░░ 2/5', 'phase 1: 2/5 bar 8/20'],
    ['Phase 1: 🟩🟩⬜⬜⬜ 40%', 'phase 1: 40% bar 2/5'],
    ['フェーズ1: 2 / 5 完了', 'phase 1: 2/5'],
    ['フェーズ1: 5件中2件 完了', 'phase 1: 2/5'],
    ['フェーズ1: 5 中 2', 'phase 1: 2/5'],
    ['Phase 1 - Base: 40%', 'phase 1: 40%'],
    ['Base: 40%', ''],
    ['Phase 1: %40', 'phase 1: 40%'],
    ['Phase 1: 4.5/5', 'phase 1: 4.5/5'],
    ['Phase 1: 1 / 5 In Progress', 'phase 1: 1/5 of In Progress (active)'],
    ['Phase 1: 3 / 5 tasks open', 'phase 1: 3/5 of open (todo)'],
  ])('%s', (line, expected) => {
    const bound = claims(plan(line)).filter((claim) => !claim.startsWith('-'));
    expect(bound.join()).toBe(expected);
  });
});

describe('figures about all of it', () => {
  it.each([
    ['Total Tickets: 7', 'plan: 7'],
    ['Total tasks: 7', 'plan: 7'],
    ['総タスク数：7件', 'plan: 7'],
    ['总任务数: 7', 'plan: 7'],
    ['Overall Completion: ~29%', 'plan: ~29%'],
    ['**Overall progress**: 2/7 (29%)', 'plan: 2/7 29%'],
    ['全体進捗: 29%', 'plan: 29%'],
    ['**全体進捗**: 29% (記録を始めた)', 'plan: 29%'],
    ['总进度：29%', 'plan: 29%'],
    ['전체 진행률: 29%', 'plan: 29%'],
    ['Progreso general: 29%', 'plan: 29%'],
    ['Gesamtfortschritt: 29 %', 'plan: 29%'],
    ['Общий прогресс: 29%', 'plan: 29%'],
    ['Genel ilerleme: %29', 'plan: 29%'],
    ['| Metric | Value |\n|---|---|\n| Overall progress | 29% |', 'plan: 29%'],
  ])('%s', (line, expected) => {
    expect(claims(plan(line, '## Summary\n')).join()).toBe(expected);
  });
});

describe('figures in tables of phases', () => {
  it('a column each for done, total and percent', () => {
    const text = `${plan('')}
## Overview

| Phase | Total | Done | Progress |
| --- | --- | --- | --- |
| Phase 1 | 5 | 2 | 40% |
| Phase 2 | 2 | 0 | 0% |
| **Total** | **7** | **2** | **29%** |
`;
    expect(claims(text)).toEqual(['phase 1: 2/5 40%', 'phase 2: 0/2 0%', 'plan: 2/7 29%']);
  });

  it('a ratio in a cell, a bar beside it', () => {
    const text = `${plan('')}
## Overview

| Phase | Progress | Status |
| --- | --- | --- |
| 1 | ████░░░░░░ 2/5 (40%) | In Progress |
| 2 | ░░░░░░░░░░ 0/2 | Open |
`;
    expect(claims(text)).toEqual(['phase 1: 2/5 40% bar 4/10', 'phase 2: 0/2 bar 0/10']);
  });
});

it('in the check item of a phase', () => {
  expect(
    claims('- [ ] **Phase 1: Base** (2/3)\n  - [x] a\n  - [x] b\n  - [ ] c\n- [ ] Phase 2 — 0%\n  - [ ] d\n'),
  ).toEqual(['phase 1: 2/3', 'phase 2: 0%']);
});

describe('figures in headings and below them', () => {
  it.each([
    ['## Phase 3: Rest (1/2)', 'phase 3: 1/2'],
    ['## Phase 3: Rest — 50%', 'phase 3: 50%'],
    ['## ✅ Phase 3 (1 of 2 tasks)', 'phase 3: 1/2'],
  ])('%s', (heading, expected) => {
    expect(claims(`${plan('')}\n${heading}\n\n- [x] h\n- [ ] i\n`)).toEqual([expected]);
  });

  it.each(['due 3/4', 'until 3/4', 'part 1/2', 'week 1/2', 'v1/2', 'est. 50%', 'at 50% load'])(
    'figures in headings that are none: %s',
    (remark) => {
      expect(claims(`## Sprint 1 (${remark})\n\n- [x] h\n- [ ] i\n`).filter((claim) => !claim.startsWith('-'))).toEqual(
        [],
      );
    },
  );

  it.each([
    '1/2 tasks done',
    '**1 of 2 tasks complete**',
    'Progress: 1/2',
    '**Progress:** 50%',
    'Completed: 1 of 2 tasks',
    '進捗: 1/2',
    '- **Status**: 1/2 complete',
  ])('below it: %s', (line) => {
    expect(claims(`${plan('')}\n## Phase 3\n\n${line}\n\n- [x] h\n- [ ] i\n`)[0]).toMatch(/^phase 3: /);
  });
});

/** What looks like a figure about the plan and is none. */
describe('nothing of ours', () => {
  it.each([
    ['tests', 'Phase 1: 132/132 tests passing'],
    ['coverage', 'Coverage: 87%'],
    ['coverage of a phase', 'Phase 1 coverage: 87%'],
    ['a date', 'Phase 1: 2026/02'],
    ['a date, slashes', 'Phase 1 started 3/4/2026'],
    ['a date in a field', '**Progress as of:** 12/03'],
    ['round the clock', 'Support: 24/7'],
    ['a score', 'Quality: 9/10'],
    ['a target', 'Target: 80%'],
    ['a limit', 'Phase 1: < 5% errors'],
    ['a version', 'Phase 1: Python 3.11/3.12'],
    ['a path', 'Phase 1: src/1/2'],
    ['a change', 'Overall: +15%'],
    ['a range', 'Phase 1: 20-30%'],
    ['pages', 'Phase 1: 3/4 pages translated'],
    ['sessions', 'Phase 1: 2/3 sessions'],
    ['two ratios', 'Phase 1: 1/2 and 3/4'],
    ['two phases', 'Phase 1 and Phase 2: 3/7'],
    ['a range of phases', 'Phases 1-2: 3/7'],
    ['an unknown phase', 'Phase 9: 3/7'],
    ['scale', 'Server load: 75%'],
    ['a step', 'Step 2/3: run the import'],
    ['an ordinal', 'Step 2/4'],
    ['an ordinal of tasks', 'Task 2/4'],
    ['prose', 'We expect that 3/4 of the users never open Phase 1 at all.'],
  ])('%s: %s', (_, line) => {
    expect(claims(plan(line, '## Notes\n')).filter((claim) => !claim.startsWith('-'))).toEqual([]);
  });

  it('a ratio in a ticket is the ticket’s own', () => {
    const text = '## Phase 1\n\n- [x] Translate 3/10 pages\n- [ ] Reach 80% coverage\n- [ ] Progress: 1/9\n';
    expect(claims(text).filter((claim) => !claim.startsWith('-'))).toEqual([]);
  });
});

describe('spans', () => {
  it('are those of the numbers alone', () => {
    const text = plan('**Phase 1 progress:** ~1 / 6 tasks complete (~17%) [██░░░░░░░░]');
    const claim = read(text).claims[0]!;
    const at = (span: { start: number; end: number } | undefined): string => text.slice(span!.start, span!.end);
    expect([claim.done, claim.total, claim.percent, claim.bar].map((figure) => at(figure?.span))).toEqual([
      '1',
      '6',
      '17',
      '██░░░░░░░░',
    ]);
    expect(claim.done!.approximate && claim.percent!.approximate).toBe(true);
  });

  it('are right behind a byte order mark, wide characters and CRLF', () => {
    const text = `\ufeff${plan('𠮷野家 🚧\nPhase 1: 2 / 5 MERGED').replace(/\n/g, '\r\n')}`;
    const { done, total } = read(text).claims[0]!;
    expect([text.slice(done!.span.start, done!.span.end), text.slice(total!.span.start, total!.span.end)]).toEqual([
      '2',
      '5',
    ]);
  });
});
