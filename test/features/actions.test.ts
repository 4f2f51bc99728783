import { describe, expect, it } from 'vitest';
import { fixAllAction, quickActions } from '../../server/src/core/features/actions';
import { setStatus } from '../../server/src/core/features/setStatus';
import { applyEdits } from '../../server/src/core/text/edit';
import { atCursor } from '../support/fixture';
import { kite } from '../support/plans';

const actionsAt = (marked: string) => {
  const { snapshot, uri, span, source } = atCursor(marked);
  const statuses = setStatus(snapshot, uri, span.start).map((one) => ({ ...one, preferred: one.next, kind: '' }));
  return [...quickActions(snapshot, uri, span), ...statuses].map((action) => ({
    ...action,
    after: applyEdits(source.text, action.edits),
  }));
};
const titles = (marked: string) => actionsAt(marked).map(({ title }) => title);
const statuses = (marked: string) =>
  titles(marked).flatMap((title) => /^Set status to (.+?)(?<! and update the summary)$/.exec(title)?.[1] ?? []);
const preferred = (marked: string) => actionsAt(marked).flatMap((one) => (one.preferred ? one.title : []));

/** The lines that an action changes, before and after. */
function changed(marked: string, title: string) {
  const { source } = atCursor(marked);
  const after = actionsAt(marked)
    .find((action) => action.title === title)!
    .after.split('\n');
  return source.text.split('\n').flatMap((line, i) => (line === after[i] ? [] : [[line, after[i]]]));
}

