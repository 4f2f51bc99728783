import { describe, expect, it } from 'vitest';
import { symbols } from '../../server/src/core/features/symbols';
import { treeChildren, treePath, treeSignature, treeTooltip } from '../../server/src/core/features/tree';
import { atCursor, parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const uri = 'file:///plan.md';
const of = (text: string) => snapshotOf(parseFixture(text));

/** The tree as text, two spaces a level. */
function drawn(text: string): string {
  const snapshot = of(text);
  const draw = (parent: string | null, indent: string): string =>
    treeChildren(snapshot, parent)
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

  it('keeps ids and signature while the text around moves or changes, and not what it shows', () => {
    const ids = (text: string) => treeChildren(of(text), treeChildren(of(text), uri)[0]!.id).map(({ id }) => id);
    expect(ids(`\n\nmore\n\n${kite}`)).toEqual(ids(kite));
    const signature = (text: string) => treeSignature(of(text), uri);
    expect(signature(kite.replace('waiting for review', 'in review now'))).toBe(signature(kite));
    expect(signature(kite.replace('| IN_PROGRESS | K-001', '| MERGED      | K-001'))).not.toBe(signature(kite));
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

  it('leaves out headings that hold no part of the plan', () => {
    expect(drawn(`${kite}\n## Notes\n\nwords\n`)).toBe(drawn(kite));
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
