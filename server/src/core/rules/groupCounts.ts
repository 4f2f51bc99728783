import type { Analysis } from '../analysis/analysis';
import { groupsOfKind } from '../analysis/parts';
import { groupNames } from '../model/names';
import { type Figure, type Group, type GroupCount, phaseKinds } from '../model/plan';
import { keepingWidths } from '../text/cell';
import { nameOf } from './names';
import type { RuleFinding } from './rule';

/**
 * Figures that count phases themselves ("Phases complete: 4/7") and are not what the plan has. Silent unless the phases are all there,
 * from the first one on without a gap, and, for those that are done, where it is known of each how far it is.
 */
export function* staleGroupCounts(analysis: Analysis): Generator<RuleFinding> {
  for (const { kind, done, total } of analysis.plan.groupCounts) {
    const all = groupsOfKind(analysis.plan, kind);
    const tops = all.filter((group) => group.parent?.kind !== kind);
    const groups = total && total.value === all.length ? all : tops;
    if (groups.length < 2 || !isWhole(groups) || namesOthers(analysis, kind)) continue;
    if (total && total.value !== groups.length && Math.abs(total.value - groups.length) <= 2)
      yield finding(analysis, total, groups.length, groups);
    const states = groups.map((group) => isDone(analysis, group));
    if (!done || states.includes(null)) continue;
    const finished = groups.filter((_, i) => states[i]);
    if (done.value !== finished.length && done.value <= groups.length + 2)
      yield finding(analysis, done, finished.length, finished);
  }
}

/** The text speaks of phases that are not among those that were read. */
function namesOthers({ plan, source }: Analysis, kind: GroupCount['kind']): boolean {
  const known = new Set(plan.allGroups.flatMap((group) => (group.kind === kind ? [group.key] : [])));
  return groupNames(source.text).some((name) => name.kind === kind && name.keys.some((key) => !known.has(key)));
}

/** From the first one on, without gaps. */
function isWhole(groups: readonly Group[]): boolean {
  const keys = new Set(
    groups.filter(({ kind }) => (phaseKinds as readonly string[]).includes(kind)).map(({ key }) => key),
  );
  const order = [...keys].map((key) =>
    /^\d+$/.test(key) ? Number(key) : key.length === 1 ? key.charCodeAt(0) - 64 : Number.NaN,
  );
  const first = Math.min(...order);
  return first <= 1 && Math.max(...order) - first + 1 === keys.size;
}

/** Null where that cannot be told. */
function isDone(analysis: Analysis, group: Group): boolean | null {
  if (group.status?.kind || analysis.totals(group).total > 0) return analysis.isDone(group);
  const told = analysis.plan.claims.find(
    ({ scope, percent }) => percent && scope?.type === 'group' && scope.group === group,
  );
  return told ? told.percent!.value === 100 : null;
}

function finding(
  { say, source, uri }: Analysis,
  figure: Figure,
  value: number,
  counted: readonly Group[],
): RuleFinding {
  return {
    message: say(
      'Says {0}, but the plan has {1}: {2}',
      figure.value,
      value,
      counted.map(nameOf).slice(0, 12).join(', '),
    ),
    span: figure.span,
    related: counted.slice(0, 20).map((group) => ({ uri, span: group.span, message: nameOf(group) })),
    fixes: [
      {
        title: say('Change {0} to {1}', figure.value, value),
        safety: 'safe',
        edits: keepingWidths(source, [{ span: figure.span, newText: String(value) }]),
      },
    ],
  };
}
