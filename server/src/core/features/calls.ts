import type { Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Span } from '../text/span';
import { useAt } from './occurrences';

/** A ticket or group at one end of a dependency, and where that is written. */
export interface Call {
  readonly target: Target;
  /** In the document of the one that depends. */
  readonly spans: readonly Span[];
}

/** The ticket or group that a place names, whose blockers and dependents can be asked for; null where that is not one. */
export function callTarget(snapshot: Snapshot, uri: string, offset: number): Target | null {
  const targets = useAt(snapshot, uri, offset)?.targets ?? [];
  return targets.length === 1 ? targets[0]! : null;
}

/** What something depends on: what holds it up before what no longer does. */
export function blockers(snapshot: Snapshot, { uri, entity }: Target): Call[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const waiting = new Set(analysis.waitsOn(entity).map((target) => target.entity));
  const calls = new Map<Target['entity'], { target: Target; spans: Span[] }>();
  for (const { targets, problem, span } of analysis.dependencies(entity))
    for (const target of problem === null ? targets : []) {
      const known = calls.get(target.entity);
      if (known) known.spans.push(span);
      else calls.set(target.entity, { target, spans: [span] });
    }
  const isMet = ({ target }: Call): number => (waiting.has(target.entity) ? 0 : 1);
  return [...calls.values()].sort((a, b) => isMet(a) - isMet(b));
}

/** What waits for something: tickets and groups of all plans that are not finished and depend on it. */
export function unblocked(snapshot: Snapshot, { uri, entity }: Target): Call[] {
  const waiting = snapshot.analysis(uri)?.unblocks(entity) ?? [];
  return waiting.map((target) => {
    const dependencies = snapshot.analysis(target.uri)?.dependencies(target.entity) ?? [];
    const own = dependencies.filter(({ targets }) => targets.some((one) => one.entity === entity));
    return { target, spans: own.map(({ span }) => span) };
  });
}

/** How a ticket or group is found again in another version of its plan. */
export interface CallKey {
  readonly uri: string;
  readonly type: 'ticket' | 'group';
  readonly key: string;
}

export const callKey = ({ uri, entity }: Target): CallKey => ({
  uri,
  type: entity.type,
  key: entity.type === 'group' ? `${entity.kind}:${entity.key}` : entity.key,
});

/** Null where it is no longer there. */
export function callTargetOf(snapshot: Snapshot, { uri, type, key }: CallKey): Target | null {
  const plan = snapshot.analysis(uri)?.plan;
  const entity =
    type === 'ticket'
      ? plan?.allTickets.find((ticket) => ticket.key === key)
      : plan?.allGroups.find((group) => `${group.kind}:${group.key}` === key);
  return entity ? { uri, entity } : null;
}
