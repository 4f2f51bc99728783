import { parentOf } from '../analysis/keep';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Plan, Ticket } from '../model/plan';
import { check } from '../rules/check';
import type { Severity } from '../rules/finding';
import { entityAt } from './place';

/** How many findings there are, hints left out, and the worst of their severities. */
export interface Problems {
  readonly count: number;
  readonly severity: Severity;
}

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
const known = new WeakMap<Snapshot, Map<string, ReadonlyMap<Plan | Group | Ticket, Problems>>>();

/** What was found in a plan: for the plan as a whole, and for its groups and tickets on which, or below which, it was. */
export function problemsIn(snapshot: Snapshot, uri: string): ReadonlyMap<Plan | Group | Ticket, Problems> {
  const plans = known.get(snapshot) ?? new Map<string, ReadonlyMap<Plan | Group | Ticket, Problems>>();
  known.set(snapshot, plans);
  const problems = plans.get(uri) ?? count(snapshot, uri);
  plans.set(uri, problems);
  return problems;
}

function count(snapshot: Snapshot, uri: string): Map<Plan | Group | Ticket, Problems> {
  const problems = new Map<Plan | Group | Ticket, Problems>();
  const plan = snapshot.analysis(uri)?.plan;
  if (!plan) return problems;
  const add = (to: Plan | Group | Ticket, severity: Severity): void => {
    const before = problems.get(to);
    const worst = severities.find((one) => one === severity || one === before?.severity)!;
    problems.set(to, { count: (before?.count ?? 0) + 1, severity: worst });
  };
  for (const { severity, span } of check(snapshot, uri)) {
    if (severity === 'hint') continue;
    add(plan, severity);
    for (let at = entityAt(plan, span.start); at; at = parentOf(at)) add(at, severity);
  }
  return problems;
}