describe('setting a status', () => {
  const at = (text: string, marked: string) => text.replace(marked.replace('$0', ''), marked);

  it('offers the legend in its own order, the current one left out, from any cell', () => {
    for (const place of ['K-0$003 |', 'Line and re$0el', 'wt/line $0', 'O$0PEN        | -'])
      expect(statuses(at(kite, place))).toEqual(['IN_PROGRESS', 'PR_OPEN', 'MERGED', 'BLOCKED']);
  });

  it('prefers the natural next one', () => {
    expect(preferred(at(kite, 'K-0$003 |'))).toEqual(['Set status to IN_PROGRESS']);
    expect(preferred(at(kite, 'K-0$002 |'))).toEqual(['Set status to PR_OPEN']);
    expect(preferred(at(kite, 'K-0$001 |'))).toEqual([]);
    expect(preferred(kite.replace('OPEN        | -', 'BLOCKED     | $0-'))).toEqual(['Set status to IN_PROGRESS']);
  });

  it('changes the word alone and keeps the width of the cell', () => {
    expect(changed(at(kite, 'K-0$003 |'), 'Set status to BLOCKED')).toEqual([
      [
        '| K-003 | Line and reel  | wt/line   | OPEN        | -          |',
        '| K-003 | Line and reel  | wt/line   | BLOCKED     | -          |',
      ],
    ]);
  });

  it('brings the summary along in one go', () => {
    const title = 'Set status to MERGED and update the summary';
    expect(changed(at(kite, 'K-0$003 |'), title).map(([, after]) => after)).toEqual([
      '| K-003 | Line and reel  | wt/line   | MERGED      | -          |',
      'Phase A: 2 / 3 MERGED',
    ]);
    expect(titles(at(kite, 'K-0$003 |'))).not.toContain('Set status to PR_OPEN and update the summary');
  });

  it('leaves a summary alone that was wrong before for another reason', () => {
    const text = at(kite, 'K-0$003 |').replace('Total Tickets: 5', 'Total Tickets: 9');
    expect(changed(text, 'Set status to MERGED and update the summary').map(([, after]) => after)).not.toContain(
      'Total Tickets: 5',
    );
  });

  it('speaks the words of a plan without a legend, and fills in what is missing', () => {
    const plan = (rows: string) => `# P\n\n## Phase 1\n\n| Task | Status |\n|---|---|\n${rows}`;
    expect(statuses(plan('| a$0 | Planned |\n| b | Complete |\n'))).toEqual(['In Progress', 'Complete', 'Blocked']);
    expect(statuses(plan('| a$0 | todo |\n| b | in_progress |\n'))).toEqual(['in_progress', 'done', 'blocked']);
    expect(statuses(plan('| a$0 | ✅ done |\n| b | ✅ done |\n'))).toEqual(['⬜ todo', '🚧 in progress', '⛔ blocked']);
    expect(statuses(plan('| 基盤をつくる$0 | 完成 |\n'))).toEqual(['未着手', '進行中', 'ブロック中']);
    expect(statuses(plan('| 甲$0 | 未着手 |\n| 乙 | 完了 |\n'))).toEqual(['進行中', '完了', 'ブロック中']);
  });

  it('keeps decorations, and does not pad a table that is not padded', () => {
    const text =
      '# P\n\n## Phase 1\n\n| Task | Status | N |\n|---|---|---|\n| a$0 | **In Progress** | x |\n| longer | Done | y |\n';
    expect(changed(text, 'Set status to Done')).toEqual([['| a | **In Progress** | x |', '| a | **Done** | x |']]);
  });

  it('leaves alone the comment that waives a finding', () => {
    const row = (cell: string) =>
      `# P\n\n| Task | Status | N |\n|---|---|---|\n| a$0 |${cell}| x |\n| b | Done | y |\n`;
    const comment = '<!-- plan-truth-disable-line overdue: later -->';
    for (const [before, after] of [
      [` ${comment} `, ` Done ${comment} `],
      [` Open ${comment} `, ` Done ${comment} `],
    ] as const)
      expect(changed(row(before), 'Set status to Done').map(([, line]) => line)).toEqual([`| a |${after}| x |`]);
  });

  it('sets the boxes of tasks', () => {
    const text = '# P\n\n## Phase 1\n\n- [ ] one$0\n- [~] two\n- [x] three\n';
    expect(statuses(text)).toEqual(['[~] (in progress)', '[x] (done)']);
    expect(changed(text, 'Set status to [x] (done)')).toEqual([['- [ ] one', '- [x] one']]);
    expect(statuses('# P\n\n## Phase 1\n\n- [ ] one\n- [x] th$0ree\n')).toEqual(['[ ] (not started)']);
  });

  it('sets the status of a phase where it is told', () => {
    const text =
      '# P\n\n| Phase | Name | Status |\n|---|---|---|\n| 1 | One | Planned |\n| 2 | Tw$0o | Planned |\n\n## Phase 1\n\n- [ ] a\n\n## Phase 2\n\n- [ ] b\n';
    expect(changed(text, 'Set status to In Progress')).toEqual([
      ['| 2 | Two | Planned |', '| 2 | Two | In Progress |'],
    ]);
  });

  it('has nothing to offer elsewhere', () => {
    expect(titles(at(kite, '# Ki$0te'))).toEqual([]);
    expect(titles('# Notes\n\nwo$0rds\n')).toEqual([]);
  });
});

describe('fixes', () => {
  it('come first, one preferred, and take the preference from statuses', () => {
    const text = kite.replace('Phase A: 1 / 3', 'Phase A: $02 / 3');
    expect(preferred(text)).toHaveLength(1);
    const [fix] = actionsAt(text);
    expect(fix).toMatchObject({ kind: 'quickfix', finding: { rule: 'stale-summary' } });
    expect(fix!.after).toBe(kite);
  });

  it('are made all at once as small edits', () => {
    const { snapshot, uri, source } = atCursor(
      kite.replace('Phase A: 1 / 3', '$0Phase A: 2 / 4').replace('Tickets: 5', 'Tickets: 7'),
    );
    const action = fixAllAction(snapshot, uri)!;
    expect(applyEdits(source.text, action.edits)).toBe(kite);
    expect(action.edits.every(({ newText }) => newText.length < 3)).toBe(true);
    const clean = atCursor(`${kite}$0`);
    expect(fixAllAction(clean.snapshot, clean.uri)).toBeNull();
  });
});
