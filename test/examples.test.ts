import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../server/src/core/rules/check';
import { fixAll } from '../server/src/core/rules/fix';
import { Workspace } from '../server/src/core/workspace';

/** What the first folder that anyone opens shows: rule and 1-based line of every finding, and how the plan was read. */
interface Expected {
  readonly findings: readonly (readonly [rule: string, line: number])[];
  /** `kind key done/total`, sections left out. */
  readonly groups: readonly string[];
  /** Ids, or titles where there is no id. */
  readonly ready: readonly string[];
  /** Lines after all safe fixes. */
  readonly fixed: Readonly<Record<number, string>>;
}

const expected: Record<string, Expected> = {
  'README.md': { findings: [], groups: [], ready: [], fixed: {} },
  'kiosk/PROGRESS.md': {
    findings: [
      ['unmet-dependency', 73],
      ['phase-gate', 80],
      ['unmet-dependency', 82],
      ['duplicate-ticket', 85],
      ['dependency-cycle', 92],
      ['needless-block', 93],
      ['unknown-dependency', 94],
      ['stale-summary', 107],
      ['stale-summary', 109],
      ['stale-summary', 111],
      ['stale-summary', 112],
      ['stale-focus', 114],
    ],
    groups: ['phase A 4/6', 'phase B 1/6', 'phase C 1/5'],
    ready: ['K-104'],
    fixed: {
      107: 'Phase A: 4 / 6 MERGED',
      108: 'Phase B: 1 / 6 MERGED',
      109: 'Phase C: 1 / 5 MERGED',
      111: 'Total Tickets: 17',
      112: 'Overall Completion: ~35%',
    },
  },
  'beacon/PLAN_PROGRESS.md': {
    findings: [
      ['stale-focus', 6],
      ['over-limit', 92],
    ],
    groups: ['phase 1 0/0', 'phase 2 0/0', 'phase 3 0/0', 'phase 4 0/0', 'phase 5 0/0'],
    ready: [
      '週次レポートが月曜 8 時に自動で届く',
      '誤報の印を付けた通知が翌週の判定に反映される',
      '権限の棚卸しが手順書だけで完了できる',
    ],
    fixed: {},
  },
  'orchard/memory-bank/progress.md': {
    findings: [
      ['bar-mismatch', 13],
      ['stale-summary', 13],
      ['status-section-mismatch', 26],
      ['unknown-dependency', 107],
    ],
    groups: [
      'phase 1 7/7',
      'phase 2 5/11',
      'phase 3 0/6',
      'phase 4 0/4',
      'milestone 1 3/3',
      'milestone 2 1/3',
      'milestone 3 0/2',
    ],
    ready: [
      'センサーの予備を 2 台購入',
      '写真の添付',
      '声での入力（手袋のまま）',
      '樹ごとの履歴',
      'バルブの開閉',
      '雨の日は止める',
      '手動に戻す非常ボタン',
      '圏外での 1 日運用試験',
      '電池の交換手順',
      '園主向けの手引き',
      '冬の間の保管',
      '北の斜面の灌水をアプリから開け閉めできる',
      '作業の記録が 2 週間続いている',
      '収穫日の見積もりが 3 日以内の誤差',
      '出荷の段取りをアプリだけで組める',
    ],
    fixed: { 13: 'Phase 2: 計測と記録     [█████░░░░░]  45%' },
  },
  'harbor/TRACKER.md': {
    findings: [
      ['mojibake', 7],
      ['mojibake', 9],
      ['mojibake', 17],
      ['status-section-mismatch', 22],
      ['status-section-mismatch', 24],
      ['mojibake', 26],
      ['mojibake', 37],
      ['mojibake', 45],
      ['mojibake', 57],
      ['status-section-mismatch', 63],
      ['mojibake', 70],
      ['stale-summary', 115],
      ['blocked-list-mismatch', 165],
    ],
    groups: [
      'sprint 2 10/18',
      'sprint 3 0/0',
      'sprint 4 0/0',
      'sprint 5 0/0',
      'epic 1 4/4',
      'epic 2 2/5',
      'epic 3 0/4',
      'epic 4 0/3',
      'epic 5 0/3',
      'milestone 1 0/0',
      'milestone 2 0/0',
      'milestone 3 0/0',
      'milestone 4 0/0',
      'milestone 5 0/0',
    ],
    ready: [
      'Pilot order form',
      'Quay map with live occupancy',
      'Draught limits by tide window',
      'E-mail to the line handlers',
      'Weekly berth plan as PDF',
      'Merge two announcements of the same vessel',
      'Compare draught with depth at low water',
      'Explain a conflict in one sentence',
      'Cache predictions (var/tides/)',
      'Warn when predictions are older than two days',
      'Conflict checker',
      'Tide windows',
      'Weekly plan',
      'Pilot orders',
      'Tugs and line handlers',
      'Waste and fresh water',
      'Shore power contracts',
      'Harbour dues by gross tonnage',
      'Discounts for shore power',
      'Invoice export',
      'Parallel run with the paper book',
      'Training for the night shift',
      'Hand over to the port office',
    ],
    fixed: {
      7: '**📋 Planning Documents:**',
      9: '- [docs/TIDES.md](./docs/TIDES.md) - Where tide and depth data come from ⭐ NEW',
      17: '### 🔄 In Progress',
      26: '### ✅ Completed',
      37: '### 📋 Todo (This Sprint)',
      45: '### 🔜 Backlog',
      57: '### Completed ✅',
      70: '### Remaining 📋',
      115: 'Epic 2: 2/5 complete (40%)',
    },
  },
  'atlas/PROJECT_PLAN.md': {
    findings: [
      ['stale-focus', 7],
      ['placeholder', 9],
      ['placeholder', 11],
      ['unmet-dependency', 58],
      ['stale-summary', 62],
      ['unknown-status', 74],
      ['placeholder', 126],
    ],
    groups: [
      'phase 1 5/5',
      'phase 2 3/6',
      'phase 3 0/4',
      'sprint 1 0/0',
      'sprint 2 0/0',
      'sprint 3 0/0',
      'sprint 4 0/0',
    ],
    ready: [
      'Split and join walks',
      'Tile source for regions without open elevation data (blocks Phase 3 printing)',
      'Where comments are stored when a walk is renamed',
    ],
    fixed: { 62: '**Phase 2 progress:** 3/6 tasks complete (50%)' },
  },
};

