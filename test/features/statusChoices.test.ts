import { describe, expect, it } from 'vitest';
import { statusChoices } from '../../server/src/core/features/statusChoices';
import { treeChildren } from '../../server/src/core/features/tree';
import { applyEdits } from '../../server/src/core/text/edit';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const list = `# List

## Phase 1 (1/3)

- [x] Frame
- [ ] Sail
- [ ] Line
`;

/** The tickets whose labels start so, by their ids in the tree. */
function opened(text: string, ...labels: string[]) {
  const snapshot = snapshotOf(parseFixture(text));
  const all = (parent: string | null): ReturnType<typeof treeChildren> =>
    treeChildren(snapshot, parent).flatMap((item) => [item, ...all(item.id)]);
  const items = all(null);
  const ids = labels.map((label) => items.find((item) => item.label.startsWith(label))!.id);
  const choices = statusChoices(snapshot, ids);
  /** The lines that a choice changes, as they become. */
  const changed = (title: string) =>
    [...choices.find((choice) => choice.title === title)!.edits].flatMap(([uri, edits]) => {
      const before = snapshot.source(uri)!.text;
      const old = before.split('\n');
      return applyEdits(before, edits)
        .split('\n')
        .filter((line, i) => line !== old[i]);
    });
  return { snapshot, items, choices, changed, words: choices.filter((one) => !one.summary).map(({ word }) => word) };
}

describe('the statuses of an item of the tree', () => {
  it('are those of its place, with the next one marked and the summary brought along', () => {
    const { choices, words, changed } = opened(kite, 'K-003');
    expect(words).toEqual(['IN_PROGRESS', 'PR_OPEN', 'MERGED', 'BLOCKED']);
    expect(choices.filter(({ next }) => next).map(({ word }) => word)).toEqual(['IN_PROGRESS']);
    expect(changed('Set status to IN_PROGRESS')).toEqual([
      '| K-003 | Line and reel  | wt/line   | IN_PROGRESS | -          |',
    ]);
    expect(choices.filter(({ summary }) => summary).map(({ title }) => title)).toEqual([
      'Set status to MERGED and update the summary',
    ]);
    expect(changed('Set status to MERGED and update the summary').at(-1)).toBe('Phase A: 2 / 3 MERGED');
  });

  it('are for several tickets those that all of them have, with one summary for all', () => {
    const { choices, changed, words } = opened(kite, 'K-002', 'K-003', 'K-101');
    expect(words).toEqual(['OPEN', 'IN_PROGRESS', 'PR_OPEN', 'MERGED', 'BLOCKED']);
    expect(changed('Set status to MERGED and update the summary').slice(-2)).toEqual([
      'Phase A: 3 / 3 MERGED',
      'Phase B: 1 / 2 MERGED',
    ]);
    // The one that is so already stays as it is.
    expect(changed('Set status to IN_PROGRESS')).toHaveLength(2);
    expect(choices.find(({ word }) => word === 'IN_PROGRESS')?.next).toBe(true);
    expect(choices.find(({ word }) => word === 'PR_OPEN')?.next).toBe(false);
  });

  it('leave out what all are already, and words that one of them has not', () => {
    expect(opened(kite, 'K-101', 'K-102').words).not.toContain('OPEN');
    expect(opened(`//- A.md\n${kite}\n//- B.md\n${list}`, 'K-003', 'Sail').words).toEqual([]);
  });

  it('reach over files', () => {
    const { choices } = opened(`//- A.md\n${list}\n//- B.md\n${list.replace('Line', 'Reel')}`, 'Line', 'Reel');
    expect(choices.map(({ edits }) => edits.size)).toEqual([2, 2]);
  });

  it('are boxes where the ticket is a check item', () => {
    const { items, words, changed } = opened(list, 'Sail');
    expect(words).toEqual(['[x]']);
    expect(changed('Set status to [x] (done) and update the summary')).toEqual(['## Phase 1 (2/3)', '- [x] Sail']);
    expect(items.filter(({ type }) => type === 'ticket').map(({ checked }) => checked)).toEqual([true, false, false]);
    expect(opened(kite, 'K-001').items.every(({ checked }) => checked === null)).toBe(true);
  });

  it('are none for what is gone, says no status, or is a plan', () => {
    const { snapshot, items } = opened(kite, 'K-001');
    expect(statusChoices(snapshot, [])).toEqual([]);
    expect(statusChoices(snapshot, [items[0]!.id])).toEqual([]);
    expect(statusChoices(snapshot, ['file:///plan.md#ticket:none'])).toEqual([]);
    expect(items.filter(({ settable }) => settable).map(({ type }) => type)).toEqual(Array(5).fill('ticket'));
  });
});
