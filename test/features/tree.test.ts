import { describe, expect, it } from 'vitest';
import { symbols } from '../../server/src/core/features/symbols';
import { treeChildren, treePath, treePathTo, treeTooltip } from '../../server/src/core/features/tree';
import { owners, type TreeView, wholeTree } from '../../server/src/core/features/treeView';
import { atCursor, parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
const of = (text: string) => snapshotOf(parseFixture(text));

/** The tree as text, two spaces a level. */
function drawn(text: string, how: Partial<TreeView> = {}): string {
  const snapshot = of(text);
  const view = { ...wholeTree, ...how };
  const draw = (parent: string | null, indent: string): string =>
    treeChildren(snapshot, parent, view)
      .map(
        (item) =>
          `${indent}${item.label} (${item.description})\n${item.hasChildren ? draw(item.id, `${indent}  `) : ''}`,
      )
      .join('');
  return draw(null, '');
}

describe('the tree', () => {
  it('has plans, groups and tickets in the order of the text', () => {
    expect(drawn(kite)).toBe(
      [
        'Kite (1/5)',
        '  Phase A — Ground (1/3)',
        '    K-001 Frame of spars (MERGED)',
        '    K-002 Sail (IN_PROGRESS)',
        '    K-003 Line and reel (OPEN)',
        '  Phase B — Air (0/2)',
        '    K-101 First flight (OPEN)',
        '    K-102 Tricks (OPEN)',
        '',
      ].join('\n'),
    );
  });

  it('says in words how an item stands', () => {
    const snapshot = of(kite);
    const [plan] = treeChildren(snapshot, null);
    const [a, b] = treeChildren(snapshot, plan!.id);
    expect(plan!.accessibleLabel).toBe('Plan, Kite, 1/5 done · 1 ready · 2 waiting');
    expect(a!.accessibleLabel).toBe('Phase A — Ground, 1/3 done · 1 ready');
    const [first] = treeChildren(snapshot, b!.id);
    expect(first!.accessibleLabel).toBe(
      'K-101 First flight, OPEN (not started), waits on K-002 Sail and K-003 Line and reel',
    );
    expect(first).toMatchObject({ ready: false, waiting: true, status: 'todo' });
    expect(treeTooltip(snapshot, first!.id)).toContain('Waits on:');
  });

  it('keeps ids while the text around moves', () => {
    const ids = (text: string) => treeChildren(of(text), treeChildren(of(text), uri)[0]!.id).map(({ id }) => id);
    expect(ids(`\n\nmore\n\n${kite}`)).toEqual(ids(kite));
  });

  it('finds the way to a line', () => {
    const { snapshot, uri, offset } = atCursor(kite.replace('wt/first', 'wt/$0first'));
    expect(treePath(snapshot, uri, offset).map(({ label }) => label)).toEqual([
      'Kite',
      'Phase B — Air',
      'K-101 First flight',
    ]);
    const ids = treePath(snapshot, uri, offset).map(({ id }) => id);
    expect(treeChildren(snapshot, ids[1]!).map(({ id }) => id)).toContain(ids[2]);
  });

  it('tells plans of one title apart and knows no strangers', () => {
    const snapshot = of(`//- a/PLAN.md\n${kite}\n//- b/PLAN.md\n${kite}`);
    expect(treeChildren(snapshot, null).map(({ label }) => label)).toEqual(['Kite (a/PLAN.md)', 'Kite (b/PLAN.md)']);
    expect(treeChildren(snapshot, 'file:///a/PLAN.md#group')).toEqual([]);
    expect(treeChildren(snapshot, '')).toEqual([]);
  });

  it('counts what was found on an item and below it', () => {
    const snapshot = of(
      kite.replace('| MERGED      | -', '| OPEN        | -').replace('| IN_PROGRESS | K-001', '| MERGED      | K-001'),
    );
    const [plan] = treeChildren(snapshot, null);
    const [a, b] = treeChildren(snapshot, plan!.id);
    expect(plan!.problems).toEqual({ count: 1, severity: 'warning' });
    expect(a).toMatchObject({
      problems: { count: 1, severity: 'warning' },
      accessibleLabel: expect.stringContaining(', 1 problem'),
    });
    expect(b!.problems).toBeNull();
    expect(treeChildren(snapshot, a!.id).map(({ problems }) => problems?.count ?? 0)).toEqual([0, 1, 0]);
  });

  it('leaves out headings that hold no part of the plan', () => {
    expect(drawn(`${kite}\n## Notes\n\nwords\n`)).toBe(drawn(kite));
  });
});

const two = `//- a.md
# Deck

## Sprint 1

| ID    | Task | Owner       | Status      | Depends on |
| ----- | ---- | ----------- | ----------- | ---------- |
| D-001 | Hull | @ana, Bo    | In Progress | -          |
| D-002 | Sail | Bo          | Blocked     | D-001      |
| D-003 | Oars | -           | Open        | -          |
//- b.md
# Yard

## Phase 1

- [ ] Fence @ANA
  - [x] Posts
  - [ ] Wire
- [ ] Gate`;

describe('the tree by status', () => {
  it('has the tickets of all plans under what their statuses mean', () => {
    expect(drawn(two, { groupBy: 'status' })).toBe(
      [
        'Not started (4)',
        '  D-003 Oars (Open · Sprint 1 · Deck)',
        '  Fence @ANA (1/2 · Phase 1 · Yard)',
        '  Wire (Phase 1 · Yard)',
        '  Gate (Phase 1 · Yard)',
        'In progress (1)',
        '  D-001 Hull (In Progress · Sprint 1 · Deck)',
        'Blocked (1)',
        '  D-002 Sail (Blocked · Sprint 1 · Deck)',
        'Done (1)',
        '  Posts (done · Phase 1 · Yard)',
        '',
      ].join('\n'),
    );
  });

  it('has a place for work that is open, begun and done even where there is none', () => {
    const open = kite.replace(/MERGED {5} (?=\|)|IN_PROGRESS(?= \|)|PR_OPEN {4} (?=\|)/g, 'OPEN        ');
    expect(drawn(open, { groupBy: 'status' })).toMatch(
      /^Not started \(\d\)\n(?: {2}.*\n)+In progress \(0\)\nDone \(0\)\n$/,
    );
    expect(drawn('just words', { groupBy: 'status' })).toBe('');
  });
});

describe('the tree by owner', () => {
  it('has the tickets of all plans under everybody who does them', () => {
    expect(
      drawn(two, { groupBy: 'owner' })
        .split('\n')
        .filter((line) => !line.startsWith(' ')),
    ).toEqual(['ana (2)', 'Bo (2)', 'No owner (4)', '']);
    expect(owners(of(two), () => true)).toEqual(['ana', 'Bo']);
  });
});

describe('the tree by file', () => {
  it('has the tickets of a plan without its phases', () => {
    expect(drawn(two, { groupBy: 'file' })).toBe(
      [
        'Deck (0/3)',
        '  D-001 Hull (In Progress · Sprint 1)',
        '  D-002 Sail (Blocked · Sprint 1)',
        '  D-003 Oars (Open · Sprint 1)',
        'Yard (1/3)',
        '  Fence @ANA (1/2 · Phase 1)',
        '    Posts (done)',
        '    Wire ()',
        '  Gate (Phase 1)',
        '',
      ].join('\n'),
    );
  });
});

describe('a filtered tree', () => {
  const labels = (how: Partial<TreeView>) =>
    drawn(two, how)
      .replace(/ \(.*\)$/gm, '')
      .trim()
      .split('\n');

  it('shows what is let through and what holds it', () => {
    expect(labels({ filter: ['ready'] })).toEqual([
      'Deck',
      '  Sprint 1',
      '    D-003 Oars',
      'Yard',
      '  Phase 1',
      '    Fence @ANA',
      '      Wire',
      '    Gate',
    ]);
    expect(labels({ filter: ['blocked'] })).toEqual(['Deck', '  Sprint 1', '    D-002 Sail']);
    expect(labels({ filter: ['waiting'] })).toEqual(['Deck', '  Sprint 1', '    D-002 Sail']);
    expect(labels({ filter: ['mine'], me: ['Ana'] })).toEqual([
      'Deck',
      '  Sprint 1',
      '    D-001 Hull',
      'Yard',
      '  Phase 1',
      '    Fence @ANA',
    ]);
    expect(labels({ filter: ['mine'], me: [] })).toEqual(['']);
  });

  it('takes several states as one or the other, and what is mine as of those', () => {
    expect(labels({ filter: ['ready', 'blocked'], groupBy: 'file' })).toContain('  D-002 Sail');
    expect(labels({ filter: ['waiting', 'mine'], me: ['@bo'], groupBy: 'status' })).toEqual([
      'Blocked',
      '  D-002 Sail',
    ]);
    expect(labels({ filter: ['ready', 'mine'], me: ['@bo'], groupBy: 'owner' })).toEqual(['']);
  });

  it('shows what was found on phases, too', () => {
    const text = '# P\n\n## Phase 1 (2/2)\n\n- [x] a\n- [ ] b\n\n## Phase 2\n\n- [ ] c\n';
    expect(drawn(text, { filter: ['problems'] }).replace(/ \(.*\)$/gm, '')).toBe('P\n  Phase 1\n');
  });
});

describe('the way to an item', () => {
  it('leads there in another view, and after it was moved', () => {
    const snapshot = of(two);
    const view: TreeView = { ...wholeTree, groupBy: 'status' };
    const way = (id: string, how = view) => treePathTo(snapshot, id, how).map(({ label }) => label);
    const found = treeChildren(snapshot, treeChildren(snapshot, null, view)[0]!.id, view)[0]!;
    expect(way(found.id, wholeTree)).toEqual(['Deck', 'Sprint 1', 'D-003 Oars']);
    expect(way(found.id)).toEqual(['Not started', 'D-003 Oars']);
    expect(way('file:///a.md#sprint%3A9#ticket%3AD-001')).toEqual(['In progress', 'D-001 Hull']);
    expect(way('file:///a.md#ticket%3Anone')).toEqual([]);
    expect(way('file:///none.md#ticket%3AD-001')).toEqual([]);
  });
});

describe('document symbols', () => {
  it('nest: phases hold tickets', () => {
    const found = symbols(of(kite), uri);
    expect(found.map(({ name, detail, children }) => [name, detail, children.length])).toEqual([
      ['Phase A — Ground', '1/3', 3],
      ['Phase B — Air', '0/2', 2],
    ]);
    expect(found[0]!.children[1]).toMatchObject({ name: 'K-002 Sail', detail: 'IN_PROGRESS' });
    for (const group of found)
      for (const child of group.children) {
        expect(child.span.start).toBeGreaterThanOrEqual(group.span.start);
        expect(child.span.end).toBeLessThanOrEqual(group.span.end);
      }
  });

  it('are none where there is no plan', () => {
    expect(symbols(of('# Notes\n\n## More\n\nwords\n'), uri)).toEqual([]);
  });
});
