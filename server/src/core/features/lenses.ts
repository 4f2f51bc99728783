import type { Snapshot } from '../analysis/snapshot';
import type { Group } from '../model/plan';
import type { Span } from '../text/span';
import { progressOf, progressWords } from './progress';

/** A line above the heading of a phase, or of the plan, that says how far it is. */
export interface Lens {
  /** The heading. */
  readonly span: Span;
  /** Which phase (empty: the plan), so that its words can be worked out once they are seen. */
  readonly phase: string;
}

/**
 * A lens for every phase with a heading of its own and tickets below it; rows and items have their figures beside them. One for
 * the plan as well, unless it would say what that of its only phase says.
 */
export function lenses(snapshot: Snapshot, uri: string): Lens[] {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return [];
  const { plan } = analysis;
  const phases = plan.allGroups
    .filter((group) => group.kind !== 'section' && group.body !== null && analysis.totals(group).total > 0)
    .map((group) => ({ span: group.span, phase: phaseOf(group) }));
  const told = plan.titleSpan === null || phases.length === 1 || analysis.totals(plan).total === 0;
  return told ? phases : [{ span: plan.titleSpan!, phase: '' }, ...phases];
}

/** What a lens says: `3/5 done · 1 ready · 1 waiting`; empty where the phase is no longer there. */
export function lensWords(snapshot: Snapshot, uri: string, phase: string): string {
  const analysis = snapshot.analysis(uri);
  const scope = phase === '' ? analysis?.plan : analysis?.plan.allGroups.find((one) => phaseOf(one) === phase);
  return analysis && scope ? progressWords(snapshot.say, progressOf(analysis, scope)) : '';
}

const phaseOf = ({ kind, key }: Group): string => `${kind}:${key}`;
