import { describe, expect, it } from 'vitest';
import { report as reportOf } from '../../server/src/core/features/report';
import { waves as wavesOf } from '../../server/src/core/features/waves';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const today = '2026-03-10';

function report(text: string) {
  const snapshot = snapshotOf(parseFixture(text), { today });
  return reportOf(snapshot, snapshot.planUris[0]!)!;
}

function analysis(text: string) {
  const snapshot = snapshotOf(parseFixture(text), { today });
  return snapshot.analysis(snapshot.planUris[0]!)!;
}

const history = (text: string) => report(text).history;
const days = (text: string) => history(text).points.map(({ date, done }) => `${date} ${done}`);
const waves = (text: string) => wavesOf(analysis(text));

describe('how far a plan is', () => {
  it('counts each phase by what its statuses mean', () => {
    const { title, counts, phases, claims } = report(kite);
    expect(title).toBe('Kite');
    expect(counts).toMatchObject({ todo: 3, active: 1, done: 1 });
    expect(phases.map(({ label, counts: { todo, active, done } }) => [label, todo, active, done])).toEqual([
      ['Phase A — Ground', 1, 1, 1],
      ['Phase B — Air', 2, 0, 0],
    ]);
    expect(claims).toEqual([]);
  });

  it('holds what is claimed against what is counted, where they differ', () => {
    const text = kite.replace('Phase A: 1 / 3', 'Phase A: 3 / 3').replace('Total Tickets: 5', 'Overall: 90%');
    expect(report(text).claims).toMatchObject([
      { scope: 'Phase A — Ground', claimed: { done: 3, total: 3 }, counted: { done: 1, total: 3 } },
      { scope: null, claimed: { done: null, percent: 90 }, counted: { done: 1, total: 5 } },
    ]);
  });

  it('does not tell of a figure that is waived', () => {
    const waived = 'Phase A: 3 / 3 MERGED <!-- plan-truth-disable-line stale-summary: as of May -->';
    expect(report(kite.replace('Phase A: 1 / 3 MERGED', waived)).claims).toEqual([]);
  });

  it('takes sections where there are no phases, and the outermost where phases hold phases', () => {
    expect(report('# P\n\n## Soil\n\n- [x] Dig\n\n## Seed\n\n- [ ] Sow\n').phases.map(({ label }) => label)).toEqual([
      'Soil',
      'Seed',
    ]);
    const nested = '# P\n\n## Epic 1: Soil\n\n### Sprint 1\n\n- [x] Dig\n\n### Sprint 2\n\n- [ ] Rake\n';
    expect(report(nested).phases).toMatchObject([{ label: 'Epic 1: Soil', counts: { done: 1, todo: 1 } }]);
  });

  it('tells milestones by date, those that are late among them', () => {
    const text = `# P

| Milestone     | Due        | Status |
| ------------- | ---------- | ------ |
| M1: Draft     | 2026-02-01 | Done   |
| M3: Release   | 2026-05-01 | Open   |
| M2: First cut | 2026-03-01 | Open   |
`;
    expect(report(text).milestones.map(({ label, date, done, late }) => [label, date, done, late])).toEqual([
      ['M1: Draft', '2026-02-01', true, false],
      ['M2: First cut', '2026-03-01', false, true],
      ['M3: Release', '2026-05-01', false, false],
    ]);
  });

  it('tells what is ready, that first which most others wait for', () => {
    expect(report(kite).ready).toMatchObject([{ label: 'K-003 Line and reel', unblocks: 2 }]);
  });
});

