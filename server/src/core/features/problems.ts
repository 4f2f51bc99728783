import type { Analysis } from '../analysis/analysis';
import { parentOf } from '../analysis/keep';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Plan, Ticket } from '../model/plan';
import { check } from '../rules/check';
import type { Finding, Severity } from '../rules/finding';
import { entityAt } from './place';

/** How many findings there are, hints left out, and the worst of their severities. */
export interface Problems {
  readonly count: number;
  readonly severity: Severity;
}

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
type Counted = ReadonlyMap<Plan | Group | Ticket, Problems>;

const known = new WeakMap<Analysis, { readonly findings: readonly Finding[]; readonly problems: Counted }>();

/** What was found in a plan: for the plan as a whole, and for its groups and tickets on which, or below which, it was. */
export function problemsIn(snapshot: Snapshot, uri: string): Counted {
  const analysis = snapshot.analysis(uri);
  if (!analysis) return new Map();
  const findings = check(snapshot, uri);
  const before = known.get(analysis);
  if (before?.findings === findings) return before.problems;
  const problems = count(analysis.plan, findings);
  known.set(analysis, { findings, problems });
  return problems;
}

function count(plan: Plan, findings: readonly Finding[]): Counted {
  const problems = new Map<Plan | Group | Ticket, Problems>();
  const add = (to: Plan | Group | Ticket, severity: Severity): void => {
    const before = problems.get(to);
    const worst = severities.find((one) => one === severity || one === before?.severity)!;
    problems.set(to, { count: (before?.count ?? 0) + 1, severity: worst });
  };
  for (const { severity, span } of findings) {
    if (severity === 'hint') continue;
    add(plan, severity);
    for (let at = entityAt(plan, span.start); at; at = parentOf(at)) add(at, severity);
  }
  return problems;
}
