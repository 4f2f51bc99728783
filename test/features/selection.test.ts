import { describe, expect, it } from 'vitest';
import { selection } from '../../server/src/core/features/selection';
import { tokens } from '../../server/src/core/features/tokens';
import { atCursor, parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

function selections(marked: string) {
  const { snapshot, uri, offset, source } = atCursor(marked);
  return selection(snapshot, uri, offset).map((span) => source.slice(span));
}

describe('selection', () => {
  it('grows from the name over cell, row and table to the phase', () => {
    const found = selections(kite.replace('K-002, K-003', 'K-0$002, K-003'));
    expect(found.slice(0, 4)).toEqual([
      'K-002',
      'K-002, K-003',
      ' K-002, K-003 ',
      '| K-101 | First flight   | wt/first  | OPEN        | K-002, K-003 |',
    ]);
    expect(found[4]!.startsWith('| ID    | Title')).toBe(true);
    expect(found[4]!.endsWith('| K-101        |')).toBe(true);
    expect(found[5]!.startsWith('## Phase B — Air\n')).toBe(true);
    expect(found[5]!.endsWith('| K-101        |')).toBe(true);
    expect(found).toHaveLength(6);
  });

  it('holds for tasks, half-typed rows, headers, CRLF, and stays inside of a fence', () => {
    expect(selections('# P\r\n\r\n## Phase 1\r\n\r\n- [ ] **A-1** 基盤$0を作る\r\n')).toEqual([
      '基盤を作る',
      '- [ ] **A-1** 基盤を作る',
      '## Phase 1\r\n\r\n- [ ] **A-1** 基盤を作る',
    ]);
    const table = '| ID | Task | Status |\n|---|---|---|\n| A-1 | x | Open |\n| A-2 | ne$0w\n';
    expect(selections(table).slice(0, 3)).toEqual(['new', ' new', '| A-2 | new']);
    expect(selections(table.replace('$0', '').replace('Task', 'Ta$0sk')).slice(0, 3)).toEqual([
      'Task',
      ' Task ',
      '| ID | Task | Status |',
    ]);
    expect(selections('```markdown\n## Phase 1\n\n- [ ] a$0\n```\n').at(-1)).toBe('## Phase 1\n\n- [ ] a');
    expect(selections(kite.replace('## Summary', '## Sum$0mary'))).toEqual([]);
    expect(selections('# No$0tes\n')).toEqual([]);
  });
});

describe('tokens', () => {
  function tokensOf(text: string, from?: string) {
    const snapshot = snapshotOf(parseFixture(text));
    const source = snapshot.source('file:///plan.md')!;
    const start = from ? source.text.indexOf(from) : 0;
    return tokens(snapshot, 'file:///plan.md', { start, end: from ? start + from.length : source.text.length }).map(
      ({ span, type, modifier }) => [source.slice(span), type, ...(modifier ? [modifier] : [])],
    );
  }

  it('are ids, statuses by what they mean, dependencies and figures', () => {
    expect(tokensOf(kite, '| K-002 | Sail           | wt/sail   | IN_PROGRESS | K-001      |')).toEqual([
      ['K-002', 'planTicketId'],
      ['IN_PROGRESS', 'planStatus', 'active'],
      ['K-001', 'planDependency'],
    ]);
    expect(tokensOf(kite, 'Phase A: 1 / 3 MERGED')).toEqual([
      ['1', 'planFigure'],
      ['3', 'planFigure'],
    ]);
  });

  it('hold for boxes, headings and words of other languages, and are none in other text', () => {
    expect(
      tokensOf('# 計画\r\n\r\n## フェーズ1（完了）\r\n\r\n- [x] **A-1** 甲\r\n- [ ] 乙 (depends on: A-1)\r\n'),
    ).toEqual([
      ['完了', 'planStatus', 'done'],
      ['x', 'planStatus', 'done'],
      ['A-1', 'planTicketId'],
      [' ', 'planStatus', 'todo'],
      ['A-1', 'planDependency'],
    ]);
    expect(tokensOf('# Notes\n\nA-1 done 1/2\n')).toEqual([]);
  });
});