describe('when tickets were done', () => {
  const table = (rows: string) => `# P\n\n| ID | Task | Status | Date |\n|--|--|--|--|\n${rows}\n`;

  it('is the last date of their own line', () => {
    expect(
      days(table('| T-1 | a | Done | 2026-01-05 |\n| T-2 | b | Done | from 2026-01-04 to 2026-01-07 |\n')),
    ).toEqual(['2026-01-05 1', '2026-01-07 2']);
  });

  it('is not the day that they were planned for, nor that of what is not done', () => {
    const text =
      '# P\n\n| ID | Task | Status | Due |\n|--|--|--|--|\n| T-1 | a | Done | 2026-01-05 |\n| T-2 | b | Open | 2026-01-06 |\n';
    expect(history(text)).toEqual({ ofPhases: false, total: 2, points: [], stated: [], undated: 1 });
  });

  it('is the entry of the log that says so, else the last one that names them', () => {
    const text = `# P

| ID  | Task | Status |
| --- | ---- | ------ |
| T-1 | a    | Done   |
| T-2 | b    | Done   |
| T-3 | c    | Done   |

## Log

- 2026-01-04: T-2 begun
- 2026-01-05: T-1 merged
- 2026-01-08: T-1 looked at again
- 2026-01-09: rest of T-2
`;
    expect(days(text)).toEqual(['2026-01-05 1', '2026-01-09 2']);
    expect(history(text).undated).toBe(1);
  });

  it('is the day on which the log says that their phase was done', () => {
    const text = `# 計画

## フェーズ1: 準備

- [x] 棚を作る
- [x] 目録を作る

## フェーズ2: 公開

- [ ] 貸出

## 作業ログ

- 2026-02-06: フェーズ1を完了とし、配置
- 2026-02-09: フェーズ2に着手
`;
    expect(days(text)).toEqual(['2026-02-06 2']);
  });

  it('is told of phases where they are all that there is', () => {
    const text = `# 計画

## フェーズ進捗

- [x] フェーズ1: 受信
- [x] フェーズ2: 判定
- [ ] フェーズ3: 配信

## 実施ログ

- 2026-02-06: フェーズ1を完了
- 2026-02-13: フェーズ2を完了
`;
    expect(history(text)).toMatchObject({ ofPhases: true, total: 3, undated: 0 });
    expect(days(text)).toEqual(['2026-02-06 1', '2026-02-13 2']);
    expect(report(text).phases.map(({ counts, hasTickets }) => [counts.done, counts.todo, hasTickets])).toEqual([
      [1, 0, false],
      [1, 0, false],
      [0, 1, false],
    ]);
  });

  it('keeps what dated entries say of the whole plan', () => {
    const text = `${kite}\n## Log\n\n### 2026-01-10\n\nOverall: 1/5 tickets done\n\n### 2026-01-03\n\nOverall: 0/5 tickets done\n`;
    expect(history(text).stated).toEqual([
      { date: '2026-01-03', done: 0, total: 5 },
      { date: '2026-01-10', done: 1, total: 5 },
    ]);
  });
});

describe('how many can go at the same time', () => {
  const table = (rows: string) =>
    `# P\n\n| ID | Task | Status | Depends on |\n|--|--|--|--|\n${rows
      .split(' | ')
      .map((row) => {
        const [id, status, ...on] = row.split(' ');
        return `| ${id} | ${id!.toLowerCase()} | ${status} | ${on.join(', ')} |\n`;
      })
      .join('')}`;

  it('goes step by step along what is not done', () => {
    expect(waves(table('T-1 Open | T-2 Open | T-3 Open T-1 | T-4 Open T-3 T-2 | T-5 Done | T-6 Open T-5'))).toEqual([
      3, 1, 1,
    ]);
    expect(waves(kite)).toEqual([2, 1, 1]);
  });

  it('leaves out what goes in a circle, and what waits for that', () => {
    expect(waves(table('T-1 Open T-2 | T-2 Open T-1 | T-3 Open T-1 | T-4 Open'))).toEqual([1]);
  });

  it('waits for the last ticket of a phase', () => {
    const text = `# P

## Phase 1

- [ ] Dig
- [ ] Rake

## Phase 2

**Depends on:** Phase 1

- [ ] Sow
`;
    expect(waves(text)).toEqual([2, 1]);
  });

  it('goes along a chain of any length', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `| T-${i + 1} | t | Open | ${i === 0 ? '-' : `T-${i}`} |\n`);
    expect(waves(`# P\n\n| ID | Task | Status | Depends on |\n|--|--|--|--|\n${rows.join('')}`)).toHaveLength(5000);
  });
});
