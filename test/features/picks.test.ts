import { describe, expect, it } from 'vitest';
import type { Target } from '../../server/src/core/analysis/analysis';
import { dependenciesOf, dependencyPicks, groupPicks } from '../../server/src/core/features/picks';
import { parseFixture, snapshotOf } from '../support/fixture';
import { kite } from '../support/plans';

const two = `//- a.md
${kite}
//- b.md
# Yard

| ID    | Task  | Status | Depends on   |
| ----- | ----- | ------ | ------------ |
| Y-001 | Fence | Done   | -            |
| Y-002 | Gate  | Open   | Y-001, K-001 |
`;
const snapshot = snapshotOf(parseFixture(two));

function target(id: string): Target {
  for (const uri of snapshot.planUris) {
    const { allTickets, allGroups } = snapshot.analysis(uri)!.plan;
    const entity = [...allTickets, ...allGroups].find((one) => one.key === id);
    if (entity) return { uri, entity };
  }
  throw new Error(`no ${id}`);
}
const labels = (picks: readonly { label: string; description: string }[]) =>
  picks.map(({ label, description }) => `${label} (${description})`);

describe('what can be picked', () => {
  it('as a dependency is what closes no circle and is not there yet, of this plan and of others', () => {
    expect(labels(dependencyPicks(snapshot, target('K-002')))).toEqual([
      'K-003 Line and reel (OPEN (not started) · Phase A — Ground)',
      'Phase B — Air (0/2)',
      'Y-001 Fence (Done · b.md)',
      'Y-002 Gate (Open (not started) · b.md)',
    ]);
    expect(labels(dependencyPicks(snapshot, target('B')))[0]).toBe('Phase A — Ground (1/3)');
  });

  it('to be taken away is what it depends on', () => {
    expect(labels(dependenciesOf(snapshot, target('Y-002')))).toEqual([
      'Y-001 Fence (Done)',
      'K-001 Frame of spars (MERGED (done) · Phase A — Ground · a.md)',
    ]);
    expect(dependenciesOf(snapshot, target('Y-001'))).toEqual([]);
  });

  it('to move to are the other groups of the same plan', () => {
    expect(labels(groupPicks(snapshot, [target('K-001')]))).toEqual(['Phase B — Air (0/2)']);
    expect(labels(groupPicks(snapshot, [target('K-001'), target('K-101')]))).toEqual([
      'Phase A — Ground (1/3)',
      'Phase B — Air (0/2)',
    ]);
    expect(groupPicks(snapshot, [target('K-001'), target('Y-001')])).toEqual([]);
    expect(groupPicks(snapshot, [])).toEqual([]);
  });
});
