import type { Analysis, Target } from '../analysis/analysis';
import type { Snapshot } from '../analysis/snapshot';
import type { Group, Ticket } from '../model/plan';
import { around, waitingOn } from './dependencyChoices';
import { fileName } from './describe';
import { nameOf, statusText } from './names';
import { isDistinct } from './naming';
import { progressOf } from './progress';
import { TreeIds } from './treeIds';

/** Something to choose, on one line. */
export interface Pick {
  /** As in the tree. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

/**
 * What a ticket or group can be made to depend on: of its own plan all but itself, what holds it, what it holds, what it depends on
 * and what waits on it; then tickets of other plans whose ids mean nothing else.
 */
export function dependencyPicks(snapshot: Snapshot, { uri, entity }: Target): Pick[] {
  const analysis = snapshot.analysis(uri)!;
  const left = new Set([...around(entity), ...waitingOn(analysis, entity)]);
  for (const { targets } of analysis.dependencies(entity)) for (const target of targets) left.add(target.entity);
  const { allTickets, allGroups } = analysis.plan;
  const groups = allGroups.filter(({ kind }) => kind !== 'section');
  const ordered = entity.type === 'group' ? [...groups, ...allTickets] : [...allTickets, ...groups];
  const own = ordered.filter((one) => !left.has(one)).flatMap((one) => pickOf(analysis, one) ?? []);
  return [...own, ...picksElsewhere(snapshot, analysis)];
}

/** What a ticket or group depends on and could be told not to. */
export function dependenciesOf(snapshot: Snapshot, { uri, entity }: Target): Pick[] {
  const found = new Map<string, Pick>();
  for (const { targets, problem } of snapshot.analysis(uri)!.dependencies(entity))
    for (const target of problem === null ? targets : []) {
      const pick = pickOf(
        snapshot.analysis(target.uri)!,
        target.entity,
        target.uri === uri ? '' : fileName(target.uri),
      );
      if (pick) found.set(pick.id, pick);
    }
  return [...found.values()];
}

/** The groups of a plan that tickets of it can be moved to; those that hold all of them already are left out. */
export function groupPicks(snapshot: Snapshot, targets: readonly Target[]): Pick[] {
  const [first] = targets;
  const analysis = first && snapshot.analysis(first.uri);
  if (!analysis || targets.some(({ uri }) => uri !== first.uri)) return [];
  const home = ({ entity }: Target): Group | null =>
    entity.type === 'ticket' && entity.parent === null ? entity.group : null;
  const homes = new Set(targets.map(home));
  return analysis.plan.allGroups
    .filter((group) => group.body || group.tickets.length > 0)
    .filter((group) => homes.size !== 1 || !homes.has(group))
    .flatMap((group) => pickOf(analysis, group) ?? []);
}

function pickOf(analysis: Analysis, entity: Ticket | Group, where = ''): Pick | null {
  const { say } = analysis;
  const id = TreeIds.of(analysis).idOf(entity);
  if (id === null) return null;
  const { done, total } = entity.type === 'group' ? progressOf(analysis, entity) : { done: 0, total: 0 };
  const standing = [
    entity.status ? statusText(say, entity.status) : '',
    total > 0 ? `${done}/${total}` : '',
    entity.type === 'ticket' && entity.group ? nameOf(say, entity.group) : '',
    where,
  ];
  return { id, label: nameOf(say, entity) || '—', description: standing.filter(Boolean).join(' · ') };
}

function picksElsewhere(snapshot: Snapshot, { uri, plan }: Analysis): Pick[] {
  const found = new Map<string, Pick | null>();
  for (const other of snapshot.planUris) {
    if (other === uri) continue;
    const analysis = snapshot.analysis(other)!;
    const theirs = analysis.plan;
    for (const [id, ticket] of theirs.byId) {
      if (plan.byId.has(id) || !isDistinct(ticket.id!)) continue;
      const alone = !theirs.sameIds.has(id) && !found.has(id);
      found.set(id, alone ? pickOf(analysis, ticket, fileName(other)) : null);
    }
  }
  return [...found.values()].filter((pick) => pick !== null);
}