describe.each(Object.entries(expected))('examples/%s', (path, want) => {
  const uri = `file:///${path}`;
  const text = readFileSync(new URL(`../examples/${path}`, import.meta.url), 'utf8');
  const snapshot = new Workspace().apply({ documents: [{ uri, text }], today: '2036-01-01' });
  const found = check(snapshot, uri, (rule, error) => {
    throw new Error(`${rule} threw`, { cause: error });
  });
  const lineOf = (offset: number): number => snapshot.source(uri)!.lineAt(offset) + 1;

  it('shows these findings and no others', () => {
    expect(found.map(({ rule, span }) => [rule, lineOf(span.start)])).toEqual(want.findings);
  });

  it('is read as these groups', () => {
    const analysis = snapshot.analysis(uri);
    const groups = (analysis?.plan.allGroups ?? []).flatMap((group) => {
      const { done, total } = analysis!.totals(group);
      return group.kind === 'section' ? [] : [`${group.kind} ${group.key} ${done}/${total}`];
    });
    expect([...groups].sort()).toEqual([...want.groups].sort());
  });

  it('has these tickets ready to start', () => {
    const analysis = snapshot.analysis(uri);
    const ready = (analysis?.plan.allTickets ?? []).filter((ticket) => analysis!.isReady(ticket));
    expect(ready.map((ticket) => ticket.id ?? ticket.title)).toEqual(want.ready);
  });

  it('is fixed in lines with findings alone, and nothing safe is left', () => {
    const lines = text.split('\n');
    const { text: fixed } = fixAll(snapshot, uri);
    const after = fixed.split('\n');
    expect(after.length).toBe(lines.length);
    const safe = new Set(
      found.filter(({ fixes }) => fixes.some((fix) => fix.safety === 'safe')).map(({ span }) => lineOf(span.start)),
    );
    const changed = lines.flatMap((line, i) => (line === after[i] ? [] : [i + 1]));
    expect(changed.filter((line) => !safe.has(line))).toEqual([]);
    for (const [line, content] of Object.entries(want.fixed)) expect(after[Number(line) - 1]).toBe(content);
    const left = check(snapshot.with({ documents: [{ uri, text: fixed }] }), uri);
    expect(left.flatMap(({ fixes }) => fixes.filter((fix) => fix.safety === 'safe'))).toEqual([]);
    expect(left.map(({ rule }) => rule)).toEqual(
      want.findings.flatMap(([rule, line]) => (safe.has(line) ? [] : [rule])),
    );
  });
});
