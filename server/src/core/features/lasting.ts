import type { Analysis } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Settings } from '../settings';

interface Made {
  readonly settings: Settings;
  readonly today: string | null;
  readonly by: Map<unknown, unknown>;
}

const known = new WeakMap<object, Made>();

/**
 * What a work makes of a plan, kept as long as it would make the same, also while the plan rests.
 * @param work May look at the plan, what was found in it and what it looks at itself, not at what looks at it. Gives data alone: no
 * tickets and groups, which come and go with the plan.
 */
export function lasting<V>(snapshot: Snapshot, uri: string, work: (snapshot: Snapshot, analysis: Analysis) => V): V {
  const basis = snapshot.basis(uri);
  if (!basis) throw new Error(`no plan: ${uri}`);
  const settings = snapshot.settingsFor(uri);
  const { today } = snapshot;
  let made = known.get(basis);
  if (made?.settings !== settings || made.today !== today) {
    made = { settings, today, by: new Map() };
    known.set(basis, made);
  }
  if (!made.by.has(work)) made.by.set(work, work(snapshot, snapshot.analysis(uri)!));
  return made.by.get(work) as V;
}
