import { leadingKind } from '../model/groupCounts';
import { type Group, type GroupKind, type Plan, phaseKinds } from '../model/plan';
import type { Count } from './counts';

/** The groups of a kind, and the sections beside them that are called like them ("Phase Zero") and hold work. */
export const groupsOfKind = ({ allGroups }: Plan, kind: GroupKind): Group[] =>
  allGroups.filter(
    (group) =>
      group.kind === kind ||
      (group.kind === 'section' &&
        (group.tickets.length > 0 || group.status !== null) &&
        leadingKind(group.title) === kind),
  );

/**
 * What the figures of the phases add up to, where every phase has one, and some have no tickets that could be counted instead. Null
 * elsewhere.
 */
export function sumOfParts(plan: Plan): Count | null {
  const known = sums.get(plan);
  if (known !== undefined) return known;
  const sum = phaseKinds.map((kind) => addUp(plan, kind)).find((one) => one !== null) ?? null;
  sums.set(plan, sum);
  return sum;
}

const sums = new WeakMap<Plan, Count | null>();

function addUp(plan: Plan, kind: GroupKind): Count | null {
  const told = new Map<Group, { done: number; total: number }>();
  for (const { scope, done, total, unit } of plan.claims)
    if (done && total && !unit && scope?.type === 'group' && !scope.implied && !told.has(scope.group))
      told.set(scope.group, { done: done.value, total: total.value });
  if (told.size < 3) return null;
  const groups = groupsOfKind(plan, kind).filter(({ parent }) => parent?.kind !== kind);
  if (groups.length < 3 || groups.every(holdsTickets)) return null;
  let done = 0;
  let total = 0;
  for (const group of groups) {
    const part = told.get(group);
    if (!part) return null;
    done += part.done;
    total += part.total;
  }
  return { total, done, begun: done, open: total - done, counted: [] };
}

const holdsTickets = ({ tickets, groups }: Group): boolean => tickets.length > 0 || groups.some(holdsTickets);
