import { describe, it } from 'vitest';
import { expectFindings, expectFixed } from '../support/fixture';

describe('stale-date', () => {
  const rules = ['stale-date'];
  it('in the log’s own form, up to today', () => {
    const text = `
      **Last Updated:** 2026-01-10
                        ^^^^^^^^^^ 💡 info stale-date: Last updated 2026-01-10, but there is an entry of 2026-01-16

      - [ ] a

      ## Log

      - 2026-01-16: b
      - 2026-09-01: planned
    `;
    expectFindings(text, { rules, today: '2026-02-01' });
  });

  it('of Japanese fields and dated headings', () => {
    expectFixed(
      '**最終更新**: 2026-01-10\n\n- [ ] a\n\n## 変更履歴\n\n### 2026-01-16\n- b\n',
      '**最終更新**: 2026-01-16\n\n- [ ] a\n\n## 変更履歴\n\n### 2026-01-16\n- b\n',
      { today: '2026-02-01' },
    );
  });

  it('not of targets, decisions made before, or the same day', () => {
    expectFindings('Last updated: 2026-01-16\n\n- [ ] a\n\n## Log\n\n- 2026-01-16: b\n- 2026-01-12: c\n', { rules });
    expectFindings('Last updated: 2026-01-16\n\n| Task | Status | Due |\n|---|---|---|\n| a | Open | 2026-05-01 |\n', {
      rules,
    });
  });
});

describe('overdue', () => {
  const rules = ['overdue'];
  const text = `
    ### Milestone 1: Base
    **Target:** 2026-01-10
                ^^^^^^^^^^ info overdue
    **Status:** In progress
    - [ ] a

    ### Milestone 2: Tools
    **目標日**: 2026-01-10
    **状態**: 完了
    - [x] b

    | Task | Owner | Status | Due |
    | --- | --- | --- | --- |
    | c | Ada | Open | 2026-02-01 |
    | d | Bo | Open | 2026-01-31 |
                      ^^^^^^^^^^ info overdue
    | e | Cy | Done | 2026-01-01 |
    | f | Di | Open | Week 4 |
  `;
  it('only with a date of today', () => {
    expectFindings(text, { rules, today: '2026-02-01' });
    expectFindings(text.replace(/^.*info overdue.*\n/gm, ''), { rules });
  });
});

describe('wrong-weekday', () => {
  const rules = ['wrong-weekday'];
  it('in the language that it stands in', () => {
    expectFindings(
      `
      - [ ] a

      ### 2026-01-16 (Thu)
                      ^^^ info wrong-weekday: 2026-01-16 is a Fri
      ### 2026-01-16 (Friday)
      ### 2026-01-16（木）
                     ^ info wrong-weekday
      ### 2026-01-16 (金曜日)
      ### 2025-11-13 星期三
                     ^^^ info wrong-weekday
      ### 2025-11-13 星期四
    `,
      { rules },
    );
  });
});
